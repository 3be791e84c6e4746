"""Questionnaires: the event's form in its newest version, XLSForms in and out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sla_desktop import assets
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.feedback import Form
from sla_desktop.domain.files import read_whole
from sla_desktop.domain.ids import EventId, FormId, natural_id, new_id
from sla_desktop.services import frameworks, linkage
from sla_desktop.storage import query
from sla_desktop.storage.store import Store
from sla_desktop.survey import reading
from sla_desktop.survey.model import Finding, Questionnaire, Sheets

if TYPE_CHECKING:
    from sla_desktop.survey.editing import Item
    from sla_desktop.survey.files import Judgement


# The order of columns that people know; the store keeps none.
_FIRST = ("list_name", "list name", "type", "name", "label", "hint", "required", "relevant", "constraint")


@dataclass(frozen=True)
class Imported:
    """A form that came in, and what of it is not asked."""

    form: Form
    warnings: tuple[Finding, ...]


def event_form(store: Store, event_id: EventId) -> Form:
    """The event's form in its newest version; the default evaluation form is made at first need."""
    with store.read() as connection:
        known = [form for form in query.find(connection, Form, order="version", event_id=event_id) if form.sheets]
    return known[-1] if known else _store_default(store, event_id)


def questionnaire(store: Store, event_id: EventId) -> Questionnaire:
    """What the event's form asks."""
    return reading.questionnaire(event_form(store, event_id).sheets)


def judge(path: Path) -> "Judgement":
    """What is wrong with an XLSForm file, or what of it is not asked. SlaError for what is no XLSForm."""
    from sla_desktop.survey import files
    from sla_desktop.tables import workbook

    if workbook.is_workbook(read_whole(path)):
        workbook.check_workbook(path)
    return files.judge_file(path)


def sound_form(path: Path) -> Questionnaire:
    """What an XLSForm file asks. SlaError that tells its faults."""
    return _sound(path).form


