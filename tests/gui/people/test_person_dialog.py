"""A person's details are put right in the window, and stay right."""

import pytest
from PySide6.QtCore import Qt

from sla_desktop.domain.members import Affiliation, Organisation, affiliation_id, organisation_id
from sla_desktop.gui.people.page import PeoplePage
from sla_desktop.gui.people.person_dialog import PersonDialog
from sla_desktop.services import exchange, registrations
from sla_desktop.services.editing import save_member
from sla_desktop.services.people import attendees
from tests.gui.test_accessibility import check


@pytest.fixture
def page(qtbot, store, event, people, prompts):
    made = PeoplePage(store, event, lambda parent: None, prompts)
    qtbot.addWidget(made)
    made.show()
    return made


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


def member(store, event, person):
    return next(one.member for one in attendees(store, event.id) if one.id == person.id)


def choose(page, name):
    table = page.ui.people_table
    row = next(row for row in range(table.model().rowCount()) if table.model().index(row, 0).data() == name)
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, 0))
    return table.visualRect(table.currentIndex()).center()


def opened(page):
    return page.findChild(PersonDialog)


def write(box, text):
    """Replace what a box says, as pasting does: keys without accents could not type these names."""
    box.selectAll()
    box.insert(text)


def test_the_dialog_is_reachable_named_and_labelled(dialog):
    check(dialog)


def test_edit_waits_for_somebody_to_be_selected(qtbot, page):
    assert page.ui.edit_button.isVisible()
    assert not page.ui.edit_button.isEnabled()
    choose(page, "Siân Ní Bhriain")
    assert page.ui.edit_button.isEnabled()
    qtbot.keyClicks(page.ui.find_edit, "nobody of this name")
    assert not page.ui.edit_button.isEnabled()


def test_an_event_without_people_has_nobody_to_edit(qtbot, store, event, prompts):
    page = PeoplePage(store, event, lambda parent: None, prompts)
    qtbot.addWidget(page)
    page.show()
    assert not page.ui.edit_button.isVisible()


@pytest.mark.parametrize("way", ["Enter", "double-click", "button", "Enter on the button"])
def test_a_person_is_opened_in_every_way_and_once(qtbot, page, way):
    place = choose(page, "Zoë D'Souza")
    table, button = page.ui.people_table, page.ui.edit_button
    if way == "Enter":
        qtbot.keyClick(table, Qt.Key.Key_Return)
    elif way == "double-click":
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    elif way == "button":
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Return)
    dialogs = page.findChildren(PersonDialog)
    assert [one.ui.full_name_edit.text() for one in dialogs] == ["Zoë D'Souza"]
    dialogs[0].reject()


def test_enter_with_nobody_selected_opens_nothing(qtbot, page):
    page.ui.people_table.setFocus()
    page.ui.people_table.selectionModel().clear()
    qtbot.keyClick(page.ui.people_table, Qt.Key.Key_Return)
    assert opened(page) is None


def test_every_detail_is_saved_as_typed_and_the_banner_says_so(qtbot, store, event, page, sian):
    choose(page, sian.name)
    qtbot.mouseClick(page.ui.edit_button, Qt.MouseButton.LeftButton)
    ui = opened(page).ui
    write(ui.full_name_edit, "  siân  NÍ Bhriain-Obi ")
    write(ui.known_as_edit, "shân")
    write(ui.pronouns_edit, "she/they")
    write(ui.email_edit, "Sian@Example.org")
    ui.access_needs_edit.setPlainText("Step-free way in\nA seat near the door")
    ui.dietary_edit.setPlainText("no nuts")
    qtbot.keyClick(ui.email_edit, Qt.Key.Key_Return)
    saved = member(store, event, sian)
    assert (saved.full_name, saved.known_as, saved.pronouns) == ("siân NÍ Bhriain-Obi", "shân", "she/they")
    assert (saved.email, saved.dietary) == ("Sian@Example.org", "no nuts")
    assert saved.access_needs == "Step-free way in\nA seat near the door"
    assert page.ui.banner.sentence == "Saved siân NÍ Bhriain-Obi."


def test_the_dialog_shows_what_is_known(qtbot, store, event, sian, prompts):
    known = {"known_as": "Shân", "pronouns": "she/her", "access_needs": "Large print\nA loop", "dietary": "Vegan"}
    for name, value in known.items():
        object.__setattr__(sian.member, name, value)
    save_member(store, sian.member)
    dialog = PersonDialog(store, event.id, sian.id, prompts)
    qtbot.addWidget(dialog)
    assert dialog.ui.pronouns_edit.text() == "she/her"
    assert dialog.ui.access_needs_edit.toPlainText() == "Large print\nA loop"
    dialog.ui.save_button.click()
    assert member(store, event, sian) == sian.member


@pytest.mark.parametrize("name", ["", "   ", "\u200b"])
def test_a_person_without_a_name_is_refused_beside_the_field(qtbot, store, event, sian, dialog, name):
    dialog.ui.full_name_edit.setText(name)
    qtbot.mouseClick(dialog.ui.save_button, Qt.MouseButton.LeftButton)
    assert dialog.ui.error_label.isVisible()
    assert "needs a name" in dialog.ui.error_label.text()
    assert dialog.ui.full_name_edit.property("wrong") == "true"
    assert member(store, event, sian) == sian.member


