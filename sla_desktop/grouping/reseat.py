"""One round fitted to who is there now: newcomers seated together at their best, as few others moved as can be."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sla_desktop.grouping.costs import FORBIDDEN, familiarity, likeness_costs
from sla_desktop.grouping.rules import Seating
from sla_desktop.grouping.values import Assignment, Case

_NOWHERE = -1
_NOBODY_THERE = np.int16(-2)
_MEETING = np.float32(100)
_MOVE = 2000.0
_PASSES = 3
_LEAST_GAIN = 1e-3
_MOST_CHANGES = 2000
_BARRED = 1e9


@dataclass(frozen=True)
class Costs:
    """What it costs that two people sit together, beyond one round: n x n likeness and old acquaintance, and the
    group of everybody in the rounds of the plan (rounds x n, -1 for none)."""

    base: NDArray[np.float32]
    homes: NDArray[np.intp]

    @classmethod
    def of(cls, case: Case, plan: Assignment) -> "Costs":
        """The costs in a plan."""
        n = len(case.people)
        base = likeness_costs(case)[:n, :n] + _MEETING * familiarity(case)[:n, :n]
        return cls(base, np.array([case.homes(groups) for groups in plan]))


@dataclass(frozen=True)
class _Room:
    """A round to be fitted: costs, its number, who is there, the fixed group of each person or -1, least and greatest
    sizes, and n x n costs that its rules lay on pairs, if there are any."""

    costs: Costs
    number: int
    present: NDArray[np.bool_]
    fixed: NDArray[np.intp]
    least: NDArray[np.intp]
    most: NDArray[np.intp]
    rules: NDArray[np.float32] | None

    def rows(self, people: NDArray[np.intp]) -> NDArray[np.float32]:
        """People x n: what it costs each to sit with each other person."""
        others = np.delete(self.costs.homes, self.number, 0).astype(np.int16)
        met = np.zeros((len(people), others.shape[1]), np.uint8)
        for homes in others:
            met += homes[people][:, None] == np.where(homes == _NOWHERE, _NOBODY_THERE, homes)
        found = self.costs.base[people] + _MEETING * met
        if self.rules is not None:
            found += self.rules[people]
        found[np.arange(len(people)), people] = 0
        return found


def reseat(case: Case, plan: Assignment, rules: Sequence[Seating], from_round: int) -> Assignment:
    """The plan with all rounds from one on (0-based) fitted: who stays, in the order they had, then who came."""
    costs = Costs.of(case, plan)
    before = costs.homes.copy()
    later = range(from_round, len(plan))
    rooms = [_room(case, number, rules[number], costs) for number in later]
    loose = [_fit(room, costs.homes[room.number]) for room in rooms]
    for _ in range(_PASSES):
        for room, people in zip(rooms, loose, strict=True):
            _improve(room, costs.homes[room.number], people, np.full(len(case.people), _NOWHERE))
    for room in rooms:
        _keep_rules(room, costs.homes[room.number], before[room.number])
    fitted = [_groups(case, before[r.number], costs.homes[r.number], len(r.most)) for r in rooms]
    return (*plan[:from_round], *fitted)


def _room(case: Case, number: int, rules: Seating, costs: Costs) -> _Room:
    spec, n = case.rounds[number], len(case.people)
    fixed = np.full(n, _NOWHERE)
    for person, home in rules.fixed.items():
        fixed[case.index[person]] = home
    present = np.isin(np.arange(n), [case.index[person] for person in case.present(number)])
    limits = np.array(spec.minimum), np.array(spec.maximum)
    return _Room(costs, number, present, fixed, *limits, _rule_costs(case, rules))


def _fit(room: _Room, homes: NDArray[np.intp]) -> NDArray[np.intp]:
    """Seats all who are present and nobody else; returns those who have no place of their own now."""
    pinned = room.present & (room.fixed != _NOWHERE)
    homes[~room.present] = _NOWHERE
    homes[pinned] = room.fixed[pinned]
    _leave_full_groups(room, homes)
    loose = np.flatnonzero(room.present & (homes == _NOWHERE))
    _seat(room, homes, loose)
    return np.concatenate((loose, _fill_up(room, homes)))


def _rule_costs(case: Case, rules: Seating) -> NDArray[np.float32] | None:
    if not (rules.apart or rules.blocks):
        return None
    index, n = case.index, len(case.people)
    costs = np.zeros((n, n), np.float32)
    for a, b in rules.apart:
        costs[index[a], index[b]] = costs[index[b], index[a]] = FORBIDDEN
    for block in rules.blocks:
        members = [index[person] for person in block]
        costs[np.ix_(members, members)] = -FORBIDDEN
    return costs


def _loads(room: _Room, homes: NDArray[np.intp], rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """People x groups: what it costs each to sit with those who sit there; their own place counts without them."""
    seated = np.flatnonzero(homes != _NOWHERE)
    seated = seated[np.argsort(homes[seated], kind="stable")]
    groups, starts = np.unique(homes[seated], return_index=True)
    loads = np.zeros((len(rows), len(room.most)), np.float32)
    if len(groups):
        loads[:, groups] = np.add.reduceat(rows[:, seated], starts, axis=1)
    return loads


def _shift(loads: NDArray[np.float32], column: NDArray[np.float32], start: np.intp, end: np.intp) -> None:
    """Brings people x groups loads up to date after somebody, who costs them `column`, changed groups."""
    loads[:, start] -= column
    loads[:, end] += column


def _sizes(room: _Room, homes: NDArray[np.intp]) -> NDArray[np.intp]:
    return np.bincount(homes[homes != _NOWHERE], minlength=len(room.most))


def _leave_full_groups(room: _Room, homes: NDArray[np.intp]) -> None:
    """Takes the least suited people out of groups above their greatest size."""
    for g in np.flatnonzero(_sizes(room, homes) > room.most):
        members = np.flatnonzero((homes == g) & (room.fixed == _NOWHERE))
        cost = room.rows(members)[:, homes == g].sum(1)
        worst = members[np.argsort(-cost, kind="stable")]
        homes[worst[: int(_sizes(room, homes)[g] - room.most[g])]] = _NOWHERE


def _seat(room: _Room, homes: NDArray[np.intp], people: NDArray[np.intp]) -> None:
    """Seats people one by one: first where a group lacks somebody, then in the smallest groups, at the least cost."""
    for person, row in zip(people, room.rows(people), strict=True):
        sizes = _sizes(room, homes)
        seated = homes != _NOWHERE
        load = np.bincount(homes[seated], row[seated], len(room.most)).astype(np.float64)
        lacking = sizes < room.least
        if lacking.any():
            load[~lacking] += 0.5 * float(FORBIDDEN)
        load += 4.0 * (sizes - room.least)
        load[sizes >= room.most] = _BARRED
        homes[person] = load.argmin()


def _fill_up(room: _Room, homes: NDArray[np.intp]) -> NDArray[np.intp]:
    """Moves people into groups below their least size, from those above theirs; returns who moved."""
    sizes, moved = _sizes(room, homes), []
    free = np.flatnonzero((homes != _NOWHERE) & (room.fixed == _NOWHERE))
    lacking = np.repeat(np.arange(len(room.least)), np.maximum(room.least - sizes, 0))
    if not (len(free) and len(lacking)):
        return np.zeros(0, np.intp)
    rows, at = room.rows(free), np.arange(len(free))
    loads = _loads(room, homes, rows)
    for g in lacking:
        here = homes[free]
        gain = loads[:, g] - loads[at, here]
        gain[(sizes <= room.least)[here]] = np.float32(_BARRED)
        best = gain.argmin()
        if gain[best] >= _BARRED / 2:
            break
        _shift(loads, rows[:, free[best]], here[best], g)
        sizes[[here[best], g]] += (-1, 1)
        homes[free[best]] = g
        moved.append(free[best])
    return np.array(moved, np.intp)


def _improve(room: _Room, homes: NDArray[np.intp], people: NDArray[np.intp], stay: NDArray[np.intp]) -> None:
    """Moves these people one at a time, or two in exchange, while that costs less; leaving `stay` costs a move."""
    people = people[room.fixed[people] == _NOWHERE]
    rows = room.rows(people)
    among, at = rows[:, people], np.arange(len(people))
    loads, sizes = _loads(room, homes, rows), _sizes(room, homes)
    leaving = (stay[people] != _NOWHERE)[:, None] & (stay[people][:, None] != np.arange(len(room.most)))
    prices = np.where(leaving, np.float32(_MOVE), np.float32(0))
    for _ in range(_MOST_CHANGES if len(people) else 0):
        here = homes[people]
        change = loads + prices
        change -= change[at, here][:, None]
        exchange = change[:, here] + change[:, here].T - 2 * among
        exchange[here[:, None] == here] = 0
        change[:, sizes >= room.most] = _BARRED
        change[(sizes <= room.least)[here]] = _BARRED
        change[at, here] = 0
        move, swap = (np.unravel_index(costs.argmin(), costs.shape) for costs in (change, exchange))
        if min(change[move], exchange[swap]) > -_LEAST_GAIN:
            return
        if change[move] <= exchange[swap]:
            moves = [move]
        else:
            i, j = swap
            moves = [(i, here[j]), (j, here[i])]
        for i, g in moves:
            _shift(loads, rows[:, people[i]], here[i], g)
            sizes[[here[i], g]] += (-1, 1)
            homes[people[i]] = g


def _keep_rules(room: _Room, homes: NDArray[np.intp], stay: NDArray[np.intp]) -> None:
    """Where a rule is broken, lets everybody move, each at a price."""
    if room.rules is None:
        return
    together = (homes[:, None] == homes) & (homes != _NOWHERE)
    broken = ((room.rules > 0) & together) | ((room.rules < 0) & ~together)
    np.fill_diagonal(broken, False)
    present = np.flatnonzero(room.present)
    if broken[np.ix_(present, present)].any():
        _improve(room, homes, present, stay)


def _groups(
    case: Case, before: NDArray[np.intp], homes: NDArray[np.intp], tables: int
) -> tuple[tuple[str, ...], ...]:
    ids = [person.id for person in case.people]
    order = np.argsort(2 * homes + (before != homes), kind="stable")
    sizes = np.bincount(homes[homes != _NOWHERE], minlength=tables)
    parts = np.split(order[homes[order] != _NOWHERE], np.cumsum(sizes)[:-1])
    return tuple(tuple(ids[i] for i in part.tolist()) for part in parts)
