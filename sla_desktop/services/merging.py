"""Two records of one person: suggested with the reason, joined by a decision, and parted again by another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, product

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event
from sla_desktop.domain.ids import EventId, MemberId
from sla_desktop.domain.members import Member, Merge, merge_id
from sla_desktop.domain.nicknames import may_be_short_for
from sla_desktop.domain.text import fold, tokens
from sla_desktop.services import timeline
from sla_desktop.services.clock import now
from sla_desktop.services.people import Attendee, known_elsewhere, read_attendees
from sla_desktop.storage import query
from sla_desktop.storage.store import Store


@dataclass(frozen=True)
class Proposal:
    """Two records that seem to be one person: `keep` counts (who was on a list), `double` is the other.

    At least one of them is of the event that was asked about; `known_from` is the title of another event, from which
    the other one is known, or nothing where they are of this one too.
    """

    keep: Attendee
    double: Attendee
    reason: str
    known_from: str = ""

    @property
    def words(self) -> str:
        """The question in one sentence."""
        both = f"{told(self.double)} and {told(self.keep)} seem to be one person"
        known = f"one is known from “{self.known_from}”, and " if self.known_from else ""
        return f"{both}: {known}{self.reason}. Merge them?"


@dataclass(frozen=True)
class Decided:
    """Two records that count as one person, or that were said to be two people."""

    double: Member
    keep: Member
    one: bool

    @property
    def words(self) -> str:
        """Who counts for whom, or that they do not."""
        if self.one:
            return f"{self.double.full_name} counts as {self.keep.full_name}"
        return f"{self.double.full_name} and {self.keep.full_name} are two people"


def decided(store: Store, event_id: EventId) -> list[Decided]:
    """What was decided about the people of an event."""
    with store.read() as connection:
        here = {member.id for member in query.find_of(connection, Member, "id", event_id)}
        known = [one for one in query.find(connection, Merge) if {one.member_id, one.into_id} & here]
        members = query.get_many(connection, Member, [key for one in known for key in (one.member_id, one.into_id)])
    both = [one for one in known if one.member_id in members and one.into_id in members]
    return [Decided(members[one.member_id], members[one.into_id], one.stands) for one in both]


def proposals(store: Store, event_id: EventId) -> list[Proposal]:
    """Who seems to be on the list of an event twice, or to be known from another event. Nothing is changed."""
    with store.read() as connection:
        merges = query.find(connection, Merge)
        here = read_attendees(connection, event_id)
        titles = {event.id: event.title for event in query.find(connection, Event)}
        counted = {one.member_id for one in merges if one.stands} | {person.member.id for person in here}
        elsewhere = known_elsewhere(connection, event_id, counted)
    parted = {frozenset((one.member_id, one.into_id)) for one in merges if not one.stands}
    found = []
    for one, other in _candidates(here, elsewhere):
        away = other.registration.event_id != event_id
        reason = _reason(one, other, together=not away)
        if reason and frozenset((one.member.id, other.member.id)) not in parted:
            known_from = titles.get(other.registration.event_id, "another event") if away else ""
            found.append(Proposal(*_ordered(one, other), reason, known_from))
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


def keep_apart(store: Store, double: Member, keep: Member, *, desk: str) -> str:
    """Note that two records of one name are two people, so that nobody asks again; in words."""
    with store.change() as tx:
        tx.put(two_people(double.id, keep.id, desk))
    return f"{double.full_name} and {keep.full_name} are two people. Nobody will ask again."


def two_people(double: MemberId, keep: MemberId, desk: str) -> Merge:
    """The decision that two records are two people."""
    return Merge(merge_id(double, keep), double, keep, now(), desk, stands=False)


def part(store: Store, double: Member, keep: Member) -> str:
    """Take a merge back: both are people of their own again, each with what was noted of them."""
    with store.change() as tx:
        known = query.get(tx.connection, Merge, merge_id(double.id, keep.id))
        if known is None or not known.stands:
            raise SlaError(f"{double.full_name} was not merged into {keep.full_name}.")
        tx.put(replace(known, stands=False))
    return f"{double.full_name} and {keep.full_name} are two people again."


def _candidates(here: Sequence[Attendee], elsewhere: Sequence[Attendee]) -> Iterator[tuple[Attendee, Attendee]]:
    """Pairs that share an e-mail address, a telephone number or a word of their names; the first one is here."""
    groups: dict[str, tuple[list[Attendee], list[Attendee]]] = {}
    for place, people in enumerate((here, elsewhere)):
        for person in people:
            for key in _keys(person):
                groups.setdefault(key, ([], []))[place].append(person)
    seen = set()
    for ours, theirs in groups.values():
        # Of a word that many share ("Dr", "Ali") nothing follows.
        within = combinations(ours, 2) if len(ours) <= _COMMON else ()
        across = product(ours, theirs) if len(ours) + len(theirs) <= _COMMON else ()
        for one, other in chain(within, across):
            pair = frozenset((one.id, other.id))
            if pair not in seen:
                seen.add(pair)
                yield one, other


def _keys(person: Attendee) -> set[str]:
    words = tokens(person.name)
    return {person.member.email.casefold(), _digits(person), *words, " ".join(sorted(words))} - {""}


_COMMON, _NEARLY_SAME, _FEWEST_DIGITS = 40, 90, 9


def _reason(one: Attendee, other: Attendee, *, together: bool) -> str:
    """Why two people may be one, or nothing. The same name with two e-mail addresses is two people, or asked.

    That one came without being on the list says something only where the other was expected at the same event.
    """
    mails = {person.member.email.casefold() for person in (one, other)} - {""}
    both_mails = bool(one.member.email and other.member.email)
    likeness = _likeness(one, other)
    walked_in = together and (one.walked_in or other.walked_in)
    if both_mails and len(mails) == 1:
        return _same_mail(one, other, likeness)
    if not likeness:
        return ""
    if both_mails and two_nhs_addresses(*mails):
        return f"{likeness}, and one address is at nhs.net, the other the same at a trust"
    if _digits(one) and _digits(one) == _digits(other):
        return f"{likeness}, and they have the same telephone number"
    homes = {fold(person.organisation) for person in (one, other)}
    if both_mails and not walked_in:
        alike = together and fold(one.name) == fold(other.name) and len(homes) == 1 and "" not in homes
        return f"{likeness}, at the same organisation, with two e-mail addresses" if alike else ""
    if walked_in:
        return f"one came without being on the list, and {likeness}"
    if together and len(homes) > 1 and "" in homes and fold(one.name) == fold(other.name):
        return f"{likeness}, and one of them has no organisation"
    return f"{likeness}, at the same organisation" if len(homes) == 1 else ""


def _likeness(one: Attendee, other: Attendee) -> str:
    """In what way two names may be one person's, or nothing."""
    from rapidfuzz import fuzz

    names = fold(one.name), fold(other.name)
    words = [name.split() for name in names]
    if fuzz.token_sort_ratio(*names) >= _NEARLY_SAME:
        turned = words[0] != words[1] and sorted(words[0]) == sorted(words[1])
        return "the names are the same in another order" if turned else "the names are the same or nearly so"
    if not all(words) or words[0][1:] != words[1][1:] or not words[0][1:]:
        return ""
    first, second = words[0][0], words[1][0]
    short = may_be_short_for(first, second)
    return "the family name is the same and one given name may be short for the other" if short else ""


