"""The decision at a door: may this person come in, here and now, and if not, why not. The same on every desk."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from sla_desktop.domain import attendance as codes
from sla_desktop.domain import doors, registrations
from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.doors import Door
from sla_desktop.domain.events import Event, Session, clock, has_left_by, local, long_date
from sla_desktop.domain.ids import RoomId
from sla_desktop.domain.limits import Visit, broken
from sla_desktop.domain.registrations import Registration

# So long before a session people come to it; so long before the end of another they come to the next.
_EARLY, CHANGING = timedelta(minutes=30), timedelta(minutes=10)
# People look how a desk works until the evening before, and the last are noted the morning after.
_NIGHT = timedelta(hours=12)
# So long before the doors open helpers come; so long after the end the last leave.
_AROUND = timedelta(hours=4)
# Clocks on walls are a little fast, and people round times.
_FAST = timedelta(minutes=5)
_ASK = "Ask the lead facilitator."
_RIGHT = "Give the right time, or a reason if it is right."
_STATUS = {
    registrations.CANCELLED: (codes.CANCELLED, "Cancelled", f"This registration was cancelled. {_ASK}"),
    registrations.REFUNDED: (codes.CANCELLED, "Refunded", f"The ticket was refunded. {_ASK}"),
    registrations.VOID: (codes.CANCELLED, "Void", f"The ticket was made void. {_ASK}"),
    registrations.BLOCKED: (codes.BLOCKED, "Blocked", f"The ticket was blocked. {_ASK}"),
    registrations.AWAITING: (
        codes.AWAITING,
        "Not approved",
        f"The booking waits for approval. {_ASK} They can approve it on the People page.",
    ),
    registrations.UNASSIGNED: (
        codes.UNASSIGNED,
        "No name yet",
        "Nobody is named on this ticket. Give it a name first.",
    ),
}


@dataclass(frozen=True)
class Refused:
    """Why somebody is not let in: a verdict's code, its word, and a sentence; what is asked, if that is why."""

    code: str
    words: str
    detail: str
    at: datetime | None = None
    asked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """What a desk knows when it decides. `facts` are the person's standing ones, by time.

    `capacity` is that of the session or its room, `inside` how many are there; `typed` says that a person gave `at`.
    """

    event: Event
    registration: Registration
    door: Door
    at: datetime
    facts: tuple[AttendanceFact, ...] = ()
    session: Session | None = None
    capacity: int | None = None
    inside: int = 0
    gate: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    typed: bool = False

    @property
    def last(self) -> AttendanceFact | None:
        """The person's last standing fact, that which counts after a departure from a session."""
        return codes.last_of(self.facts)

    @property
    def here(self) -> list[AttendanceFact]:
        """The person's entries at this very door."""
        wanted = self.session.id if self.session else None
        return [fact for fact in self.facts if fact.kind == codes.IN and fact.session_id == wanted]

    @property
    def is_inside(self) -> bool:
        """Whether the person is in here already.

        Who forgot to leave on an earlier day has left, and who was noted before the event's day tried out a desk.
        """
        last = self.last
        if last is None or last.kind != codes.IN:
            return False
        same_door = self.session is None or last.session_id == self.session.id
        tried = self._day(last.happened_at) < self.event.day <= self._day(self.at)
        return same_door and not tried and not has_left_by(self.event, last.happened_at, self.at)

    def _day(self, moment: datetime) -> date:
        return local(moment, self.event.zone).date()


def refused(case: Case) -> Refused | None:
    """Why somebody is not let in, or None. The first of the reasons counts: ticket, time, type, payment, rules."""
    for check in (_let_in_before, _status, _window, _type, _payment, _again, _over, _limits, _questions, _capacity):
        found = check(case)
        if found is not None:
            return found
    return None


def elsewhen(event: Event, session: Session | None, at: datetime, now: datetime) -> Refused | None:
    """Why a typed time is hardly right: hours before or after the event, still to come, or not the session's.

    Before the event nothing is still to come: people try out how a desk works.
    """
    return _far_off(event, at) or _to_come(event, at, now) or (_other_hour(event, session, at) if session else None)


