"""The program as a whole: unlocking, remembering, switching events, and one commit reaching every page."""

import sys
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from sla_desktop import settings
from sla_desktop.app import tell_of_bugs, unlock
from sla_desktop.gui.main_window import STAGES
from sla_desktop.services import attendance, event_changes, events, exchange
from sla_desktop.services.editing import save_member
from sla_desktop.storage.store import open_store
from sla_desktop.storage.watch import Watch
from tests.conftest import ENDS, STARTS


def test_a_new_laptop_is_welcomed_and_told_what_to_do(desktop):
    window = desktop.window
    window.show()
    assert window.page.ui.title_label.text() == "Welcome"
    assert window.page.ui.steps_card.isVisible()
    assert [stage for stage in STAGES if getattr(window.ui, f"{stage}_button").isEnabled()] == ["sync"]


def test_a_second_laptop_gets_a_name_and_its_event_from_a_share(qtbot, open_laptop, desktop, prompts, tmp_path):
    other = open_laptop("other")
    events.add_event(other, title="Summit", starts=STARTS, ends=ENDS)
    exchange.sync(other, str(tmp_path))
    window = desktop.window
    window.show()
    welcome = window.page
    qtbot.mouseClick(welcome.ui.share_button, Qt.MouseButton.LeftButton)
    assert window.ui.sync_button.isChecked()
    assert window.ui.switch_event_button.isVisible()
    window.page.ui.url_edit.setText(str(tmp_path))
    with qtbot.waitSignal(window.page.exchanged, timeout=20_000):
        qtbot.mouseClick(window.page.ui.sync_button, Qt.MouseButton.LeftButton)
    prompts.texts = ["Door 2"]
    for words in ("Name this laptop", "Choose an event"):
        assert window.page.ui.banner._button.text() == words
        qtbot.mouseClick(window.page.ui.banner._button, Qt.MouseButton.LeftButton)
    assert desktop.store.desk == "Door 2"
    assert window.page is welcome
    assert [event.title for event in welcome.events.records] == ["Summit"]
    assert not window.ui.switch_event_button.isVisible()
    qtbot.mouseClick(welcome.ui.open_button, Qt.MouseButton.LeftButton)
    assert window.ui.event_title_label.text() == "Summit"


def test_the_first_window_fits_the_screen_with_its_frame(desktop):
    room = desktop.window.screen().availableSize()
    assert desktop.window.width() + 16 <= room.width()
    assert desktop.window.height() + 40 <= room.height()
    desktop.window.show()
    assert desktop.window.minimumSizeHint().height() <= 720 - 40 - 40


def test_ctrl_6_reaches_sync_without_an_event(desktop):
    desktop.window.show()
    desktop.window.ui.sync_action.trigger()
    assert desktop.window.ui.sync_button.isChecked()
    desktop.window.ui.switch_event_action.trigger()
    assert desktop.window.page.ui.title_label.text() == "Welcome"


