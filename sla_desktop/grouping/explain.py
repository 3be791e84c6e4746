"""A plan's quality in words, per person and per group."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sla_desktop.domain.text import counted, joined
from sla_desktop.grouping.score import Score, forced_again
from sla_desktop.grouping.values import Assignment, Case

Mix = Mapping[str, Mapping[str, int]]
"""Attribute -> value -> how many people of a group have it."""


_AS_GOOD_AS_BEST = 1 - 1e-9
_RULES_TOLD = 5


@dataclass(frozen=True)
class Explanation:
    """How many new people each person meets, and plain sentences."""

    case: Case = field(repr=False)
    assignment: Assignment = field(repr=False)
    new_people: Mapping[str, int]
    sentences: tuple[str, ...]

    @cached_property
    def mixes(self) -> tuple[tuple[Mix, ...], ...]:
        """The mix of every group, rounds x groups."""
        return tuple(tuple(_mix(self.case, group) for group in groups) for groups in self.assignment)

    def meets(self, person: str) -> tuple[str, ...]:
        """The ids of those whom a person meets for the first time, in the order of rounds."""
        index, known = self.case.index, self.case.known
        beside = [other for groups in self.assignment for group in groups if person in group for other in group]
        new = dict.fromkeys(other for other in beside if other != person and not known[index[person], index[other]])
        return tuple(new)


def explain(case: Case, assignment: Assignment, score: Score, met: NDArray[np.int32]) -> Explanation:
    """What the score means, said plainly; `met` are the meetings of the plan."""
    new = ((met > 0) & (case.known == 0)).sum(1)
    people = {person.id: int(count) for person, count in zip(case.people, new, strict=True)}
    sentences = [
        _meetings(score),
        _best_possible(score, forced_again(case, assignment)),
        *_spread(case, score),
        *_nobodys(case),
        *_wishes(score),
        *_rule_costs(case, met),
    ]
    return Explanation(case, assignment, people, tuple(sentences))


def _meetings(score: Score) -> str:
    told = f"{score.new_pairs:,} of {score.slots:,} meetings are new"
    if not score.repeats:
        return f"{told}: nobody sits with somebody they have met before."
    again = "1 is" if score.repeats == 1 else f"{score.repeats:,} are"
    return f"{told}; {again} of people who have met before."


def _best_possible(score: Score, again: int) -> str:
    most = min(score.upper_bound, score.slots - again)
    if score.new_pairs >= most:
        return "No plan with these groups can make more new connections."
    return f"No plan with these groups can make more than {most:,} new connections."


def _spread(case: Case, score: Score) -> list[str]:
    """A sentence for each attribute in which people differ at all."""
    different = {name: {person.attrs.get(name) for person in case.people} for name in score.attributes}
    return [_mixed(name, mixing.gain) for name, mixing in score.attributes.items() if len(different[name]) > 1]


def _nobodys(case: Case) -> list[str]:
    """A sentence for each attribute that is to be mixed and that nobody has."""
    had = {name for person in case.people for name, values in person.attrs.items() if values}
    asked = dict.fromkeys((*case.attributes, *case.weights))
    return [f"Nobody’s {name} is known, so tables cannot be mixed by it." for name in asked if name not in had]


def _mixed(name: str, gain: float) -> str:
    if gain >= _AS_GOOD_AS_BEST:
        return f"Every table is as mixed by {name} as it can be."
    if gain <= 0:
        return f"Tables are mixed by {name} no better than by chance."
    return f"Tables are mixed by {name}: {_percent(gain)}% of what is possible beyond chance."


def _wishes(score: Score) -> list[str]:
    if score.choices is None:
        return []
    first, three = _percent(score.choices.first_share), _percent(score.choices.top3_share)
    return [f"{first}% got their first choice and {three}% one of their first three."]


def _rule_costs(case: Case, met: NDArray[np.int32]) -> list[str]:
    """What rules cost in repeated meetings: each set of people kept together, dearest first, and fixed places."""
    again = np.maximum(met - (case.known == 0), 0)
    costs = []
    for rule in case.together:
        members = [case.index[person] for person in rule.members]
        costs.append((int(again[np.ix_(members, members)].sum()) // 2, rule.members))
    dear = sorted((cost for cost in costs if cost[0]), key=lambda cost: -cost[0])
    told = [
        f"Keeping {joined(members)} together costs {counted(cost, 'repeat')}." for cost, members in dear[:_RULES_TOLD]
    ]
    if len(dear) > _RULES_TOLD:
        rest = sum(cost for cost, _ in dear[_RULES_TOLD:])
        told.append(f"{len(dear) - _RULES_TOLD} more such rules cost {counted(rest, 'repeat')} together.")
    pinned = sorted({case.index[pin.person] for pin in case.pins})
    fixed = int(again[pinned].sum())
    return [*told, f"People with fixed places meet somebody again {counted(fixed, 'time')}."] if fixed else told


def _percent(share: float) -> int:
    """Whole percent, cut off: 99.9% of the best is not yet the best."""
    return max(0, int(share * 100 + 1e-9))


def _mix(case: Case, group: tuple[str, ...]) -> Mix:
    index = case.index
    tallies: dict[str, Counter[str]] = {name: Counter() for name in case.attributes}
    for person in group:
        for name, values in case.people[index[person]].attrs.items():
            tallies[name].update(values)
    return {name: dict(tally.most_common()) for name, tally in tallies.items()}
