"""A finished document into its file: whole or not at all."""

import errno
import os
import secrets
from pathlib import Path

from sla_desktop.domain.errors import SlaError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def save(data: bytes, path: Path) -> None:
    """Write `data` to `path` by way of a temporary file beside it, so that a half-written file never bears the name.

    Raises SlaError naming the path when the folder is missing or closed to us, or the disk is full.
    """
    beside = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        try:
            _write(data, beside)
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)
        _settle(path.parent)
    except OSError as error:
        raise SlaError(_sentence(error, path)) from error


def _write(data: bytes, path: Path) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make the new name survive a power cut, where folders can be synchronised at all."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sentence(error: OSError, path: Path) -> str:
    if error.errno in _FULL:
        return f"“{path}” could not be saved because the disk is full: free some space or choose another disk."
    if path.is_dir():
        return f"“{path}” is a folder: choose a name for the file inside it."
    if not path.parent.is_dir():
        return f"“{path}” could not be saved because the folder “{path.parent}” is not there: choose another folder."
    if error.errno in _FORBIDDEN:
        return (
            f"“{path}” could not be saved: it is open in another program, or you may not write there. "
            "Close it, or choose another folder."
        )
    return f"“{path}” could not be saved ({error.strerror or error}): choose another folder."