def judge_answers(path: Path, given: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """What would be kept of answers to an XLSForm file. SlaError for faults, or answers that do not fit."""
    from sla_desktop.survey import answers

    form = _sound(path).form
    return [answers.record(form, one) for one in given]


def import_form(store: Store, event_id: EventId, path: Path) -> Imported:
    """Make an XLSForm file the event's form; answers to the one before are kept. SlaError that tells its faults."""
    sound = _sound(path)
    return Imported(save_form(store, event_id, sound.sheets), sound.warnings)


def check_edited(sheets: Sheets) -> Questionnaire:
    """What an edited form asks. SlaError that tells its first fault."""
    from sla_desktop.survey import editing, files

    if lacking := editing.faults(sheets):
        raise SlaError(lacking[0])
    judged = files.judge(sheets)
    if judged.form is None:
        raise SlaError(f"The questionnaire cannot be used yet. {judged.faults[0].reason}")
    if not judged.form.asked:
        raise SlaError("The questionnaire asks nothing. Add a question.")
    return judged.form


def save_edited(store: Store, event_id: EventId, sheets: Sheets) -> Form:
    """Make an edited form the event's, as a new version; answers to those before are kept. SlaError for a fault.

    A form that was not changed stays the version that it is.
    """
    check_edited(sheets)
    before = event_form(store, event_id)
    if before.sheets == sheets:
        return before
    settings, *more = sheets.get("settings") or [{}]
    return save_form(
        store, event_id, {**sheets, "settings": [{**settings, "version": str(before.version + 1)}, *more]}
    )


def edit_form(store: Store, event_id: EventId, changes: Sequence[Mapping[str, Any]]) -> Form:
    """Change the event's form step by step, all of it or nothing. SlaError for a step that cannot be, or a fault.

    A step has `do` (add, change, move, remove), `question` or, for what is added, `kind` and `after`, and what is to
    be said: `label`, `hint`, `required`, `choices`, `low`, `high`, `language`; a move has `by`.
    """
    sheets: Sheets = event_form(store, event_id).sheets
    for step in changes:
        sheets = _edited(sheets, step)
    return save_edited(store, event_id, sheets)


def _edited(sheets: Sheets, step: Mapping[str, Any]) -> Sheets:
    from sla_desktop.survey import editing

    act, name, language = step.get("do"), str(step.get("question", "")), str(step.get("language", ""))
    if act == "add":
        sheets, name = editing.add(sheets, str(step.get("kind", "")), str(step.get("after", "")))
    elif act == "remove":
        return editing.remove(sheets, name)
    elif act == "move":
        by = step.get("by")
        if not isinstance(by, int):
            raise SlaError("A move needs “by”: how many places down, or up where it is less than 0.")
        return editing.move(sheets, name, by)
    elif act != "change":
        raise SlaError(f"“{act}” is no change. It can be add, change, move or remove.")
    if language:
        sheets = editing.named_language(sheets)
    return editing.change(sheets, _said(editing.item(sheets, name, language), step), language)


def _said(item: "Item", step: Mapping[str, Any]) -> "Item":
    told: dict[str, Any] = {part: str(step[part]) for part in ("label", "hint", "low", "high") if part in step}
    if "required" in step:
        told["required"] = bool(step["required"])
    if isinstance(step.get("choices"), list):
        told["choices"] = tuple(map(str, step["choices"]))
    return replace(item, **told)


def save_form(store: Store, event_id: EventId, sheets: Sheets) -> Form:
    """Keep these sheets as the next version of the event's form."""
    before = event_form(store, event_id)
    title = reading.questionnaire(sheets).title
    made = Form(FormId(new_id()), event_id, title, before.version + 1, dict(sheets))
    with store.change() as tx:
        tx.put(made)
    return made


def ask_again(store: Store, event_id: EventId) -> Form:
    """Begin the form after the event: the same questions, whose answers are paired with those so far by their cards.

    SlaError where the form asks for no code of a card, or nobody answered yet.
    """
    before = event_form(store, event_id)
    asked = reading.questionnaire(before.sheets)
    if asked.card is None:
        raise SlaError("The form asks for no code of a card. Add that question before people answer the first time.")
    with store.read() as connection:
        if not linkage.sides(connection, event_id, asked)[0].responses:
            raise SlaError("Nobody answered the form yet, so there is nothing to compare with.")
    settings, *more = before.sheets.get("settings") or [{}]
    again = {**settings, "form_id": f"{asked.name}_after", "version": str(before.version + 1)}
    return save_form(store, event_id, {**before.sheets, "settings": [again, *more]})


def export_form(store: Store, event_id: EventId, path: Path) -> Form:
    """Write the event's form as an XLSForm workbook that any ODK tool reads."""
    from sla_desktop.tables.write import write_xlsx

    form = event_form(store, event_id)
    write_xlsx(path, {name: _table(rows) for name, rows in form.sheets.items()})
    return form


def default_sheets(store: Store) -> dict[str, list[dict[str, str]]]:
    """The sheets of the default evaluation form, with the characteristics of the newest framework."""
    record = json.loads(assets.path("templates/feedback_form.json").read_text(encoding="utf-8"))
    asked = [
        {column: told.format(key=one.key, title=one.title) for column, told in question.items()}
        for one in frameworks.characteristics(store)
        for question in record["characteristic"]
    ]
    survey = [*record["before"], *asked, *record["after"]]
    return {"survey": survey, "choices": record["choices"], "settings": record["settings"]}


@dataclass(frozen=True)
class _Sound:
    """A form without faults."""

    sheets: Sheets
    form: Questionnaire
    warnings: tuple[Finding, ...]


def _sound(path: Path) -> _Sound:
    judged = judge(path)
    if judged.form is None:
        more = f" And {len(judged.faults) - 1} more." if len(judged.faults) > 1 else ""
        raise SlaError(f"“{path.name}” cannot be used yet. {judged.faults[0]}{more}")
    if not judged.form.asked:
        raise SlaError(f"“{path.name}” asks nothing that can be asked here.")
    return _Sound(judged.sheets, judged.form, judged.warnings)


def _table(rows: list[Mapping[str, str]]) -> tuple[list[str], list[list[str]]]:
    known = dict.fromkeys(heading for row in rows for heading in row)
    headings = [*(one for one in _FIRST if one in known), *(one for one in known if one not in _FIRST)]
    return headings, [[row.get(heading, "") for heading in headings] for row in rows]


def _store_default(store: Store, event_id: EventId) -> Form:
    sheets = default_sheets(store)
    form = Form(FormId(natural_id("form", event_id, "default")), event_id, "Your feedback", 1, sheets)
    with store.change() as tx:
        tx.put(form)
    return form
