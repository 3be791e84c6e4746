"""How warm a search is at every sweep: the tighter the case, the warmer it starts."""

from collections.abc import Callable
from dataclasses import dataclass

from sla_desktop.grouping.score import pairs_of
from sla_desktop.grouping.search import Heat
from sla_desktop.grouping.values import Case

_DEARER = 5.0
_SETTLES_AT = 0.85
_KEEPS_FROM = 0.75
_BARE_CYCLES = 8


@dataclass(frozen=True)
class Range:
    """The temperatures at which a search starts and ends, where sharing an attribute costs about 1.

    `meeting` is what one more meeting costs until the end, where meetings that are left cost up to five times that.
    """

    start: float
    end: float
    meeting: float = 8.0


LOOSE, CLOSE, TIGHT = Range(0.4, 0.2), Range(4.5, 0.5, meeting=16.0), Range(2.5, 0.8)
BARE = Range(3.5, 1.35)
DISTANCES = Range(3.0, 0.8)


class Schedule:
    """Falling temperatures over a number of sweeps; towards the end, meetings again grow dearer if any are left."""

    def __init__(self, case: Case, sweeps: int) -> None:
        self._range, self._sweeps, self._sweep = _range(case), sweeps, 0
        self._bare = not case.attributes and case.distances is None
        self._repeats_left: bool | None = None

    @property
    def over(self) -> bool:
        """Whether all sweeps are done."""
        return self._sweep >= self._sweeps

    @property
    def done(self) -> float:
        """The share of sweeps that are done."""
        return self._sweep / self._sweeps

    @property
    def cold(self) -> bool:
        """Whether seats are worth remembering: late, or at any time where a perfect plan may turn up."""
        return self._bare or self.done >= _KEEPS_FROM

    @property
    def coldest(self) -> Heat:
        """The last sweep, when a search is stopped early."""
        return Heat(self._range.end / 4, self._range.meeting * _DEARER)

    def next(self, repeats: Callable[[], int]) -> Heat:
        """The heat of the next sweep; `repeats` is asked once, near the end."""
        self._sweep += 1
        share = self._sweep / self._sweeps
        if self._bare:
            share = share * _BARE_CYCLES % 1 * _SETTLES_AT
        start, end, meeting = self._range.start, self._range.end, self._range.meeting
        if share <= _SETTLES_AT:
            return Heat(start * (end / start) ** (share / _SETTLES_AT), meeting)
        if self._repeats_left is None:
            self._repeats_left = repeats() > 0
        late = (share - _SETTLES_AT) / (1 - _SETTLES_AT)
        dearer = _DEARER**late if self._repeats_left else 1.0
        return Heat(end * 0.25**late, meeting * dearer)


def _range(case: Case) -> Range:
    if case.distances is not None:
        return DISTANCES
    if not case.attributes:
        return BARE
    crowded = crowding(case)
    return LOOSE if crowded < 0.33 else CLOSE if crowded < 0.5 else TIGHT


def crowding(case: Case) -> float:
    """Meetings that the groups offer, and pairs who know each other, over all pairs."""
    slots = sum(pairs_of(size) for spec in case.rounds for size in spec.sizes)
    return (slots + len(case.past)) / max(1, pairs_of(len(case.people)))
