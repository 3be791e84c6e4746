"""Papers hold what the record holds, and every print is noted."""

import zipfile
from datetime import timedelta

import pytest
from pypdf import PdfReader

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.feedback import THRESHOLD
from sla_desktop.services import (
    attendance,
    badges,
    certificate_papers,
    certificates,
    documents,
    events,
    feedback,
    groups,
    notes,
    pack,
    pack_exports,
    registrations,
    scans,
)
from sla_desktop.services.groups import Wish
from sla_desktop.services.people import attendees
from tests.printing import conformity


@pytest.fixture
def people(store, event, register):
    found = register(
        store,
        event.id,
        "Siân,Ní Bhriain,s@x.org,Oxleas",
        *(f"P{n},Person{n},p{n}@x.org,Org {n % 3}" for n in range(11)),
    )
    for person in found[:10]:
        attendance.check_in(store, event.id, person.id, desk="D", at=event.starts)
    return found


def text_of(path):
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_certificates_are_for_those_who_came_and_nobody_else(store, event, people, tmp_path):
    pages = certificate_papers.print_certificates(store, event.id, tmp_path / "c.pdf")
    text = text_of(tmp_path / "c.pdf")
    assert pages == 10
    for person in people[:10]:
        assert person.name in text
    for person in people[10:]:
        assert person.name not in text


def test_a_certificate_is_verified_from_its_own_pdf(store, event, people, tmp_path):
    certificate_papers.print_certificates(store, event.id, tmp_path / "c.pdf")
    codes = scans.codes_in(str(tmp_path / "c.pdf"))
    proofs = [certificates.verify(store, code) for code in codes]
    assert [proof.name for proof in proofs] == [person.name for person in people[:10]]
    assert all(proof.genuine for proof in proofs)


def test_badges_and_sign_in_sheet_hold_everybody_expected(store, event, people, tmp_path):
    badges.print_badges(store, event.id, tmp_path / "b.pdf")
    documents.print_signin(store, event.id, tmp_path / "s.pdf")
    for path in (tmp_path / "b.pdf", tmp_path / "s.pdf"):
        text = text_of(path)
        assert all(person.registration.code in text for person in people)


def test_table_lists_need_groups_and_then_hold_all_seats(store, event, people, tmp_path):
    with pytest.raises(SlaError, match="No groups were formed"):
        documents.print_tables(store, event.id, tmp_path / "t.pdf")
    groups.form_groups(store, event.id, Wish(rounds=2, size=5), seconds=0.1)
    documents.print_tables(store, event.id, tmp_path / "t.pdf")
    text = text_of(tmp_path / "t.pdf")
    assert all(person.name in text for person in people[:10])
    assert "Round 2" in text


def test_the_pack_tells_reach_connections_and_feedback(store, event, people, tmp_path):
    groups.form_groups(store, event.id, Wish(rounds=2, size=5), seconds=0.1)
    for _ in range(6):
        feedback.answer(store, event.id, {"connections": "yes", "skills": "5", "enabler": "Time to meet"})
    feedback.answer(store, event.id, {"enabler": "Thank you Siân"})
    pack.print_pack(store, event.id, tmp_path / "p.pdf")
    text = " ".join(text_of(tmp_path / "p.pdf").split())
    assert "10 of 12 registered people took part (83%)" in text
    assert "Time to meet" in text
    assert "Thank you" not in text
    assert "Not shown: 1 could name somebody and 5 said the same as another." in text


def test_the_pack_never_shows_a_small_group(store, event, people):
    bars = pack.build_pack(store, event).sections[0].charts
    shown = [value for chart in bars for _, value, _ in chart.rows]
    assert all(value >= THRESHOLD for value in shown)


def test_groups_of_the_same_size_are_told_as_equals():
    from_two = ["Health"] * 6 + ["Social care"] * 6
    assert pack._bars(from_two, "sector", "of all").title == "Health and Social care: equally large, 50% of all each"
    bars = pack._bars([*from_two, "Police"], "sector", "of all")
    assert bars.title == "Health: no sector is larger, 46% of all"
    assert "other groups together" in bars.source
    assert pack._bars([*from_two, "Health"], "sector", "of all").title == "Health: the largest sector, 54% of all"


