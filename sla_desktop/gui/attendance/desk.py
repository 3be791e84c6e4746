"""What a desk does with a person or a scan: one service verb, and the questions that the door wants answered."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from sla_desktop.domain.attendance import QUESTIONS, Verdict
from sla_desktop.domain.doors import YES_NO, Question, question
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event
from sla_desktop.domain.ids import RegistrationId, SessionId
from sla_desktop.domain.text import joined
from sla_desktop.gui.attendance.where import Where
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import attendance, doors, tickets
from sla_desktop.services.scenes import Entry
from sla_desktop.storage.store import Store

_MOST_BUTTONS = 4


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
        asked = {one.name: one for one in map(question, door.questions)}
        told: dict[str, str] = {}
        for name in names:
            told[name] = self._answer(asked[name])
            if asked[name].required and not told[name]:
                break  # whoever gives up is asked nothing more
        return told

    def _answer(self, asked: Question) -> str:
        """An answer that can be one, with a key for each where they are few; nothing where somebody gave up."""
        choices = ("Yes", "No") if asked.kind == YES_NO else asked.choices
        if 0 < len(choices) <= _MOST_BUTTONS:
            return self._prompts.answer(self._page, asked.text, *choices)
        how = f"Write one of: {joined(choices)}." if choices else "Write a number."
        words = f"{asked.text}\n{how}" if choices else asked.text
        answer = self._prompts.text(self._page, words)
        while answer and asked.wrong(answer):
            answer = self._prompts.text(self._page, f"{asked.text}\n“{answer}” is no answer. {how}", answer)
        return answer

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
