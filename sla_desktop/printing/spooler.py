"""A finished PDF to a printer of the system, as it is: the system's own programs keep lines and letters sharp."""

import shutil
import subprocess
from pathlib import Path

from sla_desktop.domain.errors import SlaError

_PATIENCE = 60  # seconds until a printer's queue has answered


def is_there() -> bool:
    """Whether this computer takes PDFs for printing (CUPS, on Linux and macOS)."""
    return shutil.which("lp") is not None


def spool(path: Path, printer: str, copies: int = 1) -> None:
    """Hand a PDF to a printer by its name. SlaError when the printer is gone or refuses it."""
    command = ["lp", "-d", printer, "-n", str(copies), "-o", "print-scaling=none", "--", str(path)]
    try:
        told = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        raise SlaError(f"The printer “{printer}” does not answer: check that it is on, or choose another.") from None
    if told.returncode:
        raise SlaError(f"The printer “{printer}” is gone or takes nothing: check that it is on, or choose another.")
