"""Who works at a laptop, and what its window shows them: a steward, a supervisor, or a facilitator."""

from dataclasses import dataclass
from datetime import timedelta

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import fold, joined

# So long everybody may take back what they did last.
OWN_SLIP = timedelta(minutes=1)


@dataclass(frozen=True)
class Role:
    """`browses` people rather than looking them up one at a time; `overrules` verdicts with a reason, undoes any
    entry and settles what two desks saw differently; `runs` the event, which is everything else.
    """

    name: str
    words: str
    browses: bool = False
    overrules: bool = False
    runs: bool = False

    @property
    def title(self) -> str:
        """The name as the start of a line."""
        return self.name.capitalize()

    @property
    def rank(self) -> int:
        """Higher sees more."""
        return ROLES.index(self)


STEWARD = Role("steward", "scans, and looks people up one at a time")
SUPERVISOR = Role(
    "supervisor", "also lets people in for a reason, undoes entries and syncs", browses=True, overrules=True
)
FACILITATOR = Role("facilitator", "sees and does everything", browses=True, overrules=True, runs=True)
ROLES = (STEWARD, SUPERVISOR, FACILITATOR)


def role_named(text: str) -> Role:
    """The role of that name. SlaError where there is none."""
    found = next((role for role in ROLES if role.name == fold(text)), None)
    if found is None:
        raise SlaError(f"“{text}” is no role. Use one of: {joined([role.name for role in ROLES])}.")
    return found
