"""Answers from other survey systems: planned, asked about where they are unclear, and counted once."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, local
from sla_desktop.domain.feedback import Response
from sla_desktop.domain.ids import EventId, FormId, ResponseId, natural_id
from sla_desktop.domain.text import counted, fold
from sla_desktop.services import forms, mappings
from sla_desktop.storage import query
from sla_desktop.storage.store import Store
from sla_desktop.survey import reading

if TYPE_CHECKING:
    from sla_desktop.survey.exports import Columns
    from sla_desktop.survey.model import Questionnaire
    from sla_desktop.tables.answers import AnswerTable
    from sla_desktop.tables.values import Columns as FileColumns

NEW, KNOWN, ASKED, REJECTED, BLANK = "new", "known", "asked", "rejected", "blank"
FATES = (NEW, KNOWN, ASKED, REJECTED, BLANK)
Meant = Mapping[str, Mapping[str, str]]


_EXAMPLE = 40


@dataclass(frozen=True)
class Question:
    """Something to be asked of a person before these rows can come in."""

    question: str
    label: str
    value: str
    rows: tuple[int, ...]

    def __str__(self) -> str:
        return (
            f"“{self.value}” is no answer to “{self.label}” ({counted(len(self.rows), 'row')}, first {self.rows[0]})."
        )


@dataclass(frozen=True)
class AnswerFate:
    """What happens to a row: new, known (here already), asked (unclear), rejected or blank."""

    row: int
    fate: str
    reason: str = ""


@dataclass(frozen=True)
class AnswerPlan:
    """What bringing a file in would do. `broken` has texts with letters that were once read wrongly, and as they
    would be repaired; they are repaired only where `repairs` says so."""

    path: Path
    form_id: FormId
    columns: "Columns"
    encoding: str
    rows: tuple[AnswerFate, ...]
    questions: tuple[Question, ...]
    headers: tuple[str, ...]
    broken: tuple[tuple[str, str], ...]
    repairs: bool
    records: Mapping[ResponseId, Mapping[str, str]]

    @property
    def counts(self) -> dict[str, int]:
        """Rows by fate."""
        told = Counter(row.fate for row in self.rows)
        return {fate: told[fate] for fate in FATES}


class NoQuestions(SlaError):
    """None of a file's columns is known as a question."""


def columns_of(store: Store, event_id: EventId, path: Path) -> "tuple[FileColumns, Mapping[str, str]]":
    """The columns of a file of answers, with what each is taken for, and the questions of the form by their keys."""
    from sla_desktop.survey import exports
    from sla_desktop.tables.answers import read_answers
    from sla_desktop.tables.values import Columns as FileColumns

    asked, table = reading.questionnaire(forms.event_form(store, event_id).sheets), read_answers(path)
    with store.read() as connection:
        known = exports.columns_of(asked, table.headers, mappings.remembered(connection, _signed(table.headers)))
    # Columns that tell who or when are offered for nothing.
    headers = tuple(one for one in table.headers if one and one not in known.left_out)
    rows = [cells for _, cells in table.rows]
    examples = tuple(next(filter(None, (cells.get(one, "") for cells in rows)), "")[:_EXAMPLE] for one in headers)
    taken = {key: headings[0] for key, headings in known.questions.items() if headings}
    return FileColumns(headers, examples, taken), {one.key: asked.label(one) for one in asked.asked}


def plan_answers(
    store: Store,
    event_id: EventId,
    path: Path,
    *,
    mapping: Mapping[str, str] | None = None,
    meant: Meant | None = None,
    repairs: bool = False,
    source: str = "",
) -> AnswerPlan:
    """Read a file of answers to the event's form; nothing is written.

    `mapping` names the heading of a question (key -> heading); `meant` what an unclear value means (key -> value ->
    answer, "" for none); `source` tells apart two surveys that ask the same. SlaError for what is no such file.
    """
    from sla_desktop.survey import exports
    from sla_desktop.tables.answers import read_answers

    form = forms.event_form(store, event_id)
    asked, table = reading.questionnaire(form.sheets), read_answers(path)
    with store.read() as connection:
        chosen = mapping or mappings.remembered(connection, _signed(table.headers))
        known = {one.id for one in query.find(connection, Response, event_id=event_id)}
    columns = exports.columns_of(asked, table.headers, chosen)
    if not columns.questions:
        raise NoQuestions(f"No column of “{path.name}” is a question of the form. Say which is which with a map.")
    broken = tuple(dict.fromkeys(_broken(table, columns)))
    mended = _mended(table, columns) if repairs else table
    judged = _Judging(asked, columns, meant or {}, _seed(form.id, mended.headers, source), known)
    fates = tuple(judged.fate(number, cells) for number, cells in mended.rows)
    return AnswerPlan(
        path,
        form.id,
        columns,
        table.encoding,
        fates,
        judged.questions(),
        table.headers,
        broken,
        repairs,
        judged.records,
    )


