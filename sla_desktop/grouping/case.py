"""Breakout cases and plans as JSON, checked with care, and even group sizes."""

from collections.abc import Iterable, Mapping
from typing import Any

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import counted
from sla_desktop.grouping import bounds
from sla_desktop.grouping import case_fields as fields
from sla_desktop.grouping.case_distances import distances_among
from sla_desktop.grouping.values import Assignment, Case, Person, Pin, Round, Rule

_LARGEST_GROUP = 10_000
_HALF_LIFE_YEARS = 2.0

__all__ = [
    "Assignment",
    "Case",
    "Person",
    "Pin",
    "Round",
    "Rule",
    "assignment_from_json",
    "case_from_json",
    "even_sizes",
    "faded",
    "plan_to_json",
]


def even_sizes(n: int, *, tables: int | None = None, size: int | None = None) -> tuple[int, ...]:
    """Group sizes that differ by at most one, larger first: for a number of tables, or of at most `size` people.

    Raises SlaError when there are more tables than people, or nothing to divide by.
    """
    count = tables if tables is not None else -(-n // size) if size else 0
    if count < 1 or n < count:
        raise SlaError(
            f"{counted(n, 'person', 'people')} cannot be divided into {count} groups; choose between 1 and {n}."
        )
    each, more = divmod(n, count)
    return (each + 1,) * more + (each,) * (count - more)


def faded(weight: float, years: float) -> float:
    """What a meeting of this weight still counts after so many years: half of it after every two."""
    return float(weight * 0.5 ** (years / _HALF_LIFE_YEARS))


def case_from_json(data: Mapping[str, Any]) -> Case:
    """A case from its JSON form; raises SlaError saying what is wrong and where."""
    if not isinstance(data, Mapping):
        raise SlaError("The case is not a JSON object with “participants” and “rounds”.")
    fields.check_spelling(data, fields.CASE, "the case")
    people = tuple(_person(i, entry) for i, entry in enumerate(_list(data, "participants")))
    ids = [person.id for person in people]
    twice = next((person for person in ids if ids.count(person) > 1), None) if len(set(ids)) < len(ids) else None
    if twice is not None:
        raise SlaError(f"The participant “{twice}” is listed twice.")
    if not people:
        raise SlaError("The case has no participants.")
    known = frozenset(ids)
    listed = _list(data, "rounds")
    bounds.check_rounds(len(listed))
    rounds = tuple(_round(r, entry, known) for r, entry in enumerate(listed))
    if not rounds:
        raise SlaError("The case has no rounds.")
    bounds.check_size(len(people), len(rounds), max(len(one.sizes) for one in rounds))
    return Case(
        people=people,
        rounds=rounds,
        past=_past(data, known),
        together=_rules(data, "together", known, len(rounds)),
        apart=_rules(data, "apart", known, len(rounds)),
        pins=tuple(_pin(i, entry, known, rounds) for i, entry in enumerate(_list(data, "pins"))),
        choices=_choices(data, known),
        weights=_weights(data),
        distances=distances_among(len(people), data.get("distances")),
        mixing=bounds.checked_mixing(data.get("mixing", 1.0)),
    )


def plan_to_json(assignment: Assignment) -> dict[str, Any]:
    """The JSON form of a plan."""
    return {"assignment": [[list(group) for group in groups] for groups in assignment]}


def assignment_from_json(data: Mapping[str, Any], case: Case) -> Assignment:
    """A plan from its JSON form; raises SlaError when its shape does not fit the case."""
    rounds = data.get("assignment") if isinstance(data, Mapping) else None
    if not isinstance(rounds, list) or len(rounds) != len(case.rounds):
        raise SlaError(f"The plan needs an “assignment” of {counted(len(case.rounds), 'round')}.")
    for number, groups in enumerate(rounds, 1):
        if not isinstance(groups, list) or not all(isinstance(group, list) for group in groups):
            raise SlaError(f"Round {number} of the plan is not a list of groups.")
        if len(groups) != len(case.rounds[number - 1].sizes):
            raise SlaError(
                f"Round {number} of the plan has {counted(len(groups), 'group')}; the case has another number."
            )
        unknown = {str(p) for group in groups for p in group} - case.index.keys()
        if unknown:
            raise SlaError(f"Round {number} of the plan places “{min(unknown)}”, who is not in the case.")
    return tuple(tuple(tuple(str(p) for p in group) for group in groups) for groups in rounds)


def _list(data: Mapping[str, Any], name: str) -> list[Any]:
    value = data.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise SlaError(f"“{name}” in the case is not a list.")
    return value


def _person(i: int, entry: object) -> Person:
    if not isinstance(entry, Mapping) or entry.get("id") in (None, ""):
        raise SlaError(f"Participant {i + 1} has no id.")
    if not isinstance(entry["id"], str):
        raise SlaError(f"The id of participant {i + 1} is not a text; put it in quotes.")
    fields.check_spelling(entry, fields.PARTICIPANT, f"participant “{entry['id']}”")
    attrs = entry.get("attrs") or {}
    if not isinstance(attrs, Mapping):
        raise SlaError(f"The attributes of participant “{entry['id']}” are not an object.")
    return Person(entry["id"], {str(name): _values(value) for name, value in attrs.items()})


def _values(value: object) -> tuple[str, ...]:
    many = value if isinstance(value, list) else [] if value is None else [value]
    return tuple(dict.fromkeys(str(v) for v in many))


def _round(r: int, entry: object, known: frozenset[str]) -> Round:
    where = f"round {r + 1}"
    if not isinstance(entry, Mapping):
        raise SlaError(f"In {where}: it is not an object with “sizes”.")
    fields.check_spelling(entry, fields.ROUND, where)
    sizes = _whole(entry, "sizes", where)
    lists = {name: _whole(entry, name, where) if entry.get(name) else sizes for name in ("min", "max")}
    topics = tuple(str(topic) for topic in _list(entry, "topics"))
    for name, values in (*lists.items(), ("topics", topics or sizes)):
        if len(values) != len(sizes):
            raise SlaError(
                f"In {where}: “{name}” has {counted(len(values), 'entry', 'entries')} for"
                f" {counted(len(sizes), 'group')}."
            )
    if any(low > high for low, high in zip(lists["min"], lists["max"], strict=True)):
        raise SlaError(f"In {where}: a group's least size is larger than its greatest.")
    absent = frozenset(str(p) for p in _list(entry, "absent"))
    _check_known(absent, known, where)
    return Round(sizes, lists["min"], lists["max"], absent, topics)


def _whole(entry: Mapping[str, Any], name: str, where: str) -> tuple[int, ...]:
    values = _list(entry, name)
    if not values or not all(fields.is_index(v, _LARGEST_GROUP + 1) for v in values):
        raise SlaError(
            f"In {where}: “{name}” must be a list of whole numbers, one per group, from 0 to {_LARGEST_GROUP:,}."
        )
    return tuple(values)


def _check_known(ids: Iterable[str], known: frozenset[str], where: str) -> None:
    unknown = sorted(set(ids) - known)
    if unknown:
        raise SlaError(f"In {where}: “{unknown[0]}” is not a participant.")


def _past(data: Mapping[str, Any], known: frozenset[str]) -> dict[frozenset[str], float]:
    """Pairs among the participants; people who knew others at earlier events need not all be here."""
    pairs: dict[frozenset[str], float] = {}
    for i, entry in enumerate(_list(data, "past"), 1):
        if not isinstance(entry, list) or not 2 <= len(entry) <= 4:
            raise SlaError(
                f"Entry {i} of “past” is not a pair of ids, with a weight and an age in years if you like."
            )
        numbers = [1.0, 0.0]
        numbers[: len(entry) - 2] = entry[2:]
        if not all(bounds.is_number(number) and number >= 0 for number in numbers):
            raise SlaError(f"Entry {i} of “past” has a weight or an age that is not a number of 0 or more.")
        pair = frozenset(str(p) for p in entry[:2])
        if len(pair) == 2 and pair <= known:
            pairs[pair] = pairs.get(pair, 0.0) + faded(*numbers)
    return pairs


def _rules(data: Mapping[str, Any], name: str, known: frozenset[str], rounds: int) -> tuple[Rule, ...]:
    made = []
    for i, entry in enumerate(_list(data, name), 1):
        where = f"rule {i} of “{name}”"
        fields.check_spelling(entry if isinstance(entry, Mapping) else {}, fields.RULE, where)
        if not isinstance(entry, Mapping) or not isinstance(entry.get("members"), list):
            raise SlaError(f"In {where}: it has no list of members.")
        members = tuple(str(p) for p in entry["members"])
        twice = next((person for person in members if members.count(person) > 1), None)
        if twice is not None:
            raise SlaError(f"In {where}: it names “{twice}” twice; a rule is about different people.")
        _check_known(members, known, where)
        covered = entry.get("rounds")
        if covered is not None and not (
            isinstance(covered, list) and all(fields.is_index(r, rounds) for r in covered)
        ):
            raise SlaError(f"In {where}: “rounds” must be a list of numbers from 0 to {rounds - 1}.")
        made.append(Rule(members, None if covered is None else tuple(covered)))
    return tuple(made)


def _pin(i: int, entry: object, known: frozenset[str], rounds: tuple[Round, ...]) -> Pin:
    where = f"pin {i + 1}"
    fields.check_spelling(entry if isinstance(entry, Mapping) else {}, fields.PIN, where)
    if not isinstance(entry, Mapping) or not {"id", "round", "group"} <= entry.keys():
        raise SlaError(f"In {where}: it needs “id”, “round” and “group”.")
    _check_known([str(entry["id"])], known, where)
    if not all(isinstance(entry[name], int) for name in ("round", "group")):
        raise SlaError(f"In {where}: “round” and “group” must be whole numbers that count from 0, without quotes.")
    if not fields.is_index(entry["round"], len(rounds)):
        raise SlaError(f"In {where}: there is no round {entry['round']} (they count from 0).")
    if not fields.is_index(entry["group"], len(rounds[entry["round"]].sizes)):
        raise SlaError(f"In {where}: round {entry['round']} has no group {entry['group']} (they count from 0).")
    return Pin(str(entry["id"]), entry["round"], entry["group"])


def _choices(data: Mapping[str, Any], known: frozenset[str]) -> dict[str, tuple[str, ...]]:
    choices = data.get("choices") or {}
    if not isinstance(choices, Mapping) or not all(isinstance(ranked, list) for ranked in choices.values()):
        raise SlaError("“choices” must give each participant a list of topics, best first.")
    _check_known(map(str, choices), known, "“choices”")
    return {str(person): tuple(map(str, ranked)) for person, ranked in choices.items()}


def _weights(data: Mapping[str, Any]) -> dict[str, float]:
    weights = data.get("weights") or {}
    if not isinstance(weights, Mapping):
        raise SlaError("“weights” must give attributes numbers of 0 or more.")
    wrong = next((name for name, weight in weights.items() if not bounds.is_number(weight) or weight < 0), None)
    if wrong is not None:
        raise SlaError(f"“weights” must give attributes numbers from 0 to 1,000,000,000; that of “{wrong}” is none.")
    return {str(name): float(weight) for name, weight in weights.items()}
