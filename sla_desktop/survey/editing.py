"""A form changed question by question, for those who never heard of XLSForms; every change gives new sheets.

What a question has beyond what is edited here (conditions, calculations, other languages) stays as it is written.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import clean, fold
from sla_desktop.survey import columns, limits, model, reading
from sla_desktop.survey.model import Sheets

# The kinds that can be added.
KINDS = (model.ONE, model.MANY, model.TEXT, model.RANGE, model.INTEGER, model.DATE, model.CARD, model.NOTE)
_CHOOSING = frozenset({model.ONE, model.MANY, model.RANK})
_CARD_WORDS = {
    "label": "The code on your card",
    "hint": "Take a card and keep it: the same code next time tells what changed, and never who you are.",
}
_UNNAMED = re.compile(r"question_\d+")
_LONGEST_NAME = 40
Row = Mapping[str, str]


@dataclass(frozen=True)
class Item:
    """A question as it is edited, in one language. `low` and `high` are the ends of its numbers as they are typed.

    `when` is the condition under which it is asked, as it is written.
    """

    name: str
    kind: str
    label: str = ""
    hint: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    when: str = ""

    @property
    def has_choices(self) -> bool:
        """Whether the question offers choices."""
        return self.kind in _CHOOSING

    @property
    def has_limits(self) -> bool:
        """Whether the question takes numbers."""
        return self.kind in model.NUMBERS


def items(sheets: Sheets, language: str = "") -> tuple[Item, ...]:
    """The questions and notes of a form that can be edited, in order."""
    form = reading.questionnaire(sheets)
    found = []
    for one in form.questions:
        if one.kind not in model.SHOWN or one.name not in _names(sheets):
            continue
        labels = tuple(choice.label.get(language, "") or form.say(choice.label) for choice in form.choices_of(one))
        low, high = ("" if end is None else limits.plain(end) for end in limits.limits(one))
        text, hint = one.label.get(language, ""), one.hint.get(language, "")
        found.append(Item(one.name, one.kind, text, hint, bool(one.required), labels, low, high, one.relevant))
    return tuple(found)


def item(sheets: Sheets, name: str, language: str = "") -> Item:
    """A question of that name. SlaError where there is none."""
    _place(sheets, name)
    return next(one for one in items(sheets, language) if one.name == name)


def add(sheets: Sheets, kind: str, after: str = "") -> tuple[Sheets, str]:
    """A new question behind another (or at the end), mostly without words; the sheets and its name."""
    if kind not in KINDS:
        raise SlaError(f"“{kind}” is no kind of question. Choose from {', '.join(KINDS)}.")
    name = _free("question_{}", _names(sheets))
    row = {"type": kind, "name": name}
    changed = dict(sheets)
    if kind in _CHOOSING:
        list_name = _free("choices_{}", {one.get("list_name", "") for one in sheets.get("choices", ())})
        row["type"] = f"{kind} {list_name}"
        made = ({"list_name": list_name, "name": str(nth), "label": f"Choice {nth}"} for nth in (1, 2))
        changed["choices"] = [*sheets.get("choices", ()), *made]
    if kind == model.CARD:
        row |= {"type": model.TEXT, "appearance": model.CARD, **_CARD_WORDS}
    if kind == model.RANGE:
        row["parameters"] = "start=0 end=10 step=1"
    rows = list(sheets["survey"])
    rows.insert(_place(sheets, after) + 1 if after else len(rows), row)
    return {**changed, "survey": rows}, name


def remove(sheets: Sheets, name: str) -> Sheets:
    """The form without a question."""
    place = _place(sheets, name)
    return {**sheets, "survey": [row for nth, row in enumerate(sheets["survey"]) if nth != place]}


def move(sheets: Sheets, name: str, by: int) -> Sheets:
    """The form with a question `by` places further down, past others that can be edited; no further than the ends."""
    order = [one.name for one in items(sheets)]
    place = order.index(_row(sheets, name)["name"])
    other = order[max(0, min(len(order) - 1, place + by))]
    rows = list(sheets["survey"])
    start, end = _place(sheets, name), _place(sheets, other)
    rows.insert(end, rows.pop(start))
    return {**sheets, "survey": rows}


def change(sheets: Sheets, told: Item, language: str = "") -> Sheets:
    """The form with a question as it is told; its kind stays. SlaError where ends are no numbers."""
    place, before = _place(sheets, told.name), item(sheets, told.name, language)
    row = dict(sheets["survey"][place])
    _put(row, "label", language, told.label)
    _put(row, "hint", language, told.hint)
    if told.required != before.required:
        row["required"] = "yes" if told.required else ""
    if (told.low, told.high) != (before.low, before.high):
        row |= _limited(told)
    if not before.label and _UNNAMED.fullmatch(told.name) and told.label:
        row["name"] = _named(told.label, _names(sheets))
    changed = {**sheets, "survey": _with(sheets["survey"], place, row)}
    return _with_choices(changed, place, told, language) if told.choices != before.choices else changed


def named_language(sheets: Sheets, language: str = "English (en)") -> Sheets:
    """The form with its own texts under the name of their language, so that others can stand beside them."""
    if reading.questionnaire(sheets).languages != ("",):
        return sheets
    named = {
        name: [{_in_language(heading, language): told for heading, told in row.items()} for row in rows]
        for name, rows in sheets.items()
        if name in ("survey", "choices")
    }
    settings, *more = sheets.get("settings") or [{}]
    return {**sheets, **named, "settings": [{**settings, "default_language": language}, *more]}


def faults(sheets: Sheets) -> list[str]:
    """What the words of a form lack, in sentences, before it is judged as an XLSForm."""
    found = []
    for nth, one in enumerate(items(sheets, _main_language(sheets)), start=1):
        called = f"Question {nth} (“{one.label}”)" if one.label else f"Question {nth}"
        if not one.label:
            found.append(f"{called} has no words. Write what it asks, or remove it.")
        if one.has_choices and len(one.choices) < 2:
            found.append(f"{called} needs two choices or more.")
        if len({fold(label) for label in one.choices}) < len(one.choices):
            found.append(f"{called} has a choice twice.")
        if one.low and one.high and float(one.low) >= float(one.high):
            found.append(f"{called} goes from {one.low} to {one.high}. The second number must be the larger.")
    return found


def _in_language(heading: str, language: str) -> str:
    part, known = columns.column(heading)
    return f"{part}::{language}" if part in columns.TRANSLATED and not known else heading


def _main_language(sheets: Sheets) -> str:
    return reading.questionnaire(sheets).languages[0]


def _limited(item: Item) -> dict[str, str]:
    """The cells that say between which numbers an answer lies."""
    for end in (item.low, item.high):
        if end and limits.decimal(end) is None:
            raise SlaError(f"“{end}” is no number.")
    if item.kind == model.RANGE:
        return {"parameters": f"start={item.low or 0} end={item.high or 10} step=1"}
    told = [f". >= {item.low}"] * bool(item.low) + [f". <= {item.high}"] * bool(item.high)
    return {"constraint": " and ".join(told), "parameters": ""}


def _with_choices(sheets: Sheets, place: int, item: Item, language: str) -> Sheets:
    """The form with other choices for a question; a list that others share is copied first, so that theirs stay."""
    row = dict(sheets["survey"][place])
    old = columns.kind(row["type"])[1]
    head, _, rest = row["type"].rpartition(old)
    rows = list(sheets.get("choices", ()))
    own = [one for one in rows if one.get("list_name") == old]
    shared = sum(columns.kind(other.get("type", ""))[1] == old for other in sheets["survey"]) > 1
    name = _free(f"{old}_{{}}", {one.get("list_name", "") for one in rows}) if shared else old
    kept = [one for one in rows if shared or one.get("list_name") != old]
    made = _chosen(own, item.choices, name, language)
    row["type"] = f"{head}{name}{rest}"
    return {**sheets, "survey": _with(sheets["survey"], place, row), "choices": [*kept, *made]}


def _chosen(own: Sequence[Row], labels: Sequence[str], list_name: str, language: str) -> list[Row]:
    """The rows of choices with these labels: the value stays with the label or, where as many are left, the place."""
    known = {_label(row, language): row for row in own}
    made: list[Row] = []
    for place, label in enumerate(labels):
        row = known.get(label)
        if row is None and len(own) == len(labels) and _label(own[place], language) not in labels:
            row = own[place]
        told = dict(row) if row else {"name": _named(label, {one["name"] for one in (*own, *made)})}
        told["list_name"] = list_name
        _put(told, "label", language, label)
        made.append(told)
    return made


def _label(row: Row, language: str) -> str:
    told = {columns.column(heading): value for heading, value in row.items()}
    return told.get(("label", language)) or next((value for (part, _), value in told.items() if part == "label"), "")


def _put(row: dict[str, str], part: str, language: str, text: str) -> None:
    """Write a text under the heading that a row has for it, or a new one."""
    ours = f"{part}::{language}" if language else part
    heading = next((one for one in row if columns.column(one) == (part, language)), ours)
    row[heading] = clean(text)
    if not row[heading]:
        del row[heading]


def _with(rows: Sequence[Row], place: int, row: Row) -> list[Row]:
    return [
        {key: value for key, value in row.items() if value} if nth == place else one for nth, one in enumerate(rows)
    ]


def _row(sheets: Sheets, name: str) -> Row:
    return sheets["survey"][_place(sheets, name)]


def _place(sheets: Sheets, name: str) -> int:
    for place, row in enumerate(sheets["survey"]):
        if row.get("name") == name and not columns.section(row.get("type", ""))[0]:
            return place
    raise SlaError(f"The form has no question “{name}”. It asks: {', '.join(one.name for one in items(sheets))}.")


def _names(sheets: Sheets) -> set[str]:
    return {row.get("name", "") for row in sheets["survey"]}


def _named(label: str, taken: set[str]) -> str:
    """A name that XLSForms allow, made of a label's first words, that nothing else has."""
    words = re.findall(r"[a-z0-9]+", fold(label)) or ["answer"]
    name = "_".join(words)[:_LONGEST_NAME].strip("_")
    name = name if name[0].isalpha() else f"c_{name}"
    return name if name not in taken else _free(f"{name}_{{}}", taken)


def _free(pattern: str, taken: set[str]) -> str:
    return next(name for nth in range(1, len(taken) + 2) if (name := pattern.format(nth)) not in taken)
