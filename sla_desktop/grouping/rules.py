"""The hard rules of a round brought together, and the contradictions among them named."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import counted
from sla_desktop.grouping.values import Case, Round


@dataclass(frozen=True)
class Seating:
    """What a round must respect: people in blocks that move as one (largest first), their fixed groups, who must
    not meet, and how many each group is to hold."""

    blocks: tuple[tuple[str, ...], ...]
    fixed: dict[str, int]
    apart: frozenset[frozenset[str]]
    sizes: tuple[int, ...]


def seatings(case: Case) -> tuple[Seating, ...]:
    """The rules of every round; raises SlaError naming two rules that cannot both hold, and whom they concern."""
    return tuple(_seating(case, number) for number in range(len(case.rounds)))


def loose_seatings(case: Case) -> tuple[Seating, ...]:
    """The rules of every round, whether or not they can all hold."""
    return tuple(
        Seating(_blocks(case, r, present), _pins(case, r), _pairs_apart(case, r, present), case.rounds[r].sizes)
        for r in range(len(case.rounds))
        for present in [set(case.present(r))]
    )


def _seating(case: Case, number: int) -> Seating:
    present = case.present(number)
    fixed = _pins(case, number)
    blocks = _blocks(case, number, set(present))
    apart = _apart(case, number, set(present))
    for block in blocks:
        _check_block(block, fixed, apart, number, max(case.rounds[number].maximum))
    for block in blocks:
        homes = {fixed[person] for person in block if person in fixed}
        fixed |= {person: home for home in homes for person in block}
    for a, b in sorted(sorted(pair) for pair in apart):
        if a in fixed and fixed[a] == fixed.get(b):
            raise SlaError(
                f"In round {number + 1}, {a} and {b} are to be kept apart but both have a fixed place in group"
                f" {fixed[a] + 1}; change one of the two."
            )
    return Seating(blocks, fixed, apart, _sizes(case, number, len(present), fixed, blocks))


def _pins(case: Case, number: int) -> dict[str, int]:
    fixed: dict[str, int] = {}
    for pin in case.pins:
        if pin.round != number:
            continue
        if pin.person in case.rounds[number].absent:
            raise SlaError(
                f"In round {number + 1}, {pin.person} has a fixed place in group {pin.group + 1} but is absent."
            )
        if fixed.setdefault(pin.person, pin.group) != pin.group:
            raise SlaError(
                f"In round {number + 1}, {pin.person} has two fixed places, in group {fixed[pin.person] + 1} and in"
                f" group {pin.group + 1}."
            )
    return fixed


def _blocks(case: Case, number: int, present: set[str]) -> tuple[tuple[str, ...], ...]:
    """People who must sit together, directly or through somebody else; larger blocks first."""
    rules = [[p for p in rule.members if p in present] for rule in case.together if rule.covers(number)]
    home = {person: {person} for members in rules for person in members}
    for members in rules:
        merged = set().union(*(home[person] for person in members)) if members else set()
        home |= {person: merged for person in merged}
    blocks = {tuple(sorted(block)) for block in home.values() if len(block) > 1}
    return tuple(sorted(blocks, key=lambda block: (-len(block), block)))


def _apart(case: Case, number: int, present: set[str]) -> frozenset[frozenset[str]]:
    groups = len(case.rounds[number].sizes)
    for members in _kept_apart(case, number, present):
        _check_groups(members, groups, number)
    pairs = _pairs_apart(case, number, present)
    _check_groups(_all_apart(pairs, groups), groups, number)
    return pairs


def _kept_apart(case: Case, number: int, present: set[str]) -> list[list[str]]:
    return [[person for person in rule.members if person in present] for rule in case.apart if rule.covers(number)]


def _pairs_apart(case: Case, number: int, present: set[str]) -> frozenset[frozenset[str]]:
    rules = _kept_apart(case, number, present)
    return frozenset(frozenset(pair) for members in rules for pair in combinations(members, 2))


def _check_groups(apart: Sequence[str], groups: int, number: int) -> None:
    if len(apart) > groups:
        there = f"is only {groups} group" if groups == 1 else f"are only {groups} groups"
        raise SlaError(
            f"In round {number + 1}, {len(apart)} people are to be kept apart ({_names(apart)}) but there {there}."
        )


def _all_apart(pairs: frozenset[frozenset[str]], groups: int) -> list[str]:
    """More people than groups whom several rules keep apart from one another, if such are easily found."""
    others: dict[str, set[str]] = defaultdict(set)
    for a, b in map(sorted, pairs):
        others[a].add(b)
        others[b].add(a)
    known = sorted(person for person in others if len(others[person]) >= groups)
    for first in known:
        found = [first]
        for one in known:
            if others[one].issuperset(found):
                found.append(one)
        if len(found) > groups:
            return sorted(found)
    return []


def _check_block(
    block: tuple[str, ...], fixed: dict[str, int], apart: frozenset[frozenset[str]], number: int, most: int
) -> None:
    where = f"In round {number + 1}, {_names(block)} are to sit together but"
    if len(block) > most:
        raise SlaError(f"{where} no group holds more than {counted(most, 'person', 'people')}.")
    for a, b in combinations(block, 2):
        if frozenset((a, b)) in apart:
            raise SlaError(f"{where} {a} and {b} are to be kept apart; change one of the two rules.")
        if a in fixed and b in fixed and fixed[a] != fixed[b]:
            raise SlaError(
                f"{where} {a} has a fixed place in group {fixed[a] + 1} and {b} in group {fixed[b] + 1}; change one."
            )


def _names(people: Iterable[str]) -> str:
    named = list(people)
    shown = named if len(named) <= 6 else [*named[:5], f"{len(named) - 5} more"]
    return ", ".join(shown[:-1]) + " and " + shown[-1] if len(shown) > 1 else shown[0]


def _sizes(
    case: Case, number: int, present: int, fixed: dict[str, int], blocks: tuple[tuple[str, ...], ...]
) -> tuple[int, ...]:
    """Sizes between least and greatest that add up to the people present, as near to the wished as can be."""
    spec = case.rounds[number]
    counts = Counter(fixed.values())
    pinned = [counts[g] for g in range(len(spec.sizes))]
    for g, (count, most) in enumerate(zip(pinned, spec.maximum, strict=True)):
        if count > most:
            names = _names(sorted(person for person, home in fixed.items() if home == g))
            raise SlaError(
                f"In round {number + 1}, group {g + 1} holds at most {counted(most, 'person', 'people')} but these"
                f" have fixed places there: {names}."
            )
    needed = _needed(spec, pinned, [len(block) for block in blocks if block[0] not in fixed])
    low = [max(least, count) for least, count in zip(spec.minimum, needed, strict=True)]
    if not sum(low) <= present <= sum(spec.maximum):
        raise SlaError(
            f"In round {number + 1}, {counted(present, 'person is', 'people are')} present but the groups hold"
            f" between {sum(low)} and {sum(spec.maximum)}; change the sizes."
        )
    sizes = [min(max(size, lo), hi) for size, lo, hi in zip(spec.sizes, low, spec.maximum, strict=True)]
    missing = present - sum(sizes)
    step, limit = (1, spec.maximum) if missing > 0 else (-1, low)
    movable = [(step * (size - spec.sizes[g]), step * size, g) for g, size in enumerate(sizes) if size != limit[g]]
    heapify(movable)
    for _ in range(abs(missing)):
        beyond, size, g = heappop(movable)
        sizes[g] += step
        if sizes[g] != limit[g]:
            heappush(movable, (beyond + 1, size + 1, g))
    return tuple(sizes)


def _needed(spec: Round, pinned: list[int], blocks: list[int]) -> list[int]:
    """The seats that fixed people and blocks (largest first) need in each group: as wished where they fit so."""
    taken = pinned.copy()
    for block in blocks:
        for limits in (spec.sizes, spec.maximum):
            roomy = [g for g, limit in enumerate(limits) if taken[g] + block <= limit]
            if roomy:
                room = [limits[g] - taken[g] for g in roomy]
                taken[roomy[room.index(max(room))]] += block
                break
    return taken
