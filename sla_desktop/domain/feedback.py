"""Feedback: forms, anonymous responses, and honest numbers from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import sqrt
from typing import Any

from sla_desktop.domain.ids import EventId, FormId, ReleaseId, ResponseId

Z_95 = 1.959963984540054
# Smaller groups are never shown, and fewer anonymous forms never travel together.
THRESHOLD = 5


@dataclass(frozen=True)
class Form:
    """A questionnaire of an event, in one version. `sheets` has the rows of an XLSForm as they are written."""

    id: FormId
    event_id: EventId
    title: str
    version: int
    sheets: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Response:
    """One person's anonymous answers: no link to a person, no time of day, a random id."""

    id: ResponseId
    event_id: EventId
    form_id: FormId
    day: date
    channel: str
    answers: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Release:
    """The numbers of a report or pack that is out: whoever saw it can compare it with the next one.

    `told` holds `cells`, a list of [[variable, value] pairs, count or None where hidden], and `means` by variable.
    """

    id: ReleaseId
    event_id: EventId
    day: date
    told: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Share:
    """A share of answers with its 95 % Wilson interval; all between 0 and 1."""

    hits: int
    answered: int
    share: float
    low: float
    high: float


def wilson(hits: int, answered: int, z: float = Z_95) -> Share:
    """The share of hits and its Wilson score interval (E. B. Wilson, JASA 22, 1927).

    Raises ValueError unless 0 <= hits <= answered. With no answers the interval is all of [0, 1].
    """
    if not 0 <= hits <= answered:
        raise ValueError(f"{hits} of {answered} is not a share")
    if answered == 0:
        return Share(0, 0, 0.0, 0.0, 1.0)
    p, n = hits / answered, answered
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return Share(hits, answered, p, max(0.0, centre - half), min(1.0, centre + half))
