"""Handouts hold what the record holds, and every one is accessible and archival."""

from datetime import timedelta

import pytest
from pypdf import PdfReader

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing.handouts import Sign, print_signs
from sla_desktop.printing.style import Identity
from sla_desktop.services import attendance, doctor, documents, doors, events, groups, handouts, places
from sla_desktop.services.groups import Wish
from tests.conftest import STARTS
from tests.printing import conformity, reading

ALL = {
    "itineraries": handouts.print_itineraries,
    "door signs": handouts.print_door_signs,
    "table cards": handouts.print_table_cards,
    "name list": handouts.print_names,
    "agenda": handouts.print_agenda,
}


@pytest.fixture
def day(store, event, register):
    people = register(store, event.id, *(f"P{n},Pérson{n},p{n}@x.org,Org {n % 3}" for n in range(12)))
    events.add_room(store, event.id, "Great Hall", None)
    room = events.add_room(store, event.id, "Garden", None)
    made = events.add_session(store, event.id, title="Opening", starts=STARTS, ends=STARTS + timedelta(hours=1))
    with store.change() as tx:
        from dataclasses import replace

        tx.put(replace(made, room_id=room.id))
    for person in people:
        attendance.check_in(store, event.id, person.id, desk="D", at=event.starts)
    groups.form_groups(store, event.id, Wish(rounds=2, size=4), seconds=0.1)
    return people


def text_of(path):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


@pytest.mark.parametrize("what", ALL)
def test_every_handout_conforms_and_is_noted(store, event, day, tmp_path, what):
    pages = ALL[what](store, event.id, tmp_path / "h.pdf")
    assert len(PdfReader(tmp_path / "h.pdf").pages) == pages
    assert conformity.faults(tmp_path / "h.pdf") == []
    assert documents.print_log(store, event.id)[-1].document == what


def test_an_itinerary_tells_each_person_every_table(store, event, day, tmp_path):
    assert handouts.print_itineraries(store, event.id, tmp_path / "h.pdf") == 3
    text = text_of(tmp_path / "h.pdf")
    assert all(person.name in text for person in day)
    assert text.count("Round 2: table") == 12
    assert text.count("Community day, 24 November 2026") == 12


def test_whose_itinerary_is_set_smaller_is_told(store, event, day, register, tmp_path):
    assert handouts.itinerary_words(store, event) == ""
    long = "Supercalifragilisticexpialidocious"
    person = next(one for one in register(store, event.id, f"{long},,s@x.org,Org") if one.name == long)
    attendance.check_in(store, event.id, person.id, desk="D", at=event.starts)
    groups.form_groups(store, event.id, Wish(rounds=2, size=4), seconds=0.1)
    assert handouts.itinerary_words(store, event) == f"Set smaller than the others, so that all of it fits: {long}."


def test_a_door_sign_tells_what_happens_in_its_room(store, event, day, tmp_path):
    handouts.print_door_signs(store, event.id, tmp_path / "h.pdf")
    garden, hall = (page.extract_text() for page in PdfReader(tmp_path / "h.pdf").pages)
    assert "Garden" in garden
    assert "Opening" in garden
    assert "Opening" not in hall


def test_a_full_day_on_a_door_sign_gets_more_of_the_page_than_its_title(tmp_path):
    for count in (3, 15):
        sign = Sign("Great Hall", tuple(f"{n + 1}:00 Workshop {n}" for n in range(count)))
        print_signs([sign], tmp_path / f"{count}.pdf", subject="Signs", identity=Identity("Academy"))
    few, many = (reading.type_sizes(tmp_path / f"{count}.pdf") for count in (3, 15))
    assert many["Great Hall"] < few["Great Hall"]
    assert min(many.values()) >= 14


def test_the_agenda_tells_time_and_room(store, event, day, tmp_path):
    handouts.print_agenda(store, event.id, tmp_path / "h.pdf")
    assert "09:00 to 10:00 Opening Garden" in text_of(tmp_path / "h.pdf")


