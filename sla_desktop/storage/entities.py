"""One description of every shared entity; tables, change records and projections are made from it."""

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any, NewType, get_args, get_origin, get_type_hints
from uuid import UUID

from sla_desktop.domain import (
    access,
    attendance,
    certificates,
    doors,
    events,
    feedback,
    frameworks,
    groups,
    letterhead,
    members,
    notes,
    registrations,
    retention,
    sheets,
    system,
    team,
    themes,
)
from sla_desktop.domain.events import FIRST_YEAR, LAST_YEAR, within_reach
from sla_desktop.domain.ids import natural_id

CONTROL = natural_id("scope", "control")
DIRECTORY = natural_id("scope", "directory")


@dataclass(frozen=True)
class Column:
    """A field of an entity: its Python type without Optional, whether it may be None, and what it may say."""

    name: str
    kind: type
    optional: bool
    choices: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Entity:
    """A kind of shared thing. `scope` is the field with the event's id, or "" for the member directory; `control`
    things travel before all others, in a scope of their own.

    `subject` names the field that holds the person whom a record is about; `kept` are the fields that say nothing
    personal and stay after an erasure, since counts are made of them; `fading` are groups of personal fields that
    stand in changes of their own, since each is let go after a time of its own. An anonymous entity has no change
    record until several can be put into the log together, in random order, in a scope of their own, with no
    time of day: a record made with each answer would tell who sat at the kiosk when. Private fields are not
    written to the readable copy beside a shared folder. `choices` tells what a field may say where others must not
    say anything else.
    """

    name: str
    type: type
    scope: str = ""
    subject: str = ""
    kept: tuple[str, ...] = ()
    fading: tuple[tuple[str, ...], ...] = ()
    control: bool = False
    anonymous: bool = False
    private: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The fields in order, from the value's own annotations."""
        hints = get_type_hints(self.type)
        return tuple(_column(one.name, hints[one.name], self.choices.get(one.name, ())) for one in fields(self.type))

    @cached_property
    def required(self) -> frozenset[str]:
        """The fields without which there is no such thing: those that have no default and are never empty."""
        bare = {f.name for f in fields(self.type) if f.default is MISSING and f.default_factory is MISSING}
        needed = (column for column in self.columns if column.name in bare and not column.optional)
        return frozenset(column.name for column in needed if column.name != "id")

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        """The fields but the id, by name."""
        return {column.name: column for column in self.columns if column.name != "id"}

    def parts(self, sets: Mapping[str, Any]) -> list[tuple[bool, dict[str, Any]]]:
        """What is set, split into what stays after an erasure (False) and what is personal (True)."""
        if not self.subject:
            return [(False, dict(sets))]
        apart = {name for group in (self.kept, *self.fading) for name in group}
        groups = (self.kept, tuple(name for name in sets if name not in apart), *self.fading)
        parts = [{name: sets[name] for name in group if name in sets} for group in groups]
        return [(place > 0, part) for place, part in enumerate(parts) if part]

    @cached_property
    def barred(self) -> frozenset[UUID]:
        """The scopes in which nothing of an event may stand; the directory may hold what need not have one."""
        event = self.by_name.get(self.scope)
        return frozenset({CONTROL} if event and event.optional else {CONTROL, DIRECTORY})

    def belongs(self, scope: UUID, eid: str) -> bool:
        """Whether a change of the thing with that id (in hexadecimal) may stand in a stream of that scope."""
        if not self.scope:
            return scope == (CONTROL if self.control else DIRECTORY)
        return scope not in self.barred and (self.scope != "id" or scope.hex == eid)

    @cached_property
    def belonging(self) -> str:
        """The same as a condition in SQL, on `scope` and `eid`."""
        if not self.scope:
            return f"scope = '{(CONTROL if self.control else DIRECTORY).hex}'"
        barred = ", ".join(f"'{scope.hex}'" for scope in sorted(self.barred))
        return f"scope NOT IN ({barred})" + (" AND scope = eid" if self.scope == "id" else "")

    def scope_of(self, value: Any) -> UUID:
        """The stream scope in which a change of this value travels."""
        if self.control:
            return CONTROL
        event = getattr(value, self.scope) if self.scope else None
        if event is None:
            return DIRECTORY
        return natural_id("scope", "anonymous", event) if self.anonymous else event

    def subject_of(self, value: Any) -> UUID | None:
        """The person whom this value is about."""
        return getattr(value, self.subject) if self.subject else None


