"""The Sync page shows the team's laptops, lets a lead order, and asks for a passphrase where one is needed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sla_desktop.gui.sync.page import SyncPage
from sla_desktop.services import exchange, passphrase, team

WORDS = "a passphrase for all of us"


@pytest.fixture
def share(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def door(store, open_laptop, share):
    made = open_laptop("door")
    store.name_desk("Office")
    made.name_desk("Door")
    for laptop in (store, made, store):
        exchange.sync(laptop, str(share))
    return made


def shown(qtbot, store, event, jobs, prompts):
    made = SyncPage(store, event, jobs, prompts, QWidget())
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    return made


@pytest.fixture
def page(qtbot, store, event, people, door, jobs, prompts):
    return shown(qtbot, store, event, jobs, prompts)


def choose(page, name):
    rows = page.team_card.rows
    place = next(row for row, one in enumerate(rows.records) if one.device.name == name)
    page.team_card.ui.laptops_list.setCurrentIndex(rows.index(place, 0))


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_this_laptop_is_named_anew_and_two_of_one_name_are_pointed_out(qtbot, page, prompts, store):
    prompts.texts = ["Door"]
    click(qtbot, page.team_card.ui.name_button)
    assert store.desk == "Door"
    assert "More than one laptop is called Door" in page.ui.banner.sentence
    assert "More than one laptop is called Door" in page.team_card.ui.help_label.text()
    prompts.texts = ["x" * 99]
    click(qtbot, page.team_card.ui.name_button)
    assert "1 to 60 letters" in prompts.told[-1]


def test_each_laptop_is_a_row_with_its_role(page):
    told = [page.team_card.rows.index(row, 0).data() for row in range(2)]
    assert told[0].startswith("Office (this laptop), Leads the team")
    assert told[1].startswith("Door, Works at a desk")
    assert "This laptop leads" in page.team_card.ui.help_label.text()
    assert not page.team_card.ui.off_button.isEnabled()


def test_a_laptop_is_taken_off_with_a_reason_and_put_back_by_undo(qtbot, store, page, prompts):
    choose(page, "Door")
    click(qtbot, page.team_card.ui.off_button)
    assert not team.find(store, "Door").taken_off
    prompts.texts = ["left on a train"]
    click(qtbot, page.team_card.ui.off_button)
    assert team.find(store, "Door").device.revoked_reason == "left on a train"
    assert "is taken off" in page.ui.banner.sentence
    click(qtbot, page.ui.banner._button)
    assert not team.find(store, "Door").taken_off


def test_a_lead_is_made_only_after_asking(qtbot, store, page, prompts):
    choose(page, "Door")
    click(qtbot, page.team_card.ui.lead_button)
    assert team.find(store, "Door").role == "works at a desk"
    prompts.agrees = True
    click(qtbot, page.team_card.ui.lead_button)
    assert team.find(store, "Door").role == "leads the team"


def test_waiting_records_can_be_let_in(qtbot, store, event, door, page, people, share):
    team.take_off(store, team.find(store, "Door"))
    from dataclasses import replace

    from sla_desktop.services.editing import save_member

    exchange.sync(store, str(share))
    save_member(door, replace(people[0].member, phone="020"))
    for laptop in (door, store):
        exchange.sync(laptop, str(share))
    page.refresh()
    choose(page, "Door")
    assert "Records wait" in page.team_card.rows.index(1, 0).data()
    click(qtbot, page.team_card.ui.accept_button)
    assert team.find(store, "Door").held == 0


def test_a_desk_is_told_who_leads(qtbot, door, event, jobs, prompts):
    page = shown(qtbot, door, event, jobs, prompts)
    assert page.team_card.ui.help_label.text() == "Only a laptop that leads may change this: Office."
    choose(page, "Office")
    assert not page.team_card.ui.off_button.isEnabled()


def test_a_folder_is_protected_from_the_page(qtbot, page, prompts, share):
    page.ui.url_edit.setText(str(share))
    prompts.secrets = [WORDS, "another"]
    click(qtbot, page.team_card.ui.protect_button)
    assert "not the same" in page.ui.banner.sentence
    prompts.secrets = [WORDS, WORDS]
    with qtbot.waitSignal(page.team_card.told, timeout=20_000):
        click(qtbot, page.team_card.ui.protect_button)
    assert "The folder is protected" in page.ui.banner.sentence
    assert list((share / "keys").iterdir())
    qtbot.waitUntil(lambda: "Protected" in page.team_card.ui.protect_button.text())
    qtbot.waitUntil(page.team_card.ui.protect_button.isEnabled)


def test_a_protected_folder_asks_for_the_passphrase_and_goes_on_by_itself(qtbot, page, door, prompts, share):
    passphrase.keep(door, WORDS)
    passphrase.protect(door, str(share))
    page.ui.url_edit.setText(str(share))
    prompts.secrets = ["wrong", WORDS]
    click(qtbot, page.ui.sync_button)
    qtbot.waitUntil(lambda: "sent," in page.ui.banner.sentence, timeout=20_000)
    assert prompts.secrets == []
    qtbot.waitUntil(page.ui.sync_button.isEnabled)


def test_who_does_not_know_the_passphrase_may_leave_it(qtbot, page, door, prompts, share):
    passphrase.keep(door, WORDS)
    passphrase.protect(door, str(share))
    page.ui.url_edit.setText(str(share))
    click(qtbot, page.ui.sync_button)
    qtbot.waitUntil(lambda: "is protected" in page.ui.banner.sentence, timeout=20_000)
    assert page.ui.sync_button.isEnabled()
