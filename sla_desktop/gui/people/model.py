"""The People table: its columns, and the word for each person's standing."""

from sla_desktop.domain.events import clock
from sla_desktop.domain.sorting import order_of
from sla_desktop.gui.shared.chips import BAD, GOOD, PLAIN, WARN, Chip
from sla_desktop.gui.shared.table import Column
from sla_desktop.services.people import Listed

EVERYONE, HERE, EXPECTED, CANCELLED = "all", "here", "expected", "cancelled"


def columns(zone: str) -> tuple[Column[Listed], ...]:
    """The columns of the People table; times are shown in the event's zone."""
    return (
        Column("Name", lambda person: person.name, sort=lambda person: order_of(person.name, person.family)),
        # What is asked for all day is in sight also where large text leaves room for three columns.
        Column("Status", lambda person: standing(person).word, sort=rank, chip=standing),
        Column("Since", lambda person: since(person, zone)),
        Column("Organisation", lambda person: person.organisation, stretch=True),
        Column("Sector", lambda person: person.sector),
        Column("Place", lambda person: person.place),
        Column("Ticket", lambda person: person.ticket_type or "Registered"),
    )


def standing(person: Listed) -> Chip:
    """Where somebody stands today, in a word."""
    if person.inside and person.cancelled:
        return Chip("Here, cancelled", WARN, "alert-triangle")
    if person.inside:
        return Chip("Here", GOOD, "check")
    if person.cancelled:
        return Chip("Cancelled", BAD, "ban")
    if person.last is not None:
        return Chip("Left", PLAIN, "logout")
    return Chip("Expected", PLAIN, "clock")


def rank(person: Listed) -> int:
    """The order of standings when the table is sorted by them."""
    return ("Here, cancelled", "Here", "Left", "Expected", "Cancelled").index(standing(person).word)


def since(person: Listed, zone: str) -> str:
    """When somebody last came or went, "09:02"."""
    return clock(person.last.happened_at, zone) if person.last else ""


def belongs(person: Listed, group: str) -> bool:
    """Whether a person is in one of the groups that the page can show."""
    if group == HERE:
        return person.inside
    if group == CANCELLED:
        return person.cancelled
    return group == EVERYONE or not (person.inside or person.cancelled)
