"""The Data menu backs up, puts a backup back, carries bundles, and lists what happened to the data."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from sla_desktop.domain.errors import SlaError
from sla_desktop.gui import data_menu
from sla_desktop.services import backups, bundles, people, retention
from sla_desktop.services.clock import now
from sla_desktop.services.editing import save_member
from sla_desktop.storage.store import open_store
from tests.conftest import RAW_KEY


@pytest.fixture
def window(desktop, event, people):
    desktop.window.show()
    desktop.safety.lock.has_passphrase = False
    return desktop.window


def told(qtbot, prompts):
    qtbot.waitUntil(lambda: bool(prompts.told), timeout=20_000)
    return prompts.told[-1]


def test_a_backup_is_written_where_people_choose(qtbot, window, prompts, tmp_path):
    prompts.file = tmp_path / "copy.sla"
    window.ui.backup_action.trigger()
    assert told(qtbot, prompts).startswith(f"Everything is backed up to {prompts.file}")
    open_store(prompts.file, secret=RAW_KEY).close()


def test_a_backup_that_cannot_be_written_is_told(qtbot, window, prompts, tmp_path):
    prompts.file = tmp_path / "copy.sla"
    prompts.file.write_bytes(b"something")
    window.ui.backup_action.trigger()
    assert "exists already" in told(qtbot, prompts)


def test_the_daily_backups_are_shown_where_they_lie(window, prompts, store):
    window.ui.copies_action.trigger()
    assert prompts.shown == [store.path.parent]


def test_a_backup_takes_the_place_of_the_data_and_the_window_closes(
    qtbot, monkeypatch, window, prompts, store, event, people, tmp_path
):
    monkeypatch.setenv("SLA_KEY", RAW_KEY)
    backup = backups.back_up(store, tmp_path / "copy.sla")
    save_member(store, replace(people[0].member, full_name="Someone Else"))
    # The pages have reloaded by the time that somebody has chosen a file.
    QCoreApplication.sendPostedEvents()
    prompts.file, prompts.agrees = backup, True
    window.ui.open_backup_action.trigger()
    assert "Open the program again" in told(qtbot, prompts)
    assert not window.isVisible()
    assert len(backups.kept_aside(store.path)) == 1
    again = open_store(store.path, secret=RAW_KEY)
    assert "Someone Else" not in {one.name for one in attendees_of(again, event)}
    again.close()


def attendees_of(store, event):
    return people.attendees(store, event.id)


def test_a_file_that_is_no_backup_changes_nothing(qtbot, monkeypatch, window, prompts, store, event, tmp_path):
    monkeypatch.setenv("SLA_KEY", RAW_KEY)
    prompts.file, prompts.agrees = tmp_path / "nothing.sla", True
    prompts.file.write_bytes(b"no data file at all" * 400)
    window.ui.open_backup_action.trigger()
    assert str(prompts.file) in told(qtbot, prompts)
    assert window.isVisible()
    assert attendees_of(store, event)


def test_a_bundle_is_written_and_read_again(qtbot, window, prompts, store, event, open_laptop, tmp_path):
    prompts.file = tmp_path / "team.slab"
    window.ui.write_bundle_action.trigger()
    assert "Write the passphrase down now" in told(qtbot, prompts)
    other = open_laptop("other")
    with pytest.raises(SlaError):
        bundles.read_bundle(other, prompts.file, passphrase="another one")
    passphrase = next(line.strip() for line in prompts.told[-1].splitlines() if line.startswith("    "))
    save_member(other, people.attendees(store, event.id)[0].member)
    bundles.read_bundle(other, prompts.file, passphrase=passphrase)
    assert len(attendees_of(other, event)) == len(attendees_of(store, event))
    prompts.told.clear()
    prompts.secrets = [passphrase]
    window.ui.read_bundle_action.trigger()
    assert "Nothing new was in the bundle" in told(qtbot, prompts)


def test_who_saw_and_changed_what_is_listed_and_filtered(qtbot, desktop, window):
    dialog = desktop.data_menu.show_audit()
    qtbot.waitUntil(lambda: bool(dialog.rows.records))
    everything = len(dialog.rows.records)
    assert dialog.ui.count_label.text() == f"{everything} in all"
    qtbot.keyClicks(dialog.ui.find_edit, "zolkow")
    assert 0 < len(dialog.rows.records) < everything
    assert all("Żółkowska" in line.words for line in dialog.rows.records)
    dialog.accept()


def test_what_was_kept_long_enough_goes_when_people_say_so(qtbot, monkeypatch, desktop, window, prompts, store):
    later = now() + timedelta(days=365 * 10)
    monkeypatch.setattr(data_menu, "now", lambda: later)
    dialog = desktop.data_menu.show_due()
    qtbot.waitUntil(lambda: bool(dialog.rows.records))
    prompts.agrees = True
    qtbot.mouseClick(dialog.ui.act_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.rows.records, timeout=20_000)
    assert retention.due(store, later) == []
    dialog.accept()
