"""A file is whole or not there, and the sentence names it."""

import os
import stat
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing import output


def test_a_document_is_written_and_nothing_stays_beside_it(tmp_path: Path):
    output.save(b"whole", tmp_path / "list.pdf")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"list.pdf": b"whole"}


def test_an_older_file_of_the_name_is_replaced_and_never_written_into(tmp_path: Path):
    (tmp_path / "list.pdf").write_bytes(b"%PDF old and longer")
    os.link(tmp_path / "list.pdf", tmp_path / "same file.pdf")
    output.save(b"%PDF new", tmp_path / "list.pdf")
    assert (tmp_path / "list.pdf").read_bytes() == b"%PDF new"
    assert (tmp_path / "same file.pdf").read_bytes() == b"%PDF old and longer"


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
    target.write_bytes(b"%PDF yesterday")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(SlaError, match="disk is full") as refusal:
            output.save(b"x" * 100_000, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert str(target) in str(refusal.value)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"list.pdf": b"%PDF yesterday"}


@pytest.mark.parametrize("name", ["office.sla", "list", "list.pdf.xlsx", ".pdf"])
def test_a_name_that_is_not_one_of_a_pdf_is_refused_and_what_bears_it_is_left_alone(tmp_path: Path, name: str):
    target = tmp_path / name
    target.write_bytes(b"%PDF everything we know about the day")
    with pytest.raises(SlaError, match=r"ends in “\.pdf”") as refusal:
        output.save(b"x", target)
    assert f"“{target}”" in str(refusal.value)
    assert target.read_bytes() == b"%PDF everything we know about the day"
    with pytest.raises(SlaError):
        output.save(b"x", tmp_path / "new" / name)


def test_the_ending_may_be_in_capitals(tmp_path: Path):
    output.save(b"whole", tmp_path / "LIST.PDF")
    assert (tmp_path / "LIST.PDF").read_bytes() == b"whole"


@pytest.mark.parametrize("held", [b"SQLite format 3", b"", b" %PDF"])
def test_a_file_that_is_no_pdf_is_never_replaced_whatever_its_name(tmp_path: Path, held: bytes):
    (tmp_path / "list.pdf").write_bytes(held)
    with pytest.raises(SlaError, match="not a PDF") as refusal:
        output.save(b"x", tmp_path / "list.pdf")
    assert f"“{tmp_path / 'list.pdf'}”" in str(refusal.value)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"list.pdf": held}


@pytest.mark.skipif(os.name == "nt", reason="pipes and devices have no names in folders there")
def test_a_pipe_or_a_way_to_something_else_is_never_replaced(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "device.pdf").symlink_to("/dev/full")
    (tmp_path / "nowhere.pdf").symlink_to(tmp_path / "gone.pdf")
    for name in ("pipe.pdf", "device.pdf", "nowhere.pdf"):
        with pytest.raises(SlaError, match="not a PDF"):
            output.save(b"x", tmp_path / name)
    assert stat.S_ISFIFO((tmp_path / "pipe.pdf").stat().st_mode)
    assert sorted(file.name for file in tmp_path.iterdir() if file.is_symlink()) == ["device.pdf", "nowhere.pdf"]


def test_no_name_at_all_is_refused_in_a_sentence():
    with pytest.raises(SlaError, match="is a folder: choose a name"):
        output.save(b"x", Path(""))


@pytest.mark.parametrize(
    ("name", "why"),
    [("n" * 300 + ".pdf", "too long"), ("a\0b.pdf", "no file can have this name")],
)
def test_a_name_that_no_file_can_have_is_refused_in_one_line(tmp_path: Path, name: str, why: str):
    with pytest.raises(SlaError, match=why) as refusal:
        output.save(b"x", tmp_path / name)
    assert str(refusal.value).isprintable()
    assert name.replace("\0", "\ufffd") in str(refusal.value)
    assert list(tmp_path.iterdir()) == []


@given(st.text(max_size=300))
def test_whatever_is_typed_as_a_name_is_written_or_refused_in_a_sentence(typed: str):
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "inside" / f"x{typed.replace('/', '')}.pdf"
        target.parent.mkdir()
        try:
            output.save(b"%PDF", target)
        except SlaError as refusal:
            assert str(refusal).isprintable()  # noqa: PT017 - both ends are allowed
            assert list(target.parent.iterdir()) == []
        else:
            assert target.read_bytes() == b"%PDF"