def over(event: Event, session: Session | None, at: datetime) -> Refused | None:
    """Why nobody comes to a session any more, or today. Long before and after the event people try out a desk."""
    if session is not None and _is_later_day(event, session, at):
        told = (
            f"“{session.title}” begins at {_when(session.starts, event, at)}. Let in with a reason if that is right."
        )
        return Refused(codes.NOT_YET, "Not yet", told)
    if session is None or not session.ends <= at <= event.ends + _NIGHT:
        return None
    told = f"“{session.title}” ended at {_when(session.ends, event, at)}. Let in with a reason if it goes on."
    return Refused(codes.NO_LONGER, "Session over", told)


def _is_later_day(event: Event, session: Session, at: datetime) -> bool:
    today, then = (local(one, event.zone).date() for one in (at, session.starts))
    return event.day <= today < then and session.starts - at > _AROUND


def _far_off(event: Event, at: datetime) -> Refused | None:
    if event.starts - _AROUND <= at <= event.ends + _AROUND:
        return None
    code, where = (codes.NOT_YET, "before") if at < event.starts else (codes.NO_LONGER, "after")
    day, last = long_date(local(at, event.zone).date()), _when(event.ends, event, event.starts)
    span = f"from {clock(event.starts, event.zone)} on {long_date(event.day)} to {last}"
    told = f"{clock(at, event.zone)} on {day} is hours {where} the event, which is {span}."
    return Refused(code, "Check the time", f"{told} Give the right day with the time, or a reason if it is right.")


def _to_come(event: Event, at: datetime, now: datetime) -> Refused | None:
    if at <= now + _FAST or now < event.starts - _NIGHT:
        return None
    told = f"{_when(at, event, now)} is still to come: it is {clock(now, event.zone)}."
    return Refused(codes.NOT_YET, "Check the time", f"{told} {_RIGHT}")


def _other_hour(event: Event, session: Session, at: datetime) -> Refused | None:
    if session.starts - _EARLY <= at <= session.ends:
        return None
    code, where = (codes.NOT_YET, "long before") if at < session.starts else (codes.NO_LONGER, "after")
    span = f"{clock(session.starts, event.zone)} to {clock(session.ends, event.zone)}"
    told = f"{_when(at, event, session.starts)} is {where} “{session.title}”, which is from {span}."
    return Refused(code, "Check the time", f"{told} {_RIGHT}")


def can_overrule(why: Refused, door: Door) -> bool:
    """Whether a reason is enough to let somebody in anyway."""
    return why.code in codes.OVERRULED_BY_REASON or (why.code == codes.UNPAID and door.unpaid)


def add_on(case: Case) -> str:
    """The add-on that lets somebody in where their own ticket type does not."""
    if case.door.takes(case.registration.ticket_type):
        return ""
    fitting = [one for one in case.registration.add_ons if case.door.takes(one)]
    return fitting[0] if len(fitting) == 1 else ""


def _let_in_before(case: Case) -> Refused | None:
    """Who was let in for a reason is in: the ticket is not judged once more."""
    return _again(case) if case.is_inside and case.last is not None and case.last.override else None


def _status(case: Case) -> Refused | None:
    place = case.registration
    told = _STATUS.get(place.status)
    if told and place.note and place.imported.get("status") == place.status == registrations.CANCELLED:
        told = (*told[:2], f"{place.note} {_ASK}")  # the list said why
    if told and case.is_inside and case.last is not None:
        told = (*told[:2], f"{told[2]} {_in_since(case.last, case.event)}")
    return Refused(*told) if told else None


def _window(case: Case) -> Refused | None:
    start, end = case.registration.valid_from, case.registration.valid_until
    if start is not None and case.at < start:
        return Refused(codes.NOT_YET, "Not yet", f"The ticket is valid from {_when(start, case.event, case.at)}.")
    if end is not None and case.at >= end:
        return Refused(codes.NO_LONGER, "No longer", f"The ticket was valid until {_when(end, case.event, case.at)}.")
    return None


