"""What a chart shows: its title is the finding, its values are ready to be shown, small numbers already hidden."""

from dataclasses import dataclass

HIDDEN = "fewer than 5"
NOT_TOLD = "hidden"  # where it may as well be more, and is hidden to protect another number
Value = float | str | None


@dataclass(frozen=True, slots=True)
class Bars:
    """Amounts to compare: rows of (label, value, value as text); a value of None is hidden, its text says why.

    `highlight` holds the labels that the title speaks of; without any, all bars count the same.
    """

    title: str
    rows: tuple[tuple[str, float | None, str], ...]
    unit: str
    source: str
    highlight: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Intervals:
    """Shares with what they may be: rows of (label, share, low, high, n), shares from 0 to 1.

    A share that may not be shown is None, or the words that stand in its place.
    """

    title: str
    rows: tuple[tuple[str, Value, float | None, float | None, int | None], ...]
    source: str


@dataclass(frozen=True, slots=True)
class BeforeNow:
    """Two values of each row on one scale, such as means before and now: rows of (label, first, second).

    A value that may not be shown is None, or the words that stand in its place. `ends` says what the two are;
    `shares` are from 0 to 1 and told in per cent.
    """

    title: str
    rows: tuple[tuple[str, Value, Value], ...]
    scale: tuple[float, float]
    source: str
    ends: tuple[str, str] = ("before", "now")
    shares: bool = False

    def said(self, value: float) -> str:
        """A value in words."""
        return f"{value:.0%}" if self.shares else f"{value:.1f}"

    def change(self, first: float, second: float) -> str:
        """From the first to the second, with its sign."""
        told = f"{100 * (second - first):+.0f}" if self.shares else f"{second - first:+.1f}"
        return told.replace("-", "−")


@dataclass(frozen=True, slots=True)
class Likert:
    """Answers on an ordered scale: for each row how many chose each of `choices`, None where that is hidden."""

    title: str
    choices: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]
    source: str


@dataclass(frozen=True, slots=True)
class Multiples:
    """The same small picture for each of several things: panels of (label, counts as context, counts that matter).

    Both are counts for each of `steps`, None where that is hidden; `ends` says what the two are.
    """

    title: str
    steps: tuple[str, ...]
    panels: tuple[tuple[str, tuple[int | None, ...], tuple[int | None, ...]], ...]
    ends: tuple[str, str]
    source: str


@dataclass(frozen=True, slots=True)
class Strip:
    """How people spread over ordered steps, a dot for each of them: rows of (step, count)."""

    title: str
    rows: tuple[tuple[str, int], ...]
    unit: str
    source: str


@dataclass(frozen=True, slots=True)
class Network:
    """Who met whom: groups of people (name, how many) and pairs of people by their place in that order."""

    title: str
    groups: tuple[tuple[str, int], ...]
    pairs: tuple[tuple[int, int], ...]
    source: str


Chart = Bars | Intervals | BeforeNow | Likert | Multiples | Strip | Network
