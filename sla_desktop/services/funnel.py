"""A headline measure over several events: which of them differ from the whole by more than chance."""

from dataclasses import dataclass
from math import sqrt

from sla_desktop.domain.feedback import Z_95, Share
from sla_desktop.domain.ids import EventId
from sla_desktop.services import events, feedback
from sla_desktop.storage.store import Store


@dataclass(frozen=True)
class Point:
    """An event's share, and the limits between which 95 % of events with as many answers would lie by chance alone.

    `share` and the limits are None where the event's number is hidden.
    """

    event_id: EventId
    title: str
    share: Share | None
    low: float | None = None
    high: float | None = None

    @property
    def stands_out(self) -> bool:
        """Whether the share lies beyond its limits."""
        if self.share is None or self.low is None or self.high is None:
            return False
        return not self.low <= self.share.share <= self.high


@dataclass(frozen=True)
class Funnel:
    """A measure over events. `pooled` is the share of all answers together, None where no event shows its own."""

    measure: str
    pooled: float | None
    points: tuple[Point, ...]


def funnel(store: Store) -> tuple[Funnel, ...]:
    """A funnel for each headline measure that events have asked, events in the order of their days.

    Pooled from published numbers only, so that nothing hidden comes back by subtraction.
    """
    reports = [(event, feedback.report(store, event.id, look=True)) for event in events.list_events(store)]
    labels = dict.fromkeys(one.label for _, report in reports for one in report.measures if report.answered)
    found = []
    for label in labels:
        points = [
            Point(event.id, event.title, next((one.share for one in report.measures if one.label == label), None))
            for event, report in reports
            if report.answered
        ]
        found.append(_with_limits(label, points))
    return tuple(found)


def _with_limits(label: str, points: list[Point]) -> Funnel:
    shares = [point.share for point in points if point.share is not None]
    answered = sum(share.answered for share in shares)
    if not answered:
        return Funnel(label, None, tuple(points))
    pooled = sum(share.hits for share in shares) / answered
    return Funnel(label, pooled, tuple(_limited(point, pooled) for point in points))


def _limited(point: Point, pooled: float) -> Point:
    if point.share is None:
        return point
    half = Z_95 * sqrt(pooled * (1 - pooled) / point.share.answered)
    return Point(point.event_id, point.title, point.share, max(0.0, pooled - half), min(1.0, pooled + half))
