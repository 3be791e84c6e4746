"""Answers read from sheets of paper: what is sure, what has to be looked at, and what was written by hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from sla_desktop.domain.sheets import Area, Box, Sheet, SheetCode
from sla_desktop.survey import astray, marks, model, registration
from sla_desktop.survey.marks import CIRCLED, EMPTY, FILLED, HALF, MARKED, UNSURE, Seen
from sla_desktop.survey.model import Question, Questionnaire
from sla_desktop.survey.registration import SCALE, Straight, Unreadable
from sla_desktop.survey.scans import Scan

if TYPE_CHECKING:
    from sla_desktop.survey.scans import Picture

MARK_DOUBT, WRITING = "mark", "writing"
_BESIDE = "Something is marked beside the boxes."
_WRITTEN = 0.0008  # the share of a writing area that is ink where somebody wrote
_ENOUGH = 4  # rows with one mark from which a habit is told
_SLIGHT = 0.35  # a mark with so much less ink than the others may be a stroke that strayed
_SCRIBBLED = 0.55  # how much of a box the usual mark covers
_EDGE = 1.2  # millimetres of a writing area that its own frame may take


@dataclass(frozen=True)
class Doubt:
    """A question to look at: `kind` says whether marks are unclear, something is written by hand, or else.

    `offered` are the values to choose from, in the order of their boxes; `seen` are those that seem marked.
    """

    serial: str
    question: str
    kind: str
    reason: str
    crop: "Picture | None" = field(repr=False, compare=False)
    offered: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()


@dataclass(frozen=True)
class PageRead:
    """A page as it was read: its code and scan, the answers that are sure, and what has to be looked at."""

    code: SheetCode
    scan: str
    answers: Mapping[str, Any]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True)
class Unread:
    """A page that could not be read, and why."""

    scan: str
    reason: str
    serial: str = ""


class Printed(Protocol):
    """A form as it was printed, and the print of its pages (astray.print_of)."""

    @property
    def form(self) -> Questionnaire: ...
    @property
    def sheet(self) -> Sheet: ...
    @property
    def prints(self) -> "Sequence[Picture]": ...


def read_page(scan: Scan, known: Mapping[str, Printed]) -> PageRead | Unread:
    """Read a page of one of the known sheets, by fingerprint."""
    if scan.picture is None:
        return Unread(scan.name, scan.problem)
    try:
        straight = registration.straighten(scan.picture)
    except Unreadable as error:
        return Unread(scan.name, str(error))
    found, code = known.get(straight.code.fingerprint), straight.code
    if found is None:
        return Unread(scan.name, "This sheet belongs to another form, or was not printed here.", code.serial)
    if not 1 <= code.page <= len(found.sheet.pages):
        return Unread(scan.name, f"The form has no page {code.page}.", code.serial)
    try:
        return _Reader(found, straight).read(scan.name)
    except Unreadable as error:
        return Unread(scan.name, str(error), code.serial)


@dataclass(frozen=True)
class _Habit:
    """How whoever filled in a page marks boxes, from the rows in which one box is marked.

    `ink` and `covered` are what their marks have in the middle, `most` is what they cover at most (0 to 1). Who
    circles boxes throughout is taken at that.
    """

    ink: float = 0.0
    covered: float = 0.0
    most: float = 0.0
    circles: bool = False

    def read(self, seen: Seen) -> str:
        """A box in the light of the habit: marked, empty, cancelled (filled), or unsure."""
        if seen.kind == CIRCLED:
            return MARKED if self.circles else UNSURE
        if seen.kind in (HALF, FILLED) and seen.covered <= self.most:
            return MARKED
        if seen.kind == HALF or (seen.kind == MARKED and seen.ink < _SLIGHT * self.ink):
            return UNSURE
        return seen.kind

    def is_dense(self, seen: Seen) -> bool:
        """Whether a mark covers so much that it may be a cancelled box: of whoever fills boxes, nobody can tell."""
        if seen.kind == FILLED:
            return True
        return seen.covered > (self.covered or 0.45) + (0.25 if seen.kind == MARKED else 0.08)


class _Reader:
    """Reads one page that was put straight."""

    def __init__(self, printed: Printed, straight: Straight) -> None:
        self._form, self._sheet, self._straight = printed.form, printed.sheet, straight
        number = straight.code.page - 1
        self._page = printed.sheet.pages[number]
        self._answers: dict[str, Any] = {}
        self._doubts: list[Doubt] = []
        boxes, side = self._page.boxes, printed.sheet.box
        found = marks.look(self._page, side, straight)
        beside = astray.beside(boxes, side, straight, found, printed.prints[number])
        self._found = dict(zip(boxes, found, strict=True))
        self._beside = {(box.question, box.item) for box in beside}
        self._rows = _rows(self._page.boxes)
        self._habit = _habit([[self._found[box] for box in boxes] for boxes in self._rows.values()])

    def read(self, scan: str) -> PageRead:
        """Read all questions of the page."""
        ranks: dict[str, dict[str, str]] = {}
        for (key, item), boxes in self._rows.items():
            question = self._form.by_key.get(key)
            if question is None:
                continue
            if item:
                ranks.setdefault(key, {})[item] = self._one(question, boxes)
            elif question.kind in (model.MANY, model.ACKNOWLEDGE):
                self._many(question, boxes)
            elif value := self._one(question, boxes):
                self._answers[key] = value
        for key, places in ranks.items():
            self._rank(key, places)
        for area in self._page.areas:
            self._write(area)
        return PageRead(self._straight.code, scan, self._answers, tuple(self._doubts))

    def _one(self, question: Question, boxes: Sequence[Box]) -> str:
        """The one box that is marked; "" for none. What is unclear becomes a doubt."""
        read = {box: self._habit.read(self._found[box]) for box in boxes}
        marked = [box for box in boxes if read[box] == MARKED]
        inked = [box for box in boxes if read[box] != EMPTY]
        if self._is_marked_beside(boxes):
            self._doubt(question, boxes, _BESIDE)
        elif not inked:
            return ""
        elif UNSURE in read.values():
            self._doubt(question, boxes, "It is not clear whether a box is marked.")
        elif len(marked) == 1:
            return marked[0].value
        else:
            told = "Several boxes are marked." if marked else "A box is filled in, and no other is marked."
            self._doubt(question, boxes, told)
        return ""

    def _many(self, question: Question, boxes: Sequence[Box]) -> None:
        read = {box: self._habit.read(self._found[box]) for box in boxes}
        chosen = [box for box in boxes if read[box] == MARKED]
        cancelled = FILLED in read.values()
        # Of whoever marks by scribbling nobody can tell a cancelled box from one more mark.
        scribbles = cancelled and self._habit.covered > _SCRIBBLED
        dense = scribbles or any(self._habit.is_dense(self._found[box]) for box in chosen)
        if self._is_marked_beside(boxes):
            self._doubt(question, boxes, _BESIDE)
        elif UNSURE in read.values() or dense or (cancelled and not chosen):
            self._doubt(question, boxes, "It is not clear which boxes are marked.")
        elif chosen:
            self._answers[question.key] = [box.value for box in chosen]

    def _is_marked_beside(self, boxes: Sequence[Box]) -> bool:
        return (boxes[0].question, boxes[0].item) in self._beside

    def _rank(self, key: str, places: Mapping[str, str]) -> None:
        if not any(places.values()) or any(doubt.question == key for doubt in self._doubts):
            return
        order = sorted(places, key=lambda item: places[item])
        if sorted(places.values()) == [str(nth) for nth in range(1, len(places) + 1)]:
            self._answers[key] = order
            return
        crop = self._crop([box for box in self._page.boxes if box.question == key])
        self._doubts.append(Doubt(self._serial, key, WRITING, "Two have the same place, or one has none.", crop))

    def _write(self, area: Area) -> None:
        inside = (area.x + _EDGE, area.y + _EDGE, area.width - 2 * _EDGE, area.height - 2 * _EDGE)
        if marks.ink_in(self._straight, inside) < _WRITTEN:
            return
        crop = self._cut(area.x - 1, area.y - 1, area.x + area.width + 1, area.y + area.height + 1)
        self._doubts.append(Doubt(self._serial, area.question, WRITING, "Something is written here.", crop))

    def _doubt(self, question: Question, boxes: Sequence[Box], reason: str) -> None:
        self._doubts = [one for one in self._doubts if one.question != question.key]
        if question.kind == model.RANK:
            boxes = [box for box in self._page.boxes if box.question == question.key]
            kind, offered = WRITING, tuple[str, ...]()
        else:
            kind, offered = MARK_DOUBT, tuple(box.value for box in boxes)
        seen = tuple(box.value for box in boxes if self._found[box].kind in (MARKED, HALF)) if offered else ()
        self._doubts.append(Doubt(self._serial, question.key, kind, reason, self._crop(boxes), offered, seen))

    def _crop(self, boxes: Sequence[Box]) -> "Picture":
        """The boxes with the text beside and above them."""
        top, bottom = min(box.y for box in boxes), max(box.y for box in boxes) + self._sheet.box
        return self._cut(14.0, top - 9, 196.0, bottom + 6)

    def _cut(self, left: float, top: float, right: float, bottom: float) -> "Picture":
        x, y, to_x, to_y = (max(0, round(one * SCALE)) for one in (left, top, right, bottom))
        return self._straight.looks[y:to_y, x:to_x].copy()

    @property
    def _serial(self) -> str:
        return self._straight.code.serial


def _rows(boxes: Iterable[Box]) -> dict[tuple[str, str], list[Box]]:
    rows: dict[tuple[str, str], list[Box]] = {}
    for box in boxes:
        rows.setdefault((box.question, box.item), []).append(box)
    return rows


def _habit(rows: Sequence[Sequence[Seen]]) -> _Habit:
    alone = [inked[0] for row in rows if len(inked := [one for one in row if one.kind != EMPTY]) == 1]
    circles = sum(one.kind == CIRCLED for one in alone)
    if circles >= _ENOUGH and circles > 3 * (len(alone) - circles):
        return _Habit(circles=True)
    marked = [one for one in alone if one.kind in (MARKED, HALF, FILLED)]
    if len(marked) < _ENOUGH:
        return _Habit()
    ink, covered = sorted(one.ink for one in marked), sorted(one.covered for one in marked)
    middle, high = len(marked) // 2, len(marked) * 7 // 10
    return _Habit(ink[middle], covered[middle], covered[high] + 0.12)
