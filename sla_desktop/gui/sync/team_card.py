"""The card with the laptops of the team: who leads, who was taken off, whose records wait."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.team import LEAD
from sla_desktop.gui.forms.ui_team_card import Ui_TeamCard
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.chips import BAD, GOOD, PLAIN, WARN, Chip
from sla_desktop.gui.shared.jobs import Heard, Jobs
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.rows import Row, RowList, dress_list
from sla_desktop.gui.shared.work import rest
from sla_desktop.gui.sync.naming import ask_name
from sla_desktop.services import desk_names, exchange, passphrase, team
from sla_desktop.services.exchange import passphrase_of
from sla_desktop.services.team import Laptop
from sla_desktop.storage.store import Store

_MOST_ROWS = 5


class TeamCard(QFrame):
    """Acts on the chosen laptop. `told` carries a banner: sentence, tone, and a button with what it does."""

    told = Signal(str, str, str, object)

    def __init__(self, store: Store, zone: str, jobs: Jobs, prompts: Prompts, address: Callable[[], str]) -> None:
        super().__init__()
        self.ui = Ui_TeamCard()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store, self._jobs, self._prompts, self._address = store, jobs, prompts, address
        self.rows = RowList[Laptop](lambda one: Row(one.name, one.words(zone), _chip(one), "", "device-laptop"), self)
        dress_list(self.ui.laptops_list, self.rows)
        self.ui.laptops_list.selectionModel().selectionChanged.connect(self._show_possible)
        self.rows.modelReset.connect(self._show_possible)
        self.ui.lead_button.clicked.connect(self._on_lead_clicked)
        self.ui.off_button.clicked.connect(self._on_off_clicked)
        self.ui.accept_button.clicked.connect(self._on_accept_clicked)
        self.ui.name_button.clicked.connect(self._on_name_clicked)
        self.ui.protect_button.clicked.connect(self._on_protect_clicked)
        icons.dress(self)

    def refresh(self) -> None:
        """Load the laptops."""
        chosen = self._chosen()
        known = team.laptops(self._store)
        self.rows.show(known)
        view = self.ui.laptops_list
        view.setVisible(bool(known))
        view.setFixedHeight(view.sizeHintForRow(0) * min(len(known), _MOST_ROWS) + 6 if known else 0)
        told = (_help(known, leads=team.leads(self._store)), desk_names.namesakes(self._store))
        self.ui.help_label.setText(" ".join(filter(None, told)))
        place = next((row for row, one in enumerate(known) if chosen and one.device.id == chosen.device.id), 0)
        view.setCurrentIndex(self.rows.index(place, 0))
        protected = exchange.status(self._store).protected
        self.ui.protect_button.setText("Protected: ne&w key…" if protected else "Protect &with a passphrase…")
        self._show_possible()

    def _chosen(self) -> Laptop | None:
        row = self.ui.laptops_list.currentIndex().row()
        return self.rows.records[row] if 0 <= row < len(self.rows.records) else None

    def _show_possible(self) -> None:
        one, leads = self._chosen(), team.leads(self._store)
        others = leads and one is not None and not one.here
        self.ui.lead_button.setEnabled(bool(others and one and not one.taken_off and one.device.role != LEAD))
        self.ui.off_button.setEnabled(bool(others and one and not one.taken_off))
        self.ui.accept_button.setEnabled(bool(others and one and one.held))

    def _on_lead_clicked(self) -> None:
        one = self._chosen()
        question = "It may then take laptops off, erase people and set how long data is kept. This is for good."
        if one and self._prompts.ask(self, f"Let {one.device.name} lead the team too? {question}", "Make it lead"):
            self._try(lambda: team.make_lead(self._store, one))

    def _on_off_clicked(self) -> None:
        one = self._chosen()
        if one is None:
            return
        reason = self._prompts.text(self, f"Why is {one.device.name} taken off? For example: left on a train.")
        if reason:
            self._try(lambda: team.take_off(self._store, one, reason), "Undo", lambda: self._put_back(one))

    def _put_back(self, one: Laptop) -> None:
        self._try(lambda: team.put_back(self._store, one))

    def _on_accept_clicked(self) -> None:
        one = self._chosen()
        if one is not None:
            self._try(lambda: team.accept(self._store, one))

    def _on_name_clicked(self) -> None:
        words = ask_name(self._store, self._prompts, self)
        if words:
            self.told.emit(words, "info", "", None)
            self.refresh()

    def _on_protect_clicked(self) -> None:
        url = self._address()
        if not url or url.startswith("postgres"):
            self.told.emit("Choose the shared folder above first, then protect it.", "warn", "", None)
            return
        least = f"{passphrase.LEAST_LETTERS} letters or more"
        question = f"The team passphrase, {least}. Every laptop asks for it once. Keep it safe."
        typed = self._prompts.secret(self, question)
        if not typed:
            return
        if self._prompts.secret(self, "Type it again, please.") != typed:
            self.told.emit("The two were not the same, so nothing was changed.", "warn", "", None)
            return
        self._protect(url, typed)

    def _protect(self, url: str, typed: str) -> None:
        def work(_report: object) -> str:
            if typed != passphrase_of(self._store):
                passphrase.keep(self._store, typed)
            return passphrase.protect(self._store, url)

        job = self._jobs.prepare(work)
        job.succeeded.connect(Heard(self, lambda words: self.told.emit(words, "good", "", None)).hear)
        job.succeeded.connect(self.refresh)
        job.failed.connect(Heard(self, lambda sentence: self.told.emit(sentence, "bad", "", None)).hear)
        rest(self.ui.protect_button, job)
        self._jobs.start(job)

    def _try(self, act: Callable[[], str], button: str = "", back: Callable[[], None] | None = None) -> None:
        try:
            self.told.emit(act(), "good", button, back)
        except SlaError as error:
            self.told.emit(str(error), "warn", "", None)
        self.refresh()


def _chip(one: Laptop) -> Chip:
    if one.held:
        return Chip("Records wait", WARN, "clock")
    if one.taken_off:
        return Chip("Taken off", BAD, "ban")
    return Chip("Leads", GOOD, "users") if one.device.role == LEAD else Chip("Desk", PLAIN, "device-laptop")


def _help(known: list[Laptop], *, leads: bool) -> str:
    if not known:
        return "Each laptop introduces itself when it first syncs. The first one leads."
    if leads:
        return "This laptop leads. Up and Down choose a laptop; what is done here reaches the others as they sync."
    named = " or ".join(one.device.name for one in known if one.device.role == LEAD and not one.taken_off)
    return f"Only a laptop that leads may change this: {named or 'none is known here'}."
