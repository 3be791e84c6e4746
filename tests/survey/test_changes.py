"""What is told of paired answers gives no small group away, to whoever knows all that was published."""

from collections import Counter
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import LinearConstraint, milp

from sla_desktop.domain.feedback import THRESHOLD
from sla_desktop.survey import changes
from sla_desktop.survey.changes import STEP, Linked
from sla_desktop.survey.pairs import match

SCALE = (1.0, 2.0, 3.0)


def linked(pairs, before=(), after=(), scale=SCALE):
    """Pairs and the answers that stay alone."""
    first, then = zip(*pairs, strict=True)
    return Linked(scale, (*first, *before), (*then, *after), tuple(pairs))


class Attacker:
    """Knows every answer of both sides that is shown, and what is told of the pairs; written without our own code.

    Unknown are the pairs' table, and of each side who is outside of the pairs: so many of each answer.
    """

    def __init__(self, data, told):
        self.size = len(data.scale)
        self.told, self.data = told, data
        table = self.size**2
        self.count = table + 2 * self.size
        rules = [self.row({(a, b): 1 for a in range(self.size) for b in range(self.size)}, told.pairs, told.pairs)]
        for power, mean in ((1, told.mean), (2, told.square)):
            weights = {(a, b): (data.scale[b] - data.scale[a]) ** power for a, b in self.cells()}
            low, high = (told.pairs * (mean + sign * (STEP / 2 + 1e-9)) for sign in (-1, 1))
            rules.append(self.row(weights, low, high))
        if told.groups:
            for sign, number in zip((1, 0, -1), told.groups, strict=True):
                mine = {cell: 1 for cell in self.cells() if np.sign(cell[1] - cell[0]) == sign}
                rules.append(self.row(mine, number, number))
        for side, answers in enumerate((data.before, data.after)):
            shown = self.shown(answers)
            total = np.sum([self.whole(side, value) for value in range(self.size)], axis=0)
            rules.append(LinearConstraint(total, len(answers), len(answers)))
            rules += [LinearConstraint(self.whole(side, value), n, n) for value, n in shown.items()]
        self.rules = rules

    def cells(self):
        return [(a, b) for a in range(self.size) for b in range(self.size)]

    def row(self, weights, low, high):
        told = np.zeros(self.count)
        for (a, b), weight in weights.items():
            told[a * self.size + b] = weight
        return LinearConstraint(told, low, high)

    def whole(self, side, value):
        """All of a side with an answer: those in pairs and those outside."""
        told = np.zeros(self.count)
        for other in range(self.size):
            a, b = (value, other) if side == 0 else (other, value)
            told[a * self.size + b] = 1
        told[self.size**2 + side * self.size + value] = 1
        return told

    def shown(self, answers):
        """The counts that are shown: none that is small, nor a single other from which a small one follows."""
        counts = Counter(answers)
        small = [value for value in range(self.size) if 0 < counts[value] < THRESHOLD]
        rest = sorted((counts[v], v) for v in range(self.size) if v not in small)
        if len(small) == 1:
            small.append(next(v for n, v in rest if n))
        return {value: counts[value] for value in range(self.size) if value not in small}

    def pins(self, aim):
        """The number of a group if it can be worked out."""
        ends = [milp(s * aim, constraints=self.rules, integrality=np.ones(self.count)) for s in (1, -1)]
        low, high = round(ends[0].fun), round(-ends[1].fun)
        return low if low == high else None

    def secrets(self):
        """Every small group: of pairs with two answers, in a direction, and of a side with an answer."""
        found = {f"pair {a} {b}": self.row({(a, b): 1}, 0, 0).A for a, b in self.cells()}
        for sign in (1, 0, -1):
            mine = {cell: 1 for cell in self.cells() if np.sign(cell[1] - cell[0]) == sign}
            found[f"direction {sign}"] = self.row(mine, 0, 0).A
        return {name: np.ravel(aim) for name, aim in found.items()} | {
            f"side {side} {value}": self.whole(side, value) for side in (0, 1) for value in range(self.size)
        }

    def truth(self):
        table = np.zeros(self.count)
        for a, b in self.data.pairs:
            table[a * self.size + b] += 1
        for side, answers in enumerate((self.data.before, self.data.after)):
            inside = Counter(pair[side] for pair in self.data.pairs)
            for value, number in (Counter(answers) - inside).items():
                table[self.size**2 + side * self.size + value] = number
        return table


ANSWERS = st.lists(st.integers(0, 2), min_size=5, max_size=12)


