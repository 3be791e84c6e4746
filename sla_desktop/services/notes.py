"""Notes, ideas, enablers, barriers and actions from the tables, their dot votes, and polls of the whole room."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId, NoteId, PollId, natural_id, new_id
from sla_desktop.domain.lengths import check_lengths
from sla_desktop.domain.notes import KINDS, Note, Poll
from sla_desktop.domain.text import clean, counted, fold
from sla_desktop.services import groups
from sla_desktop.services.clock import now
from sla_desktop.services.groups import PlanView
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

_MOST_HANDS = 100_000


def add_note(
    store: Store,
    event_id: EventId | None,
    *,
    kind: str,
    text: str,
    round_number: int = 0,
    table: int = 0,
    owner: str = "",
    due: date | None = None,
) -> Note:
    """Keep an output of a table. SlaError for an empty text, an unknown kind, or a round or table not there."""
    if kind not in KINDS:
        raise SlaError(f"“{kind}” is no kind of note. Choose from {', '.join(KINDS)}.")
    if not clean(text):
        raise SlaError("The note is empty, so nothing was saved.")
    check_lengths({"note": text, "owner": owner})
    if event_id is not None:
        _check_place(groups.current_plan(store, event_id), round_number, table)
    note = Note(NoteId(new_id()), kind, clean(text), now(), event_id, round_number, table, clean(owner), due)
    with store.change() as tx:
        tx.put(note)
    return note


def notes(store: Store, event_id: EventId) -> list[Note]:
    """An event's notes in the order in which they were made."""
    with store.read() as connection:
        return [note for note in query.find(connection, Note, order="made_at", event_id=event_id) if not note.removed]


def find_note(store: Store, event_id: EventId, told: str) -> Note:
    """The note with this number in the list, or whose text begins like this. SlaError for none or several."""
    known = notes(store, event_id)
    if told.isdigit() and 0 < int(told) <= len(known):
        return known[int(told) - 1]
    found = [note for note in known if fold(note.text).startswith(fold(told))]
    if len(found) != 1:
        many = f"{len(found)} notes begin" if found else "No note begins"
        raise SlaError(f"{many} with “{told}”. Give the number that the list shows.")
    return found[0]


def change_note(store: Store, changed: Note) -> None:
    """Keep a note in other words, with dots, or as removed. SlaError as for a new one."""
    if changed.kind not in KINDS or not clean(changed.text):
        raise SlaError("A note needs a kind and words.")
    check_lengths({"note": changed.text, "owner": changed.owner})
    if changed.dots is not None and not 0 <= changed.dots <= _MOST_HANDS:
        raise SlaError(f"{changed.dots} cannot be a number of dots.")
    if changed.event_id is not None and not changed.removed:
        _check_place(groups.current_plan(store, changed.event_id), changed.round, changed.table)
    with store.change() as tx:
        tx.put(replace(changed, text=clean(changed.text), owner=clean(changed.owner)))


def by_dots(made: Sequence[Note]) -> list[Note]:
    """Notes with those first that have most dots; as they were where these are equal."""
    return sorted(made, key=lambda note: -(note.dots or 0))


def keep_poll(
    store: Store,
    event_id: EventId,
    question: str,
    choices: Sequence[str],
    *,
    before: Sequence[int] | None = None,
    after: Sequence[int] | None = None,
) -> Poll:
    """Keep the hands of a poll; asked again, the same question keeps what is not given. SlaError if it cannot be."""
    key = PollId(natural_id("poll", event_id, fold(question)))
    with store.read() as connection:
        known = query.get(connection, Poll, key)
    named = tuple(filter(None, map(clean, choices))) or (known.choices if known else ())
    made = Poll(
        key,
        event_id,
        clean(question),
        named,
        _hands(known.before if known and before is None else before, named),
        _hands(known.after if known and after is None else after, named),
    )
    if not made.question or len(named) < 2:
        raise SlaError("A poll needs a question and two choices or more.")
    with store.change() as tx:
        tx.put(made)
    return made


def polls(store: Store, event_id: EventId) -> list[Poll]:
    """The polls of an event by their questions."""
    with store.read() as connection:
        return query.find(connection, Poll, order="question", event_id=event_id)


def _hands(told: Sequence[int] | None, choices: Sequence[str]) -> tuple[int, ...]:
    hands = tuple(told or ())
    if hands and (len(hands) != len(choices) or not all(0 <= count <= _MOST_HANDS for count in hands)):
        raise SlaError(f"Give a number of hands for each of the {len(choices)} choices: {', '.join(choices)}.")
    return hands


def _check_place(view: PlanView | None, round_number: int, table: int) -> None:
    """Round and table are those of the newest plan; 0 stands for none."""
    if not round_number and not table:
        return
    if view is None:
        raise SlaError("No groups were formed, so there are no rounds and tables. Leave round and table out.")
    tables = view.plan.tables
    if round_number > len(tables):
        raise SlaError(f"There is no round {round_number}; the plan has {counted(len(tables), 'round')}.")
    most = tables[round_number - 1] if round_number else max(tables)
    if table > most:
        raise SlaError(f"There is no table {table}; the plan has {counted(most, 'table')}.")
