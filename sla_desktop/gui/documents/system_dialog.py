"""How the whole system is made up, and whom development is to reach; the summary pack compares with both."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.gui.forms.ui_system_dialog import Ui_SystemDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.layouts import fit
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import system
from sla_desktop.storage.store import Store

_TABLES = "Tables (*.csv *.xlsx *.xls *.ods *.tsv *.txt)"


class SystemDialog(QDialog):
    """Nothing is kept before “Save”, the table that was chosen neither."""

    def __init__(self, parent: QWidget | None, store: Store, prompts: Prompts) -> None:
        super().__init__(parent)
        self.ui = Ui_SystemDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store, self._prompts = store, prompts
        self._table: Path | None = None
        known = system.system_of(store)
        self.ui.target_spin.setValue(known.target)
        self.ui.by_edit.setText(known.target_by.isoformat() if known.target_by else "")
        self.ui.source_edit.setText(known.source)
        self.ui.makeup_label.setText("\n".join(system.describe(known)[1:]) or "Nothing is known of the make-up yet.")
        self.ui.table_button.clicked.connect(self._on_table_clicked)
        self.ui.save_button.clicked.connect(self._on_save_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        icons.dress(self)
        fit(self)

    def _on_table_clicked(self) -> None:
        self._table = self._prompts.file_to_open(self, "Which table?", _TABLES) or self._table
        if self._table:
            self.ui.makeup_label.setText(f"{self._table.name} is read when you save.")

    def _on_save_clicked(self) -> None:
        try:
            system.set_system(
                self._store,
                makeup=self._table,
                source=self.ui.source_edit.text(),
                target=self.ui.target_spin.value(),
                by=self.ui.by_edit.text(),
            )
        except SlaError as error:
            self.ui.problem_label.setText(str(error))
            return
        self.accept()
