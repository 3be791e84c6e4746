"""Themes of what people wrote: a code book, and who found which theme in which comment."""

from collections.abc import Sequence
from dataclasses import dataclass

from sla_desktop.domain.ids import CodingId, EventId, ResponseId, ThemeId


@dataclass(frozen=True)
class Theme:
    """A theme of an event's code book. `description` says when it is given; `retired` ones are given no more."""

    id: ThemeId
    event_id: EventId
    name: str
    description: str = ""
    retired: bool = False


@dataclass(frozen=True)
class Coding:
    """The themes, by id as text, that a person (`coder`) found in one anonymous answer; none is an answer too.

    One that does not stand was taken back.
    """

    id: CodingId
    event_id: EventId
    response_id: ResponseId
    question: str
    coder: str
    themes: tuple[str, ...] = ()
    stands: bool = True


def cohen_kappa(pairs: Sequence[tuple[bool, bool]]) -> float | None:
    """How far two people agree on a yes or no beyond chance, at most 1 (J. Cohen, Educ. Psychol. Meas. 20, 1960).

    None without pairs, or where both always say the same one thing, so that there is no chance to disagree.
    """
    if not pairs:
        return None
    count = len(pairs)
    agreed = sum(one == other for one, other in pairs) / count
    first, second = (sum(pair[place] for pair in pairs) / count for place in (0, 1))
    chance = first * second + (1 - first) * (1 - second)
    return None if chance == 1 else (agreed - chance) / (1 - chance)
