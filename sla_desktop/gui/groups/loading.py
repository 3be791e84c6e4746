"""What the Breakouts page shows, read away from the window."""

from dataclasses import dataclass

from sla_desktop.domain.groups import BreakoutPlan
from sla_desktop.domain.ids import EventId
from sla_desktop.services import group_drafts, group_wishes, groups, presence
from sla_desktop.services.group_drafts import Draft
from sla_desktop.services.group_quality import Quality, quality_of
from sla_desktop.services.groups import Wish
from sla_desktop.storage.store import Store


@dataclass(frozen=True)
class Loaded:
    """People inside, all plans oldest first, the newest with how good it is, and what was asked."""

    inside: int
    history: list[BreakoutPlan]
    draft: Draft | None
    quality: Quality | None
    wish: Wish | None


def load(store: Store, event_id: EventId, unkept: bool) -> Loaded:
    """Read all of it; not the newest plan while moves are `unkept`."""
    draft = None if unkept else group_drafts.open_draft(store, event_id)
    if draft is not None:
        # Worked out here, so that the window need not.
        _ = draft.view
    return Loaded(
        presence.counts(store, event_id).inside,
        groups.plans(store, event_id),
        draft,
        quality_of(draft) if draft else None,
        group_wishes.known_wish(store, event_id),
    )
