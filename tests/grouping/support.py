"""Random cases for tests, and the independent evaluator where it is at hand."""

import importlib.util
import random
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import strategies as st

from sla_desktop.grouping.case import even_sizes

EVALUATOR = Path(__file__).parents[3] / "shared" / "tools" / "breakout_eval.py"
BOROUGHS = ("Bexley", "Bromley", "Greenwich", "Lambeth", "Lewisham", "Southwark")


def evaluator() -> ModuleType:
    """The evaluator written by others; the test is skipped where it is not at hand."""
    if not EVALUATOR.is_file():
        pytest.skip("the independent evaluator is not here")
    spec = importlib.util.spec_from_file_location("breakout_eval", EVALUATOR)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def realistic(n: int, rounds: int, size: int, *, seed: int = 1, past: float = 0.0) -> dict[str, Any]:
    """A case as JSON: people with borough, organisation and level, and a share of pairs who know each other."""
    rng = random.Random(seed)
    ids = [f"p{i:03d}" for i in range(n)]
    people = [
        {
            "id": person,
            "attrs": {
                "borough": rng.choice(BOROUGHS),
                "organisation": f"org{int(rng.paretovariate(1.2)) % 20}",
                "level": rng.choice(["early", "mid", "senior"]),
            },
        }
        for person in ids
    ]
    known = [pair for pair in combinations(ids, 2) if rng.random() < past]
    return {
        "participants": people,
        "rounds": [{"sizes": list(even_sizes(n, size=size))} for _ in range(rounds)],
        "past": [list(pair) for pair in known],
    }


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    """Small cases with every kind of rule; some of them contradict themselves."""
    n = draw(st.integers(2, 22))
    ids = [f"p{i}" for i in range(n)]
    person = st.sampled_from(ids)
    pair = st.lists(person, min_size=2, max_size=3, unique=True)
    rounds = []
    for _ in range(draw(st.integers(1, 4))):
        absent = draw(st.sets(person, max_size=n // 3))
        sizes = even_sizes(n - len(absent), tables=draw(st.integers(1, max(1, (n - len(absent)) // 2))))
        slack = draw(st.integers(0, 1))
        spec = {"sizes": list(sizes), "absent": sorted(absent)}
        rounds.append(spec | {"min": [max(0, s - slack) for s in sizes], "max": [s + slack for s in sizes]})
    number = st.integers(0, len(rounds) - 1)
    which = st.none() | st.lists(number, min_size=1, max_size=2, unique=True)
    rule = st.fixed_dictionaries({"members": pair, "rounds": which})
    pins = [
        {"id": draw(person), "round": r, "group": draw(st.integers(0, len(rounds[r]["sizes"]) - 1))}
        for r in draw(st.lists(number, max_size=2))
    ]
    value = st.sampled_from(["a", "b", "c"])
    return {
        "participants": [{"id": p, "attrs": {"kind": draw(value), "place": draw(value)}} for p in ids],
        "rounds": rounds,
        "past": draw(st.lists(pair.map(lambda p: p[:2]), max_size=12)),
        "together": draw(st.lists(rule, max_size=2)),
        "apart": draw(st.lists(rule, max_size=3)),
        "pins": pins,
    }
