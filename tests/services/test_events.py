"""Events and sessions are added and found the way people speak of them."""

from datetime import timedelta

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.services import event_changes, events
from tests.conftest import ENDS, STARTS


def test_an_event_is_found_by_its_title_a_part_of_it_or_its_id(store, event):
    for text in ("Community day", "community", str(event.id), event.id.hex[-6:]):
        assert events.find_event(store, text) == event


def test_two_events_that_fit_are_not_guessed_between(store, event):
    events.add_event(store, title="Community day two", starts=STARTS, ends=ENDS)
    assert events.find_event(store, "community day") == event
    with pytest.raises(SlaError, match="fits 2 events"):
        events.find_event(store, "community")


def test_an_unknown_event_is_told_with_the_way_out(store):
    with pytest.raises(SlaError, match="sla event list"):
        events.find_event(store, "Nowhere")


def test_an_event_ends_after_it_starts_and_has_a_title(store):
    with pytest.raises(SlaError, match="later than its start"):
        events.add_event(store, title="Odd", starts=STARTS, ends=STARTS)
    with pytest.raises(SlaError, match="needs a title"):
        events.add_event(store, title="  ", starts=STARTS, ends=ENDS)


def test_the_name_of_a_room_that_is_too_long_is_refused(store, event):
    with pytest.raises(SlaError, match="name of the room has 10,000 letters; 300 is the most"):
        events.add_room(store, event.id, "x" * 10_000)


def test_sessions_share_a_room_by_its_name(store, event):
    for hour in (0, 1):
        begins = STARTS + timedelta(hours=hour)
        events.add_session(
            store, event.id, title=f"Session {hour}", starts=begins, ends=begins + timedelta(hours=1), room="Hall"
        )
    assert [one.title for one in events.sessions(store, event.id)] == ["Session 0", "Session 1"]
    assert [room.name for room in events.rooms(store, event.id).values()] == ["Hall"]


def test_a_session_is_found_by_part_of_its_title(store, event):
    made = events.add_session(store, event.id, title="Opening words", starts=STARTS, ends=ENDS)
    assert events.find_session(store, event.id, "opening") == made
    with pytest.raises(SlaError, match="is no session"):
        events.find_session(store, event.id, "closing")


def test_a_session_has_room_for_at_least_one(store, event):
    with pytest.raises(SlaError, match="1 or more"):
        events.add_session(store, event.id, title="Tiny", starts=STARTS, ends=ENDS, capacity=0)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-07-01 09:30", "2026-07-01T08:30:00+00:00"),
        ("2026-12-01T09:30", "2026-12-01T09:30:00+00:00"),
        ("2026-12-01T09:30+02:00", "2026-12-01T07:30:00+00:00"),
    ],
)
def test_times_are_read_in_the_events_zone(text, utc):
    assert events.moment(text, "Europe/London").isoformat() == utc


@pytest.mark.parametrize("text", ["9:05", "09:05", "0905", "9.05", "905"])
def test_a_bare_time_is_on_the_events_day(text):
    assert events.moment(text, "Europe/London", day=STARTS).isoformat() == "2026-11-24T09:05:00+00:00"


