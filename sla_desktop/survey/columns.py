"""The columns and types of XLSForm sheets under all the names that people give them."""

import re
from collections.abc import Mapping

from sla_desktop.survey import model

_SPLIT = re.compile(r"\s*::?\s*")
_ALIASES = {
    "caption": "label",
    "command": "type",
    "tag": "name",
    "value": "name",
    "relevance": "relevant",
    "calculate": "calculation",
    "constraining_message": "constraint_message",
    "jr:constraintmsg": "constraint_message",
    "jr:requiredmsg": "required_message",
    "requiredmsg": "required_message",
    "read_only": "readonly",
    "list name": "list_name",
    "list": "list_name",
    "set_form_title": "form_title",
    "set_form_id": "form_id",
    "id_string": "form_id",
    "title": "form_title",
}
TRANSLATED = frozenset({"label", "hint", "constraint_message", "required_message"})
SURVEY = TRANSLATED | {
    *("type", "name", "required", "relevant", "constraint", "calculation", "choice_filter", "default", "appearance"),
    *("parameters", "readonly", "sla_measure", "sla_finding", "sla_positive", "sla_role"),
}
SETTINGS = frozenset({"form_title", "form_id", "version", "default_language", "name"})
_KINDS = {
    "text": model.TEXT,
    "string": model.TEXT,
    "integer": model.INTEGER,
    "int": model.INTEGER,
    "decimal": model.DECIMAL,
    "date": model.DATE,
    "range": model.RANGE,
    "note": model.NOTE,
    "acknowledge": model.ACKNOWLEDGE,
    "trigger": model.ACKNOWLEDGE,
    "calculate": model.CALCULATE,
    "hidden": model.HIDDEN,
}
_SELECTS = {
    "select_one": model.ONE,
    "select one": model.ONE,
    "select one from": model.ONE,
    "select one using": model.ONE,
    "select1": model.ONE,
    "add select one prompt using": model.ONE,
    "select_multiple": model.MANY,
    "select multiple": model.MANY,
    "select multiple from": model.MANY,
    "select multiple using": model.MANY,
    "select all that apply": model.MANY,
    "select all that apply from": model.MANY,
    "add select multiple prompt using": model.MANY,
    "rank": model.RANK,
}
_SELECT = re.compile(rf"({'|'.join(sorted(_SELECTS, key=len, reverse=True))})\s+(\S+)(.*)")
_ADD = re.compile(r"^(?:add|q) (\w+)(?: prompt)?$")
_OTHER = re.compile(r"\s*(or[_ ]other|or specify other|specify[_ ]other)\s*")
_PARAMETER = re.compile(r"([\w-]+)\s*=\s*(\S+?)(?=[\s,;]|$)")


def column(heading: str) -> tuple[str, str]:
    """A heading as (column, language): "Label::Cymraeg (cy)" -> ("label", "Cymraeg (cy)")."""
    whole = heading.strip().casefold()
    if whole in _ALIASES or whole in SURVEY:
        return _ALIASES.get(whole, whole), ""
    head, *rest = _SPLIT.split(heading.strip())
    base = head.casefold().replace(" ", "_")
    if base in ("bind", "body", "control") and rest:
        inner = ":".join(rest).casefold()
        return _ALIASES.get(inner, inner), ""
    base = _ALIASES.get(base, base)
    if rest and base in TRANSLATED:
        return base, "::".join(rest)
    return (base, "") if not rest else ("::".join((base, *rest)), "")


def kind(told: str) -> tuple[str, str, bool]:
    """A type as (kind, list of choices, whether "other" may be specified); (OUTSIDE, "", False) if it is not ours."""
    words = " ".join(told.split())
    simple = _KINDS.get(_ADD.sub(r"\1", words.casefold()))
    if simple:
        return simple, "", False
    found = _SELECT.fullmatch(words) or _SELECT.fullmatch(words.replace("Select", "select", 1))
    if found and (not found[3] or _OTHER.fullmatch(found[3])) and not found[2].startswith("${"):
        return _SELECTS[found[1]], found[2], bool(found[3])
    return model.OUTSIDE, "", False


def section(told: str) -> tuple[str, str]:
    """("begin" or "end", "group", "repeat" or "loop") for a row that opens or closes a section, else ("", "")."""
    words = told.strip().casefold().replace("_", " ").split()
    if len(words) < 2 or words[0] not in ("begin", "end"):
        return "", ""
    return words[0], {"lgroup": "repeat", "looped": "repeat"}.get(words[1], words[1])


def parameters(told: str) -> Mapping[str, str]:
    """The parameters of a question: "start=0 end=10" -> {"start": "0", "end": "10"}."""
    return {name.casefold(): value for name, value in _PARAMETER.findall(told)}


def flag(told: str) -> str:
    """What a cell means as an expression: yes and no in the words of a spreadsheet, or the expression itself."""
    return {"yes": "true()", "true": "true()", "no": "", "false": "", "false()": ""}.get(
        told.strip().casefold(), told
    )
