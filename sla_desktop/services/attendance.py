"""At the door: check in, check out, undo; a verdict appears only after its fact is on disk."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact, Verdict
from sla_desktop.domain.certificates import PrintRecord
from sla_desktop.domain.decisions import Refused, can_overrule, elsewhen, refused
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Session, clock, has_left_by
from sla_desktop.domain.ids import EventId, FactId, RegistrationId, SessionId, natural_id, new_id
from sla_desktop.domain.lengths import check_lengths
from sla_desktop.domain.registrations import Registration
from sla_desktop.domain.text import clean, clean_line
from sla_desktop.services import people
from sla_desktop.services.clock import now
from sla_desktop.services.people import Attendee
from sla_desktop.services.refusals import refusal
from sla_desktop.services.scenes import Entry, Scene, look
from sla_desktop.services.search import Index
from sla_desktop.storage import query
from sla_desktop.storage.store import Store
from sla_desktop.storage.transaction import Transaction

# What is noted later stands later, even where the clock was put back or stands still.
_INSTANT = timedelta(microseconds=1)
# The source of what was typed in from a sign-in sheet.
PAPER = "paper"
_STILL_THERE = "They are still at the event. To leave it, choose the whole event."


def find_person(store: Store, event_id: EventId, text: str) -> Attendee | None:
    """The one person meant by a ticket code, registration id or search text, or None.

    SlaError when several fit equally well: a door never guesses, and takes nobody for somebody of a similar name.
    """
    everybody = people.attendees(store, event_id)
    for person in everybody:
        if text == str(person.id):
            return person
    index = Index(everybody)
    found = index.meant(text, limit=6)
    if not found and (near := index.find(text, limit=5)):
        told = "; ".join(map(_described, near))
        raise SlaError(f"Nobody is called “{text}”. The nearest: {told}. Use a ticket code or the whole name.")
    exact = [person for person in found if clean(text).casefold() == person.name.casefold()]
    if len(found) > 1 and len(exact) != 1:
        told = "; ".join(_described(person) for person in found[:5])
        raise SlaError(f"“{text}” fits {len(found)} people: {told}. Use a ticket code or more of the name.")
    return next(iter(exact or found), None)


def one_person(store: Store, event_id: EventId, text: str) -> Attendee:
    """The same, where it has to be somebody. SlaError when nobody fits too."""
    if found := find_person(store, event_id, text):
        return found
    raise SlaError(f"Nobody fits “{text}”.")


def check_in(
    store: Store,
    event_id: EventId,
    registration: RegistrationId | Registration,
    *,
    desk: str,
    session: SessionId | None = None,
    at: datetime | None = None,
    source: str = "search",
    override: str = "",
    entry: Entry | None = None,
) -> Verdict:
    """Let somebody in; the verdict comes after the commit. `override` is the reason for letting them in anyway.

    `at` is for a time that a person gives; without it the clock counts. Refusals are noted too.
    """
    with store.change() as tx:
        entry = entry or Entry()
        scene = look(store, tx.connection, event_id, registration, session)
        done = _done_before(tx.connection, scene, entry.request, rules.IN)
        if done is not None:
            return replace(welcome(scene, done), fact_id=done.id)
        seen = _as_seen(scene, at, source)
        why = refused(seen.case(at, entry)) or (elsewhen(scene.event, scene.session, at, scene.now) if at else None)
        early = _too_early(seen, at) if why is None or override else None
        if early is not None:
            return early
        if why is not None and not (override and can_overrule(why, scene.door)):
            return _refuse(tx, scene, why, desk)
        fact = new_fact(scene, rules.IN, desk=desk, at=at, source=source, override=override, entry=entry)
        fact = replace(fact, overruled=why.code if why else "")
        tx.put(fact)
    return replace(welcome(scene, fact), fact_id=fact.id)


def check_out(
    store: Store,
    event_id: EventId,
    registration: RegistrationId,
    *,
    desk: str,
    at: datetime | None = None,
    source: str = "search",
    reason: str = "",
    session: SessionId | None = None,
    request: str = "",
) -> Verdict:
    """Note that somebody left. Neither the ticket's times nor the door's rules keep anybody from leaving.

    `reason` is why an unlikely time is right. With a session only who is in there leaves it, and stays at the event
    if they came by its door. The same `request` twice is one departure.
    """
    with store.change() as tx:
        scene = look(store, tx.connection, event_id, registration, None)
        done = _done_before(tx.connection, scene, request, rules.OUT)
        if done is not None:
            return _departed(scene, done)
        scene = _as_seen(scene, at, source)
        last, when = scene.last, at or scene.now
        if last is None or last.kind != rules.IN or has_left_by(scene.event, last.happened_at, when):
            gone = Refused(rules.NOT_IN, "Was not in", "There is no arrival to end.")
            return _refuse(tx, scene, gone, desk) if session is None else _told(scene, gone)
        if session and last.session_id != session:
            told = "They are at the event, but not in this session. Without a session they leave the event."
            return _verdict(scene, rules.NOT_IN, "Was not in", told)
        why = elsewhen(scene.event, scene.session, at, scene.now) if at and not reason else None
        if wrong := _too_early(scene, at) or (_told(scene, why) if why else None):
            return wrong
        entry = Entry(request=request)
        fact = new_fact(scene, rules.OUT, desk=desk, at=at, source=source, reason=reason, entry=entry)
        fact = replace(fact, session_id=session)
        tx.put(fact)
    stays = rules.last_of((*scene.facts, fact))
    return replace(_departed(scene, fact), detail=_STILL_THERE if stays and stays.kind == rules.IN else "")


def undo(store: Store, event_id: EventId, fact_id: FactId, *, desk: str, reason: str = "") -> Verdict:
    """Undo a fact from any desk at any time; both stay in the record."""
    with store.change() as tx:
        fact = query.get(tx.connection, AttendanceFact, fact_id)
        if fact is None or fact.event_id != event_id:
            raise SlaError("There is nothing to undo: that entry is not in this event's record.")
        scene = look(store, tx.connection, event_id, fact.registration_id, None)
        standing = {one.id: one for one in scene.facts}
        if fact.id not in standing:
            return _verdict(scene, rules.NOT_IN, "Already undone", "That entry was undone before.")
        undoing = new_fact(scene, rules.UNDO, desk=desk, at=None, source="undo", reason=reason, undoes=fact.id)
        tx.put(undoing)
        session = query.get(tx.connection, Session, fact.session_id) if fact.session_id else None
        last = rules.last_of([one for one in scene.facts if one.id != fact.id])
        goes = fact.kind == rules.IN and (last is None or last.kind != rules.IN)
        badge = goes and query.count(tx.connection, PrintRecord, registration_id=scene.registration.id)
    what, at = "arrival" if fact.kind == rules.IN else "departure", standing[fact.id].happened_at
    where = f" in “{session.title}”" if session else ""
    words = f"The {what}{where} at {clock(at, scene.event.zone)} was undone."
    stays = last and last.kind == rules.IN and not has_left_by(scene.event, last.happened_at, scene.now)
    words += " They are still at the event." * bool(session and stays)
    words += " A badge was printed for them: take it back." if badge else ""
    return replace(_verdict(scene, rules.UNDONE, "Undone", words, undoing.happened_at), fact_id=undoing.id)


def put_back(store: Store, fact: AttendanceFact, *, desk: str, reason: str) -> Verdict:
    """Note an arrival that was undone (its true time is known) once more, as of its own time."""
    with store.change() as tx:
        scene = look(store, tx.connection, fact.event_id, fact.registration_id, fact.session_id)
        again = new_fact(scene, rules.IN, desk=desk, at=fact.happened_at, source="card", override=reason)
        tx.put(again)
    words = f"The arrival at {clock(fact.happened_at, scene.event.zone)} counts again."
    return replace(_verdict(scene, rules.VALID, "Was there", words, fact.happened_at), fact_id=again.id)


def undo_last(
    store: Store, event_id: EventId, registration: RegistrationId, *, desk: str, reason: str = ""
) -> Verdict:
    """Undo a person's last standing fact."""
    with store.read() as connection:
        scene = look(store, connection, event_id, registration, None)
    if not scene.facts:
        return _verdict(scene, rules.NOT_IN, "Nothing to undo", "This person has no arrival on record.")
    return undo(store, event_id, scene.facts[-1].id, desk=desk, reason=reason)


