"""Two records of one person: suggested with the reason, joined by a decision, and parted again by another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.members import Member, Merge, merge_id
from sla_desktop.domain.text import fold, tokens
from sla_desktop.services import timeline
from sla_desktop.services.clock import now
from sla_desktop.services.people import Attendee, attendees
from sla_desktop.storage import query
from sla_desktop.storage.store import Store


@dataclass(frozen=True)
class Proposal:
    """Two people of an event who seem to be one: `keep` counts (who was on a list), `double` is the other."""

    keep: Attendee
    double: Attendee
    reason: str

    @property
    def words(self) -> str:
        """The question in one sentence."""
        return f"{_told(self.double)} and {_told(self.keep)} seem to be one person: {self.reason}. Merge them?"


@dataclass(frozen=True)
class Merged:
    """Two records that count as one person."""

    double: Member
    keep: Member

    @property
    def words(self) -> str:
        """Who counts for whom."""
        return f"{self.double.full_name} counts as {self.keep.full_name}"


def merged(store: Store, event_id: EventId) -> list[Merged]:
    """The merges that stand among the people of an event."""
    with store.read() as connection:
        members = {member.id: member for member in query.find_of(connection, Member, "id", event_id)}
        standing = [one for one in query.find(connection, Merge) if one.stands]
    known = [one for one in standing if one.member_id in members and one.into_id in members]
    return [Merged(members[one.member_id], members[one.into_id]) for one in known]


def proposals(store: Store, event_id: EventId) -> list[Proposal]:
    """Who seems to be on the list of an event twice, by name. Nothing is changed."""
    with store.read() as connection:
        parted = {frozenset((one.member_id, one.into_id)) for one in query.find(connection, Merge) if not one.stands}
    found = []
    for one, other in _candidates(attendees(store, event_id)):
        reason = _reason(one, other)
        if reason and frozenset((one.member.id, other.member.id)) not in parted:
            found.append(Proposal(*_ordered(one, other), reason))
    return found


def merge(store: Store, double: Member, keep: Member, *, desk: str) -> str:
    """Count what is noted of one record for the other; what was done, in words. SlaError for one and the same."""
    if double.id == keep.id:
        raise SlaError(f"{keep.full_name} cannot be merged with the very same record.")
    with store.change() as tx:
        into = timeline.merged(tx.connection)
        if into.get(keep.id, keep.id) == double.id:
            raise SlaError(f"{keep.full_name} was merged into {double.full_name} already.")
        tx.put(Merge(merge_id(double.id, keep.id), double.id, keep.id, now(), desk))
    return f"{double.full_name} and {keep.full_name} are one person now. What was noted of either counts."


def part(store: Store, double: Member, keep: Member) -> str:
    """Take a merge back: both are people of their own again, each with what was noted of them."""
    with store.change() as tx:
        known = query.get(tx.connection, Merge, merge_id(double.id, keep.id))
        if known is None or not known.stands:
            raise SlaError(f"{double.full_name} was not merged into {keep.full_name}.")
        tx.put(replace(known, stands=False))
    return f"{double.full_name} and {keep.full_name} are two people again."


def _candidates(people: Sequence[Attendee]) -> Iterator[tuple[Attendee, Attendee]]:
    """Pairs that share an e-mail address or a word of their names."""
    groups: dict[str, list[Attendee]] = {}
    for person in people:
        for key in {person.member.email.casefold(), *tokens(person.name)} - {""}:
            groups.setdefault(key, []).append(person)
    seen = set()
    for group in groups.values():
        # Of a word that many share ("Dr", "Ali") nothing follows.
        for one, other in combinations(group, 2) if len(group) <= _COMMON else ():
            pair = frozenset((one.id, other.id))
            if pair not in seen:
                seen.add(pair)
                yield one, other


_COMMON, _NEARLY_SAME = 40, 90


def _reason(one: Attendee, other: Attendee) -> str:
    """Why two people may be one, or nothing. The same name with two e-mail addresses is two people, or asked."""
    from rapidfuzz import fuzz

    mails = {person.member.email.casefold() for person in (one, other)} - {""}
    close = fuzz.token_sort_ratio(fold(one.name), fold(other.name)) >= _NEARLY_SAME
    walked_in = {one.registration.source, other.registration.source} & {"walk-in"}
    if len(mails) == 1 and one.member.email and other.member.email:
        same_family = bool(set(tokens(one.name)) & set(tokens(other.name)))
        return "they have the same e-mail address" if same_family else ""
    if not close or (len(mails) == 2 and not walked_in):
        return ""
    if walked_in:
        return "one came without being on the list, and the names are the same or nearly so"
    same_place = fold(one.organisation) == fold(other.organisation)
    return "the names are the same or nearly so, and so is the organisation" if same_place else ""


def _ordered(one: Attendee, other: Attendee) -> tuple[Attendee, Attendee]:
    return (other, one) if one.registration.source == "walk-in" else (one, other)


def _told(person: Attendee) -> str:
    how = "walk-in" if person.registration.source == "walk-in" else "on the list"
    where = f"{person.organisation}, " if person.organisation else ""
    return f"{person.name} ({where}{how})"
