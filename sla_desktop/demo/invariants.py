"""What must be true after the demonstration day, checked on the record itself."""

import sqlite3
from typing import TYPE_CHECKING

from sla_desktop.domain.certificates import Certificate
from sla_desktop.services import earning, groups, presence
from sla_desktop.services.people import attendees
from sla_desktop.storage import query

if TYPE_CHECKING:
    from sla_desktop.demo.day import Day


def check(day: "Day") -> None:
    """Check every invariant and add the findings to the account."""
    for title, holds in (
        ("Everybody shown green is in the record", _nothing_green_lost(day)),
        ("All laptops tell the same", _all_alike(day)),
        ("Nobody sits twice in a round, sizes differ by one at most", _tables_sound(day)),
        ("Exactly those who were there have a certificate", _certificates_sound(day)),
        ("The readable copy agrees", _copy_agrees(day)),
    ):
        day.account.checks[title] = holds
        day.say(f"{'Holds' if holds else 'BROKEN'}: {title}.")


def _nothing_green_lost(day: "Day") -> bool:
    came = {str(row.person.id) for row in earning.attended(day.office, day.event)}
    return day.green <= came


def _all_alike(day: "Day") -> bool:
    first = attendees(day.office, day.event.id)
    return all(attendees(store, day.event.id) == first for store in day.desks)


def _tables_sound(day: "Day") -> bool:
    view = groups.current_plan(day.office, day.event.id)
    if view is None:
        return False
    for tables in view.rounds:
        seated = [seat.registration_id for seats in tables for seat in seats]
        sizes = [len(seats) for seats in tables]
        if len(set(seated)) != len(seated) or max(sizes) - min(sizes) > 1:
            return False
    return True


def _certificates_sound(day: "Day") -> bool:
    came = {row.person.member.id: row.person.name for row in earning.earned(day.office, day.event)}
    with day.office.read() as connection:
        issued = {one.member_id: one.name for one in query.find(connection, Certificate, event_id=day.event.id)}
    return came == issued


def _copy_agrees(day: "Day") -> bool:
    connection = sqlite3.connect(day.out / "share" / "analysis.sqlite")
    try:
        (there,) = connection.execute("SELECT count(*) FROM registration").fetchone()
    finally:
        connection.close()
    counts = presence.counts(day.office, day.event.id)
    return bool(there == counts.registered + counts.cancelled)