ENTITIES: tuple[Entity, ...] = (
    Entity("organisation", members.Organisation),
    Entity(
        "member",
        members.Member,
        subject="id",
        fading=(("email", "phone"), ("access_needs", "dietary")),
        private=("email", "phone", "access_needs", "dietary"),
    ),
    Entity(
        "affiliation",
        members.Affiliation,
        subject="member_id",
        kept=("member_id", "sector", "place", "profession", "level", "main"),
        indexes=("member_id",),
    ),
    Entity("consent", members.Consent, subject="member_id", indexes=("member_id",)),
    Entity("framework", frameworks.Framework),
    Entity("characteristic", frameworks.Characteristic, indexes=("framework_id",)),
    Entity("programme", events.Programme),
    Entity("event", events.Event, scope="id"),
    Entity("room", events.Room, scope="event_id", indexes=("event_id",)),
    Entity("session", events.Session, scope="event_id", indexes=("event_id",)),
    Entity(
        "registration",
        registrations.Registration,
        scope="event_id",
        subject="member_id",
        kept=(
            *("event_id", "member_id", "status", "source", "code", "ticket_type", "registered_at"),
            *("valid_from", "valid_until", "add_ons"),
        ),
        fading=(("imported",),),
        private=("note", "imported", "attention"),
        indexes=("event_id", "member_id"),
        choices={"status": registrations.STATUSES},
    ),
    Entity(
        "attendance",
        attendance.AttendanceFact,
        scope="event_id",
        subject="member_id",
        kept=(
            *("event_id", "registration_id", "member_id", "kind", "happened_at", "recorded_at"),
            *("desk", "source", "session_id", "undoes", "overruled", "device_id", "typed_time"),
        ),
        private=("answers",),
        indexes=("event_id", "registration_id"),
        choices={"kind": (attendance.IN, attendance.OUT, attendance.UNDO)},
    ),
    Entity("door", doors.Door, scope="event_id", indexes=("event_id",)),
    Entity(
        "refusal",
        attendance.Refusal,
        scope="event_id",
        subject="member_id",
        kept=("event_id", "verdict", "happened_at", "desk", "session_id", "device_id"),
        private=("text",),
        indexes=("event_id",),
    ),
    Entity(
        "merge", members.Merge, subject="member_id", kept=("member_id", "into_id", "decided_at", "desk", "stands")
    ),
    Entity("clock_reading", team.ClockReading, indexes=("device_id",)),
    Entity("breakout_plan", groups.BreakoutPlan, scope="event_id", indexes=("event_id",)),
    Entity("placement", groups.Placement, scope="event_id", indexes=("plan_id",)),
    Entity("group_wish", groups.GroupWish, scope="event_id", indexes=("event_id",)),
    # Who is kept apart from whom is nobody else's business.
    Entity("group_bond", groups.GroupBond, scope="event_id", subject="member_id", private=("rule", "apart")),
    Entity("group_lock", groups.GroupLock, scope="event_id", subject="member_id", indexes=("event_id",)),
    Entity("form", feedback.Form, scope="event_id", indexes=("event_id",)),
    # One person's answers together may tell who it is, so copies that others read do not have them.
    Entity(
        "response",
        feedback.Response,
        scope="event_id",
        anonymous=True,
        private=("answers",),
        indexes=("event_id",),
    ),
    Entity("release", feedback.Release, scope="event_id", indexes=("event_id",)),
    Entity("print_run", sheets.PrintRun, scope="event_id", indexes=("event_id",)),
    Entity("scan_run", sheets.ScanRun, scope="event_id", indexes=("event_id",)),
    Entity("note", notes.Note, scope="event_id", indexes=("event_id",)),
    Entity("poll", notes.Poll, scope="event_id", indexes=("event_id",)),
    Entity("theme", themes.Theme, scope="event_id", indexes=("event_id",)),
    # Which answer has which themes is told to no analyst: together they would tell who wrote it.
    Entity("coding", themes.Coding, scope="event_id", private=("response_id", "themes"), indexes=("event_id",)),
    Entity(
        "certificate",
        certificates.Certificate,
        scope="event_id",
        subject="member_id",
        indexes=("event_id", "number"),
        choices={"status": (certificates.ISSUED, certificates.REVOKED)},
    ),
    Entity("award", certificates.Award, scope="event_id", indexes=("event_id",)),
    Entity("letterhead", letterhead.Letterhead),
    Entity("system", system.System),
    Entity("device", team.Device, control=True, private=("limits",)),
    Entity("erasure", team.Erasure, control=True, private=("reason",)),
    Entity("expiry", retention.Expiry, control=True, private=("changes",)),
    Entity("clock", retention.Clock, control=True),
    Entity(
        "access",
        access.Access,
        scope="event_id",
        subject="about",
        private=("purpose",),
        indexes=("at",),
    ),
    Entity("print_record", certificates.PrintRecord, scope="event_id", indexes=("event_id",)),
)
BY_NAME = {entity.name: entity for entity in ENTITIES}
BY_TYPE = {entity.type: entity for entity in ENTITIES}


def entity_of(value: object) -> Entity:
    """The entity of a domain value. KeyError for a value that is not shared."""
    return BY_TYPE[type(value)]


def to_json(value: Any) -> Any:
    """A field's value as JSON knows it: ids and times as text, tuples as lists."""
    if value is None or type(value) is str:
        return value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return stamp(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    return value


_STAMP = len("2026-11-28T09:00:00.000000+00:00")


def stamp(moment: datetime) -> str:
    """A UTC moment as fixed-width ISO text that sorts by time. SlaError for a year that cannot be kept."""
    return within_reach(moment.astimezone(UTC)).isoformat(timespec="microseconds")


def read_stamp(text: str) -> datetime:
    """The moment of such a text; a far-off year, which older versions wrote, reads as a leap year in reach."""
    moment = datetime.fromisoformat(text.zfill(_STAMP))
    if FIRST_YEAR <= moment.year <= LAST_YEAR:
        return moment
    return moment.replace(year=min(max(moment.year, FIRST_YEAR + 4), LAST_YEAR - 3))


def _column(name: str, hint: Any, choices: tuple[str, ...]) -> Column:
    optional = False
    if get_origin(hint) in (types.UnionType, typing.Union):
        (hint,) = (arg for arg in get_args(hint) if arg is not type(None))
        optional = True
    if isinstance(hint, NewType):
        hint = hint.__supertype__
    origin = get_origin(hint)
    return Column(name, dict if origin is Mapping else origin or hint, optional, frozenset(choices))
