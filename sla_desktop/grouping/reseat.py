"""One round fitted to who is there now: newcomers seated together at their best, as few others moved as can be."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sla_desktop.grouping.costs import FORBIDDEN, MEETING, familiarity, likeness_costs
from sla_desktop.grouping.rules import Seating
from sla_desktop.grouping.values import Assignment, Case

_NOWHERE = -1
_MOVE = 400.0
_LEAST_GAIN = 1e-3
_MOST_CHANGES = 2000
_BARRED = 1e9


@dataclass(frozen=True)
class _Room:
    """A round to be fitted: pair costs (n x n), the fixed group of each person or -1, least and greatest sizes."""

    costs: NDArray[np.float32]
    fixed: NDArray[np.intp]
    least: NDArray[np.intp]
    most: NDArray[np.intp]


def base_costs(case: Case) -> NDArray[np.float32]:
    """What it costs that two people sit together at all, n x n: likeness, and having met before this event."""
    n = len(case.people)
    return likeness_costs(case)[:n, :n] + MEETING * familiarity(case)[:n, :n]


def reseat(
    case: Case, number: int, rules: Seating, plan: Assignment, base: NDArray[np.float32]
) -> tuple[tuple[str, ...], ...]:
    """The groups of a round (0-based): who stays, in the order they had, then who came."""
    spec, n = case.rounds[number], len(case.people)
    fixed = np.full(n, _NOWHERE)
    for person, home in rules.fixed.items():
        fixed[case.index[person]] = home
    room = _Room(_costs(case, number, rules, plan, base), fixed, np.array(spec.minimum), np.array(spec.maximum))
    before = case.homes(plan[number])
    present = np.isin(np.arange(n), [case.index[person] for person in case.present(number)])
    homes = np.where(present, before, _NOWHERE)
    pinned = present & (fixed != _NOWHERE)
    homes[pinned] = fixed[pinned]
    _leave_full_groups(room, homes)
    loose = np.flatnonzero(present & (homes == _NOWHERE))
    _seat(room, homes, loose)
    loose = np.concatenate((loose, _fill_up(room, homes)))
    _improve(room, homes, loose, np.full(n, _NOWHERE))
    _keep_rules(room, homes, np.flatnonzero(present), before)
    return _groups(case, plan[number], homes)


def _costs(
    case: Case, number: int, rules: Seating, plan: Assignment, base: NDArray[np.float32]
) -> NDArray[np.float32]:
    """What it costs that two sit together: likeness, meetings in other rounds and before, rules of this round."""
    index, met = case.index, np.zeros(base.shape, np.int8)
    for other, groups in enumerate(plan):
        homes = case.homes(groups)
        if other != number:
            met += (homes[:, None] == homes) & (homes != _NOWHERE)
    costs = base + MEETING * met
    for a, b in rules.apart:
        costs[index[a], index[b]] = costs[index[b], index[a]] = FORBIDDEN
    for block in rules.blocks:
        members = [index[person] for person in block]
        costs[np.ix_(members, members)] = -FORBIDDEN
    np.fill_diagonal(costs, 0)
    return costs


def _loads(room: _Room, homes: NDArray[np.intp], people: NDArray[np.intp]) -> NDArray[np.float32]:
    """People x groups: what it costs each to sit there with those who do; their own place counts without them."""
    placed = np.zeros((len(homes), len(room.most)), np.float32)
    seated = np.flatnonzero(homes != _NOWHERE)
    placed[seated, homes[seated]] = 1
    loads: NDArray[np.float32] = room.costs[people] @ placed
    return loads


def _sizes(room: _Room, homes: NDArray[np.intp]) -> NDArray[np.intp]:
    return np.bincount(homes[homes != _NOWHERE], minlength=len(room.most))


def _leave_full_groups(room: _Room, homes: NDArray[np.intp]) -> None:
    """Takes the least suited people out of groups above their greatest size."""
    for g in np.flatnonzero(_sizes(room, homes) > room.most):
        members = np.flatnonzero((homes == g) & (room.fixed == _NOWHERE))
        cost = room.costs[np.ix_(members, np.flatnonzero(homes == g))].sum(1)
        worst = members[np.argsort(-cost, kind="stable")]
        homes[worst[: int(_sizes(room, homes)[g] - room.most[g])]] = _NOWHERE


def _seat(room: _Room, homes: NDArray[np.intp], people: NDArray[np.intp]) -> None:
    """Seats people one by one: first where a group lacks somebody, then in the smallest groups, at the least cost."""
    for person in people:
        sizes = _sizes(room, homes)
        load = _loads(room, homes, np.array([person]))[0].astype(np.float64)
        lacking = sizes < room.least
        if lacking.any():
            load[~lacking] += 0.5 * float(FORBIDDEN)
        load += 4.0 * (sizes - room.least)
        load[sizes >= room.most] = _BARRED
        homes[person] = load.argmin()


def _fill_up(room: _Room, homes: NDArray[np.intp]) -> NDArray[np.intp]:
    """Moves people into groups below their least size, from those above theirs; returns who moved."""
    moved = []
    free = np.flatnonzero((homes != _NOWHERE) & (room.fixed == _NOWHERE))
    for g in np.repeat(np.arange(len(room.least)), np.maximum(room.least - _sizes(room, homes), 0)):
        sizes = _sizes(room, homes)
        loads = _loads(room, homes, free)
        gain = loads[:, g] - loads[np.arange(len(free)), homes[free]]
        gain[(sizes <= room.least)[homes[free]]] = np.float32(_BARRED)
        if not len(gain) or gain.min() >= _BARRED / 2:
            break
        person = free[gain.argmin()]
        homes[person] = g
        moved.append(person)
    return np.array(moved, np.intp)


def _improve(room: _Room, homes: NDArray[np.intp], people: NDArray[np.intp], stay: NDArray[np.intp]) -> None:
    """Moves these people one at a time, or two in exchange, while that costs less; leaving `stay` costs a move."""
    people = people[room.fixed[people] == _NOWHERE]
    for _ in range(_MOST_CHANGES if len(people) else 0):
        loads = _loads(room, homes, people).astype(np.float64)
        loads += _MOVE * ((stay[people] != _NOWHERE)[:, None] & (stay[people][:, None] != np.arange(len(room.most))))
        here = homes[people]
        change = loads - loads[np.arange(len(people)), here][:, None]
        exchange = change[:, here] + change[:, here].T - 2 * room.costs[np.ix_(people, people)]
        exchange[here[:, None] == here] = 0
        sizes = _sizes(room, homes)
        change[:, sizes >= room.most] = _BARRED
        change[(sizes <= room.least)[here]] = _BARRED
        change[np.arange(len(people)), here] = 0
        if min(change.min(), exchange.min()) > -_LEAST_GAIN:
            return
        if change.min() <= exchange.min():
            person, g = np.unravel_index(change.argmin(), change.shape)
            homes[people[person]] = g
        else:
            one, other = people[list(np.unravel_index(exchange.argmin(), exchange.shape))]
            homes[one], homes[other] = homes[other], homes[one]


def _keep_rules(room: _Room, homes: NDArray[np.intp], present: NDArray[np.intp], stay: NDArray[np.intp]) -> None:
    """Where a rule is broken, lets everybody move, each at a price."""
    together = (homes[:, None] == homes) & (homes != _NOWHERE)
    broken = ((room.costs >= FORBIDDEN) & together) | ((room.costs <= -FORBIDDEN) & ~together)
    if broken[np.ix_(present, present)].any():
        _improve(room, homes, present, stay)


def _groups(case: Case, before: tuple[tuple[str, ...], ...], homes: NDArray[np.intp]) -> tuple[tuple[str, ...], ...]:
    index = case.index
    kept = [[person for person in group if homes[index[person]] == g] for g, group in enumerate(before)]
    seated = {person for group in kept for person in group}
    for person, home in zip(case.people, homes, strict=True):
        if home != _NOWHERE and person.id not in seated:
            kept[home].append(person.id)
    return tuple(map(tuple, kept))
