"""Themes of what people wrote: a code book, and who found which theme in which comment."""

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
    """The themes, by id as text, that a person (`coder`) found in one anonymous answer; none is an answer too."""

    id: CodingId
    event_id: EventId
    response_id: ResponseId
    question: str
    coder: str
    themes: tuple[str, ...] = ()
