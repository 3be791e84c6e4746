"""From the sheets of an XLSForm to a questionnaire; what cannot be asked is named, and stays in the sheets."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sla_desktop.survey import columns, model
from sla_desktop.survey.model import Choice, Finding, Question, Questionnaire, Sheets

OTHER = "other"
_SHEETS = frozenset({"survey", "choices", "settings"})
_META = {
    "start": "the time of starting",
    "end": "the time of finishing",
    "today": "the day",
    "deviceid": "the device",
    "username": "who is logged in",
    "phonenumber": "the telephone number",
    "email": "the e-mail address",
    "simserial": "the SIM card",
    "subscriberid": "the SIM card",
    "audit": "what was touched when",
}


@dataclass
class _Place:
    """Where the reading is: the sections around a row, and whether one of them is asked more than once."""

    root: str
    open: list[tuple[str, str]] = field(default_factory=list)

    @property
    def path(self) -> str:
        return "/".join(("", self.root, *(name for name, _ in self.open)))

    @property
    def groups(self) -> tuple[str, ...]:
        names = [name for name, _ in self.open]
        return tuple("/".join(("", self.root, *names[: end + 1])) for end in range(len(names)))

    @property
    def repeated(self) -> bool:
        return any(kind != model.GROUP for _, kind in self.open)


def questionnaire(sheets: Sheets) -> Questionnaire:
    """The questionnaire that the sheets describe; what is not of the subset has the kind "outside"."""
    settings = dict(_cells(_first(sheets.get("settings", ()))))
    told = {name: value for (name, _), value in settings.items()}
    root = told.get("name", "") or "data"
    lists = _lists(sheets.get("choices", ()))
    questions = tuple(_keyed(_questions(sheets.get("survey", ()), root, lists)))
    return Questionnaire(
        name=told.get("form_id", "") or root,
        title=told.get("form_title", "") or told.get("form_id", "") or "Questionnaire",
        version=told.get("version", ""),
        root=root,
        questions=questions,
        lists={name: tuple(choices) for name, choices in lists.items()},
        languages=_languages(questions, lists, told.get("default_language", "")),
        default_language=told.get("default_language", ""),
    )


def outside(sheets: Sheets) -> list[Finding]:
    """What a form has that is not asked or not used, each with its place and in words."""
    found = [*_outside_rows(sheets.get("survey", ())), *_outside_columns(sheets)]
    for name in sheets:
        if name not in _SHEETS and sheets[name]:
            found.append(Finding(name, 0, f"The sheet “{name}” is kept, but nothing of it is used."))
    return found


def _questions(rows: Sequence[Mapping[str, str]], root: str, lists: dict[str, list[Choice]]) -> Iterator[Question]:
    place = _Place(root)
    for number, row in enumerate(rows, start=2):
        cells = dict(_cells(row))
        told = cells.get(("type", ""), "")
        act, what = columns.section(told)
        name = cells.get(("name", ""), "")
        if act == "begin":
            place.open.append((name or f"section_{number}", what))
            path, groups = place.groups[-1], place.groups[:-1]
            relevant = _straight(cells.get(("relevant", ""), ""))
            yield Question(name, path, path, model.GROUP, number, groups=groups, relevant=relevant)
        elif act == "end":
            place.open = place.open[:-1]
        elif told and (name or columns.kind(told)[0] == model.NOTE):
            yield from _asked(cells, number, place, lists)


def _asked(
    cells: Mapping[tuple[str, str], str], row: int, place: _Place, lists: dict[str, list[Choice]]
) -> Iterator[Question]:
    kind, choices, other = columns.kind(cells[("type", "")])
    if kind == model.TEXT and model.CARD in cells.get(("appearance", ""), "").split():
        kind = model.CARD
    name = cells.get(("name", ""), "") or f"note_{row}"
    question = Question(
        name=name,
        key=name,
        path=f"{place.path}/{name}",
        kind=model.OUTSIDE if place.repeated else kind,
        row=row,
        choices=choices,
        groups=place.groups,
        required="" if kind == model.CARD else columns.flag(_straight(cells.get(("required", ""), ""))),
        readonly=columns.flag(_straight(cells.get(("readonly", ""), ""))),
        parameters=columns.parameters(cells.get(("parameters", ""), "")),
        positive=tuple(cells.get(("sla_positive", ""), "").split()),
        measure=cells.get(("sla_measure", ""), ""),
        finding=cells.get(("sla_finding", ""), ""),
        role=cells.get(("sla_role", ""), ""),
        **{part: _texts(cells, part) for part in sorted(columns.TRANSLATED)},  # type: ignore[arg-type]
        **{part: _straight(cells.get((part, ""), "")) for part in _PLAIN},  # type: ignore[arg-type]
    )
    yield question
    if other and choices in lists:
        if all(choice.value != OTHER for choice in lists[choices]):
            lists[choices].append(Choice(OTHER, {"": "Other"}))
        chosen = f"selected(${{{name}}}, '{OTHER}')"
        kind = model.OUTSIDE if place.repeated else model.TEXT
        path = f"{question.path}_other"
        label = {"": "Specify other."}
        yield Question(f"{name}_other", f"{name}_other", path, kind, row, label, groups=place.groups, relevant=chosen)


_PLAIN = ("relevant", "constraint", "calculation", "choice_filter", "default", "appearance")


def _keyed(questions: Iterable[Question]) -> Iterator[Question]:
    """Where two groups use one name, the answers are told apart by the whole path."""
    known = list(questions)
    names = Counter(one.name for one in known if one.kind != model.GROUP)
    for one in known:
        twice = one.kind != model.GROUP and names[one.name] > 1
        yield replace(one, key=one.path.split("/", 2)[2]) if twice else one


def _lists(rows: Sequence[Mapping[str, str]]) -> dict[str, list[Choice]]:
    found: dict[str, list[Choice]] = {}
    for row in rows:
        cells = dict(_cells(row))
        name, value = cells.get(("list_name", ""), ""), cells.get(("name", ""), "")
        if name and value:
            more = {column: told for (column, language), told in cells.items() if column not in _CHOICE}
            found.setdefault(name, []).append(Choice(value, _texts(cells, "label"), more))
    return found


_CHOICE = frozenset({"list_name", "name", "label"})


def _languages(questions: Iterable[Question], lists: Mapping[str, list[Choice]], default: str) -> tuple[str, ...]:
    """The languages in which something is asked or offered: the form's own first, the others by name."""
    asked = dict.fromkeys(language for one in questions for language in (*one.label, *one.hint))
    offered = dict.fromkeys(language for choices in lists.values() for one in choices for language in one.label)
    named = sorted({**asked, **offered}, key=lambda language: (language != default, language.casefold()))
    return tuple(filter(None, named)) or ("",)


