"""One door for all answers: what is kept of them is the same from every channel."""

from datetime import date, timedelta

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.survey import answers, reading
from sla_desktop.survey.answers import Unfit
from sla_desktop.survey.sitting import Sitting
from tests.survey.sheets import YES_NO, form

COLOURS = [("colour", "red", "Red"), ("colour", "blue", "Dark blue"), ("colour", "green", "Green")]


def asked(*rows, **more):
    return reading.questionnaire(form(*rows, **more))


@pytest.mark.parametrize(
    ("kind", "more", "given", "kept"),
    [
        ("text", {}, "  Two   words ", "Two words"),
        ("integer", {}, "07", "7"),
        ("integer", {}, 7, "7"),
        ("decimal", {}, "3,50", "3.5"),
        ("decimal", {}, "-0", "0"),
        ("range", {"parameters": "start=0 end=10 step=2"}, "4.0", "4"),
        ("date", {}, "24/11/2026", "2026-11-24"),
        ("acknowledge", {}, True, "OK"),
        ("select_one yn", {}, "Yes", "yes"),
        ("select_one yn", {}, False, "no"),
        ("select_multiple colour", {}, ["green", "Dark blue", "green"], "blue green"),
        ("select_multiple colour", {}, "green red", "red green"),
        ("select_multiple colour", {}, "Dark blue", "blue"),
        ("rank colour", {}, "green red blue", "green red blue"),
    ],
)
def test_an_answer_has_one_way_to_be_kept(kind, more, given, kept):
    assert answers.record(asked((kind, "q", "Q", more), choices=[*YES_NO, *COLOURS]), {"q": given}) == {"q": kept}


