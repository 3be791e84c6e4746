"""The only module that opens message boxes and file dialogs; pages are given it, tests give them another."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget


class Prompts:
    """Questions to the person at the screen. An empty answer (None, "") means that they changed their mind."""

    def tell(self, parent: QWidget | None, sentence: str) -> None:
        """Say something that needs reading before going on."""
        QMessageBox.information(parent, "SLA Desktop", sentence)

    def ask(self, parent: QWidget | None, question: str, yes: str) -> bool:
        """Ask before something that cannot be undone; `yes` is the verb on the button."""
        box = QMessageBox(QMessageBox.Icon.Question, "SLA Desktop", question, parent=parent)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is agree

    def text(self, parent: QWidget | None, question: str) -> str:
        """Ask for a line of text."""
        answer, agreed = QInputDialog.getText(parent, "SLA Desktop", question)
        return answer.strip() if agreed else ""

    def secret(self, parent: QWidget | None, question: str) -> str:
        """Ask for a key or passphrase, hidden while it is typed."""
        answer, agreed = QInputDialog.getText(parent, "SLA Desktop", question, QLineEdit.EchoMode.Password)
        return answer if agreed else ""

    def file_to_open(self, parent: QWidget | None, title: str, pattern: str) -> Path | None:
        """Choose a file that exists."""
        name, _ = QFileDialog.getOpenFileName(parent, title, "", pattern)
        return Path(name) if name else None

    def folder(self, parent: QWidget | None, title: str, start: Path) -> Path | None:
        """Choose a folder."""
        name = QFileDialog.getExistingDirectory(parent, title, str(start))
        return Path(name) if name else None

    def show_file(self, path: Path) -> None:
        """Open a file or folder in the program that the computer uses for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
