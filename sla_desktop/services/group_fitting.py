"""What the optimiser is asked when a plan follows who is in: what was asked of the groups holds here too."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sla_desktop.services.group_locks import Locks
from sla_desktop.services.groups import Wish

if TYPE_CHECKING:
    from sla_desktop.grouping.case import Assignment, Case, Pin, Round, Rule

_FEWER, _MORE = 2, 1


def rounds_kept(before: "Assignment", locks: Locks, from_round: int, closed: Collection[int]) -> list[int]:
    """The locked rounds (from 1) of those from one on, unless somebody sits at a closed table in them."""
    return [
        number
        for number, groups in enumerate(before, 1)
        if number in locks.rounds
        and number >= from_round
        and not any(groups[table - 1] for table in closed if table <= len(groups))
    ]


def fitting_cases(
    case: "Case",
    before: "Assignment",
    wish: Wish,
    inside: Collection[str],
    rounds: Sequence[int],
    closed: Sequence[int],
) -> "Iterator[Case]":
    """The case of a plan whose open `rounds` (from 1) are to be fitted to those `inside`, within the wish's rules.

    With closed tables the first has limits as even as they can be while those who need not move stay where they are;
    the second leaves rules more room.
    """
    together, apart = (_rules(case, rules, rounds) for rules in (wish.together, wish.apart))
    asked = replace(
        case, together=together, apart=apart, pins=tuple(_pins(before, wish.locks, inside, rounds, closed))
    )
    for even in (True, False) if closed else (False,):
        specs = (
            _fitting(asked, before, number, wish.locks, inside, closed, even=even) if number in rounds else spec
            for number, spec in enumerate(case.rounds, 1)
        )
        yield replace(asked, rounds=tuple(specs))


def _rules(case: "Case", rules: Sequence[Sequence[object]], rounds: Sequence[int]) -> "tuple[Rule, ...]":
    from sla_desktop.grouping.case import Rule

    covered = tuple(number - 1 for number in rounds)
    return tuple(Rule(tuple(str(one) for one in rule if str(one) in case.index), covered) for rule in rules)


def _pins(
    before: "Assignment", locks: Locks, inside: Collection[str], rounds: Sequence[int], closed: Sequence[int]
) -> "Iterator[Pin]":
    from sla_desktop.grouping.case import Pin

    people = set(map(str, locks.people))
    for number in rounds:
        for table, group in enumerate(before[number - 1], 1):
            held = number in locks.rounds or (number, table) in locks.tables
            for person in group if table not in closed else ():
                if person in inside and (held or person in people):
                    yield Pin(person, number - 1, table - 1)


def _fitting(
    case: "Case",
    before: "Assignment",
    number: int,
    locks: Locks,
    inside: Collection[str],
    closed: Sequence[int],
    *,
    even: bool,
) -> "Round":
    """A round for those inside; locked tables hold those who sit there and nobody else, unless there is no other."""
    from sla_desktop.grouping.repair import widened

    spec, seats = case.rounds[number - 1], [sum(p in inside for p in group) for group in before[number - 1]]
    locked = {table for round_, table in locks.tables if round_ == number and table not in closed}
    if len(locked | {*closed}) >= len(seats):
        locked = set()
    held = [count if table in locked else 0 for table, count in enumerate(seats, 1)]
    loose = widened(_loosened(spec, {*closed, *locked}), len(inside) - sum(held))
    if even:
        loose = _level(loose, seats, len(inside) - sum(held))
    least, most = (tuple(map(sum, zip(limits, held, strict=True))) for limits in (loose.minimum, loose.maximum))
    return replace(loose, absent=frozenset(case.index.keys() - inside), minimum=least, maximum=most)


def _loosened(spec: "Round", shut: Collection[int]) -> "Round":
    """Tables may lose two people or gain one before anybody must move; tables that are shut, and empty ones, hold
    nobody."""
    usable = [g + 1 not in shut and size > 0 for g, size in enumerate(spec.sizes)]
    sizes = [size if use else 0 for size, use in zip(spec.sizes, usable, strict=True)]
    used = [size for size in sizes if size] or [0]
    least, most = max(1, min(used) - _FEWER), max(used) + _MORE
    return replace(
        spec,
        sizes=tuple(sizes),
        minimum=tuple(least if use else 0 for use in usable),
        maximum=tuple(most if use else 0 for use in usable),
    )


def _level(spec: "Round", seated: Sequence[int], present: int) -> "Round":
    """The limits of a round in which those without a place fill the smallest tables up to one level."""
    staying = [count if most else 0 for count, most in zip(seated, spec.maximum, strict=True)]
    usable = [g for g, most in enumerate(spec.maximum) if most]
    loose, level = present - sum(staying), 0
    while sum(max(0, level - staying[g]) for g in usable) < loose:
        level += 1
    most = [max(staying[g], level) if g in usable else 0 for g in range(len(staying))]
    least = [max(low, level - 1) if g in usable else 0 for g, low in enumerate(spec.minimum)]
    return replace(spec, minimum=tuple(least), maximum=tuple(most)) if loose else spec
