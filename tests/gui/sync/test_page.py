"""Syncing says where, what is unsent, what happened and what two laptops disagree about."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sla_desktop.gui.sync.page import SyncPage
from sla_desktop.services import exchange
from sla_desktop.services.people import save_member


@pytest.fixture
def share(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    return str(folder)


@pytest.fixture
def page(qtbot, store, event, people, jobs, prompts):
    made = SyncPage(store, event, jobs, prompts)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


def sync(qtbot, page):
    with qtbot.waitSignal(page.exchanged, timeout=20_000):
        qtbot.mouseClick(page.ui.sync_button, Qt.MouseButton.LeftButton)


def test_a_laptop_that_never_synced_says_so(page):
    assert page.ui.last_figure.text() == "Never"
    assert int(page.ui.unsent_figure.text()) > 8


def test_without_a_place_the_page_asks_for_one(qtbot, page):
    qtbot.mouseClick(page.ui.sync_button, Qt.MouseButton.LeftButton)
    assert "Say where to share" in page.ui.banner.sentence
    assert page.ui.url_edit.property("wrong") == "true"
    page.ui.url_edit.setText("/somewhere")
    assert page.ui.url_edit.property("wrong") == "false"


def test_syncing_with_a_folder_sends_everything_and_says_so(qtbot, page, share, prompts):
    from pathlib import Path

    prompts.chosen_folder = Path(share)
    qtbot.mouseClick(page.ui.folder_button, Qt.MouseButton.LeftButton)
    sync(qtbot, page)
    assert page.ui.unsent_figure.text() == "0"
    assert "sent" in page.ui.banner.sentence
    assert page.ui.last_figure.text().startswith("Today")
    assert page.ui.last_words.text() == share


def test_the_share_is_remembered_for_the_next_time(qtbot, store, event, page, share, jobs, prompts):
    page.ui.url_edit.setText(share)
    sync(qtbot, page)
    again = SyncPage(store, event, jobs, prompts)
    qtbot.addWidget(again)
    assert again.ui.url_edit.text() == share


def test_a_share_that_cannot_be_reached_is_told_in_a_sentence(qtbot, page):
    page.ui.url_edit.setText("ftp://nowhere")
    sync(qtbot, page)
    assert "is no kind of share" in page.ui.banner.sentence
    assert page.ui.sync_button.isEnabled()


def test_two_laptops_that_disagree_are_told_in_words(qtbot, open_laptop, store, people, page, share):
    other = open_laptop("other")
    exchange.sync(store, share)
    exchange.sync(other, share)
    member = people[0].member
    save_member(store, replace(member, phone="020 7946 0001"))
    save_member(other, replace(member, phone="020 7946 0002"))
    exchange.sync(other, share)
    page.ui.url_edit.setText(share)
    sync(qtbot, page)
    assert page.ui.conflicts_card.isVisible()
    told = " ".join(label.text() for label in page.ui.conflicts_box.findChildren(QLabel))
    assert "020 7946 0001" in told
    assert "020 7946 0002" in told
