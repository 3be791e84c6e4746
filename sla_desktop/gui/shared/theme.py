"""Colour tokens for light and dark, and how they become a palette and a style sheet."""

from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QLoggingCategory, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from sla_desktop import assets
from sla_desktop.gui.shared import icons, stylesheet
from sla_desktop.gui.shared.tokens import DARK, LIGHT, Tokens, use

FONT_FAMILY = "Inter"
TEXT_SIZES = (9.0, 10.0, 11.0, 12.0, 14.0, 16.0, 18.0, 20.0)
DEFAULT_SIZE = 10.0


class Scheme(Enum):
    """Which colours to show; SYSTEM follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def scheme_named(name: str) -> Scheme:
    """The scheme of a remembered name; an unknown one follows the computer."""
    return next((scheme for scheme in Scheme if scheme.value == name), Scheme.SYSTEM)


@dataclass(frozen=True)
class Looks:
    """What a person chose: colours and text size in points."""

    scheme: Scheme = Scheme.SYSTEM
    size: float = DEFAULT_SIZE


class Appearance(QObject):
    """Applies the looks to the whole program and follows the computer when asked to."""

    changed = Signal()

    def __init__(self, app: QApplication, looks: Looks) -> None:
        super().__init__(app)
        self._app = app
        # Held, because PySide drops the accessibility hints with the last reference to their parent.
        self._hints = app.styleHints()
        self._family = load_fonts()
        self.looks = looks
        app.setStyle("Fusion")
        self._hints.colorSchemeChanged.connect(self._on_system_scheme_changed)
        self._apply()

    @property
    def is_dark(self) -> bool:
        """Whether dark colours are showing now."""
        if self.looks.scheme is Scheme.SYSTEM:
            return self._hints.colorScheme() == Qt.ColorScheme.Dark
        return self.looks.scheme is Scheme.DARK

    def choose(self, scheme: Scheme) -> None:
        """Show these colours from now on."""
        self._take(replace(self.looks, scheme=scheme))

    def resize_text(self, steps: int) -> None:
        """Make all text larger or smaller by steps; 0 goes back to the usual size."""
        nearest = min(range(len(TEXT_SIZES)), key=lambda index: abs(TEXT_SIZES[index] - self.looks.size))
        size = TEXT_SIZES[max(0, min(len(TEXT_SIZES) - 1, nearest + steps))] if steps else DEFAULT_SIZE
        self._take(replace(self.looks, size=size))

    def _take(self, looks: Looks) -> None:
        if looks != self.looks:
            self.looks = looks
            self._apply()

    def _on_system_scheme_changed(self) -> None:
        if self.looks.scheme is Scheme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        tokens = DARK if self.is_dark else LIGHT
        if self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            tokens = tokens.high_contrast()
        use(tokens)
        self._app.setFont(_font(self._family, self.looks.size))
        self._app.setPalette(palette(tokens))
        self._app.setStyleSheet(stylesheet.build(tokens, self.looks.size))
        for window in self._app.topLevelWidgets():
            icons.dress(window)
        self.changed.emit()


def load_fonts() -> str:
    """Register the bundled fonts, so that names of every script are drawn; the family of the interface."""
    # Qt remarks on every script that Inter lacks before it takes the font that has it.
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")
    for file in sorted(assets.path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    return FONT_FAMILY if FONT_FAMILY in QFontDatabase.families() else ""


def palette(tokens: Tokens) -> QPalette:
    """The Qt palette of the tokens, for what no style rule reaches."""
    roles = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.hover,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.text,
        QPalette.ColorRole.ToolTipText: tokens.surface,
        QPalette.ColorRole.Accent: tokens.accent,
    }
    result = QPalette()
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return result


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Set a property that style rules select by, and restyle the widget and its children."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    for part in (widget, *widget.findChildren(QWidget)):
        part.style().unpolish(part)
        part.style().polish(part)


def _font(family: str, size: float) -> QFont:
    font = QFont(QApplication.font())
    if family:
        font.setFamily(family)
    font.setPointSizeF(size)
    return font
