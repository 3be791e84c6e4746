"""A counter kept outside the data file, which tells whether this file is the one that wrote last, or a copy of it."""

from contextlib import suppress
from pathlib import Path
from uuid import UUID

from sla_desktop.domain.files import write_whole


def anchors_folder() -> Path:
    """Where this laptop keeps its counters."""
    from platformdirs import user_state_path

    return user_state_path("sla-desktop", appauthor=False) / "anchors"


def fits(folder: Path, writer: UUID, generation: int) -> bool:
    """Whether the file that says it is at that generation of a writer was the last to write under that name."""
    try:
        return int((folder / writer.hex).read_text(encoding="ascii")) == generation
    except (OSError, ValueError):
        return False


def drop(folder: Path, writer: UUID, generation: int) -> None:
    """Note the generation, on the disk. Where that fails the file takes a new name next time, which is safe."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / writer.hex, str(generation).encode())
