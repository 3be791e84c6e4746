"""The card of the desks in the room opens the door, pairs in both directions and says how each desk stands."""

import contextlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from sla_desktop import settings
from sla_desktop.domain.roles import STEWARD
from sla_desktop.gui.desktop import Desktop
from sla_desktop.gui.main_window import MainWindow
from sla_desktop.gui.sync.desks_card import DesksCard
from sla_desktop.services import desks, roles
from sla_desktop.services.people import attendees


@pytest.fixture(autouse=True)
def _on_loopback(monkeypatch):
    """The doors of these tests are for this computer alone."""
    usual = desks.open_door
    monkeypatch.setattr(desks, "open_door", lambda store: usual(store, host="127.0.0.1", port=0))


@pytest.fixture
def card(qtbot, store, event, people, jobs, prompts):
    made = DesksCard(store, jobs, prompts)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    yield made
    made.shut()


@pytest.fixture
def other(open_laptop):
    laptop = open_laptop("other")
    laptop.name_desk("Desk 2")
    return laptop


def open_door(qtbot, card):
    qtbot.mouseClick(card.ui.door_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: card.is_open)


def told(card):
    return " ".join(label.text() for label in card.ui.desks_box.findChildren(QLabel) if label.isVisible())


def test_the_door_is_closed_until_somebody_opens_it(qtbot, card):
    assert "closed" in card.ui.status_label.text()
    assert not card.ui.code_box.isVisible()
    open_door(qtbot, card)
    assert "Open at desk://127.0.0.1:" in card.ui.status_label.text()
    assert card.ui.code_box.isVisible()
    qtbot.mouseClick(card.ui.door_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "closed" in card.ui.status_label.text() and card.ui.door_button.isEnabled())


def test_a_code_shown_here_pairs_another_laptop(qtbot, card, other, event, store):
    open_door(qtbot, card)
    qtbot.mouseClick(card.ui.code_button, Qt.MouseButton.LeftButton)
    url = card.ui.status_label.text().removeprefix("Open at ").partition(". ")[0]
    desks.pair(other, url, card.ui.code_label.text())
    assert attendees(other, event.id) == attendees(store, event.id)
    with contextlib.closing(desks.open_door(other)):
        qtbot.waitUntil(lambda: "Desk 2 Connected" in told(card), timeout=20_000)
    qtbot.waitUntil(lambda: "Desk 2 Not seen since" in told(card), timeout=20_000)


def test_a_code_typed_here_pairs_this_laptop(qtbot, card, other):
    with contextlib.closing(desks.open_door(other)) as door:
        card.ui.address_edit.setText(door.addresses[0])
        card.ui.typed_edit.setText(door.invite())
        qtbot.keyClick(card.ui.typed_edit, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "Paired with Desk 2" in card.ui.banner.sentence, timeout=20_000)
        qtbot.waitUntil(lambda: "Desk 2" in told(card), timeout=20_000)
    assert card.ui.address_edit.text() == ""


def test_a_wrong_code_is_told_and_may_be_typed_again(qtbot, card, other):
    with contextlib.closing(desks.open_door(other)) as door:
        door.invite()
        card.ui.address_edit.setText(door.addresses[0])
        card.ui.typed_edit.setText("AAAA-AAAA")
        qtbot.mouseClick(card.ui.pair_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "does not fit" in card.ui.banner.sentence, timeout=20_000)
    qtbot.waitUntil(card.ui.pair_button.isEnabled)
    assert card.ui.address_edit.text() == door.addresses[0]


def test_without_address_or_code_the_card_asks_for_them(qtbot, card):
    qtbot.mouseClick(card.ui.pair_button, Qt.MouseButton.LeftButton)
    assert "address and code" in card.ui.banner.sentence
    assert card.ui.address_edit.property("wrong") == "true"


def test_a_laptop_that_was_found_is_one_click_from_being_paired(qtbot, card, other):
    with contextlib.closing(desks.open_door(other)) as door:
        open_door(qtbot, card)
        qtbot.waitUntil(lambda: "Not paired yet" in told(card), timeout=20_000)
        (button,) = [one for one in card.ui.desks_box.findChildren(QPushButton) if one.isVisible()]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert card.ui.address_edit.text() == door.addresses[0]


def test_states_are_words():
    seen = datetime.now(UTC)
    away = desks.DeskState("Desk 3", "desk://10.0.0.3:7520", last_seen=seen, ahead=timedelta(minutes=3, seconds=20))
    assert away.words.startswith(f"Not seen since {seen.astimezone():%H:%M}. The clock of Desk 3 is 3 minutes ahead")
    assert "taken off" in desks.DeskState("Desk 4", "", revoked=True).words


def test_a_door_that_was_open_opens_again_whosever_the_laptop_is(qtbot, appearance, store, event, prompts):
    settings.save(replace(settings.load(), door_open=True))
    roles.take_role(store, STEWARD, "2468")
    made = Desktop(store, prompts, MainWindow(appearance))
    qtbot.addWidget(made.window)
    made.begin()
    card = made._desks_card()
    qtbot.waitUntil(lambda: card.is_open)
    qtbot.waitUntil(card.ui.door_button.isEnabled)
    card.ui.door_button.click()
    qtbot.waitUntil(lambda: not settings.load().door_open)
    made.safety.close()
    made._release()
    made.jobs.close()
    made.window.close()
