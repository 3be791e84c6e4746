"""A finished document into its file: whole or not at all, and never over something that is not a document."""

import errno
import os
import stat
from pathlib import Path

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.files import write_whole

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def save(data: bytes, path: Path, *, ending: str = ".pdf", beginning: bytes = b"%PDF") -> None:
    """Write `data` to `path` by way of a temporary file beside it, so that a half-written file never bears the name.

    Only a name that ends in `ending` is written, and only an older file that begins as such files do is replaced.
    Raises SlaError naming the path when it is another kind of name or file, when the folder is missing or closed to
    us, or when the disk is full.
    """
    try:
        _check(path, ending, beginning)
        write_whole(path, data)
    except (OSError, ValueError) as error:
        raise SlaError(_sentence(error, path)) from error


def _check(path: Path, ending: str, beginning: bytes) -> None:
    """Raises SlaError when writing there would be a surprise, or the loss of something that was not printed."""
    if os.path.isdir(path):
        raise SlaError(f"{_said(path)} is a folder: choose a name for the file inside it.")
    kind = ending.lstrip(".").upper()
    if path.suffix.lower() != ending:
        raise SlaError(
            f"{_said(path)} was not written, because it is a {kind}: choose a name that ends in “{ending}”."
        )
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    # The kind of file comes first: merely opening a pipe or a device can wait for ever.
    if not (stat.S_ISREG(mode) and _begins(path, beginning)):
        raise SlaError(f"{_said(path)} was left as it is, because it is not a {kind}: choose another name.")


def _begins(path: Path, beginning: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(beginning)) == beginning


def _sentence(error: OSError | ValueError, path: Path) -> str:
    said, folder, number = _said(path), _said(path.parent), getattr(error, "errno", None)
    if number in _FULL:
        return f"{said} could not be saved because the disk is full: free some space or choose another disk."
    if number == errno.ENAMETOOLONG:
        return f"{said} could not be saved because its name is too long: choose a shorter one."
    if isinstance(error, ValueError):
        return f"{said} could not be saved because no file can have this name: choose another."
    if not os.path.isdir(path.parent):
        return f"{said} could not be saved because the folder {folder} is not there: choose another folder."
    if number in _FORBIDDEN:
        return (
            f"{said} could not be saved: it is open in another program, or you may not write there. "
            "Close it, or choose another folder."
        )
    return f"{said} could not be saved ({error.strerror or error}): choose another name or folder."


def _said(path: Path) -> str:
    """The path in quotation marks and on one line, even when a character of it cannot be shown."""
    seen = "".join(ch if ch.isprintable() else "\ufffd" for ch in str(path))
    return f"“{seen}”"
