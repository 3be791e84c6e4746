"""Every page can be used by keyboard, by screen reader, and with large text in a small window."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from sla_desktop.gui.attendance.paper_dialog import PaperDialog
from sla_desktop.gui.attendance.self_check_in import SelfCheckInWindow
from sla_desktop.gui.attendance.walk_in_dialog import WalkInDialog
from sla_desktop.gui.documents.award_dialog import AwardDialog
from sla_desktop.gui.documents.printer_dialog import PrinterDialog, Printers
from sla_desktop.gui.documents.system_dialog import SystemDialog
from sla_desktop.gui.events.check_up_dialog import CheckUpDialog
from sla_desktop.gui.events.event_dialog import EventDialog
from sla_desktop.gui.events.rules_dialog import RulesDialog
from sla_desktop.gui.events.sessions_dialog import SessionsDialog
from sla_desktop.gui.feedback.form_editor import FormEditorDialog
from sla_desktop.gui.feedback.kiosk import KioskWindow
from sla_desktop.gui.feedback.paper_review import PaperReviewDialog
from sla_desktop.gui.feedback.phones import PhonesDialog
from sla_desktop.gui.feedback.table_notes import TableNotesDialog
from sla_desktop.gui.feedback.themes import ThemesDialog
from sla_desktop.gui.groups.bonds_dialog import BondsDialog
from sla_desktop.gui.main_window import STAGES
from sla_desktop.gui.people.import_dialog import ImportDialog
from sla_desktop.gui.shared.columns_dialog import ColumnsDialog
from sla_desktop.gui.shared.list_dialog import ListDialog
from sla_desktop.gui.shared.rows import Row
from sla_desktop.services import attendance, feedback
from sla_desktop.services.search import Index
from sla_desktop.services.tickets import Place
from sla_desktop.tables.values import Columns
from sla_desktop.venue.phones import Phones

SMALLEST_TARGET = 24
FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox)


@pytest.fixture
def window(desktop, event, people):
    """The whole window on an event with people, arrivals and answers."""
    store = desktop.store
    for person in people[:6]:
        attendance.check_in(store, event.id, person.id, desk="Desk 1")
    for _ in range(6):
        feedback.answer(store, event.id, {"connections": "yes", "skills": "4"})
    desktop.window.resize(1280, 720)
    desktop.window.show()
    desktop.window.open_event(event)
    return desktop.window


@pytest.fixture(
    params=[
        "import",
        "walk-in",
        "event",
        "sessions",
        "check-up",
        "paper",
        "kiosk",
        "phones",
        "self check-in",
        "list",
        "rules",
        "scanned forms",
        "together or apart",
        "form editor",
        "table notes",
        "themes",
        "columns",
        "certificates",
        "printer",
        "system",
    ]
)
def dialog(request, qtbot, store, event, jobs, prompts, people):
    """Each window that opens beside the main one."""
    made = {
        "import": lambda: ImportDialog(store, event.id, jobs, prompts),
        "walk-in": lambda: WalkInDialog(store, event.id, "Desk 1", None, Index()),
        "event": lambda: EventDialog(store),
        "sessions": lambda: SessionsDialog(store, event, prompts),
        "rules": lambda: RulesDialog(store, event),
        "check-up": lambda: CheckUpDialog(store, event.id, jobs),
        "list": lambda: ListDialog(None, "Who saw what", "Newest first", list, lambda one: Row(one)),
        "paper": lambda: PaperDialog(store, event.id, jobs, prompts),
        "themes": lambda: ThemesDialog(store, event.id, prompts),
        "table notes": lambda: TableNotesDialog(store, event.id),
        "form editor": lambda: FormEditorDialog(store, event.id, jobs, prompts),
        "kiosk": lambda: KioskWindow(store, event.id),
        "phones": lambda: PhonesDialog(lambda address: Phones(store, event.id, host=address), jobs),
        "together or apart": lambda: BondsDialog(None, people, [(people[0].id, people[1].id)], []),
        "scanned forms": lambda: PaperReviewDialog(None, store, event.id, jobs, []),
        "self check-in": lambda: SelfCheckInWindow(store, event, Place(event.id), jobs),
        "columns": lambda: ColumnsDialog(Columns(("Name and surname of whoever comes",), ("Siân " * 20,), {}), {}),
        "certificates": lambda: AwardDialog(None, store, event, prompts),
        "printer": lambda: PrinterDialog(None, Printers()),
        "system": lambda: SystemDialog(None, store, prompts),
    }[request.param]()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def parts(root: QWidget) -> list[QWidget]:
    """What somebody can reach: visible widgets that take the focus, without the inside of combined ones."""
    reachable = [one for one in root.findChildren(QWidget) if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
    inner = {child for one in reachable if isinstance(one, FIELDS) for child in one.findChildren(QWidget)}
    return [one for one in reachable if one.isVisibleTo(root) and one not in inner]


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def letters(root: QWidget) -> list[str]:
    """The Alt keys of what is visible."""
    texts = [one.text() for one in root.findChildren(QAbstractButton) if one.isVisibleTo(root)]
    texts += [one.text() for one in root.findChildren(QLabel) if one.buddy() and one.isVisibleTo(root)]
    found = [re.search(r"&([^&])", text) for text in texts]
    return [match[1].lower() for match in found if match]


def check(root: QWidget) -> None:
    """The rules that hold on every page and in every dialog."""
    reachable = parts(root)
    assert reachable
    assert not [one.objectName() for one in reachable if not name_of(one).strip()], "something has no name"
    buddies = {label.buddy() for label in root.findChildren(QLabel) if label.buddy()}
    unlabelled = [one for one in reachable if isinstance(one, FIELDS) and one not in buddies]
    assert not [one.objectName() for one in unlabelled if not one.accessibleName()], "a field has no label"
    controls = [
        one for one in reachable if isinstance(one, QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox)
    ]
    small = [one for one in controls if min(one.width(), one.height()) < SMALLEST_TARGET]
    assert not [(one.objectName(), one.size().toTuple()) for one in small], "a target is too small"
    assert len(letters(root)) == len(set(letters(root))), f"an Alt key is given twice: {sorted(letters(root))}"


@pytest.mark.parametrize("stage", STAGES)
def test_a_page_has_names_labels_targets_and_its_own_alt_keys(window, stage):
    window.go(stage)
    check(window.page)
    menus = [re.search(r"&(.)", action.text())[1].lower() for action in window.ui.menu_bar.actions()]
    assert not set(menus) & set(letters(window.page))


def test_the_page_of_events_has_them_too(window):
    window.choose_event()
    check(window.page)


def test_a_dialog_has_them_too(dialog):
    check(dialog)


@pytest.mark.parametrize("stage", STAGES)
def test_tab_reaches_every_control_of_a_page(window, stage):
    window.go(stage)
    wanted = {one for one in parts(window.page) if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus}
    wanted -= {one for one in wanted if _one_of_a_group(one)}
    reached, at = set(), window.page
    for _ in range(200):
        at = at.nextInFocusChain()
        reached.add(at)
    assert not [one.objectName() for one in wanted - reached]


@pytest.mark.parametrize("size", [9, 12, 18, 20])
@pytest.mark.parametrize("stage", STAGES)
def test_the_window_fits_a_small_screen_at_any_text_size(window, appearance, stage, size):
    while appearance.looks.size != size:
        appearance.resize_text(1 if appearance.looks.size < size else -1)
    window.go(stage)
    QApplication.processEvents()
    least = window.minimumSizeHint()
    assert least.width() <= 1280
    assert least.height() <= 720
    window.resize(1280, 720)
    assert window.size().toTuple() == (1280, 720)
    QApplication.processEvents()
    areas = [area for area in window.page.findChildren(QScrollArea) if area.isVisibleTo(window.page)]
    assert not [area.objectName() for area in areas if area.horizontalScrollBar().maximum()], "scrolls sideways"


def test_the_door_fits_too_while_somebody_is_found_who_may_leave(window, appearance):
    while appearance.looks.size != 20:
        appearance.resize_text(1)
    window.go("check_in")
    person = next(one for one in window.page._reader.roll.index.find("oxleas") if one.inside)
    window.page.ui.search_edit.setText(person.registration.code)
    QApplication.processEvents()
    assert window.page.ui.leave_button.isVisible()
    assert window.minimumSizeHint().width() <= 1280


@pytest.mark.parametrize("stage", STAGES)
def test_no_word_on_a_button_or_heading_is_cut(window, appearance, stage):
    window.go(stage)
    QApplication.processEvents()
    root = window.page
    for label in root.findChildren(QLabel):
        if label.isVisibleTo(root) and not label.wordWrap() and label.text():
            assert label.width() >= label.fontMetrics().horizontalAdvance(label.text().replace("&", "")), label.text()
    for button in root.findChildren(QAbstractButton):
        if button.isVisibleTo(root) and button.text():
            assert button.width() >= button.sizeHint().width() - 1, button.text()


def test_a_table_says_its_headings_and_cells(window):
    window.go("people")
    spoken = QAccessible.queryAccessibleInterface(window.page.ui.people_table)
    words = {spoken.child(index).text(QAccessible.Text.Name) for index in range(spoken.childCount())}
    assert {"Name", "Organisation", "Status"} <= words
    assert "Folasadé O'Neill-Adébáyò" in words


def test_choosing_dark_colours_reaches_what_is_open(window, appearance):
    from sla_desktop.gui.shared.theme import Scheme
    from sla_desktop.gui.shared.tokens import DARK, current

    appearance.choose(Scheme.DARK)
    assert current() is DARK
    assert window.palette().window().color().name() == DARK.window
    assert QApplication.palette().placeholderText().color().name() == DARK.muted


def _one_of_a_group(widget: QWidget) -> bool:
    """Of choices of which one holds, Tab reaches the chosen one and arrow keys the others."""
    return isinstance(widget, QAbstractButton) and widget.autoExclusive() and not isinstance(widget, QCheckBox)


def test_a_dialog_has_a_heading_and_nobody_scrolls_sideways_in_it(dialog):
    QApplication.processEvents()
    shown = [one for one in dialog.findChildren(QLabel) if one.isVisible() and one.text()]
    assert any(one.property("look") in ("title", "heading", "display") for one in shown) or not isinstance(
        dialog, QDialog
    )
    areas = [area for area in dialog.findChildren(QAbstractScrollArea) if area.isVisible()]
    assert not [area.objectName() for area in areas if area.horizontalScrollBar().maximum()], "scrolls sideways"


def test_dialogs_are_dialogs_so_that_escape_closes_them(dialog, qtbot):
    if isinstance(dialog, QDialog):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
    else:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible(), "a visitor must not leave the kiosk"


@pytest.mark.parametrize("stage", STAGES)
def test_nothing_moves_when_the_focus_goes_round(window, stage):
    window.go(stage)
    QApplication.processEvents()
    reachable = [one for one in parts(window.page) if one.isEnabled()]
    window.setFocus()
    QApplication.processEvents()
    before = {one: one.sizeHint() for one in reachable if isinstance(one, (QAbstractButton, *FIELDS))}
    for one in before:
        one.setFocus()
        assert one.sizeHint() == before[one], one.objectName()


@pytest.mark.parametrize("name", ["ask_page", "answer_page", "leave_page"])
def test_self_check_in_fits_a_small_screen_at_twice_the_text(qtbot, appearance, store, event, jobs, name):
    kiosk = SelfCheckInWindow(store, event, Place(event.id), jobs)
    kiosk.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(kiosk)
    while appearance.looks.size != 20:
        appearance.resize_text(1)
    kiosk.show()
    kiosk.ui.stack.setCurrentWidget(getattr(kiosk.ui, name))
    QApplication.processEvents()
    check(kiosk)
    least = kiosk.minimumSizeHint()
    assert least.width() <= 1280
    assert least.height() <= 720
