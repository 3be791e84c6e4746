"""What the Breakouts page shows, read away from the window."""

from dataclasses import dataclass

from sla_desktop.domain.groups import BreakoutPlan
from sla_desktop.domain.ids import EventId
from sla_desktop.services import group_drafts, group_wishes, groups, presence
from sla_desktop.services.group_cases import MIXABLE
from sla_desktop.services.group_drafts import Draft
from sla_desktop.services.group_quality import Quality, quality_of
from sla_desktop.services.groups import Wish
from sla_desktop.services.people import attendees
from sla_desktop.storage.store import Store


@dataclass(frozen=True)
class Loaded:
    """People inside, all plans oldest first, the newest with how good it is, what was asked, and what is known of
    anybody registered that tables can be mixed by."""

    inside: int
    history: list[BreakoutPlan]
    draft: Draft | None
    quality: Quality | None
    wish: Wish | None
    known: frozenset[str]


def load(store: Store, event_id: EventId, unkept: bool) -> Loaded:
    """Read all of it; not the newest plan while moves are `unkept`."""
    draft = None if unkept else group_drafts.open_draft(store, event_id)
    shown, quality = looked_at(draft) if draft else (None, None)
    return Loaded(
        presence.counts(store, event_id).inside,
        groups.plans(store, event_id),
        shown,
        quality,
        group_wishes.known_wish(store, event_id),
        frozenset(name for one in attendees(store, event_id) for name in MIXABLE if getattr(one, name)),
    )


def looked_at(draft: Draft) -> tuple[Draft, Quality]:
    """A draft with all that shows of it, so that the window has nothing to work out."""
    _ = draft.view
    return draft, quality_of(draft)
