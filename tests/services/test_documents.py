"""Papers hold what the record holds, and every print is noted."""

import io
import zipfile
from dataclasses import replace
from datetime import timedelta

import openpyxl
import pytest
from pypdf import PdfReader

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.feedback import THRESHOLD
from sla_desktop.services import (
    attendance,
    badges,
    certificate_papers,
    certificates,
    clock,
    documents,
    events,
    feedback,
    frameworks,
    groups,
    handouts,
    notes,
    pack,
    pack_exports,
    pack_reach,
    registrations,
    scans,
    system,
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
    badge, sheet = text_of(tmp_path / "b.pdf"), text_of(tmp_path / "s.pdf")
    assert all(person.registration.code in badge and person.name in sheet for person in people)
    assert not [person for person in people if person.registration.code in sheet]
    assert conformity.faults(tmp_path / "s.pdf") == []


def test_a_sign_in_sheet_has_ticket_codes_beside_names_that_two_people_have(store, event, people, register, tmp_path):
    twins = [one for one in register(store, event.id, "P1,Person1,q@x.org,Mind") if one.name == "P1 Person1"]
    documents.print_signin(store, event.id, tmp_path / "s.pdf")
    codes = [one.registration.code for one in attendees(store, event.id)]
    text = text_of(tmp_path / "s.pdf")
    assert {code for code in codes if code in text} == {one.registration.code for one in twins}
    assert len(twins) == 2


def test_names_in_one_case_are_printed_as_they_stand_with_a_remark(store, event, people, register, tmp_path):
    assert badges.left_out(store, event) == ""
    names = (
        "AISHA,MACDONALD,a@x.org,Mind",
        "jack,singh,b@x.org,Mind",
        "AJ,,c@x.org,Mind",
        "محمد,الأحمد,d@x.org,Mind",
    )
    register(store, event.id, *names)
    badges.print_badges(store, event.id, tmp_path / "b.pdf")
    assert all(name in text_of(tmp_path / "b.pdf") for name in ("AISHA MACDONALD", "jack singh"))
    assert badges.left_out(store, event).startswith(
        "In capitals or small letters only: AISHA MACDONALD and jack singh."
    )


def test_one_name_that_no_font_has_does_not_hold_up_the_badges(store, event, people, register, tmp_path):
    register(store, event.id, "𒀀,,a@x.org,Oxleas")
    badges.print_badges(store, event.id, tmp_path / "b.pdf")
    assert all(person.registration.code in text_of(tmp_path / "b.pdf") for person in people)
    assert badges.left_out(store, event).startswith("No badge for 𒀀: no font has the letters.")
    without = {one.id for one in attendees(store, event.id)} - badges.printed_before(store, event.id)
    assert len(without) == 1


def test_people_of_one_name_have_their_organisation_on_itineraries_and_in_the_list_by_name(
    store, event, register, tmp_path
):
    for person in register(
        store, event.id, "Jane,Smith,a@x.org,Age UK", "Jane,Smith,b@x.org,Mind", "Ann,Lee,,Oxleas"
    ):
        attendance.check_in(store, event.id, person.id, desk="D", at=event.starts)
    groups.form_groups(store, event.id, Wish(rounds=1, size=3), seconds=0.1)
    handouts.print_itineraries(store, event.id, tmp_path / "i.pdf")
    documents.print_tables(store, event.id, tmp_path / "t.pdf")
    for path in (tmp_path / "i.pdf", tmp_path / "t.pdf"):
        text = " ".join(text_of(path).split())
        assert "Jane Smith (Age UK)" in text
        assert "Jane Smith (Mind)" in text
        assert "Ann Lee (" not in text


def test_tables_stand_on_backs_of_badges_only_since_a_plan_may_change(store, event, people, tmp_path):
    groups.form_groups(store, event.id, Wish(rounds=2, size=5), seconds=0.1)
    badges.print_badges(store, event.id, tmp_path / "b.pdf")
    assert "table" not in text_of(tmp_path / "b.pdf")
    badges.print_badges(store, event.id, tmp_path / "b.pdf", badges.BadgeSheet(backs="rounds"))
    front, back, *_ = (page.extract_text() for page in PdfReader(tmp_path / "b.pdf").pages)
    assert ("table" in front, "table" in back) == (False, True)


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


def test_who_cancelled_and_came_counts_everywhere_and_who_stayed_away_met_nobody(store, event, people):
    groups.form_groups(store, event.id, Wish(rounds=2, size=5), seconds=0.1)
    with store.change() as tx:
        tx.put(replace(people[0].registration, status="cancelled"))
    attendance.undo_last(store, event.id, people[1].id, desk="D", reason="went home")
    made = pack.build_pack(store, event)
    assert (made.headline[0].value, made.headline[0].note) == ("9", "of 12 registered")
    connections = next(one for one in made.sections if one.title == "New connections")
    (by_round,) = connections.charts
    assert made.headline[2].value == str(round(sum(count for _, count, _ in by_round.rows)))


def test_what_nobody_stated_makes_no_chart():
    assert pack_reach._bars(["", "", "", "", "", "", "Health"], "sector") is None


def test_the_pack_tells_who_was_missing_and_how_far_the_target_is_reached(store, event, register, tmp_path):
    lines = [f"P{n},Person{n},p{n}@x.org,Org {n},{'Health' if n < 9 else 'Council'}" for n in range(15)]
    path = tmp_path / "p.csv"
    path.write_text("\n".join(["First name,Surname,Email,Organisation,Sector", *lines]), encoding="utf-8")
    registrations.apply_import(store, event.id, registrations.plan_import(store, event.id, path))
    for person in attendees(store, event.id):
        attendance.check_in(store, event.id, person.id, desk="D", at=event.starts)
    table = tmp_path / "makeup.csv"
    table.write_text('What,Group,People\nSector,Health,"1,000"\nSector,council,8000\nSector,Care homes,1000\n')
    system.set_system(store, makeup=table, target=60)
    told = {section.title: section for section in pack.build_pack(store, event).sections}
    assert told["Who was missing"].finding == "council: 80% of the system, 40% of those who came."
    assert told["Who was missing"].text == ("Too few came to be shown by themselves, or nobody: Care homes.",)
    assert told["Progress to the access target"].finding == "15 different people reached so far: 25% of 60."


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("Group,People\nHealth,5", "has no column “what”"),
        ("What,Group,People\nAge,Old,5", "“Age” is none of sector, place, profession, level"),
        ("What,Group,People\nSector,Health,many", "Row 2 .* needs a group and a number of people"),
    ],
)
def test_a_table_that_is_no_make_up_is_refused(store, tmp_path, rows, sentence):
    (tmp_path / "m.csv").write_text(rows)
    with pytest.raises(SlaError, match=sentence):
        system.set_system(store, makeup=tmp_path / "m.csv")
    assert system.system_of(store).makeup == {}


