"""Documents are real files in the chosen folder, made in the background, opened with one press."""

import threading
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sla_desktop.gui.documents.award_dialog import first_page
from sla_desktop.gui.documents.model import DOCUMENTS, HANDOUTS, Printers
from sla_desktop.gui.documents.page import DocumentsPage
from sla_desktop.gui.shared.list_dialog import ListDialog
from sla_desktop.services import (
    attendance,
    awards,
    certificate_papers,
    certificates,
    clock,
    documents,
    event_changes,
    events,
    frameworks,
    groups,
    system,
)
from sla_desktop.services.badges import BadgeSheet
from sla_desktop.services.groups import Wish


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "papers"


@pytest.fixture
def remembered():
    return []


@pytest.fixture
def page(qtbot, store, event, people, jobs, prompts, folder, remembered):
    for person in people:
        attendance.check_in(store, event.id, person.id, desk="Desk 1", at=event.starts)
    groups.form_groups(store, event.id, Wish(rounds=1, size=4), seconds=0.1)
    made = DocumentsPage(store, event, jobs, prompts, folder, remembered.append)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


def make(qtbot, page, key):
    qtbot.mouseClick(page.buttons[key], Qt.MouseButton.LeftButton)
    assert not page.buttons[key].isEnabled()
    qtbot.waitUntil(page.buttons[key].isEnabled, timeout=20_000)


@pytest.mark.parametrize("wide", [420, 760, 1000, 1300])
@pytest.mark.parametrize("larger", [0, 4])
def test_the_cards_stand_in_even_rows_and_columns(page, wide, larger):
    font = page.font()
    font.setPointSizeF(font.pointSizeF() + larger)
    page.setFont(font)
    page.resize(wide, 640)
    QApplication.processEvents()
    cards = {key: getattr(page.ui, f"{key}_card").geometry() for key in page.buttons}
    single = [box for key, box in cards.items() if key not in ("badges", "handouts")]
    assert max(box.width() for box in single) - min(box.width() for box in single) <= 1
    for box in single:
        beside = [other for other in single if other.top() == box.top()]
        assert {other.height() for other in beside} == {box.height()}
    assert max(box.bottom() for box in cards.values()) == cards["handouts"].bottom()
    assert {box.right() for box in cards.values() if box.bottom() == cards["handouts"].bottom()} >= {
        max(box.right() for box in cards.values())
    }


def test_at_the_first_visit_the_cards_stand_as_at_every_later_one(event, desktop):
    window = desktop.window
    window.resize(1280, 720)
    window.show()
    window.open_event(event)
    places = []
    for _ in range(2):
        window.go("documents")
        QApplication.processEvents()
        places.append(window.page.ui.sign_in_card.geometry())
        window.go("sync")
    assert places[0] == places[1]
    assert places[0].left() > places[0].width(), "more than one column has room"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.key)
def test_each_card_makes_its_file(qtbot, page, folder, document):
    make(qtbot, page, document.key)
    path = folder / f"Community day – {document.title}{document.suffix}"
    assert path.stat().st_size > 1000
    assert page.ui.done_card.isVisible()
    assert page.ui.done_label.text().startswith(path.name)
    if document.suffix == ".pdf":
        assert f"{len(PdfReader(path).pages)} page" in page.ui.done_label.text()


def test_the_last_document_can_be_opened_and_found(qtbot, page, prompts, folder):
    make(qtbot, page, "sign_in")
    qtbot.mouseClick(page.ui.open_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.ui.show_button, Qt.MouseButton.LeftButton)
    assert prompts.shown == [folder / "Community day – Sign-in sheet.pdf", folder]


def test_badges_start_at_the_chosen_label_of_the_chosen_sheet(qtbot, page, folder):
    page.ui.stock_combo.setCurrentText("L7160")
    assert page.ui.start_spin.maximum() == 21
    page.ui.start_spin.setValue(21)
    make(qtbot, page, "badges")
    assert len(PdfReader(folder / "Community day – Badges.pdf").pages) == 2


