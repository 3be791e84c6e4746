"""Cases and plans as broken files may hold them: taken, or refused with one sentence."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sla_desktop.domain.errors import SlaError
from sla_desktop.grouping.case import assignment_from_json, case_from_json
from sla_desktop.grouping.repair import refit
from sla_desktop.grouping.score import evaluate
from sla_desktop.grouping.solve import solve
from tests.grouping.support import cases

_FIELDS = ("participants", "rounds", "past", "together", "apart", "pins", "choices", "weights", "distances", "mixing")
_INNER = ("id", "attrs", "sizes", "min", "max", "absent", "topics", "members", "rounds", "round", "group")
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 30) | st.floats() | st.sampled_from(["", "p0", "p1", "a", "p99"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(_INNER), inner, max_size=3),
    max_leaves=8,
)


def sentence(error: SlaError) -> None:
    words = str(error)
    assert "\n" not in words
    assert words.endswith((".", "!", "?"))
    assert "Traceback" not in words


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(cases(), st.sampled_from(_FIELDS), anything)
def test_a_field_with_anything_in_it_is_taken_or_refused_in_a_sentence(data, field, value):
    try:
        case = case_from_json(data | {field: value})
        plan = solve(case, seconds=0, seed=1)
    except SlaError as error:
        sentence(error)
    else:
        assert plan.score.sound


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(cases(), st.data())
def test_anything_inside_a_field_is_taken_or_refused_in_a_sentence(data, draw):
    field = draw.draw(st.sampled_from([name for name in ("participants", "rounds", "apart", "pins") if data[name]]))
    entry = draw.draw(st.sampled_from(data[field]))
    name = draw.draw(st.sampled_from(sorted(entry)))
    entry[name] = draw.draw(anything)
    try:
        plan = solve(case_from_json(data), seconds=0, seed=1)
    except SlaError as error:
        sentence(error)
    else:
        assert plan.score.sound


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(cases(), anything, st.integers(-1, 4))
def test_a_plan_of_anything_is_scored_repaired_or_refused_in_a_sentence(data, plan, number):
    try:
        case = case_from_json(data)
        assignment = assignment_from_json(plan if isinstance(plan, dict) else {"assignment": plan}, case)
        evaluate(case, assignment)
        assert refit(case, assignment, from_round=number).score.sound
    except SlaError as error:
        sentence(error)
