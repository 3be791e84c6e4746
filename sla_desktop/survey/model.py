"""A questionnaire as a value: questions in order, lists of choices, languages, and what is wrong with a form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from graphlib import TopologicalSorter

from sla_desktop.survey.xpath import references

Texts = Mapping[str, str]
Sheets = Mapping[str, Sequence[Mapping[str, str]]]

TEXT, INTEGER, DECIMAL, DATE, RANGE = "text", "integer", "decimal", "date", "range"
ONE, MANY, RANK = "select_one", "select_multiple", "rank"
# The code of a card, by which before and after are paired: a text of the appearance "card-code".
CARD = "card-code"
NOTE, ACKNOWLEDGE, CALCULATE, HIDDEN, GROUP, OUTSIDE = (
    "note",
    "acknowledge",
    "calculate",
    "hidden",
    "group",
    "outside",
)
NUMBERS = frozenset({INTEGER, DECIMAL, RANGE})
SELECTS = frozenset({ONE, MANY, RANK})
ASKED = frozenset({TEXT, CARD, DATE, ACKNOWLEDGE}) | NUMBERS | SELECTS
SHOWN = ASKED | {NOTE}
# What a question is for: a recommendation from 0 to 10, or dividing people into groups.
NPS, GROUPING = "nps", "group"


@dataclass(frozen=True)
class Finding:
    """A fault of a form, or what is not asked of it: the sheet, its row (0: the whole sheet), and why."""

    sheet: str
    row: int
    reason: str

    def __str__(self) -> str:
        return f"{self.sheet}, row {self.row}: {self.reason}" if self.row else f"{self.sheet}: {self.reason}"


@dataclass(frozen=True)
class Choice:
    """A choice of a list: its value, its label by language, and its further columns for choice filters."""

    value: str
    label: Texts
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """A question, note, calculation or group. Expressions are those of the form, with `${name}` references.

    `key` names its answer: the name, or the path below the form where two groups use one name. `groups` are the paths
    of the groups around it. `row` is that of the survey sheet. `measure`, `finding` and `positive` tell of a headline
    measure; `role` is NPS, GROUPING or empty.
    """

    name: str
    key: str
    path: str
    kind: str
    row: int
    label: Texts = field(default_factory=dict)
    hint: Texts = field(default_factory=dict)
    choices: str = ""
    required: str = ""
    required_message: Texts = field(default_factory=dict)
    relevant: str = ""
    constraint: str = ""
    constraint_message: Texts = field(default_factory=dict)
    calculation: str = ""
    choice_filter: str = ""
    default: str = ""
    readonly: str = ""
    appearance: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    measure: str = ""
    finding: str = ""
    positive: tuple[str, ...] = ()
    role: str = ""


@dataclass(frozen=True)
class Questionnaire:
    """A form as it is asked. `languages` are those of its texts in order; "" is the text without a language."""

    name: str
    title: str
    version: str
    root: str
    questions: tuple[Question, ...]
    lists: Mapping[str, tuple[Choice, ...]]
    languages: tuple[str, ...] = ("",)
    default_language: str = ""

    @cached_property
    def by_key(self) -> Mapping[str, Question]:
        """Everything but groups, by the key of its answer."""
        return {one.key: one for one in self.questions if one.kind != GROUP}

    @cached_property
    def by_name(self) -> Mapping[str, Question]:
        """What `${name}` means."""
        return {one.name: one for one in self.questions}

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """The questions that take an answer, in order."""
        return tuple(one for one in self.questions if one.kind in ASKED)

    @cached_property
    def card(self) -> Question | None:
        """The question for the code of a card, if the form has one."""
        return next((one for one in self.asked if one.kind == CARD), None)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The paths in an order in which each comes after what it hangs on. Raises graphlib.CycleError."""
        graph: dict[str, list[str]] = {}
        paths = {one.name: one.path for one in self.questions}
        for one in self.questions:
            told = [*references(one.relevant), *references(one.calculation)]
            graph[one.path] = [*one.groups, *(paths[name] for name in told if name in paths)]
        return tuple(TopologicalSorter(graph).static_order())

    def choices_of(self, question: Question) -> tuple[Choice, ...]:
        """All choices of a question, whatever its filter lets through."""
        return self.lists.get(question.choices, ())

    def say(self, texts: Texts, language: str = "") -> str:
        """A text in a language, or else in the form's own, or else in any that it has."""
        for wanted in (language, self.default_language, ""):
            if texts.get(wanted):
                return texts[wanted]
        return next(filter(None, texts.values()), "")

    def label(self, question: Question, language: str = "") -> str:
        """What a question is called; its name where it has no label."""
        return self.say(question.label, language) or question.name

    def label_of(self, question: Question, value: str, language: str = "") -> str:
        """What a value of a question is called; the value itself where it has no label."""
        known = next((one for one in self.choices_of(question) if one.value == value), None)
        return (self.say(known.label, language) or value) if known else value
