"""The event's form: the default one, another that is brought in, and out again as it was."""

import time
import zipfile

import pytest
from lxml import etree

from sla_desktop.domain.errors import SlaError
from sla_desktop.services import feedback, forms
from sla_desktop.storage import projection
from sla_desktop.survey import files
from sla_desktop.tables.write import write_xlsx
from tests.survey.sheets import form
from tests.survey.test_files import accepted

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")


def write(path, sheets):
    write_xlsx(path, {name: forms._table(rows) for name, rows in sheets.items()})
    return path


def same(one, other):
    """Whether two XForms are one, whatever the order in which languages stand."""
    return _canonical(one) == _canonical(other)


def _canonical(text):
    root = etree.fromstring(text.encode())
    for itext in root.iter("{*}itext"):
        itext[:] = sorted(itext, key=lambda node: node.get("lang"))
    return etree.tostring(root)


def test_the_default_form_is_a_sound_xlsform(store, event):
    judged = files.judge(forms.event_form(store, event.id).sheets)
    assert judged.faults == ()
    assert {one.reason for one in judged.warnings} == set()


def test_a_form_becomes_the_events_and_takes_answers(tmp_path, store, event):
    path = write(tmp_path / "form.xlsx", form(("select_one yn", "again", "Again?"), ("note", "n", "Thanks")))
    made = forms.import_form(store, event.id, path)
    assert (made.form.title, made.form.version, made.warnings) == ("Test", 2, ())
    feedback.answer(store, event.id, {"again": "Yes"})
    assert [one.key for one in forms.questionnaire(store, event.id).asked] == ["again"]


def test_a_form_with_a_fault_changes_nothing(tmp_path, store, event):
    before = forms.event_form(store, event.id)
    path = write(tmp_path / "form.xlsx", form(("text", "a", "A", {"relevant": "${zz} = 1"})))
    with pytest.raises(SlaError, match=r"survey, row 2: .*zz"):
        forms.import_form(store, event.id, path)
    assert forms.event_form(store, event.id).id == before.id


def test_a_form_that_asks_nothing_is_refused(tmp_path, store, event):
    with pytest.raises(SlaError, match="asks nothing"):
        forms.import_form(store, event.id, write(tmp_path / "form.xlsx", form(("note", "a", "A"))))


def test_a_form_goes_out_as_it_came_in(tmp_path, store, event):
    """Import, store, rebuild, export, import: the XForm is the same."""
    every = {"default": forms.default_sheets(store), **accepted()}
    for name, sheets in every.items():
        forms.save_form(store, event.id, sheets)
        with store.raw() as connection:
            projection.reproject(connection)
        forms.export_form(store, event.id, tmp_path / "out.xlsx")
        assert same(files.xform(files.read_sheets(tmp_path / "out.xlsx")), files.xform(sheets)), name


def test_a_form_made_to_fill_the_memory_is_refused_before_it_is_unpacked(tmp_path):
    path = write(tmp_path / "form.xlsx", form(("text", "a", "A")))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as book, book.open("xl/more.xml", "w") as part:
        for _ in range(70):
            part.write(b"A" * 1_000_000)
    began = time.process_time()
    with pytest.raises(SlaError, match="unpacks to more data"):
        forms.judge(path)
    assert time.process_time() - began < 1


@pytest.mark.parametrize("name", ["form.xls", "form.xlsx", "form.csv"])
def test_what_is_no_form_is_told_in_our_own_words(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"First name,Surname\nAnn,Lee\n")
    with pytest.raises(SlaError) as told:
        forms.judge(path)
    assert str(told.value).startswith(f"“{name}” ")
    assert not [word for word in ("BOF", "http", "Error reading", "b'") if word in str(told.value)]


def test_two_columns_of_one_name_are_named(tmp_path):
    path = tmp_path / "form.xlsx"
    write_xlsx(path, {"survey": (("type", "name", "label", "label"), [("text", "a", "A", "B")])})
    with pytest.raises(SlaError, match="two columns “label”"):
        forms.judge(path)


def test_faults_send_nobody_to_a_page_on_the_net():
    told = files._sentence("The name is missing. Learn more: https://xlsform.org/en/#x")
    assert told == "The name is missing."
