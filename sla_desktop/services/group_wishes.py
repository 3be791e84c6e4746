"""What is asked of an event's groups, kept with the event: it outlives the program, and other laptops see it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from uuid import UUID

from sqlalchemy import Connection

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.groups import GroupBond, GroupLock, GroupWish, bond_id, lock_id, wish_id
from sla_desktop.domain.ids import EventId, MemberId, RegistrationId, natural_id
from sla_desktop.domain.registrations import Registration
from sla_desktop.domain.text import joined
from sla_desktop.services.group_locks import Locks
from sla_desktop.services.groups import Wish
from sla_desktop.services.people import read_attendees, read_some
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

Groups = tuple[tuple[RegistrationId, ...], ...]
FIRST_WISH = Wish(rounds=3, size=8)
TOGETHER, APART = "together", "apart"


@dataclass(frozen=True)
class TableRule:
    """Who is kept together or apart, as `kind` says."""

    kind: str
    registrations: tuple[RegistrationId, ...]
    names: tuple[str, ...]


def known_wish(store: Store, event_id: EventId) -> Wish | None:
    """What was asked last, with the rules and locks that stand; None where nobody asked anything yet."""
    with store.read() as connection:
        asked = query.get(connection, GroupWish, wish_id(event_id))
        bonds = query.find(connection, GroupBond, event_id=event_id, stands=True)
        locks = query.find(connection, GroupLock, event_id=event_id, stands=True)
    if asked is None:
        return None
    return Wish(
        rounds=asked.rounds,
        size=asked.size,
        tables=asked.tables,
        mix=tuple(asked.weights),
        mixing=asked.mixing,
        weights=asked.weights,
        together=_rules(bonds, apart=False),
        apart=_rules(bonds, apart=True),
        past=asked.past,
        locks=_locks(locks),
    )


def keep_wish(store: Store, event_id: EventId, wish: Wish, *, instead_of: Wish | None = None) -> None:
    """Keep what is asked. Rules and locks that `instead_of` had go; those that others added meanwhile stay."""
    with store.change() as tx:
        now = _records(tx.connection, event_id, wish, stands=True)
        before = _records(tx.connection, event_id, instead_of, stands=False) if instead_of else {}
        weights = {name: float(wish.weights.get(name, 1.0)) for name in wish.mix}
        asked = (wish.rounds, wish.size, wish.tables, weights, float(wish.mixing), wish.past)
        tx.put(GroupWish(wish_id(event_id), event_id, *asked), *(before | now).values())


def table_rules(store: Store, event_id: EventId) -> list[TableRule]:
    """The rules that stand: those that keep together first."""
    wish = known_wish(store, event_id) or FIRST_WISH
    with store.read() as connection:
        names = {person.id: person.name for person in read_attendees(connection, event_id)}
    return [
        TableRule(kind, rule, tuple(names.get(one, "somebody who is not registered") for one in rule))
        for kind, rules in ((TOGETHER, wish.together), (APART, wish.apart))
        for rule in rules
    ]


def change_rules(
    store: Store,
    event_id: EventId,
    *,
    together: Sequence[RegistrationId] = (),
    apart: Sequence[RegistrationId] = (),
    drop: Collection[int] = (),
) -> None:
    """Drop the rules of these numbers (from 1, as `table_rules` has them), and keep these people together or apart.

    SlaError for a rule that there is not, for one about fewer than two people, and for one that contradicts another.
    """
    known = known_wish(store, event_id) or FIRST_WISH
    rules = [(TOGETHER, rule) for rule in known.together] + [(APART, rule) for rule in known.apart]
    strange = sorted(set(drop) - set(range(1, len(rules) + 1)))
    if strange:
        raise SlaError(f"There is no rule {strange[0]}; there are {len(rules)}.")
    stay = [rule for number, rule in enumerate(rules, 1) if number not in drop]
    for kind, people in ((TOGETHER, together), (APART, apart)):
        if len(set(people)) == 1:
            raise SlaError(f"One person alone cannot be kept {kind}. Name two people or more.")
        stay += [(kind, tuple(people))] if people else []
    of = {kind: tuple(rule for one, rule in stay if one == kind) for kind in (TOGETHER, APART)}
    if (together or apart) and (clash := contradiction(of[TOGETHER], of[APART])):
        with store.read() as connection:
            raise SlaError(clash_words([one.name for one in read_some(connection, event_id, clash, {})]))
    wish = replace(known, together=of[TOGETHER], apart=of[APART])
    keep_wish(store, event_id, wish, instead_of=known)


def contradiction(together: Groups, apart: Groups) -> tuple[RegistrationId, RegistrationId] | None:
    """Two people who are kept apart, and together too, be it by way of others; None where there are none."""
    parties: list[set[RegistrationId]] = []
    for rule in together:
        touching = [party for party in parties if party & set(rule)]
        parties = [party for party in parties if party not in touching] + [set(rule).union(*touching)]
    pairs = (pair for rule in apart for pair in combinations(rule, 2))
    return next((pair for pair in pairs if any(party.issuperset(pair) for party in parties)), None)


def clash_words(names: Sequence[str]) -> str:
    """That two people cannot be kept both ways, and what to do."""
    return f"{joined(names)} cannot be kept both together and apart. Remove the other rule first."


def _rules(bonds: list[GroupBond], *, apart: bool) -> Groups:
    """The people of each rule; one that erasure left alone is a rule no more."""
    members: dict[UUID, list[RegistrationId]] = defaultdict(list)
    for bond in bonds:
        if bond.apart == apart:
            members[bond.rule].append(bond.registration_id)
    return tuple(tuple(sorted(people, key=str)) for _, people in sorted(members.items()) if len(people) > 1)


def _locks(locks: list[GroupLock]) -> Locks:
    return Locks(
        frozenset(lock.registration_id for lock in locks if lock.registration_id),
        frozenset((lock.round, lock.table) for lock in locks if lock.table),
        frozenset(lock.round for lock in locks if lock.round and not lock.table),
    )


def _records(
    connection: Connection, event_id: EventId, wish: Wish, *, stands: bool
) -> dict[UUID, GroupBond | GroupLock]:
    """The bonds and locks of a wish, by id."""
    named = {one for rules in (wish.together, wish.apart) for rule in rules for one in rule} | wish.locks.people
    places = query.get_many(connection, Registration, list(named))
    members = {key: place.member_id for key, place in places.items()}
    found: list[GroupBond | GroupLock] = [*_bonds(event_id, wish, members, stands)]
    found += _lock_records(event_id, wish.locks, members, stands)
    return {one.id: one for one in found}


def _bonds(
    event_id: EventId, wish: Wish, members: dict[RegistrationId, MemberId], stands: bool
) -> Iterator[GroupBond]:
    for apart, rules in ((False, wish.together), (True, wish.apart)):
        for people in rules:
            rule = natural_id("group rule", event_id, apart, *sorted(map(str, people)))
            for one in people:
                if one in members:
                    yield GroupBond(bond_id(rule, one), event_id, rule, apart, one, members[one], stands)


def _lock_records(
    event_id: EventId, locks: Locks, members: dict[RegistrationId, MemberId], stands: bool
) -> Iterator[GroupLock]:
    for one in locks.people & members.keys():
        yield GroupLock(lock_id(event_id, 0, 0, one), event_id, 0, 0, one, members[one], stands)
    for number, table in [*locks.tables, *((number, 0) for number in locks.rounds)]:
        yield GroupLock(lock_id(event_id, number, table, None), event_id, number, table, stands=stands)
