"""The pack says everything it was given, in order, and can be found one's way in."""

from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing.pack import (
    Bars,
    BeforeNow,
    Headline,
    Intervals,
    Pack,
    Section,
    Table,
    print_pack,
)
from sla_desktop.printing.style import Identity

from . import reading

PARAGRAPH = "The day brought together people from across six boroughs; most had not met before. " * 3
SECTIONS = (
    Section(
        "Who came",
        "96 people from 31 organisations came",
        (PARAGRAPH,),
        (
            Bars(
                "Half work in community services",
                (("Community services", 48, "48"), ("Acute hospitals", 22, "22"), ("Carers", None, "fewer than 5")),
                "People",
                "Source: check-in records, n = 96",
                highlight=("Community services",),
            ),
        ),
        Table(
            "By sector",
            ("Sector", "Registered", "Came"),
            (("Community services", "55", "48"), ("Carers", "fewer than 5", "fewer than 5")),
            "Source: registrations",
        ),
    ),
    Section(
        "New connections",
        "Nine in ten made a connection",
        charts=(
            Intervals(
                "Nine in ten expect to use a connection",
                (("I made a connection", 0.91, 0.83, 0.95, 81), ("Carers", "fewer than 5", None, None, None)),
                "Source: feedback",
            ),
        ),
        quotes=("I met the person from the other side of my corridor.", "Great day 😀"),
    ),
    Section(
        "Confidence",
        "Confidence rose by a point",
        charts=(
            BeforeNow(
                "It rose most in relationships",
                (("Relationships", 3.1, 4.2), ("Individual effectiveness", 3.6, 3.5), ("Learning", None, None)),
                (1, 5),
                "Source: 74 answers",
            ),
        ),
    ),
)
PACK = Pack(
    "Leading across boundaries",
    "Thursday 12 November 2026",
    "St Thomas' Hall",
    "System Leadership Academy",
    (
        Headline("96", "people took part", "of 131 registered"),
        Headline("1,071", "new pairs"),
        Headline("+0.6", "points"),
    ),
    SECTIONS,
    ("Attendance is counted at the doors.", "Groups of fewer than five are not shown."),
)


def everything_said(value: object) -> list[str]:
    """Every text of a pack, however deep."""
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, tuple):
        return [said for each in value for said in everything_said(each)]
    if hasattr(value, "__dataclass_fields__"):
        return [said for name in value.__dataclass_fields__ for said in everything_said(getattr(value, name))]
    return []


def test_everything_that_was_given_is_printed(tmp_path: Path, identity: Identity):
    pages = print_pack(PACK, tmp_path / "p.pdf", identity=identity)
    texts = reading.texts(tmp_path / "p.pdf")
    assert len(texts) == pages
    page = "".join("".join(texts).split())
    for said in everything_said(PACK):
        assert "".join(said.replace("😀", "[grinning face]").split()) in page


def test_values_stand_beside_their_marks(tmp_path: Path, identity: Identity):
    print_pack(PACK, tmp_path / "p.pdf", identity=identity)
    page = reading.words(" ".join(reading.texts(tmp_path / "p.pdf")))
    for said in ("91%", "83 to 95%", "81", "3.1", "4.2", "+1.1", "−0.1"):
        assert said in page
    charts, _, figures = page.partition("The numbers behind the charts")
    assert charts.count("fewer than 5") == 3 + 2
    assert "fewer than 5" in figures


def test_the_first_page_has_the_numbers_and_where_each_finding_is(tmp_path: Path, identity: Identity):
    print_pack(replace(PACK, sections=SECTIONS * 4), tmp_path / "p.pdf", identity=identity)
    pages = reading.texts(tmp_path / "p.pdf")
    front = reading.words(pages[0])
    assert all(one.value in front and one.label in front for one in PACK.headline)
    last = next(number for number, page in reversed(list(enumerate(pages, 1))) if SECTIONS[2].finding in page)
    assert front.rstrip().endswith(f"{SECTIONS[2].finding} {last}") or f"{SECTIONS[2].finding} {last}" in front


