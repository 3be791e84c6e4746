"""Files as this program writes them: for whoever wrote them alone, and whole or not at all."""

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from sla_desktop.domain.errors import SlaError

_LOOKED_AT = 4096
_LARGEST = 64 << 20


def owner_only(path: str, flags: int) -> int:
    """An opener for `open`: what it makes is for its owner alone, where the system knows owners."""
    return os.open(path, flags, 0o600)


def read_whole(path: Path) -> bytes:
    """All of a file that somebody named. SlaError for what is none (a pipe may never end), and over 64 MB."""
    try:
        here = path.stat()
        if not stat.S_ISREG(here.st_mode):
            raise SlaError(f"{path} is a folder, a pipe or a device, not a file. Name a file.")
        if here.st_size > _LARGEST:
            raise SlaError(f"{path} is larger than such a file can be ({here.st_size >> 20} MB). Choose another.")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file can have this name"
        raise SlaError(f"{path} cannot be read: {reason}.") from error


def write_whole(path: Path, data: bytes, *, shared: bool = False) -> None:
    """Write a file so that, whatever happens meanwhile, its name leads to all of the old bytes or all of the new.

    What is `shared` may be read by whom the folder lets in. Raises OSError as the system does; nothing half-written
    stays then.
    """
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with open(temporary, "xb", opener=None if shared else owner_only) as file:
            file.write(data)
        put_in_place(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def is_other_kind(path: Path, data: bytes) -> bool:
    """Whether a file lies there that is no earlier one of what is to be written: a data file, a picture.

    Bytes that are no text are another kind if they begin otherwise; one text may take the place of another.
    """
    try:
        with path.open("rb") as file:
            there = file.read(_LOOKED_AT)
    except OSError:
        return False
    return bool(there) and there[:2] != data[:2] and b"\0" in there + data[:_LOOKED_AT]


def put_in_place(temporary: Path, path: Path) -> None:
    """Give a finished file its name once its bytes are on the disk, and wait until the name is there too."""
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    temporary.replace(path)
    # Not every system and not every share can be asked this of a folder; the file itself is safe by now.
    with suppress(OSError):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
