"""One person's answers while they are given: what is asked, what is worked out, and what does not fit."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sla_desktop.survey import functions, model, xpath
from sla_desktop.survey.model import Choice, Question, Questionnaire, Texts
from sla_desktop.survey.values import boolean, days, number, string

if TYPE_CHECKING:
    from lxml.etree import _Element

_JR = xpath.NAMESPACES["jr"]
_SELF = "here"


class Sitting:
    """A form being answered. Values are canonical texts by key; what is irrelevant reads as empty."""

    def __init__(self, form: Questionnaire, answers: Mapping[str, str] | None = None) -> None:
        self.form = form
        self._given: dict[str, str] = {}
        self._values: dict[str, str] = {}
        self._shown: dict[str, bool] = {}
        self._names = {one.path: f"v{place}" for place, one in enumerate(form.questions)}
        self._refs = {one.name: self._names[one.path] for one in form.questions}
        self._days = [one.name for one in form.questions if one.kind == model.DATE]
        self._nodes = _tree_of(form)
        self._lists: dict[str, _Element] = {}
        self._compiled: dict[tuple[str, bool], Any] = {}
        self._variables: dict[str, Any] = {}
        self._at = ""
        self.answer(answers or {})

    def answer(self, answers: Mapping[str, str]) -> None:
        """Take these answers in place of all before; everything that hangs on them is worked out anew."""
        self._given = dict(answers)
        self._settle()

    def is_shown(self, question: Question) -> bool:
        """Whether a question is relevant after the answers so far."""
        return self._shown[question.path]

    def shown(self) -> list[Question]:
        """The questions and notes to show after the answers so far, in order."""
        return [one for one in self.form.questions if one.kind in model.SHOWN and self.is_shown(one)]

    def is_asked(self, question: Question) -> bool:
        """Whether a question takes an answer now."""
        return (
            question.kind in model.ASKED and self.is_shown(question) and not self.holds(question, question.readonly)
        )

    def is_required(self, question: Question) -> bool:
        """Whether a question needs an answer now."""
        return self.holds(question, question.required)

    def value(self, question: Question) -> str:
        """The answer or result of a question; empty where it is not relevant."""
        return self._values.get(question.path, "")

    def offered(self, question: Question) -> tuple[Choice, ...]:
        """The choices that the filter lets through."""
        choices = self.form.choices_of(question)
        if not question.choice_filter:
            return choices
        nodes = self.evaluate(question, f"instance('{question.choices}')/root/item[{question.choice_filter}]")
        known = {node.findtext("name") for node in nodes} if isinstance(nodes, list) else set()
        return tuple(choice for choice in choices if choice.value in known)

    def breaks(self, question: Question) -> bool:
        """Whether an answer breaks the question's constraint; an empty answer never does."""
        return bool(question.constraint and self.value(question)) and not self.holds(question, question.constraint)

    def holds(self, question: Question, expression: str) -> bool:
        """Whether a condition is true; an empty one is false."""
        return bool(expression) and boolean(self.evaluate(question, expression))

    def say(self, texts: Texts, language: str = "") -> str:
        """A text in a language, with the answers that it refers to."""
        return xpath.REFERENCE.sub(lambda found: self._told(found[1], language), self.form.say(texts, language))

    def record(self) -> dict[str, str]:
        """What is kept: every answer and result that is relevant and not empty, in the order of the form."""
        kept = {one.key: self.value(one) for one in self.form.questions if one.kind in model.ASKED | _WORKED_OUT}
        return {key: value for key, value in kept.items() if value}

    def evaluate(self, question: Question, expression: str) -> Any:
        """The value of an expression at a question. Raises lxml.etree.XPathError for what cannot be evaluated."""
        from lxml import etree

        dated = question.kind == model.DATE
        compiled = self._compiled.get((expression, dated))
        if compiled is None:
            here = [_SELF] if dated else []
            told = xpath.ready(expression, self._refs, [*self._days, *here], here=_SELF)
            compiled = _pure(told) if _OF_FORM.isdisjoint(call.name for call in xpath.calls(expression)) else None
            compiled = compiled or etree.XPath(told, namespaces=xpath.NAMESPACES, extensions=self._extensions())
            self._compiled[(expression, dated)] = compiled
        self._at = question.path
        value = self.value(question)
        own = {_SELF: _typed(question, value), f"{_SELF}_days": days(value)}
        return compiled(self._nodes[question.path], **self._variables, **own)

    def _settle(self) -> None:
        self._values, self._shown = {}, {}
        by_path = {one.path: one for one in self.form.questions}
        for one in self.form.questions:
            self._remember(one, "")
        for path in self.form.order:
            one = by_path[path]
            within = all(self._shown.get(group, True) for group in one.groups)
            self._shown[path] = within and (not one.relevant or self.holds(one, one.relevant))
            self._remember(one, self._worked_out(one) if self._shown[path] else "")

    def _worked_out(self, one: Question) -> str:
        if one.kind == model.CALCULATE or (one.calculation and one.kind != model.GROUP):
            return string(self.evaluate(one, one.calculation)) if one.calculation else ""
        if one.kind == model.HIDDEN or one.readonly:
            return self._given.get(one.key) or self.default(one)
        return self._given.get(one.key, "")

    def default(self, question: Question) -> str:
        """The answer that a question starts with."""
        told = question.default
        if told and (xpath.references(told) or "(" in told):
            return string(self.evaluate(question, told))
        return told

    def _remember(self, one: Question, value: str) -> None:
        name = self._names[one.path]
        self._values[one.path] = value
        self._variables[name] = _typed(one, value)
        if one.kind == model.DATE:
            self._variables[f"{name}_days"] = days(value)
        if one.kind != model.GROUP:
            self._nodes[one.path].text = value

    def _extensions(self) -> dict[tuple[str | None, str], Any]:
        known = _pure_extensions()
        known[None, "instance"] = lambda _, name: [self._instance(string(name))]
        known[None, "current"] = lambda _: [self._nodes[self._at]]
        known[_JR, "choice-name"] = lambda _, value, name: self._choice_name(string(value), string(name))
        known[_JR, "itext"] = lambda _, name: string(name)
        return known

    def _instance(self, name: str) -> "_Element":
        if name not in self._lists:
            self._lists[name] = _instance_of(self.form, name)
        return self._lists[name]

    def _choice_name(self, value: str, name: str) -> str:
        told = xpath.references(name) or re.findall(r"[^/\s]+$", name.strip())
        question = self.form.by_name.get(told[0]) if told else None
        if question is None:
            return value
        return " ".join(self.form.label_of(question, one) for one in value.split())

    def _told(self, name: str, language: str) -> str:
        question = self.form.by_name.get(name)
        if question is None:
            return ""
        value = self.value(question)
        if question.kind in model.SELECTS:
            return ", ".join(self.form.label_of(question, one, language) for one in value.split())
        return value


