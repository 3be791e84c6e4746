"""Paper sign-in sheets typed in afterwards: many people at once, each with the time that stands on the paper."""

import codecs
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import Verdict
from sla_desktop.domain.days import split_day
from sla_desktop.domain.decisions import elsewhen
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, is_on, lasts_days, local, long_date
from sla_desktop.domain.files import read_whole
from sla_desktop.domain.ids import EventId, SessionId
from sla_desktop.domain.text import fold
from sla_desktop.domain.times import on_24_hours
from sla_desktop.services import attendance, timeline, walk_ins
from sla_desktop.services.clock import now
from sla_desktop.services.events import get_event, moment_after, moment_at
from sla_desktop.services.people import Attendee, attendees
from sla_desktop.services.search import Index
from sla_desktop.services.walk_ins import NewPerson
from sla_desktop.storage.store import Store

REASON = "Signed the paper sheet"
_BOTH = "came and left."
ENTERED, ADDED, KNOWN, UNCLEAR, REFUSED = "entered", "added", "known", "unclear", "refused"

_TIME = r"(?:\d{4}-\d\d-\d\dT)?[^-+Z]+(?:\+\d\d:\d\d|Z)?"
_TIMES = re.compile(f"(?P<came>{_TIME})(?:-(?P<left>{_TIME}))?")
# Am is a name.
_WRITTEN = r"[\d:.]+(?: ?(?:[ap]\.?m\.?|[AP]\.?M\.?))?"
_HEAD = re.compile(rf"({_WRITTEN})(?:\s*[-–]\s*({_WRITTEN}))?(?=\s)")
# A bare number at the end is a ward or a room.
_CLOCK = r"\d{1,2}(?:[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?| ?[AaPp]\.?[Mm]\.?)"
_TAIL = re.compile(rf"(?P<who>\D.*?)[\s,;]+(?P<times>{_CLOCK}(?:\s*[-–]\s*{_CLOCK})?)")
_UNREADABLE = "\ufffd"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class PaperLine:
    """A line of a sheet: a name or ticket code, when they came and (if the sheet says so) left, as written."""

    who: str
    came: str
    left: str = ""
    organisation: str = ""
    row: int = 0


@dataclass(frozen=True)
class PaperFate:
    """What became of a line, and why in a sentence: entered, added (was not on the list), known, unclear, refused.

    `odd` says what a desk would have refused of a line that was entered.
    """

    line: PaperLine
    fate: str
    words: str
    odd: str = ""


def read_sheet(path: Path) -> list[PaperLine]:
    """The lines of a typed sheet in a text file of any encoding. SlaError when it is no text."""
    from sla_desktop.tables.textfile import decode

    data = read_whole(path)
    try:
        decoded, _ = decode(data, path.name)
    except SlaError as error:
        raise SlaError(f"“{path.name}” is no text. Save the sheet as plain text, a line for each person.") from error
    text = data.decode("utf-8-sig", "replace").replace("\0", "")
    # What a stray byte among UTF-8 meant nobody knows: its line waits, and the others go in.
    spelt = any(ch > "\x7f" and ch != _UNREADABLE for ch in text) and not data.startswith(_UTF_16)
    return lines_of(text if spelt or _UNREADABLE not in text else decoded)


def day_words(event: Event) -> str:
    """Which day the times of a sheet are of, where the event has several."""
    if not lasts_days(event):
        return ""
    day = long_date(local(now(), event.zone).date() if is_on(event, now()) else event.day)
    return f"Times without a day are of {day}; of another day write “{event.day} 09:12 Siân Ní Bhriain”."


def lines_of(text: str) -> list[PaperLine]:
    """The lines of a typed sheet, "09:12 Siân Ní Bhriain, Oxleas" or "9:12 am-3pm K7XM2P4T"; not the blank.

    Before a time may stand its day, "2026-11-25T09:12" or "25 Nov 09:12", and after it its offset; a time may stand
    at the end too. A line that is not a time and a name has no time here, and stays unclear.
    """
    lines = enumerate(map(str.strip, text.replace("\r", "\n" if "\n" not in text else "").split("\n")), 1)
    return [_line(line, row) for row, line in lines if line]


def _line(line: str, row: int) -> PaperLine:
    day, rest = split_day(line, near=now().date())
    dated = _timed(rest, row)
    return replace(dated, came=f"{day}T{dated.came}") if day and dated.came else _timed(line, row)


def _timed(line: str, row: int) -> PaperLine:
    if tail := _TAIL.fullmatch(line):
        line = f"{tail['times']} {tail['who']}"
    if head := _HEAD.match(line):
        line = "-".join(on_24_hours(one) or one for one in head.groups() if one) + line[head.end() :]
    times, *others = line.split(maxsplit=1)
    rest = "".join(others)
    if not times[:1].isdigit() or not rest:
        return PaperLine(line, "", row=row)
    times = times.replace("–", "-")
    dated = _TIMES.fullmatch(times)
    came, left = dated.group("came", "left") if dated else (times, "")
    who, _, organisation = rest.partition(",")
    return PaperLine(who.strip(), came, left or "", organisation.strip(), row)