def _outside_rows(rows: Sequence[Mapping[str, str]]) -> Iterator[Finding]:
    repeats: list[str] = []
    for number, row in enumerate(rows, start=2):
        cells = dict(_cells(row))
        told, name = cells.get(("type", ""), ""), cells.get(("name", ""), "")
        act, what = columns.section(told)
        if act and what != model.GROUP:
            repeats = [*repeats, name] if act == "begin" else repeats[:-1]
            if act == "begin":
                yield Finding("survey", number, f"“{name}” repeats its questions ({told}); they are kept, not asked.")
        elif told and not act and not repeats and columns.kind(told)[0] == model.OUTSIDE:
            yield Finding("survey", number, _why_outside(told, name))


def _why_outside(told: str, name: str) -> str:
    if told.strip().casefold() in _META:
        what = _META[told.strip().casefold()]
        return f"“{name or told}” would note {what}; answers are anonymous, so it stays empty."
    return f"“{name}” is of the type “{told}”, which is not asked here; it is kept and stays empty."


def _outside_columns(sheets: Sheets) -> Iterator[Finding]:
    known = {"survey": columns.SURVEY, "settings": columns.SETTINGS}
    for sheet, ours in known.items():
        seen: set[str] = set()
        for number, row in enumerate(sheets.get(sheet, ()), start=2):
            for heading, value in row.items():
                column, _ = columns.column(heading)
                if value and column not in ours and heading not in seen and not column.startswith("list_name"):
                    seen.add(heading)
                    yield Finding(sheet, number, f"The column “{heading}” is kept, but not used.")
    media = ("media", "image", "big-image", "audio", "video")
    for number, row in enumerate(sheets.get("choices", ()), start=2):
        for heading in row:
            if columns.column(heading)[0].split("::")[0] in media:
                yield Finding("choices", number, f"The column “{heading}” is kept, but not shown.")
                return


def _straight(told: str) -> str:
    """Quotation marks as expressions have them, where a word processor made them curly."""
    return told.translate(_QUOTES)


_QUOTES = str.maketrans("‘’“”", "''\"\"")


def _texts(cells: Mapping[tuple[str, str], str], part: str) -> dict[str, str]:
    return {language: told for (column, language), told in cells.items() if column == part and told}


def _cells(row: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], str]]:
    for heading, value in row.items():
        if heading and value is not None:
            yield columns.column(heading), str(value).strip()


def _first(rows: Sequence[Mapping[str, str]]) -> Mapping[str, str]:
    return next((row for row in rows if row), {})