@pytest.mark.parametrize("count", [19, 20, 24, 25])
def test_no_finding_goes_over_to_the_next_page_alone(count: int, tmp_path: Path, identity: Identity):
    many = tuple(replace(SECTIONS[0], title=f"Part {number}.") for number in range(count))
    print_pack(replace(PACK, sections=many), tmp_path / "p.pdf", identity=identity)
    first, second = (
        sum(f"Part {number}." in page for number in range(count)) for page in reading.texts(tmp_path / "p.pdf")[:2]
    )
    assert first == count or (first > count / 2 and first + second >= count and second > 2)


def test_sections_are_in_the_viewers_contents(tmp_path: Path, identity: Identity):
    print_pack(PACK, tmp_path / "p.pdf", identity=identity)
    reader = pypdf.PdfReader(tmp_path / "p.pdf")
    assert [entry.title for entry in reader.outline] == [section.title for section in SECTIONS]
    for entry in reader.outline:
        finding = next(section.finding for section in SECTIONS if section.title == entry.title)
        number = reader.get_destination_page_number(entry)
        assert finding in reading.words(reader.pages[number].extract_text())
        assert number > 0


def test_every_page_is_numbered_and_no_page_is_empty(tmp_path: Path, identity: Identity):
    total = print_pack(replace(PACK, sections=SECTIONS * 6), tmp_path / "p.pdf", identity=identity)
    for number, page in enumerate(reading.texts(tmp_path / "p.pdf"), start=1):
        assert f"Page {number} of {total}" in page
        assert len(page) > 150


def test_a_table_longer_than_a_page_repeats_its_columns(tmp_path: Path, identity: Identity):
    rows = tuple((f"Organisation {n:03}", str(n), "fewer than 5") for n in range(120))
    section = Section("All", "Everybody", table=Table("By organisation", ("Name", "Came", "Left"), rows))
    print_pack(replace(PACK, sections=(section,)), tmp_path / "p.pdf", identity=identity)
    pages = reading.texts(tmp_path / "p.pdf")
    filled = [page for page in pages if "Organisation 0" in page or "Organisation 1" in page]
    assert len(filled) >= 3
    assert all("Name Came Left" in reading.words(page) for page in filled)
    assert all(f"Organisation {n:03}" in "".join(filled) for n in range(120))


def test_a_chart_longer_than_a_page_goes_on(tmp_path: Path, identity: Identity):
    rows = tuple((f"Organisation {n:03}", float(n), str(n)) for n in range(90))
    section = Section("All", "Everybody", charts=(Bars("Most came from one", rows, "People", "n = 90"),))
    print_pack(replace(PACK, sections=(section,)), tmp_path / "p.pdf", identity=identity)
    page = "".join(reading.texts(tmp_path / "p.pdf"))
    assert all(f"Organisation {n:03}" in page for n in range(90))


def test_long_words_everywhere_stay_between_the_margins(tmp_path: Path, identity: Identity):
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
    section = Section(
        long, long, (long,),
        (
            Bars(long, ((long, 3, long[:40]),), long, long),
            Intervals(long, ((long, 1.0, 0.9, 1.0, 100_000),), long),
            BeforeNow(long, ((long, 1.0, 5.0), (long, 5.0, 1.0)), (1, 5), long),
        ),
        Table(long, (long, long, "n"), ((long, long, "1,000"),), long), (long,),
    )  # fmt: skip
    pack = Pack(long, long, long, long, (Headline(long, long, long),) * 3, (section,), (long,))
    total = print_pack(pack, tmp_path / "p.pdf", identity=identity)
    for page in range(1, total):
        ink = reading.ink(tmp_path / "p.pdf", page)
        assert not ink[:, :54].any()
        assert not ink[:, -54:].any()


def test_charts_can_be_read_in_black_and_white(tmp_path: Path, identity: Identity):
    section = replace(SECTIONS[0], text=(), table=None)
    print_pack(replace(PACK, sections=(section,)), tmp_path / "p.pdf", identity=identity)
    greys = reading.picture(tmp_path / "p.pdf", 1)
    column = greys[:, int(595 * (0.096 + 0.34 * 0.81)) + 20]
    dark, pale = (int(column[column < 250].min()), int(column[(column > 150) & (column < 230)].min()))
    assert pale - dark > 60


