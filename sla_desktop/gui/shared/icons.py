"""Tabler outline icons from resources/, recoloured from the tokens."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QDir, QRectF, QSize, Qt, QTemporaryDir
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from sla_desktop import assets
from sla_desktop.gui.shared import tokens

NAME, COLOUR, SIZE = "icon_name", "icon_colour", "icon_size"
DEFAULT_SIZE = 20
_DENSITIES = (1.0, 2.0)
_GAP, _PICTURE, _STAGE = 5, 48, "stage"


def icon(name: str, token: str = "text", size: int = DEFAULT_SIZE, gap: int = 0) -> QIcon:
    """The icon in the colour of a token; a button that is disabled shows it muted. `gap` keeps its text away."""
    result = QIcon()
    colours = tokens.current()
    for density in _DENSITIES:
        result.addPixmap(_drawn(name, getattr(colours, token), size, density, gap))
        result.addPixmap(_drawn(name, colours.muted, size, density, gap), QIcon.Mode.Disabled)
    return result


def pixmap(name: str, token: str, size: int, density: float) -> QPixmap:
    """The icon as a picture of size x size points at a pixel density."""
    return _drawn(name, getattr(tokens.current(), token), size, density)


def paint(painter: QPainter, name: str, colour: str, place: QRectF) -> None:
    """Draw the icon in a #rrggbb colour at a place."""
    QSvgRenderer(QByteArray(_svg(name, colour).encode())).render(painter, place)


def dress(root: QWidget) -> None:
    """Give every widget under root that names an icon in its `icon_name` property that icon in today's colours."""
    for widget in (root, *root.findChildren(QWidget)):
        name = widget.property(NAME)
        if not name:
            continue
        token = widget.property(COLOUR) or _usual_token(widget)
        size = _grown(int(widget.property(SIZE) or DEFAULT_SIZE))
        if isinstance(widget, QLabel):
            widget.setPixmap(pixmap(name, token, size, widget.devicePixelRatioF()))
        elif isinstance(widget, QAbstractButton):
            gap = _GAP if widget.text() else 0
            widget.setIcon(_stage_icon(name, size, gap) if token == _STAGE else icon(name, token, size, gap))
            widget.setIconSize(QSize(size + gap, size))


def change(widget: QWidget, name: str, token: str = "") -> None:
    """Make a widget show another icon, now and after a change of colours."""
    widget.setProperty(NAME, name)
    if token:
        widget.setProperty(COLOUR, token)
    dress(widget)


def file(name: str, colour: str) -> str:
    """A path to the icon as a file in a #rrggbb colour; style sheets can only name files."""
    path = Path(_folder().path()) / f"{name}-{colour.lstrip('#')}.svg"
    if not path.exists():
        path.write_text(_svg(name, colour), encoding="utf-8")
    return path.as_posix()


def _stage_icon(name: str, size: int, gap: int) -> QIcon:
    result = icon(name, "muted", size, gap)
    for density in _DENSITIES:
        result.addPixmap(_drawn(name, tokens.current().accent, size, density, gap), QIcon.Mode.Normal, QIcon.State.On)
    return result


def _grown(size: int) -> int:
    """An icon's size beside text that is larger than usual; pictures are large enough as they are."""
    return size if size > _PICTURE else round(size * min(2.0, QApplication.font().pointSizeF() / 10))


def _usual_token(widget: QWidget) -> str:
    return {"primary": "on_accent", "quiet": "accent", "stage": _STAGE}.get(str(widget.property("look")), "text")


def _drawn(name: str, colour: str, size: int, density: float, gap: int = 0) -> QPixmap:
    picture = QPixmap(QSize(round((size + gap) * density), round(size * density)))
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    return picture


@cache
def _folder() -> QTemporaryDir:
    return QTemporaryDir(QDir.tempPath() + "/sla-icons-XXXXXX")


@cache
def _source(name: str) -> str:
    return assets.path(f"icons/{name}.svg").read_text(encoding="utf-8")


def _svg(name: str, colour: str) -> str:
    return _source(name).replace("currentColor", colour)
