"""An event and its sessions are changed after they were made, on every laptop alike."""

from datetime import timedelta

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import clock
from sla_desktop.services import (
    attendance,
    audit,
    awards,
    cards,
    conflicts,
    doctor,
    earning,
    event_changes,
    events,
    exchange,
)
from sla_desktop.storage import projection
from tests.conftest import STARTS

HOUR = timedelta(hours=1)


@pytest.fixture
def opening(store, event):
    return events.add_session(store, event.id, title="Opening", starts=STARTS, ends=STARTS + HOUR, room="Hall")


def test_sessions_keep_their_times_of_day_when_the_event_moves_into_summer(store, event, opening):
    moved = event.starts + timedelta(days=200)
    changes = event_changes.new_times(event, f"{moved:%Y-%m-%d} 09:00", None, event.zone)
    changed = event_changes.change_event(store, event.id, changes)
    (session,) = events.sessions(store, event.id)
    assert changed.day == moved.date()
    assert session.starts.date() == moved.date()
    assert clock(session.starts, event.zone) == clock(opening.starts, event.zone)


@pytest.fixture
def night(store):
    """An event with a session at a time of day that the clocks of its zone leave out a week later."""
    begins = events.moment("2026-03-22 00:30", "Europe/London")
    made = events.add_event(store, title="Night", starts=begins, ends=begins + 8 * HOUR)
    late = events.add_session(store, made.id, title="Late", starts=begins + HOUR, ends=begins + 1.7 * HOUR)
    return made, late


def test_an_event_does_not_move_onto_a_night_without_a_sessions_time_of_day(store, night):
    event, late = night
    changes = event_changes.new_times(event, "2026-03-29 00:30", None, event.zone)
    with pytest.raises(
        SlaError, match=r"“Late” would move with the event, but cannot\. There is no 01:30 on 29 March"
    ):
        event_changes.change_event(store, event.id, changes)
    assert events.get_event(store, event.id) == event
    assert events.sessions(store, event.id) == [late]


def test_an_end_that_clocks_leave_out_is_told_and_one_typed_instead_is_taken(store):
    begins = events.moment("2026-03-20 22:00", "Europe/London")
    event = events.add_event(store, title="Night", starts=begins, ends=begins + 3.5 * HOUR)
    with pytest.raises(SlaError, match="no 01:30 on 29 March 2026"):
        event_changes.new_times(event, "2026-03-28 22:00", None, event.zone)
    told = event_changes.new_times(event, "2026-03-28 22:00", "02:30", event.zone)
    assert told["ends"] == events.moment("2026-03-29 02:30", event.zone)


def test_a_session_in_the_hour_that_clocks_show_twice_stays_where_it_is_when_the_event_gets_a_venue(store):
    begins = events.moment("2026-10-25 00:10", "Europe/London")
    event = events.add_event(store, title="Night", starts=begins, ends=begins + 8 * HOUR)
    second = events.moment("2026-10-25 01:30+00:00", event.zone)
    late = events.add_session(store, event.id, title="Late", starts=second, ends=second + HOUR)
    event_changes.change_event(store, event.id, {"venue": "Hall"})
    assert events.sessions(store, event.id) == [late]


def test_a_renamed_session_is_still_the_one_that_certificates_need(store, event, opening):
    awards.set_award(store, event.id, {"sessions": ["Opening"]})
    event_changes.change_session(store, opening, {"title": "Welcome"}, room="")
    assert awards.award_of(store, event.id).sessions == ("Welcome",)
    (known,) = events.sessions(store, event.id)
    assert known.room_id is None
    with pytest.raises(SlaError, match="Certificates need “Welcome”"):
        event_changes.remove_session(store, known)


@pytest.fixture
def two(store, event, opening, open_laptop, tmp_path):
    """Another laptop that has everything, and a sync of both; what the last one said."""
    other, share = open_laptop("other"), str(tmp_path / "share")
    (tmp_path / "share").mkdir()

    def meet():
        return [exchange.sync(one, share).words for one in (store, other, store)][-1]

    meet()
    return other, meet