WORLDS = (st.integers(0, 10**6), st.integers(5, 40), ANSWERS, ANSWERS)


@settings(max_examples=25, deadline=None)
@given(*WORLDS)
def test_whoever_knows_all_that_is_published_works_out_no_small_group(seed, count, before, after):
    attack(seed, count, before, after)


@pytest.mark.slow
@settings(max_examples=1000, deadline=None)
@given(*WORLDS)
def test_whoever_knows_all_that_is_published_works_out_no_small_group_of_a_thousand(seed, count, before, after):
    attack(seed, count, before, after)


def attack(seed, count, before, after):
    dice = Random(seed)
    weights = [[dice.random() ** 3 for _ in SCALE] for _ in range(2)]
    pairs = [tuple(dice.choices(range(3), one)[0] for one in weights) for _ in range(count)]
    data = linked(pairs, before, after)
    told = changes.told(data, THRESHOLD)
    if told is None:
        return
    attacker = Attacker(data, told)
    truth = attacker.truth()
    for name, aim in attacker.secrets().items():
        if 0 < aim @ truth < THRESHOLD:
            assert attacker.pins(aim) is None, f"{name} of {data} is told by {told}"


def mixed(up=10, same=12, down=8):
    return [(0, 1)] * (up // 2) + [(1, 2)] * (up - up // 2) + [(1, 1)] * same + [(2, 1)] * down


def test_mean_interval_and_directions_are_told_of_many():
    told = changes.told(linked(mixed(), [0, 1, 1, 2, 2, 0], [0, 1, 1, 2, 2, 1]), THRESHOLD)
    assert (told.pairs, told.mean, told.groups) == (30, 0.1, (10, 12, 8))
    low, high = told.interval
    assert low < 0.1 < high


def test_a_small_direction_hides_all_three():
    told = changes.told(linked(mixed(down=3), [0, 1, 1, 2, 2, 0], [0, 1, 1, 2, 2, 1]), THRESHOLD)
    assert told.groups is None
    assert told.mean == 0.3


def test_nothing_is_told_of_few_pairs_or_while_few_are_outside():
    assert changes.told(linked([(0, 1)] * 4, [0] * 9, [1] * 9), THRESHOLD) is None
    assert changes.told(linked(mixed(), [0, 1, 1, 2], [0, 1, 1, 2, 2, 1]), THRESHOLD) is None


def test_the_interval_holds_that_of_the_exact_numbers():
    data = linked(mixed(), [0, 1, 1, 2, 2, 0], [0, 1, 1, 2, 2, 1])
    exact = np.array([then - first for first, then in data.pairs])
    half = 2.045 * exact.std(ddof=1) / len(exact) ** 0.5
    low, high = changes.told(data, THRESHOLD).interval
    assert high - low >= 2 * half - STEP


def test_what_was_told_stands_until_five_more_pairs_came():
    outside = ([0, 1, 1, 2, 2, 0], [0, 1, 1, 2, 2, 1])
    first = changes.told(linked(mixed(), *outside), THRESHOLD)
    for more in range(1, THRESHOLD):
        assert changes.told(linked(mixed() + [(0, 2)] * more, *outside), THRESHOLD, (first,)) == first
    later = changes.told(linked(mixed() + [(0, 1)] * 6, *outside), THRESHOLD, (first,))
    assert later.pairs == 36
    assert later.groups is None  # the difference would tell that all who came since went up
    assert changes.told(linked(mixed(same=11), *outside), THRESHOLD, (first,)) == first


@pytest.mark.parametrize(("alone", "held"), [((0, 0), 5), ((3, 9), 2), ((5, 6), 0)])
def test_so_many_pairs_are_held_back_that_five_forms_of_each_side_are_outside(alone, held):
    before = [{"card": f"C{n}"} for n in range(20)] + [{}] * alone[0]
    after = [{"card": f"C{n}"} for n in range(20)] + [{"card": "C99"}] * alone[1]
    found = match(before, after, ("card", "card"), THRESHOLD)
    assert (len(found.pairs), found.held_back, found.before, found.after) == (20 - held, held, *alone)
    assert all(one == two for one, two in found.pairs)


def test_a_code_that_came_twice_on_one_side_is_not_paired_but_counted():
    before = [{"code": "A"}, {"code": "A"}, {"code": "B"}, {}]
    found = match(before, [{"mine": "A"}, {"mine": "B"}], ("code", "mine"), 0)
    assert (len(found.pairs), found.before, found.after, found.twice) == (1, 3, 1, 1)
    assert found.pairs == (({"code": "B"}, {"mine": "B"}),)
