"""A file is whole or not there, and the sentence names it."""

import os
from pathlib import Path

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing import output


def test_a_document_is_written_and_nothing_stays_beside_it(tmp_path: Path):
    output.save(b"whole", tmp_path / "list.pdf")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"list.pdf": b"whole"}


def test_an_older_file_of_the_name_is_replaced_and_never_written_into(tmp_path: Path):
    (tmp_path / "list.pdf").write_bytes(b"old and longer")
    os.link(tmp_path / "list.pdf", tmp_path / "same file.pdf")
    output.save(b"new", tmp_path / "list.pdf")
    assert (tmp_path / "list.pdf").read_bytes() == b"new"
    assert (tmp_path / "same file.pdf").read_bytes() == b"old and longer"


def test_a_missing_folder_is_named(tmp_path: Path):
    target = tmp_path / "stick" / "list.pdf"
    with pytest.raises(SlaError, match="is not there") as refusal:
        output.save(b"x", target)
    assert str(target) in str(refusal.value)


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path):
    (tmp_path / "list.pdf").mkdir()
    with pytest.raises(SlaError, match="is a folder"):
        output.save(b"x", tmp_path / "list.pdf")
    assert [file.name for file in tmp_path.iterdir()] == ["list.pdf"]


@pytest.mark.skipif(not os.path.ismount("/sys"), reason="needs a folder closed even to the administrator")
def test_a_folder_where_nobody_may_write_is_named():
    with pytest.raises(SlaError, match="you may not write there") as refusal:
        output.save(b"x", Path("/sys/list.pdf"))
    assert "“/sys/list.pdf”" in str(refusal.value)


@pytest.mark.skipif(os.name == "nt", reason="the limit on file size is a POSIX one")
def test_when_the_disk_takes_no_more_the_older_file_is_still_whole(tmp_path: Path):
    import resource

    target = tmp_path / "list.pdf"
    target.write_bytes(b"yesterday")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(SlaError, match="disk is full") as refusal:
            output.save(b"x" * 100_000, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert str(target) in str(refusal.value)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"list.pdf": b"yesterday"}
