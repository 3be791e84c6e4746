"""A file goes to the system's printer as it is, or a sentence says why not."""

import os
import time
from pathlib import Path

import pypdf
import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing import spooler
from sla_desktop.printing.style import Identity

from .samples import SAMPLES


@pytest.fixture
def lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for the system's program, which knows one printer and keeps what it was given."""
    program = tmp_path / "bin" / "lp"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\n[ "$2" = Office ] || exit 1\necho "$@" > "{tmp_path}/given"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)
    return tmp_path / "given"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no spooler that takes PDFs")
def test_a_file_is_handed_to_the_printer_as_it_is(lp: Path, tmp_path: Path):
    assert spooler.is_there()
    spooler.spool(tmp_path / "list.pdf", "Office", 2)
    options = ["-o", "print-scaling=none", "--"]
    assert lp.read_text().split() == ["-d", "Office", "-n", "2", *options, f"{tmp_path}/list.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no spooler that takes PDFs")
def test_a_printer_that_is_gone_is_told_in_a_sentence(lp: Path, tmp_path: Path):
    with pytest.raises(SlaError, match="The printer “Attic” is gone"):
        spooler.spool(tmp_path / "list.pdf", "Attic")


@pytest.mark.slow
@pytest.mark.skipif(
    not {"SLA_TEST_PRINTER", "SLA_TEST_PRINTED"} <= set(os.environ),
    reason="SLA_TEST_PRINTER names no queue of CUPS-PDF, or SLA_TEST_PRINTED no folder that it writes to",
)
def test_a_real_queue_of_the_system_gives_back_every_page(tmp_path: Path, identity: Identity):
    """Opt-in, with SLA_TEST_PRINTER=PDF and SLA_TEST_PRINTED=~/PDF, among the slow tests."""
    SAMPLES["certificates"](tmp_path / "spooled.pdf", identity)
    folder = Path(os.environ["SLA_TEST_PRINTED"]).expanduser()
    before = set(folder.glob("*.pdf"))
    spooler.spool(tmp_path / "spooled.pdf", os.environ["SLA_TEST_PRINTER"])
    patience = time.monotonic() + 60
    while not (found := set(folder.glob("*.pdf")) - before) and time.monotonic() < patience:
        time.sleep(0.2)
    (printed,) = found
    assert len(pypdf.PdfReader(printed).pages) == len(pypdf.PdfReader(tmp_path / "spooled.pdf").pages)
