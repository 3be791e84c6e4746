"""Who seems doubled is merged, and parted again, in one list by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sla_desktop.domain.roles import STEWARD
from sla_desktop.gui.people.doubles import Doubles
from sla_desktop.services import people, roles, walk_ins
from sla_desktop.services.merging import Decided, Proposal
from sla_desktop.services.walk_ins import NewPerson
from tests.gui.test_accessibility import check


@pytest.fixture
def doubles(qtbot, desktop, store, event, people):
    """The dialog on an event to which Hannah came without anybody finding her on the list."""
    walk_ins.walk_in(store, event.id, NewPerson(given="Hana", family="McDonald"), desk="Desk 2", sure=True)
    desktop.window.show()
    desktop.window.open_event(event)
    made = Doubles(desktop.window, store, event.id)
    made.open()
    qtbot.waitUntil(lambda: bool(made.dialog.rows.records))
    yield made
    made.dialog.reject()


def listed(store, event):
    return [one.name for one in people.listed(store, event.id) if "onald" in one.name]


def press(qtbot, doubles):
    qtbot.waitUntil(lambda: not doubles.pause.isActive())
    QTest.keyClick(doubles.dialog.ui.act_button, Qt.Key.Key_Space)


def test_a_double_is_merged_and_parted_again(qtbot, doubles, store, event):
    dialog = doubles.dialog
    assert isinstance(dialog.chosen, Proposal)
    assert "without being on the list" in dialog.rows.index(0).data()
    assert len(listed(store, event)) == 2
    press(qtbot, doubles)
    qtbot.waitUntil(lambda: isinstance(dialog.chosen, Decided))
    assert listed(store, event) == ["Hannah McDonald"]
    assert dialog.ui.act_button.text() == "&Two people after all"
    press(qtbot, doubles)
    qtbot.waitUntil(lambda: isinstance(dialog.chosen, Decided) and not dialog.chosen.one)
    assert len(listed(store, event)) == 2, "and who was parted is not proposed again"
    assert "two people again" in dialog.ui.banner.sentence
    press(qtbot, doubles)
    qtbot.waitUntil(lambda: dialog.ui.act_button.text() == "&Two people after all")


def test_a_second_click_is_not_for_the_next_pair(qtbot, doubles, store, event):
    press(qtbot, doubles)
    qtbot.waitUntil(lambda: isinstance(doubles.dialog.chosen, Decided))
    QTest.keyClick(doubles.dialog.ui.act_button, Qt.Key.Key_Space)
    assert listed(store, event) == ["Hannah McDonald"]


def test_enter_on_a_pair_merges_it(qtbot, doubles, store, event):
    doubles.dialog.ui.records_list.setFocus()
    QTest.keyClick(doubles.dialog.ui.records_list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(store, event) == ["Hannah McDonald"])
    assert doubles.dialog.isVisible()


def test_the_list_has_names_and_targets(doubles):
    check(doubles.dialog)


def test_what_another_desk_merged_meanwhile_is_told(qtbot, doubles, store, event):
    from sla_desktop.services import merging

    pair = doubles.dialog.chosen
    merging.merge(store, pair.keep.member, pair.double.member, desk="Desk 2")
    press(qtbot, doubles)
    assert "already" in doubles.dialog.ui.banner.sentence


def test_a_steward_is_not_offered_it(qtbot, desktop, store, event, people, prompts):
    prompts.secrets.extend(["2468", "2468"])
    desktop.role_menu.take(STEWARD)
    qtbot.waitUntil(lambda: roles.role_of(store) == STEWARD and bool(prompts.told))
    assert not desktop.window.ui.doubles_action.isVisible()
