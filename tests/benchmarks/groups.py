"""Breakout groups: what is reached in how many processor seconds, beside a plain swap search.

Every plan is scored twice, by the program and, where ../shared is at hand, by an evaluator that others wrote; the
benchmark stops when the two disagree. MDGPLIB and real contacts come from ../shared too.
"""

import gzip
import json
import random
import statistics
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import Any

from sla_desktop.grouping.case import case_from_json, even_sizes, plan_to_json
from sla_desktop.grouping.repair import changed_case, moves, repair
from sla_desktop.grouping.score import Score, evaluate
from sla_desktop.grouping.solve import solve
from sla_desktop.grouping.values import Case, Pin
from tests.benchmarks.group_cases import SHAPES, golfers, realistic, swap_search
from tests.benchmarks.report import table
from tests.grouping.support import EVALUATOR, evaluator

SEEDS = (1, 2, 3)
SHARED = EVALUATOR.parents[1] / "data"
DESIGNS = ((7, 7, 8), (8, 4, 9), (9, 3, 13), (13, 13, 14), (16, 4, 21))
SEARCHED = ((5, 3, 7), (6, 3, 7), (9, 3, 11), (10, 3, 12), (6, 6, 3), (7, 7, 3), (7, 6, 4), (8, 5, 6), (10, 10, 3))
HARD = ((8, 4, 10), (7, 4, 9), (10, 4, 13))


def main() -> None:
    """Measure every row of the table in docs/benchmarks.md and print it."""
    print("Processor seconds of one thread; the mean of seeds", *SEEDS)
    events()
    trade_off()
    tournaments()
    live_repair()
    topics()
    if SHARED.is_dir():
        real_contacts()
        distances()


def events() -> None:
    """Realistic events, without and with past contacts and rules."""
    rows = [
        (
            "case",
            "budget s",
            "used s",
            "repeats",
            "new fraction",
            "gain",
            "rules broken",
            "swap search: repeats, gain",
        )
    ]
    for kind in ("plain", "hist", "rules"):
        for shape in SHAPES:
            for seconds in (0.25, 1, 5) if kind == "plain" else (1, 2, 5) if shape[0] == 60 else (1, 5):
                rows.append(_event_row(shape, kind, seconds))
    table("Events", rows)


def trade_off() -> None:
    """The tight case: repeats against mix, by how much mixed groups are to matter."""
    rows = [("mixing", "repeats per seed at 2 s", "gain")]
    for mixing in (0.1, 0.3, 1.0, 2.0):
        found = []
        for seed in SEEDS:
            data = realistic(*SHAPES[0], "hist", seed) | {"mixing": mixing}
            found.append(_solved(data, case_from_json(data), 2, seed)[0])
        repeats = ", ".join(str(score.repeats) for score in found)
        rows.append((f"{mixing:g}", repeats, f"{_mean(found, lambda s: s.gain_mean):.2f}"))
    table("60 people who know 4 in 10 of each other: new meetings against mixed groups", rows)


def _event_row(shape: tuple[int, int, int], kind: str, seconds: float) -> tuple[str, ...]:
    scores, used, plain = [], [], []
    for seed in SEEDS:
        data = realistic(*shape, kind, seed)
        case = case_from_json(data)
        score, spent = _solved(data, case, seconds, seed)
        scores.append(score)
        used.append(spent)
        if kind != "rules" and seconds <= 1:
            plain.append(evaluate(case, swap_search(case, seconds, seed)))
    return (
        f"{'x'.join(map(str, shape))} {kind}",
        f"{seconds:g}",
        f"{statistics.mean(used):.2f}",
        f"{_mean(scores, lambda s: s.repeats):.1f}",
        f"{_mean(scores, lambda s: s.new_fraction):.4f}",
        f"{_mean(scores, lambda s: s.gain_mean):.3f}",
        f"{_mean(scores, lambda s: sum(s.violations.values())):.0f}",
        f"{_mean(plain, lambda s: s.repeats):.0f}, {_mean(plain, lambda s: s.gain_mean):.2f}" if plain else "",
    )


def _mean(scores: list[Score], measure: Callable[[Score], float]) -> float:
    return statistics.mean(map(measure, scores))


def _solved(data: dict[str, Any], case: Case, seconds: float, seed: int) -> tuple[Score, float]:
    start = process_time()
    plan = solve(case, seconds=seconds, seed=seed)
    spent = process_time() - start
    if EVALUATOR.is_file():
        theirs = evaluator().evaluate(data, plan_to_json(plan.assignment))
        assert theirs["repeats_total"] == plan.score.repeats
        assert theirs["violations_total"] == sum(plan.score.violations.values())
        assert abs(theirs["gain_mean"] - plan.score.gain_mean) < 1e-4
    return plan.score, spent


