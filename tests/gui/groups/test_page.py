"""Breakouts are formed from who is in the room, shown as cards, on the projector, and printed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QSizeF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from sla_desktop.gui.groups import page as module
from sla_desktop.gui.groups.page import ASK, PLANS, QUALITY, BreakoutsPage
from sla_desktop.gui.groups.projector import ProjectorWindow
from sla_desktop.gui.groups.seats import SEAT
from sla_desktop.gui.groups.wall import best_fit, lines_within, two_lines
from sla_desktop.services import attendance, group_changes, group_wishes, groups
from sla_desktop.services.group_locks import Locks
from sla_desktop.services.groups import Wish
from tests.gui.test_accessibility import check


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
    made.resize(1200, 640)
    made.show()
    qtbot.waitUntil(lambda: not jobs.busy)
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
    load(qtbot, page)


def load(qtbot, page):
    page.refresh()
    qtbot.waitUntil(lambda: not page._jobs.busy)


def cards(page):
    """Whom each table shows, in words."""
    shown = [card for card in page.ui.board.cards if card.isVisibleTo(page.ui.board)]
    return [", ".join(row.spoken for row in card.view.seats.rows) for card in shown]


def test_before_there_are_groups_the_page_says_what_to_do(page):
    assert page.ui.stack.currentWidget() is page.ui.empty_page
    assert not page.ui.projector_button.isEnabled()
    assert not page.ui.print_button.isEnabled()


def test_the_form_shows_what_the_plan_was_made_with_and_keeps_what_is_typed_after(qtbot, store, event, room, page):
    groups.form_groups(store, event.id, Wish(rounds=2, size=4, mix=("place",)), seconds=0.1)
    load(qtbot, page)
    assert (page.ui.rounds_spin.value(), page.ui.size_spin.value(), page.ui.tables_spin.value()) == (2, 4, 2)
    assert [name for name, box in page.settings.mix_boxes.items() if box.currentIndex()] == ["place"]
    page.ui.rounds_spin.setValue(5)
    load(qtbot, page)
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
    assert "repeats in 24 meetings" in page.ui.score_label.text()
    assert page.ui.banner.sentence == "8 people have a table in 2 rounds."


def test_groups_that_are_formed_over_others_name_them_and_undo_brings_those_back(qtbot, store, event, room, page):
    seats = groups.form_groups(store, event.id, Wish(rounds=1, size=4), seconds=0.1).by_id()
    load(qtbot, page)
    page.ui.size_spin.setValue(2)
    form(qtbot, page)
    assert "They replace plan 1" in page.ui.banner.sentence
    for again in (page.undo, page.undo, lambda: form(qtbot, page), page.ui.banner._button.click):
        again()
        qtbot.waitUntil(page.ui.form_button.isEnabled)
        load(qtbot, page)
    assert groups.current_plan(store, event.id).by_id() == seats
    reasons = [plan.reason.partition(":")[0] for plan in groups.plans(store, event.id)]
    assert reasons == [
        *["Formed from those present"] * 2,
        "Back to plan 1",
        "Formed from those present",
        "Back to plan 3",
    ]


def test_the_number_of_tables_can_be_given_instead(qtbot, store, event, room, page):
    page.ui.tables_radio.setChecked(True)
    assert page.ui.tables_spin.isEnabled()
    assert not page.ui.size_spin.isEnabled()
    page.ui.tables_spin.setValue(4)
    form(qtbot, page)
    assert groups.current_plan(store, event.id).plan.tables == (4, 4, 4)


def test_what_is_mixed_and_how_strongly_is_what_is_chosen(qtbot, store, event, room, page):
    for name, box in page.settings.mix_boxes.items():
        box.setCurrentText("a lot" if name == "organisation" else "not")
    assert page.settings.wish(Locks()).weights == {"organisation": 2.0}
    form(qtbot, page)
    assert groups.current_plan(store, event.id).plan.mixed_by == ("organisation",)


def test_what_nobody_has_cannot_be_mixed_by_and_says_so(qtbot, room, page):
    load(qtbot, page)
    shown = {name: not box.isHidden() for name, box in page.settings.mix_boxes.items()}
    assert [name for name, offered in shown.items() if offered] == ["organisation"]
    assert sum(label.isVisible() and label.text() == "not known" for label in page.findChildren(QLabel)) == 5


def test_stopping_keeps_the_best_groups_so_far(qtbot, monkeypatch, store, event, room, page):
    monkeypatch.setattr(module, "SECONDS", 60.0)
    qtbot.mouseClick(page.ui.form_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.ui.work_box.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.ui.form_button.isEnabled, timeout=20_000)
    assert "have a table" in page.ui.banner.sentence or page.ui.banner.sentence == ""


def test_each_round_can_be_seen(qtbot, store, event, room, page):
    groups.form_groups(store, event.id, Wish(rounds=2, size=4), seconds=0.1)
    load(qtbot, page)
    first = cards(page)
    page.bench.show_round(1)
    view = groups.current_plan(store, event.id)
    assert cards(page) != first
    assert all(seat.name in cards(page)[0] for seat in view.rounds[1][0])


def test_printing_is_asked_of_the_documents(qtbot, store, event, room, page, printed):
    groups.form_groups(store, event.id, Wish(rounds=1, size=4), seconds=0.1)
    load(qtbot, page)
    qtbot.mouseClick(page.ui.print_button, Qt.MouseButton.LeftButton)
    assert printed == [True]


def click(qtbot, page, button):
    """Press a button that starts work, and wait for its end."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page._jobs.busy)
    load(qtbot, page)