def _type(case: Case) -> Refused | None:
    registration, door = case.registration, case.door
    if door.takes(registration.ticket_type) or add_on(case):
        return None
    fitting = [one for one in registration.add_ons if door.takes(one)]
    if fitting:
        told = f"{len(fitting)} things booked with this ticket fit here: {', '.join(fitting)}. Check them in by name."
        return Refused(codes.AMBIGUOUS, "Which one?", told)
    kind = f"A “{registration.ticket_type}” ticket" if registration.ticket_type else "A ticket without a type"
    told = f"{kind} does not let in here. Let in are: {', '.join(door.admits)}."
    return Refused(codes.WRONG_TICKET, "Not for here", told)


def _payment(case: Case) -> Refused | None:
    if case.registration.status != registrations.UNPAID:
        return None
    how = "Let in with a reason if you must." if case.door.unpaid else "Nobody is let in here before it is paid."
    return Refused(codes.UNPAID, "Not paid", f"The ticket is not paid. {how}")


def _again(case: Case) -> Refused | None:
    if case.door.entries == doors.EVERY_SCAN:
        return None
    if case.is_inside and case.last is not None:
        return Refused(codes.ALREADY_IN, "Already in", _in_since(case.last, case.event), case.last.happened_at)
    if case.door.entries == doors.ONCE and case.here:
        first = case.here[0]
        told = f"The ticket lets in once, and was used at {clock(first.happened_at, case.event.zone)}, {first.desk}."
        return Refused(codes.ALREADY_IN, "Used already", told, first.happened_at)
    return None


def _in_since(arrival: AttendanceFact, event: Event) -> str:
    return f"In since {clock(arrival.happened_at, event.zone)}, {arrival.desk}."


def _over(case: Case) -> Refused | None:
    return None if case.typed else over(case.event, case.session, case.at)


def _limits(case: Case) -> Refused | None:
    last, session = case.last, case.session
    visit = Visit(
        at=case.at,
        zone=case.event.zone,
        entries=[fact.happened_at for fact in case.here],
        inside=last is not None and last.kind == codes.IN,
        gate=case.gate,
        ticket_type=case.registration.ticket_type,
        during=replace(case.event, starts=session.starts, ends=session.ends) if session else case.event,
    )
    told = broken(case.door.limits, visit)
    return Refused(codes.NOT_ALLOWED, "Not now", told) if told else None


def _questions(case: Case) -> Refused | None:
    before = {name: text for fact in case.facts for name, text in fact.answers.items()}
    asked = doors.open_questions(case.door, case.registration.ticket_type, case.answers, before)
    if not asked:
        return None
    told = " ".join(one.text for one in asked)
    return Refused(codes.QUESTIONS, "One question", told, asked=tuple(one.name for one in asked))


def _capacity(case: Case) -> Refused | None:
    if case.capacity is None or case.inside < case.capacity:
        return None
    name = case.session.title if case.session else case.event.title
    told = f"{name} has {case.capacity} places, all taken. Let in with a reason if you must."
    return Refused(codes.FULL, "Session full", told)


def _when(moment: datetime, event: Event, beside: datetime) -> str:
    """A time of day, with its date where that is not the one of another moment."""
    there = local(moment, event.zone)
    same = there.date() == local(beside, event.zone).date()
    return f"{there:%H:%M}" if same else f"{there:%H:%M} on {long_date(there.date())}"


def session_here(sessions: Iterable[Session], rooms: Collection[RoomId], at: datetime) -> Session | None:
    """The session that somebody comes to in a room at a moment: the one that runs, else the one that starts soon.

    In the last minutes of a session people come to the next one.
    """
    there = sorted((one for one in sessions if one.room_id in rooms and one.ends > at), key=lambda one: one.starts)
    soon = [one for one in there if at < one.starts <= at + _EARLY]
    running = [one for one in there if one.starts <= at]
    if running and not (soon and running[-1].ends <= at + CHANGING):
        return running[-1]
    return soon[0] if soon else None
