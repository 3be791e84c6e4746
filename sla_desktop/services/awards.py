"""What an event certifies: to whom, for what, and how its certificates look."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from sla_desktop.domain.certificates import DESIGNS, FIELDS, TITLES, Award, award_id
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, Session
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import clean_line, joined
from sla_desktop.services.letterhead import stored_picture
from sla_desktop.services.people import Attendee
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

RULES = (
    *("kind", "design", "minimum_share", "sessions", "wording", "outcomes"),
    *("signatory", "signatory_role", "accreditation", "number_from"),
)
_LISTS = ("sessions", "outcomes")


@dataclass(frozen=True)
class Earned:
    """Somebody who was really there: certified minutes and the titles of the sessions attended."""

    person: Attendee
    minutes: int
    sessions: tuple[str, ...]


def award_of(store: Store, event_id: EventId) -> Award:
    """What an event certifies; attendance, where nobody said anything else."""
    with store.read() as connection:
        known = query.get(connection, Award, award_id(event_id))
    return known or Award(award_id(event_id), event_id)


def set_award(store: Store, event_id: EventId, rules: Mapping[str, Any], signature: Path | None = None) -> Award:
    """Change some of it; an empty path takes the signature away. SlaError for rules that there are not."""
    strange = sorted(set(rules) - set(RULES))
    if strange:
        raise SlaError(f"“{strange[0]}” is no rule of certificates. They know: {', '.join(RULES)}.")
    award = replace(award_of(store, event_id), **{name: _value(name, value) for name, value in rules.items()})
    award.worded(**dict.fromkeys(FIELDS, ""))
    if signature is not None:
        award = replace(award, signature=stored_picture(signature, "signature") if str(signature) != "." else "")
    with store.change() as tx:
        tx.put(award)
    return award


def minutes_of(store: Store, event: Event) -> int:
    """How long an event's parts that count take together."""
    with store.read() as connection:
        counted = [one for one in query.find(connection, Session, event_id=event.id) if one.counts]
    whole = sum((one.ends - one.starts for one in counted), timedelta()) or event.ends - event.starts
    return int(whole.total_seconds() // 60)


def lacking(award: Award, row: Earned, whole: int) -> str:
    """Why somebody who was there gets no certificate; empty when they get one."""
    missed = [title for title in award.sessions if title not in row.sessions]
    if missed:
        return f"missed {joined([f'“{title}”' for title in missed])}"
    share = 100 * row.minutes / whole if whole else 100
    # Certified minutes are rounded down to five, which nobody should miss the award by.
    if share < award.minimum_share and 100 * (row.minutes + 5) / max(whole, 1) <= award.minimum_share:
        return f"was there for {share:.0f}% of the time, and {award.minimum_share}% are asked for"
    return ""


def _value(name: str, value: Any) -> Any:
    if name in _LISTS:
        return tuple(clean_line(str(one)) for one in value)
    if name == "minimum_share":
        if not isinstance(value, int) or not 0 <= value <= 100:
            raise SlaError(f"The share that somebody must have been there is 0 to 100 per cent, not {value}.")
        return value
    allowed = {"kind": tuple(TITLES), "design": DESIGNS}.get(name)
    if allowed and value not in allowed:
        raise SlaError(f"“{value}” is no {name} of certificates. Choose {', '.join(allowed)}.")
    return clean_line(str(value))