@pytest.fixture
def planned(qtbot, store, event, room, page):
    """Eight people at two tables in two rounds."""
    view = groups.form_groups(store, event.id, Wish(rounds=2, size=4), seconds=0.1)
    load(qtbot, page)
    return view


def seat_list(page, table):
    return page.ui.board.cards[table - 1].view


def wait(qtbot, page):
    qtbot.waitUntil(lambda: not page._jobs.busy)


def test_a_person_is_moved_by_keys_and_the_score_follows_before_anything_is_kept(qtbot, store, event, page, planned):
    view, seat = seat_list(page, 1), planned.rounds[0][0][0]
    view.setFocus()
    assert view.person == seat.registration_id
    before = page.ui.score_label.text()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.bench.bar.table_spin.hasFocus()
    qtbot.keyClicks(page.bench.bar.table_spin, "2")
    assert "at table 2 it would be" in page.bench.bar.hint_label.text()
    qtbot.keyClick(page.bench.bar.table_spin, Qt.Key.Key_Return)
    wait(qtbot, page)
    assert seat.name in cards(page)[1]
    assert page.ui.score_label.text() != before
    assert "1 move not kept yet" in page.ui.score_label.text()
    assert groups.current_plan(store, event.id).rounds == planned.rounds
    click(qtbot, page, page.bench.bar.keep_button)
    assert f"{seat.name} moved to table 2 in round 1" in page.ui.banner.sentence
    assert len(groups.current_plan(store, event.id).rounds[0][1]) == 5


def test_alt_and_an_arrow_move_to_the_next_table_and_undo_brings_back(qtbot, page, planned):
    before, view = cards(page), seat_list(page, 1)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    wait(qtbot, page)
    assert [len(one.view.seats.rows) for one in page.ui.board.cards] == [3, 5]
    assert seat_list(page, 2).hasFocus()
    page.undo()
    wait(qtbot, page)
    assert cards(page) == before
    assert page.bench.bar.undo_button.isHidden()


def dragged(person):
    """What is carried by a drag of somebody."""
    carried = QMimeData()
    carried.setData(SEAT, person.bytes)
    return carried


def drop(widget, person, at):
    QApplication.sendEvent(widget, drag_event(QDragEnterEvent, person, at))
    QApplication.sendEvent(widget, drag_event(QDropEvent, person, at))


