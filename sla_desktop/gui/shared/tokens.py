"""The colours of the program by purpose, light and dark, and the pairs that must be readable."""

from dataclasses import dataclass, replace

TEXT_RATIO, SHAPE_RATIO = 4.5, 3.0


@dataclass(frozen=True)
class Tokens:
    """Colours named for what they are for. `*_soft` carries its tone's text, `*_fill` carries `on_*_fill`."""

    window: str
    surface: str
    sunken: str
    hover: str
    text: str
    muted: str
    border: str
    control: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    good_fill: str
    on_good_fill: str
    warn: str
    warn_soft: str
    warn_fill: str
    on_warn_fill: str
    bad: str
    bad_soft: str
    bad_fill: str
    on_bad_fill: str

    def high_contrast(self) -> "Tokens":
        """The same tokens with full-strength outlines and secondary text."""
        return replace(self, muted=self.text, border=self.control, control=self.text)


LIGHT = Tokens(
    window="#f6f5f1",
    surface="#ffffff",
    sunken="#edebe5",
    hover="#f1efea",
    text="#1b1b1d",
    muted="#5a5853",
    border="#dedbd3",
    control="#827e76",
    accent="#2f4ac0",
    accent_strong="#2439a0",
    accent_soft="#e7eafb",
    on_accent="#ffffff",
    good="#0f6238",
    good_soft="#dff1e6",
    good_fill="#13703f",
    on_good_fill="#ffffff",
    warn="#744700",
    warn_soft="#fcefd2",
    warn_fill="#ffc233",
    on_warn_fill="#1b1b1d",
    bad="#a11d17",
    bad_soft="#fbe5e2",
    bad_fill="#b3261e",
    on_bad_fill="#ffffff",
)

DARK = Tokens(
    window="#151619",
    surface="#1d1f23",
    sunken="#101113",
    hover="#282b30",
    text="#efede8",
    muted="#b0aea8",
    border="#33363c",
    control="#868a92",
    accent="#a3b5ff",
    accent_strong="#c0ccff",
    accent_soft="#2a3157",
    on_accent="#10142b",
    good="#79d7a3",
    good_soft="#173526",
    good_fill="#13703f",
    on_good_fill="#ffffff",
    warn="#f4c76f",
    warn_soft="#3b2e13",
    warn_fill="#ffc233",
    on_warn_fill="#1b1b1d",
    bad="#ffa69e",
    bad_soft="#47221f",
    bad_fill="#c2332a",
    on_bad_fill="#ffffff",
)

# (foreground, background, least ratio): what WCAG 2.2 AA asks of text (1.4.3) and of shapes (1.4.11).
PAIRS = (
    *(("text", ground, TEXT_RATIO) for ground in ("window", "surface", "sunken", "hover", "accent_soft")),
    *(("muted", ground, TEXT_RATIO) for ground in ("window", "surface", "sunken", "hover", "accent_soft")),
    *(("accent", ground, TEXT_RATIO) for ground in ("window", "surface", "sunken", "hover", "accent_soft")),
    *(("control", ground, SHAPE_RATIO) for ground in ("window", "surface", "sunken", "hover")),
    ("on_accent", "accent", TEXT_RATIO),
    ("on_accent", "accent_strong", TEXT_RATIO),
    *(
        (tone, ground, TEXT_RATIO)
        for tone in ("good", "warn", "bad")
        for ground in ("window", "surface", f"{tone}_soft")
    ),
    *(("text", f"{tone}_soft", TEXT_RATIO) for tone in ("good", "warn", "bad")),
    *((f"on_{tone}_fill", f"{tone}_fill", TEXT_RATIO) for tone in ("good", "warn", "bad")),
)

_state = {"tokens": LIGHT}


def current() -> Tokens:
    """The colours that are showing now; for what paints itself."""
    return _state["tokens"]


def use(tokens: Tokens) -> None:
    """Make these the colours that are showing."""
    _state["tokens"] = tokens


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two #rrggbb colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
