"""Names from all over the world and text made to break programs: copied exactly, or refused, never blank."""

import csv
import json
from pathlib import Path

import pypdfium2
import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing import fonts, style, text
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.shaping import shape

HOSTILE = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "hostile"

pytestmark = pytest.mark.skipif(not HOSTILE.is_dir(), reason="the collection of real files is not here")


def world_names() -> list[str]:
    with (HOSTILE / "cldr48_sample_person_names.csv").open(encoding="utf-8-sig") as file:
        parts = {part for row in csv.DictReader(file) for key, part in row.items() if key not in ("locale", "sample")}
    return sorted(part for part in parts if part)


def copied(names: list[str], path: Path) -> list[str]:
    """What a viewer copies from a document with each name on a page of its own."""
    document = Document(style.A4, title="Names", author="", subject="")
    for name in names:
        document.text(40, 60, name, size=9)
        document.end_page()
    document.save(path)
    with pypdfium2.PdfDocument(path) as read:
        return [read[page].get_textpage().get_text_range() for page in range(len(names))]


def letters(name: str) -> str:
    """A name without spaces and joiners, which viewers put where they see gaps."""
    return "".join(ch for ch in name if not ch.isspace() and not fonts.is_joiner(ch) and ch != "\u200b")


def test_names_of_the_world_are_copied_letter_by_letter(tmp_path: Path):
    names = [name for name in world_names() if not fonts.missing(name)]
    assert len(names) > 1000
    found = copied(names, tmp_path / "names.pdf")
    assert [letters(name) for name in found] == [letters(fonts.visible(name)) for name in names]


def test_names_in_latin_greek_and_cyrillic_are_copied_with_their_spaces(tmp_path: Path):
    european = set(fonts.face("Inter-Regular").covered)
    names = [name for name in world_names() if set(map(ord, name)) <= european]
    assert len(names) > 500
    found = copied(names, tmp_path / "names.pdf")
    assert [name.replace("\u200b", "").strip() for name in found] == names


def test_names_that_cannot_be_printed_are_refused_with_their_letters():
    refused = [name for name in world_names() if fonts.missing(name)]
    assert refused
    for name in refused:
        with pytest.raises(SlaError) as refusal:
            fonts.check_names([("Person 7", name)])
        assert "Person 7" in str(refusal.value)
        assert fonts.missing(name)[0] in str(refusal.value)


def test_naughty_strings_are_wrapped_whole_or_refused():
    for said in json.loads((HOSTILE / "blns.json").read_text(encoding="utf-8")):
        if fonts.missing(said):
            with pytest.raises(SlaError):
                shape(said)
        else:
            assert "".join(text.wrap(said, 80, 9)).replace(" ", "") == "".join(fonts.visible(said).split())