def test_no_arrival_step_of_the_pack_is_small(store, event, people):
    (day,) = (one for one in pack.build_pack(store, event).sections if one.title == "The day as it went")
    assert all(count >= THRESHOLD for chart in day.charts[1:] for _, count in chart.rows)


def test_answers_on_a_scale_are_drawn_only_as_far_as_they_may_be_shown(store, event, people):
    for answer in ("4", "5"):
        for _ in range(8):
            feedback.answer(store, event.id, {"connections": "yes", "openly": answer})
    agree = next(one for one in pack.build_pack(store, event).sections if one.title == "Where people agree")
    assert agree.finding == "“I felt able to speak openly”: 16 people say agree or strongly agree."
    assert agree.charts[0].rows == (("I felt able to speak openly.", (0, 0, 0, 8, 8)),)


def test_what_tables_said_more_than_once_is_ranked(store, event, people):
    for text in ("Meet monthly", "meet monthly", "Shadow a ward"):
        notes.add_note(store, event.id, kind="idea", text=text)
    ideas = next(one for one in pack.build_pack(store, event).sections if one.title == "Ideas")
    assert ideas.finding == "“Meet monthly” was said most often: 2 of 3 ideas."
    assert ideas.quotes == ("Shadow a ward",)


def test_groups_of_the_same_size_are_told_as_equals():
    from_two = ["Health"] * 6 + ["Social care"] * 6
    assert pack_reach._bars(from_two, "sector").title.startswith("Health and Social care: equally large, 50% of")
    bars = pack_reach._bars([*from_two, "Police"], "sector")
    assert bars.title == "Health: no sector is larger, 46% of those who came"
    assert "other groups together" in bars.source
    assert pack_reach._bars([*from_two, "Health"], "sector").title.startswith("Health: the largest sector, 54% of")


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

    Image.new("L", (30, 30)).save(tmp_path / "sound.png")
    (tmp_path / "bad.png").write_bytes((tmp_path / "sound.png").read_bytes().replace(b"IDAT", b"\xff\xfe\x00\x01"))
    with pytest.raises(SlaError, match="cannot be read"):
        scans.codes_in(str(tmp_path / "bad.png"))
    Image.new("L", (300, 300), 255).save(tmp_path / "blank.png")
    with pytest.raises(SlaError, match="No code"):
        scans.codes_in(str(tmp_path / "blank.png"))


