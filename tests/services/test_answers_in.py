"""Answers from other survey systems: matched, asked about, and counted once."""

import csv
import io

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.feedback import Response
from sla_desktop.services import answers_in, forms
from sla_desktop.storage import query
from tests.conftest import SHARED
from tests.survey.sheets import YES_NO, form

SCALE = [
    ("scale", str(n), label) for n, label in enumerate(("Poor", "Fair", "Good", "Very good", "Excellent"), start=1)
]
TOOLS = [
    ("tool", "git", "Version control (e.g. Git)"),
    ("tool", "db", "Databases, scripts; queries"),
    ("tool", "none", "None of the above"),
]
MEDIA = "Did you make a new connection today?"
ROWS = (("select_one yn", "met", MEDIA), ("select_one scale", "mark", "How was the day?"),
        ("select_multiple tool", "tools", "Which tools do you use?"), ("text", "why", "Anything else?"))  # fmt: skip
HEADS = ("Timestamp", "Email Address", MEDIA, "How was the day?", "Which tools do you use?", "2. Anything else?")
ANN = (
    "11/24/2026 15:58:01",
    "ann@x.org",
    "Yes",
    "5",
    "Version control (e.g. Git);Databases, scripts; queries;",
    "Fine",
)
BOB = ("11/24/2026 15:59:07", "bob@x.org", "No", "Very good", "", "NA")


@pytest.fixture
def questionnaire(store, event):
    return forms.save_form(store, event.id, form(*ROWS, choices=[*YES_NO, *SCALE, *TOOLS]))


@pytest.fixture
def export(tmp_path, questionnaire):
    """Writes an export of these rows."""

    def write(*rows, heads=HEADS, name="answers.csv"):
        text = io.StringIO()
        csv.writer(text).writerows([heads, *rows])
        (tmp_path / name).write_text(text.getvalue(), encoding="utf-8")
        return tmp_path / name

    return write


def bring(store, event, path, **more):
    plan = answers_in.plan_answers(store, event.id, path, **more)
    answers_in.apply_answers(store, event.id, plan)
    return plan


def kept(store):
    with store.read() as connection:
        return query.find(connection, Response)


def test_columns_find_their_questions_and_those_that_tell_who_are_left_out(store, event, export):
    plan = bring(store, event, export(ANN, BOB))
    assert plan.columns.system == "Google Forms"
    assert plan.columns.left_out == ("Timestamp", "Email Address")
    assert set(plan.columns.questions) == {"met", "mark", "tools", "why"}
    told = sorted((one.answers for one in kept(store)), key=len)
    assert told == [{"met": "no", "mark": "4"}, {"met": "yes", "mark": "5", "tools": "git db", "why": "Fine"}]


def test_a_later_export_of_the_same_survey_brings_only_what_is_new(store, event, export):
    assert bring(store, event, export(ANN, BOB)).counts["new"] == 2
    later = bring(store, event, export(BOB, ANN, BOB))
    assert (later.counts["known"], later.counts["new"]) == (2, 1)
    assert bring(store, event, export(ANN)).counts["known"] == 1
    assert len(kept(store)) == 3


def test_another_survey_with_the_same_questions_counts_by_itself(store, event, export):
    bring(store, event, export(ANN))
    assert bring(store, event, export(ANN), source="Bexley").counts["new"] == 1


def test_nothing_that_is_kept_hangs_on_who_answered_or_when(store, event, export):
    bring(store, event, export(ANN))
    (first,) = kept(store)
    other = ("11/25/2026 09:00:00", "zoe@x.org", *ANN[2:])
    assert answers_in.plan_answers(store, event.id, export(other)).counts["known"] == 1
    assert first.day == event.starts.date()


def test_a_code_out_of_the_scale_is_asked_about_and_not_counted(store, event, export):
    odd = (*ANN[:3], "6", *ANN[4:])
    plan = bring(store, event, export(odd, odd, BOB))
    (question,) = plan.questions
    assert (question.question, question.value, question.rows) == ("mark", "6", (2, 3))
    assert plan.counts == {"new": 1, "known": 0, "asked": 2, "rejected": 0, "blank": 0}
    assert len(kept(store)) == 1
    answered = bring(store, event, export(odd, odd, BOB), meant={"mark": {"6": "5"}})
    assert (answered.counts["new"], answered.counts["known"]) == (2, 1)
    assert sorted(one.answers["mark"] for one in kept(store)) == ["4", "5", "5"]


