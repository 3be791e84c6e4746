"""Breakouts are formed from who is in the room, shown as cards, on the projector, and printed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sla_desktop.gui.groups import page as module
from sla_desktop.gui.groups.page import BreakoutsPage
from sla_desktop.gui.groups.projector import ProjectorWindow
from sla_desktop.services import attendance, groups
from sla_desktop.services.groups import Wish


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(module, "SECONDS", 0.1)


@pytest.fixture
def printed():
    return []


@pytest.fixture
def page(qtbot, store, event, jobs, printed):
    made = BreakoutsPage(store, event, jobs, lambda: printed.append(True))
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


@pytest.fixture
def room(store, event, people):
    """All eight are in."""
    for person in people:
        attendance.check_in(store, event.id, person.id, desk="Desk 1")
    return people


def form(qtbot, page):
    qtbot.mouseClick(page.ui.form_button, Qt.MouseButton.LeftButton)
    assert not page.ui.form_button.isEnabled()
    qtbot.waitUntil(page.ui.form_button.isEnabled)
    page.refresh()


def cards(page):
    grid = page.ui.tables_grid
    return [grid.itemAt(index).widget().accessibleName() for index in range(grid.count())]


def test_before_there_are_groups_the_page_says_what_to_do(page):
    assert page.ui.stack.currentWidget() is page.ui.empty_page
    assert not page.ui.projector_button.isEnabled()
    assert not page.ui.print_button.isEnabled()


def test_the_form_shows_what_the_plan_was_made_with_and_keeps_what_is_typed_after(store, event, room, page):
    groups.form_groups(store, event.id, Wish(rounds=2, size=4, mix=("place",)), seconds=0.1)
    page.refresh()
    assert (page.ui.rounds_spin.value(), page.ui.size_spin.value(), page.ui.tables_spin.value()) == (2, 4, 2)
    assert [name for name, box in page.mix_boxes.items() if box.isChecked()] == ["place"]
    page.ui.rounds_spin.setValue(5)
    page.refresh()
    assert page.ui.rounds_spin.value() == 5


def test_with_nobody_in_the_room_the_reason_is_told(qtbot, page):
    form(qtbot, page)
    assert "Check people in first" in page.ui.banner.sentence


def test_forming_groups_shows_a_card_for_each_table_with_everybody_once(qtbot, room, page):
    page.ui.rounds_spin.setValue(2)
    page.ui.size_spin.setValue(4)
    form(qtbot, page)
    assert len(cards(page)) == 2
    seated = ", ".join(cards(page))
    assert all(seated.count(person.name) == 1 for person in room)
    assert page.ui.sentences_label.text()
    assert page.ui.banner.sentence == "8 people have a table in 2 rounds."


def test_the_number_of_tables_can_be_given_instead(qtbot, store, event, room, page):
    page.ui.tables_radio.setChecked(True)
    assert page.ui.tables_spin.isEnabled()
    assert not page.ui.size_spin.isEnabled()
    page.ui.tables_spin.setValue(4)
    form(qtbot, page)
    assert groups.current_plan(store, event.id).plan.tables == (4, 4, 4)


def test_what_is_mixed_is_what_is_ticked(qtbot, store, event, room, page):
    for name, box in page.mix_boxes.items():
        box.setChecked(name == "organisation")
    form(qtbot, page)
    assert groups.current_plan(store, event.id).plan.mixed_by == ("organisation",)


def test_stopping_keeps_the_best_groups_so_far(qtbot, monkeypatch, store, event, room, page):
    monkeypatch.setattr(module, "SECONDS", 60.0)
    qtbot.mouseClick(page.ui.form_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.ui.work_box.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.ui.form_button.isEnabled, timeout=20_000)
    assert "have a table" in page.ui.banner.sentence or page.ui.banner.sentence == ""


def test_each_round_can_be_seen(qtbot, store, event, room, page):
    groups.form_groups(store, event.id, Wish(rounds=2, size=4), seconds=0.1)
    page.refresh()
    first = cards(page)
    page.show_round(1)
    view = groups.current_plan(store, event.id)
    assert cards(page) != first
    assert all(seat.name in cards(page)[0] for seat in view.rounds[1][0])


def test_printing_is_asked_of_the_documents(qtbot, store, event, room, page, printed):
    groups.form_groups(store, event.id, Wish(rounds=1, size=4), seconds=0.1)
    page.refresh()
    qtbot.mouseClick(page.ui.print_button, Qt.MouseButton.LeftButton)
    assert printed == [True]


def changed(qtbot, page, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.ui.form_button.isEnabled)
    page.refresh()


def test_a_person_is_seated_elsewhere_and_the_plan_before_comes_back(qtbot, store, event, room, page):
    view = groups.form_groups(store, event.id, Wish(rounds=2, size=4), seconds=0.1)
    page.refresh()
    bar, seat = page.changes_bar, view.rounds[0][0][0]
    bar.choose(seat.registration_id)
    bar.table_spin.setValue(2)
    changed(qtbot, page, bar.move_button)
    assert seat.name in cards(page)[1]
    assert "moved to table 2 in round 1" in page.ui.banner.sentence
    bar.history_box.setCurrentIndex(1)
    changed(qtbot, page, bar.restore_button)
    assert groups.current_plan(store, event.id).rounds == view.rounds


def test_groups_are_fitted_to_who_is_here_from_the_round_shown_on(qtbot, store, event, room, page):
    view = groups.form_groups(store, event.id, Wish(rounds=2, size=4), seconds=0.1)
    attendance.check_out(store, event.id, room[0].id, desk="Desk 1")
    page.refresh()
    page.show_round(1)
    changed(qtbot, page, page.changes_bar.update_button)
    assert "0 came and have a table, 1 left; nobody changes table." in page.ui.banner.sentence
    after = groups.current_plan(store, event.id)
    assert after.rounds[0] == view.rounds[0]
    assert sum(map(len, after.rounds[1])) == 7


@pytest.fixture
def projector(qtbot, store, event, room):
    made = ProjectorWindow(groups.form_groups(store, event.id, Wish(rounds=2, size=2), seconds=0.1), 0)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


def test_the_projector_turns_rounds_with_the_arrow_keys_and_stops_at_the_ends(qtbot, projector):
    for key, expected in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, 0), (Qt.Key.Key_Left, 0)):
        qtbot.keyClick(projector, key)
        assert projector.screen_shown.round == expected
    assert projector.ui.round_label.text() == "Round 1"
    assert projector.ui.part_label.text() == ""


def test_a_round_that_is_too_large_to_read_at_once_is_shown_in_parts(qtbot, store, event, room, projector):
    projector.resize(700, 420)
    parts = [(one.round, one.first, one.last) for one in projector._screens]
    assert len(parts) > 2
    assert projector.ui.part_label.text() == f"Tables 1 to {parts[0][2]} of 4"
    for number in (0, 1):
        shown = [table for round_, first, last in parts if round_ == number for table in range(first, last + 1)]
        assert shown == [1, 2, 3, 4]


def test_escape_closes_the_projector(qtbot, projector):
    qtbot.keyClick(projector, Qt.Key.Key_Escape)
    assert not projector.isVisible()


def test_what_the_projector_shows_needs_no_scrolling(qtbot, store, event, room, projector):
    for width, height in ((1280, 720), (1920, 1080), (1024, 768)):
        projector.resize(width, height)
        qtbot.waitUntil(lambda: projector.ui.tables_scroll.verticalScrollBar().maximum() == 0)


def test_few_tables_are_shown_as_large_as_the_screen_allows(qtbot, projector):
    projector.show()
    heights = []
    for width, height in ((1024, 600), (1280, 720), (1920, 1080)):
        projector.resize(width, height)
        qtbot.waitUntil(lambda: projector.ui.tables_scroll.verticalScrollBar().maximum() == 0)
        heights.append(names(projector)[0].fontMetrics().height())
    assert heights[0] <= heights[1] < heights[2]
    assert heights[2] > 2.5 * projector.fontMetrics().height()
    assert projector.ui.part_label.text() == ""


def names(projector):
    """The labels of the people who show."""
    found = [one for one in projector.ui.tables_box.findChildren(QLabel) if one.isVisible()]
    return [one for one in found if "plain" in (one.property("look") or "")]