def test_another_folder_can_be_chosen_and_is_remembered(qtbot, page, prompts, remembered, tmp_path):
    prompts.chosen_folder = tmp_path / "elsewhere"
    qtbot.mouseClick(page.ui.folder_button, Qt.MouseButton.LeftButton)
    assert remembered == [tmp_path / "elsewhere"]
    assert page.ui.folder_label.text() == "Written to “elsewhere”"
    make(qtbot, page, "sign_in")
    assert (tmp_path / "elsewhere" / "Community day – Sign-in sheet.pdf").exists()


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(qtbot, page, prompts, tmp_path):
    (tmp_path / "a file").write_text("")
    prompts.chosen_folder = tmp_path / "a file" / "below"
    qtbot.mouseClick(page.ui.folder_button, Qt.MouseButton.LeftButton)
    make(qtbot, page, "sign_in")
    assert page.ui.banner.sentence.startswith(f"The folder {Path(tmp_path / 'a file' / 'below')} cannot be made")
    assert not page.ui.done_card.isVisible()


def test_who_loses_a_session_for_others_is_asked_about_before_certificates_are_made(
    qtbot, page, store, event, people, prompts, folder
):
    made = events.add_session(store, event.id, title="Falls", starts=event.starts, ends=event.ends, capacity=1)
    attendance.check_in(store, event.id, people[0].id, desk="Desk 1", at=event.starts, session=made.id)
    make(qtbot, page, "certificates")
    (asked,) = prompts.asked
    assert asked.startswith(f"The time of “Falls” does not count for {len(people) - 1} people")
    assert not folder.exists()
    prompts.agrees = True
    make(qtbot, page, "certificates")
    told = page.ui.done_label.text()
    assert "Certificates.pdf: 1 page. No certificate for" in told
    assert f"and {len(people) - 4} more): was checked in to the event and not to “Falls”" in told
    assert page.ui.done_icon.property("icon_name") == "alert-triangle"
    make(qtbot, page, "sign_in")
    assert page.ui.done_icon.property("icon_name") == "circle-check"


def test_while_people_are_still_in_certificates_are_made_only_if_somebody_says_so(
    qtbot, page, store, event, people, prompts, folder
):
    page._event = event_changes.change_event(store, event.id, {"ends": clock.now() + timedelta(hours=1)})
    for person in people:
        attendance.check_in(store, event.id, person.id, desk="D")
    make(qtbot, page, "certificates")
    (asked,) = prompts.asked
    assert asked.startswith(f"The event is not over yet and {len(people)} people are still in")
    assert not folder.exists()


