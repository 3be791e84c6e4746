"""What two desks saw differently at the door: one plain sentence each, settled with one key."""

from collections.abc import Collection, Sequence

from sla_desktop.domain.attendance import AttendanceFact, Verdict
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event
from sla_desktop.domain.ids import EventId, MemberId
from sla_desktop.services import presence, timeline
from sla_desktop.services.cancelled_but_in import CancelledButIn, cancelled_but_in, has_place, never_came_in
from sla_desktop.services.double_entries import DoubleEntry, double_entries, undo_second
from sla_desktop.services.double_records import (
    DoubleRecord,
    are_one,
    are_two,
    double_records,
    namesakes_of_walk_ins,
    of_one_ticket,
)
from sla_desktop.services.left_after_undo import LeftAfterUndo, left_after_undo, were_there
from sla_desktop.services.left_unheard import LeftUnheard, leave, left_unheard, stay
from sla_desktop.services.main_organisations import TwoMains, choose, two_mains, with_two_mains
from sla_desktop.services.people import Attendee
from sla_desktop.services.removed_sessions import RemovedSession, bring_back, removed_sessions
from sla_desktop.services.seen_after_undo import SeenAfterUndo, left_again, let_in, seen_after_undo
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

Card = (
    DoubleRecord
    | DoubleEntry
    | SeenAfterUndo
    | LeftAfterUndo
    | LeftUnheard
    | RemovedSession
    | CancelledButIn
    | TwoMains
)


def cards(
    store: Store,
    event_id: EventId,
    facts: Sequence[AttendanceFact] | None = None,
    namesakes: Sequence[Attendee] | None = None,
    torn: Collection[MemberId] | None = None,
) -> list[Card]:
    """All that nobody has settled. SlaError if there is no such event.

    `facts` are those of everybody who was noted more than once, `namesakes` walk-ins with whoever has their names,
    and `torn` whoever has two main organisations, where they are known already. Nobody is asked about who was erased.
    """
    with store.read() as connection:
        event = query.get(connection, Event, event_id)
        if event is None:
            raise SlaError("There is no such event on this laptop.")
        gone = presence.erased(connection, event_id)
        known = timeline.facts(connection, event_id) if facts is None else facts
        known = [fact for fact in known if fact.member_id not in gone] if gone else known
        alike = namesakes_of_walk_ins(connection, event) if namesakes is None else namesakes
        kinds = (double_entries, seen_after_undo, left_after_undo, removed_sessions)
        seen = [card for kind in kinds for card in kind(connection, event, known)]
        came = cancelled_but_in(store, connection, event)
        left = [card for card in left_unheard(connection, event) if card.seen.member_id not in gone]
        told = [*seen, *left, *(card for card in came if card.place.member_id not in gone)]
        between = with_two_mains(connection, event) if torn is None else torn
        shared = [one for one in of_one_ticket(connection, event) if one.id not in {known.id for known in alike}]
        return [*told, *double_records(connection, event, [*alike, *shared]), *two_mains(connection, between)]


def settle(store: Store, card: Card, *, desk: str) -> Verdict:
    """Do what the card proposes (its `answer`); what both desks noted stays in the record."""
    if isinstance(card, DoubleEntry):
        return undo_second(store, card, desk=desk)
    if isinstance(card, DoubleRecord):
        return are_one(store, card, desk=desk)
    if isinstance(card, LeftAfterUndo):
        return were_there(store, card, desk=desk)
    if isinstance(card, LeftUnheard):
        return leave(store, card, desk=desk)
    if isinstance(card, RemovedSession):
        return bring_back(store, card)
    if isinstance(card, CancelledButIn):
        return has_place(store, card)
    if isinstance(card, TwoMains):
        return choose(store, card)
    return let_in(store, card, desk=desk)


def other_answer(card: Card) -> str:
    """What may be answered instead of the proposal, or nothing: any other card goes once its proposal is done."""
    return (
        card.other if isinstance(card, DoubleRecord | CancelledButIn | TwoMains | SeenAfterUndo | LeftUnheard) else ""
    )


def settle_otherwise(store: Store, card: Card, *, desk: str) -> Verdict:
    """Do what the other answer says. SlaError where a card has none."""
    if isinstance(card, TwoMains):
        return choose(store, card, other=True)
    if isinstance(card, CancelledButIn):
        return never_came_in(store, card, desk=desk)
    if isinstance(card, LeftUnheard):
        return stay(store, card, desk=desk)
    if isinstance(card, SeenAfterUndo):
        return left_again(store, card, desk=desk)
    if not isinstance(card, DoubleRecord):
        raise SlaError(f"There is only one answer to this: “{card.answer}”.")
    return are_two(store, card, desk=desk)
