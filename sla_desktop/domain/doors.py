"""What a door lets in: which tickets, how often, within which limits, and what it asks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import DoorId, EventId, SessionId, natural_id
from sla_desktop.domain.text import fold

RE_ENTRY, ONCE, EVERY_SCAN = "re-entry", "once", "every-scan"
ENTRIES = (RE_ENTRY, ONCE, EVERY_SCAN)
TEXT, NUMBER, YES_NO, CHOICE = "text", "number", "yes-no", "choice"
KINDS = (TEXT, NUMBER, YES_NO, CHOICE)


@dataclass(frozen=True)
class Door:
    """The rules of an event (no session) or of one of its sessions.

    `admits` names ticket types (none: all). `entries` says whether somebody may come again after leaving, only once,
    or as often as they are scanned. `unpaid` lets those who have not paid in, with a reason. `limits` are conditions
    (see `limits.py`); `questions` are mappings that `question` understands.
    """

    id: DoorId
    event_id: EventId
    session_id: SessionId | None = None
    admits: tuple[str, ...] = ()
    entries: str = RE_ENTRY
    unpaid: bool = False
    limits: Mapping[str, Any] = field(default_factory=dict)
    questions: tuple[Mapping[str, Any], ...] = ()

    def takes(self, ticket_type: str) -> bool:
        """Whether a ticket type is let in."""
        return not self.admits or fold(ticket_type) in {fold(one) for one in self.admits}


@dataclass(frozen=True)
class Question:
    """What is asked at check-in; one that is not required is asked once and may stay open."""

    name: str
    text: str
    kind: str = TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    ticket_types: tuple[str, ...] = ()

    def wrong(self, answer: str) -> bool:
        """Whether an answer that was given cannot be one."""
        if not answer.strip():
            return self.required
        if self.kind == NUMBER:
            return not answer.strip().removeprefix("-").replace(".", "", 1).isdecimal()
        if self.kind == YES_NO:
            return fold(answer) not in ("yes", "no")
        return self.kind == CHOICE and fold(answer) not in {fold(one) for one in self.choices}


def question(told: Mapping[str, Any]) -> Question:
    """A question from its mapping. SlaError where it is none."""
    known = set(Question.__dataclass_fields__)
    strange = sorted(set(told) - known)
    if strange or not told.get("name"):
        what = f"has no field “{strange[0]}”" if strange else "needs a name"
        raise SlaError(f"A question at the door {what}. It knows: {', '.join(sorted(known))}.")
    kind = told.get("kind", TEXT)
    if kind not in KINDS:
        raise SlaError(f"“{kind}” is no kind of question. Use one of: {', '.join(KINDS)}.")
    lists = {name: told.get(name, ()) for name in ("choices", "ticket_types")}
    if wrong := [name for name, value in lists.items() if not is_texts(value)]:
        raise SlaError(f'“{wrong[0]}” of a question at the door is a list of words, such as ["Yes", "No"].')
    text, required = str(told.get("text") or told["name"]), bool(told.get("required", False))
    return Question(str(told["name"]), text, kind, required, **{name: tuple(value) for name, value in lists.items()})


def is_texts(value: object) -> bool:
    """Whether a value from outside is a list of words; an empty one stands for a ticket without a type."""
    return isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)


def open_questions(
    door: Door, ticket_type: str, given: Mapping[str, str], before: Mapping[str, str]
) -> list[Question]:
    """What is still to be asked of somebody: not answered, answered wrongly, and not asked before."""
    still = []
    for one in map(question, door.questions):
        if one.ticket_types and fold(ticket_type) not in {fold(name) for name in one.ticket_types}:
            continue
        answers = {**before, **given}
        if one.name not in answers or one.wrong(answers[one.name]):
            still.append(one)
    return still


@lru_cache
def door_id(event_id: EventId, session_id: SessionId | None) -> DoorId:
    """An event, or a session of it, has one set of rules, whichever desk sets them."""
    return DoorId(natural_id("door", event_id, session_id or ""))


def open_door(event_id: EventId, session_id: SessionId | None = None) -> Door:
    """The rules where nobody set any: every ticket, and again after leaving."""
    return Door(door_id(event_id, session_id), event_id, session_id)
