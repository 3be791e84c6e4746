"""The only module that opens message boxes and file dialogs; pages are given it, tests give them another."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileInfo, QUrl
from PySide6.QtGui import QAbstractFileIconProvider, QDesktopServices, QIcon
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox, QStyle, QWidget

from sla_desktop.gui.forms.ui_prompt_dialog import Ui_PromptDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.layouts import fit

TAKES_CODES = "takes_codes"
"""The property of a line into which a code may be scanned."""


class PromptDialog(QDialog):
    """A question with a line to answer it on."""

    def __init__(self, parent: QWidget | None, question: str, *, start: str = "", secret: bool = False) -> None:
        super().__init__(parent)
        self.ui = Ui_PromptDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.ui.question_label.setText(question)
        self.ui.answer_edit.setText(start)
        self.ui.answer_edit.selectAll()
        self.ui.picture_label.setProperty(icons.NAME, "lock" if secret else "pencil")
        if secret:
            self.ui.answer_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.ui.continue_button.clicked.connect(self.accept)
        self.ui.cancel_button.clicked.connect(self.reject)
        icons.dress(self)
        fit(self)

    @property
    def answer(self) -> str:
        """What was typed."""
        return self.ui.answer_edit.text()


class PlainIcons(QAbstractFileIconProvider):
    """Pictures of files by nothing but their kind.

    The usual ones are chosen by what stands in a file. To look into the data file, and to close it again, drops the
    locks that this process has on it (POSIX), and another program may then take its write-ahead log away.
    """

    def icon(self, shown: QAbstractFileIconProvider.IconType | QFileInfo) -> QIcon:
        """A folder or a sheet of paper."""
        folder = shown.isDir() if isinstance(shown, QFileInfo) else shown != self.IconType.File
        kind = QStyle.StandardPixmap.SP_DirIcon if folder else QStyle.StandardPixmap.SP_FileIcon
        return QApplication.style().standardIcon(kind)

    def type(self, info: QFileInfo) -> str:
        """What the column of kinds says."""
        return "Folder" if info.isDir() else f"{info.suffix()} file".strip().capitalize()


def _chosen(dialog: QFileDialog, mode: QFileDialog.FileMode) -> list[Path]:
    """What was chosen; nothing when people changed their mind. Linux' own dialogs look into files, too."""
    pictures = PlainIcons()
    dialog.setFileMode(mode)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog, sys.platform == "linux")
    dialog.setIconProvider(pictures)
    return [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []


def _choice(parent: QWidget | None, question: str, choices: Sequence[str], *, usual: bool) -> str:
    box = QMessageBox(QMessageBox.Icon.Question, "SLA Desktop", question, parent=parent)
    buttons = [box.addButton(choice, QMessageBox.ButtonRole.ActionRole) for choice in choices]
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(buttons[0] if usual else cancel)
    box.exec()
    clicked = box.clickedButton()
    return next((words for button, words in zip(buttons, choices, strict=True) if button is clicked), "")


class Prompts:
    """Questions to the person at the screen. An empty answer (None, "") means that they changed their mind."""

    def tell(self, parent: QWidget | None, sentence: str) -> None:
        """Say something that needs reading before going on."""
        QMessageBox.information(parent, "SLA Desktop", sentence)

    def ask(self, parent: QWidget | None, question: str, yes: str) -> bool:
        """Ask before something that cannot be undone; `yes` is the verb on the button. Enter changes nothing."""
        box = QMessageBox(QMessageBox.Icon.Question, "SLA Desktop", question, parent=parent)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is agree

    def choose(self, parent: QWidget | None, question: str, *choices: str) -> str:
        """Ask which of several things is wanted; each has a button, and the first is the usual one."""
        return _choice(parent, question, choices, usual=True)

    def answer(self, parent: QWidget | None, question: str, *choices: str) -> str:
        """The same for what somebody has to say themselves: a habitual Enter says nothing."""
        return _choice(parent, question, choices, usual=False)

    def ask_to_join(self, parent: QWidget | None) -> bool:
        """Ask whether this laptop's team and the one it met are to be one."""
        question = (
            "The records there belong to another team. If the two teams become one, whoever leads there leads here "
            "too, for good. Nothing was exchanged so far."
        )
        return self.ask(parent, question, "Make one team of both")

    def text(self, parent: QWidget | None, question: str, start: str = "") -> str:
        """Ask for a line of text; `start` stands there already."""
        dialog = PromptDialog(parent, question, start=start)
        return dialog.answer.strip() if dialog.exec() else ""

    def code(self, parent: QWidget | None, question: str) -> str:
        """The same for what may be scanned, too."""
        dialog = PromptDialog(parent, question)
        dialog.ui.answer_edit.setProperty(TAKES_CODES, True)
        return dialog.answer.strip() if dialog.exec() else ""

    def secret(self, parent: QWidget | None, question: str) -> str:
        """Ask for a key or passphrase, hidden while it is typed."""
        dialog = PromptDialog(parent, question, secret=True)
        return dialog.answer if dialog.exec() else ""

    def new_secret(self, parent: QWidget | None, question: str) -> str | None:
        """Ask for a new secret, twice alike; None when people changed their mind."""
        typed = self.secret(parent, question)
        if not typed:
            return None
        if self.secret(parent, "Type it again, please.") != typed:
            self.tell(parent, "The two were not the same, so nothing was changed.")
            return None
        return typed

    def file_to_open(
        self, parent: QWidget | None, title: str, pattern: str, start: Path | None = None
    ) -> Path | None:
        """Choose a file that exists, looking in the folder `start` first."""
        chosen = _chosen(QFileDialog(parent, title, str(start or ""), pattern), QFileDialog.FileMode.ExistingFile)
        return chosen[0] if chosen else None

    def files_to_open(self, parent: QWidget | None, title: str, pattern: str) -> list[Path]:
        """Choose one or several files that exist."""
        return _chosen(QFileDialog(parent, title, "", pattern), QFileDialog.FileMode.ExistingFiles)

    def file_to_save(self, parent: QWidget | None, title: str, start: Path, pattern: str) -> Path | None:
        """Choose a file to write; `start` is the one suggested."""
        dialog = QFileDialog(parent, title, str(start.parent), pattern)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(start.name)
        chosen = _chosen(dialog, QFileDialog.FileMode.AnyFile)
        return chosen[0] if chosen else None

    def folder(self, parent: QWidget | None, title: str, start: Path) -> Path | None:
        """Choose a folder."""
        dialog = QFileDialog(parent, title, str(start))
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        chosen = _chosen(dialog, QFileDialog.FileMode.Directory)
        return chosen[0] if chosen else None

    def show_file(self, path: Path) -> None:
        """Open a file or folder in the program that the computer uses for it."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.tell(None, f"No program on this computer opens {path.name}. It is in {path.parent}.")
