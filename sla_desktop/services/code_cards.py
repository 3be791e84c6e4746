"""Cards with random codes, by which a person's answers before and after are paired; no code is kept anywhere."""

from pathlib import Path

from sla_desktop.domain import card_codes
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId
from sla_desktop.printing.progress import Progress
from sla_desktop.services import people
from sla_desktop.services.documents import note_print
from sla_desktop.services.events import get_event
from sla_desktop.services.letterhead import identity_of
from sla_desktop.storage.store import Store

MOST_CARDS = 2400
_SPARE = 1.2


def usual_count(store: Store, event_id: EventId) -> int:
    """A card for everybody registered and a fifth more, in whole sheets."""
    from sla_desktop.printing.code_cards import SHEET

    wanted = len([one for one in people.attendees(store, event_id) if not one.cancelled]) * _SPARE
    return min(MOST_CARDS, SHEET.a_sheet * max(1, -int(-wanted // SHEET.a_sheet)))


def print_codes(
    store: Store, event_id: EventId, path: Path, *, count: int = 0, progress: Progress | None = None
) -> int:
    """Write so many cards (0: enough for everybody registered); pages. The codes are new each time.

    SlaError for fewer than one or more than 2,400.
    """
    from sla_desktop.printing.code_cards import print_code_cards

    wanted = count or usual_count(store, event_id)
    if not 0 < wanted <= MOST_CARDS:
        raise SlaError(f"From 1 to {MOST_CARDS:,} cards can be printed at once; {wanted:,} was asked for.")
    event = get_event(store, event_id)
    codes = [card_codes.shown(code) for code in card_codes.make(wanted)]
    identity = identity_of(store, event)
    pages = print_code_cards(codes, path, title=event.title, identity=identity, progress=progress)
    return note_print(store, event_id, "code cards", pages)
