"""Answers by phone from the window: off until started, codes and addresses while open, off again after stop."""

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from sla_desktop.domain.errors import SlaError
from sla_desktop.gui.feedback.page import FeedbackPage
from sla_desktop.gui.feedback.phones import PhonesDialog, wifi_text
from sla_desktop.services import forms
from sla_desktop.venue.phones import Phones
from tests.survey.sheets import form
from tests.venue.phone import Phone


@pytest.fixture
def dialog(qtbot, store, event, jobs):
    forms.save_form(store, event.id, form(("text", "a", "A?")))
    made = PhonesDialog(lambda address: Phones(store, event.id, host=address, port=0), jobs)
    made.ui.address_box.clear()
    made.ui.address_box.addItem("127.0.0.1")
    made._show_state()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.shut()


def start(qtbot, dialog):
    qtbot.mouseClick(dialog.ui.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.ui.stop_button.isVisible() and not dialog._busy, timeout=30_000)


def code_in(label):
    image = label.pixmap().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    picture = memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))
    return zxingcpp.read_barcodes(picture)[0].text


def test_it_is_off_until_it_is_started_and_off_again_after_stop(qtbot, dialog):
    assert dialog.phones is None
    start(qtbot, dialog)
    phones = dialog.phones
    assert Phone("127.0.0.1", phones.port).get().heading == "Test"
    assert phones.address in dialog.ui.words_label.text()
    qtbot.mouseClick(dialog.ui.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.ui.start_button.isVisible() and not dialog._busy, timeout=30_000)
    with pytest.raises(OSError, match=r"refused|reset"):
        Phone("127.0.0.1", phones.port).get()


def test_the_codes_join_the_wifi_and_open_the_page(qtbot, dialog):
    dialog.ui.name_edit.setText("Hall; guests")
    dialog.ui.password_edit.setText('se"cret')
    start(qtbot, dialog)
    assert code_in(dialog.ui.open_code) == dialog.phones.address
    assert code_in(dialog.ui.join_code) == 'WIFI:T:WPA;S:Hall\\; guests;P:se\\"cret;;'
    assert dialog.ui.open_code.accessibleName().startswith("Code to open")


def test_with_one_code_only_that_one_is_spoken_of_and_the_other_once_it_is_there(qtbot, dialog):
    qtbot.mouseClick(dialog.ui.start_button, Qt.MouseButton.LeftButton)
    assert dialog.ui.words_label.text() == "One moment…"
    qtbot.waitUntil(lambda: dialog.ui.stop_button.isVisible() and not dialog._busy, timeout=30_000)
    assert "on the left" not in dialog.ui.words_label.text()
    dialog.ui.name_edit.setText("Hall")
    assert "on the left" in dialog.ui.words_label.text()


def test_a_wifi_without_a_password_says_so():
    assert wifi_text("Hall", "") == "WIFI:T:nopass;S:Hall;P:;;"


def test_what_phones_do_is_told(qtbot, dialog):
    start(qtbot, dialog)
    phone = Phone("127.0.0.1", dialog.phones.port).get("/check")
    phone.start().answer("Fine")
    qtbot.waitUntil(lambda: "1 answer saved" in dialog.ui.words_label.text(), timeout=10_000)
    assert "A phone reached this laptop" in dialog.ui.words_label.text()


def test_what_cannot_be_opened_is_told_and_may_be_tried_again(qtbot, jobs):
    def refuse(address):
        raise SlaError("The address is taken.")

    made = PhonesDialog(refuse, jobs)
    made.ui.address_box.addItem("127.0.0.1")
    made._show_state()
    qtbot.addWidget(made)
    made.show()
    qtbot.mouseClick(made.ui.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: made.ui.words_label.text() == "The address is taken.")
    qtbot.waitUntil(made.ui.start_button.isEnabled)


def test_leaving_the_page_takes_it_off_the_network(qtbot, store, event, jobs, prompts):
    page = FeedbackPage(store, event, jobs, prompts, lambda address: Phones(store, event.id, host=address, port=0))
    qtbot.addWidget(page)
    page.phones.phones = Phones(store, event.id, host="127.0.0.1", port=0)
    port = page.phones.phones.port
    page.retire()
    with pytest.raises(OSError, match=r"refused|reset"):
        Phone("127.0.0.1", port).get()
