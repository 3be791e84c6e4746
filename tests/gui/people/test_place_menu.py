"""A person's place at the event is changed in their details: status, ticket and the note for the desk."""

import pytest
from PySide6.QtCore import Qt

from sla_desktop.gui.people.person_dialog import PersonDialog
from sla_desktop.gui.people.place_menu import PlaceMenu
from sla_desktop.services.people import attendees
from tests.gui.test_accessibility import check


@pytest.fixture
def dialog(qtbot, store, event, people, prompts):
    made = PersonDialog(store, event.id, people[0].id, prompts)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.told = []
    made.saved.connect(made.told.append)
    made.show()
    return made


@pytest.fixture
def menu(dialog):
    return dialog.findChild(PlaceMenu)


@pytest.fixture
def place(store, event, people):
    return lambda: next(one.registration for one in attendees(store, event.id) if one.id == people[0].id)


def test_a_note_for_the_desk_is_written_and_removed(menu, dialog, prompts, place):
    assert not menu.no_note_action.isEnabled()
    prompts.texts.append("Needs the step-free door.")
    menu.note_action.trigger()
    assert place().attention == "Needs the step-free door."
    assert dialog.told == ["Saved their place at once: registered, with a note."]
    menu.note_action.trigger()
    assert place().attention == "Needs the step-free door.", "who changes their mind changes nothing"
    menu.no_note_action.trigger()
    assert place().attention == ""


def test_a_status_and_a_ticket_are_chosen(menu, prompts, place):
    status = {action.text(): action for action in menu.status_menu.actions()}
    assert status["Registered"].isChecked()
    status["Awaiting approval"].trigger()
    assert place().status == "awaiting-approval"
    prompts.texts.append("Speaker")
    menu.ticket_action.trigger()
    assert place().ticket_type == "Speaker"
    assert place().status == "awaiting-approval"


def test_the_dialog_still_has_names_targets_and_its_own_alt_keys(dialog):
    check(dialog)
