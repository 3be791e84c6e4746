"""Finds breakout groups in which people meet new people, of every kind, within the rules."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from time import monotonic, thread_time

import numpy as np

from sla_desktop.domain.errors import SlaError
from sla_desktop.grouping.designs import designed
from sla_desktop.grouping.explain import Explanation, explain
from sla_desktop.grouping.rules import seatings
from sla_desktop.grouping.schedule import Schedule
from sla_desktop.grouping.score import Score, evaluate, meetings, violations
from sla_desktop.grouping.search import Search
from sla_desktop.grouping.values import Assignment, Case

_SAFETY = 3.0
_PROGRESS_SECONDS = 0.25
_LONGEST_SECONDS = 3600
_LARGEST_SEED = 2**63 - 1  # what a data file can hold

Progress = Callable[[float, Score, Assignment], None]


@dataclass(frozen=True)
class Plan:
    """Who sits where (rounds of groups of ids), how good that is, and why in words."""

    assignment: Assignment
    score: Score
    explanation: Explanation


def solve(
    case: Case,
    *,
    seconds: float,
    seed: int,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Plan:
    """The best plan found in about `seconds` of computing; the same case, seed and seconds give the same plan.

    The number of steps follows from the size of the case, not from the clock, which only stops a machine that is
    three times slower than expected. `progress` hears (share done, score of the best so far, that plan);
    when `cancelled` says so the best so far is returned. Raises SlaError naming rules that contradict each other, and
    for seconds outside 0 to 3,600 or a seed outside 0 to 2**63 - 1.

    Method: simulated annealing, one round at a time with the others as they are, with all swaps between the groups
    of one half and the other weighed at every step (see `heat` and `schedule`).
    """
    if not 0 <= seconds <= _LONGEST_SECONDS:
        raise SlaError(f"The search cannot take {seconds} seconds; choose a number from 0 to {_LONGEST_SECONDS:,}.")
    if not 0 <= seed <= _LARGEST_SEED:
        raise SlaError(f"The seed {seed} is below 0 or above {_LARGEST_SEED:,}; choose one between.")
    seatings(case)
    ready = designed(case, np.random.default_rng(seed))
    if ready is not None:
        return plan_of(case, ready)
    search = Search(case, np.random.default_rng(seed))
    deadline, heard = thread_time() + _SAFETY * seconds + 1, monotonic()
    schedule = Schedule(case, search.sweeps(seconds))
    while not (schedule.over or search.perfect()):
        search.sweep(schedule.next(search.repeats))
        if schedule.cold:
            search.keep()
        if thread_time() > deadline or (cancelled and cancelled()):
            break
        if progress and monotonic() - heard > _PROGRESS_SECONDS:
            # Nothing is remembered here: when somebody looks must not change what is found.
            found = search.assignment()
            progress(schedule.done, evaluate(case, found), found)
            heard = monotonic()
    if not schedule.over:
        search.sweep(schedule.coldest)
    search.keep()
    return plan_of(case, search.assignment())


def plan_of(case: Case, assignment: Assignment) -> Plan:
    """A plan with its score and explanation; raises SlaError naming a rule that it breaks."""
    plan = judged(case, assignment)
    if not plan.score.sound:
        raise SlaError(
            f"No plan was found that keeps all rules: {_broken(case, assignment)}."
            " Allow more seconds, or drop a rule, and try again."
        )
    return plan


def judged(case: Case, assignment: Assignment) -> Plan:
    """A plan made by hand, with its score and explanation, whatever rules it breaks."""
    met = meetings(case, assignment)
    score = evaluate(case, assignment, met)
    return Plan(assignment, score, explain(case, assignment, score, met))


def _broken(case: Case, assignment: Assignment) -> str:
    """A broken rule in words: whom it concerns, and in which round."""
    for number, groups in enumerate(assignment):
        home = {person: g for g, group in enumerate(groups) for person in group}
        for rules, word, wrong in ((case.apart, "apart", True), (case.together, "together", False)):
            for rule in rules:
                for a, b in combinations(rule.members, 2) if rule.covers(number) else ():
                    if a in home and b in home and (home[a] == home[b]) == wrong:
                        return f"in round {number + 1}, {a} and {b} cannot be kept {word}"
    kinds = ", ".join(kind.replace("_", " ") for kind in violations(case, assignment))
    return f"these stay broken: {kinds}"
