"""The distances of a case file: a full matrix, or rows of pairs."""

from collections.abc import Sequence
from typing import Any

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import counted
from sla_desktop.grouping import bounds
from sla_desktop.grouping.case_fields import is_index

Matrix = tuple[tuple[float, ...], ...]
_ROW = 3


def distances_among(n: int, rows: object) -> Matrix | None:
    """A matrix of n rows of n, from a full one or from rows [i, j, d] of which those not given are 0.

    None where nothing is given. Raises SlaError naming the row that is not so.
    """
    if not rows:
        return None
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise SlaError("“distances” must be a matrix, or rows of the form [i, j, distance].")
    lengths = {len(row) for row in rows}
    if lengths == {_ROW} and not (n == _ROW and len(rows) == _ROW and _is_even(rows)):
        return _from_pairs(rows, n)
    if len(rows) != n or lengths != {n}:
        told = " or ".join(map(str, sorted(lengths)[:2]))
        raise SlaError(
            f"“distances” has {counted(len(rows), 'row')} of {told} numbers; a matrix for {n} participants has"
            f" {n} rows of {n}, and a list of pairs has rows of [i, j, distance]."
        )
    _check_matrix(rows)
    return tuple(tuple(float(distance) for distance in row) for row in rows)


def _is_even(rows: Sequence[Sequence[Any]]) -> bool:
    """Three rows of three numbers could be either form; only a matrix is symmetric with a zero diagonal."""
    return all(rows[i][j] == rows[j][i] and rows[i][i] == 0 for i in range(_ROW) for j in range(i + 1))


def _check_matrix(rows: Sequence[Sequence[Any]]) -> None:
    for number, row in enumerate(rows, 1):
        for distance in row:
            _check_distance(distance, number)
    for i, row in enumerate(rows):
        if row[i] != 0:
            raise SlaError(f"“distances” has {row[i]} from participant {i + 1} to themselves; it must be 0.")
        j = next((j for j in range(i) if row[j] != rows[j][i]), None)
        if j is not None:
            raise SlaError(
                f"“distances” has {row[j]} from {i + 1} to {j + 1} but {rows[j][i]} back; make both equal."
            )


def _from_pairs(rows: Sequence[Sequence[Any]], n: int) -> Matrix:
    known: dict[tuple[int, int], float] = {}
    for number, (i, j, distance) in enumerate(rows, 1):
        if not is_index(i, n) or not is_index(j, n):
            raise SlaError(f"Row {number} of “distances” is not [i, j, distance] with i and j from 0 to {n - 1}.")
        _check_distance(distance, number)
        before = known.setdefault((min(i, j), max(i, j)), float(distance))
        if before != distance:
            raise SlaError(
                f"Row {number} of “distances” has {distance} for a pair that had {before:g} before; leave one."
            )
    matrix = [[0.0] * n for _ in range(n)]
    for (i, j), distance in known.items():
        matrix[i][j] = matrix[j][i] = distance
    return tuple(map(tuple, matrix))


def _check_distance(value: object, row: int) -> None:
    if not bounds.is_number(value):
        raise SlaError(f"Row {row} of “distances” has a distance that is not a number of at most 1,000,000,000.")