def _departed(scene: Scene, fact: AttendanceFact) -> Verdict:
    return replace(_verdict(scene, rules.LEFT, "Left", "", _true_time(scene, fact)), fact_id=fact.id)


def _done_before(connection: Connection, scene: Scene, request: str, kind: str) -> AttendanceFact | None:
    """The fact that this very request made already: a desk that got no answer asks once more.

    SlaError where that was undone since.
    """
    done = query.get(connection, AttendanceFact, _request_id(scene, request, kind)) if request else None
    if done is not None and done.id not in {fact.id for fact in scene.facts}:
        raise SlaError(f"The request “{request}” was noted before and undone since. Give it another name.")
    return done


def _request_id(scene: Scene, request: str, kind: str) -> UUID:
    where = kind if kind == rules.OUT else scene.session.id if scene.session else ""
    return natural_id("request", scene.registration.id, where, request)


def _refuse(tx: Transaction, scene: Scene, why: Refused, desk: str) -> Verdict:
    if why.code != rules.QUESTIONS:
        tx.put(refusal(scene, why.code, desk))
    return _told(scene, why)


def _told(scene: Scene, why: Refused) -> Verdict:
    return replace(_verdict(scene, why.code, why.words, why.detail, why.at), asked=why.asked)


def _as_seen(scene: Scene, at: datetime | None, source: str) -> Scene:
    """The scene; for a paper sheet, which is history, as it was at its time, when nobody had come who came later."""
    then = tuple(fact for fact in scene.facts if not at or fact.happened_at <= at)
    return replace(scene, facts=then) if source == PAPER else scene


