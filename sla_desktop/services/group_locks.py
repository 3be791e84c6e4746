"""What stays as it is when groups are formed again: people in their places, whole tables, whole rounds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import RegistrationId
from sla_desktop.domain.text import counted

if TYPE_CHECKING:
    from sla_desktop.grouping.case import Pin, Round

Seated = Sequence[Sequence[Sequence[RegistrationId]]]


@dataclass(frozen=True)
class Locks:
    """People who keep their tables in all rounds, tables as (round, table), and rounds; rounds and tables from 1."""

    people: frozenset[RegistrationId] = frozenset()
    tables: frozenset[tuple[int, int]] = frozenset()
    rounds: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.people or self.tables or self.rounds)

    def holds(self, person: RegistrationId, round_number: int, table: int) -> bool:
        """Whether somebody's place at a table of a round is locked."""
        return person in self.people or round_number in self.rounds or (round_number, table) in self.tables


def gone_from_locked(seated: Seated, locks: Locks, here: Sequence[RegistrationId]) -> list[RegistrationId]:
    """Those who sit in a locked round and are not `here` any more; they stay in it, and have no place in others."""
    stay = {one for number in locks.rounds for group in _round(seated, number) for one in group}
    return sorted(stay.difference(here), key=str)


def locked_rounds(
    seated: Seated, locks: Locks, here: Sequence[RegistrationId], rounds: int, tables: int
) -> "tuple[tuple[Round, ...], tuple[Pin, ...]]":
    """Rounds of so many tables with the fixed places of those `here`, from the plan that is `seated` now.

    A locked round stays exactly as it is: nobody joins it, and who left is still in it. A locked table takes nobody
    else. Raises SlaError for a locked table, or somebody locked at one, beyond the number of tables.
    """
    from sla_desktop.grouping.case import Pin

    gone, present = gone_from_locked(seated, locks, here), set(here)
    specs, pins = [], []
    for number in range(1, rounds + 1):
        groups = _round(seated, number)
        if number in locks.rounds and groups:
            specs.append(_as_it_is(groups, [*here, *gone]))
        else:
            groups = [[person for person in group if person in present] for group in groups]
            _check_people(groups, locks, tables)
            spec = _around_locked(groups, locks, number, len(here), tables)
            specs.append(replace(spec, absent=frozenset(map(str, gone))))
        pins += [
            Pin(str(person), number - 1, table - 1)
            for table, group in enumerate(groups, 1)
            for person in group
            if locks.holds(person, number, table)
        ]
    return tuple(specs), tuple(pins)


def _round(seated: Seated, number: int) -> Sequence[Sequence[RegistrationId]]:
    return seated[number - 1] if number <= len(seated) else ()


def _as_it_is(groups: Sequence[Sequence[RegistrationId]], everybody: Sequence[RegistrationId]) -> "Round":
    from sla_desktop.grouping.case import Round

    placed = {person for group in groups for person in group}
    return Round(tuple(map(len, groups)), absent=frozenset(str(one) for one in everybody if one not in placed))


def _check_people(groups: Sequence[Sequence[RegistrationId]], locks: Locks, tables: int) -> None:
    for table, group in enumerate(groups[tables:], tables + 1):
        for person in locks.people.intersection(group):
            raise SlaError(
                f"{person} is locked at table {table} but there are only {counted(tables, 'table')}. Unlock them, "
                "or ask for more tables."
            )


def _around_locked(
    groups: Sequence[Sequence[RegistrationId]], locks: Locks, number: int, people: int, tables: int
) -> "Round":
    from sla_desktop.grouping.case import Round, even_sizes

    locked = {table: len(groups[table - 1]) for round_, table in locks.tables if round_ == number and groups}
    beyond = max(locked, default=0)
    if beyond > tables:
        raise SlaError(
            f"Table {beyond} is locked but there are only {counted(tables, 'table')}. "
            "Unlock it, or ask for more tables."
        )
    rest = people - sum(locked.values())
    free = iter(even_sizes(rest, tables=tables - len(locked)) if rest else ())
    return Round(tuple(locked[table] if table in locked else next(free, 0) for table in range(1, tables + 1)))
