"""What an event certifies and how its certificates look, with a page that follows what is typed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from sla_desktop.domain.certificates import DESIGNS, TITLES, Award
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event
from sla_desktop.domain.letterhead import Letterhead
from sla_desktop.gui.forms.ui_award_dialog import Ui_AwardDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.layouts import fit
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import awards, certificate_papers, frameworks, letterhead
from sla_desktop.storage.store import Store

_WAIT = 250  # milliseconds after the last key
_WIDE = 520
_PICTURES = "Pictures (*.png *.jpg *.jpeg)"
_DESIGN_NAMES = {"rosette": "Frame with a rosette", "band": "Band of colour", "plain": "Plain frame"}


class AwardDialog(QDialog):
    """Nothing is kept before “Save”."""

    def __init__(self, parent: QWidget | None, store: Store, event: Event, prompts: Prompts) -> None:
        super().__init__(parent)
        self.ui = Ui_AwardDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store, self._event, self._prompts = store, event, prompts
        self._sessions: dict[str, QCheckBox] = {}
        self._logo: Path | None = None
        self._signature: Path | None = None
        self._soon = QTimer(self, singleShot=True, interval=_WAIT)
        self._soon.timeout.connect(self.show_page)
        for kind, title in TITLES.items():
            self.ui.kind_combo.addItem(title, kind)
        for design in DESIGNS:
            self.ui.design_combo.addItem(_DESIGN_NAMES[design], design)
        self._fill(awards.award_of(store, event.id))
        for edit in self.findChildren(QLineEdit):
            edit.textEdited.connect(lambda _text: self._soon.start())
        self.ui.outcomes_edit.textChanged.connect(self._soon.start)
        self.ui.framework_button.clicked.connect(self._on_framework_clicked)
        self.ui.kind_combo.activated.connect(lambda _index: self._offer_sessions(self._chosen()))
        self.ui.kind_combo.activated.connect(lambda _index: self.show_page())
        self.ui.design_combo.activated.connect(lambda _index: self.show_page())
        self.ui.logo_button.clicked.connect(self._on_logo_clicked)
        self.ui.signature_button.clicked.connect(self._on_signature_clicked)
        self.ui.save_button.clicked.connect(self._on_save_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        icons.dress(self)
        fit(self)
        self.show_page()

    def show_page(self) -> None:
        """Draw a certificate as it would be."""
        try:
            data = certificate_papers.preview(self._store, self._event.id, self._typed(), self._head())
        except SlaError as error:
            self.ui.problem_label.setText(str(error))
            return
        self.ui.problem_label.clear()
        self.ui.preview_label.setPixmap(first_page(data, _WIDE))

    def _fill(self, award: Award) -> None:
        head = letterhead.letterhead(self._store)
        self.ui.kind_combo.setCurrentIndex(self.ui.kind_combo.findData(award.kind))
        self.ui.design_combo.setCurrentIndex(self.ui.design_combo.findData(award.design))
        self.ui.share_spin.setValue(award.minimum_share)
        self.ui.wording_edit.setText(award.wording)
        self._offer_sessions(award.sessions)
        self.ui.outcomes_edit.setPlainText("\n".join(award.outcomes))
        self.ui.signatory_edit.setText(award.signatory)
        self.ui.role_edit.setText(award.signatory_role)
        self.ui.accreditation_edit.setText(award.accreditation)
        self.ui.number_edit.setText(award.number_from)
        self.ui.organisation_edit.setText(head.organisation)
        self.ui.colour_edit.setText(head.colour)

    def _offer_sessions(self, chosen: tuple[str, ...]) -> None:
        """A box for each part of the event, or of its programme, that somebody can be asked to have attended."""
        for box in self._sessions.values():
            box.deleteLater()
        titles = awards.can_be_asked(self._store, self._event, self.ui.kind_combo.currentData())
        self._sessions = {title: QCheckBox(title.replace("&", "&&"), self.ui.fields_body) for title in titles}
        for title, box in self._sessions.items():
            box.setChecked(title in chosen)
            self.ui.sessions_layout.addWidget(box)
            box.toggled.connect(self._soon.start)
        self.ui.sessions_label.setVisible(bool(titles))

    def _chosen(self) -> tuple[str, ...]:
        return tuple(title for title, box in self._sessions.items() if box.isChecked())

    def _on_framework_clicked(self) -> None:
        outcomes = [one.title for one in frameworks.characteristics(self._store)]
        self.ui.outcomes_edit.setPlainText("\n".join(outcomes))

    def _rules(self) -> dict[str, Any]:
        return {
            "sessions": self._chosen(),
            "outcomes": tuple(filter(None, map(str.strip, self.ui.outcomes_edit.toPlainText().splitlines()))),
            "kind": self.ui.kind_combo.currentData(),
            "design": self.ui.design_combo.currentData(),
            "minimum_share": self.ui.share_spin.value(),
            "wording": self.ui.wording_edit.text(),
            "signatory": self.ui.signatory_edit.text(),
            "signatory_role": self.ui.role_edit.text(),
            "accreditation": self.ui.accreditation_edit.text(),
            "number_from": self.ui.number_edit.text(),
        }

    def _typed(self) -> Award:
        award = replace(awards.award_of(self._store, self._event.id), **self._rules())
        if self._signature is None:
            return award
        return replace(award, signature=letterhead.stored_picture(self._signature, "signature"))

    def _said(self) -> dict[str, str]:
        return {"organisation": self.ui.organisation_edit.text(), "colour": self.ui.colour_edit.text()}

    def _head(self) -> Letterhead:
        return letterhead.changed(letterhead.letterhead(self._store), self._said(), self._logo)

    def _on_save_clicked(self) -> None:
        try:
            awards.set_award(self._store, self._event.id, self._rules(), self._signature)
            letterhead.set_letterhead(self._store, self._said(), self._logo)
        except SlaError as error:
            self.ui.problem_label.setText(str(error))
            return
        self.accept()

    def _on_logo_clicked(self) -> None:
        if path := self._picture("Which logo?", "logo"):
            self._logo = path
            self.show_page()

    def _on_signature_clicked(self) -> None:
        if path := self._picture("Which signature?", "signature"):
            self._signature = path
            self.show_page()

    def _picture(self, title: str, what: str) -> Path | None:
        path = self._prompts.file_to_open(self, title, _PICTURES)
        try:
            if path:
                letterhead.stored_picture(path, what)
        except SlaError as error:
            self.ui.problem_label.setText(str(error))
            return None
        return path


def first_page(data: bytes, wide: int) -> QPixmap:
    """The first page of a PDF as a picture, `wide` points of the screen wide."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    size = document.pagePointSize(0)
    drawn = document.render(0, QSize(wide * 2, int(wide * 2 * size.height() / size.width())))
    document.close()
    # A page without a ground of its own is on white paper, whatever colours the window has.
    paper = QPixmap(drawn.size())
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
