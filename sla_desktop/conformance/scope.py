"""What an expectation is asked of, and comparing what was wanted with what was found, in sentences."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sla_desktop.conformance.world import Desk, World
from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.events import Event, clock
from sla_desktop.services import timeline


class Scope:
    """What an expectation is asked of: one desk, one event, and perhaps a moment."""

    def __init__(self, world: World, desk: Desk, event: Event, at: datetime | None) -> None:
        self.world, self.desk, self.event, self.at = world, desk, event, at
        self.store = desk.store

    def facts(self) -> list[AttendanceFact]:
        """All facts of the event at this desk, by true time."""
        with self.store.read() as connection:
            found = timeline.facts(connection, self.event.id)
        return sorted(found, key=lambda fact: (fact.happened_at, fact.recorded_at))

    def facts_of(self, name: str) -> list[AttendanceFact]:
        """Those of one person."""
        person = self.world.person(self.desk, name, self.event)
        return [fact for fact in self.facts() if fact.registration_id == person.id]

    def time(self, moment: datetime | None) -> str:
        """A moment as scenarios write it."""
        return clock(moment, self.event.zone) if moment else ""


Check = Callable[[Scope, Any], str]


def sentences(wanted: Any, found: Sequence[str]) -> str:
    """As many sentences as told, or for each of some texts a sentence that has it."""
    if isinstance(wanted, int):
        return "" if len(found) == wanted else f"{len(found)}, not {wanted}: {list(found)}"
    missing = [text for text in wanted if not any(text in sentence for sentence in found)]
    return f"none says {missing}; there is {list(found)}" if missing else ""


def names_differ(wanted: Any, found: Sequence[str]) -> str:
    """As many names as told, or these in any order."""
    if isinstance(wanted, int):
        return (
            "" if len(found) == wanted else f"{len(found)}, not {wanted}: {', '.join(sorted(found)[:20]) or 'nobody'}"
        )
    return "" if sorted(wanted) == sorted(found) else f"{sorted(found)}, not {sorted(wanted)}"


def differs(wanted: Any, found: Any) -> str:
    return "" if wanted == found else f"{found!r}, not {wanted!r}"
