"""What came of a step, and what a scanner reads."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sla_desktop.conformance.world import World
from sla_desktop.domain.attendance import Verdict
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import fold
from sla_desktop.services import tickets
from sla_desktop.services.people import Attendee
from sla_desktop.services.registrations import ImportPlan

_TOKEN = re.compile(r"\{(code|ticket|forged ticket):([^}]+)\}")

Step = Mapping[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What came of a step: a verdict, people found, an import's plan, a sentence, or a refusal in words."""

    verdict: Verdict | None = None
    found: list[Attendee] | None = None
    plan: ImportPlan | None = None
    fates: list[str] | None = None
    words: str = ""
    error: str = ""
    steward: bool = False


def scanned(world: World, text: str) -> str:
    """What a scanner reads: a person's name stands for their ticket, {code:..} and {ticket:..} for what is on it."""
    known = world.known.get(fold(text))
    if known is not None:
        return known.registration.external_code or known.registration.code

    def told(match: re.Match[str]) -> str:
        kind, name = match[1], match[2]
        holder = world.known.get(fold(name))
        if holder is None:
            raise SlaError(f"Nobody called “{name}” was registered, so there is no ticket to scan.")
        if kind == "code":
            return holder.registration.code
        signed = tickets.ticket_text(world.desk().store, holder.registration)
        return signed if kind == "ticket" else signed[:-1] + ("A" if signed[-1] != "A" else "B")

    return _TOKEN.sub(told, text)
