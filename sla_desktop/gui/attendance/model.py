"""How people found, arrivals and verdicts look at the door."""

from dataclasses import dataclass, replace
from datetime import datetime

from sla_desktop.domain.attendance import IN, LEFT, UNDONE, Verdict
from sla_desktop.domain.events import Event, clock, day_and_clock, is_on, local, long_date
from sla_desktop.domain.roles import Role
from sla_desktop.gui.shared.chips import BAD, GOOD, PLAIN, Chip
from sla_desktop.gui.shared.rows import Row
from sla_desktop.services.found_by import found_as
from sla_desktop.services.people import Attendee
from sla_desktop.services.presence import Arrival, Counts, Fullness

# Green says that somebody is in. What takes them out again is well done, but it is a note.
_NOTES = {UNDONE: "arrow-back-up", LEFT: "logout"}
_ICONS = {"green": "circle-check", "amber": "alert-triangle", "red": "ban"}
_INKS = {
    "green": "on_good_fill",
    "amber": "on_warn_fill",
    "red": "on_bad_fill",
    "idle": "muted",
    "note": "on_accent",
}


@dataclass(frozen=True)
class Face:
    """What the big panel shows: a light, an icon, a word, and the lines below it. `note` is for the desk alone."""

    light: str
    word: str
    name: str = ""
    organisation: str = ""
    detail: str = ""
    icon: str = "scan"
    note: str = ""

    @property
    def ink(self) -> str:
        """The token that is readable on the light."""
        return _INKS[self.light]

    @property
    def spoken(self) -> str:
        """The face in words, for a screen reader; a queue may hear it, so of a note only that there is one."""
        told = "There is a note for you, press F7" if self.note else ""
        return ". ".join(part for part in (self.word, self.name, self.organisation, self.detail, told) if part)


_LONGEST_SHOWN = 24
READY = Face("idle", "Ready", detail="Scan a ticket, or type two letters of a name.")
READING = Face("idle", "One moment", detail="The people of a large event are being read. Scans are answered already.")
READY_STEWARD = Face("idle", "Ready", detail="Scan a ticket, or type four letters of a name, or a short one whole.")


def face_of(verdict: Verdict, zone: str) -> Face:
    """The face of a verdict; a green one says when it was recorded."""
    detail = verdict.detail
    if verdict.at is not None and not detail and verdict.code != UNDONE:
        detail = f"{'Left at' if verdict.code == LEFT else 'In since'} {clock(verdict.at, zone)}"
    light = "note" if verdict.code in _NOTES else verdict.light
    icon = _NOTES.get(verdict.code) or _ICONS[light]
    return Face(light, verdict.words, verdict.name, verdict.organisation, detail, icon, verdict.attention)


def not_done(why: str) -> Face:
    """The face where nothing could be decided: whoever was let in before must not be seen in its place."""
    return Face("amber", "Not let in", detail=why, icon=_ICONS["amber"])


def event_words(event: Event, at: datetime) -> str:
    """The event, and where it is not today's, its days."""
    if is_on(event, at):
        return event.title
    first, last = event.day, local(event.ends, event.zone).date()
    days = f"on {long_date(first)}" if first == last else f"from {long_date(first)} to {long_date(last)}"
    return f"{event.title}, which is not today but {days}"


def sent_on(face: Face) -> Face:
    """The face of what only a supervisor may overrule."""
    return replace(face, detail=" ".join(filter(None, (face.detail, "A supervisor can let them in."))))


def nobody_words(text: str, role: Role) -> tuple[str, str]:
    """What to say and to advise when nobody was found."""
    # What a scanner types is one long word, which would make the window wider.
    shown = text.strip() if len(text.strip()) <= _LONGEST_SHOWN else f"{text.strip()[:_LONGEST_SHOWN]}…"
    if role.browses:
        return f"Nobody found for “{shown}”", "Try part of the name, or the organisation."
    return f"Nobody yet for “{shown}”", "Type four letters of the name, or the whole of a short one."


def found_row(person: Attendee, zone: str, typed: str = "") -> Row:
    """A person in the results; one who was found by an earlier name says so."""
    before = found_as(person, typed)
    told = [f"was: {before}"] * bool(before) + [person.organisation, person.role, person.registration.ticket_type]
    return Row(person.name, "  ·  ".join(part for part in told if part), found_chip(person, zone))


def found_chip(person: Attendee, zone: str) -> Chip:
    """The word beside a person in the results."""
    if person.inside and person.last is not None:
        return Chip(f"In since {clock(person.last.happened_at, zone)}", GOOD, "check")
    if person.cancelled:
        return Chip("Cancelled", BAD, "ban")
    return Chip("Left", PLAIN, "logout") if person.last else Chip("Expected", PLAIN, "clock")


def arrival_row(arrival: Arrival, zone: str) -> Row:
    """A line of the latest arrivals."""
    fact = arrival.fact
    chip = None if fact.kind == IN else Chip("Left", PLAIN, "logout")
    told = "  ·  ".join(filter(None, (arrival.session, arrival.organisation)))
    return Row(arrival.name, told, chip, lead=clock(fact.happened_at, zone))


def session_words(full: Fullness, event: Event) -> str:
    """A session in the chooser, and how full it is where it has so many places, or that it is over."""
    taken = f"  ({full.inside} of {full.capacity})" if full.capacity else ""
    taken = f"  (ended at {clock(full.session.ends, event.zone)})" if full.over else taken
    return f"{day_and_clock(full.session.starts, event)}  {full.session.title}{taken}"


def filling(counts: Counts, full: Fullness | None) -> tuple[int, int, str]:
    """How many are in, of how many, and the words for it: in a session, or at the event."""
    if full is None:
        return counts.inside, counts.registered, f"of {counts.registered} in the room"
    if full.over:
        return full.inside, counts.inside, "in this session, which is over"
    if full.capacity:
        return full.inside, full.capacity, f"of {full.capacity} places in this session"
    return full.inside, counts.inside, f"of {counts.inside} here, in this session"