def test_times_that_two_laptops_twisted_are_told_and_keep_nobody_from_other_changes(store, event, opening, two):
    other, meet = two
    event_changes.change_event(store, event.id, {"starts": STARTS + 6 * HOUR})
    event_changes.change_event(other, event.id, {"ends": STARTS + 3 * HOUR})
    event_changes.change_session(store, opening, {"starts": STARTS + 0.9 * HOUR})
    event_changes.change_session(other, opening, {"ends": STARTS + 0.5 * HOUR})
    told = meet()
    assert "“Community day” starts at 15:00 on 24 November 2026 but ends at 12:00 on 24 November 2026" in told
    assert "“Opening” starts at 09:54" in told
    (times,) = (one for one in doctor.examine(other) if one.title == "Times")
    assert not times.well
    for laptop in (store, other):
        assert event_changes.change_event(laptop, event.id, {"venue": laptop.desk}).venue == laptop.desk
        (known,) = events.sessions(laptop, event.id)
        assert event_changes.change_session(laptop, known, {"capacity": 5}).capacity == 5
    with pytest.raises(SlaError, match="must be later than its start"):
        event_changes.change_event(store, event.id, {"ends": STARTS + 4 * HOUR})
    event_changes.change_event(store, event.id, {"ends": STARTS + 7 * HOUR})
    event_changes.change_session(store, opening, {"ends": STARTS + HOUR})
    assert event_changes.twisted(store) == []


def test_people_let_into_a_session_that_another_laptop_removed_keep_their_time_and_it_is_brought_back(
    store, event, opening, two, register
):
    other, meet = two
    ann, *_ = register(store, event.id, "Ann,Lee,ann@x.org,Oxleas")
    meet()
    event_changes.remove_session(store, opening)
    event_changes.change_session(other, opening, {"title": "Welcome"})
    attendance.check_in(other, event.id, ann.id, desk="Desk 2", session=opening.id, at=opening.starts)
    told = "1 person was let into “Welcome”, which a laptop that did not know took out of the event."
    assert told in meet()
    assert "changed place in the programme of the session Welcome" in {line.words for line in audit.lines(store)}
    for laptop in (store, other):
        (row,) = earning.earned(laptop, event)
        assert (row.minutes, row.sessions) == (60, ("Welcome",))
    (card,) = cards.cards(store, event.id)
    assert card.words.startswith(told)
    cards.settle(store, card, desk="Desk 1")
    cards.settle(other, *cards.cards(other, event.id), desk="Desk 2")
    assert told not in meet()
    for laptop in (store, other):
        assert [one.title for one in events.sessions(laptop, event.id)] == ["Welcome"]
        assert cards.cards(laptop, event.id) == conflicts.conflicts(laptop) == []


def test_who_was_let_in_by_mistake_keeps_no_removed_session_in_question(store, event, opening, two, register):
    other, meet = two
    ann, *_ = register(store, event.id, "Ann,Lee,ann@x.org,Oxleas")
    meet()
    event_changes.remove_session(store, opening)
    attendance.check_in(other, event.id, ann.id, desk="Desk 2", session=opening.id)
    attendance.undo_last(other, event.id, ann.id, desk="Desk 2")
    meet()
    assert cards.cards(store, event.id) == []


def test_a_session_that_was_removed_is_gone_everywhere_whatever_another_laptop_changed_meanwhile(
    store, event, opening, open_laptop, tmp_path
):
    share, other = str(tmp_path / "share"), open_laptop("other")
    (tmp_path / "share").mkdir()
    exchange.sync(store, share)
    exchange.sync(other, share)
    event_changes.remove_session(store, opening)
    event_changes.change_session(other, opening, {"title": "Renamed"})
    for laptop in (store, other, store):
        exchange.sync(laptop, share)
    assert events.sessions(store, event.id) == events.sessions(other, event.id) == []
    with pytest.raises(SlaError, match="was taken out of this event"):
        event_changes.change_session(other, opening, {"title": "Again"})
    with store.change() as tx:
        projection.reproject(tx.connection)
    assert events.sessions(store, event.id) == []