@pytest.mark.parametrize(
    ("kind", "more", "given", "sentence"),
    [
        ("integer", {}, "7.5", "whole number"),
        ("integer", {}, "1e400", "whole number"),
        ("decimal", {}, "NaN", "number"),
        ("range", {"parameters": "start=0 end=10"}, "11", "from 0 to 10"),
        ("range", {"parameters": "start=0 end=10 step=2"}, "3", "from 0 to 10"),
        ("date", {}, "2026-02-30", "a day such as"),
        ("select_one yn", {}, "maybe", "can be yes, no"),
        ("select_multiple colour", {}, "red pink", "“pink” is no answer"),
        ("rank colour", {}, "red blue", "each of its 3 choices once"),
        ("integer", {"constraint": ". < 5"}, "5", "cannot be the answer"),
        ("integer", {"parameters": "start=0 end=10"}, "99", "a whole number from 0 to 10"),
        ("integer", {"label": "Your mark (0–10)"}, "99", "a whole number from 0 to 10"),
        ("integer", {"hint": "On a scale from 1 to 5"}, "0", "from 1 to 5"),
        ("decimal", {"sla_role": "nps"}, "10.5", "from 0 to 10"),
        ("integer", {"constraint": ". < 5", "constraint_message": "Fewer, please."}, "5", "Fewer, please."),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence(kind, more, given, sentence):
    with pytest.raises(Unfit, match=sentence):
        answers.record(asked((kind, "q", "Q", more), choices=[*YES_NO, *COLOURS]), {"q": given})


def test_what_turned_out_not_to_be_asked_is_left_out_even_if_it_was_answered():
    made = asked(("select_one yn", "a", "A"), ("integer", "b", "B", {"relevant": "${a} = 'yes'", "required": "yes"}))
    assert answers.record(made, {"a": "no", "b": "five"}) == {"a": "no"}
    with pytest.raises(Unfit, match="“B” needs an answer"):
        answers.record(made, {"a": "yes"})


@pytest.mark.parametrize("given", [{"a": 1}, ["x"], ("x",)])
def test_a_list_or_a_record_is_no_answer_to_a_text(given):
    with pytest.raises(Unfit, match="takes one answer"):
        answers.record(asked(("text", "q", "Q")), {"q": given})


def test_a_group_that_is_not_asked_takes_its_questions_with_it():
    rows = (("select_one yn", "a", "A"), ("begin_group", "g", "G", {"relevant": "${a} = 'yes'"}))
    made = asked(*rows, ("text", "b", "B"), ("end_group", "", ""), ("text", "c", "C", {"relevant": "${b} = ''"}))
    assert answers.record(made, {"a": "no", "b": "x", "c": "y"}) == {"a": "no", "c": "y"}


def test_results_are_worked_out_in_whatever_order_they_stand():
    rows = (("calculate", "sum", "", {"calculation": "${twice} + 1"}), ("integer", "a", "A"))
    made = asked(*rows, ("calculate", "twice", "", {"calculation": "${a} * 2"}))
    assert answers.record(made, {"a": 3}) == {"sum": "7", "a": "3", "twice": "6"}


def test_choices_follow_their_filter():
    towns = [("borough", "lambeth", "Lambeth"), ("borough", "bexley", "Bexley")]
    towns += [("place", "brixton", "Brixton", {"in": "lambeth"}), ("place", "sidcup", "Sidcup", {"in": "bexley"})]
    made = asked(
        ("select_one borough", "b", "B"),
        ("select_one place", "p", "P", {"choice_filter": "in = ${b}"}),
        choices=towns,
    )
    assert answers.record(made, {"b": "bexley", "p": "sidcup"})["p"] == "sidcup"
    with pytest.raises(Unfit, match="does not go with"):
        answers.record(made, {"b": "bexley", "p": "brixton"})


def test_days_are_compared_as_days_and_told_as_text():
    made = asked(
        ("date", "d", "D", {"constraint": ". >= today()"}),
        ("calculate", "y", "", {"calculation": "substr(${d}, 0, 4)"}),
    )
    tomorrow = date.today() + timedelta(days=1)
    assert answers.record(made, {"d": tomorrow.isoformat()}) == {"d": tomorrow.isoformat(), "y": str(tomorrow.year)}
    with pytest.raises(Unfit):
        answers.record(made, {"d": "2020-01-01"})


def test_a_difference_of_days_is_a_number():
    made = asked(("date", "d", "D"), ("calculate", "n", "", {"calculation": "date('2026-03-01') - ${d}"}))
    assert answers.record(made, {"d": "2026-02-27"})["n"] == "2"


def test_an_empty_answer_keeps_every_constraint_and_is_less_than_nothing():
    made = asked(
        ("integer", "a", "A", {"constraint": ". > 5"}),
        ("text", "b", "B", {"relevant": "${a} < 5"}),
        ("text", "c", "C"),
    )
    assert answers.record(made, {"b": "x", "c": "y"}) == {"c": "y"}


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("selected(${m}, 'blue')", True),
        ("selected-at(${m}, 1)", "green"),
        ("count-selected(${m})", 2.0),
        ("regex(${t}, '[\\w-\\.]+')", True),
        ("regex(${t}, 'a')", False),
        ("round(7 div 3, 2)", 2.33),
        ("round(-2.5)", -2.0),
        ("if(${n} > 3, 'many', 'few')", "many"),
        ("coalesce(${empty}, ${t})", "a-b.c"),
        ("jr:choice-name(selected-at(${m}, 0), '${m}')", "Dark blue"),
        ("instance('colour')/root/item[name = 'red']/label = 'Red'", True),
        ("string-length(${t})", 5.0),
        ("${n} div 2 = 3.5", True),
        ("count(/data/n) + count(../n)", 2.0),
        ("not(${empty})", True),
        ("format-date(date('2026-11-24'), '%e/%n/%Y')", "24/11/2026"),
        ("min(3, ${n}, 9)", 3.0),
    ],
)
def test_functions_of_xlsforms(expression, value):
    rows = (("select_multiple colour", "m", "M"), ("text", "t", "T"), ("integer", "n", "N"), ("text", "empty", "E"))
    made = asked(*rows, choices=COLOURS)
    sitting = Sitting(made, {"m": "blue green", "t": "a-b.c", "n": "7"})
    assert sitting.evaluate(made.by_key["empty"], expression) == value


def test_texts_are_in_the_language_asked_for_or_in_the_forms_own():
    sheets = form(("text", "a", ""), default_language="English (en)")
    sheets["survey"][0] |= {"label::English (en)": "Name ${a}", "label::Cymraeg (cy)": "Enw ${a}"}
    made = reading.questionnaire(sheets)
    assert made.languages == ("English (en)", "Cymraeg (cy)")
    sitting = Sitting(made, {"a": "Siân"})
    label = made.by_key["a"].label
    assert [sitting.say(label, language) for language in ("Cymraeg (cy)", "English (en)", "français")] == [
        *("Enw Siân", "Name Siân", "Name Siân")
    ]


def test_other_may_be_specified_where_the_form_says_so():
    made = asked(("select_one colour or_other", "c", "C"), choices=COLOURS)
    assert answers.record(made, {"c": "other", "c_other": "Mauve"}) == {"c": "other", "c_other": "Mauve"}
    assert answers.record(made, {"c": "red", "c_other": "Mauve"}) == {"c": "red"}


def test_two_groups_may_use_one_name():
    rows = [row for g in "gh" for row in (("begin_group", g, g), ("text", "a", "A"), ("end_group", "", ""))]
    assert answers.record(asked(*rows), {"g/a": "1", "h/a": "2"}) == {"g/a": "1", "h/a": "2"}


def test_nothing_answered_is_not_kept_though_something_was_worked_out():
    with pytest.raises(SlaError, match="Nothing was answered"):
        answers.record(asked(("text", "a", "A"), ("calculate", "b", "", {"calculation": "1 + 1"})), {"a": " "})
