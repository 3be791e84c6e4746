"""Choices of several and numbers: counted with intervals, and protected like all else."""

import math

import openpyxl
import pyreadstat
import pytest

from sla_desktop.domain.feedback import wilson
from sla_desktop.services import feedback, forms, report_out
from sla_desktop.survey import counting, reading
from tests.survey.sheets import form

TOPICS = [("topic", "a", "Housing"), ("topic", "b", "Health"), ("topic", "c", "Schools")]
YES_NO = [("yn", "yes", "Yes"), ("yn", "no", "No")]
SHEETS = form(
    ("select_one yn", "met", "Did you meet somebody?", {"sla_measure": "Met", "sla_positive": "yes"}),
    ("select_multiple topic", "topics", "What did you talk about?"),
    ("integer", "years", "For how many years?"),
    ("integer", "mark", "Your mark (0–10)"),
    ("decimal", "miles", "How far did you come?", {"constraint": ". >= 0 and . < 80"}),
    choices=[*TOPICS, *YES_NO],
)


@pytest.fixture
def asked(store, event):
    forms.save_form(store, event.id, SHEETS)


def give(store, event, count, **answers):
    feedback.answer_all(store, event.id, [answers] * count, channel="typed")


def table(store, event, key):
    return next(one for one in feedback.report(store, event.id).tables if one.question == key)


def shown(told):
    return {one.label: one.count for one in told.counts}


def test_each_choice_of_several_has_its_share_of_those_who_answered(store, event, asked):
    give(store, event, 12, topics="a b")
    give(store, event, 8, topics="b c")
    give(store, event, 6, met="yes")
    told = table(store, event, "topics")
    assert shown(told) == {"Housing": 12, "Health": 20, "Schools": 8}
    assert [one.share for one in told.counts] == [wilson(12, 20), wilson(20, 20), wilson(8, 20)]


def test_a_choice_of_few_or_of_nearly_all_is_hidden_with_its_share(store, event, asked):
    give(store, event, 18, topics="a b")
    give(store, event, 3, topics="b c")
    told = table(store, event, "topics")
    assert shown(told) == {"Housing": None, "Health": 21, "Schools": None}
    assert told.counts[0].share is None


def test_of_a_question_that_few_answered_no_choice_is_told(store, event, asked):
    give(store, event, 20, met="yes")
    give(store, event, 4, topics="a")
    assert set(shown(table(store, event, "topics")).values()) == {None}


def test_numbers_are_counted_in_bands_that_hang_on_nobodys_answer(store, event, asked):
    for years in (1, 4, 30):
        give(store, event, 6, years=years)
    told = table(store, event, "years")
    assert {label: count for label, count in shown(told).items() if count} == {
        "1 to 2": 6,
        "3 to 5": 6,
        "21 to 50": 6,
    }
    assert (told.number.answered, told.number.mean, told.number.median) == (18, 11.7, "3 to 5")
    assert told.number.low < 11.7 < told.number.high


def test_the_mean_of_numbers_is_not_told_where_a_band_is_hidden(store, event, asked):
    give(store, event, 20, years=3)
    give(store, event, 1, years=900)
    told = table(store, event, "years")
    assert told.number is None
    assert shown(told)["101 to 1000"] is None


def test_whole_numbers_on_a_short_scale_are_counted_one_by_one(store, event, asked):
    give(store, event, 6, mark=7)
    give(store, event, 6, mark=9)
    told = table(store, event, "mark")
    assert (shown(told)["7"], shown(told)["8"], told.number.mean, told.number.median) == (6, 0, 8.0, "7")


def test_numbers_with_limits_have_even_bands_between_them(store, event, asked):
    give(store, event, 9, miles=20)
    assert list(shown(table(store, event, "miles"))) == [
        "0 to 10",
        *(f"over {10 * nth} to {10 * nth + 10}" for nth in range(1, 8)),
    ]


def test_the_means_of_a_pack_stand_while_few_answer_after_it(store, event, asked):
    give(store, event, 10, years=3)
    give(store, event, 10, years=30)
    before = table(store, event, "years")
    feedback.report(store, event.id)
    give(store, event, 3, years=30)
    assert table(store, event, "years") == before


def test_a_pack_of_another_version_of_the_form_still_counts_as_known(store, event, asked):
    give(store, event, 20, met="yes")
    give(store, event, 10, met="no")
    feedback.report(store, event.id)
    changed = {**SHEETS, "survey": [row for row in SHEETS["survey"] if row["name"] != "miles"]}
    forms.save_form(store, event.id, changed)
    give(store, event, 3, met="no")
    told = feedback.report(store, event.id)
    assert (told.waiting, told.measures[0].share) == (3, wilson(20, 30))


def test_a_question_that_came_after_a_pack_is_shown_once_enough_answered(store, event, asked):
    give(store, event, 20, met="yes")
    feedback.report(store, event.id)
    more = [*SHEETS["survey"], {"type": "select_one topic", "name": "main", "label": "Which one most?"}]
    forms.save_form(store, event.id, {**SHEETS, "survey": more})
    give(store, event, 9, main="a")
    assert shown(table(store, event, "main")) == {"Housing": 9, "Health": 0, "Schools": 0}


def test_the_spreadsheet_has_shares_and_numbers(tmp_path, store, event, asked):
    give(store, event, 10, topics="a", years=3)
    report_out.write_report(store, event.id, tmp_path / "report.xlsx")
    book = openpyxl.load_workbook(tmp_path / "report.xlsx")
    numbers = list(book["Numbers"].iter_rows(values_only=True))
    assert numbers[1][:3] == ("For how many years?", 10, 3)
    counts = {row[:2]: row[2:4] for row in book["Counts"].iter_rows(values_only=True)}
    assert counts["What did you talk about?", "Housing"] == (10, 1)


def test_spss_gets_labelled_counts_with_what_is_hidden_missing(tmp_path, store, event, asked):
    give(store, event, 18, topics="a b")
    give(store, event, 3, topics="b c")
    report_out.write_report(store, event.id, tmp_path / "report.sav")
    frame, told = pyreadstat.read_sav(tmp_path / "report.sav", apply_value_formats=True)
    rows = {row.answer: row.people for row in frame.itertuples() if row.question == "What did you talk about?"}
    assert rows["Health"] == 21
    assert math.isnan(rows["Schools"])
    assert told.column_names_to_labels["people"] == "People who answered so; missing where hidden"


def test_words_that_could_name_somebody_are_counted_and_not_shown(store, event, register):
    register(store, event.id, "Siân,Bhriain,s@x.org,Riverside NHS Trust")
    give(store, event, 4, enabler="Time to think")
    for words in ("Ask Sian!", "The people at Riverside NHS Trust.", "A river side"):
        give(store, event, 1, enabler=words)
    told = feedback.report(store, event.id)
    question = next(iter(told.texts))
    assert set(told.texts[question]) == {"Time to think", "A river side"}
    assert told.withheld[question] == 2


@pytest.mark.parametrize(
    ("low", "high", "labels"),
    [
        ("0", "100", ("0 to 20", "21 to 40", "41 to 60", "61 to 80", "81 to 100")),
        ("18", "99", ("18 to 20", "21 to 40", "41 to 60", "61 to 80", "81 to 99")),
    ],
)
def test_bands_begin_and_end_where_the_question_does(low, high, labels):
    sheets = form(("integer", "n", "N", {"constraint": f". >= {low} and . <= {high}"}))
    bands = counting.bands_of(reading.questionnaire(sheets).asked[0])
    assert tuple(map(bands.label, bands.codes)) == labels
