"""What two laptops say differently about the same thing, in words, and settling it with one edit."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, and_, func, not_, select

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import DEFAULT_ZONE, clock, local
from sla_desktop.domain.members import Member, corrected
from sla_desktop.domain.text import clean_line
from sla_desktop.services import authorship, events
from sla_desktop.services.authorship import ELSEWHERE, Saying
from sla_desktop.services.lookalikes import told_apart
from sla_desktop.services.wording import field_words, thing_words, value_words
from sla_desktop.storage import query, schema
from sla_desktop.storage.cells import value_from_json
from sla_desktop.storage.entities import BY_NAME, Column
from sla_desktop.storage.store import Store
from sla_desktop.storage.transaction import Transaction

_YES, _NO = {"yes", "y", "true"}, {"no", "n", "false"}
# Words of the program, not of people: one of the values is chosen, none is typed.
_FOLLOWING = ("desk", "decided_at")
_CODED = {"status", "kind", "zone", "source", "number", "code", "document"}


@dataclass(frozen=True)
class Choice:
    """One of the values: the change that says it, its words, which desk says so, and when (at the event)."""

    cid: UUID
    value: Any
    shown: str
    desk: str
    when: str

    @property
    def words(self) -> str:
        """The value with who said it, "“Ama” (Desk 2, 09:14)"."""
        return f"{self.shown} ({self.desk}, {self.when})" if self.when else f"{self.shown} ({self.desk})"


@dataclass(frozen=True)
class Conflict:
    """A field whose newest values disagree. `choices` are its different values, newest first: the first one shows.

    `leaves` are all the changes that an edit must name to settle it, `zone` is where times are read, and `typed`
    says whether people may type another value.
    """

    eid: UUID
    entity: str
    field: str
    what: str
    choices: tuple[Choice, ...]
    leaves: frozenset[UUID]
    zone: str
    typed: bool

    @property
    def words(self) -> str:
        """The question in one sentence."""
        return f"{self.what}: {' or '.join(choice.words for choice in self.choices)}?"


@dataclass(frozen=True)
class Settled:
    """A conflict that was settled, and what was kept; enough to take it back."""

    conflict: Conflict
    kept: Any
    words: str


def conflicts(store: Store, zone: str = DEFAULT_ZONE) -> list[Conflict]:
    """What is to settle, in a steady order; times are in the zone of the thing's event, else in `zone`."""
    with store.read() as connection:
        found = connection.execute(select(schema.conflict).where(_asked())).all()
        desks = authorship.laptop_names(store, connection) if found else {}
        told = [_conflict(connection, row, desks, zone) for row in found]
    return sorted(told, key=lambda one: (one.entity, one.what, one.eid, one.field))


def count(store: Store) -> int:
    """How many differences there are to settle."""
    with store.read() as connection:
        return open_count(connection)


def open_count(connection: Connection) -> int:
    """The same."""
    return connection.execute(select(func.count()).select_from(schema.conflict).where(_asked())).scalar_one()


def _asked() -> ColumnElement[bool]:
    """Which differences people are asked about: who decided on two records, and when, follows the decision."""
    told = schema.conflict.c
    return not_(and_(told.entity == "merge", told.field.in_(_FOLLOWING)))


def resolve(store: Store, conflict: Conflict, value: Any) -> Settled:
    """Keep one value (of the choices, or another) with one edit that replaces all of them.

    SlaError when somebody settled it meanwhile, when other values have come, or when the value cannot be.
    """
    with store.change() as tx:
        _check_current(tx.connection, conflict)
        _check(tx.connection, conflict, value)
        shown = _keep(tx, conflict, value)
    return Settled(conflict, value, f"{conflict.what} is now {shown}.")


