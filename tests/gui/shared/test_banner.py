"""The banner says one sentence, stays, and offers a way on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from sla_desktop.gui.shared.banner import Banner


def test_a_banner_stays_until_it_is_closed(qtbot, appearance):
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.sentence == ""
    banner.say("Saved.")
    banner.say("<b>Saved</b> again.", "warn")
    assert banner.sentence == "<b>Saved</b> again."
    close = next(one for one in banner.findChildren(QPushButton) if one.accessibleName() == "Close this message")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert banner.sentence == ""


def test_a_brief_banner_goes_by_itself_and_what_follows_it_stays(qtbot, appearance):
    page = QWidget()
    banner = Banner(page)
    qtbot.addWidget(page)
    banner._leaving.setInterval(0)
    banner.say("Formed.", brief=True)
    qtbot.waitUntil(banner.isHidden)
    banner.say("Formed.", brief=True)
    banner.say("The disk is full.", "bad")
    assert not banner._leaving.isActive()


def test_the_button_of_a_banner_does_its_work_and_closes_it(qtbot, appearance):
    done = []
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say("Deleted.", "info", "Put back", lambda: done.append(True))
    button = next(one for one in banner.findChildren(QPushButton) if one.text() == "Put back")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert banner.isHidden()
