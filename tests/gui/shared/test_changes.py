"""A commit reaches the pages: at once those that show, later those that do not."""

import threading

from PySide6.QtCore import QObject, Qt, QThread
from PySide6.QtWidgets import QStackedWidget

from sla_desktop.gui.shared.changes import ChangeRelay
from sla_desktop.gui.shared.page import Page


class CountingPage(Page):
    watches = frozenset({"member"})

    def __init__(self):
        super().__init__()
        self.loads = 0

    def refresh(self):
        self.loads += 1


class Home(QObject):
    def __init__(self):
        super().__init__()
        self.heard = []

    def take(self, nouns):
        self.heard.append((nouns, QThread.currentThread()))


def test_a_commit_on_another_thread_is_heard_on_the_window_thread(qtbot, qapp):
    relay, home = ChangeRelay(), Home()
    relay.changed.connect(home.take, Qt.ConnectionType.QueuedConnection)
    with qtbot.waitSignal(relay.changed):
        thread = threading.Thread(target=relay.take, args=(["member"],))
        thread.start()
        thread.join()
    qtbot.waitUntil(lambda: bool(home.heard))
    assert home.heard == [(frozenset({"member"}), qapp.thread())]


def test_a_page_reloads_for_its_own_nouns_only(qtbot):
    page = CountingPage()
    qtbot.addWidget(page)
    page.show()
    assert page.loads == 1
    page.take_changes(frozenset({"event"}))
    assert page.loads == 1
    page.take_changes(frozenset({"event", "member"}))
    assert page.loads == 2


def test_a_hidden_page_waits_until_it_shows(qtbot):
    stack, page, other = QStackedWidget(), CountingPage(), CountingPage()
    qtbot.addWidget(stack)
    stack.addWidget(page)
    stack.addWidget(other)
    stack.show()
    stack.setCurrentWidget(other)
    for _ in range(3):
        page.take_changes(frozenset({"member"}))
    assert page.loads == 1
    stack.setCurrentWidget(page)
    assert page.loads == 2
