"""A small registration file at hand."""

from pathlib import Path

import pytest

from sla_desktop.tables.registrations import read_registrations
from sla_desktop.tables.values import ReadResult


@pytest.fixture
def read(tmp_path: Path):
    def read_text(text: str, encoding: str = "utf-8", **options: object) -> ReadResult:
        path = tmp_path / "people.csv"
        path.write_bytes(text.encode(encoding))
        return read_registrations(path, **options)

    return read_text