def take_back(store: Store, settled: Settled) -> str:
    """Ask a question again that was settled: its values stand side by side as before, on every laptop; in words.

    SlaError when the field was changed again meanwhile.
    """
    conflict = settled.conflict
    with store.change() as tx:
        known = query.get(tx.connection, BY_NAME[conflict.entity].type, conflict.eid)
        if _leaves(tx.connection, conflict) or getattr(known, conflict.field, None) != settled.kept:
            raise SlaError(f"{conflict.what} was changed again meanwhile, so nothing was taken back.")
        values = [choice.value for choice in reversed(conflict.choices)]
        tx.reopen(BY_NAME[conflict.entity], conflict.eid, conflict.field, values)
    return f"{conflict.what} is to settle again, as it was before you chose."


def read_value(conflict: Conflict, text: str) -> Any:
    """The value that somebody typed for a conflict's field. SlaError if it cannot be one."""
    if not conflict.typed:
        raise SlaError(f"{conflict.what} cannot be typed. Keep one of the values that are shown.")
    reader = _READERS[_column(conflict.entity, conflict.field).kind]  # type: ignore[union-attr]
    return reader(clean_line(text), conflict.zone)


def _conflict(connection: Connection, row: Row[Any], desks: Mapping[bytes, str], zone: str) -> Conflict:
    zone = _zone_of(connection, row, zone)
    column = _column(row.entity, row.field)
    newest: dict[str, tuple[UUID, Any]] = {}
    for cid, value in reversed(row.leaves):
        newest.setdefault(repr(value), (UUID(cid), value_from_json(column, value) if column else value))
    choices = _choices(connection, row, list(newest.values()), desks, zone)
    what = thing_words(connection, row.entity, row.eid, zone, row.field)
    of = "" if row.entity == "merge" else f"{field_words(row.field, row.entity)} of "
    what = f"The {of}{what.removeprefix('the ') if not of else what}"
    typed = column is not None and column.kind in _READERS and row.field not in _CODED and row.entity != "device"
    leaves = frozenset(UUID(cid) for cid, _ in row.leaves)
    return Conflict(row.eid, row.entity, row.field, what, choices, leaves, zone, typed)


def _choices(
    connection: Connection, row: Row[Any], values: Sequence[tuple[UUID, Any]], names: Mapping[bytes, str], zone: str
) -> tuple[Choice, ...]:
    parts = _without_common(value for _, value in values)
    quoted = [_quoted(connection, row.field, part, zone) for part in parts]
    known = authorship.sayings(connection, row.eid, row.field)
    said = [authorship.first_said(known, cid) for cid, _ in values]
    desks = [names.get(one.key, ELSEWHERE) if one else ELSEWHERE for one in said]
    return tuple(
        Choice(cid, value, shown, desk, when)
        for (cid, value), shown, desk, when in zip(
            values, told_apart(parts, quoted), desks, _times(said, desks, zone), strict=True
        )
    )


def _times(said: Sequence[Saying | None], desks: Sequence[str], zone: str) -> list[str]:
    """When each was said; with seconds where one laptop said two of them in the same minute."""
    plain = [_when(one.at, zone) if one else "" for one in said]
    same = Counter(zip(desks, plain, strict=True))
    return [
        f"{when}:{one.at:%S}" if one and same[desk, when] > 1 else when
        for one, desk, when in zip(said, desks, plain, strict=True)
    ]


def _when(moment: datetime, zone: str) -> str:
    day = local(moment, zone).date()
    today = local(datetime.now(UTC), zone).date()
    return clock(moment, zone) if day == today else f"{day.day} {day:%B}, {clock(moment, zone)}"


def _zone_of(connection: Connection, row: Row[Any], usual: str) -> str:
    table, event = schema.TABLES[row.entity], schema.TABLES["event"]
    if row.entity == "event":
        return _first(connection, select(event.c.zone).where(event.c.id == row.eid)) or usual
    if "event_id" not in table.c:
        return usual
    joined = table.join(event, table.c.event_id == event.c.id)
    return _first(connection, select(event.c.zone).select_from(joined).where(table.c.id == row.eid)) or usual


