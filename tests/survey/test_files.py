"""XLSForms that others made: read, judged, and every expression in them worked out."""

import warnings
from pathlib import Path

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.survey import checking, files, reading
from sla_desktop.survey.sitting import Sitting
from tests.conftest import SHARED

FORMS = sorted((SHARED / "data" / "xlsforms").glob("*.*"))
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")


def accepted():
    """Sheets of those that pyxform accepts, by name of the file."""
    from pyxform.errors import PyXFormError

    found = {}
    for path in FORMS:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                sheets = files.read_sheets(path)
                files.xform(sheets)
            except (SlaError, PyXFormError):
                continue
        found[path.name] = sheets
    return found


@pytest.fixture(scope="module")
def sound():
    if not FORMS:
        pytest.skip("the collection of real forms is not here")
    return accepted()


def test_nearly_every_expression_of_real_forms_can_be_worked_out(sound):
    failed, count = [], 0
    for name, sheets in sound.items():
        form = reading.questionnaire(sheets)
        sitting = Sitting(form)
        for question, part, told in checking.expressions(form):
            count += 1
            try:
                sitting.offered(question) if part == "choice_filter" else sitting.evaluate(question, told)
            except Exception as error:
                failed.append((name, question.name, told, error))
    assert count >= 20
    assert len(failed) <= 0.005 * count, failed


def test_what_is_accepted_is_named_where_it_is_not_asked(sound):
    """Each row of a real form is asked, worked out, a section, or named in a warning."""
    for name, sheets in sound.items():
        judged = files.judge(sheets)
        if judged.form is None:
            assert name == "mitwirken_umfrage.xlsx"
            assert "“other” is no choice" in judged.faults[0].reason
            continue
        named = {one.row for one in judged.warnings if one.sheet == "survey"}
        known = {one.row for one in judged.form.questions}
        for number, row in enumerate(sheets["survey"], start=2):
            told = row.get("type", "")
            assert not told or told.startswith("end") or number in known | named, (name, number, row)


def test_others_forms_are_refused_for_the_reason_that_is_in_their_name():
    if not FORMS:
        pytest.skip("the collection of real forms is not here")
    folder = SHARED / "data" / "xlsforms"
    assert "Unmatched" in files.judge_file(folder / "not_closed_group_test.xls").faults[0].reason
    assert "Unknown question type" in files.judge_file(folder / "unknown_question_type.xls").faults[0].reason
    with pytest.raises(SlaError, match="two columns"):
        files.judge_file(folder / "duplicate_columns.xlsx")


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("form.docx", b"", "is no form"),
        ("form.xlsx", b"PK\x03\x04 torn", "could not be read"),
        ("form.xls", b"nothing", "could not be read"),
        ("form.xls", OLE + bytes(600), "could not be read"),
        ("form.csv", b"\xff\xfe", "could not be read"),
        ("form.csv", b"a,b\n1,2\n", "could not be read|no sheet"),
    ],
)
def test_what_is_no_form_is_told_in_a_sentence(tmp_path, name, data, sentence):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SlaError, match=sentence):
        files.judge_file(path)


def test_a_file_that_is_not_there_is_told():
    with pytest.raises(SlaError, match="cannot be read"):
        files.judge_file(Path("/nowhere/form.xlsx"))