def test_a_pack_made_during_the_event_counts_up_to_now_and_says_so(store, event, people):
    with clock.played(event.starts + timedelta(minutes=100)):
        day = next(one for one in pack.build_pack(store, event).sections if one.title == "The day as it went")
    assert [row[0] for row in day.charts[0].rows] == ["09:00", "09:30", "10:00", "10:30"]
    assert day.text == ("The event is not over yet: this is how it was by 10:40.",)


def test_most_people_were_there_when_they_were_and_not_on_the_half_hour(store, event, people):
    for person in people[:6]:
        attendance.check_out(store, event.id, person.id, desk="D", at=event.starts + timedelta(minutes=20))
    for person in (*people[:6], *people[10:]):
        attendance.check_in(store, event.id, person.id, desk="D", at=event.starts + timedelta(minutes=31))
        attendance.check_out(store, event.id, person.id, desk="D", at=event.starts + timedelta(minutes=59))
    day = next(one for one in pack.build_pack(store, event).sections if one.title == "The day as it went")
    assert day.finding == "Most people were in the room at 09:31: 12."


def test_the_workbook_of_the_pack_names_its_sheets_by_their_sections(store, event, people, tmp_path):
    pack_exports.write_pack(store, event.id, tmp_path / "p.xlsx")
    names = openpyxl.load_workbook(tmp_path / "p.xlsx", read_only=True).sheetnames
    assert names == ["Findings", "The day as it went"]


def test_rounds_are_told_as_a_plan_until_the_event_is_over(store, event, people):
    groups.form_groups(store, event.id, Wish(rounds=2, size=5), seconds=0.1)

    def told():
        made = pack.build_pack(store, event)
        section = next(one for one in made.sections if one.title == "New connections")
        return made.headline[2].label, section.finding, [chart.title for chart in section.charts]

    with clock.played(event.starts + timedelta(minutes=5)):
        label, finding, charts = told()
    assert (label, finding.startswith("By the plan")) == ("pairs planned at tables", True)
    with clock.played(event.ends):
        label, finding, after = told()
    assert (label, finding.startswith("On average each person sat")) == ("pairs met at tables", True)
    # All are of no known sector, so a drawing of sectors would say nothing.
    assert [len(charts), len(after)] == [1, 1]
    assert charts != after


def test_the_pack_tells_what_grew_most_and_what_fell_in_one_sentence_everywhere(store, event, people):
    rises, falls = frameworks.characteristics(store)[:2]
    answers = {
        f"before_{rises.key}": "3",
        f"now_{rises.key}": "4",
        f"before_{falls.key}": "4",
        f"now_{falls.key}": "2",
    }
    feedback.answer_all(store, event.id, [answers] * 10, channel="kiosk")
    sections = {one.title: one for one in pack.build_pack(store, event).sections}
    grew, fell = sections["Each characteristic"].finding.split("; ")
    assert grew.endswith("” grew most: from 3.0 to 4.0")
    assert fell.endswith("” fell from 4.0 to 2.0.")
    assert f"{grew}; {fell}" == f"{sections['What people said'].charts[-1].title}."


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
        "On average each person sat with",
        "A shared bus",
        "Ask the council Ngozi",
        "More came than to any event before.",
        "The numbers behind the charts",
    ):
        assert said in text


@pytest.mark.parametrize("suffix", [".xlsx", ".html", ".pptx"])
def test_a_pack_of_the_same_data_has_the_same_bytes_whenever_it_is_written(store, event, people, tmp_path, suffix):
    made = [tmp_path / (name + suffix) for name in ("first", "second")]
    for path in made:
        pack_exports.write_pack(store, event.id, path)
    assert made[0].read_bytes() == made[1].read_bytes()
    parts = _parts(made[0].read_bytes()) if suffix != ".html" else []
    assert not [name for name, moment, data in parts if moment[0] != 1980 or b"dcterms:created" in data]


def _parts(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        for info in archive.infolist():
            data = archive.read(info)
            yield info.filename, info.date_time, data
            if info.filename.endswith(".xlsx"):
                yield from _parts(data)


@pytest.mark.parametrize("suffix", [".xlsx", ".html", ".pptx"])
def test_the_pack_is_written_in_other_forms_too(store, event, people, tmp_path, suffix):
    groups.form_groups(store, event.id, Wish(rounds=2, size=5), seconds=0.1)
    notes.add_note(store, event.id, kind="idea", text="Shadow a colleague")
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
            assert any(b"Shadow a colleague" in archive.read(name) for name in archive.namelist())