def test_the_document_says_what_it_is_and_holds_its_fonts(tmp_path: Path, identity: Identity):
    print_pack(PACK, tmp_path / "p.pdf", identity=identity)
    reader = pypdf.PdfReader(tmp_path / "p.pdf")
    assert reader.metadata.title == PACK.event_title
    assert reader.metadata.author == PACK.organiser
    assert reader.root_object["/Lang"] == "en-GB"
    found = reading.fonts(tmp_path / "p.pdf")
    assert found
    assert all(descriptor and "/FontFile2" in descriptor for descriptor in found)


def test_the_same_pack_gives_the_same_bytes(tmp_path: Path, identity: Identity):
    for file in ("one.pdf", "two.pdf"):
        print_pack(PACK, tmp_path / file, identity=identity)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_a_pack_without_sections_is_its_first_page(tmp_path: Path, identity: Identity):
    bare = Pack("Learning day", "", "", "Academy", (), (), ())
    assert print_pack(bare, tmp_path / "p.pdf", identity=identity) == 1
    assert "Learning day" in reading.texts(tmp_path / "p.pdf")[0]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, identity: Identity):
    with pytest.raises(SlaError, match="is not there"):
        print_pack(PACK, tmp_path / "away" / "p.pdf", identity=identity)


@pytest.mark.parametrize("filling", range(9, 17))
def test_no_section_begins_at_the_foot_of_a_page_without_its_chart(filling, tmp_path: Path, identity: Identity):
    chart = Bars("Most met somebody", (("Pairs", 9.0, "9"), ("Before", 4.0, "4")), "Pairs", "Source: groups")
    first = Section("Who came", "Many came", (PARAGRAPH,) * filling)
    pack = replace(PACK, sections=(first, Section("Connections", "They met", (PARAGRAPH,) * 2, (chart,))))
    print_pack(pack, tmp_path / "p.pdf", identity=identity)
    begins = next(page for page in reading.texts(tmp_path / "p.pdf")[1:] if "They met" in page)
    assert "Most met somebody" in begins


@pytest.mark.parametrize("rows", range(36, 44))
def test_the_source_of_a_table_is_never_alone_on_a_page(rows: int, tmp_path: Path, identity: Identity):
    table = Table("Wards", ("Ward", "n"), tuple((f"Ward {n}", str(n)) for n in range(rows)), "Attendance record")
    print_pack(
        replace(PACK, sections=(Section("All", "Everybody", table=table),), method=()),
        tmp_path / "p.pdf",
        identity=identity,
    )
    last = reading.texts(tmp_path / "p.pdf")[-1]
    assert "Attendance record" in last
    assert f"Ward {rows - 1}" in last


@pytest.mark.parametrize("filling", range(20, 40, 2))
def test_quotes_begin_on_the_page_of_their_section(filling: int, tmp_path: Path, identity: Identity):
    before = Section("First", "Filling", ("A line. ",) * filling)
    quoted = Section("Second", "In their words", ("Not shown: 1.",), quotes=("Time to talk.", "Half a day."))
    print_pack(replace(PACK, sections=(before, quoted), method=()), tmp_path / "p.pdf", identity=identity)
    page = next(text for text in reading.texts(tmp_path / "p.pdf")[1:] if "In their words" in text)
    assert "Time to talk." in page


def test_a_first_column_of_numbers_stands_at_the_left(tmp_path: Path, identity: Identity):
    table = Table("How likely", ("Step", "People"), tuple((str(n), str(n + 20)) for n in range(11)))
    print_pack(
        replace(PACK, sections=(Section("All", "Everybody", table=table),), method=()),
        tmp_path / "p.pdf",
        identity=identity,
    )
    places: dict[str, float] = {}
    page = pypdf.PdfReader(tmp_path / "p.pdf").pages[1]
    page.extract_text(visitor_text=lambda said, _cm, tm, *_: places.setdefault(said.strip(), tm[4]))
    assert places["Step"] < 100 < places["People"]
