"""What a person may ask for is in the dialog with their details: consents, a copy, erasure."""

import pytest
from PySide6.QtCore import Qt

from sla_desktop.domain.team import Device, device_id
from sla_desktop.gui.people.person_dialog import PersonDialog
from sla_desktop.services import audit, consents, people


@pytest.fixture
def sian(people):
    return next(person for person in people if person.name == "Siân Ní Bhriain")


@pytest.fixture
def dialog(qtbot, store, event, sian, prompts):
    made = PersonDialog(store, event.id, sian.id, prompts)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_opening_somebodys_details_is_noted(store, sian, dialog):
    assert audit.lines(store, person=sian.member.id)[-1].words == "opened the details of Siân Ní Bhriain"


def test_a_consent_is_noted_and_shown(store, sian, dialog):
    assert not dialog.ui.consent_label.isVisible()
    answers = dialog.rights.menu.actions()[1].menu().actions()
    answers[1].trigger()
    assert consents.latest(store, sian.member.id)[0].given is False
    assert dialog.ui.consent_label.text().startswith(f"Consents: photographs no ({store.desk}")


def test_a_copy_of_everything_is_saved_where_people_choose(qtbot, dialog, prompts, tmp_path):
    dialog.rights.export_action.trigger()
    prompts.chosen_folder = tmp_path
    said = []
    dialog.saved.connect(said.append)
    dialog.rights.export_action.trigger()
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].startswith("Wrote ")
    assert list(tmp_path.glob("data of *.zip"))


def test_erasure_needs_the_whole_name(qtbot, store, event, sian, dialog, prompts):
    prompts.texts = ["Siân Ní Bhriain"]
    dialog.rights.erase_action.trigger()
    assert dialog.isVisible()
    prompts.agrees, prompts.texts = True, ["Siân"]
    dialog.rights.erase_action.trigger()
    assert prompts.told == ["That is not the name, so nothing was erased."]
    prompts.texts = ["siân ní bhriain"]
    with qtbot.waitSignal(dialog.rights.done):
        dialog.rights.erase_action.trigger()
    assert sian.id not in {one.id for one in people.attendees(store, event.id)}
    assert not dialog.isVisible()


def test_a_laptop_that_does_not_lead_cannot_erase(store, event, dialog, prompts):
    key = b"k" * 32
    with store.change() as tx:
        tx.put(Device(device_id(store.public_key), "Door", store.public_key.hex(), role="desk"))
        tx.put(Device(device_id(key), "Office", key.hex(), role="desk"))
    dialog.rights.erase_action.trigger()
    assert "Only a laptop that leads" in prompts.told[0]