def _same_mail(one: Attendee, other: Attendee, likeness: str) -> str:
    same = "they have the same e-mail address"
    shared = set(tokens(one.name)) & set(tokens(other.name))
    if not likeness and fold(one.member.given) == fold(other.member.given) != "":
        return f"{same} and the same given name; the family name may have changed"
    return same if shared else ""


def two_nhs_addresses(one: str, other: str) -> bool:
    """The same name before the @, once at nhs.net and once at a trust: people have both for years."""
    (name, _, home), (same, _, there) = one.partition("@"), other.partition("@")
    return name == same and "nhs.net" in (home, there) and any(at.endswith(".nhs.uk") for at in (home, there))


def _digits(person: Attendee) -> str:
    """A telephone number without punctuation and country, or nothing where it is too short to tell."""
    digits = "".join(ch for ch in person.member.phone if ch.isdigit()).removeprefix("0044").removeprefix("44")
    return digits.lstrip("0") if len(digits) >= _FEWEST_DIGITS else ""


def _ordered(one: Attendee, other: Attendee) -> tuple[Attendee, Attendee]:
    return (other, one) if one.walked_in else (one, other)


def told(person: Attendee) -> str:
    """A record in words: the name, where they work, how they came onto the list, and whether they are in."""
    how = f"{'walk-in' if person.walked_in else 'on the list'}{', in' if person.inside else ''}"
    where = f"{person.organisation}, " if person.organisation else ""
    return f"{person.name} ({where}{how})"
