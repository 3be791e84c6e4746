"""What was kept long enough goes everywhere, without touching what came meanwhile."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.members import Member
from sla_desktop.domain.registrations import Registration
from sla_desktop.services import access, attendance, editing, events, exchange, people, retention
from sla_desktop.services.attendance import now
from sla_desktop.storage import query, schema

MONTH = timedelta(days=31)


@pytest.fixture
def share(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    return str(folder)


@pytest.fixture
def past(store):
    """An event that has just ended."""
    return events.add_event(store, title="Over", starts=now() - timedelta(days=2), ends=now() - timedelta(days=1))


@pytest.fixture
def ann(store, past, register):
    (found,) = register(store, past.id, "Ann,Lee,ann@unmistakable.org,Oxleas")
    member = replace(found.member, access_needs="A quiet room, unmistakable", phone="020")
    return editing.save_member(store, member)


def member(store, one):
    with store.read() as connection:
        return query.get(connection, Member, one.id)


def payloads(store):
    with store.read() as connection:
        return "\n".join(filter(None, connection.execute(schema.change.select()).columns("payload").scalars()))


def test_the_usual_clocks_are_shown_and_a_lead_may_set_others(store, open_laptop, share):
    assert [(one.kind.name, one.months, one.usual) for one in retention.clocks(store)] == [
        ("contact", 36, True),
        ("needs", 3, True),
        ("imported", 12, True),
        ("access", 24, True),
    ]
    assert retention.choose(store, "needs", 1) == (
        "Access and dietary needs: kept 1 month since the person's last event ended."
    )
    other = open_laptop("other")
    for laptop in (store, other):
        exchange.sync(laptop, share)
    assert retention.clocks(other)[1].months == 1
    with pytest.raises(SlaError, match="Only a laptop that leads"):
        retention.choose(other, "needs", 2)
    with pytest.raises(SlaError, match="no kind of data"):
        retention.choose(store, "hats", 2)
    with pytest.raises(SlaError, match="no number of months"):
        retention.choose(store, "needs", -1)


def test_nothing_goes_before_its_time_and_asking_writes_nothing(store, ann):
    assert retention.due(store, now() + 2 * MONTH) == []
    before = payloads(store)
    assert [one.kept.kind.name for one in retention.due(store, now() + 4 * MONTH)] == ["needs"]
    assert payloads(store) == before
    assert retention.run(store, now() + 2 * MONTH) == []


def test_needs_go_after_three_months_and_all_else_stays(store, ann):
    (gone,) = retention.run(store, now() + 4 * MONTH)
    assert gone.words == "Access and dietary needs: 1 record kept over 3 months."
    assert member(store, ann) == replace(ann, access_needs="")
    assert "quiet room" not in payloads(store)
    assert retention.due(store, now() + 4 * MONTH) == []


def test_contact_details_go_three_years_after_somebody_last_came(store, past, ann, event, register):
    later = now() + 37 * MONTH
    assert "contact" in {one.kept.kind.name for one in retention.due(store, later)}
    (person,) = people.attendees(store, past.id)
    coming = events.add_event(store, title="Next", starts=later, ends=later + timedelta(hours=8))
    with store.change() as tx:
        place = replace(person.registration, id=coming.id, event_id=coming.id)
        tx.put(place)
    assert "contact" not in {one.kept.kind.name for one in retention.due(store, later)}
    retention.run(store, later + 38 * MONTH)
    assert (member(store, ann).email, member(store, ann).phone) == ("", "")
    assert member(store, ann).full_name == "Ann Lee"
    assert "unmistakable" not in payloads(store)


def test_a_recent_arrival_keeps_contact_details(store, past, ann):
    (person,) = people.attendees(store, past.id)
    late = now() + 20 * MONTH
    attendance.check_in(store, past.id, person.id, desk="Desk 1", at=late, override="Came later")
    assert "contact" not in {one.kept.kind.name for one in retention.due(store, late + 20 * MONTH)}


def test_what_a_list_said_goes_a_year_after_the_event(store, past, ann):
    retention.run(store, now() + 13 * MONTH)
    with store.read() as connection:
        (place,) = query.find(connection, Registration)
    assert place.imported == {}
    assert place.code
    assert len(people.attendees(store, past.id)) == 1


def test_the_record_of_who_looked_goes_after_two_years(store, ann):
    access.note_access(store, "opened", ann.id, purpose="unmistakable purpose")
    retention.run(store, now() + 25 * MONTH)
    assert "unmistakable purpose" not in payloads(store)
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM access").scalar_one() == 0


def test_a_clock_of_no_months_keeps_for_ever(store, ann):
    retention.choose(store, "needs", 0)
    assert "needs" not in {one.kept.kind.name for one in retention.due(store, now() + 400 * MONTH)}


def test_it_goes_on_every_laptop_and_share_and_an_old_laptop_brings_nothing_back(
    store, ann, open_laptop, share, tmp_path
):
    other, old = open_laptop("other"), open_laptop("old")
    for laptop in (store, other, old):
        exchange.sync(laptop, share)
    retention.run(store, now() + 4 * MONTH)
    for laptop in (store, other, old, store):
        exchange.sync(laptop, share)
        assert "quiet room" not in payloads(laptop)
        assert member(laptop, ann).access_needs == ""
    fresh = open_laptop("fresh")
    done = exchange.sync(fresh, share)
    assert done.complete
    assert member(fresh, ann) == member(store, ann)
    empty = tmp_path / "another"
    empty.mkdir()
    exchange.sync(fresh, str(empty))
    late = open_laptop("late")
    assert exchange.sync(late, str(empty)).complete
    assert member(late, ann) == member(store, ann)


def test_what_another_laptop_was_told_meanwhile_stays(store, ann, open_laptop, share):
    other = open_laptop("other")
    for laptop in (store, other):
        exchange.sync(laptop, share)
    editing.save_member(other, replace(member(other, ann), access_needs="A lift"))
    retention.run(store, now() + 4 * MONTH)
    for laptop in (store, other, store):
        exchange.sync(laptop, share)
    assert member(store, ann).access_needs == member(other, ann).access_needs == "A lift"


def test_replaying_the_log_gives_the_same(store, ann):
    from sla_desktop.storage.projection import reproject

    retention.run(store, now() + 4 * MONTH)
    before = member(store, ann)
    with store.raw() as connection:
        reproject(connection)
    assert member(store, ann) == before
