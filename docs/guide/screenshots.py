"""Makes the guide's pictures again: every page at 1280 x 720, light and dark, on a made-up community day.

Run it with `.venv/bin/python docs/guide/screenshots.py`; it needs no display. A folder may be named as argument.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import sample_event
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from sla_desktop.app import remembered_appearance
from sla_desktop.domain.events import Event
from sla_desktop.domain.ids import new_id
from sla_desktop.domain.registrations import ticket_code
from sla_desktop.gui.desktop import Desktop
from sla_desktop.gui.main_window import MainWindow
from sla_desktop.gui.people.import_dialog import ImportDialog
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.theme import Scheme
from sla_desktop.services import awards, badges, certificate_papers, clock, pack
from sla_desktop.services.people import attendees
from sla_desktop.storage.store import open_store

SIZE = (1280, 720)


class Camera:
    """Takes a picture of a window in light and in dark colours."""

    def __init__(self, desktop: Desktop, home: Path, folder: Path) -> None:
        self.desktop, self.home, self.folder = desktop, home, folder
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str, window: QWidget | None = None) -> None:
        """Save the picture as name-light.png and name-dark.png."""
        for scheme in (Scheme.DARK, Scheme.LIGHT):
            self.desktop.appearance.choose(scheme)
            (window or self.desktop.window).activateWindow()
            settle()
            picture = (window or self.desktop.window).grab()
            picture.save(str(self.folder / f"{name}-{scheme.value}.png"), "PNG", 0)

    def wait(self) -> None:
        """Wait until no job runs."""
        settle(lambda: not self.desktop.jobs.busy)


def settle(ready: Callable[[], bool] = lambda: True) -> None:
    """Let the window finish drawing, and wait for something."""
    timer = QElapsedTimer()
    timer.start()
    while timer.elapsed() < 30 or (not ready() and timer.elapsed() < 60_000):
        QApplication.processEvents()


def door(camera: Camera, event: Event) -> None:
    """The Check-in page in each of its moods, and a walk-in."""
    window = camera.desktop.window
    window.go("check_in")
    page = window.page
    camera.take("check-in-ready")
    page.ui.search_edit.setText("ma")
    camera.take("check-in-search")
    expected = [one for one in attendees(camera.desktop.store, event.id) if not one.inside and not one.cancelled]
    for name in ("check-in-welcome", "check-in-already-in"):
        page.ui.search_edit.setText(expected[3].registration.code)
        page.ui.search_edit.returnPressed.emit()
        camera.take(name)
    page.ui.search_edit.setText(ticket_code(new_id()))
    page.ui.search_edit.returnPressed.emit()
    camera.take("check-in-not-on-the-list")
    page.open_walk_in()
    dialog = page.findChild(QDialog)
    dialog.start_with("Wren Achebe")
    camera.take("walk-in", dialog)
    dialog.reject()


def people(camera: Camera, event: Event) -> None:
    """The People page, and an import."""
    window = camera.desktop.window
    camera.take("people")
    window.page.ui.import_button.click()
    dialog = window.page.findChild(ImportDialog)
    camera.take("import-choose", dialog)
    path = camera.home / "registrations.csv"
    known = [one for one in attendees(camera.desktop.store, event.id) if one.member.given and one.member.family][:18]
    lines = ["First name,Last name,Email,Organisation"]
    lines += [f"{one.member.given},{one.member.family},{one.member.email},{one.organisation}" for one in known]
    lines[3] = lines[3].replace(known[2].organisation, "Lambeth Carers")
    lines += ["Wren,Achebe,wren@example.net,Harbour Hospice", "Ewa,Jabłońska,ewa@example.net,Mind"] * 2
    lines += ["Dilnoza,Karimova,dilnoza@example.net,Mind", ",,ghost@example.net,"]
    path.write_text("\n".join(lines), encoding="utf-8")
    dialog.read(path)
    camera.wait()
    camera.take("import-preview", dialog)
    dialog.reject()


def tables(camera: Camera) -> None:
    """The Breakouts page before and after, and the projector."""
    window = camera.desktop.window
    window.go("breakouts")
    camera.take("breakouts-empty")
    window.page.ui.form_button.click()
    camera.wait()
    camera.take("breakouts")
    window.page.show_view("Who meets whom")
    camera.take("breakouts-who-meets-whom")
    window.page.show_view("Tables")
    projector = window.page.open_projector()
    projector.showNormal()
    projector.resize(*SIZE)
    camera.take("projector", projector)
    projector.close()


def answers(camera: Camera, event: Event) -> None:
    """The Feedback page before and after, and the kiosk."""
    window = camera.desktop.window
    window.go("feedback")
    camera.take("feedback-empty")
    sample_event.answer(camera.desktop.store, event)
    kiosk = window.page.start_kiosk()
    kiosk.showNormal()
    kiosk.resize(*SIZE)
    camera.take("kiosk-start", kiosk)
    kiosk.findChild(QWidget, "answers_box").layout().itemAt(0).widget().click()
    camera.take("kiosk-question", kiosk)
    kiosk.leave()
    camera.wait()
    settle()
    window.page.ui.banner.hide()
    camera.take("feedback")


def papers(camera: Camera) -> None:
    """The Documents page and the Sync page."""
    window = camera.desktop.window
    window.go("documents")
    window.page.ui.certificates_button.click()
    camera.wait()
    camera.take("documents")
    window.go("sync")
    (camera.home / "Community share").mkdir()
    window.page.ui.url_edit.setText("Community share")
    window.page.ui.sync_button.click()
    camera.wait()
    camera.take("sync")


def printed(camera: Camera, event: Event) -> None:
    """A certificate, badges and two pages of the summary pack as they come out of the printer."""
    store, path = camera.desktop.store, camera.home / "printed.pdf"
    awards.set_award(store, event.id, {"outcomes": ["Name two people to work with", "Plan one visit"]})
    for name, draw, pages in (
        ("printed-certificate", certificate_papers.print_certificates, (0,)),
        ("printed-badges", badges.print_badges, (0,)),
        ("printed-pack", pack.print_pack, (0, 5)),
    ):
        draw(store, event.id, path)
        document = QPdfDocument()
        document.load(str(path))
        side_by_side([sheet(document, page) for page in pages]).save(str(camera.folder / f"{name}.png"), "PNG", 0)
        document.close()


def sheet(document: QPdfDocument, page: int) -> QImage:
    """A page as a picture on white paper."""
    size = document.pagePointSize(page) * 1.2
    picture = QImage(size.toSize(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.drawImage(0, 0, document.render(page, picture.size()))
    painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return picture


def side_by_side(pictures: list[QImage]) -> QImage:
    """Pictures of one size in a row."""
    wide = pictures[0].width()
    row = QImage(wide * len(pictures), pictures[0].height(), QImage.Format.Format_RGB32)
    painter = QPainter(row)
    for nth, picture in enumerate(pictures):
        painter.drawImage(nth * wide, 0, picture)
    painter.end()
    return row


def main(folder: Path) -> None:
    """Take all pictures into a folder."""
    home = Path(tempfile.mkdtemp(prefix="sla-guide-"))
    os.environ.update(dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DOCUMENTS_DIR"), str(home)))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(home)
    app = QApplication([])
    store = open_store(home / "guide.sla", secret="5e" * 32)
    store.name_desk("Desk 1")
    desktop = Desktop(store, Prompts(), MainWindow(remembered_appearance(app)))
    desktop.window.resize(*SIZE)
    desktop.window.show()
    camera = Camera(desktop, home, folder)
    camera.take("welcome")
    event = sample_event.make(desktop.store)
    settle()
    camera.take("events")
    with clock.played(sample_event.DAY.replace(hour=9, minute=12)):
        desktop.window.open_event(event)
        people(camera, event)
        door(camera, event)
        tables(camera)
        answers(camera, event)
    papers(camera)
    printed(camera, event)
    desktop.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "images").resolve())
