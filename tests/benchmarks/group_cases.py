"""Realistic breakout cases of any seed, tournaments, and the plain swap search that others are measured against."""

import random
from itertools import combinations
from time import process_time
from typing import Any

from sla_desktop.grouping.case import even_sizes
from sla_desktop.grouping.costs import MEETING, familiarity, likeness_costs
from sla_desktop.grouping.score import meetings
from sla_desktop.grouping.values import Assignment, Case

SHAPES = ((60, 3, 6), (150, 4, 8), (300, 5, 8), (500, 6, 10))
_ATTRIBUTES = {"borough": 6, "sector": 6, "profession": 12, "level": 4}
_ORGANISATIONS = 30


def realistic(n: int, rounds: int, size: int, kind: str, seed: int) -> dict[str, Any]:
    """A case as JSON; `kind` is plain, hist (three earlier events and half of all colleagues) or rules."""
    rng = random.Random(f"{n} {seed}")
    ids = [f"p{i:03d}" for i in range(n)]
    homes = [{name: rng.randrange(values) for name, values in _ATTRIBUTES.items()} for _ in range(_ORGANISATIONS)]
    people = [{"id": one, "attrs": _attributes(rng, homes)} for one in ids]
    sizes = list(even_sizes(n, size=size))
    data: dict[str, Any] = {"participants": people, "rounds": [{"sizes": sizes} for _ in range(rounds)]}
    if kind == "plain":
        return data
    data["past"] = _history(people, rng)
    return data | _rules(ids, len(sizes), rounds, rng) if kind == "rules" else data


def _attributes(rng: random.Random, homes: list[dict[str, int]]) -> dict[str, str]:
    home = rng.choices(range(_ORGANISATIONS), [1 / (rank + 1) for rank in range(_ORGANISATIONS)])[0]
    usual = {name: homes[home][name] if rng.random() < 0.6 else rng.randrange(m) for name, m in _ATTRIBUTES.items()}
    return {"organisation": f"organisation {home}"} | {name: f"{name} {value}" for name, value in usual.items()}


def _history(people: list[dict[str, Any]], rng: random.Random) -> list[list[str]]:
    known = set()
    for _ in range(3):
        there = [person["id"] for person in people if rng.random() < 0.5]
        for _ in range(3):
            rng.shuffle(there)
            tables = [there[at : at + 8] for at in range(0, len(there), 8)]
            known |= {tuple(sorted(pair)) for table in tables for pair in combinations(table, 2)}
    for one, other in combinations(people, 2):
        if one["attrs"]["organisation"] == other["attrs"]["organisation"] and rng.random() < 0.5:
            known.add((one["id"], other["id"]))
    return [list(pair) for pair in sorted(known)]


def _rules(ids: list[str], groups: int, rounds: int, rng: random.Random) -> dict[str, Any]:
    free = rng.sample(ids, len(ids))
    duos = [{"members": [free.pop(), free.pop()]} for _ in range(max(1, len(ids) // 100))]
    hosts = [free.pop() for _ in range(groups)]
    pins = [{"id": host, "round": r, "group": g} for g, host in enumerate(hosts) for r in range(rounds)]
    apart = [{"members": rng.sample(free, 2)} for _ in range(max(2, len(ids) // 25))]
    return {"together": duos, "apart": apart, "pins": pins}


def golfers(groups: int, size: int, rounds: int) -> dict[str, Any]:
    """A social golfer tournament as a case."""
    people = [{"id": f"p{i}"} for i in range(groups * size)]
    return {"participants": people, "rounds": [{"sizes": [size] * groups} for _ in range(rounds)]}


def swap_search(case: Case, seconds: float, seed: int) -> Assignment:
    """Random swaps of two people of one round, kept when they cost nothing or gain: what a simple program does."""
    rng, n = random.Random(seed), len(case.people)
    plan = [_dealt(list(range(n)), spec.sizes, rng) for spec in case.rounds]
    ids = [person.id for person in case.people]
    met = meetings(case, _named(plan, ids)).astype("float32")
    likeness, known = likeness_costs(case)[:n, :n], familiarity(case)[:n, :n]
    stop = process_time() + seconds
    while process_time() < stop:
        groups = rng.choice(plan)
        g, h = rng.sample(range(len(groups)), 2)
        a, b = rng.randrange(len(groups[g])), rng.randrange(len(groups[h]))
        i, j = groups[g][a], groups[h][b]
        ours, theirs = groups[g][:a] + groups[g][a + 1 :], groups[h][:b] + groups[h][b + 1 :]
        change = 0.0
        for person, leaves, joins in ((i, ours, theirs), (j, theirs, ours)):
            change += float(likeness[person, joins].sum() - likeness[person, leaves].sum())
            again = (met[person, joins] + known[person, joins]).sum() - (met[person, leaves] - 1).sum()
            change += float(MEETING * (again - known[person, leaves].sum()))
        if change <= 0:
            for person, leaves, joins in ((i, ours, theirs), (j, theirs, ours)):
                met[person, leaves] -= 1
                met[leaves, person] -= 1
                met[person, joins] += 1
                met[joins, person] += 1
            groups[g][a], groups[h][b] = j, i
    return _named(plan, ids)


def _dealt(people: list[int], sizes: tuple[int, ...], rng: random.Random) -> list[list[int]]:
    rng.shuffle(people)
    deal = iter(people)
    return [[next(deal) for _ in range(size)] for size in sizes]


def _named(plan: list[list[list[int]]], ids: list[str]) -> Assignment:
    return tuple(tuple(tuple(ids[i] for i in group) for group in groups) for groups in plan)
