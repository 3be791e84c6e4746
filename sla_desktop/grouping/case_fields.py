"""The fields of a case file: those that are misspelt are named, and distances that are neither matrix nor rows."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from sla_desktop.domain.errors import SlaError

CASE = ("participants", "rounds", "past", "together", "apart", "pins", "choices", "weights", "distances", "mixing")
PARTICIPANT, RULE, PIN = ("id", "attrs"), ("members", "rounds"), ("id", "round", "group")
ROUND = ("sizes", "min", "max", "absent", "topics")
_ROW = 3


def check_spelling(entry: Mapping[str, Any], known: Sequence[str], where: str) -> None:
    """Raises SlaError naming a field that is spelt nearly like a known one that is not there."""
    for name in entry.keys() - set(known):
        meant = get_close_matches(str(name), [field for field in known if field not in entry], 1)
        if meant:
            raise SlaError(f"In {where}: there is no field “{name}”; did you mean “{meant[0]}”?")


def unused_fields(data: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields of a case that mean nothing here, in the order of the file."""
    return tuple(str(name) for name in data if name not in CASE)


def check_shape(rows: list[list[Any]], n: int) -> None:
    """Raises SlaError for what is clearly meant as a matrix of distances among `n` people but is none."""
    lengths = {len(row) for row in rows}
    if _ROW in lengths:
        return
    if len(rows) != n or lengths != {n}:
        told = " or ".join(map(str, sorted(lengths)[:2]))
        raise SlaError(
            f"“distances” has {len(rows)} rows of {told} numbers; a matrix for {n} participants has {n} rows of {n},"
            " and a list of pairs has rows of [i, j, distance]."
        )
    for i, row in enumerate(rows):
        if row[i] != 0:
            raise SlaError(f"“distances” has {row[i]} from participant {i + 1} to themselves; it must be 0.")
        j = next((j for j in range(i) if row[j] != rows[j][i]), None)
        if j is not None:
            raise SlaError(
                f"“distances” has {row[j]} from {i + 1} to {j + 1} but {rows[j][i]} back; make both equal."
            )
