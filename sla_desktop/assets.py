"""The one door to the files in resources/: fonts, icons, images, templates."""

from pathlib import Path, PurePosixPath

_PACKAGE = Path(__file__).resolve().parent
_PLACES = (_PACKAGE / "resources", _PACKAGE.parent / "resources")
_ROOT = next((place for place in _PLACES if place.is_dir()), _PLACES[0])


def path(name: str) -> Path:
    """The file called `name` below resources, such as "fonts/Inter-Regular.ttf".

    An absolute name, a name with "..", and a file that is not there are bugs (ValueError, FileNotFoundError).
    """
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts or "\\" in name or ":" in name:
        raise ValueError(f"not a name inside resources: {name!r}")
    found = _ROOT / parts
    if not found.exists():
        raise FileNotFoundError(found)
    return found