def tournaments() -> None:
    """Social golfer tournaments, by construction and by search."""
    rows = [("groups-size-rounds", "budget s", "used s (longest)", "repeats per seed")]
    for kind, budget in ((DESIGNS, 0.05), (SEARCHED, 5), (HARD, 5)):
        for shape in kind:
            data = golfers(*shape)
            found = [_solved(data, case_from_json(data), budget, seed) for seed in SEEDS]
            repeats = ", ".join(str(score.repeats) for score, _ in found)
            rows.append(("-".join(map(str, shape)), f"{budget:g}", f"{max(s for _, s in found):.3f}", repeats))
    table("Social golfers", rows)


def live_repair() -> None:
    """People leave and arrive late: who moves, how long it takes, how many meetings are repeated."""
    rows = [("case", "left, late", "moved", "fewest possible", "ms (longest)", "new repeats")]
    for shape in SHAPES:
        for gone, late in ((0.03, 0.02), (0.1, 0.03), (0.2, 0.05)):
            rows.append(_repair_row(shape, gone, late))
    table("Live repair of all rounds", rows)
    rows = [("case", "left, late", "repeats after repair", "replanned in 1 s", "new fraction", "used s (longest)")]
    rows += [_replanned_row(shape, 0.1, 0.03) for shape in SHAPES]
    table("Later rounds planned anew after a repair, the first as it is", rows)


def _replanned_row(shape: tuple[int, int, int], gone: float, late: float) -> tuple[str, ...]:
    found, spent, before = [], [], []
    for seed in SEEDS:
        case, arrived, left = _tolerant(shape, seed, gone, late)
        after = repair(case, solve(case, seconds=0.5, seed=seed), from_round=0, arrived=arrived, left=left)
        changed = changed_case(case, after.assignment, 0, arrived, left)
        there = len(changed.present(0))
        even = even_sizes(there, tables=len(changed.rounds[0].sizes))
        first = replace(changed.rounds[0], sizes=tuple(map(len, after.assignment[0])), minimum=(), maximum=())
        later = [replace(spec, sizes=even, minimum=(), maximum=()) for spec in changed.rounds[1:]]
        pins = [Pin(one, 0, g) for g, group in enumerate(after.assignment[0]) for one in group]
        start = process_time()
        plan = solve(changed.changed((first, *later), tuple(pins)), seconds=1, seed=seed)
        spent.append(process_time() - start)
        found.append(plan.score)
        before.append(after.score)
    people = f"{round(gone * shape[0])}, {round(late * shape[0])}"
    repeats = [f"{_mean(scores, lambda s: s.repeats):.1f}" for scores in (before, found)]
    fraction = f"{_mean(found, lambda s: s.new_fraction):.4f}"
    return ("x".join(map(str, shape)), people, *repeats, fraction, f"{max(spent):.2f}")


def _repair_row(shape: tuple[int, int, int], gone: float, late: float) -> tuple[str, ...]:
    moved, fewest, spent, again = [], [], [], []
    for seed in SEEDS:
        case, arrived, left = _tolerant(shape, seed, gone, late)
        plan = solve(case, seconds=0.5, seed=seed)
        start = process_time()
        after = repair(case, plan, from_round=0, arrived=arrived, left=left)
        spent.append(process_time() - start)
        moved.append(len(moves(plan.assignment, after.assignment)))
        fewest.append(_fewest_moves(case, plan.assignment, len(arrived), left))
        again.append(max(0, after.score.repeats - plan.score.repeats))
    people = f"{round(gone * shape[0])}, {round(late * shape[0])}"
    numbers = (f"{statistics.mean(moved):.1f}", f"{statistics.mean(fewest):.1f}", f"{1000 * max(spent):.0f}")
    return ("x".join(map(str, shape)), people, *numbers, f"{statistics.mean(again):.1f}")


def _tolerant(shape: tuple[int, int, int], seed: int, gone: float, late: float) -> tuple[Case, list[str], list[str]]:
    data = realistic(*shape, "hist", seed)
    ids = random.Random(seed).sample([person["id"] for person in data["participants"]], shape[0])
    arrived, left = ids[: round(late * shape[0])], ids[-round(gone * shape[0]) :]
    for spec in data["rounds"]:
        sizes = even_sizes(shape[0] - len(arrived), tables=len(spec["sizes"]))
        spec |= {"sizes": list(sizes), "absent": arrived, "min": [shape[2] - 2] * len(sizes)}
        spec |= {"max": [shape[2] + 1] * len(sizes)}
    return case_from_json(data), arrived, left


