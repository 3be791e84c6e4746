"""What a desk does with a person or a scan: one service verb, and the questions that the door wants answered."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from sla_desktop.domain.attendance import QUESTIONS, Verdict
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event
from sla_desktop.domain.ids import RegistrationId, SessionId
from sla_desktop.gui.attendance.where import Where
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import attendance, doors, tickets
from sla_desktop.services.scenes import Entry
from sla_desktop.storage.store import Store


class Desk:
    """Decides for the Check-in page. Every verb raises SlaError when it cannot be done."""

    def __init__(self, store: Store, event: Event, where: Where, prompts: Prompts, page: QWidget) -> None:
        self._store, self._event, self._where = store, event, where
        self._prompts, self._page = prompts, page

    @property
    def session(self) -> SessionId | None:
        """The session people arrive at. SlaError where nothing is on in the desk's room."""
        return tickets.session_of(self._store, self._where.place)

    @property
    def session_now(self) -> SessionId | None:
        """The same, or none where nothing is on."""
        try:
            return self.session
        except SlaError:
            return None

    def scan(self, text: str) -> Verdict:
        """Let in whoever holds a ticket."""
        return self._asked(tickets.scan(self._store, [self._where.place], text, desk=self._store.desk))

    def check_in(self, registration: RegistrationId, *, source: str = "search", override: str = "") -> Verdict:
        """Let in somebody found, or after all for a reason."""
        return self._asked(self._check_in(registration, source, override, {}))

    def check_out(self, registration: RegistrationId) -> Verdict:
        """Note that somebody leaves: the session of this desk, or the event."""
        here = self.session_now
        return attendance.check_out(self._store, self._event.id, registration, desk=self._store.desk, session=here)

    def _asked(self, verdict: Verdict) -> Verdict:
        """The verdict once what the door wants to know was asked."""
        if verdict.code != QUESTIONS or verdict.registration_id is None:
            return verdict
        return self._check_in(verdict.registration_id, "search", "", self._ask(verdict.asked))

    def _ask(self, names: Sequence[str]) -> dict[str, str]:
        door = doors.rules_of(self._store, self._event.id, self.session)
        told = {str(one["name"]): str(one.get("text") or one["name"]) for one in door.questions}
        return {name: self._prompts.text(self._page, told.get(name, name)) for name in names}

    def _check_in(
        self, registration: RegistrationId, source: str, override: str, answers: Mapping[str, str]
    ) -> Verdict:
        return attendance.check_in(
            self._store,
            self._event.id,
            registration,
            desk=self._store.desk,
            session=self.session,
            source=source,
            override=override,
            entry=Entry(answers=answers),
        )
