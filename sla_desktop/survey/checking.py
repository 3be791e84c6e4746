"""Faults of a form that would show only once somebody answers it: expressions, cycles, choices that do not exist."""

from collections.abc import Iterable, Iterator
from graphlib import CycleError

from sla_desktop.survey import functions, model, xpath
from sla_desktop.survey.model import Finding, Question, Questionnaire
from sla_desktop.survey.sitting import Sitting

_PARTS = ("relevant", "constraint", "calculation", "choice_filter", "required", "readonly")


def expressions(form: Questionnaire) -> Iterator[tuple[Question, str, str]]:
    """Every expression of a form: the question, its column, and the text."""
    for question in form.questions:
        for part in _PARTS:
            told = getattr(question, part)
            if told:
                yield question, part, told


def faults(form: Questionnaire) -> list[Finding]:
    """What is wrong with the expressions of a form, in the order of its rows."""
    found = [fault for question, part, told in expressions(form) for fault in _expression(form, question, part, told)]
    if not found:
        found = list(_cycle(form)) or list(_not_evaluated(form))
    return sorted(found, key=lambda fault: fault.row)


def unused(form: Questionnaire) -> list[Finding]:
    """Functions that are known and not worked out here."""
    return [
        Finding(
            "survey", question.row, f"“{call.name}()” in the column “{part}” is not worked out; it reads as empty."
        )
        for question, part, told in expressions(form)
        for call in xpath.calls(told)
        if call.name in functions.UNUSED
    ]


def _expression(form: Questionnaire, question: Question, part: str, told: str) -> Iterator[Finding]:
    for reason in (
        *_references(form, told),
        *_calls(told),
        *_syntax(form, told),
        *_comparisons(form, question, told),
    ):
        yield Finding("survey", question.row, f"In the column “{part}” of “{question.name}”: {reason}")


def _references(form: Questionnaire, told: str) -> Iterator[str]:
    for name in xpath.references(told):
        if name not in form.by_name and not name.startswith("last-saved#"):
            yield f"there is no question “{name}”."


def _calls(told: str) -> Iterator[str]:
    for call in xpath.calls(told):
        if call.name not in functions.ARITIES:
            yield f"“{call.name}” is no function of XLSForms."
            continue
        least, most = functions.ARITIES[call.name]
        if not least <= call.arguments <= most:
            wanted = str(least) if least == most else f"{least} or more" if most > 9 else f"{least} to {most}"
            yield f"“{call.name}()” takes {wanted} values in its brackets and has {call.arguments}."


def _syntax(form: Questionnaire, told: str) -> Iterator[str]:
    from lxml import etree

    names = {name: "v" for name in xpath.references(told)}
    try:
        etree.XPath(xpath.ready(told, names, here="v"), namespaces=xpath.NAMESPACES)
    except etree.XPathSyntaxError as error:
        yield f"“{told}” cannot be read ({str(error).rstrip('.').lower()}). Look at its brackets and quotes."
    except ValueError:
        yield f"“{told}” has a character in it that cannot be seen. Type it anew."


def _comparisons(form: Questionnaire, question: Question, told: str) -> Iterator[str]:
    for name, value in xpath.compared(told):
        asked = question if name == "." else form.by_name.get(name)
        if asked is None or asked.kind not in (model.ONE, model.MANY) or asked.choices not in form.lists:
            continue
        known = [choice.value for choice in form.lists[asked.choices]]
        if value and not set(value.split()) <= set(known):
            yield f"“{value}” is no choice of “{asked.name}”. It has {_some(known)}."


def _some(values: list[str]) -> str:
    return ", ".join(values) if len(values) <= 8 else f"{', '.join(values[:8])} and {len(values) - 8} more"


def _cycle(form: Questionnaire) -> Iterator[Finding]:
    try:
        _ = form.order
    except CycleError as error:
        names = {one.path: one for one in form.questions}
        ring: Iterable[Question] = [names[path] for path in error.args[1]]
        told = " → ".join(one.name for one in ring)
        yield Finding("survey", min(one.row for one in ring), f"Each of these waits for the other: {told}.")


def _not_evaluated(form: Questionnaire) -> Iterator[Finding]:
    """What the checks before did not see, found by working out the empty form."""
    from lxml import etree

    try:
        sitting = Sitting(form)
    except (etree.XPathError, TypeError, ValueError) as error:
        yield Finding("survey", 0, f"An expression cannot be worked out ({error}).")
        return
    for question, part, told in expressions(form):
        try:
            sitting.offered(question) if part == "choice_filter" else sitting.evaluate(question, told)
        except (etree.XPathError, TypeError, ValueError) as error:
            reason = f"In the column “{part}” of “{question.name}”: “{told}” cannot be worked out ({error})."
            yield Finding("survey", question.row, reason)
