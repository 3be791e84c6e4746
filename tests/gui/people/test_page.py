"""The People page shows who is registered, and imports tell every row's fate before anything is saved."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest

from sla_desktop.gui.people.import_dialog import ImportDialog
from sla_desktop.gui.people.page import PeoplePage
from sla_desktop.gui.shared.columns_dialog import ColumnsDialog
from sla_desktop.services import attendance, erasure, registrations
from sla_desktop.services.people import attendees
from sla_desktop.tables.values import Columns
from tests.gui.test_accessibility import check


@pytest.fixture
def page(qtbot, store, event, prompts):
    made = PeoplePage(store, event, lambda parent: None, prompts)
    QAbstractItemModelTester(made.table, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot, store, event, jobs, prompts):
    made = ImportDialog(store, event.id, jobs, prompts)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "week two.csv"
    lines = (
        "First name,Surname,Email,Organisation",
        "Siân,Ní Bhriain,sian@example.org,Lewisham Council",
        "Zoë,D'Souza,zoe@example.org,Oxleas",
        "Ewa,Jabłońska,ewa@example.net,Harbour Hospice",
        "Ewa,Jabłońska,ewa@example.net,Harbour Hospice",
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def names(page):
    proxy = page.ui.people_table.model()
    return [proxy.index(row, 0).data() for row in range(proxy.rowCount())]


def test_an_event_without_people_says_what_to_do(page):
    assert page.ui.stack.currentWidget() is page.ui.empty_page
    assert page.ui.empty_import_button.isVisible()
    assert not page.ui.import_button.isVisible()


def test_names_are_shown_exactly_as_typed(people, page):
    assert set(names(page)) == {person.name for person in people}
    assert "Folasadé O'Neill-Adébáyò" in names(page)
    assert page.ui.subtitle_label.text() == "8 registered, 0 here now"


def test_the_numbers_count_somebody_who_was_erased_as_the_door_does(store, event, people, page):
    attendance.check_in(store, event.id, people[0].id, desk="Desk 1")
    erasure.erase(store, people[0].member.id, today=date(2026, 11, 24))
    page.refresh()
    assert page.ui.subtitle_label.text() == "8 registered (1 without a name: erased), 1 here now"


def test_typing_part_of_a_name_without_accents_finds_it(qtbot, people, page):
    qtbot.keyClicks(page.ui.find_edit, "zolkow")
    assert names(page) == ["Małgorzata Żółkowska"]
    assert "1 shown below" in page.ui.subtitle_label.text()


def test_the_groups_tell_who_is_here_and_who_is_expected(qtbot, store, event, people, page):
    attendance.check_in(store, event.id, people[0].id, desk="Desk 1")
    page.refresh()
    qtbot.mouseClick(page.ui.here_button, Qt.MouseButton.LeftButton)
    assert names(page) == [people[0].name]
    qtbot.mouseClick(page.ui.expected_button, Qt.MouseButton.LeftButton)
    assert people[0].name not in names(page)
    assert len(names(page)) == 7


def test_an_import_shows_every_rows_fate_and_saves_nothing_yet(qtbot, store, event, people, dialog, file):
    dialog.read(file)
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 4)
    assert [row.fate for row in dialog.table.records] == ["changed", "unchanged", "new", "duplicate"]
    assert dialog.ui.import_button.text() == "&Import 2 people"
    assert "week two.csv: 4 rows" in dialog.ui.summary_label.text()
    assert len(attendees(store, event.id)) == 8


def test_the_rows_of_one_fate_can_be_seen_alone(qtbot, people, dialog, file):
    dialog.read(file)
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 4)
    button = next(one for one in dialog.ui.fates_box.children() if getattr(one, "text", str)() == "Duplicate 1")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dialog.ui.rows_table.model().rowCount() == 1


def test_an_import_says_what_to_do_about_places_without_a_name(qtbot, dialog, tmp_path):
    (tmp_path / "guests.csv").write_text("Name,Email\nAnn Lee (+1),ann@example.org\n")
    dialog.read(tmp_path / "guests.csv")
    qtbot.waitUntil(dialog.ui.import_button.isEnabled)
    with qtbot.waitSignal(dialog.imported) as heard:
        qtbot.mouseClick(dialog.ui.import_button, Qt.MouseButton.LeftButton)
    assert "One place has no name yet" in heard.args[0]
    assert heard.args[0].endswith("or add who comes as a walk-in.")


def test_importing_saves_the_good_rows_and_tells_the_outcome(qtbot, store, event, people, dialog, file):
    dialog.read(file)
    qtbot.waitUntil(dialog.ui.import_button.isEnabled)
    with qtbot.waitSignal(dialog.imported) as heard:
        qtbot.mouseClick(dialog.ui.import_button, Qt.MouseButton.LeftButton)
    assert heard.args[0].startswith("Import done: 1 new, 1 changed, 1 as before, 1 left out.")
    assert {person.name for person in attendees(store, event.id)} >= {"Ewa Jabłońska"}
    assert not dialog.isVisible()


def test_a_file_can_be_dropped_on_the_dialog(qtbot, dialog, file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    dropped = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    dialog.dropEvent(dropped)
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 4)


def test_a_file_that_cannot_be_read_is_told_beside_it(qtbot, dialog, prompts, tmp_path):
    prompts.file = tmp_path / "not there.csv"
    qtbot.mouseClick(dialog.ui.choose_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.ui.banner.sentence))
    assert "not there.csv" in dialog.ui.banner.sentence
    assert not dialog.ui.import_button.isEnabled()


def test_a_file_with_no_news_has_nothing_to_import(qtbot, people, dialog, tmp_path):
    dialog.read(tmp_path / "people.csv")
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 8)
    assert not dialog.ui.import_button.isEnabled()
    assert "nothing to import" in dialog.ui.hint_label.text()


def test_closing_the_dialog_while_it_reads_does_no_harm(qtbot, store, event, jobs, prompts, file):
    dialog = ImportDialog(store, event.id, jobs, prompts)
    dialog.show()
    dialog.read(file)
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert attendees(store, event.id) == []


def test_what_an_import_did_is_no_longer_told_when_the_page_was_left(event, people, desktop):
    window = desktop.window
    window.show()
    window.open_event(event)
    page = window.page
    page.say("8 people are new.")
    assert page.ui.banner.sentence
    window.go("check_in")
    window.go("people")
    assert page.ui.banner.sentence == ""


def test_the_keys_go_from_the_box_to_the_person(qtbot, page, people):
    page.refresh()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down):
        page.focus_search()
        page.ui.people_table.clearSelection()
        qtbot.keyClick(page.ui.find_edit, key)
        assert page.ui.people_table.hasFocus()
        assert page.ui.edit_button.isEnabled()


def test_an_unknown_file_is_read_once_somebody_said_which_column_is_which(qtbot, store, event, dialog, tmp_path):
    def write(name, *lines):
        path = tmp_path / name
        path.write_text("\n".join(("Jina;Ukoo;Kampuni", *lines)) + "\n", encoding="utf-8")
        return path

    dialog.read(write("liste.csv", "Änne;Müller;Oxleas"))
    qtbot.waitUntil(lambda: dialog.ui.columns_button.isVisible() and dialog.ui.banner.isVisible())
    dialog.ui.columns_button.click()
    qtbot.waitUntil(lambda: dialog.findChild(ColumnsDialog) is not None)
    columns = dialog.findChild(ColumnsDialog)
    for name, heading in (("given", "Jina"), ("family", "Ukoo"), ("organisation", "Kampuni")):
        columns.boxes[name].setCurrentIndex(columns.boxes[name].findData(heading))
    columns.accept()
    qtbot.waitUntil(dialog.ui.import_button.isEnabled)
    with qtbot.waitSignal(dialog.imported):
        dialog.ui.import_button.click()
    assert [(one.name, one.organisation) for one in attendees(store, event.id)] == [("Änne Müller", "Oxleas")]
    again = registrations.plan_import(store, event.id, write("neue liste.csv", "Änne;Müller;Oxleas", "Jörg;Weiß;GLA"))
    assert [row.fate for row in again.rows] == ["unchanged", "new"]


def test_a_column_is_dragged_to_the_detail_that_it_holds(qtbot):
    columns = ColumnsDialog(Columns(("Vorname", "Zuname"), ("Änne", "Müller"), {}), {})
    qtbot.addWidget(columns)
    columns.show()
    check(columns)
    headings, box = columns.headings, columns.boxes["family"]
    dragged = headings.mimeData([headings.item(1)])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    box.dropEvent(drop)
    assert (box.currentData(), box.currentText()) == ("Zuname", "Zuname  (Müller)")


def test_names_with_the_surname_first_are_told_and_turned_round_with_one_key(qtbot, store, event, dialog, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text('Name,Email\n"Lee, Ann",a@x.org\n"Ní Bhriain, Siân",s@x.org\nBob Ray,b@x.org\n', encoding="utf-8")
    dialog.read(path)
    qtbot.waitUntil(dialog.ui.banner.isVisible)
    assert dialog.ui.banner.sentence == "2 names stand as “Lee, Ann”, and would be printed so."
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [row.name for row in dialog.table.records] == ["Ann Lee", "Siân Ní Bhriain", "Bob Ray"])
    assert not dialog.ui.banner.isVisible()
    dialog.ui.columns_button.click()
    qtbot.waitUntil(lambda: dialog.findChild(ColumnsDialog) is not None)
    with qtbot.waitSignal(dialog.findChild(ColumnsDialog).chosen):
        dialog.findChild(ColumnsDialog).accept()
    qtbot.waitUntil(lambda: dialog.ui.import_button.isEnabled() and dialog._job is None)
    dialog.ui.import_button.click()
    qtbot.waitUntil(lambda: len(attendees(store, event.id)) == 3)
    assert {one.name for one in attendees(store, event.id)} == {"Ann Lee", "Siân Ní Bhriain", "Bob Ray"}
