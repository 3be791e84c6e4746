"""What this desk noted, for Ctrl+Z."""

from datetime import datetime

from sla_desktop.domain.attendance import UNDONE, Verdict
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import FactId
from sla_desktop.domain.roles import OWN_SLIP, Role


class OwnEntries:
    """The entries of a desk, latest last; a steward takes one back within a minute."""

    def __init__(self, role: Role) -> None:
        self._role = role
        self._done: list[tuple[str, FactId, datetime]] = []
        self._aside = False

    def take(self, verdict: Verdict | None, at: datetime) -> None:
        """Keep in mind what was decided; None where nothing could be."""
        noted = verdict.fact_id if verdict else None
        self._aside = noted is None
        if verdict and noted and verdict.code != UNDONE:
            self._done.append((verdict.name, noted, at))

    def set_aside(self) -> None:
        """The screen shows something else now than the last entry."""
        self._aside = True

    def words_aside(self) -> str:
        """What would be taken back, where the screen shows something else; told once."""
        if not (self._aside and self._done):
            return ""
        self._aside = False
        name, _, _ = self._done[-1]
        return f"This is not taken back. To take back the last entry of this desk, {name}, press Ctrl+Z again."

    def last(self, at: datetime) -> FactId:
        """The last entry, to be taken back now. SlaError without one, or where it is too late."""
        if not self._done:
            told = " Choose one of the latest arrivals to take it back." if self._role.browses else ""
            raise SlaError(f"There is nothing to undo here.{told}")
        if not self._role.overrules and at - self._done[-1][2] > OWN_SLIP:
            raise SlaError("That was more than a minute ago. A supervisor can take it back.")
        return self._done.pop()[1]
