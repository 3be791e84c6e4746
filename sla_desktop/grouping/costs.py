"""What it costs to seat two people together, and to seat a person under a topic."""

import numpy as np

from sla_desktop.grouping.heat import Costs
from sla_desktop.grouping.rules import Seating
from sla_desktop.grouping.score import even_spread_pairs, pairs_of
from sla_desktop.grouping.values import Case

MEETING = np.float32(16.0)
"""Cost of one more meeting of a pair that has met, against about 1 for sharing an attribute."""
FORBIDDEN = np.float32(1e4)
_FAINTEST, _STRONGEST = 0.25, 4.0
_RANK_COSTS = (0.0, 40.0, 120.0)
_UNWANTED_TOPIC = 800.0


def likeness_costs(case: Case) -> Costs:
    """(n + 1) x (n + 1) costs of being alike, so scaled that each attribute has its weight's say in the gain.

    An attribute's scale is its weight over the distance between pairs alike by lot and at best; the scales are
    then brought to a mean of the case's `mixing`. Distances, where given, count as negative cost in their standard
    deviation.
    """
    n = len(case.people)
    costs = np.zeros((n + 1, n + 1), np.float32)
    scales = {name: scale for name in case.attributes if (scale := _scale(case, name)) > 0}
    mean = sum(scales.values()) / len(scales) if scales else 1.0
    if scales:
        weighed = [
            case.carried[name] * np.float32((case.mixing * scale / mean) ** 0.5) for name, scale in scales.items()
        ]
        carried = np.concatenate(weighed, axis=1)
        costs[:n, :n] = carried @ carried.T
    if case.distances is not None:
        distances = np.array(case.distances, np.float32)
        costs[:n, :n] -= distances / (distances.std() or 1.0)
    np.fill_diagonal(costs, 0)
    return costs


def familiarity(case: Case) -> Costs:
    """(n + 1) x (n + 1) how well people know each other from before: 0 not at all, about 1 from one meeting."""
    known = np.where(case.known > 0, np.clip(case.known, _FAINTEST, _STRONGEST), np.float32(0))
    return np.pad(known, (0, 1))


def forbidden_costs(case: Case, seating: Seating) -> Costs | None:
    """(n + 1) x (n + 1) prohibitive costs for those kept apart in a round; None when there are none."""
    if not seating.apart:
        return None
    index = case.index
    costs = np.zeros((len(index) + 1, len(index) + 1), np.float32)
    for a, b in seating.apart:
        costs[index[a], index[b]] = costs[index[b], index[a]] = FORBIDDEN
    return costs


def wish_costs(case: Case, number: int) -> Costs | None:
    """(n + 1) x groups costs of the rank a topic has for each person; None in a round without topics."""
    topics = case.rounds[number].topics
    if not topics or not case.choices:
        return None
    costs = np.zeros((len(case.people) + 1, len(topics)), np.float32)
    columns = {topic: [g for g, other in enumerate(topics) if other == topic] for topic in topics}
    for person, ranked in case.choices.items():
        if ranked:
            row = costs[case.index[person]]
            row[:] = _UNWANTED_TOPIC
            for rank in range(len(ranked) - 1, -1, -1):
                row[columns.get(ranked[rank], [])] = _RANK_COSTS[min(rank, len(_RANK_COSTS) - 1)]
    return costs


def _scale(case: Case, name: str) -> float:
    """One over the pairs to be gained in the first round, times the weight; 0 when nothing can be gained."""
    counts = [int(count) for count in case.carried[name].sum(0)]
    sizes = case.rounds[0].sizes
    slots, n = sum(map(pairs_of, sizes)), len(case.people)
    by_lot = slots * sum(map(pairs_of, counts)) / max(pairs_of(n), 1)
    least = sum(even_spread_pairs(count, len(sizes)) for count in counts)
    return case.weights.get(name, 1.0) / (by_lot - least) if by_lot - least > 1e-9 else 0.0
