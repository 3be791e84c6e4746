"""What stays together on paper."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar


class Piece(Protocol):
    """A piece of a page; `holds_next` keeps it on the page of the one that follows."""

    @property
    def holds_next(self) -> bool: ...


Part = TypeVar("Part", bound=Piece)


def kept_together(pieces: Iterable[Part]) -> Iterator[list[Part]]:
    """The pieces in order, in groups that no page ends within."""
    group: list[Part] = []
    for piece in pieces:
        group.append(piece)
        if not piece.holds_next:
            yield group
            group = []
    if group:
        yield group