def _first(connection: Connection, query_: Any) -> str | None:
    return connection.execute(query_).scalar_one_or_none()


def _without_common(values: Iterable[Any]) -> list[Any]:
    """The values, without what mappings have in common: a long list would hide the one line that differs."""
    known = list(values)
    if not all(isinstance(value, Mapping) for value in known):
        return known
    common = [item for item in known[0].items() if all(item in value.items() for value in known)]
    return [{key: item for key, item in value.items() if (key, item) not in common} for value in known]


def _quoted(connection: Connection, field: str, value: Any, zone: str) -> str:
    words = value_words(connection, field, value, zone)
    return f"“{words}”" if isinstance(value, str) and value else words


def _column(entity: str, field: str) -> Column | None:
    return next((column for column in BY_NAME[entity].columns if column.name == field), None)


def _check_current(connection: Connection, conflict: Conflict) -> None:
    leaves = _leaves(connection, conflict)
    if not leaves:
        raise SlaError(f"{conflict.what} was settled meanwhile. There is nothing left to choose.")
    if leaves != conflict.leaves:
        raise SlaError(f"{conflict.what} was changed once more meanwhile. Look at the values again, then choose.")
    if _column(conflict.entity, conflict.field) is None:
        raise SlaError(f"{conflict.what} is known to a newer SLA Desktop only. Settle it on a laptop that has it.")


def _leaves(connection: Connection, conflict: Conflict) -> frozenset[UUID]:
    table = schema.conflict
    found = select(table.c.leaves).where(table.c.eid == conflict.eid, table.c.field == conflict.field)
    return frozenset(UUID(cid) for cid, _ in connection.execute(found).scalar_one_or_none() or ())


def _check(connection: Connection, conflict: Conflict, value: Any) -> None:
    """A person's details must be fit to keep, also when they are typed here."""
    if conflict.entity == "member" and all(value != choice.value for choice in conflict.choices):
        member = query.get(connection, Member, conflict.eid)
        if member is not None:
            corrected(replace(member, **{conflict.field: value}))


def _keep(tx: Transaction, conflict: Conflict, value: Any) -> str:
    """Write the edit that settles it; the kept value in words."""
    tx.settle(BY_NAME[conflict.entity], conflict.eid, conflict.field, value)
    if conflict.entity == "merge":
        for field, told in _following(tx.connection, conflict, value).items():
            tx.settle(BY_NAME["merge"], conflict.eid, field, told)
    known = [choice.shown for choice in conflict.choices if choice.value == value]
    return known[0] if known else _quoted(tx.connection, conflict.field, value, conflict.zone)


def _following(connection: Connection, conflict: Conflict, value: Any) -> dict[str, Any]:
    """What whoever gave the answer that is kept said beside it, where laptops differ in that too."""
    kept = {choice.cid for choice in conflict.choices if choice.value == value}
    told, columns = schema.conflict.c, {column.name: column for column in BY_NAME["merge"].columns}
    asked = select(told.field, told.leaves).where(told.eid == conflict.eid, told.field.in_(_FOLLOWING))
    said = {}
    for field, leaves in connection.execute(asked):
        _, newest = next((one for one in leaves if UUID(one[0]) in kept), leaves[-1])
        said[field] = value_from_json(columns[field], newest)
    return said


def _read_number(text: str, _zone: str) -> int:
    if not text.isdecimal():
        raise SlaError(f"“{text}” is no whole number.")
    return int(text)


def _read_answer(text: str, _zone: str) -> bool:
    if text.lower() not in _YES | _NO:
        raise SlaError(f"“{text}” is neither yes nor no.")
    return text.lower() in _YES


def _read_date(text: str, _zone: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SlaError(f"“{text}” is not a date. Write it as 2026-11-24.") from None


_READERS: dict[type, Callable[[str, str], Any]] = {
    str: lambda text, _zone: text,
    int: _read_number,
    bool: _read_answer,
    datetime: lambda text, zone: events.moment(text, zone),
    date: _read_date,
}
