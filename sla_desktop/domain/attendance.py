"""Attendance: append-only facts, and what they say about who is in the room."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sla_desktop.domain.ids import DeviceId, EventId, FactId, MemberId, RefusalId, RegistrationId, SessionId

IN, OUT, UNDO = "in", "out", "undo"
VALID, ALREADY_IN, NOT_ON_LIST, CANCELLED = "valid", "already-in", "not-on-list", "cancelled"
WRONG_SESSION, FULL, NOT_YET, NO_LONGER = "wrong-session", "full", "not-yet", "no-longer"
LEFT, NOT_IN, UNDONE, EARLIER = "left", "not-in", "undone", "earlier"
BLOCKED, AWAITING, UNPAID, UNASSIGNED = "blocked", "awaiting-approval", "unpaid", "unassigned"
WRONG_TICKET, AMBIGUOUS, NOT_ALLOWED, QUESTIONS = "wrong-ticket", "ambiguous", "not-allowed", "questions"
NOT_GENUINE, PERHAPS_LISTED = "not-genuine", "perhaps-listed"

_GREEN = {VALID, LEFT, UNDONE}
_RED = {NOT_ON_LIST, CANCELLED, BLOCKED, AWAITING, WRONG_TICKET, NOT_ALLOWED, NOT_GENUINE}
CODES = frozenset(
    {
        VALID,
        ALREADY_IN,
        NOT_ON_LIST,
        CANCELLED,
        WRONG_SESSION,
        FULL,
        NOT_YET,
        NO_LONGER,
        LEFT,
        NOT_IN,
        UNDONE,
        EARLIER,
    }
    | {BLOCKED, AWAITING, UNPAID, UNASSIGNED, WRONG_TICKET, AMBIGUOUS, NOT_ALLOWED, QUESTIONS, NOT_GENUINE}
    | {PERHAPS_LISTED}
)
# What a reason can overrule; whether an unpaid ticket is among them is for each door to say.
OVERRULED_BY_REASON = frozenset(
    {ALREADY_IN, CANCELLED, BLOCKED, WRONG_SESSION, FULL, NOT_YET, NO_LONGER, WRONG_TICKET, NOT_ALLOWED, QUESTIONS}
)


Closing = Callable[[datetime], datetime]
"""When whoever came then had left at the latest, whatever was noted later."""


@dataclass(frozen=True)
class AttendanceFact:
    """Something that happened at a door: in, out, or the undoing of an earlier fact. Never changed, never deleted.

    `override` is the reason for letting somebody in anyway, `overruled` the verdict that it overruled ("" where none
    stood in the way). `happened_at` is the time of the desk's own clock, unless a person gave it (`typed_time`).
    """

    id: FactId
    event_id: EventId
    registration_id: RegistrationId
    member_id: MemberId
    kind: str
    happened_at: datetime
    recorded_at: datetime
    desk: str
    source: str
    session_id: SessionId | None = None
    undoes: FactId | None = None
    override: str = ""
    reason: str = ""
    overruled: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    device_id: DeviceId | None = None
    typed_time: bool = False


@dataclass(frozen=True)
class Refusal:
    """A scan that let nobody in: what was scanned, and the verdict. `member_id` is set where the ticket is known."""

    id: RefusalId
    event_id: EventId
    verdict: str
    happened_at: datetime
    desk: str
    text: str = ""
    member_id: MemberId | None = None
    session_id: SessionId | None = None
    device_id: DeviceId | None = None


@dataclass(frozen=True)
class Verdict:
    """What a desk shows after a scan: a code, words, who, and when. Green only after the fact is on disk."""

    code: str
    words: str
    name: str = ""
    organisation: str = ""
    detail: str = ""
    at: datetime | None = None
    registration_id: RegistrationId | None = None
    fact_id: FactId | None = None
    ticket_type: str = ""
    attention: str = ""
    overruled: str = ""
    asked: tuple[str, ...] = ()

    @property
    def light(self) -> str:
        """The traffic light: green, amber or red. The words say the same."""
        return "green" if self.code in _GREEN else "red" if self.code in _RED else "amber"

    @property
    def recorded(self) -> bool:
        """Whether this verdict put a fact into the record."""
        return self.fact_id is not None


def never(_came: datetime) -> datetime:
    """No moment by which whoever came then has left."""
    return datetime.max.replace(tzinfo=UTC)


def standing(facts: Iterable[AttendanceFact]) -> list[AttendanceFact]:
    """The facts that nobody has undone, by the time at which they happened."""
    known = list(facts)
    undone = {fact.undoes for fact in known if fact.kind == UNDO}
    kept = [fact for fact in known if fact.kind != UNDO and fact.id not in undone]
    return sorted(kept, key=lambda fact: (fact.happened_at, fact.recorded_at, fact.id))


def latest(facts: Iterable[AttendanceFact], *, at: datetime | None = None) -> dict[RegistrationId, AttendanceFact]:
    """For each registration its last standing fact up to a moment; none for those who never came, or by mistake.

    A departure from a session ends no visit to the event: there the arrival at the event's door counts again.
    """
    own: dict[RegistrationId, list[AttendanceFact]] = defaultdict(list)
    for fact in standing(facts):
        if (at is None or fact.happened_at <= at) and (fact.kind == IN or fact.registration_id in own):
            own[fact.registration_id].append(fact)
    return {key: last for key, known in own.items() if (last := last_of(known))}


def last_of(facts: Sequence[AttendanceFact]) -> AttendanceFact | None:
    """The same for the standing facts of one person, by time."""
    last: AttendanceFact | None = None
    front: AttendanceFact | None = None
    for fact in facts:
        # Who left a session alone is at the event, if they came by its front door.
        last = front if front and fact.kind == OUT and fact.session_id else fact
        if fact.session_id is None:
            front = fact if fact.kind == IN else None
    return last


def first_arrivals(facts: Iterable[AttendanceFact]) -> dict[RegistrationId, AttendanceFact]:
    """For each registration the first standing arrival."""
    return {fact.registration_id: fact for fact in reversed(standing(facts)) if fact.kind == IN}


def present(facts: Iterable[AttendanceFact], *, at: datetime | None = None) -> dict[RegistrationId, AttendanceFact]:
    """Who is in at a moment (default: after all facts), with the fact that let them in."""
    return {key: fact for key, fact in latest(facts, at=at).items() if fact.kind == IN}


def stays(
    facts: Sequence[AttendanceFact], end: datetime, closes: Closing = never
) -> dict[RegistrationId, list[tuple[datetime, datetime]]]:
    """Each registration's stays as (in, out); a forgotten exit ends with the event, or when it `closes` before.

    A second scan in does not start a second stay, unless it had closed for whoever came then.
    """
    opened: dict[RegistrationId, datetime] = {}
    front = set[RegistrationId]()
    result: dict[RegistrationId, list[tuple[datetime, datetime]]] = defaultdict(list)
    for fact in standing(facts):
        key = fact.registration_id
        if key in opened and closes(opened[key]) <= fact.happened_at:
            came = opened.pop(key)
            front.discard(key)
            result[key].append((came, closes(came)))
        if fact.kind == IN:
            opened.setdefault(key, fact.happened_at)
            front |= {key} if fact.session_id is None else set()
        elif key in opened and not (fact.session_id and key in front):
            front.discard(key)
            result[key].append((opened.pop(key), fact.happened_at))
    for key, came in opened.items():
        result[key].append((came, max(min(end, closes(came)), came)))
    return dict(result)


def occupancy(facts: Iterable[AttendanceFact], *, at: datetime | None = None) -> Mapping[SessionId | None, int]:
    """How many people are in each session (None: the event as a whole) now, or at a moment."""
    counts: dict[SessionId | None, int] = defaultdict(int)
    for fact in present(facts, at=at).values():
        counts[fact.session_id] += 1
    return counts