def enter(
    store: Store,
    event_id: EventId,
    lines: Sequence[PaperLine],
    *,
    desk: str,
    session: SessionId | None = None,
    add_unknown: bool = False,
    progress: Progress | None = None,
) -> list[PaperFate]:
    """Record the lines of a sheet, each on its own: one that is unclear never keeps the others out.

    A sheet that is typed in twice changes nothing the second time.
    """
    event = get_event(store, event_id)
    with store.read() as connection:
        today = timeline.true_now(connection, store.public_key)
    sheet = _Sheet(store, event_id, desk, session, add_unknown, attendees(store, event_id))
    fates = []
    for done, line in enumerate(lines):
        try:
            came, left, told = _times(line, event, today)
            fate = sheet.enter(line, came, left)
            fates.append(replace(fate, words=" ".join(filter(None, (fate.words, told)))))
        except SlaError as error:
            fates.append(PaperFate(line, UNCLEAR, str(error)))
        if progress:
            progress(done + 1, len(lines))
    return fates


def _times(line: PaperLine, event: Event, today: datetime) -> tuple[datetime, datetime | None, str]:
    """When they came and left, and which of two times was taken. SlaError for a line of which that is not sure."""
    if _UNREADABLE in f"{line.who}{line.came}{line.left}{line.organisation}":
        raise SlaError(f"“{line.who}” has a letter that cannot be read. Type this line again.")
    if not line.came:
        raise SlaError(f"“{line.who}” needs a time and a name, such as “09:12 Siân Ní Bhriain”.")
    came, told = moment_at(line.came, event, today)
    left, told_of_left = moment_after(line.left, came, event.zone) if line.left else (None, "")
    for at in filter(None, (came, left)):
        if why := elsewhen(event, None, at, today):
            raise SlaError(f"“{line.who}”: {why.detail}")
    return came, left, " ".join(filter(None, (told, told_of_left)))


class _Sheet:
    """A sheet being typed in."""

    def __init__(
        self,
        store: Store,
        event_id: EventId,
        desk: str,
        session: SessionId | None,
        add_unknown: bool,
        people: Sequence[Attendee],
    ) -> None:
        self._store, self._event_id, self._desk, self._session = store, event_id, desk, session
        self._add_unknown, self._index = add_unknown, Index(people)
        with store.read() as connection:
            facts = rules.standing(timeline.facts(connection, event_id))
        self._entered = {
            (fact.registration_id, fact.happened_at) for fact in facts if fact.source == attendance.PAPER
        }

    def enter(self, line: PaperLine, came: datetime, left: datetime | None) -> PaperFate:
        found = self._who(line)
        if not found:
            return self._add(line, came, left)
        if len(found) > 1:
            names = "; ".join(f"{one.name}, {one.organisation}" for one in found[:5])
            return PaperFate(line, UNCLEAR, f"“{line.who}” may be any of {len(found)}: {names}.")
        if (found[0].id, came) in self._entered:
            return PaperFate(line, KNOWN, f"{found[0].name} was entered from paper before.")
        verdict, odd = self._let_in(found[0], came)
        if verdict.code == rules.ALREADY_IN and left and verdict.registration_id:
            told = self._let_out(verdict, left)
            return PaperFate(line, ENTERED if told == _BOTH else KNOWN, f"{verdict.name}: {verdict.detail} {told}")
        if verdict.code == rules.ALREADY_IN:
            return PaperFate(line, KNOWN, f"{verdict.name}: {verdict.detail}")
        if not verdict.recorded:
            return PaperFate(line, REFUSED, f"{verdict.name}: {verdict.words}. {verdict.detail}")
        return PaperFate(line, ENTERED, f"{verdict.name} {self._let_out(verdict, left)}", odd)

    def _who(self, line: PaperLine) -> list[Attendee]:
        found = self._index.meant(line.who, limit=6, beginnings=False)
        exact = [one for one in found if fold(one.name) == fold(line.who)]
        placed = [
            one for one in exact or found if line.organisation and fold(one.organisation) == fold(line.organisation)
        ]
        return placed or exact or found

    def _let_in(self, person: Attendee, came: datetime) -> tuple[Verdict, str]:
        """The paper is history: who signed it was there, whatever a door would have said, which is told."""
        verdict = self._check_in(person, came, "")
        if verdict.recorded or verdict.code in (rules.ALREADY_IN, rules.EARLIER):
            return verdict, ""
        odd = f"{person.name} was entered although a desk would have said “{verdict.words}”: look at their place."
        return self._check_in(person, came, REASON), odd

    def _check_in(self, person: Attendee, came: datetime, override: str) -> Verdict:
        return attendance.check_in(
            self._store,
            self._event_id,
            person.id,
            desk=self._desk,
            session=self._session,
            at=came,
            source=attendance.PAPER,
            override=override,
        )

    def _let_out(self, verdict: Verdict, left: datetime | None) -> str:
        if left is None or verdict.registration_id is None:
            return "came."
        out = attendance.check_out(
            self._store, self._event_id, verdict.registration_id, desk=self._desk, at=left, source=attendance.PAPER
        )
        return _BOTH if out.recorded else f"came. {out.words}: {out.detail}"

    def _add(self, line: PaperLine, came: datetime, left: datetime | None) -> PaperFate:
        if not self._add_unknown:
            near = [f"{one.name}, {one.organisation}" for one in self._index.find(line.who, limit=3)]
            told = f" The nearest: {'; '.join(near)}." if near else ""
            return PaperFate(line, UNCLEAR, f"Nobody on the list is called “{line.who}”.{told}")
        given, _, family = line.who.partition(" ")
        person = NewPerson(given, family, line.organisation)
        verdict = walk_ins.walk_in(
            self._store,
            self._event_id,
            person,
            desk=self._desk,
            session=self._session,
            at=came,
            sure=True,
            source=attendance.PAPER,
        )
        self._index = Index(attendees(self._store, self._event_id))
        return PaperFate(line, ADDED, f"{verdict.name} {self._let_out(verdict, left)}")
