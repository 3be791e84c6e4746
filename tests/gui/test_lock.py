"""The window is covered by a key or by stillness, and opens to whoever may open it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from sla_desktop import settings
from sla_desktop.gui.desktop import Desktop
from sla_desktop.gui.main_window import MainWindow
from sla_desktop.services import backups, locks
from sla_desktop.storage.store import open_store
from tests.conftest import RAW_KEY


@pytest.fixture
def window(qtbot, desktop, event, people):
    desktop.window.show()
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    desktop.window.open_event(event, "check_in")
    return desktop.window


@pytest.fixture
def lock(desktop, window):
    return desktop.safety.lock


def press_lock_keys(window):
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def type_secret(qtbot, lock, secret):
    qtbot.keyClicks(lock.cover.ui.secret_edit, secret)
    qtbot.keyClick(lock.cover.ui.secret_edit, Qt.Key.Key_Return)


def test_ctrl_l_covers_the_whole_window_and_its_keys(window, lock):
    press_lock_keys(window)
    assert lock.locked
    assert lock.cover.geometry() == window.rect()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.ui.check_in_button.isChecked()
    for _ in range(3):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        assert lock.cover.isAncestorOf(window.focusWidget())
    window.resize(window.width() - 60, window.height() - 10)
    assert lock.cover.geometry() == window.rect()


def test_ctrl_l_locks_while_a_form_is_open_and_the_form_comes_back(qtbot, window, lock):
    lock.has_passphrase = False
    window.page.open_walk_in()
    dialog = window.page.findChild(QDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    press_lock_keys(dialog)
    assert lock.locked
    assert not dialog.isVisible()
    lock.open()
    assert dialog.isVisible()
    dialog.reject()


def test_the_passphrase_opens_it_and_nothing_else(qtbot, window, lock):
    focused = window.focusWidget()
    lock.lock()
    type_secret(qtbot, lock, "guess")
    qtbot.waitUntil(lambda: lock.cover.ui.error_label.text().startswith("That is not it"))
    assert lock.locked
    lock.cover.ui.secret_edit.clear()
    type_secret(qtbot, lock, RAW_KEY)
    qtbot.waitUntil(lambda: not lock.locked)
    assert window.focusWidget() is focused
    assert lock.cover.ui.secret_edit.text() == ""


def test_a_window_with_a_pin_opens_to_the_pin(qtbot, desktop, window, lock, prompts):
    prompts.secrets = ["2468", "2468"]
    window.ui.pin_action.trigger()
    lock.has_passphrase = False
    lock.lock()
    type_secret(qtbot, lock, "2468")
    qtbot.waitUntil(lambda: not lock.locked)
    prompts.secrets = ["2468", "2469"]
    window.ui.pin_action.trigger()
    assert "not the same" in prompts.told[-1]
    prompts.secrets = ["1", "1"]
    window.ui.pin_action.trigger()
    assert "too short" in prompts.told[-1]


def test_without_a_pin_any_key_shows_it_and_a_scanned_ticket_is_whole(qtbot, window, lock):
    lock.has_passphrase = False
    lock.lock()
    assert "no PIN" in lock.cover.ui.words_label.text()
    assert not lock.cover.ui.secret_edit.isVisible()
    for letter in "fola":
        QTest.keyClick(window.windowHandle(), letter)
        QApplication.processEvents()
    assert not lock.locked
    assert window.page.ui.search_edit.text() == "fola"


def test_stillness_locks_and_input_puts_it_off(qtbot, window, lock):
    lock._idle.setInterval(400)
    lock._idle.start()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert lock._idle.remainingTime() > 300
    qtbot.waitUntil(lambda: lock.locked, timeout=5000)


def test_how_long_it_waits_is_chosen_and_remembered(desktop, window, lock, prompts):
    assert lock._idle.interval() == 15 * 60_000
    prompts.texts = ["0"]
    window.ui.lock_after_action.trigger()
    assert not lock._idle.isActive()
    prompts.texts = ["soon"]
    window.ui.lock_after_action.trigger()
    assert "no number of minutes" in prompts.told[-1]
    assert settings.load().lock_minutes == 0


def test_a_dialog_is_hidden_and_comes_back_with_what_was_typed(qtbot, window, lock):
    window.page.open_walk_in()
    dialog = window.page.findChild(QDialog)
    dialog.ui.given_edit.setText("Wren")
    lock.lock()
    assert not dialog.isVisible()
    assert window.isEnabled()
    type_secret(qtbot, lock, RAW_KEY)
    qtbot.waitUntil(lambda: not lock.locked)
    assert dialog.isVisible()
    assert dialog.ui.given_edit.text() == "Wren"
    dialog.reject()


def test_a_kiosk_is_not_disturbed(qtbot, window, lock):
    window.go("feedback")
    kiosk = window.page.start_kiosk()
    qtbot.waitUntil(kiosk.isActiveWindow)
    lock.lock()
    assert kiosk.isVisible()
    assert kiosk.isActiveWindow()
    QTest.keyClick(kiosk.windowHandle(), Qt.Key.Key_Return)
    assert kiosk.question is not None
    kiosk.leave()
    assert lock.locked


@pytest.fixture
def office(qtbot, appearance, tmp_path, prompts):
    """The program on data that a passphrase opens."""
    store = open_store(tmp_path / "office.sla", secret="first words")
    made = Desktop(store, prompts, MainWindow(appearance))
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.close()
    made.close()


def test_the_passphrase_is_changed_while_the_window_is_covered(qtbot, office, prompts):
    prompts.secrets = ["first words", "other words", "other words"]
    office.window.ui.key_action.trigger()
    assert office.safety.lock.locked
    qtbot.waitUntil(lambda: not office.safety.lock.locked, timeout=20_000)
    assert prompts.told[-1].startswith("The passphrase is changed")
    office.store.name_desk("Front door")
    assert locks.opens(office.store, "other words")
    assert not locks.opens(office.store, "first words")
    prompts.secrets = ["first words", "third words", "third words"]
    office.window.ui.key_action.trigger()
    qtbot.waitUntil(lambda: not office.safety.lock.locked, timeout=20_000)
    assert "not the passphrase" in prompts.told[-1]


def test_the_day_begins_with_a_backup_and_a_look_into_the_key_ring(qtbot, office):
    office.safety.begin()
    qtbot.waitUntil(lambda: not office.jobs.busy, timeout=20_000)
    assert [one.name for one in backups.automatic(office.store.path)] == [f"office.sla.backup-{date.today()}"]
    assert office.safety.lock.has_passphrase


def test_a_key_of_the_key_ring_is_changed_after_a_question(qtbot, appearance, tmp_path, prompts, monkeypatch):
    kept = {}
    monkeypatch.setattr("keyring.set_password", lambda service, user, key: kept.update({user: key}))
    monkeypatch.setattr("keyring.get_password", lambda service, user: kept.get(user))
    monkeypatch.setattr("keyring.delete_password", lambda service, user: kept.pop(user, None))
    made = Desktop(open_store(tmp_path / "day.sla"), prompts, MainWindow(appearance))
    qtbot.addWidget(made.window)
    made.window.show()
    made.safety.begin()
    qtbot.waitUntil(lambda: not made.safety.lock.has_passphrase)
    before = dict(kept)
    made.window.ui.key_action.trigger()
    assert kept == before
    prompts.agrees = True
    made.window.ui.key_action.trigger()
    qtbot.waitUntil(lambda: bool(prompts.told), timeout=20_000)
    assert kept.keys() == before.keys()
    assert kept != before
    made.window.close()
    made.close()
    open_store(tmp_path / "day.sla").close()