@pytest.mark.parametrize("text", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00+14:00", "25:00", "9"])
def test_times_that_no_clock_has_are_told(text):
    with pytest.raises(SlaError, match="not a time"):
        events.moment(text, "Europe/London", day=STARTS)


@pytest.mark.parametrize("text", ["0026-11-28 09:00", "1026-11-28 09:00", "2300-11-28 09:00", "0001-01-01 00:30"])
def test_a_year_that_must_be_a_slip_is_told(text):
    with pytest.raises(SlaError, match="Give a time from 1900 to 2199"):
        events.moment(text, "Europe/London")


@pytest.mark.parametrize("year", [1, 26, 1026, 1899, 2200, 9999])
def test_a_time_in_such_a_year_is_kept_nowhere(store, event, year):
    slip = STARTS.replace(year=year)
    with pytest.raises(SlaError, match=f"The year {year} must be a slip"):
        events.add_event(store, title="Slip", starts=min(slip, STARTS), ends=max(slip, ENDS))
    with pytest.raises(SlaError, match="must be a slip"):
        event_changes.change_event(store, event.id, {"starts": min(slip, STARTS), "ends": max(slip, ENDS)})
    assert events.list_events(store) == [event]


@pytest.mark.parametrize("written", ["26-11-24T09:00:00.000000+00:00", "9999-11-24T09:00:00.000000+00:00"])
def test_a_data_file_that_has_such_a_time_from_before_stays_readable_and_is_put_right(store, event, written):
    with store.change() as tx:
        tx.connection.exec_driver_sql("UPDATE event SET starts = ?", (written,))
    assert "11-24 09:00" in f"{events.find_event(store, 'community').starts:%Y-%m-%d %H:%M}"
    event_changes.change_event(store, event.id, {"starts": STARTS})
    assert events.find_event(store, "community") == event


def test_what_is_no_time_or_zone_is_told():
    with pytest.raises(SlaError, match="not a time"):
        events.moment("next Tuesday", "Europe/London")
    with pytest.raises(SlaError, match="no time zone"):
        events.check_zone("Europe/Peckham")


def test_a_time_that_clocks_leave_out_is_told(store):
    with pytest.raises(SlaError, match="no 01:30 on 29 March 2026: clocks go forward"):
        events.moment("2026-03-29 01:30", "Europe/London")


def test_of_a_time_that_clocks_show_twice_one_is_taken_and_told_and_the_other_can_be_written():
    night = events.moment("2026-10-25 00:10", "Europe/London")
    first, told = events.moment_told("01:30", "Europe/London", day=night)
    assert first.isoformat() == "2026-10-25T00:30:00+00:00"
    assert told.endswith("2026-10-25T01:30+01:00 was taken. For the other, write 01:30+00:00.")
    second, told = events.moment_told("01:30+00:00", "Europe/London", day=night)
    assert (second.isoformat(), told) == ("2026-10-25T01:30:00+00:00", "")


@pytest.fixture
def night(store):
    """From ten in the evening to two at night."""
    return events.add_event(store, title="Night", starts=STARTS.replace(hour=22), ends=STARTS.replace(day=25, hour=2))


@pytest.mark.parametrize(
    ("typed", "day"), [("21:40", 24), ("23:00", 24), ("00:30", 25), ("12.30am", 25), ("02:10", 25), ("00:30Z", 25)]
)
def test_a_bare_time_is_the_one_that_lies_in_the_event_or_nearest_to_it(night, typed, day):
    assert events.moment_at(typed, night)[0].day == day


def test_a_bare_time_of_an_event_of_several_days_is_on_the_first(store):
    days = events.add_event(store, title="Days", starts=STARTS, ends=ENDS.replace(day=26))
    assert [events.moment_at(typed, days)[0].day for typed in ("08:45", "17:00", "11:00")] == [24, 24, 24]


def test_in_the_small_hours_a_bare_time_of_the_evening_is_of_the_evening_before(store):
    days = events.add_event(store, title="Days", starts=STARTS, ends=ENDS.replace(day=26))
    late = STARTS.replace(day=25, hour=1, minute=30)
    assert events.moment_at("21:00", days, late)[0] == STARTS.replace(hour=21)
    assert events.moment_at("00:30", days, late)[0] == STARTS.replace(day=25, hour=0, minute=30)
    assert events.moment_at("21:00+00:00", days, late)[0] == STARTS.replace(hour=21)


def test_a_session_over_midnight_ends_after_it_starts_and_a_slip_stays_a_slip(night):
    start = events.moment_at("23:00", night)[0]
    assert events.moment_after("01:00", start, night.zone)[0] == start.replace(day=25, hour=1)
    assert events.moment_after("22:30", start, night.zone)[0] < start


@pytest.mark.parametrize("text", ["2026-11-24", "20261124", "2026-W48-2"])
def test_a_day_is_no_time_at_an_event(event, text):
    with pytest.raises(SlaError, match="is a day without a time"):
        events.moment_at(text, event)


@pytest.mark.parametrize("text", ["٠٩:٣٠", "09:3０", "2026-11-24 ٠٩:٣٠"])
def test_digits_of_any_script_are_read_alike(text):
    assert events.moment(text, "Europe/London", day=STARTS) == STARTS.replace(minute=30)
