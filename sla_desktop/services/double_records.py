"""Two records of one person at an event, a walk-in or one ticket twice: told in a sentence, settled with one key."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import combinations

from sqlalchemy import Connection

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact, Verdict
from sla_desktop.domain.events import Event, clock
from sla_desktop.domain.ids import DeviceId, RegistrationId
from sla_desktop.domain.members import Merge, same_organisation
from sla_desktop.domain.registrations import WALK_IN
from sla_desktop.domain.text import joined, tokens
from sla_desktop.services import merging, people, timeline
from sla_desktop.services.double_entries import clock_words
from sla_desktop.services.people import Attendee
from sla_desktop.storage import cells, query
from sla_desktop.storage.schema import id_from_hex
from sla_desktop.storage.store import Store

_NAMES = (
    "SELECT r.id, r.source, m.full_name FROM registration r JOIN member m ON m.id = r.member_id WHERE r.event_id = ?"
)

_SHARED = """
SELECT id FROM registration WHERE event_id = ? AND external_code IN (
    SELECT external_code FROM registration WHERE event_id = ? AND external_code <> '' GROUP BY external_code
    HAVING count(*) > 1
)
"""


@dataclass(frozen=True)
class DoubleRecord:
    """Two records of one name, one of them a walk-in, or both with one ticket, who came; `keep` would count."""

    name: str
    keep: Attendee
    double: Attendee
    words: str
    answer: str = "It is one person"
    other: str = "They are two people"


def double_records(connection: Connection, event: Event, namesakes: Sequence[Attendee]) -> list[DoubleRecord]:
    """Every pair among some people of one name that nobody has decided about.

    Who gave two e-mail addresses, or two organisations that have nothing in common, is two people: nobody is asked.
    """
    if not namesakes:
        return []
    decided = {frozenset((one.member_id, one.into_id)) for one in query.find(connection, Merge)}
    wrong, known = timeline.corrected(connection), timeline.mending(connection)
    told = []
    for keep, double in _pairs(namesakes):
        if frozenset((keep.member.id, double.member.id)) not in decided and _may_be_one(keep, double):
            came = [(one, _arrival(connection, one, known)) for one in (keep, double)]
            shared = _have_one_ticket(keep, double)
            if any(fact for one, fact in came if one.walked_in or shared):
                told.append(DoubleRecord(keep.name, keep, double, _words(came, event, wrong)))
    return told


def namesakes_of_walk_ins(connection: Connection, event: Event) -> list[Attendee]:
    """Walk-ins, and whoever else at the event has the name of one."""
    rows = cells.asked(connection, _NAMES, (event.id.hex,))
    if all(source != WALK_IN for _, source, _ in rows):
        return []
    named = defaultdict(list)
    for key, source, name in rows:
        named[_called(name)].append((source, key))
    groups = [group for group in named.values() if len(group) > 1 and any(source == WALK_IN for source, _ in group)]
    return people.read_some(
        connection, event.id, [RegistrationId(id_from_hex(key)) for group in groups for _, key in group], {}
    )


def of_one_ticket(connection: Connection, event: Event) -> list[Attendee]:
    """Whoever has a seller's ticket that somebody else at the event has too."""
    keys = [RegistrationId(id_from_hex(key)) for (key,) in cells.asked(connection, _SHARED, (event.id.hex,) * 2)]
    return people.read_some(connection, event.id, keys, {}) if keys else []


def are_one(store: Store, card: DoubleRecord, *, desk: str) -> Verdict:
    """What was noted of either counts for one person from now on."""
    words = merging.merge(store, card.double.member, card.keep.member, desk=desk)
    return Verdict(rules.UNDONE, "One person", card.name, detail=words)


def are_two(store: Store, card: DoubleRecord, *, desk: str) -> Verdict:
    """They are two people, and nobody asks again."""
    words = merging.keep_apart(store, card.double.member, card.keep.member, desk=desk)
    return Verdict(rules.UNDONE, "Two people", card.name, detail=words)


def _pairs(namesakes: Sequence[Attendee]) -> Iterator[tuple[Attendee, Attendee]]:
    """Two of one name, one of them a walk-in: who was on a list counts, else who was noted first."""
    named = defaultdict(list)
    for person in sorted(namesakes, key=lambda one: (one.walked_in, one.member.id)):
        named[_called(person.name)].append(person)
    for group in named.values():
        yield from (pair for pair in combinations(group, 2) if pair[1].walked_in or _have_one_ticket(*pair))


# Pages ask again after each commit.
@lru_cache(maxsize=1 << 16)
def _called(name: str) -> tuple[str, ...]:
    return tuple(sorted(tokens(name)))


def _have_one_ticket(one: Attendee, other: Attendee) -> bool:
    code = one.registration.external_code
    return bool(code) and code == other.registration.external_code


def _may_be_one(one: Attendee, other: Attendee) -> bool:
    if _have_one_ticket(one, other):
        return True
    mails = {person.member.email.casefold() for person in (one, other)}
    if "" not in mails:
        return len(mails) == 1 or merging.two_nhs_addresses(*mails)
    return same_organisation(one.organisation, other.organisation)


def _arrival(connection: Connection, person: Attendee, known: timeline.Mending) -> AttendanceFact | None:
    """The first arrival that counts, by true time."""
    facts = rules.standing(timeline.facts_of(connection, person.registration, known))
    return next((fact for fact in facts if fact.kind == rules.IN), None)


def _words(
    came: Sequence[tuple[Attendee, AttendanceFact | None]], event: Event, wrong: Mapping[DeviceId, timedelta]
) -> str:
    """The question; who came first by true time is told first, and who did not come last."""
    ordered = sorted(came, key=lambda one: (one[1] is None, one[1].happened_at if one[1] else None))
    differ = len({person.organisation for person, _ in came}) > 1
    homes = [f" ({person.organisation})" if differ and person.organisation else "" for person, _ in ordered]
    parts = [f"{_told(person, fact, event)}{home}" for (person, fact), home in zip(ordered, homes, strict=True)]
    clocks = [clock_words(fact, wrong) for _, fact in ordered if fact]
    return " ".join(
        filter(None, [f"{came[0][0].name} is here twice: {joined(parts)}.", *clocks, "Is it one person?"])
    )


def _told(person: Attendee, fact: AttendanceFact | None, event: Event) -> str:
    at = f" by {fact.desk} at {clock(fact.happened_at, event.zone)}" if fact else ""
    how = "walk-in added" if person.walked_in else "let in from the list" if fact else "on the list, not in yet"
    return f"{how}{at}"
