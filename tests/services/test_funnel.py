"""Several events beside one another: small ones may differ by chance, and what is hidden stays hidden."""

from dataclasses import replace

from sla_desktop.services import events, feedback
from sla_desktop.services.funnel import funnel
from tests.conftest import ENDS, STARTS


def held(store, title, yes, no):
    made = events.add_event(store, title=title, starts=STARTS, ends=ENDS)
    given = [{"connections": "yes"}] * yes + [{"connections": "no"}] * no
    feedback.answer_all(store, made.id, given, channel="typed")
    return made


def test_an_event_far_from_all_together_stands_out_and_a_small_one_need_not(store):
    held(store, "Large", 150, 50)
    held(store, "Small", 6, 6)
    held(store, "Odd", 15, 35)
    told = next(one for one in funnel(store) if one.measure == "New connections")
    assert round(told.pooled, 3) == round(171 / 262, 3)
    assert {point.title: point.stands_out for point in told.points} == {"Large": True, "Small": False, "Odd": True}


def test_an_event_whose_number_is_hidden_adds_nothing_to_the_whole(store):
    held(store, "Large", 30, 10)
    held(store, "Few", 1, 2)
    told = next(one for one in funnel(store) if one.measure == "New connections")
    assert told.pooled == 0.75
    assert [point.share is None for point in told.points if point.title == "Few"] == [True]
    assert not any(point.stands_out for point in told.points)
    assert replace(told.points[0], share=None).stands_out is False