def test_every_print_is_noted_with_its_desk(store, event, people, tmp_path):
    store.name_desk("Office")
    documents.print_signin(store, event.id, tmp_path / "s.pdf")
    (record,) = documents.print_log(store, event.id)
    assert (record.document, record.desk) == ("sign-in sheet", "Office")


@pytest.mark.parametrize("draw", [badges.print_badges, documents.print_signin])
def test_an_event_without_people_prints_nothing(store, event, tmp_path, draw):
    with pytest.raises(SlaError, match="Nobody is registered"):
        draw(store, event.id, tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()


def test_nobody_there_means_no_certificates(store, event, tmp_path):
    with pytest.raises(SlaError, match="nobody to certify"):
        certificate_papers.print_certificates(store, event.id, tmp_path / "x.pdf")


def test_a_folder_that_is_not_there_is_told_and_nothing_is_noted_as_printed(store, event, people, tmp_path):
    with pytest.raises(SlaError, match="missing"):
        certificate_papers.print_certificates(store, event.id, tmp_path / "missing" / "c.pdf")
    assert documents.print_log(store, event.id) == []


@pytest.mark.parametrize("name", ["register.xlsx", "register.csv"])
def test_the_register_is_a_spreadsheet(store, event, people, tmp_path, name):
    assert documents.write_register(store, event.id, tmp_path / name) == 12
    data = (tmp_path / name).read_bytes()
    assert zipfile.is_zipfile(tmp_path / name) if name.endswith("xlsx") else "Siân Ní Bhriain".encode() in data


def test_codes_are_read_only_from_files_that_have_some(tmp_path):
    with pytest.raises(SlaError, match="no file"):
        scans.codes_in(str(tmp_path / "none.pdf"))
    (tmp_path / "bad.pdf").write_text("not a PDF")
    with pytest.raises(SlaError, match="cannot be read"):
        scans.codes_in(str(tmp_path / "bad.pdf"))
    from PIL import Image

    Image.new("L", (300, 300), 255).save(tmp_path / "blank.png")
    with pytest.raises(SlaError, match="No code"):
        scans.codes_in(str(tmp_path / "blank.png"))


def test_the_pack_tells_the_day_who_met_what_tables_made_and_earlier_events(store, event, people, tmp_path):
    before = events.add_event(
        store, title="Spring day", starts=event.starts - timedelta(days=90), ends=event.ends - timedelta(days=90)
    )
    registrations.apply_import(store, before.id, registrations.plan_import(store, before.id, tmp_path / "people.csv"))
    for person in attendees(store, before.id)[:6]:
        attendance.check_in(store, before.id, person.id, desk="D", at=before.starts)
    groups.form_groups(store, event.id, Wish(rounds=2, size=5), seconds=0.1)
    notes.add_note(store, event.id, kind="idea", text="A shared bus")
    notes.add_note(store, event.id, kind="action", text="Ask the council", owner="Ngozi")
    pack.print_pack(store, event.id, tmp_path / "p.pdf")
    assert conformity.faults(tmp_path / "p.pdf") == []
    text = " ".join(text_of(tmp_path / "p.pdf").split())
    for said in (
        "Most people were in the room at 09:00: 10.",
        "pairs of people sat together",
        "A shared bus",
        "Ask the council Ngozi",
        "More came than to any event before.",
        "The numbers behind the charts",
    ):
        assert said in text


@pytest.mark.parametrize("suffix", [".xlsx", ".html", ".pptx"])
def test_the_pack_is_written_in_other_forms_too(store, event, people, tmp_path, suffix):
    groups.form_groups(store, event.id, Wish(rounds=2, size=5), seconds=0.1)
    pack_exports.write_pack(store, event.id, tmp_path / f"p{suffix}")
    data = (tmp_path / f"p{suffix}").read_bytes()
    if suffix == ".html":
        page = data.decode()
        assert '<html lang="en-GB">' in page
        assert "10 of 12 registered people took part (83%)" in page
        assert page.count("<table") >= 2
    else:
        with zipfile.ZipFile(tmp_path / f"p{suffix}") as archive:
            assert any("chart" in name for name in archive.namelist())
