"""Shares come with honest intervals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_desktop.domain.feedback import wilson


@pytest.mark.parametrize(
    ("hits", "answered", "low", "high"), [(9, 10, 60, 98), (18, 20, 70, 97), (45, 50, 79, 96), (90, 100, 83, 94)]
)
def test_the_wilson_interval_of_ninety_per_cent_narrows_with_answers(hits, answered, low, high):
    found = wilson(hits, answered)
    assert (round(100 * found.low), round(100 * found.high)) == (low, high)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_share_lies_in_its_interval_and_the_interval_in_the_unit(pair):
    found = wilson(*pair)
    assert 0 <= found.low <= found.share + 1e-12
    assert found.share <= found.high + 1e-12 <= 1 + 2e-12


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_yes_and_no_have_mirrored_intervals(pair):
    hits, answered = pair
    yes, no = wilson(hits, answered), wilson(answered - hits, answered)
    assert yes.low == pytest.approx(1 - no.high)


def test_nothing_answered_says_nothing():
    found = wilson(0, 0)
    assert (found.low, found.high) == (0.0, 1.0)


def test_more_hits_than_answers_is_a_bug():
    with pytest.raises(ValueError, match="3 of 2"):
        wilson(3, 2)