_WORKED_OUT = frozenset({model.CALCULATE, model.HIDDEN})


# Functions that look into the form; expressions without them are compiled once for all sittings.
_OF_FORM = frozenset({"instance", "current", "jr:choice-name", "jr:itext"})


@lru_cache(maxsize=1024)
def _pure(told: str) -> Any:
    from lxml import etree

    return etree.XPath(told, namespaces=xpath.NAMESPACES, extensions=_pure_extensions())


def _pure_extensions() -> dict[tuple[str | None, str], Any]:
    known: dict[tuple[str | None, str], Any] = {
        (xpath.OWN, name): _plain(function) for name, (function, _, _) in functions.FUNCTIONS.items()
    }
    return known | {(None, name): _nothing for name in functions.UNUSED}


def _typed(question: Question, value: str) -> Any:
    return number(value) if value and question.kind in model.NUMBERS else value


def _plain(function: functions.Function) -> Any:
    return lambda context, *values: function(*values)


def _nothing(context: Any, *values: Any) -> str:
    return ""


def _tree_of(form: Questionnaire) -> "dict[str, _Element]":
    """The form's empty record as a tree: its nodes by path."""
    from lxml import etree

    root = etree.Element(form.root)
    nodes = {f"/{form.root}": root}
    for one in form.questions:
        above = nodes.get(one.path.rpartition("/")[0], root)
        nodes[one.path] = etree.SubElement(above, one.name)
    return nodes


def _instance_of(form: Questionnaire, name: str) -> "_Element":
    from lxml import etree

    instance = etree.Element("instance")
    root = etree.SubElement(instance, "root")
    for choice in form.lists.get(name, ()):
        item = etree.SubElement(root, "item")
        columns = {"name": choice.value, "label": form.say(choice.label), **choice.columns}
        for column, value in columns.items():
            if re.fullmatch(r"[^\W\d][\w.\-]*", column):
                etree.SubElement(item, column).text = value
    return instance
