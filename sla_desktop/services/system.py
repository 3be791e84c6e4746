"""The system's own make-up, read from a table, and the access target."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import long_date
from sla_desktop.domain.system import TRAITS, System, system_id
from sla_desktop.domain.text import clean_line, fold
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

_EVERYBODY = 10_000_000_000
_HEADS = ("what", "group", "people")


def system_of(store: Store) -> System:
    """The system as the team knows it; an empty one when nobody said anything."""
    with store.read() as connection:
        known = query.get(connection, System, system_id())
    return known or System(system_id())


def set_system(
    store: Store,
    *,
    makeup: Path | None = None,
    source: str | None = None,
    target: int | None = None,
    by: str | None = None,
) -> System:
    """Change some of it; an empty `by` takes the day away.

    Raises SlaError for a table that is none of a make-up, a target below nobody or above everybody, and a day that is
    none.
    """
    if target is not None and not 0 <= target <= _EVERYBODY:
        raise SlaError(f"The target is a number of people, not {target}. 0 takes it away.")
    known = system_of(store)
    made = replace(
        known,
        makeup=known.makeup if makeup is None else read_makeup(makeup),
        source=known.source if source is None else clean_line(source),
        target=known.target if target is None else target,
        target_by=known.target_by if by is None else _day(by),
    )
    with store.change() as tx:
        tx.put(made)
    return made


def describe(system: System) -> list[str]:
    """The target, then a line for each trait of the make-up."""
    by = f" by {long_date(system.target_by)}" if system.target_by else ""
    lines = [f"Target: {system.target:,} people{by}." if system.target else "There is no access target."]
    for trait, groups in system.makeup.items():
        lines.append(f"{trait}: {', '.join(f'{group} {count:,}' for group, count in groups.items())}")
    return lines


def read_makeup(path: Path) -> dict[str, dict[str, int]]:
    """A table with the headings what, group, people: how many of the system are in each group of each trait.

    SlaError names the row that is not so.
    """
    from sla_desktop.tables.answers import read_answers

    table = read_answers(path)
    heads = {fold(head): head for head in table.headers}
    if missing := [head for head in _HEADS if head not in heads]:
        raise SlaError(f"“{path.name}” has no column “{missing[0]}”. It needs the headings {', '.join(_HEADS)}.")
    found: dict[str, dict[str, int]] = {}
    for number, cells in table.rows:
        what, group, people = (clean_line(cells.get(heads[head], "")) for head in _HEADS)
        if fold(what) not in TRAITS:
            raise SlaError(f"Row {number} of “{path.name}”: “{what}” is none of {', '.join(TRAITS)}.")
        count = people.replace(",", "").replace(" ", "")
        if not group or not (count.isascii() and count.isdigit() and len(count) <= len(str(_EVERYBODY))):
            raise SlaError(f"Row {number} of “{path.name}” needs a group and a number of people, such as 12,400.")
        found.setdefault(fold(what), {})[group] = int(count)
    if not found:
        raise SlaError(f"“{path.name}” has headings and no rows.")
    return found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise SlaError(f"“{text}” is no day. Write it as 2028-03-31.") from None
