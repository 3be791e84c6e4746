"""The door: a verdict is green only when the fact is on disk, and nothing is ever guessed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.certificates import PrintRecord
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import new_id
from sla_desktop.services import attendance, clock, events, presence, walk_ins
from sla_desktop.services.people import attendees
from sla_desktop.services.walk_ins import NewPerson
from sla_desktop.storage import query
from tests.conftest import ENDS, STARTS
from tests.door import recent

NINE = STARTS


@pytest.fixture
def people(store, event, register):
    return register(
        store, event.id, "Siân,Ní Bhriain,s@x.org,Oxleas", "Ada,Okafor,a@x.org,King's", "Ben,Okafor,b@x.org,King's"
    )


def facts(store):
    with store.read() as connection:
        return query.find(connection, AttendanceFact, order="recorded_at")


def test_a_registered_person_is_welcomed_and_recorded(store, event, people):
    verdict = attendance.check_in(store, event.id, people[0].id, desk="Desk 1", at=NINE)
    assert (verdict.code, verdict.light, verdict.name) == ("valid", "green", people[0].name)
    (fact,) = facts(store)
    assert fact.id == verdict.fact_id
    assert (fact.kind, fact.desk, fact.happened_at) == ("in", "Desk 1", NINE)


def test_a_second_scan_says_since_when_and_where_and_records_nothing(store, event, people):
    attendance.check_in(store, event.id, people[0].id, desk="Desk 1", at=NINE)
    verdict = attendance.check_in(store, event.id, people[0].id, desk="Desk 2")
    assert verdict.code == "already-in"
    assert verdict.detail == "In since 09:00, Desk 1."
    assert len(facts(store)) == 1


def test_a_desk_is_one_line_and_a_reason_has_an_end(store, event, people):
    attendance.check_in(store, event.id, people[0].id, desk="D\n\x1b[31m", at=event.starts)
    assert facts(store)[0].desk == "D [31m"
    with pytest.raises(SlaError, match="reason for letting somebody in has 301 letters"):
        attendance.check_in(store, event.id, people[1].id, desk="D", at=event.starts, override="x" * 301)


def test_out_and_in_again(store, event, people):
    ann = people[0].id
    attendance.check_in(store, event.id, ann, desk="Desk 1", at=NINE)
    assert attendance.check_out(store, event.id, ann, desk="Desk 1").code == "left"
    assert presence.counts(store, event.id).inside == 0
    assert attendance.check_in(store, event.id, ann, desk="Desk 1").code == "valid"
    assert presence.counts(store, event.id).arrived == 1


def test_leaving_without_having_come_is_told(store, event, people):
    verdict = attendance.check_out(store, event.id, people[0].id, desk="Desk 1")
    assert (verdict.code, verdict.light) == ("not-in", "amber")
    assert facts(store) == []


def test_undo_from_another_desk_keeps_both_facts(store, event, people):
    verdict = attendance.check_in(store, event.id, people[0].id, desk="Desk 1", at=NINE)
    undone = attendance.undo(store, event.id, verdict.fact_id, desk="Desk 2", reason="Wrong Ann")
    assert undone.code == "undone"
    assert [fact.kind for fact in facts(store)] == ["in", "undo"]
    assert presence.counts(store, event.id).inside == 0
    assert attendance.undo(store, event.id, verdict.fact_id, desk="Desk 2").words == "Already undone"


def test_undoing_the_last_entry_of_somebody_who_never_came(store, event, people):
    assert attendance.undo_last(store, event.id, people[0].id, desk="Desk 1").words == "Nothing to undo"


def test_a_cancelled_place_is_refused_until_somebody_gives_a_reason(store, event, people):
    with store.change() as tx:
        tx.put(replace(people[0].registration, status="cancelled"))
    refused = attendance.check_in(store, event.id, people[0].id, desk="Desk 1")
    assert (refused.code, refused.light, refused.recorded) == ("cancelled", "red", False)
    let_in = attendance.check_in(store, event.id, people[0].id, desk="Desk 1", override="She paid again")
    assert let_in.code == "valid"
    assert let_in.detail == "Let in: She paid again"
    assert facts(store)[0].override == "She paid again"


def test_a_full_session_warns_and_can_be_overridden(store, event, people):
    small = events.add_session(store, event.id, title="Small", starts=STARTS, ends=ENDS, capacity=1)
    assert attendance.check_in(store, event.id, people[0].id, desk="D", session=small.id).code == "valid"
    assert attendance.check_in(store, event.id, people[1].id, desk="D", session=small.id).code == "full"
    verdict = attendance.check_in(store, event.id, people[1].id, desk="D", session=small.id, override="Speaker")
    assert verdict.code == "valid"


def test_somebody_of_another_event_is_not_on_the_list(store, event, people):
    other = events.add_event(store, title="Another day", starts=STARTS, ends=ENDS)
    with pytest.raises(SlaError, match="not on this event's list"):
        attendance.check_in(store, other.id, people[0].id, desk="D")
    verdict = attendance.check_in(store, event.id, people[0].id, desk="D")
    with pytest.raises(SlaError, match="nothing to undo"):
        attendance.undo(store, other.id, verdict.fact_id, desk="D")


def test_a_person_is_meant_by_code_id_or_enough_of_a_name(store, event, people):
    sian = next(person for person in people if "Siân" in person.name)
    for text in (sian.registration.code, sian.registration.code.lower(), str(sian.id), "sian", "bhriain si"):
        assert attendance.find_person(store, event.id, text).id == sian.id
    assert attendance.find_person(store, event.id, "Nobody at all") is None
    with pytest.raises(SlaError, match="fits 2 people"):
        attendance.find_person(store, event.id, "okafor")


@pytest.mark.parametrize("text", ["Sian Bhriann", "Sian Briain"])
def test_nobody_is_taken_for_somebody_of_a_similar_name(store, event, people, text):
    with pytest.raises(SlaError, match=r"Nobody is called .* The nearest: Siân Ní Bhriain"):
        attendance.find_person(store, event.id, text)


def test_nobody_is_let_in_by_their_organisation_where_somebody_has_nearly_that_name(store, event, register):
    register(store, event.id, "Mark,Green,m@x.org,Browne Ltd", "Marc,Browne,b@x.org,Mind")
    assert attendance.find_person(store, event.id, "green browne").name == "Mark Green"
    with pytest.raises(SlaError, match="fits 2 people"):
        attendance.find_person(store, event.id, "mark browne")


def test_initials_name_nobody(store, event, register):
    register(store, event.id, "David,Lee,d@x.org,Oxleas", "Jo,Ng,j@x.org,Oxleas")
    assert attendance.find_person(store, event.id, "ng jo").name == "Jo Ng"
    with pytest.raises(SlaError, match="Nobody is called “D L”"):
        attendance.find_person(store, event.id, "D L")


def test_a_walk_in_is_registered_and_in_with_one_commit(store, event):
    heard = []
    store.listen(heard.append)
    verdict = walk_ins.walk_in(
        store, event.id, NewPerson("Björk", organisation="Oxleas", role="Nurse"), desk="Desk 3"
    )
    assert verdict.light == "green"
    (person,) = attendees(store, event.id)
    assert (person.name, person.organisation, person.role, person.inside) == ("Björk", "Oxleas", "Nurse", True)
    assert len(heard) == 1


def test_a_walk_in_without_a_name_is_asked_for_one(store, event):
    with pytest.raises(SlaError, match="at least one name"):
        walk_ins.walk_in(store, event.id, NewPerson(" "), desk="D")
    assert attendees(store, event.id) == []


def test_a_walk_in_whose_role_is_as_long_as_a_book_is_refused_and_not_half_written(store, event):
    with pytest.raises(SlaError, match="The role has 100,000 letters; 300 is the most"):
        walk_ins.walk_in(store, event.id, NewPerson("Ann", role="x" * 100_000), desk="D")
    assert attendees(store, event.id) == []


def test_who_is_present_can_be_asked_for_any_moment(store, event, people):
    attendance.check_in(store, event.id, people[0].id, desk="D", at=NINE)
    attendance.check_out(store, event.id, people[0].id, desk="D", at=NINE + timedelta(hours=1))
    assert presence.present(store, event.id) == []
    (there,) = presence.present(store, event.id, at=NINE + timedelta(minutes=30))
    assert there.id == people[0].id


def test_recent_arrivals_come_newest_first_without_what_was_undone(store, event, people):
    verdicts = [attendance.check_in(store, event.id, person.id, desk="D") for person in people]
    attendance.undo(store, event.id, verdicts[1].fact_id, desk="D")
    assert [one.name for one in recent(store, event.id)] == [people[2].name, people[0].name]
    assert recent(store, event.id)[0].organisation == people[2].organisation


def test_an_unknown_registration_is_told(store, event):
    with pytest.raises(SlaError, match="not on this event's list"):
        attendance.check_in(store, event.id, new_id(), desk="D")
    assert rules.latest([]) == {}


def test_a_departure_before_the_arrival_is_asked_about_not_recorded(store, event, people):
    attendance.check_in(store, event.id, people[0].id, desk="D", at=NINE)
    verdict = attendance.check_out(store, event.id, people[0].id, desk="D", at=NINE - timedelta(hours=1))
    assert (verdict.code, verdict.light, verdict.recorded) == ("earlier", "amber", False)
    assert verdict.detail == "They came at 09:00. Give a later time, or undo that first."
    assert presence.counts(store, event.id).inside == 1


def test_a_name_that_nobody_can_see_is_no_name(store, event):
    for given in ("\u202e", "\u0007\n", "\u200b"):
        with pytest.raises(SlaError, match="at least one name"):
            walk_ins.walk_in(store, event.id, NewPerson(given), desk="D")
    with pytest.raises(SlaError, match="200 is the most"):
        walk_ins.walk_in(store, event.id, NewPerson("x" * 201), desk="D")
    walk_ins.walk_in(store, event.id, NewPerson("Ada\nLovelace"), desk="D")
    assert [person.name for person in attendees(store, event.id)] == ["Ada Lovelace"]


def test_a_walk_ins_address_is_an_address_or_left_out(store, event):
    with pytest.raises(SlaError, match="no e-mail address"):
        walk_ins.walk_in(store, event.id, NewPerson("Ann", email="nonsense"), desk="D")
    assert attendees(store, event.id) == []


def test_a_time_that_is_still_to_come_waits_for_a_reason(store, event, people):
    ada, ben, _ = people
    with clock.played(NINE + timedelta(hours=1)):
        verdict = attendance.check_in(store, event.id, ada.id, desk="D", at=ENDS)
        assert (verdict.light, verdict.words) == ("amber", "Check the time")
        assert verdict.detail.startswith("16:00 is still to come: it is 10:00.")
        assert walk_ins.walk_in(store, event.id, NewPerson("Eve"), desk="D", at=ENDS).words == "Check the time"
        assert attendance.check_in(store, event.id, ada.id, desk="D", at=NINE + timedelta(minutes=64)).code == "valid"
        assert attendance.check_in(store, event.id, ben.id, desk="D", at=ENDS, override="Test").overruled == "not-yet"
        assert attendance.check_out(store, event.id, ada.id, desk="D", at=ENDS).words == "Check the time"
        assert attendance.check_out(store, event.id, ada.id, desk="D", at=ENDS, reason="Going soon").code == "left"


def test_before_the_day_a_desk_can_be_tried_out_with_the_times_of_the_day(store, event, people):
    with clock.played(NINE - timedelta(days=3)):
        assert attendance.check_in(store, event.id, people[0].id, desk="D", at=NINE).code == "valid"


@pytest.mark.parametrize(("hours", "told"), [(-9, "is hours before the event"), (12, "is hours after the event")])
def test_a_time_hours_beside_the_doors_waits_for_a_reason(store, event, people, hours, told):
    verdict = attendance.check_in(store, event.id, people[0].id, desk="D", at=NINE + timedelta(hours=hours))
    assert verdict.light == "amber"
    assert told in verdict.detail


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(-31, "08:29 is long before “Talk”, which is from 09:00 to 10:15."), (500, "17:20 is after “Talk”")],
)
def test_a_time_beside_the_session_waits_for_a_reason(store, event, people, minutes, told):
    talk = events.add_session(store, event.id, title="Talk", starts=NINE, ends=NINE + timedelta(minutes=75))
    at = NINE + timedelta(minutes=minutes)
    verdict = attendance.check_in(store, event.id, people[0].id, desk="D", session=talk.id, at=at)
    assert (verdict.light, verdict.detail.startswith(told)) == ("amber", True)
    for right in (talk.starts, talk.ends):
        verdict = attendance.check_in(
            store, event.id, people[0].id, desk="D", session=talk.id, at=right, override="x"
        )
        assert verdict.overruled in ("", "already-in")


def test_somebody_leaves_a_session_only_if_they_are_in_it(store, event, people):
    first, second = (
        events.add_session(store, event.id, title=title, starts=STARTS, ends=ENDS).id for title in ("One", "Two")
    )
    attendance.check_in(store, event.id, people[0].id, desk="D", session=first, at=NINE)
    assert attendance.check_out(store, event.id, people[0].id, desk="D", session=second).words == "Was not in"
    assert presence.counts(store, event.id).inside == 1
    assert attendance.check_out(store, event.id, people[0].id, desk="D", session=first).code == "left"


def test_only_whoever_is_out_after_an_undo_is_asked_for_their_badge(store, event, people):
    ann = people[0].id
    workshop = events.add_session(store, event.id, title="Workshop", starts=STARTS, ends=ENDS)
    with store.change() as tx:
        tx.put(PrintRecord(new_id(), event.id, "badges", 1, NINE, "A", registration_id=ann))
    for session in (None, workshop.id):
        attendance.check_in(store, event.id, ann, desk="A", session=session)
    attendance.check_out(store, event.id, ann, desk="A", session=workshop.id)
    attendance.check_in(store, event.id, ann, desk="A", session=workshop.id)
    told = [attendance.undo_last(store, event.id, ann, desk="A").detail for _ in range(4)]
    assert ["take it back" in words for words in told] == [False, False, False, True]
