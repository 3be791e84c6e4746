"""Two records of one person are suggested with the reason, and never joined by themselves."""

from datetime import timedelta

import pytest

from sla_desktop.services import (
    attendance,
    clock,
    earning,
    events,
    merging,
    places,
    registrations,
    subject,
    walk_ins,
)
from sla_desktop.services.people import attendees, listed
from sla_desktop.services.places import NewPlace
from sla_desktop.services.walk_ins import NewPerson
from tests.conftest import ENDS, STARTS

MONTHS = timedelta(days=120)

HEAD = "First name,Surname,Email,Organisation,Phone"


@pytest.fixture
def reasons(store, event, tmp_path):
    """Why the people of two imported lines may be one."""

    def bring(*lines: str) -> list[str]:
        for number, line in enumerate(lines):
            path = tmp_path / f"{number}.csv"
            path.write_text(f"{HEAD}\n{line}\n", encoding="utf-8")
            registrations.apply_import(store, event.id, registrations.plan_import(store, event.id, path))
        assert len(attendees(store, event.id)) == len(lines)
        return [one.reason for one in merging.proposals(store, event.id)]

    return bring


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Ann,Lee,ann.lee@nhs.net,,", "Ann,Lee,ann.lee@gstt.nhs.uk,,", "nhs.net"),
        ("Robert,Hale,,Oxleas,", "Bob,Hale,,Oxleas,", "short for"),
        ("Ann,Lee,ann@x.org,,", "Ann,Obi-Lee,ann@x.org,,", "same e-mail"),
        ("Ann,Lee,ann@x.org,,", "Ann,Obi,ann@x.org,,", "family name may have changed"),
        ("Xin,Zhang,x@x.org,,07700 900123", "Zhang,Xin,z@y.org,,07700 900123", "another order"),
        ("Ann,Lee,ann@x.org,Oxleas,", "Ann,Lee,lee@y.org,Oxleas,", "two e-mail addresses"),
        ("Siân,Rhys,s@x.org,,07700 900123", "Sian,Rhys,sian@y.org,,+44 7700 900123", "telephone"),
    ],
)
def test_one_person_in_two_records_is_suggested_with_the_reason(reasons, one, other, words):
    (reason,) = reasons(one, other)
    assert words in reason


def test_two_rows_of_one_name_of_which_one_says_no_organisation_are_suggested(store, event, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(f"{HEAD}\nAnn,Lee,,Oxleas,\nAnn,Lee,ann@x.org,,\n", encoding="utf-8")
    registrations.apply_import(store, event.id, registrations.plan_import(store, event.id, path))
    (one,) = merging.proposals(store, event.id)
    assert "one of them has no organisation" in one.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann,Lee,ann@x.org,Oxleas,", "Ann,Lee,lee@y.org,Mind,"),
        ("Robert,Hale,r@x.org,Oxleas,", "Roberta,Hale,ro@x.org,Oxleas,"),
        ("Ann,Lee,reception@x.org,,", "Bob,Ray,reception@x.org,,"),
        ("Ann,Lee,ann.lee@nhs.net,,", "Ann,Lee,a.lee2@gstt.nhs.uk,,"),
    ],
)
def test_two_people_are_left_two(reasons, one, other):
    assert reasons(one, other) == []


@pytest.fixture
def summit(store):
    """An event that was held before, with people of whom some come again."""
    made = events.add_event(store, title="Spring summit", starts=STARTS - MONTHS, ends=ENDS - MONTHS)
    for name, organisation, email in (
        ("Robert Hale", "Oxleas", ""),
        ("Ann Lee", "King's", "ann@x.org"),
        ("Zhang Xin", "Bromley Council", ""),
        ("Cat Poe", "King's", "cat@kings.nhs.uk"),
        ("John Smith", "Lewisham Council", ""),
    ):
        places.add_place(store, made.id, NewPlace(name, organisation=organisation, email=email))
    return made


def come(store, event, name, organisation="", email=""):
    given, _, family = name.rpartition(" ")
    person = NewPerson(given, family, organisation=organisation, email=email)
    return walk_ins.walk_in(store, event.id, person, desk="A", sure=True)


@pytest.mark.parametrize(
    ("name", "organisation", "email", "words"),
    [
        ("Bob Hale", "Oxleas", "", "short for"),
        ("Ann Obi-Lee", "Oxleas", "ann@x.org", "same e-mail"),
        ("Xin Zhang", "Bromley Council", "", "another order"),
        ("Cat Poe", "", "cat@nhs.net", "nhs.net"),
    ],
)
def test_somebody_known_from_an_earlier_event_is_suggested(store, event, summit, name, organisation, email, words):
    come(store, event, name, organisation, email)
    (one,) = merging.proposals(store, event.id)
    assert one.known_from == "Spring summit"
    assert words in one.reason
    assert "one is known from “Spring summit”" in one.words


def test_the_same_name_elsewhere_alone_says_nothing(store, event, summit):
    come(store, event, "John Smith")
    assert merging.proposals(store, event.id) == []


def test_what_is_merged_across_events_is_one_history_and_can_be_parted(store, event, summit):
    with clock.played(STARTS - MONTHS):
        attendance.check_in(store, summit.id, attendees(store, summit.id)[0].id, desk="A")
    with clock.played(STARTS):
        come(store, event, "Ann Lee", "King's", "ann@x.org")
    (one,) = merging.proposals(store, event.id)
    merging.merge(store, one.double.member, one.keep.member, desk="A")
    assert merging.proposals(store, event.id) == []
    (here,) = attendees(store, event.id)
    assert here.member == one.keep.member
    assert here.inside
    told, _words = subject.held(store, one.keep.member.id)
    assert len(told["places"]) == 2
    assert [row.name for row in listed(store, event.id)] == ["Ann Lee"]
    with clock.played(ENDS):
        assert [row.person.member.id for row in earning.earned(store, event)] == [one.keep.member.id]
    (merged,) = merging.decided(store, event.id)
    merging.part(store, merged.double, merged.keep)
    assert [one.member for one in attendees(store, event.id)] == [one.double.member]
    assert merging.proposals(store, event.id) == []
