"""How good a plan is, by the measures of research on breakout groups, each with its best possible value."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

import numpy as np
from numpy.typing import NDArray

from sla_desktop.grouping.values import Assignment, Case


@dataclass(frozen=True)
class Mixing:
    """How one attribute is spread: `gain` 0 as if drawn by lot, 1 the best this attribute alone allows."""

    gain: float
    mix: float
    blau: float
    same_pairs: int


@dataclass(frozen=True)
class Choices:
    """How many placements under a topic got the first choice, one of the first three, none that was ranked."""

    rated: int
    first_share: float
    top3_share: float
    unranked: int


@dataclass(frozen=True)
class Score:
    """The measures of a plan.

    `slots` are the pairs that share a group, counted with repeats; `new_pairs` the different ones among them who
    did not know each other; `upper_bound` what no plan can exceed; `repeats` is slots less new pairs.
    `violations` counts broken rules by kind. `diversity` is the sum of distances within groups.
    """

    slots: int
    pairs_met: int
    new_pairs: int
    upper_bound: int
    new_fraction: float
    repeats: int
    most_meetings: int
    coverage_mean: float
    coverage_min: float
    gain_mean: float
    attributes: Mapping[str, Mixing]
    violations: Mapping[str, int]
    choices: Choices | None
    diversity: float | None

    @property
    def sound(self) -> bool:
        """Whether no rule is broken."""
        return not self.violations


def evaluate(case: Case, assignment: Assignment, met: NDArray[np.int32] | None = None) -> Score:
    """The score of a plan whose people are all in the case; `met` are its meetings, where they are known."""
    met = meetings(case, assignment) if met is None else met
    past = case.known > 0
    upper = np.triu(met, 1)
    slots, pairs = int(upper.sum()), int(np.count_nonzero(upper))
    new = (met > 0) & ~past
    new_pairs = int(np.count_nonzero(np.triu(new, 1)))
    caps = _most_new_people(case, assignment, past)
    bound = min(
        slots - max(_forced_repeats(case, past), _pigeonhole(case, assignment)),
        len(case.people) * (len(case.people) - 1) // 2 - len(case.past),
        int(caps.sum()) // 2,
    )
    coverage = new.sum(1)[caps > 0] / caps[caps > 0]
    attributes = {name: _mixing(case, assignment, name) for name in case.attributes}
    return Score(
        slots=slots,
        pairs_met=pairs,
        new_pairs=new_pairs,
        upper_bound=bound,
        new_fraction=new_pairs / bound if bound else 1.0,
        repeats=slots - new_pairs,
        most_meetings=int(met.max(initial=0)),
        coverage_mean=float(coverage.mean()) if coverage.size else 1.0,
        coverage_min=float(coverage.min()) if coverage.size else 1.0,
        gain_mean=_weighted_gain(case, attributes),
        attributes=attributes,
        violations=violations(case, assignment),
        choices=_choices(case, assignment),
        diversity=_diversity(case, met),
    )


def meetings(case: Case, assignment: Assignment) -> NDArray[np.int32]:
    """An n x n matrix of how often each pair shares a group; the diagonal is 0."""
    met = np.zeros((len(case.people), len(case.people)), np.int32)
    for groups in assignment:
        homes = case.homes(groups)
        if np.count_nonzero(homes >= 0) == sum(map(len, groups)):
            met += (homes[:, None] == homes) & (homes >= 0)
        else:
            _count_twice_seated(case, groups, met)
    np.fill_diagonal(met, 0)
    return met


def _count_twice_seated(case: Case, groups: tuple[tuple[str, ...], ...], met: NDArray[np.int32]) -> None:
    for group in groups:
        members = [case.index[person] for person in group]
        met[np.ix_(members, members)] += 1


def violations(case: Case, assignment: Assignment) -> dict[str, int]:
    """Broken rules by kind: size, placed_twice, absent_but_placed, not_placed, together, apart, pin."""
    broken: Counter[str] = Counter()
    seats = [{person: g for g, group in enumerate(groups) for person in group} for groups in assignment]
    for number, groups in enumerate(assignment):
        spec = case.rounds[number]
        limits = zip(groups, spec.minimum, spec.maximum, strict=True)
        broken["size"] += sum(not low <= len(group) <= high for group, low, high in limits)
        broken["placed_twice"] += sum(map(len, groups)) - len(seats[number])
        broken["absent_but_placed"] += len(spec.absent & seats[number].keys())
        broken["not_placed"] += sum(person not in seats[number] for person in case.present(number))
    for kind, rules in (("together", case.together), ("apart", case.apart)):
        for rule in rules:
            for number in filter(rule.covers, range(len(seats))):
                placed = [seats[number][person] for person in rule.members if person in seats[number]]
                broken[kind] += sum((a == b) == (kind == "apart") for a, b in combinations(placed, 2))
    broken["pin"] += sum(seats[pin.round].get(pin.person) != pin.group for pin in case.pins)
    return {kind: count for kind, count in broken.items() if count}


def even_spread_pairs(total: int, groups: int) -> int:
    """The fewest pairs that must share a group when `total` people are spread over `groups`."""
    each, more = divmod(total, groups)
    return more * pairs_of(each + 1) + (groups - more) * pairs_of(each)


def pairs_of(count: int) -> int:
    """The number of pairs among `count` people."""
    return count * (count - 1) // 2


def _forced_repeats(case: Case, past: NDArray[np.bool_]) -> int:
    """Meetings that together rules force although they bring nobody new."""
    index = case.index
    bound_rounds: dict[frozenset[str], set[int]] = defaultdict(set)
    for rule in case.together:
        for a, b in combinations(rule.members, 2):
            both = {r for r, spec in enumerate(case.rounds) if rule.covers(r) and not {a, b} & spec.absent}
            bound_rounds[frozenset((a, b))] |= both
    forced = 0
    for (a, b), rounds in bound_rounds.items():
        forced += len(rounds) - (0 if past[index[a], index[b]] or not rounds else 1)
    return forced


def _pigeonhole(case: Case, assignment: Assignment) -> int:
    """Groups larger than the number of groups in another round must seat some pair again."""
    worst = 0
    for x, y in permutations(range(len(assignment)), 2):
        if not (case.rounds[x].absent or case.rounds[y].absent):
            worst = max(worst, _again(assignment, x, y))
    return worst


def forced_again(case: Case, assignment: Assignment) -> int:
    """The fewest meetings of people who met in an earlier round: groups larger than that round had groups.

    A pair is new once, in its first round, so that these add up over the rounds; the last may be taken for the first.
    """
    everybody = [r for r in range(len(assignment)) if not case.rounds[r].absent]
    forced = [
        sum(max((_again(assignment, x, y) for y in order[:place]), default=0) for place, x in enumerate(order))
        for order in (everybody, everybody[::-1])
    ]
    return max(forced)


def _again(assignment: Assignment, x: int, y: int) -> int:
    """Meetings of round x that round y has had, at the least."""
    return sum(even_spread_pairs(len(group), len(assignment[y])) for group in assignment[x])


def _most_new_people(case: Case, assignment: Assignment, past: NDArray[np.bool_]) -> NDArray[np.int64]:
    """For each person the most new people they can meet: seats beside them, or people they do not know."""
    there = np.array([[p.id not in spec.absent for spec in case.rounds] for p in case.people])
    beside = np.array([max((len(group) for group in groups), default=0) - 1 for groups in assignment])
    meetable = (there.astype(np.int32) @ there.T.astype(np.int32)) > 0
    np.fill_diagonal(meetable, False)
    unknown = (meetable & ~past).sum(1)
    most: NDArray[np.int64] = np.minimum((there * beside).sum(1), unknown).astype(np.int64)
    return most


def _mixing(case: Case, assignment: Assignment, name: str) -> Mixing:
    parts: list[tuple[float, float, float]] = []
    carried, same = case.carried[name], 0
    person, value = carried.nonzero()
    for groups in assignment:
        slots = sum(pairs_of(len(group)) for group in groups)
        if not slots:
            continue
        home, values = case.homes(groups)[person], carried.shape[1]
        here = np.bincount((home * values + value)[home >= 0], minlength=len(groups) * values).reshape(-1, values)
        tally = here.sum(0).tolist()
        together = int((here * (here - 1) // 2).sum())
        least = sum(even_spread_pairs(count, len(groups)) for count in tally)
        by_lot = slots * sum(map(pairs_of, tally)) / pairs_of(sum(map(len, groups)))
        same += together
        parts.append((_share(by_lot, together, least), _share(slots, together, least), 1 - together / slots))
    gain, mix, blau = np.array(parts or [(1.0, 1.0, 1.0)]).mean(0)
    return Mixing(float(gain), float(mix), float(blau), same)


def _share(start: float, value: float, best: float) -> float:
    """How far a value has come on its way from start to best."""
    return (start - value) / (start - best) if start > best + 1e-12 else 1.0


def _weighted_gain(case: Case, attributes: Mapping[str, Mixing]) -> float:
    weights = {name: case.weights.get(name, 1.0) for name in attributes}
    total = sum(weights.values())
    return sum(weights[name] * mixing.gain for name, mixing in attributes.items()) / (total or 1.0)


def _choices(case: Case, assignment: Assignment) -> Choices | None:
    ranks: list[int] = []
    for groups, spec in zip(assignment, case.rounds, strict=True):
        for topic, group in zip(spec.topics, groups, strict=False):
            ranked = [case.choices[person] for person in group if case.choices.get(person)]
            ranks += [wish.index(topic) if topic in wish else -1 for wish in ranked]
    if not ranks:
        return None
    return Choices(len(ranks), _part(ranks, {0}), _part(ranks, {0, 1, 2}), ranks.count(-1))


def _part(ranks: Sequence[int], wanted: set[int]) -> float:
    return sum(rank in wanted for rank in ranks) / len(ranks)


def _diversity(case: Case, met: NDArray[np.int32]) -> float | None:
    if case.distances is None:
        return None
    return float((np.triu(np.array(case.distances), 1) * met).sum())
