"""A camera reads tickets as a scanner does: once while held up, on dim screens too, and a bad one stops nothing."""

import subprocess
import sys

import numpy as np
import pytest
import zxingcpp
from PIL import Image, ImageFilter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sla_desktop.domain.errors import SlaError
from sla_desktop.gui.attendance.camera import REPEAT_SECONDS, CameraScan
from sla_desktop.gui.attendance.frames import Camera, Stills
from sla_desktop.gui.attendance.page import CheckInPage
from sla_desktop.services import presence, scans, tickets
from tests.door import recent


def code(text, kind=zxingcpp.BarcodeFormat.QRCode):
    """A code in black on white with room around it, as a camera of 640 x 480 may see it."""
    drawn = Image.fromarray(np.array(zxingcpp.create_barcode(text, kind).to_image(scale=4)))
    seen = Image.new("L", (640, 480), 255)
    drawn.thumbnail((420, 420), Image.Resampling.NEAREST)
    seen.paste(drawn, (110, 30))
    return seen


def between(picture, dark, bright):
    return picture.point(lambda value: dark + value * (bright - dark) // 255)


def noisy(picture):
    noise = np.random.default_rng(7).normal(0, 18, (480, 640))
    return Image.fromarray(np.clip(np.asarray(picture) + noise, 0, 255).astype(np.uint8))


SCREENS = {
    "paper": lambda picture: picture,
    "light on dark": lambda picture: picture.point(lambda value: 255 - value),
    "dim": lambda picture: between(picture, 6, 40),
    "too bright": lambda picture: between(picture, 205, 250),
    "dim and dark": lambda picture: between(picture, 40, 6),
    "turned": lambda picture: picture.rotate(33, fillcolor=255),
    "blurred": lambda picture: picture.filter(ImageFilter.GaussianBlur(1.2)),
    "noisy": noisy,
}


@pytest.fixture
def shown(tmp_path):
    """Writes pictures to files, in order; their paths."""

    def write(*pictures):
        paths = [tmp_path / f"{place}.png" for place in range(len(pictures))]
        for path, picture in zip(paths, pictures, strict=True):
            picture.save(path)
        return paths

    return write


@pytest.fixture
def make_page(qtbot, store, event, people, prompts):
    def make(source):
        made = CheckInPage(store, event, prompts, camera=lambda: source)
        qtbot.addWidget(made)
        made.resize(1000, 640)
        made.show()
        return made

    return make


@pytest.fixture
def scan():
    """A scan that runs, by a clock that the test moves (`scan.now`), and what it told (`scan.told`)."""
    made = CameraScan(Stills([]), None, clock=lambda: made.now)
    made.now, made.told, made.running = 1000.0, [], True
    made.scanned.connect(made.told.append)
    yield made
    made.close()


def inside(store, event):
    return {one.name for one in presence.present(store, event.id)}


@pytest.mark.parametrize("screen", SCREENS)
def test_a_code_is_read_on_paper_and_on_any_screen(screen):
    picture = SCREENS[screen](code("SLA2:7K2M9QXT"))
    assert scans.tickets_in(picture.tobytes(), picture.size, picture.width) == ["SLA2:7K2M9QXT"]


@pytest.mark.parametrize("kind", ["Aztec", "PDF417", "DataMatrix", "Code128"])
def test_the_codes_of_telephone_wallets_and_sellers_are_read(kind):
    picture = code("EB-99001-7", getattr(zxingcpp.BarcodeFormat, kind))
    assert scans.tickets_in(picture.tobytes(), picture.size, picture.width) == ["EB-99001-7"]


def test_an_empty_or_strange_picture_reads_as_nothing():
    for picture in (
        Image.new("L", (640, 480), 128),
        Image.new("L", (1, 1), 0),
        noisy(Image.new("L", (640, 480), 90)),
    ):
        assert scans.tickets_in(picture.tobytes(), picture.size, picture.width) == []


def test_a_ticket_before_the_camera_lets_its_holder_in(qtbot, store, event, people, make_page, shown):
    page = make_page(Stills(shown(code(tickets.ticket_text(store, people[0].registration)))))
    page.ui.camera_button.click()
    assert page.ui.camera_card.isVisible()
    qtbot.waitUntil(lambda: inside(store, event) == {people[0].name}, timeout=10_000)
    assert page.ui.word_label.text() == "Welcome"
    assert recent(store, event.id)[0].fact.source == "scan"
    assert not page.ui.camera_picture.pixmap().isNull()
    page.ui.camera_button.click()
    assert not page.ui.camera_card.isVisible()


def test_a_bad_code_does_not_stop_the_next(qtbot, store, event, people, make_page, shown):
    good = code(people[1].registration.code)
    page = make_page(Stills(shown(code("SLA2:AAAA2222"), Image.new("L", (640, 480), 0), good, good), 300))
    page.ui.camera_button.click()
    qtbot.waitUntil(lambda: page.ui.verdict_frame.property("light") == "red", timeout=10_000)
    qtbot.waitUntil(lambda: inside(store, event) == {people[1].name}, timeout=10_000)
    page.ui.camera_button.click()


def test_a_code_that_is_held_up_is_told_once_and_again_when_it_comes_back(scan):
    for _ in range(5):
        scan._on_read(["7K2M9QXT"])
        scan.now += REPEAT_SECONDS - 0.5
    assert scan.told == ["7K2M9QXT"]
    scan._on_read(["7K2M9QXT", "EB-99001-7"])
    assert scan.told == ["7K2M9QXT", "EB-99001-7"]
    scan.now += REPEAT_SECONDS + 0.5
    scan._on_read(["7K2M9QXT"])
    assert scan.told == ["7K2M9QXT", "EB-99001-7", "7K2M9QXT"]


def test_what_was_still_being_read_when_the_camera_stopped_lets_nobody_in(scan):
    scan.stop()
    scan._on_read(["7K2M9QXT"])
    assert scan.told == []


def test_one_key_starts_and_stops_it(qtbot, make_page, shown):
    page = make_page(Stills(shown(Image.new("L", (64, 64), 0))))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    for wanted in (True, False):
        with qtbot.waitSignal(page.ui.camera_button.toggled):
            QTest.keyClick(page.windowHandle(), Qt.Key.Key_F4)
        assert page.ui.camera_card.isVisible() is wanted


def test_the_camera_is_let_go_when_the_page_is_left(make_page, shown):
    page = make_page(Stills(shown(Image.new("L", (64, 64), 0))))
    page.ui.camera_button.click()
    page.hide()
    assert page._camera.scan is None
    assert not page.ui.camera_button.isChecked()


def test_no_camera_is_one_sentence(make_page):
    page = make_page(Stills([]))
    page.ui.camera_button.click()
    assert page.ui.banner.sentence.startswith("No camera was found.")
    assert not page.ui.camera_button.isChecked()
    assert not page.ui.camera_card.isVisible()


def test_a_camera_that_breaks_is_one_sentence_too(make_page, shown):
    page = make_page(Stills(shown(Image.new("L", (64, 64), 0))))
    page.ui.camera_button.click()
    page._camera.scan._on_failed("The camera stopped: it was unplugged")
    assert "unplugged" in page.ui.banner.sentence
    assert not page.ui.camera_button.isChecked()


def test_a_computer_without_a_camera_says_so():
    """In a process of its own: the multimedia libraries stay out of the other tests."""
    script = (
        "from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "from sla_desktop.gui.attendance.frames import Camera\n"
        "try:\n    Camera().start(lambda frame: None, print)\n    print('started')\n"
        "except Exception as error:\n    print(type(error).__name__, error)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith(("SlaError", "started"))


def test_the_usual_camera_can_be_stopped_before_it_was_started():
    Camera().stop()
    with pytest.raises(SlaError):
        Stills([]).start(lambda frame: None, print)
