"""The fields of a case file: those that are misspelt or mean nothing are named."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from sla_desktop.domain.errors import SlaError
from sla_desktop.grouping.values import Case

CASE = ("participants", "rounds", "past", "together", "apart", "pins", "choices", "weights", "distances", "mixing")
PARTICIPANT, RULE, PIN = ("id", "attrs"), ("members", "rounds"), ("id", "round", "group")
ROUND = ("sizes", "min", "max", "absent", "topics")


def check_spelling(entry: Mapping[str, Any], known: Sequence[str], where: str) -> None:
    """Raises SlaError naming a field that is spelt nearly like a known one that is not there."""
    for name in entry.keys() - set(known):
        meant = get_close_matches(str(name), [field for field in known if field not in entry], 1)
        if meant:
            raise SlaError(f"In {where}: there is no field “{name}”; did you mean “{meant[0]}”?")


def unheeded(data: Mapping[str, Any], case: Case) -> Iterator[str]:
    """What of a case counts for nothing, in sentences; `data` is what the case was made of."""
    yield from (f"The field “{name}” of the case means nothing here." for name in data if name not in CASE)
    away = [str(person) for entry in data.get("past") or () for person in entry[:2] if str(person) not in case.index]
    if away:
        yield f"“past” names “{away[0]}”, who is not a participant; such meetings do not count."
    offered = {topic for spec in case.rounds for topic in spec.topics}
    strange = [topic for ranked in case.choices.values() for topic in ranked if topic not in offered]
    if strange:
        yield f"“choices” names “{strange[0]}”, which no round has for a topic; such choices do not count."


def is_index(value: object, length: int) -> bool:
    """Whether this is a whole number from 0 on that is below `length`."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < length
