"""Long lists in pieces that one SQL statement can take."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")


def batched(items: Iterable[Item], size: int = 500) -> Iterator[list[Item]]:
    """The items in order, `size` at a time."""
    left = iter(items)
    while piece := list(islice(left, size)):
        yield piece
