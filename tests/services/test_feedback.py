"""Feedback: anonymous in, honest and protected out."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.feedback import Release, Response
from sla_desktop.services import attendance, feedback, forms, frameworks, report_out
from sla_desktop.storage import anonymous, projection, query, schema
from tests.conftest import ENDS, STARTS


def give(store, event, count, **answers):
    for _ in range(count):
        feedback.answer(store, event.id, answers)


def test_the_default_form_asks_both_measures_and_each_characteristic_before_and_now(store, event):
    names = [question.key for question in forms.questionnaire(store, event.id).asked]
    keys = [one.key for one in frameworks.characteristics(store)]
    assert len(keys) == 5
    assert names[:2] == ["connections", "skills"]
    assert {f"{moment}_{key}" for key in keys for moment in ("before", "now")} <= set(names)
    assert names[-2:] == ["enabler", "barrier"]


def test_the_form_is_made_once(store, event):
    assert forms.event_form(store, event.id).id == forms.event_form(store, event.id).id


def test_answers_are_kept_as_codes_whether_typed_as_code_or_words(store, event):
    feedback.answer(store, event.id, {"connections": "Yes", "skills": 4})
    feedback.answer(store, event.id, {"connections": True, "skills": "agree"})
    with store.read() as connection:
        kept = [response.answers for response in query.find(connection, Response)]
    assert kept == [{"connections": "yes", "skills": "4"}] * 2


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"skills": "6"}, "“6” is no answer"),
        ({"shoe_size": "9"}, "no question “shoe_size”"),
        ({}, "Nothing was answered"),
        ({"enabler": "  "}, "Nothing was answered"),
    ],
)
def test_what_does_not_fit_the_form_is_told_and_not_kept(store, event, answers, sentence):
    with pytest.raises(SlaError, match=sentence):
        feedback.answer(store, event.id, answers)
    assert feedback.report(store, event.id).answered == 0


def test_an_answer_has_a_random_id_and_no_record_of_its_making(store, event, register):
    (person,) = register(store, event.id, "Ann,Lee,a@x.org,Oxleas")
    attendance.check_in(store, event.id, person.id, desk="D")
    feedback.answer(store, event.id, {"connections": "yes"})
    with store.read() as connection:
        (response,) = query.find(connection, Response)
        kinds = connection.execute(select(schema.change.c.entity)).scalars().all()
    assert response.id.version == 4
    assert "response" not in kinds


def test_five_answers_are_recorded_together_in_random_order(store, event):
    give(store, event, 4, connections="yes")
    anonymous.release(store, at=STARTS)
    with store.read() as connection:
        assert anonymous.waiting(connection) == 4
    give(store, event, 1, connections="no")
    anonymous.release(store, at=STARTS)
    with store.read() as connection:
        assert anonymous.waiting(connection) == 0
        query_ = select(schema.change).where(schema.change.c.entity == "response").order_by(schema.change.c.seq)
        rows = connection.execute(query_).all()
    assert [row.eid for row in rows] == sorted(row.eid for row in rows)
    assert {row.subject for row in rows} == {None}
    assert {row.wall_ms % 86_400_000 for row in rows} == {0}
    assert set(json.loads(rows[0].payload)["s"]) == {"event_id", "form_id", "day", "channel", "answers"}


def test_when_the_event_is_over_the_last_few_answers_travel_too(store, event):
    give(store, event, 2, connections="yes")
    anonymous.release(store, at=ENDS + timedelta(minutes=1))
    with store.read() as connection:
        assert anonymous.waiting(connection) == 0


def test_answers_that_wait_survive_rebuilding_the_tables(store, event):
    give(store, event, 7, connections="yes")
    anonymous.release(store, at=STARTS)
    give(store, event, 2, connections="no")
    with store.raw() as connection:
        projection.reproject(connection)
    assert feedback.report(store, event.id).answered == 9


def test_a_list_of_answers_is_saved_whole_or_not_at_all(store, event):
    with pytest.raises(SlaError, match="no answer"):
        feedback.answer_all(store, event.id, [{"connections": "yes"}, {"connections": "zzz"}], channel="typed")
    assert feedback.report(store, event.id).answered == 0


def test_fewer_than_five_answers_show_no_share(store, event):
    give(store, event, 4, connections="yes")
    (connections, _) = feedback.report(store, event.id).measures
    assert connections.share is None


def test_a_lone_no_hides_the_share(store, event):
    give(store, event, 9, connections="yes")
    give(store, event, 1, connections="no")
    assert feedback.report(store, event.id).measures[0].share is None


def test_enough_answers_show_the_share_with_its_interval(store, event):
    give(store, event, 45, connections="yes", skills="5")
    give(store, event, 5, connections="no", skills="2")
    told = feedback.report(store, event.id)
    share = told.measures[0].share
    assert (share.hits, share.answered, round(share.low, 2), round(share.high, 2)) == (45, 50, 0.79, 0.96)
    assert told.both.share == share


def test_the_response_rate_counts_those_who_came(store, event, register):
    people = register(store, event.id, "Ann,Lee,a@x.org,", "Bob,Ray,b@x.org,", "Cat,Poe,c@x.org,")
    for person in people[:2]:
        attendance.check_in(store, event.id, person.id, desk="D")
    give(store, event, 1, connections="yes")
    assert feedback.report(store, event.id).response_rate == 0.5


def test_characteristics_shift_from_before_to_now(store, event):
    give(store, event, 10, before_trust="2", now_trust="4")
    shift = next(one for one in feedback.report(store, event.id).shifts if one.title == "Builds trust")
    assert (shift.answered, shift.before, shift.now, shift.moved_up) == (10, 2.0, 4.0, 1.0)
    other = next(one for one in feedback.report(store, event.id).shifts if one.title != "Builds trust")
    assert other.before is None


def test_how_many_answered_is_not_told_where_it_would_tell_a_hidden_count(store, event):
    give(store, event, 20, before_trust="3", now_trust="4")
    give(store, event, 20, before_trust="4", now_trust="5")
    give(store, event, 3, before_trust="2", now_trust="1")
    give(store, event, 1, before_trust="3")
    told = feedback.report(store, event.id)
    now = next(one for one in told.tables if one.question == "now_trust")
    assert None in [one.count for one in now.counts]
    assert next(one for one in told.shifts if one.title == "Builds trust").answered is None


def test_a_characteristic_that_nobody_answered_did_not_move(store, event):
    give(store, event, 6, connections="yes", skills="4")
    assert {shift.moved_up for shift in feedback.report(store, event.id).shifts} == {None}


def test_texts_come_in_no_order_of_arrival_and_never_from_fewer_than_five(store, event):
    for text in ("Zebra", "Apple", "Mango", "Fig"):
        feedback.answer(store, event.id, {"enabler": text})
    assert list(feedback.report(store, event.id).texts.values()) == [(), ()]
    feedback.answer(store, event.id, {"enabler": "Lime"})
    (enablers, _) = feedback.report(store, event.id).texts.values()
    assert enablers == ("Apple", "Fig", "Lime", "Mango", "Zebra")


def test_means_say_no_more_than_one_decimal(store, event):
    give(store, event, 5, before_trust="3", now_trust="4")
    give(store, event, 1, before_trust="1", now_trust="5")
    shift = next(one for one in feedback.report(store, event.id).shifts if one.title == "Builds trust")
    assert (shift.before, shift.now) == (2.7, 4.2)


def test_few_answers_after_a_pack_wait_until_there_are_five(store, event):
    give(store, event, 20, connections="yes")
    give(store, event, 10, connections="no")
    before = feedback.report(store, event.id).measures[0].share
    feedback.report(store, event.id)
    give(store, event, 3, connections="no")
    told = feedback.report(store, event.id)
    assert (told.answered, told.waiting, told.measures[0].share) == (33, 3, before)
    give(store, event, 3, connections="no")
    give(store, event, 5, connections="yes")
    told = feedback.report(store, event.id)
    assert (told.waiting, told.measures[0].share.hits, told.measures[0].share.answered) == (0, 25, 41)


def test_what_a_report_showed_tells_no_later_answer_by_difference(store, event):
    give(store, event, 18, connections="no", skills="4")
    give(store, event, 6, connections="yes", skills="5")
    first = feedback.report(store, event.id)
    give(store, event, 1, connections="no", skills="1")
    told = feedback.report(store, event.id)
    assert (told.answered, told.waiting) == (25, 1)
    assert (told.tables, told.measures, told.shifts) == (first.tables, first.measures, first.shifts)
    assert numbers_out(store) == 1
    give(store, event, 4, connections="yes", skills="4")
    assert feedback.report(store, event.id).waiting == 0
    assert numbers_out(store) == 2


def numbers_out(store):
    with store.read() as connection:
        return query.count(connection, Release)


def test_what_all_late_answers_say_alike_stays_hidden(store, event):
    give(store, event, 20, connections="yes")
    give(store, event, 10, connections="no")
    feedback.report(store, event.id)
    give(store, event, 7, connections="no")
    assert feedback.report(store, event.id).measures[0].share is None


def test_numbers_that_are_out_are_kept_in_words_that_every_laptop_reads(store, event):
    give(store, event, 12, connections="yes", skills="5")
    feedback.report(store, event.id)
    with store.raw() as connection:
        projection.reproject(connection)
    with store.read() as connection:
        (release,) = query.find(connection, Release, event_id=event.id)
    cells = {tuple(map(tuple, key)): count for key, count in release.told["cells"]}
    assert cells[()] == 12
    give(store, event, 1, connections="no")
    assert feedback.report(store, event.id).waiting == 1


def test_the_report_is_written_with_protected_numbers_only(tmp_path, store, event):
    give(store, event, 20, connections="yes", enabler="Time")
    give(store, event, 2, connections="no")
    report_out.write_report(store, event.id, tmp_path / "report.csv")
    text = (tmp_path / "report.csv").read_text(encoding="utf-8-sig")
    assert "Did you make a new connection today that you expect to use?,No,hidden" in text
    report_out.write_report(store, event.id, tmp_path / "report.xlsx")
    with pytest.raises(SlaError, match="must end in"):
        report_out.write_report(store, event.id, tmp_path / "report.pdf")


def test_the_recommendation_is_promoters_less_detractors(store, event):
    for score, count in (("10", 12), ("8", 6), ("3", 6)):
        give(store, event, count, recommend=score)
    told = feedback.report(store, event.id).recommendation
    assert (told.score, told.answered) == (25, 24)


def test_looks_while_answers_come_in_stand_until_five_more_and_cost_a_later_pack_nothing(store, event):
    for yes in [True, False] * 12:
        feedback.answer(store, event.id, {"connections": "yes" if yes else "no"})
    first = feedback.report(store, event.id, look=True)
    feedback.answer(store, event.id, {"connections": "no"})
    again = feedback.report(store, event.id, look=True)
    assert (again.tables, again.waiting) == (first.tables, 1)
    assert feedback.report(store, event.id).tables == first.tables, (
        "a pack tells no single answer beside a look either"
    )
    for _ in range(4):
        feedback.answer(store, event.id, {"connections": "yes"})
    assert feedback.report(store, event.id, look=True).waiting == 0
    with store.read() as connection:
        assert query.count(connection, Release) == 0