def test_stopping_writes_nothing_and_says_so(qtbot, page, jobs, folder):
    go = threading.Event()
    jobs.start(jobs.prepare(lambda report: go.wait(5)))
    qtbot.mouseClick(page.buttons["certificates"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.ui.work_box.stop_button, Qt.MouseButton.LeftButton)
    go.set()
    qtbot.waitUntil(page.buttons["certificates"].isEnabled)
    assert page.ui.banner.sentence == "Stopped. Nothing was written."
    assert not folder.exists()


def test_what_cannot_be_made_yet_says_what_comes_first(qtbot, store, event, people, jobs, prompts, folder):
    page = DocumentsPage(store, event, jobs, prompts, folder, lambda path: None)
    qtbot.addWidget(page)
    page.show()
    assert not page.buttons["tables"].isEnabled()
    assert "Breakouts" in page.ui.tables_text.text()
    assert not page.buttons["certificates"].isEnabled()


def test_an_event_name_that_no_file_may_have_is_made_harmless(event, folder):
    path = DOCUMENTS[0].path(folder, replace(event, title='Who/what: "why"?'))
    assert path.parent == folder
    assert path.name == "Who what why – Certificates.pdf"


def test_the_spreadsheet_says_that_it_is_the_register(page):
    assert page.ui.spreadsheet_text.text().startswith("The register")


def test_a_file_that_is_there_is_replaced_only_if_somebody_says_so(qtbot, page, prompts, folder):
    make(qtbot, page, "sign_in")
    path = folder / "Community day – Sign-in sheet.pdf"
    path.write_bytes(b"%PDF kept")
    qtbot.mouseClick(page.buttons["sign_in"], Qt.MouseButton.LeftButton)
    assert page.buttons["sign_in"].isEnabled()
    assert path.read_bytes() == b"%PDF kept"
    prompts.agrees = True
    make(qtbot, page, "sign_in")
    assert path.stat().st_size > 1000


def test_badges_that_went_out_are_left_out_or_printed_again_for_a_reason(qtbot, page, store, event, prompts):
    prompts.agrees = True
    make(qtbot, page, "badges")
    for choice in (None, 1):
        prompts.choice = choice
        qtbot.mouseClick(page.buttons["badges"], Qt.MouseButton.LeftButton)
        assert page.buttons["badges"].isEnabled()
    prompts.texts = ["the printer jammed"]
    make(qtbot, page, "badges")
    assert documents.print_log(store, event.id)[-1].reason == "the printer jammed"
    prompts.choice = 0
    make(qtbot, page, "badges")
    assert page.ui.banner.sentence == "Every badge of this event was printed before, so there is no new one."


def test_a_made_document_is_looked_at_page_by_page(qtbot, page):
    make(qtbot, page, "certificates")
    dialog = page.preview()
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.document.pageCount() == len(PdfReader(page._made).pages)
    assert dialog.ui.print_button.isEnabled()


def test_the_first_page_is_shown_while_the_others_are_made(qtbot, page, tmp_path):
    seen = []
    certificate_papers.print_certificates(page._store, page._event.id, tmp_path / "c.pdf", early=seen.append)
    assert [len(PdfReader(BytesIO(data)).pages) for data in seen] == [1]
    make(qtbot, page, "certificates")
    page._on_first_pages_made(seen[0])
    dialog = page.preview()
    qtbot.addWidget(dialog)
    dialog.show()
    assert "others are being made" in dialog.ui.pages_label.text()
    assert not dialog.ui.print_button.isEnabled()
    page.all_made.emit()
    assert dialog.document.pageCount() == len(PdfReader(page._made).pages)
    assert dialog.ui.print_button.isEnabled()


def test_the_systems_make_up_and_target_are_kept_or_refused_in_a_sentence(qtbot, page, store, prompts, tmp_path):
    (tmp_path / "makeup.csv").write_text("What,Group,People\nSector,Health,40 000\n")
    dialog = page.system_dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    prompts.file = tmp_path / "makeup.csv"
    qtbot.mouseClick(dialog.ui.table_button, Qt.MouseButton.LeftButton)
    dialog.ui.target_spin.setValue(1600)
    dialog.ui.by_edit.setText("next spring")
    qtbot.mouseClick(dialog.ui.save_button, Qt.MouseButton.LeftButton)
    assert dialog.ui.problem_label.text() == "“next spring” is no day. Write it as 2028-03-31."
    dialog.ui.by_edit.setText("2028-03-31")
    qtbot.mouseClick(dialog.ui.save_button, Qt.MouseButton.LeftButton)
    assert system.describe(system.system_of(store)) == [
        "Target: 1,600 people by 31 March 2028.",
        "sector: Health 40,000",
    ]


def test_a_printer_that_is_put_right_moves_the_badges_and_is_remembered(qtbot, page):
    page.printers = Printers("Office", {"Office": (1.0, 0.0, 1.0)})
    dialog = page.printer_dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.ui.right_spin.value() == 1.0
    dialog.ui.down_spin.setValue(-0.4)
    dialog.ui.scale_spin.setValue(100.5)
    qtbot.mouseClick(dialog.ui.save_button, Qt.MouseButton.LeftButton)
    page.printers = dialog.printers
    badges = next(one for one in DOCUMENTS if one.key == "badges")
    assert page._options(badges).sheet == BadgeSheet(
        page.ui.stock_combo.currentText(), 1, right=1.0, down=-0.4, scale=1.005
    )


def test_a_document_is_printed_as_a_file_where_no_printer_is(qtbot, page, jobs, prompts, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    make(qtbot, page, "sign_in")
    dialog = page.preview()
    qtbot.addWidget(dialog)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.send(printer)
    qtbot.waitUntil(lambda: "went to the printer" in dialog.ui.pages_label.text(), timeout=20_000)
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == dialog.document.pageCount()


def test_the_look_of_certificates_follows_what_is_typed_and_is_kept(qtbot, page, store, event, prompts, tmp_path):
    dialog = page.award_dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    before = dialog.ui.preview_label.pixmap().toImage()
    dialog.ui.design_combo.setCurrentIndex(1)
    qtbot.keyClicks(dialog.ui.signatory_edit, "Dr Ngozi Okonkwo")
    qtbot.waitUntil(lambda: dialog.ui.preview_label.pixmap().toImage() != before)
    dialog.ui.wording_edit.setText("came to {evnt}")
    qtbot.mouseClick(dialog.ui.save_button, Qt.MouseButton.LeftButton)
    assert "field “evnt” that there is not" in dialog.ui.problem_label.text()
    dialog.ui.wording_edit.setText("came on {date} to")
    (tmp_path / "no.png").write_bytes(b"no picture")
    prompts.file = tmp_path / "no.png"
    qtbot.mouseClick(dialog.ui.logo_button, Qt.MouseButton.LeftButton)
    assert "could not be read" in dialog.ui.problem_label.text()
    qtbot.mouseClick(dialog.ui.save_button, Qt.MouseButton.LeftButton)
    kept = awards.award_of(store, event.id)
    assert (kept.design, kept.signatory, kept.wording) == ("band", "Dr Ngozi Okonkwo", "came on {date} to")


def test_a_page_is_on_white_paper_in_dark_colours_too(store, event):
    picture = first_page(certificate_papers.preview(store, event.id, awards.award_of(store, event.id)), 200)
    assert picture.toImage().pixelColor(100, 70) == Qt.GlobalColor.white


def test_outcomes_and_parts_that_nobody_may_miss_are_chosen_in_the_window(qtbot, page, store, event):
    for title, hour in (("Opening", 0), ("Ward & home", 2)):
        starts = event.starts + timedelta(hours=hour)
        events.add_session(store, event.id, title=title, starts=starts, ends=starts + timedelta(hours=1))
    dialog = page.award_dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._sessions["Ward & home"].click()
    qtbot.mouseClick(dialog.ui.framework_button, Qt.MouseButton.LeftButton)
    assert len(dialog.ui.outcomes_edit.toPlainText().splitlines()) == len(frameworks.characteristics(store))
    dialog.ui.outcomes_edit.setPlainText("Name two people\n\nPlan one visit")
    dialog.ui.number_edit.setText("GMC number")
    qtbot.mouseClick(dialog.ui.save_button, Qt.MouseButton.LeftButton)
    kept = awards.award_of(store, event.id)
    assert (kept.sessions, kept.outcomes) == (("Ward & home",), ("Name two people", "Plan one visit"))
    assert kept.number_from == "GMC number"


def test_a_certificate_is_checked_by_its_number_or_its_file(qtbot, page, store, event, prompts):
    make(qtbot, page, "certificates")
    number = certificates.certificates(store, event.id)[0].number
    prompts.texts = [number]
    qtbot.mouseClick(page.ui.check_button, Qt.MouseButton.LeftButton)
    assert prompts.told[-1].startswith("In the record of this team.")
    prompts.file = page._made
    qtbot.mouseClick(page.ui.check_button, Qt.MouseButton.LeftButton)
    made = certificates.certificates(store, event.id)
    dialog = page.findChild(ListDialog)
    qtbot.waitUntil(lambda: len(dialog.rows.records) == len(made))
    assert dialog.ui.hint_label.text().startswith(f"0 of {len(made)} are not genuine")
    assert all(one.genuine for one in dialog.rows.records)
    dialog.accept()
    prompts.texts = ["hello"]
    qtbot.mouseClick(page.ui.check_button, Qt.MouseButton.LeftButton)
    assert "not the code" in prompts.told[-1]


@pytest.mark.parametrize("place", range(len(HANDOUTS)))
def test_each_handout_is_made_from_its_card(qtbot, page, store, event, folder, place):
    from tests.conftest import STARTS

    room = events.add_room(store, event.id, "Hall", None)
    made = events.add_session(store, event.id, title="Opening", starts=STARTS, ends=event.ends)
    with store.change() as tx:
        tx.put(replace(made, room_id=room.id))
    page.ui.handouts_combo.setCurrentIndex(place)
    make(qtbot, page, "handouts")
    assert HANDOUTS[place].path(folder, event).stat().st_size > 1000