def _fewest_moves(case: Case, assignment: Any, arrived: int, left: list[str]) -> int:
    """Seats that groups lack after people left, less those whom newcomers fill, over all rounds."""
    total = 0
    for groups, spec in zip(assignment, case.rounds, strict=True):
        stay = [len(set(group) - set(left)) for group in groups]
        lacking = sum(max(0, low - size) for low, size in zip(spec.minimum, stay, strict=True))
        total += max(0, lacking - arrived)
    return total


def topics() -> None:
    """Ranked topics with capacities: the sum of ranks against an exact assignment, and the mix it leaves."""
    rows = [("people", "used s", "first choice", "one of three", "gain")]
    for n in (60, 150, 300, 500):
        data = _ranked(n)
        score, spent = _solved(data, case_from_json(data), 0.15, 1)
        assert score.choices
        shares = (f"{score.choices.first_share:.3f}", f"{score.choices.top3_share:.3f}")
        rows.append((str(n), f"{spent:.2f}", *shares, f"{score.gain_mean:.2f}"))
    table("Ranked topics in one round", rows)


def _ranked(n: int) -> dict[str, Any]:
    data = realistic(n, 1, 10, "plain", 1)
    groups, rng = len(data["rounds"][0]["sizes"]), random.Random(n)
    names = [f"topic {g}" for g in range(groups)]
    weights = [1 / (g + 1) ** 0.7 for g in range(groups)]
    data["rounds"][0]["topics"] = names
    wished = {p["id"]: list(dict.fromkeys(rng.choices(names, weights, k=20)))[:3] for p in data["participants"]}
    return data | {"choices": wished}


def real_contacts() -> None:
    """A scientific conference: pairs who talked for a minute or more are kept from the same group."""
    with gzip.open(SHARED / "contacts" / "SFHH_tij.dat.gz", "rt") as text:
        seen = Counter(tuple(sorted(line.split()[1:3])) for line in text)
    ids = sorted({one for pair in seen for one in pair})
    past = [list(pair) for pair, steps in seen.items() if steps >= 3]
    spec = {"sizes": list(even_sizes(len(ids), size=8))}
    data = {"participants": [{"id": one} for one in ids], "rounds": [spec] * 5, "past": past}
    rows = [("budget s", "used s", "repeats", "new fraction")]
    for seconds in (0.3, 1):
        score, spent = _solved(data, case_from_json(data), seconds, 1)
        rows.append((f"{seconds:g}", f"{spent:.2f}", str(score.repeats), f"{score.new_fraction:.4f}"))
    table(f"Real contacts: {len(ids)} people, 5 rounds of 8, {len(past)} known pairs", rows)


def distances() -> None:
    """MDGPLIB: the gap to the best value known."""
    best = json.loads((SHARED / "mdgp" / "best_found.json").read_text())["instances"]
    rows = [("instance", "gap in % at 1 s", "at 5 s")]
    gaps: dict[tuple[bool, float], list[float]] = {}
    for name, known in sorted(best.items()):
        case = case_from_json(_mdgp(SHARED / "mdgp" / f"{name}.txt.gz"))
        cells = []
        for seconds in (1.0, 5.0):
            found = [solve(case, seconds=seconds, seed=seed).score.diversity or 0.0 for seed in SEEDS]
            cells.append(100 * (1 - statistics.mean(found) / known["best_found"]))
            gaps.setdefault(("_ss_" in name, seconds), []).append(cells[-1])
        rows.append((name, *(f"{cell:.2f}" for cell in cells)))
    for same, words in ((True, "mean, same sizes"), (False, "mean, different sizes")):
        rows.append((words, *(f"{statistics.mean(gaps[same, seconds]):.2f}" for seconds in (1.0, 5.0))))
    table("Maximally diverse groups (MDGPLIB)", rows)


def _mdgp(path: Path) -> dict[str, Any]:
    with gzip.open(path, "rt") as text:
        n, _, _, *limits = next(text).split()
        rows = [[int(i), int(j), float(d)] for i, j, d in (line.split() for line in text if line.strip())]
    least, most = list(map(int, limits[::2])), list(map(int, limits[1::2]))
    spec = {"sizes": least, "min": least, "max": most}
    return {"participants": [{"id": str(i)} for i in range(int(n))], "rounds": [spec], "distances": rows}