def test_a_number_out_of_its_scale_is_asked_about(tmp_path, store, event):
    forms.save_form(store, event.id, form(("integer", "mark", "Your mark (0–10)")))
    (tmp_path / "marks.csv").write_text("mark\n7\n99\n", encoding="utf-8")
    plan = answers_in.plan_answers(store, event.id, tmp_path / "marks.csv")
    assert [(one.value, one.rows) for one in plan.questions] == [("99", (3,))]
    assert plan.counts["new"] == 1


def test_an_unclear_answer_can_be_left_out(store, event, export):
    bring(store, event, export((*ANN[:3], "6", *ANN[4:])), meant={"mark": {"6": ""}})
    assert "mark" not in kept(store)[0].answers


def test_broken_letters_are_repaired_only_with_consent(store, event, export):
    broken = (*BOB[:5], "Diolch, SiÃ¢n")
    plan = answers_in.plan_answers(store, event.id, export(broken))
    assert plan.broken == (("Diolch, SiÃ¢n", "Diolch, Siân"),)
    assert next(iter(plan.records.values()))["why"] == "Diolch, SiÃ¢n"
    bring(store, event, export(broken), repairs=True)
    assert kept(store)[0].answers["why"] == "Diolch, Siân"
    assert answers_in.plan_answers(store, event.id, export(broken)).counts["known"] == 1


def test_choices_with_a_column_each_are_one_question(store, event, export):
    heads = (MEDIA, "Version control (e.g. Git)", "None of the above")
    bring(store, event, export(("Yes", "1", "0"), heads=heads))
    assert kept(store)[0].answers == {"met": "yes", "tools": "git"}


def test_a_map_says_which_column_is_which_and_is_remembered(store, event, export):
    heads = ("Q1", MEDIA)
    plan = bring(store, event, export(("3", "Yes"), heads=heads), mapping={"mark": "Q1"})
    assert plan.columns.questions["mark"] == ("Q1",)
    assert answers_in.plan_answers(store, event.id, export(("4", "No"), heads=heads)).columns.questions["mark"] == (
        "Q1",
    )
    with pytest.raises(SlaError, match="no column “Q9”"):
        answers_in.plan_answers(store, event.id, export(("3", "Yes"), heads=heads), mapping={"mark": "Q9"})


def test_a_file_that_answers_nothing_is_told(store, event, export):
    with pytest.raises(SlaError, match="No column"):
        answers_in.plan_answers(store, event.id, export(("1", "2"), heads=("a", "b")))


def real(name):
    path = SHARED / "data" / "feedback" / name
    if not path.exists():
        pytest.skip("the collection of real exports is not here")
    return path


def test_indicos_export_with_section_prefixes_and_options_that_hold_separators(store, event):
    tools = [("t", f"t{n}", label) for n, label in enumerate(
        ("Version control (e.g. Git)", "Virtual environments (e.g. conda envs)", "Jupyter Notebooks",
         "Code review (e.g. via pull requests)"))]  # fmt: skip
    asked = "Which tools/services/workflows have you started using as a result of attending the workshop?"
    rows = (("text", "position", "What is your current position?"), ("select_multiple t", "tools", asked))
    forms.save_form(store, event.id, form(*rows, choices=[*tools, ("t", "other", "Other")]))
    plan = bring(store, event, real("indico_2019-a.csv"))
    assert plan.columns.system == "Indico"
    assert set(plan.columns.left_out) == {"Submitter", "Submitter Email", "Submission Date"}
    assert plan.counts["new"] == len(plan.rows) == 35
    assert sum("t0" in one.answers.get("tools", "").split() for one in kept(store)) > 5


def test_the_carpentries_survey_and_its_recommendation(store, event):
    rows = (("range", "recommendation_score", "How likely?", {"parameters": "start=0 end=10"}),
            ("select_one yn", "has_recommended", "Have you recommended?"))  # fmt: skip
    forms.save_form(store, event.id, form(*rows))
    path = real("carpentries_longterm_2020-01_other_questions.csv")
    (question,) = answers_in.plan_answers(store, event.id, path).questions
    assert (question.value, len(question.rows)) == ("I don't remember", 4)
    plan = bring(store, event, path, meant={"has_recommended": {"I don't remember": ""}})
    assert (len(plan.rows), plan.counts["asked"], plan.counts["rejected"]) == (176, 0, 0)
    with path.open(encoding="utf-8", newline="") as file:
        scores = [row["recommendation_score"] for row in csv.DictReader(file)]
    told = [one.answers["recommendation_score"] for one in kept(store) if "recommendation_score" in one.answers]
    assert sorted(told) == sorted(score for score in scores if score != "NA")
    assert bring(store, event, path).counts["new"] == 0
