"""What a chart shows: its title is the finding, its values are ready to be shown, small numbers already hidden."""

from dataclasses import dataclass

HIDDEN = "fewer than 5"
Value = float | str | None


@dataclass(frozen=True, slots=True)
class Bars:
    """Amounts to compare: rows of (label, value, value as text); a value of None is hidden, its text says why.

    `highlight` holds the labels that the title speaks of; without any, all bars count the same.
    """

    title: str
    rows: tuple[tuple[str, float | None, str], ...]
    unit: str
    source: str
    highlight: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Intervals:
    """Shares with what they may be: rows of (label, share, low, high, n), shares from 0 to 1.

    A share that may not be shown is None, or the words that stand in its place.
    """

    title: str
    rows: tuple[tuple[str, Value, float | None, float | None, int | None], ...]
    source: str


@dataclass(frozen=True, slots=True)
class BeforeNow:
    """Means before and now on the questionnaire's scale: rows of (label, before, now).

    A mean that may not be shown is None, or the words that stand in its place.
    """

    title: str
    rows: tuple[tuple[str, Value, Value], ...]
    scale: tuple[float, float]
    source: str


@dataclass(frozen=True, slots=True)
class Network:
    """Who met whom: groups of people (name, how many) and pairs of people by their place in that order."""

    title: str
    groups: tuple[tuple[str, int], ...]
    pairs: tuple[tuple[int, int], ...]
    source: str


Chart = Bars | Intervals | BeforeNow | Network