def test_the_days_of_an_event_that_has_several_are_told(store, register, tmp_path):
    event = events.add_event(store, title="Summit", starts=STARTS, ends=STARTS + timedelta(days=1, hours=7))
    register(store, event.id, "Ann,Lee,a@x.org,Oxleas")
    late = STARTS + timedelta(days=1)
    second = events.add_session(store, event.id, title="Plenary", starts=late, ends=late + timedelta(hours=1))
    handouts.print_agenda(store, event.id, tmp_path / "a.pdf")
    told = text_of(tmp_path / "a.pdf")
    assert "24 to 25 November 2026" in told
    assert "Wed 25 Nov, 09:00 to 10:00 Plenary" in told
    documents.print_signin(store, event.id, tmp_path / "d.pdf")
    pages = [page.extract_text() for page in PdfReader(tmp_path / "d.pdf").pages]
    assert [("24 November 2026" in page, "25 November 2026" in page) for page in pages] == [
        (True, False),
        (False, True),
    ]
    handouts.print_session_signin(store, event.id, second.id, tmp_path / "s.pdf")
    assert "09:00 to 10:00, 25 November 2026" in text_of(tmp_path / "s.pdf")


def test_times_of_an_agenda_leave_the_page_to_what_happens(store, event, day, tmp_path):
    handouts.print_agenda(store, event.id, tmp_path / "h.pdf")
    places = {}
    page = PdfReader(tmp_path / "h.pdf").pages[0]
    page.extract_text(visitor_text=lambda said, _cm, tm, *_: places.setdefault(said.strip(), tm[4]))
    assert places["Time"] < places["What"] < 160


def test_a_short_list_is_set_large_and_has_no_empty_column(store, event, day, tmp_path):
    handouts.print_names(store, event.id, tmp_path / "h.pdf")
    sizes = reading.type_sizes(tmp_path / "h.pdf")
    assert sizes["Organisation"] == 13
    assert "Role" not in sizes


def test_a_long_list_takes_no_more_pages_for_being_large(store, event, register, tmp_path):
    register(store, event.id, *(f"P{n},Person{n},p{n}@x.org,Org {n % 3}" for n in range(80)))
    assert handouts.print_names(store, event.id, tmp_path / "h.pdf") == 3
    assert 9 <= reading.type_sizes(tmp_path / "h.pdf")["Organisation"] < 13


def test_a_session_has_a_sign_in_sheet_of_its_own(store, event, day, tmp_path):
    session = events.find_session(store, event.id, "Opening")
    handouts.print_session_signin(store, event.id, session.id, tmp_path / "h.pdf")
    text = text_of(tmp_path / "h.pdf")
    assert "Opening: Community day" in text
    assert "Garden" in text
    assert day[0].name in text


def test_the_sheet_of_a_session_has_those_who_booked_it_else_those_whom_its_door_takes(store, event, day, tmp_path):
    session = events.find_session(store, event.id, "Opening")

    def listed():
        handouts.print_session_signin(store, event.id, session.id, tmp_path / "h.pdf")
        text = text_of(tmp_path / "h.pdf")
        return [person.name for person in day if f"{person.name} " in text]

    places.change_place(store, day[0].id, {"ticket_type": "Delegate"})
    places.change_place(store, day[1].id, {"add_ons": ("opening",)})
    doors.set_rules(store, event.id, {"admits": ["Delegate"]}, session.id)
    assert listed() == [day[1].name]
    places.change_place(store, day[1].id, {"add_ons": ()})
    assert listed() == [day[0].name]


@pytest.mark.parametrize("what", ["itineraries", "table cards", "door signs", "agenda", "name list"])
def test_what_cannot_be_made_yet_says_what_comes_first(store, event, tmp_path, what):
    with pytest.raises(SlaError, match=r"yet|no rooms"):
        ALL[what](store, event.id, tmp_path / "h.pdf")
    assert list(tmp_path.glob("*.pdf")) == []


def test_lists_of_the_door_are_printed_whatever_the_names_and_say_who_is_spelt_out(
    store, event, day, register, tmp_path
):
    register(store, event.id, "🎉,,,Mind", "伟,王,wei@x.org,Oxleas")
    assert documents.spelt_words(store, event).endswith("no font has the letters: 伟 王 and 🎉.")
    session = events.sessions(store, event.id)[0]
    documents.print_signin(store, event.id, tmp_path / "all.pdf")
    handouts.print_session_signin(store, event.id, session.id, tmp_path / "session.pdf")
    handouts.print_names(store, event.id, tmp_path / "names.pdf")
    for name in ("all", "session", "names"):
        assert "[party popper]" in text_of(tmp_path / f"{name}.pdf")
    (finding,) = [one for one in doctor.examine(store, event.id) if one.title == "Printing"]
    assert "Badges and certificates wait" in finding.words