def apply_answers(store: Store, event_id: EventId, plan: AnswerPlan, *, channel: str = "import") -> int:
    """Keep what is new in a plan; how many answers. Who gave them, and when, was never read."""
    told = {key: headings[0] for key, headings in plan.columns.questions.items() if len(headings) == 1}
    with store.change() as tx:
        event = query.get(tx.connection, Event, event_id)
        if event is None:
            raise SlaError("The event is not here any more.")
        day = local(event.starts, event.zone).date()
        tx.put(*(Response(key, event_id, plan.form_id, day, channel, one) for key, one in plan.records.items()))
        mappings.remember(tx.connection, _signed(plan.headers), told)
    return len(plan.records)


class _Judging:
    """Judges row after row, and remembers what came before: the same answers twice in a file are two people."""

    def __init__(
        self, form: "Questionnaire", columns: "Columns", meant: Meant, seed: str, known: set[ResponseId]
    ) -> None:
        self._form, self._columns, self._meant, self._seed, self._known = form, columns, meant, seed, known
        self._seen: Counter[str] = Counter()
        self._unclear: dict[tuple[str, str], list[int]] = {}
        self.records: dict[ResponseId, Mapping[str, str]] = {}

    def fate(self, row: int, cells: Mapping[str, str]) -> AnswerFate:
        from sla_desktop.survey import answers, exports

        given, unclear = exports.read_row(self._form, self._columns, cells, self._meant)
        for one in unclear:
            self._unclear.setdefault((one.question, one.value), []).append(row)
        key = self._identity(cells)
        if unclear:
            return AnswerFate(row, ASKED, f"“{unclear[0].value}” is unclear.")
        if not any(given.values()):
            return AnswerFate(row, BLANK)
        try:
            record = answers.record(self._form, given, whole=False)
        except SlaError as error:
            return AnswerFate(row, REJECTED, str(error))
        if key in self._known:
            return AnswerFate(row, KNOWN)
        self.records[key] = record
        return AnswerFate(row, NEW)

    def questions(self) -> tuple[Question, ...]:
        """What is to be asked, once for each value."""
        return tuple(
            Question(key, self._form.label(self._form.by_key[key]), value, tuple(rows))
            for (key, value), rows in self._unclear.items()
        )

    def _identity(self, cells: Mapping[str, str]) -> ResponseId:
        """The same for the same answers in a later export. Nothing that tells who or when is in it: an id made of a
        name or a time could be found out by trying."""
        told = {
            key: [_told(cells.get(one, "")) for one in headings] for key, headings in self._columns.questions.items()
        }
        content = json.dumps(told, sort_keys=True)
        self._seen[content] += 1
        return ResponseId(natural_id("imported response", self._seed, content, self._seen[content]))


def _seed(form_id: FormId, headers: Sequence[str], source: str) -> str:
    told = json.dumps([str(form_id), source, sorted(map(fold, headers))])
    return hashlib.sha256(told.encode()).hexdigest()


def _signed(headers: Sequence[str]) -> list[str]:
    return ["answers to a form", *sorted(headers)]


def _told(cell: str) -> str:
    from sla_desktop.tables.answers import repaired

    return fold(cell if cell.isascii() else repaired(cell) or cell)


def _cells(table: "AnswerTable", columns: "Columns") -> Iterator[str]:
    headings = [heading for several in columns.questions.values() for heading in several]
    for _, cells in table.rows:
        yield from (cells.get(heading, "") for heading in headings)


def _broken(table: "AnswerTable", columns: "Columns") -> Iterator[tuple[str, str]]:
    from sla_desktop.tables.answers import repaired

    for cell in _cells(table, columns):
        if not cell.isascii() and (meant := repaired(cell)):
            yield cell, meant


def _mended(table: "AnswerTable", columns: "Columns") -> "AnswerTable":
    from sla_desktop.tables.answers import repaired

    def mend(cells: dict[str, str]) -> dict[str, Any]:
        return {heading: repaired(cell) or cell for heading, cell in cells.items()}

    return replace(table, rows=tuple((number, mend(cells)) for number, cells in table.rows))
