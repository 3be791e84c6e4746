"""Syncing says where, what is unsent, what happened and what two laptops disagree about."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from sla_desktop.gui.sync.page import SyncPage
from sla_desktop.services import attendance, exchange
from sla_desktop.services.editing import save_member
from sla_desktop.services.people import attendees


@pytest.fixture
def share(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    return str(folder)


@pytest.fixture
def page(qtbot, store, event, people, jobs, prompts):
    made = SyncPage(store, event, jobs, prompts, QWidget())
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


def sync(qtbot, page):
    with qtbot.waitSignal(page.exchanged, timeout=20_000):
        qtbot.mouseClick(page.ui.sync_button, Qt.MouseButton.LeftButton)


def test_a_laptop_that_never_synced_says_so(page):
    assert "saved on this laptop only since" in page.ui.state_label.text()
    assert page.ui.last_label.text().startswith("Not synced with a share yet")


def test_without_a_place_the_page_asks_for_one(qtbot, page):
    qtbot.mouseClick(page.ui.sync_button, Qt.MouseButton.LeftButton)
    assert "Say where to share" in page.ui.banner.sentence
    assert page.ui.url_edit.property("wrong") == "true"
    page.ui.url_edit.setText("/somewhere")
    assert page.ui.url_edit.property("wrong") == "false"


def test_syncing_with_a_folder_sends_everything_and_says_so(qtbot, page, share, prompts):
    prompts.chosen_folder = Path(share)
    qtbot.mouseClick(page.ui.folder_button, Qt.MouseButton.LeftButton)
    sync(qtbot, page)
    assert page.ui.state_label.text() == "Everything here is on the share"
    assert "sent" in page.ui.banner.sentence
    assert page.ui.last_label.text().startswith("Last exchange ")
    assert page.ui.last_label.text().endswith(f"{share}, which is not protected")


def test_the_share_is_remembered_for_the_next_time(qtbot, store, event, page, share, jobs, prompts):
    page.ui.url_edit.setText(share)
    sync(qtbot, page)
    again = SyncPage(store, event, jobs, prompts, QWidget())
    qtbot.addWidget(again)
    assert again.ui.url_edit.text() == share


def test_the_first_sync_offers_to_name_the_laptop_and_takes_no_keys(qtbot, store, page, share, prompts):
    prompts.texts = ["Front door"]
    page.ui.url_edit.setText(share)
    sync(qtbot, page)
    assert prompts.texts == ["Front door"], "no dialog came up"
    name = next(one for one in page.ui.banner.findChildren(QPushButton) if one.text() == "Name this laptop")
    name.click()
    assert store.desk == "Front door"
    assert "This laptop is called Front door." in page.ui.banner.sentence
    sync(qtbot, page)
    assert not any(
        one.isVisibleTo(page) and one.text() == "Name this laptop" for one in page.ui.banner.findChildren(QPushButton)
    )


def test_a_share_that_cannot_be_reached_is_told_in_a_sentence(qtbot, page):
    page.ui.url_edit.setText("ftp://nowhere")
    sync(qtbot, page)
    assert "is no kind of share" in page.ui.banner.sentence
    assert page.ui.sync_button.isEnabled()


def test_what_waits_is_told_with_the_time_since_when(qtbot, store, people, page, share):
    exchange.sync(store, share)
    save_member(store, replace(people[0].member, phone="1"))
    save_member(store, replace(people[1].member, phone="2"))
    page.refresh()
    assert re.fullmatch(r"2 records are saved on this laptop only since \d\d:\d\d", page.ui.state_label.text())


@pytest.fixture
def differing(qtbot, open_laptop, store, people, page, share):
    """Another laptop wrote down three people's telephone numbers differently."""
    other = open_laptop("other")
    exchange.sync(store, share)
    exchange.sync(other, share)
    for number, person in enumerate(people[:3]):
        save_member(store, replace(person.member, phone=f"here {number}"))
        save_member(other, replace(person.member, phone=f"there {number}"))
    exchange.sync(other, share)
    page.ui.url_edit.setText(share)
    sync(qtbot, page)
    return page


def phones(store, people):
    return sorted(one.member.phone for one in attendees(store, people[0].registration.event_id) if one.member.phone)


def press(qtbot, page, key):
    qtbot.keyClick(page.window().focusWidget(), key)


def test_two_laptops_that_disagree_are_told_in_words(differing):
    cards = differing.ui.difference_list.cards
    assert differing.ui.differences_label.text() == "3 differences to settle"
    told = " ".join(label.text() for label in cards[0].findChildren(QLabel))
    assert "“here" in told
    assert "“there" in told
    assert "Desk 1" in told


def test_a_digit_keeps_a_value_and_the_focus_goes_on(qtbot, differing, store, people):
    cards = differing.ui.difference_list.cards
    cards[0].setFocus()
    press(qtbot, differing, Qt.Key.Key_Down)
    assert cards[1].hasFocus()
    press(qtbot, differing, Qt.Key.Key_2)
    assert "here" in differing.ui.banner.sentence
    assert differing.ui.difference_list.cards == [cards[0], cards[2]]
    assert cards[2].hasFocus()
    press(qtbot, differing, Qt.Key.Key_1)
    assert cards[0].hasFocus()
    press(qtbot, differing, Qt.Key.Key_1)
    assert not differing.ui.differences_box.isVisible()
    assert differing.ui.sync_button.hasFocus()
    assert sum(phone.startswith("here") for phone in phones(store, people)) == 1


