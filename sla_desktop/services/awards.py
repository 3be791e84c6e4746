"""What an event certifies: to whom, for what, and how its certificates look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sla_desktop.domain.certificates import COMPLETION, DESIGNS, FIELDS, TITLES, Award, award_id
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event
from sla_desktop.domain.hours import length
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import clean_line, fold, joined
from sla_desktop.services.events import get_event, programme_title, sessions
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
    """Somebody who was really there: certified minutes and the titles of the sessions attended.

    `given` and `missed` are titles of sessions that only others were checked in to: with their time, without it.
    """

    person: Attendee
    minutes: int
    sessions: tuple[str, ...]
    given: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()


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
    event = get_event(store, event_id)
    award = replace(award_of(store, event_id), **{name: _value(name, value) for name, value in rules.items()})
    award.worded(**dict.fromkeys(FIELDS, ""))
    if {"sessions", "kind"} & set(rules):
        award = replace(award, sessions=_known(award.sessions, can_be_asked(store, event, award.kind)))
    if signature is not None:
        award = replace(award, signature=stored_picture(signature, "signature") if str(signature) != "." else "")
    with store.change() as tx:
        tx.put(award)
    return award


def parts(store: Store, event: Event, kind: str = "") -> list[Event]:
    """The events that a certificate counts, in order: for a completion the programme's, else this one alone."""
    kind = kind or award_of(store, event.id).kind
    if kind != COMPLETION or event.programme_id is None:
        return [event]
    with store.read() as connection:
        return query.find(connection, Event, order="starts", programme_id=event.programme_id)


def subject(store: Store, event: Event, kind: str) -> Event:
    """What a certificate of a kind says was attended: the event; for a completion its programme, by that name."""
    title = programme_title(store, event) if kind == COMPLETION else ""
    return replace(event, title=title) if title else event


def can_be_asked(store: Store, event: Event, kind: str) -> tuple[str, ...]:
    """The titles of what a certificate of a kind can ask for: sessions that count; for a programme its events."""
    counted = parts(store, event, kind)
    if len(counted) > 1:
        return tuple(one.title for one in counted)
    return tuple(dict.fromkeys(one.title for one in sessions(store, event.id) if one.counts))


def minutes_of(store: Store, event: Event) -> int:
    """How long all parts that count take together, those at the same time once."""
    return sum(_minutes_of(store, one) for one in parts(store, event))


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


def _minutes_of(store: Store, event: Event) -> int:
    counting = [(one.starts, one.ends) for one in sessions(store, event.id) if one.counts]
    return int(length(counting or [(event.starts, event.ends)]).total_seconds() // 60)


def _known(asked: Sequence[str], titles: Sequence[str]) -> tuple[str, ...]:
    """The sessions as they are written in the programme. SlaError for one that there is not."""
    written = {fold(title): title for title in titles}
    for one in asked:
        if fold(one) not in written:
            there = f"There are {joined([f'“{title}”' for title in titles])}." if titles else "There are none yet."
            raise SlaError(f"“{one}” is none of the sessions that a certificate can ask for. {there}")
    return tuple(written[fold(one)] for one in asked)


def _value(name: str, value: Any) -> Any:
    if name in _LISTS:
        return tuple(filter(None, (clean_line(str(one)) for one in value)))
    if name == "minimum_share":
        if not isinstance(value, int) or not 0 <= value <= 100:
            raise SlaError(f"The share that somebody must have been there is 0 to 100 per cent, not {value}.")
        return value
    allowed = {"kind": tuple(TITLES), "design": DESIGNS}.get(name)
    if allowed and value not in allowed:
        raise SlaError(f"“{value}” is no {name} of certificates. Choose {', '.join(allowed)}.")
    return clean_line(str(value))