def drag_event(kind, person, at):
    keep = dragged(person)
    made = kind(
        at if kind is not QDropEvent else at.toPointF(),
        Qt.DropAction.MoveAction,
        keep,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    made.keep = keep
    return made


def test_a_person_dropped_on_another_changes_places_with_them(qtbot, page, planned):
    one, view = planned.rounds[0][0][0], seat_list(page, 2)
    other = view.seats.rows[1]
    drop(view.viewport(), one.registration_id, view.visualRect(view.seats.index(1)).center())
    wait(qtbot, page)
    assert other.name in cards(page)[0]
    assert one.name in cards(page)[1]
    assert [len(card.view.seats.rows) for card in page.ui.board.cards] == [4, 4]


def test_a_person_dropped_beside_the_names_joins_the_table(qtbot, page, planned):
    one, card = planned.rounds[0][0][0], page.ui.board.cards[1]
    drop(card, one.registration_id, QPoint(5, 5))
    wait(qtbot, page)
    assert [len(card.view.seats.rows) for card in page.ui.board.cards] == [3, 5]


def test_who_is_locked_is_not_moved_and_keeps_their_tables_when_groups_are_formed_again(
    qtbot, store, event, page, planned
):
    view = seat_list(page, 1)
    view.setFocus()
    locked = view.person
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert "locked" in cards(page)[0]
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert "locked" in page.ui.banner.sentence
    assert not page.bench.unkept
    form(qtbot, page)
    after = groups.current_plan(store, event.id).tables_by_person()
    assert after[locked][:2] == planned.tables_by_person()[locked]


def test_a_locked_table_and_a_locked_round_stay_as_they_are(qtbot, store, event, page, planned):
    page.ui.board.cards[1].lock_action.trigger()
    page.bench.show_round(1)
    page.ui.round_check.click()
    assert "Round 2 (locked)" in [button.text() for button in page.ui.rounds_box.findChildren(QPushButton)]
    form(qtbot, page)
    after = groups.current_plan(store, event.id)
    assert after.rounds[0][1] == planned.rounds[0][1]
    assert after.rounds[1] == planned.rounds[1]


def test_a_table_is_closed_from_the_round_shown_on(qtbot, store, event, room, page):
    groups.form_groups(store, event.id, Wish(rounds=2, size=3), seconds=0.1)
    load(qtbot, page)
    page.bench.show_round(1)
    page.ui.board.cards[0].close_action.trigger()
    wait(qtbot, page)
    after = groups.current_plan(store, event.id)
    assert sorted(map(len, after.rounds[0])) == [2, 3, 3]
    assert sorted(map(len, after.rounds[1])) == [0, 4, 4]


def test_printing_keeps_what_was_moved_first(qtbot, store, event, page, planned, printed):
    view = seat_list(page, 1)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.mouseClick(page.ui.print_button, Qt.MouseButton.LeftButton)
    wait(qtbot, page)
    assert printed == [True]
    assert groups.current_plan(store, event.id).plan.revision == 2


def test_groups_are_fitted_to_who_is_here_from_the_round_shown_on(qtbot, store, event, room, page, planned):
    attendance.check_out(store, event.id, room[0].id, desk="Desk 1")
    page.bench.show_round(1)
    click(qtbot, page, page.bench.bar.update_button)
    assert "0 came and have a table, 1 left; nobody changes table." in page.ui.banner.sentence
    after = groups.current_plan(store, event.id)
    assert after.rounds[0] == planned.rounds[0]
    assert sum(map(len, after.rounds[1])) == 7


def test_an_earlier_plan_is_compared_side_by_side_and_used_again(qtbot, store, event, page, planned):
    seat = planned.rounds[0][0][0]
    group_changes.move_person(store, event.id, seat.registration_id, 1, 2)
    load(qtbot, page)
    page.show_view(PLANS)
    plans = page.plans_view
    assert [row.reason for row in plans.plans.records] == [
        f"{seat.name} moved to table 2 in round 1",
        "Formed from those present",
    ]
    plans.list_view.setCurrentIndex(plans.plans.index(1))
    click(qtbot, page, plans.compare_button)
    assert f"1 person has another table in some round: {seat.name}." == plans.elsewhere_label.text()
    assert "Plan 1" in plans.maps[0].accessibleName()
    plans.list_view.setCurrentIndex(plans.plans.index(1))
    click(qtbot, page, plans.restore_button)
    assert groups.current_plan(store, event.id).rounds == planned.rounds


def test_the_pictures_say_in_words_who_meets_whom(qtbot, page, planned):
    page.show_view(QUALITY)
    view = page.quality_view
    assert "meetings are new" in view.sentences_label.text()
    assert "pairs meet again" in view.map_view.accessibleDescription()
    view.map_view.setFocus()
    qtbot.keyClick(view.map_view, Qt.Key.Key_Right)
    assert " and " in view.map_view.pair
    cell = view.between_view.meetings.index(0, 1)
    assert "pairs meet" in cell.data(Qt.ItemDataRole.AccessibleTextRole)
    assert {row.name for row in view.people.records} == {seat.name for seats in planned.rounds[0] for seat in seats}
    assert not view.grab().isNull()


def test_people_are_kept_together_and_apart(qtbot, store, event, room, page):
    dialog = page.open_bonds(room)
    for kind, pair in ((dialog.together_button, (0, 1)), (dialog.apart_button, (2, 3))):
        for place in pair:
            dialog.people_list.item(place).setCheckState(Qt.CheckState.Checked)
        kind.click()
    dialog.accept()
    assert page.ui.bonds_label.text() == "1 group together, 1 group apart"
    page.ui.size_spin.setValue(4)
    form(qtbot, page)
    tables = groups.current_plan(store, event.id).tables_by_person()
    assert tables[room[0].id] == tables[room[1].id]
    assert all(one != other for one, other in zip(tables[room[2].id], tables[room[3].id], strict=True))


def test_a_move_against_a_rule_is_told(qtbot, page, planned):
    one, other = planned.rounds[0][0][0], planned.rounds[0][1][0]
    page._take_rules([], [(one.registration_id, other.registration_id)])
    page.bench.move(one.registration_id, 2)
    wait(qtbot, page)
    told = f"{one.name} and {other.name} sit together in round 1, against a rule."
    assert told in page.bench.bar.broken_banner.sentence
    asked = page.ui.size_spin.value()
    click(qtbot, page, page.bench.bar.keep_button)
    load(qtbot, page)
    assert not page.bench.unkept
    assert told in page.bench.bar.broken_banner.sentence
    assert page.ui.size_spin.value() == asked
    page._take_rules([], [])
    assert page.bench.bar.broken_banner.sentence == ""


def test_a_rule_against_another_is_refused_when_it_is_added(page, room):
    dialog = page.open_bonds(room)
    for button in (dialog.together_button, dialog.apart_button):
        for place in (0, 1):
            dialog.people_list.item(place).setCheckState(Qt.CheckState.Checked)
        button.click()
    assert f"{room[0].name} and {room[1].name} cannot be kept both" in dialog.error_label.text()
    assert [kind for kind, _ in dialog.rules] == ["Together"]
    dialog.reject()


def test_nothing_is_called_empty_before_it_is_read(qtbot, store, event, jobs):
    page = BreakoutsPage(store, event, jobs, lambda: None)
    qtbot.addWidget(page)
    assert page.ui.empty_page_heading.text() == page.ui.bonds_label.text() == "Looking…"
    load(qtbot, page)
    assert (page.ui.empty_page_heading.text(), page.ui.bonds_label.text()) == (
        "No groups yet",
        "No rules about people",
    )


def test_rules_that_contradict_each_other_are_told_by_name(qtbot, room, page):
    page.settings.take_rules([(room[0].id, room[1].id)], [(room[0].id, room[1].id)])
    form(qtbot, page)
    assert room[0].name in page.ui.banner.sentence
    assert room[1].name in page.ui.banner.sentence


def test_in_a_narrow_window_the_settings_show_until_there_are_groups(qtbot, room, page):
    page.resize(600, 600)
    assert page.ui.form_button.isVisible()
    assert not page.ui.stack.isVisible()
    form(qtbot, page)
    assert page.ui.stack.currentWidget() is page.ui.plan_page
    assert page.ui.stack.isVisible()


@pytest.mark.parametrize("size", [10.0, 20.0])
def test_with_large_text_what_is_asked_for_has_the_page_to_itself(qtbot, appearance, page, planned, size):
    page.resize(1090, 600)
    while appearance.looks.size != size:
        appearance.resize_text(1)
    page.show_view(ASK)
    large = size == 20.0
    assert page.ui.settings_panel.isVisible()
    assert page.ui.stack.isVisible() != large
    assert page.ui.form_button.visibleRegion().boundingRect().size() == page.ui.form_button.size()


def test_with_groups_everything_has_a_name_a_label_a_key_of_its_own_and_room(page, planned):
    check(page)
    assert not page.ui.plan_page.horizontalScrollBar().maximum()
    assert not [card for card in page.ui.board.cards if not card.view.accessibleName()]


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
    view = groups.form_groups(store, event.id, Wish(rounds=2, size=1), seconds=0.1)
    parted = ProjectorWindow(view, 0)
    parted.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(parted)
    parted.show()
    parted.resize(500, 900)
    shown = [(screen.round, screen.tables) for screen in parted._screens]
    for number in (0, 1):
        assert [table for round_, tables in shown if round_ == number for table in tables] == list(range(1, 9))
    parted.resize(parted.minimumSizeHint().width(), 3000)
    assert len(parted._screens) > 2
    assert parted.ui.part_label.text().startswith("Tables 1 to ")


def test_escape_closes_the_projector(qtbot, projector):
    qtbot.keyClick(projector, Qt.Key.Key_Escape)
    assert not projector.isVisible()


def test_the_wall_is_used_whatever_its_shape_and_nothing_is_cut(projector):
    for width, height in ((1280, 720), (1920, 1080), (1024, 768)):
        projector.resize(width, height)
        wall = projector.ui.wall
        assert wall.fit.columns * wall.fit.rows >= 4
        assert wall.fit.letters > height / 25
        assert not wall.grab().isNull()
    assert all(seat.name in wall.accessibleName() for seats in projector._view.rounds[0] for seat in seats)


def test_a_long_name_takes_two_lines_broken_at_a_space_or_hyphen(projector):
    metrics = QFontMetricsF(projector.font())
    assert two_lines("Anna Montgomery Fotheringham", metrics) == ["Anna Montgomery", "Fotheringham"]
    assert two_lines("Priya Montgomery-Fotheringham", metrics) == ["Priya Montgomery-", "Fotheringham"]
    assert two_lines("x" * 90, metrics) == ["x" * 90]


@given(
    st.integers(200, 4000), st.integers(200, 3000), st.integers(1, 60), st.integers(1, 40), st.floats(3.0, 30.0),
    st.booleans(),
)  # fmt: skip
def test_what_is_painted_fits_the_wall(width, height, tables, names, wide, pairs):
    fit = best_fit(QSizeF(width, height), tables, names, wide, pairs=pairs)
    assert fit.columns * fit.rows >= tables
    assert fit.letters * (1.7 + lines_within(names, fit.within, pairs) * 1.3) * fit.rows <= height
    assert fit.letters * wide * fit.within * fit.columns <= width


def test_people_of_one_name_have_their_organisation_on_the_wall(qtbot, store, event, register):
    for person in register(
        store, event.id, "Jane,Smith,a@x.org,Age UK", "jane,smith,b@x.org,Mind", "Ann,Lee,,Oxleas"
    ):
        attendance.check_in(store, event.id, person.id, desk="D")
    projector = ProjectorWindow(groups.form_groups(store, event.id, Wish(rounds=1, size=3), seconds=0.1), 0)
    projector.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(projector)
    projector.resize(1280, 720)
    told = projector.ui.wall.accessibleName().removeprefix("Table 1: ").split(", ")
    assert sorted(told) == ["Ann Lee", "Jane Smith (Age UK)", "jane smith (Mind)"]
    assert not projector.grab().isNull()


def test_a_closed_table_is_not_projected(qtbot, store, event, room):
    groups.form_groups(store, event.id, Wish(rounds=1, size=3), seconds=0.1)
    view = group_changes.update_groups(store, event.id, closed=[2]).view
    projector = ProjectorWindow(view, 0)
    projector.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(projector)
    assert projector.screen_shown.tables == (1, 3)


def test_the_countdown_shows_what_is_left_and_stops(qtbot, projector):
    projector.ui.minutes_spin.setValue(5)
    qtbot.keyClick(projector, Qt.Key.Key_Space)
    assert projector.ui.clock_label.text() in ("5:00", "4:59")
    projector._ends = 0.0
    qtbot.waitUntil(lambda: projector.ui.clock_label.text() == "Time is up")
    qtbot.keyClick(projector, Qt.Key.Key_Space)
    assert projector.ui.clock_label.text() == ""


def test_what_was_asked_is_there_when_the_page_opens_again(qtbot, store, event, room, page, planned, jobs, printed):
    one, other = room[0].id, room[1].id
    page._take_rules((), ((one, other),))
    page.settings.mix_boxes["level"].setCurrentText("a lot")
    page.bench.lock_person(room[2].id)
    page.bench.lock_table(2)
    wait(qtbot, page)
    again = BreakoutsPage(store, event, jobs, lambda: None)
    qtbot.addWidget(again)
    load(qtbot, again)
    assert again.settings.apart == (tuple(sorted((one, other), key=str)),)
    assert again.settings.mix_boxes["level"].currentText() == "a lot"
    assert again.bench.locks == page.bench.locks
    assert again.ui.bonds_label.text() == "1 group apart"


def test_what_another_laptop_asks_shows_and_what_is_being_chosen_here_stays(qtbot, store, event, room, page, planned):
    theirs = replace(group_wishes.FIRST_WISH, together=((room[0].id, room[1].id),), mixing=3.0)
    group_wishes.keep_wish(store, event.id, theirs)
    load(qtbot, page)
    assert page.ui.bonds_label.text() == "1 group together"
    assert page.ui.mixing_combo.currentText() == "well mixed tables"
    page.ui.rounds_spin.setValue(7)
    load(qtbot, page)
    assert page.ui.rounds_spin.value() == 7
    qtbot.waitUntil(lambda: group_wishes.known_wish(store, event.id).rounds == 7)
    assert len(group_wishes.table_rules(store, event.id)) == 1