def test_the_keyboard_stays_on_the_page_after_settling_and_syncing(qtbot, differing, desktop):
    differing.hide()
    window = desktop.window
    window.show()
    window.activateWindow()
    window.go("sync")
    page = window.page
    page.ui.url_edit.setText(differing.ui.url_edit.text())
    for _ in range(3):
        page.ui.difference_list.cards[0].setFocus()
        press(qtbot, page, Qt.Key.Key_1)
    assert window.focusWidget() is page.ui.sync_button
    with qtbot.waitSignal(page.exchanged, timeout=20_000):
        press(qtbot, page, Qt.Key.Key_Space)
    assert window.focusWidget() is page.ui.sync_button


def test_the_card_that_the_arrow_keys_reach_is_in_sight(qtbot, differing):
    differing.resize(1000, 420)
    cards = differing.ui.difference_list.cards
    cards[0].setFocus()
    for _ in range(5):
        press(qtbot, differing, Qt.Key.Key_Down)
    assert cards[2].hasFocus()
    assert cards[2].visibleRegion().boundingRect().height() == cards[2].height()


def test_the_last_one_settled_is_taken_back_with_one_key(qtbot, differing, store, people):
    card = differing.ui.difference_list.cards[0]
    card.setFocus()
    press(qtbot, differing, Qt.Key.Key_2)
    assert sum(phone.startswith("here") for phone in phones(store, people)) == 1
    differing.undo()
    assert "to settle again, as it was before you chose" in differing.ui.banner.sentence
    assert not [phone for phone in phones(store, people) if phone.startswith("here")]
    assert differing.ui.differences_label.text() == "3 differences to settle"
    assert differing.ui.difference_list.cards[0].hasFocus()
    differing.undo()
    assert "nothing to take back" in differing.ui.banner.sentence


def test_another_value_is_typed_in_the_card(qtbot, differing, store, people):
    card = differing.ui.difference_list.cards[0]
    qtbot.keyClick(card.buttons[1], Qt.Key.Key_T)
    assert card.edit.hasFocus()
    press(qtbot, differing, Qt.Key.Key_Escape)
    assert card.hasFocus()
    assert not card.edit.isVisible()
    press(qtbot, differing, Qt.Key.Key_T)
    qtbot.keyClicks(card.edit, "1 23")
    press(qtbot, differing, Qt.Key.Key_Return)
    assert "1 23" in phones(store, people)


def test_a_difference_that_was_settled_elsewhere_meanwhile_says_so_in_its_card(differing, store, people):
    card = differing.ui.difference_list.cards[0]
    changed = next(one.member for one in people if one.member.id == card.conflict.eid)
    save_member(store, replace(changed, phone="settled"))
    card.buttons[0].click()
    assert "was settled meanwhile" in card.error_label.text()


def test_a_card_that_is_being_typed_in_stays_while_others_come_and_go(qtbot, differing):
    cards = differing.ui.difference_list.cards
    cards[0].start_typing()
    qtbot.keyClicks(cards[0].edit, "half a num")
    cards[1].buttons[0].click()
    assert differing.ui.difference_list.cards[0] is cards[0]
    assert cards[0].edit.text() == "half a num"


def test_the_line_at_the_bottom_leads_to_what_is_to_settle(qtbot, differing, desktop):
    window = desktop.window
    window.show()
    window.activateWindow()
    assert window.ui.differences_button.text() == "3 differences to settle"
    qtbot.mouseClick(window.ui.differences_button, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is window.page.ui.difference_list.cards[0]
    window.page.ui.difference_list.cards[0].buttons[0].click()
    qtbot.waitUntil(lambda: window.ui.differences_button.text() == "2 differences to settle")


def test_the_share_of_another_team_is_asked_about_first(qtbot, page, share, store, prompts, open_laptop, tmp_path):
    (tmp_path / "own").mkdir()
    exchange.sync(store, str(tmp_path / "own"))
    exchange.sync(open_laptop("stranger"), share)
    page.ui.url_edit.setText(share)
    sync(qtbot, page)
    assert "another team" in page.ui.banner.sentence
    assert exchange.status(store).share != share
    prompts.agrees = True
    with qtbot.waitSignals([page.exchanged] * 2, timeout=20_000):
        qtbot.mouseClick(page.ui.sync_button, Qt.MouseButton.LeftButton)
    assert "sent" in page.ui.banner.sentence


def test_what_two_desks_saw_differently_leads_to_the_door(qtbot, open_laptop, store, event, people, page, share):
    assert page.ui.door_card.isHidden()
    other = open_laptop("other")
    for one in (store, other):
        exchange.sync(one, share)
    for one in (store, other):
        attendance.check_in(one, event.id, people[0].id, desk=one.desk)
    for one in (other, store):
        exchange.sync(one, share)
    page.refresh()
    assert people[0].name in page.ui.door_label.text()
    with qtbot.waitSignal(page.door_wanted):
        qtbot.keyClick(page.ui.door_button, Qt.Key.Key_Space)


def test_a_share_that_was_emptied_is_asked_about_first(qtbot, page, share, prompts):
    page.ui.url_edit.setText(share)
    sync(qtbot, page)
    shutil.rmtree(share)
    Path(share).mkdir()
    sync(qtbot, page)
    assert "Put in the right stick" in page.ui.banner.sentence
    prompts.agrees = True
    with qtbot.waitSignals([page.exchanged] * 2, timeout=20_000):
        qtbot.mouseClick(page.ui.sync_button, Qt.MouseButton.LeftButton)
    assert "sent" in page.ui.banner.sentence
