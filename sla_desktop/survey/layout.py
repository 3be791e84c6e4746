"""A form laid out on paper: scales as rows, choices beside their boxes, room to write; large print line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Protocol

from sla_desktop.domain import sheets
from sla_desktop.domain.paging import kept_together
from sla_desktop.domain.sheets import Area, Box, Sheet, SheetPage, Words
from sla_desktop.survey import limits, model
from sla_desktop.survey.model import Question, Questionnaire

LEFT, RIGHT = 18.0, 192.0
BOTTOM = 273.0
_POINT = 25.4 / 72
_MOST_COLUMNS, _MOST_STEPS, _GAP = 7, 21, 7.0
_HOW = (
    "Put a cross in the box that fits. Wrong box? Fill it in completely, then put a cross in the right one.",
    "Please do not write your name. Nobody can tell who filled in this sheet.",
)
_HOW_TO = {
    model.MANY: "Put a cross in every box that fits.",
    model.RANK: "Put one cross in each line; 1 is first.",
    model.CARD: "Write the seven letters on your card. You may leave this out.",
    model.DATE: "Write a day, such as 24/11/2026.",
}
_LINES = {model.TEXT: 1.0, model.CARD: 0.4, model.INTEGER: 0.4, model.DECIMAL: 0.4, model.DATE: 0.5}


class Type(Protocol):
    """How wide letters are; lengths in millimetres, sizes in points."""

    def wrap(self, text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
        """A text in lines no wider than `room`."""
        ...

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """How wide a line is."""
        ...


@dataclass(frozen=True)
class Edition:
    """Sizes of an edition: type in points; the box's side, the height of a row of boxes and where questions begin in
    millimetres; and whether scales stand in rows under one heading."""

    size: float
    small: float
    box: float
    row: float
    help: float
    top: float
    scales: bool


USUAL = Edition(size=9.5, small=7.5, box=4.4, row=8.4, help=8.0, top=33.0, scales=True)
LARGE = Edition(size=16.0, small=14.0, box=6.4, row=12.0, help=14.0, top=46.0, scales=False)


@dataclass(frozen=True)
class _Block:
    """A piece of a page with its top at 0; `holds_next` keeps it on the page of the one that follows."""

    height: float
    words: tuple[Words, ...] = ()
    boxes: tuple[Box, ...] = ()
    areas: tuple[Area, ...] = ()
    holds_next: bool = False


def lay_out(form: Questionnaire, kind: Type, *, edition: Edition = USUAL, version: str, language: str = "") -> Sheet:
    """The geometry of a form on paper, the same for the same form, edition and language."""
    writer = _Writer(form, kind, edition, language)
    title = form.title or form.name
    pages = [_page(writer, title, blocks, nth) for nth, blocks in enumerate(_filled(writer.blocks(), edition.top), 1)]
    return Sheet(title, version, edition.box, tuple(pages), language)


def _filled(blocks: Sequence[_Block], top: float) -> Iterator[list[_Block]]:
    page: list[_Block] = []
    used, room = 0.0, BOTTOM - top
    for group in kept_together(blocks):
        high = sum(block.height for block in group)
        if page and used + high > room:
            yield page
            page, used = [], 0.0
        page += group
        used += high
    yield page


def _page(writer: "_Writer", title: str, blocks: Sequence[_Block], number: int) -> SheetPage:
    placed, y = [writer.heading(title, number)], writer.edition.top
    for block in blocks:
        placed.append(_moved(block, y))
        y += block.height
    words = tuple(one for block in placed for one in block.words)
    boxes = tuple(one for block in placed for one in block.boxes)
    return SheetPage(words, boxes, tuple(one for block in placed for one in block.areas))


def _moved(block: _Block, by: float) -> _Block:
    return replace(
        block,
        words=tuple(replace(one, y=round(one.y + by, 2)) for one in block.words),
        boxes=tuple(replace(one, y=round(one.y + by, 2)) for one in block.boxes),
        areas=tuple(replace(one, y=round(one.y + by, 2)) for one in block.areas),
    )


@dataclass(frozen=True)
class _Writer:
    """Makes the blocks of one form in one edition."""

    form: Questionnaire
    kind: Type
    edition: Edition
    language: str

    def heading(self, title: str, number: int) -> _Block:
        room = sheets.CODE_X - 2 - 20.0
        size = min(15.0, 15.0 * room / max(self.kind.width(title, 15.0, bold=True), 1.0))
        words = [Words((title,), 20.0, 14.0, round(size, 2), bold=True, tag="H1" if number == 1 else "P")]
        y = 16.5 + self.edition.help * _POINT
        for line in _HOW if number == 1 else (f"Page {number}",):
            lines = self.kind.wrap(line, room, self.edition.help)
            words.append(Words(lines, 20.0, round(y, 2), self.edition.help, muted=True))
            y += len(lines) * self.edition.help * _POINT * 1.2
        return _Block(0.0, tuple(words))

    def blocks(self) -> list[_Block]:
        asked = [one for one in self.form.questions if one.kind in model.SHOWN]
        found: list[_Block] = []
        for scale, together in groupby(asked, self._scale):
            questions = list(together)
            if scale and len(questions) > 1:
                found += self._rows(questions)
            else:
                found += [block for one in questions for block in self._alone(one)]
        return found

    def _scale(self, one: Question) -> str:
        """The list of choices of a question that may be a row of a scale, else nothing."""
        count = len(self.form.choices_of(one))
        fits = self.edition.scales and one.kind == model.ONE and 2 < count <= _MOST_COLUMNS
        return one.choices if fits and not one.choice_filter else ""

    def _rows(self, questions: Sequence[Question]) -> list[_Block]:
        choices = self.form.choices_of(questions[0])
        wide = (RIGHT - LEFT) * 0.52 / len(choices)
        middles = [RIGHT - wide * (len(choices) - nth - 0.5) for nth in range(len(choices))]
        labels = [self.form.say(one.label, self.language) or one.value for one in choices]
        lines = [self.kind.wrap(label, wide - 1.5, self.edition.small) for label in labels]
        step = self.edition.small * _POINT * 1.2
        deep = max(map(len, lines)) * step
        heads = [
            Words(
                told, round(x, 2), round(3 + deep - (len(told) - 1) * step - 1, 2), self.edition.small, centred=True
            )
            for told, x in zip(lines, middles, strict=True)
        ]
        head = _Block(deep + 4, tuple(heads), holds_next=True)
        rows = [self._row(one, middles) for one in questions]
        return [head, *rows[:-1], replace(rows[-1], height=rows[-1].height + 2)]

    def _row(self, one: Question, middles: Sequence[float]) -> _Block:
        text = self._label(one)
        lines = self.kind.wrap(text, (RIGHT - LEFT) * 0.48 - 3, self.edition.size)
        step = self.edition.size * _POINT * 1.2
        high = max(self.edition.row, len(lines) * step + 2.6)
        top = (high - self.edition.box) / 2
        base = (high - (len(lines) - 1) * step) / 2 + self.edition.size * _POINT * 0.36
        boxes = tuple(
            Box(one.key, choice.value, round(x - self.edition.box / 2, 2), top)
            for choice, x in zip(self.form.choices_of(one), middles, strict=True)
        )
        return _Block(high, (Words(lines, LEFT, base, self.edition.size, tag="P"),), boxes)

    def _alone(self, one: Question) -> list[_Block]:
        if one.kind == model.NOTE:
            return [self._asked(one, bold=False, holds_next=False)]
        head = self._asked(one, bold=True, holds_next=True)
        if one.kind in (model.ONE, model.MANY):
            labels = [
                (choice.value, self.form.say(choice.label, self.language) or choice.value)
                for choice in self.form.choices_of(one)
            ]
            return [head, *self._flow(one, labels)]
        if one.kind == model.ACKNOWLEDGE:
            return [head, *self._flow(one, [("OK", "Yes")])]
        if one.kind in model.NUMBERS and (steps := limits.steps(one, _MOST_STEPS)):
            return [head, *self._numbers(one, steps)]
        if one.kind == model.RANK and len(self.form.choices_of(one)) <= _MOST_COLUMNS:
            return [head, *self._ranking(one)]
        return [head, self._area(one)]

    def _label(self, one: Question) -> str:
        text = self.form.say(one.label, self.language) or one.name
        return f"{text} (if it applies)" if one.relevant else text

    def _how(self, one: Question) -> str:
        """How a question is answered, where its boxes do not say it."""
        if one.kind in model.NUMBERS:
            return "" if limits.steps(one, _MOST_STEPS) else f"Write {limits.in_words(one)}."
        return _HOW_TO.get(one.kind, "")

    def _asked(self, one: Question, *, bold: bool, holds_next: bool) -> _Block:
        hint = self.form.say(one.hint, self.language)
        if told := self._how(one):
            hint = f"{hint} {told}".strip()
        words, y = [], 3.0
        for text, size, heavy in ((self._label(one), self.edition.size, bold), (hint, self.edition.small, False)):
            lines = self.kind.wrap(text, RIGHT - LEFT, size, bold=heavy) if text else ()
            if lines:
                y += size * _POINT
                words.append(Words(lines, LEFT, y, size, bold=heavy, muted=size < self.edition.size))
                y += (len(lines) - 1) * size * _POINT * 1.2 + size * _POINT * 0.3
        return _Block(y + 0.6, tuple(words), holds_next=holds_next)

    def _flow(self, one: Question, labels: Sequence[tuple[str, str]]) -> list[_Block]:
        """Choices beside their boxes, as many in a line as fit."""
        box, size = self.edition.box, self.edition.size
        blocks: list[_Block] = []
        x, line = LEFT, _Block(self.edition.row, holds_next=True)
        for value, label in labels:
            lines = self.kind.wrap(label, RIGHT - LEFT - box - 2.6, size)
            wide = box + 2.6 + max(self.kind.width(told, size) for told in lines)
            if line.boxes and x + wide > RIGHT:
                blocks.append(line)
                x, line = LEFT, _Block(self.edition.row, holds_next=True)
            line = _with_choice(line, one, value, lines, round(x, 2), self.edition)
            x += wide + _GAP
        return [*blocks, replace(line, height=line.height + 0.8, holds_next=False)]

    def _numbers(self, one: Question, steps: Sequence[str]) -> list[_Block]:
        """Numbers above their boxes, in as many rows as they need."""
        box, least = self.edition.box, self.edition.box * 2.2
        most = int((RIGHT - LEFT) / least)
        blocks = []
        for start in range(0, len(steps), most):
            places = [(step, LEFT + box / 2 + least * nth) for nth, step in enumerate(steps[start : start + most])]
            size = self.edition.size
            base = size * _POINT
            words = tuple(Words((step,), round(x, 2), base, size, centred=True) for step, x in places)
            boxes = tuple(Box(one.key, step, round(x - box / 2, 2), base + 2.3) for step, x in places)
            blocks.append(_Block(base + box + 4.8, words, boxes, holds_next=True))
        return [*blocks[:-1], replace(blocks[-1], holds_next=False)]

    def _ranking(self, one: Question) -> list[_Block]:
        choices = self.form.choices_of(one)
        wide = min(14.0, (RIGHT - LEFT) * 0.5 / len(choices))
        places = [(str(nth), RIGHT - wide * (len(choices) - nth + 0.5)) for nth in range(1, len(choices) + 1)]
        heads = tuple(Words((told,), round(x, 2), 3.4, self.edition.small, centred=True) for told, x in places)
        return [
            _Block(4.0, heads, holds_next=True),
            *(self._placing(one, choice.value, places) for choice in choices),
        ]

    def _placing(self, one: Question, item: str, places: Sequence[tuple[str, float]]) -> _Block:
        label = self.form.label_of(one, item, self.language)
        lines = self.kind.wrap(label, (RIGHT - LEFT) * 0.48, self.edition.size)
        step = self.edition.size * _POINT * 1.2
        high = max(self.edition.row, len(lines) * step + 2.6)
        base = (high - (len(lines) - 1) * step) / 2 + self.edition.size * _POINT * 0.36
        boxes = tuple(
            Box(one.key, told, round(x - self.edition.box / 2, 2), (high - self.edition.box) / 2, item)
            for told, x in places
        )
        return _Block(high, (Words(lines, LEFT, base, self.edition.size),), boxes)

    def _area(self, one: Question) -> _Block:
        wide = (RIGHT - LEFT) * _LINES.get(one.kind, 1.0)
        lines = 3 if one.kind in (model.TEXT, model.RANK) else 1
        high = lines * self.edition.row
        return _Block(high + 3, areas=(Area(one.key, LEFT, 1.0, wide, high),))


def _with_choice(
    line: _Block, one: Question, value: str, lines: tuple[str, ...], x: float, edition: Edition
) -> _Block:
    step = edition.size * _POINT * 1.2
    high = max(line.height, len(lines) * step + 3)
    top = (edition.row - edition.box) / 2
    base = edition.row / 2 + edition.size * _POINT * 0.36
    words = Words(lines, round(x + edition.box + 2.6, 2), base, edition.size)
    return replace(line, height=high, words=(*line.words, words), boxes=(*line.boxes, Box(one.key, value, x, top)))