def test_cancel_changes_nothing(qtbot, store, event, sian, dialog):
    write(dialog.ui.full_name_edit, "Somebody else")
    qtbot.mouseClick(dialog.ui.cancel_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert member(store, event, sian) == sian.member


def test_what_another_laptop_said_of_other_fields_meanwhile_stays(
    qtbot, open_laptop, tmp_path, store, event, sian, prompts
):
    share = str(tmp_path / "stick")
    (tmp_path / "stick").mkdir()
    office = open_laptop("office")
    for laptop in (store, office):
        exchange.sync(laptop, share)
    dialog = PersonDialog(store, event.id, sian.id, prompts)
    qtbot.addWidget(dialog)
    there = PersonDialog(office, event.id, sian.id, prompts)
    qtbot.addWidget(there)
    there.ui.dietary_edit.setPlainText("Halal")
    there.ui.save_button.click()
    for laptop in (office, store):
        exchange.sync(laptop, share)
    dialog.ui.pronouns_edit.setText("she/her")
    dialog.ui.save_button.click()
    for laptop in (store, office):
        exchange.sync(laptop, share)
    for laptop in (store, office):
        found = member(laptop, event, sian)
        assert (found.dietary, found.pronouns) == ("Halal", "she/her")


def test_importing_the_same_list_again_keeps_the_correction(qtbot, store, event, sian, dialog, tmp_path):
    write(dialog.ui.full_name_edit, "Shân O'Brien")
    write(dialog.ui.email_edit, "shan@example.org")
    dialog.ui.dietary_edit.setPlainText("Vegan")
    qtbot.mouseClick(dialog.ui.save_button, Qt.MouseButton.LeftButton)
    plan = registrations.plan_import(store, event.id, tmp_path / "people.csv")
    registrations.apply_import(store, event.id, plan)
    assert member(store, event, sian).full_name == "Shân O'Brien"
    assert member(store, event, sian).email == "shan@example.org"
    assert member(store, event, sian).dietary == "Vegan"
    assert len(attendees(store, event.id)) == 8


def test_an_old_name_does_not_stay_behind_in_its_parts(store, event, sian, dialog):
    dialog.ui.full_name_edit.setText("Oisín Ní Bhriain")
    dialog.ui.save_button.click()
    saved = member(store, event, sian)
    assert (saved.given, saved.family) == ("", "Ní Bhriain")


def test_the_corrected_row_is_still_selected_when_the_list_is_sorted_anew(qtbot, event, people, desktop):
    desktop.window.show()
    desktop.window.open_event(event)
    desktop.window.go("people")
    page = desktop.window.page
    choose(page, "Siân Ní Bhriain")
    qtbot.keyClick(page.ui.people_table, Qt.Key.Key_Return)
    write(opened(page).ui.full_name_edit, "Aisling Ní Bhriain")
    qtbot.keyClick(opened(page).ui.full_name_edit, Qt.Key.Key_Return)
    chosen = page.ui.people_table.selectionModel().selectedRows
    qtbot.waitUntil(lambda: [index.data() for index in chosen()] == ["Aisling Ní Bhriain"])
    assert page.ui.edit_button.isEnabled()
    assert page.ui.banner.sentence == "Saved Aisling Ní Bhriain."


def test_where_somebody_works_is_put_right_and_a_re_import_keeps_it(qtbot, store, event, sian, dialog, tmp_path):
    write(dialog.ui.organisation_edit, "Oxleas NHS Foundation Trust")
    write(dialog.ui.role_edit, "Student nurse")
    write(dialog.ui.sector_edit, "Health")
    write(dialog.ui.place_edit, "Bexley")
    write(dialog.ui.phone_edit, "020 7946 0000")
    qtbot.mouseClick(dialog.ui.save_button, Qt.MouseButton.LeftButton)
    plan = registrations.plan_import(store, event.id, tmp_path / "people.csv")
    registrations.apply_import(store, event.id, plan)
    found = next(one for one in attendees(store, event.id) if one.id == sian.id)
    assert found.organisations == (found.organisation,) == ("Oxleas NHS Foundation Trust",)
    assert (found.role, found.sector, found.place) == ("Student nurse", "Health", "Bexley")
    assert found.member.phone == "020 7946 0000"


def test_a_second_hat_that_is_known_becomes_the_main_one(store, event, sian):
    for name in ("Oxleas", "", "Oxleas"):
        save_member(store, sian.member, {"organisation": name})
    with store.change() as tx:
        home = organisation_id("Carers Together")
        hat = Affiliation(affiliation_id(sian.member.id, "Carers Together"), sian.member.id, home, role="Carer")
        tx.put(Organisation(home, "Carers Together"), hat)
    save_member(store, sian.member, {"organisation": "carers together"})
    found = next(one for one in attendees(store, event.id) if one.id == sian.id)
    assert (found.organisation, found.role) == ("Carers Together", "Carer")
    assert set(found.organisations) == {"Carers Together", "Oxleas"}
