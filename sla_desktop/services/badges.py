"""One person's badge at the desk: printed once, and again only for a reason."""

from pathlib import Path

from sla_desktop.domain.certificates import BADGE, PrintRecord
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId, PrintId, RegistrationId, new_id
from sla_desktop.services.clock import now
from sla_desktop.services.documents import DEFAULT_STOCK
from sla_desktop.services.events import get_event
from sla_desktop.services.letterhead import identity_of
from sla_desktop.services.people import attendees
from sla_desktop.storage import query
from sla_desktop.storage.store import Store


def printed(store: Store, registration: RegistrationId) -> list[PrintRecord]:
    """When a person's badge was printed, by itself or with all others, oldest first."""
    with store.read() as connection:
        return query.find(connection, PrintRecord, order="printed_at", registration_id=registration)


def print_badge(
    store: Store, event_id: EventId, registration: RegistrationId, path: Path, *, desk: str, reason: str = ""
) -> int:
    """Print one badge; pages. SlaError when it was printed before and no reason is given to print it again."""
    from sla_desktop.printing import badges as paper

    event = get_event(store, event_id)
    person = next((one for one in attendees(store, event_id) if one.id == registration), None)
    if person is None:
        raise SlaError("That person is not on this event's list, so there is no badge to print.")
    if not reason and printed(store, registration):
        raise SlaError(f"The badge of {person.name} was printed before. Give a reason to print it again.")
    badge = paper.Badge(
        name=person.name,
        pronouns=person.member.pronouns,
        organisation=person.organisation,
        role=person.role,
        code=person.registration.code,
        lines=(),
    )
    pages = paper.print_badges([badge], path, identity=identity_of(store, event), stock=DEFAULT_STOCK, start_at=1)
    record = PrintRecord(PrintId(new_id()), event_id, BADGE, pages, now(), desk, reason, registration)
    with store.change() as tx:
        tx.put(record)
    return pages
