"""The window shows what the role of the laptop sees; the rest is absent and answers to no key."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from sla_desktop.domain.roles import FACILITATOR, STEWARD, SUPERVISOR
from sla_desktop.gui.desktop import Desktop
from sla_desktop.gui.main_window import STAGES, MainWindow
from sla_desktop.services import attendance, clock, exchange, places, presence, roles


@pytest.fixture
def window(qtbot, desktop, event, people):
    desktop.window.show()
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    desktop.window.open_event(event, "people")
    return desktop.window


@pytest.fixture
def become(qtbot, desktop, prompts, window):
    """Makes the laptop a role's, by the menu."""

    def to(role, *secrets):
        prompts.secrets.extend(secrets)
        told = len(prompts.told)
        desktop.role_menu._choices[role].trigger()
        qtbot.waitUntil(lambda: len(prompts.told) > told)
        return prompts.told[-1]

    return to


def stages(window):
    return [stage for stage in STAGES if getattr(window.ui, f"{stage}_button").isVisible()]


def type_in(page, text):
    page.ui.search_edit.setText(text)
    QTest.keyClick(page.ui.search_edit, Qt.Key.Key_Return)


def test_a_steward_sees_the_check_in_page_alone(window, become):
    assert stages(window) == list(STAGES)
    become(STEWARD, "2468", "2468")
    assert stages(window) == ["check_in"]
    assert window.ui.role_label.text() == "Steward"
    for key in (Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_P):
        QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)
        assert window.ui.check_in_button.isChecked()
    window.go("people")
    assert window.ui.check_in_button.isChecked()
    for action in (window.ui.data_menu.menuAction(), window.ui.pin_action, window.ui.paper_action):
        assert not action.isVisible()
    assert window.ui.roll_call_action.isVisible(), "in a fire anybody prints who is in"


def test_a_steward_has_no_list_and_finds_one_at_a_time(window, become):
    become(STEWARD, "2468", "2468")
    page = window.page
    assert not page.ui.arrivals_card.isVisible()
    for browsing in ("a", "oxl", "ha", "mcd", "ox leas"):
        page.ui.search_edit.setText(browsing)
        assert page.results.rowCount() == 0, browsing
    assert "four letters" in page.ui.nobody_page_text.text()
    page.ui.search_edit.setText("hann")
    assert [one.name for one in page.results.records] == ["Hannah McDonald"]
    assert "@" not in page.results.index(0).data()


def test_a_steward_is_offered_no_walk_in_before_everybody_was_searched(window, become):
    become(STEWARD, "2468", "2468")
    page = window.page
    for typed, offered in (("han", False), ("xyz", True), ("Wren Achebe", True)):
        page.ui.search_edit.setText(typed)
        assert page.ui.stack.currentWidget() is page.ui.nobody_page
        assert page.ui.nobody_walk_in_button.isHidden() is not offered, typed


def test_a_steward_lets_nobody_in_for_a_reason_and_is_told_who_may(window, become, store, event, people):
    places.change_place(store, people[0].id, {"status": "cancelled"})
    become(STEWARD, "2468", "2468")
    page = window.page
    type_in(page, people[0].registration.code)
    assert page.ui.verdict_frame.property("light") == "red"
    assert not page.ui.override_button.isVisible()
    assert "A supervisor can let them in." in page.ui.detail_label.text()


def test_a_steward_takes_back_their_own_slip_of_the_last_minute_and_nothing_else(
    window, become, store, event, people
):
    attendance.check_in(store, event.id, people[1].id, desk="Desk 2")
    become(STEWARD, "2468", "2468")
    page = window.page
    page.undo()
    assert "nothing to undo" in page.ui.banner.sentence
    at = event.starts
    with clock.played(at):
        type_in(page, people[0].registration.code)
        window.ui.undo_action.trigger()
    assert [one.id for one in presence.present(store, event.id)] == [people[1].id]
    with clock.played(at + timedelta(hours=1)):
        type_in(page, people[0].registration.code)
    with clock.played(at + timedelta(hours=1, seconds=61)):
        window.ui.undo_action.trigger()
    assert "A supervisor can take it back." in page.ui.banner.sentence
    assert len(presence.present(store, event.id)) == 2


def test_a_supervisor_overrules_undoes_and_syncs(window, become, prompts, store, event, people):
    places.change_place(store, people[0].id, {"status": "cancelled"})
    become(SUPERVISOR, "2468", "2468")
    assert stages(window) == ["check_in", "sync"]
    page = window.page
    type_in(page, people[0].registration.code)
    prompts.texts.append("On the phone to the office")
    page.ui.override_button.click()
    assert [one.id for one in presence.present(store, event.id)] == [people[0].id]
    assert window.ui.undo_action.isVisible()
    page.undo()
    assert not presence.present(store, event.id)
    assert not window.ui.pin_action.isVisible()


def test_cards_are_for_those_who_may_settle_them(window, become, store, event, people, open_laptop, tmp_path):
    share, other = tmp_path / "share", open_laptop("other")
    share.mkdir()
    for one in (store, other):
        exchange.sync(one, str(share))
    for one in (store, other):
        attendance.check_in(one, event.id, people[0].id, desk=one.desk)
    for one in (other, store):
        exchange.sync(one, str(share))
    become(SUPERVISOR, "2468", "2468")
    assert window.page.ui.card_frame.isVisible()
    become(STEWARD)
    assert not window.page.ui.card_frame.isVisible()


def test_only_the_pin_leads_back_to_everything(window, become, desktop):
    become(STEWARD, "2468", "2468")
    assert "not the PIN" in become(FACILITATOR, "9999")
    assert stages(window) == ["check_in"]
    assert desktop.role_menu._choices[STEWARD].isChecked()
    become(FACILITATOR, "2468")
    assert stages(window) == list(STAGES)
    assert window.ui.pin_action.isVisible()


def test_who_changes_their_mind_stays(window, desktop, prompts):
    desktop.role_menu.take(STEWARD)
    assert desktop.role_menu.role == FACILITATOR
    prompts.secrets.extend(["2468", "1357"])
    desktop.role_menu.take(STEWARD)
    assert "not the same" in prompts.told[-1]
    assert desktop.role_menu.role == FACILITATOR


def test_a_stewards_laptop_opens_as_a_stewards(qtbot, appearance, store, event, people, prompts):
    roles.take_role(store, STEWARD, "2468")
    made = Desktop(store, prompts, MainWindow(appearance))
    qtbot.addWidget(made.window)
    made.window.show()
    try:
        assert stages(made.window) == ["check_in"]
        made.window.choose_event()
        assert not made.events_page.ui.create_button.isVisible()
        made.window.open_event(event)
        assert made.window.ui.check_in_button.isChecked()
    finally:
        made.safety.close()
        made.jobs.close()
        made.window.close()


def test_no_e_mail_address_is_anywhere_on_a_stewards_page(window, become, store, event, people):
    attendance.check_in(store, event.id, people[0].id, desk="Desk 1")
    become(STEWARD, "2468", "2468")
    window.page.ui.search_edit.setText("hannah")
    shown = [label.text() for label in window.findChildren(QLabel)]
    assert not [text for text in shown if "@" in text]
