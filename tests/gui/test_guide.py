"""F1 opens the guide; its links, pictures and keys are true."""

import re
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from sla_desktop.gui.guide_window import FIRST_PAGE, PICTURE_WIDTH, SECTIONS, GuideWindow
from sla_desktop.gui.main_window import STAGES

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide"


def test_the_guide_opens_with_its_own_words_and_fitting_pictures(qtbot):
    guide = GuideWindow()
    guide.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(guide)
    guide.show()
    guide.activateWindow()
    qtbot.waitUntil(guide.isActiveWindow)
    assert "The facilitator's guide" in guide.browser.toPlainText()
    guide.browser.setSource(QUrl("#feedback"))
    assert guide.browser.verticalScrollBar().value() > 0
    picture = guide.browser.loadResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl("images/welcome-light.png")
    )
    assert picture.width() == PICTURE_WIDTH
    qtbot.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_the_guide_opens_where_it_tells_of_the_page_and_finds_words(qtbot, desktop, event):
    desktop.window.open_event(event, "check_in")
    desktop.window.ui.guide_action.trigger()
    guide = desktop.guide
    guide.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(guide)
    qtbot.waitUntil(lambda: guide.browser.verticalScrollBar().value() > 0)
    top = guide.browser.cursorForPosition(guide.browser.viewport().rect().topLeft())
    assert "At the door" in (top.block().text(), top.block().next().text())
    guide.activateWindow()
    qtbot.waitUntil(guide.isActiveWindow)
    qtbot.keyClick(guide.browser, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(guide.find_edit.hasFocus)
    qtbot.keyClicks(guide.find_edit, "roll CALL")
    assert guide.browser.textCursor().selectedText().lower() == "roll call"
    qtbot.keyClicks(guide.find_edit, "xyzzy")
    assert guide.found_label.text() == "Not in the guide."
    guide.find_edit.setText("the")
    guide.find_next()
    place = guide.browser.textCursor().position()
    guide.find_next()
    assert guide.browser.textCursor().position() > place
    guide.close()


def test_every_stage_has_its_place_in_the_guide():
    text = (GUIDE / FIRST_PAGE).read_text(encoding="utf-8")
    headings = {line[3:].lower().replace(" ", "-") for line in text.splitlines() if line.startswith("## ")}
    assert SECTIONS.keys() == set(STAGES)
    assert set(SECTIONS.values()) <= headings


def test_every_picture_and_heading_that_the_guide_names_exists():
    text = (GUIDE / FIRST_PAGE).read_text(encoding="utf-8")
    assert not [name for name in re.findall(r"!\[.*?\]\((.*?)\)", text) if not (GUIDE / name).exists()]
    headings = {line[3:].lower().replace(" ", "-") for line in text.splitlines() if line.startswith("## ")}
    assert set(re.findall(r"\]\(#(.*?)\)", text)) <= headings


def test_the_keys_in_the_guide_are_the_keys_of_the_menus(desktop):
    text = (GUIDE / FIRST_PAGE).read_text(encoding="utf-8")
    actions = {
        action.shortcut().toString() for action in desktop.window.findChildren(type(desktop.window.ui.undo_action))
    }
    for keys in ("Ctrl+F", "Ctrl+Z", "Ctrl+P", "Ctrl+O", "Ctrl+0", "Ctrl++", "Ctrl+-", "F1"):
        assert keys in actions
        assert keys in text


def test_the_check_up_lists_what_was_checked_in_words(qtbot, event, people, desktop):
    desktop.window.show()
    desktop.window.ui.check_up_action.trigger()
    dialog = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: dialog.findings.rowCount() > 3, timeout=20_000)
    said = [dialog.findings.index(row).data() for row in range(dialog.findings.rowCount())]
    assert any("8 people are on this laptop" in words for words in said)
    assert all(words.endswith((", Well", ", Needs you")) for words in said)
    dialog.accept()