def test_creating_an_event_opens_it(qtbot, desktop):
    window = desktop.window
    window.show()
    qtbot.mouseClick(window.page.ui.create_button, Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    dialog.ui.title_edit.setText("Summit")
    with qtbot.waitSignal(window.event_opened):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert window.ui.event_title_label.text() == "Summit"
    assert [event.title for event in events.list_events(desktop.store)] == ["Summit"]


def test_an_event_without_a_name_is_refused_beside_the_field(qtbot, desktop):
    desktop.window.show()
    desktop.window.page.create_event()
    dialog = QApplication.activeModalWidget()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.ui.error_label.text() == "The event needs a title."
    dialog.reject()


def test_the_only_event_opens_by_itself(event, desktop):
    assert desktop.window.windowTitle().startswith("Community day")


def test_of_several_events_the_last_one_opens(store, event, request):
    other = events.add_event(store, title="Another", starts=STARTS, ends=ENDS)
    settings.save(settings.Settings(last_event=str(other.id)))
    desktop = request.getfixturevalue("desktop")
    assert desktop.window.ui.event_title_label.text() == "Another"


def test_digits_with_ctrl_go_to_the_stages(qtbot, event, desktop):
    window = desktop.window
    window.show()
    for number, stage in enumerate(STAGES, 1):
        getattr(window.ui, f"{stage}_action").trigger()
        assert getattr(window.ui, f"{stage}_button").isChecked()
        assert getattr(window.ui, f"{stage}_action").shortcut().toString() == f"Ctrl+{number}"
    window.ui.print_action.trigger()
    assert window.ui.documents_button.isChecked()


def test_a_check_in_on_one_page_shows_on_another(qtbot, event, people, desktop):
    window = desktop.window
    window.show()
    window.go("check_in")
    window.go("people")
    attendance.check_in(desktop.store, event.id, people[0].id, desk="Desk 2")
    qtbot.waitUntil(lambda: "1 here now" in window.page.ui.subtitle_label.text())
    window.go("check_in")
    assert window.page.ui.present_label.text() == "1"


def test_switching_the_event_leaves_no_page_of_the_old_one(qtbot, store, event, people, desktop):
    other = events.add_event(store, title="Empty event", starts=STARTS, ends=ENDS)
    window = desktop.window
    window.show()
    window.go("people")
    window.ui.switch_event_action.trigger()
    page = window.page
    page.ui.events_list.setCurrentIndex(page.events.index([e.id for e in page.events.records].index(other.id)))
    qtbot.mouseClick(page.ui.open_button, Qt.MouseButton.LeftButton)
    assert window.page.table.rowCount() == 0
    assert window.ui.event_title_label.text() == "Empty event"


def test_enter_presses_the_focused_button_of_a_page(qtbot, desktop):
    desktop.window.show()
    desktop.window.page.ui.create_button.setFocus()
    qtbot.keyClick(desktop.window.page.ui.create_button, Qt.Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert dialog.objectName() == "EventDialog"
    dialog.reject()


def test_rows_and_columns_grow_with_the_text(event, people, desktop, appearance):
    desktop.window.show()
    table = desktop.window.page.ui.people_table
    before = (table.rowHeight(0), table.columnWidth(3))
    for _ in range(4):
        appearance.resize_text(+1)
    after = (table.rowHeight(0), table.columnWidth(3))
    assert after[0] > before[0]
    assert after[1] > before[1]


def test_looks_are_remembered(desktop):
    desktop.window.ui.dark_colours_action.trigger()
    desktop.window.ui.larger_text_action.trigger()
    assert settings.load().scheme == "dark"
    assert settings.load().text_size == 11.0
    assert desktop.window.ui.colours_button.text() == "Light colours"


def test_damaged_settings_are_no_reason_to_stop(tmp_path):
    settings.save(settings.Settings(scheme="dark"))
    file = next(tmp_path.rglob("settings.json"))
    file.write_text('{"text_size": {"wrong": 1}, "scheme": ', encoding="utf-8")
    assert settings.load() == settings.Settings()


def test_a_desk_can_be_named(qtbot, event, desktop, prompts):
    prompts.texts = ["Front door"]
    desktop.window.ui.desk_action.trigger()
    assert desktop.store.desk == "Front door"
    qtbot.waitUntil(lambda: desktop.window.ui.device_label.text() == "Front door")


def test_what_another_program_writes_appears_in_the_open_window(qtbot, event, people, desktop, open_laptop):
    desktop.window.show()
    desktop.window.open_event(event)
    with closing(Watch(desktop.store, every=0.02)):
        save_member(open_laptop("laptop"), replace(people[0].member, full_name="Someone Else"))
        qtbot.waitUntil(lambda: "Someone Else" in [one.name for one in desktop.window.page.table.records])


def test_the_status_line_tells_what_is_on_this_laptop_only(qtbot, desktop):
    events.add_event(desktop.store, title="New", starts=STARTS, ends=ENDS)
    qtbot.waitUntil(lambda: desktop.window.ui.unsent_label.text() == "1 record is saved on this laptop only")


def test_a_bug_is_told_once_in_plain_words_and_in_full_on_standard_error(monkeypatch, capsys, prompts):
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    tell_of_bugs(prompts)
    for _ in range(3):
        error = ZeroDivisionError("seven by nothing")
        sys.excepthook(type(error), error, None)
    told = capsys.readouterr().err
    assert told.count("ZeroDivisionError") == 3
    assert "seven by nothing" not in told
    assert len(prompts.told) == 1
    assert prompts.told[0].startswith("Something went wrong inside the program (ZeroDivisionError).")


def test_switching_the_event_while_a_document_is_made_does_no_harm(qtbot, store, event, people, desktop, tmp_path):
    other = events.add_event(store, title="Other", starts=STARTS, ends=ENDS)
    window = desktop.window
    window.show()
    window.open_event(event)
    window.go("documents")
    window.page._folder = tmp_path
    window.page.buttons["badges"].click()
    window.open_event(other)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not desktop.jobs.busy, timeout=20_000)
    assert (tmp_path / "Community day – Badges.pdf").exists()


@pytest.fixture
def locked(tmp_path):
    path = tmp_path / "locked.sla"
    open_store(path, secret="correct horse").close()
    return path


def test_a_wrong_passphrase_is_told_and_may_be_typed_again(locked, prompts):
    prompts.secrets = ["wrong", "correct horse"]
    store = unlock(locked, prompts)
    assert store is not None
    store.close()
    assert len(prompts.told) == 1
    assert "key does not fit" in prompts.told[0]


def test_giving_up_on_the_passphrase_ends_the_program(locked, prompts):
    assert unlock(locked, prompts) is None
    assert prompts.told


def test_an_event_changed_elsewhere_is_shown_once_nothing_half_typed_would_be_lost(qtbot, desktop, event, people):
    desktop.window.show()
    desktop.window.activateWindow()
    desktop.window.open_event(event, "check_in")
    page = desktop.window.page
    page.focus_search()
    page.ui.search_edit.setText("Hann")
    with qtbot.waitSignal(desktop.relay.changed):
        event_changes.change_event(desktop.store, event.id, {"title": "Another title"})
    QApplication.processEvents()
    assert desktop.window.page is page
    page.ui.search_edit.clear()
    qtbot.waitUntil(lambda: desktop.window.shown_event.title == "Another title")
    assert desktop.window.stage == "check_in"
