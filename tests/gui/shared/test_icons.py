"""Icons: only those in use are kept, each in the colours of the window."""

import re
from pathlib import Path

from PySide6.QtGui import QColor

from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.theme import Scheme
from sla_desktop.gui.shared.tokens import DARK, LIGHT

ROOT = Path(__file__).resolve().parents[3]
KEPT = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}


def test_every_icon_that_is_kept_is_used_and_credited():
    forms = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "ui").glob("*.ui"))
    code = [path for path in (ROOT / "sla_desktop" / "gui").rglob("*.py") if path.parent.name != "forms"]
    text = forms + "".join(path.read_text(encoding="utf-8") for path in code)
    named = set(re.findall(r"[>\"']([a-z0-9-]+)[<\"']", text))
    assert named >= KEPT
    assert "MIT License" in (ROOT / "resources" / "icons" / "LICENSE").read_text(encoding="utf-8")


def test_every_icon_that_a_form_names_is_kept():
    for form in (ROOT / "ui").glob("*.ui"):
        named = re.findall(r'name="icon_name".*?<string[^>]*>([^<]+)<', form.read_text(encoding="utf-8"), re.DOTALL)
        assert set(named) <= KEPT, form.name


def ink(name: str, token: str) -> QColor:
    """The strongest colour that an icon is drawn in."""
    picture = icons.pixmap(name, token, 24, 1.0).toImage()
    places = [(x, y) for x in range(24) for y in range(24)]
    return max((picture.pixelColor(x, y) for x, y in places), key=QColor.alpha)


def test_icons_follow_the_colours(appearance):
    assert ink("check", "accent").name() == LIGHT.accent
    appearance.choose(Scheme.DARK)
    assert ink("check", "accent").name() == DARK.accent
