"""An event and its sessions are changed after they were made, on every laptop alike."""

from datetime import timedelta

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import clock
from sla_desktop.services import awards, event_changes, events, exchange
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


def test_a_renamed_session_is_still_the_one_that_certificates_need(store, event, opening):
    awards.set_award(store, event.id, {"sessions": ["Opening"]})
    event_changes.change_session(store, opening, {"title": "Welcome"}, room="")
    assert awards.award_of(store, event.id).sessions == ("Welcome",)
    (known,) = events.sessions(store, event.id)
    assert known.room_id is None
    with pytest.raises(SlaError, match="Certificates need “Welcome”"):
        event_changes.remove_session(store, known)


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