def _too_early(scene: Scene, at: datetime | None) -> Verdict | None:
    """A time before the person's last entry would be recorded and have no effect."""
    if at is None or not scene.facts or at >= scene.facts[-1].happened_at:
        return None
    newest = scene.facts[-1]
    came = "came" if newest.kind == rules.IN else "left"
    told = f"They {came} at {clock(newest.happened_at, scene.event.zone)}. Give a later time, or undo that first."
    return _verdict(scene, rules.EARLIER, "Check the time", told)


def welcome(scene: Scene, fact: AttendanceFact) -> Verdict:
    """The green verdict of a recorded arrival."""
    detail = scene.where
    if fact.override:
        detail = ". ".join(filter(None, (detail, f"Let in: {fact.override}")))
    elif fact.source == "walk-in":
        detail = "Walk-in registered"
    told = _verdict(scene, rules.VALID, "Welcome", detail, _true_time(scene, fact))
    return replace(told, overruled=fact.overruled)


def _verdict(scene: Scene, code: str, words: str, detail: str, at: datetime | None = None) -> Verdict:
    return Verdict(
        code=code,
        words=words,
        name=scene.member.full_name,
        organisation=scene.organisation,
        detail=detail,
        at=at,
        registration_id=scene.registration.id,
        ticket_type=scene.ticket,
        attention=" ".join(filter(None, (scene.registration.attention, scene.member.access_needs))),
    )


def new_fact(
    scene: Scene,
    kind: str,
    *,
    desk: str,
    at: datetime | None,
    source: str,
    override: str = "",
    reason: str = "",
    undoes: FactId | None = None,
    entry: Entry | None = None,
) -> AttendanceFact:
    """A fact about the person in the scene, recorded now."""
    recorded, entry = now(), entry or Entry()
    texts = {"desk": clean_line(desk), "override": clean(override), "reason": clean(reason)}
    check_lengths(texts)
    # Whatever the clock says, this happens after what this desk already knows of the person.
    happened = max(recorded, scene.facts[-1].happened_at - scene.shift + _INSTANT) if scene.facts else recorded
    return AttendanceFact(
        id=FactId(_request_id(scene, entry.request, kind) if entry.request else new_id()),
        event_id=scene.event.id,
        registration_id=scene.registration.id,
        member_id=scene.registration.member_id,
        kind=kind,
        happened_at=at or happened,
        recorded_at=recorded,
        source=source,
        session_id=scene.session.id if scene.session else None,
        undoes=undoes,
        desk=texts["desk"],
        override=texts["override"],
        reason=texts["reason"],
        answers=dict(entry.answers),
        device_id=scene.device_id,
        typed_time=at is not None,
    )


def _true_time(scene: Scene, fact: AttendanceFact) -> datetime:
    return fact.happened_at if fact.typed_time else fact.happened_at + scene.shift


def _described(person: Attendee) -> str:
    return f"{person.name} ({person.organisation or 'no organisation'}, {person.registration.code})"
