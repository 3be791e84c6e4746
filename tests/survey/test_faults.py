"""What is wrong with a form is told with its sheet and row, without Java and at once."""

import time

import pytest

from sla_desktop.survey import files
from tests.survey.sheets import YES_NO, form

BASE = (("text", "a", "A"), ("select_one yn", "b", "B"), ("integer", "c", "C"))
FAULTY = {
    "an unknown reference": (("text", "d", "D", {"relevant": "${zz} = 'yes'"}), "zz"),
    "a name twice": (("text", "a", "D"), "unique"),
    "a list that is not there": (("select_one nolist", "d", "D"), "nolist"),
    "an unknown type": (("texxt", "d", "D"), "texxt"),
    "a group left open": (("begin_group", "g", "G"), "Unmatched"),
    "an expression that cannot be read": (("text", "d", "D", {"relevant": "${c} > > 3"}), "cannot be read"),
    "a character that nobody sees": (("text", "d", "D", {"relevant": "${c} \x07> 3"}), "cannot be seen"),
    "a bracket left open": (("text", "d", "D", {"relevant": "(${c} > 3"}), "brackets"),
    "an unknown function": (("text", "d", "D", {"relevant": "foo(${c})"}), "“foo” is no function"),
    "too few values in brackets": (("calculate", "d", "", {"calculation": "if(${c} > 3, 'x')"}), "takes 3 values"),
    "a cycle": (("calculate", "d", "", {"calculation": "${d} + 1"}), "waits for the other"),
    "a choice that does not exist": (("text", "d", "D", {"relevant": "${b} = 'maybe'"}), "“maybe” is no choice"),
}


@pytest.fixture(scope="module", autouse=True)
def warm():
    files.judge(form(*BASE))


@pytest.mark.parametrize("kind", FAULTY)
def test_a_form_with_one_fault_is_refused_with_its_row_within_50_ms(kind):
    row, words = FAULTY[kind]
    started = time.process_time()
    judged = files.judge(form(*BASE, row))
    spent = time.process_time() - started
    (fault,) = judged.faults
    assert (judged.form, fault.sheet, fault.row) == (None, "survey", 5)
    assert words in fault.reason
    assert spent < 0.05


def test_a_form_without_faults_is_taken():
    judged = files.judge(form(*BASE, ("text", "d", "D", {"relevant": "${b} = 'yes' and ${c} > 3"})))
    assert [one.key for one in judged.form.asked] == ["a", "b", "c", "d"]
    assert (judged.faults, judged.warnings) == ((), ())


def test_a_choice_twice_is_told_with_its_own_sheet():
    (fault,) = files.judge(form(*BASE, choices=[*YES_NO, ("yn", "no", "Never")])).faults
    assert (fault.sheet, fault.row) == ("choices", 4)


def test_two_expressions_that_wait_for_each_other_are_named():
    (fault,) = files.judge(
        form(("text", "a", "A", {"relevant": "${b} = 'x'"}), ("text", "b", "B", {"relevant": "${a} = 'y'"}))
    ).faults
    assert "a → b → a" in fault.reason or "b → a → b" in fault.reason


def test_a_group_that_waits_for_a_question_in_it_is_a_cycle():
    rows = (("begin_group", "g", "G", {"relevant": "${a} = 'x'"}), ("text", "a", "A"), ("end_group", "", ""))
    assert "waits" in files.judge(form(*rows)).faults[0].reason


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("geopoint", "where", "Where"), "“where” is of the type “geopoint”"),
        (("start", "start", ""), "answers are anonymous"),
        (("image", "photo", "Photo"), "“photo”"),
        (("begin_repeat", "people", "People"), "repeats"),
        (("text", "d", "D", {"media::image": "a.png"}), "“media::image”"),
        (("text", "d", "D", {"bind::odk:length": "3"}), "“bind::odk:length”"),
        (("calculate", "d", "", {"calculation": "pulldata('f', 'a', 'b', ${c})"}), "“pulldata()”"),
    ],
)
def test_what_is_not_asked_is_named_and_kept(row, words):
    rows = [*BASE, row, *([("text", "name", "Name"), ("end_repeat", "", "")] if "repeat" in row[0] else [])]
    sheets = form(*rows)
    judged = files.judge(sheets)
    assert judged.form is not None
    assert any(words in one.reason and one.row == 5 for one in judged.warnings)
    assert judged.sheets == sheets
    assert [one.key for one in judged.form.asked if one.row < 5] == ["a", "b", "c"]


def test_a_pattern_that_some_answers_would_keep_busy_for_ever_is_refused():
    from sla_desktop.survey.patterns import pattern

    for endless in ("^(a+)+$", "([a-z]*)*", r"(\d{2,})+x"):
        with pytest.raises(ValueError, match="repeats what repeats"):
            pattern(endless)
    for sound in ("[a-z]+", r"(ab)+", r"([A-Z]{1,2})\d+", r"(a+)?", r"\(a+\)+"):
        pattern(sound)
