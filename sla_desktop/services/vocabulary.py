"""Folded words, each with those who have it: what a prefix finds, and the nearest known word to a slip."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable

_AFTER_ALL = "\U0010ffff"
_TYPO_SCORE = 76
# Beside another word that fits, more may be a slip: “marc” for “mark”.
_SLIP_SCORE, _MOST_SLIPS = 72, 30
_SPELT = 3


class Vocabulary:
    """Words in order. Whoever has a word is told by a number; look-ups take as long as the words found are many."""

    def __init__(self) -> None:
        self._ordered: list[str] = []
        self._holders: dict[str, list[int]] = {}
        self._lengths: defaultdict[int, set[str]] = defaultdict(set)

    def add(self, words: Iterable[tuple[str, int]]) -> None:
        """Take in words with those who have them, each pair once."""
        fresh = []
        for word, holder in words:
            known = self._holders.get(word)
            if known is None:
                self._holders[word] = [holder]
                fresh.append(word)
            else:
                known.append(holder)
        for word in fresh:
            self._lengths[len(word)].add(word)
        self._ordered += fresh
        self._ordered.sort()

    def remove(self, words: Iterable[tuple[str, int]]) -> None:
        """Forget that somebody has these words."""
        for word, holder in words:
            self._holders[word].remove(holder)
            if not self._holders[word]:
                del self._holders[word], self._ordered[bisect_left(self._ordered, word)]
                self._lengths[len(word)].discard(word)

    def starting(self, prefix: str) -> set[int]:
        """Everybody who has a word that begins so."""
        start = bisect_left(self._ordered, prefix)
        end = bisect_left(self._ordered, prefix + _AFTER_ALL, lo=start)
        return set().union(*map(self._holders.__getitem__, self._ordered[start:end]))

    def knows(self, prefix: str) -> bool:
        """Whether there is a word that begins so."""
        start = bisect_left(self._ordered, prefix)
        return start < len(self._ordered) and self._ordered[start].startswith(prefix)

    def having(self, word: str) -> Collection[int]:
        """Everybody who has that very word."""
        return self._holders.get(word, ())

    def closest(self, word: str) -> tuple[float, str]:
        """How near the nearest word of three letters or more is, from 0 to 100, and that word; (0, "") if none is."""
        found = self._near(word, _TYPO_SCORE, 5)
        return min(((score, one) for score, one in found), key=lambda told: (-told[0], told[1]), default=(0.0, ""))

    def near(self, word: str) -> list[str]:
        """The words of three letters or more that a word may be a slip for, itself too."""
        return [one for _, one in self._near(word, _SLIP_SCORE, _MOST_SLIPS)]

    def _near(self, word: str, score: int, limit: int) -> list[tuple[float, str]]:
        from rapidfuzz import fuzz, process

        # Words of any other length cannot reach the score.
        least = max(_SPELT, round(len(word) * 0.6))
        near = [one for length in range(least, round(len(word) * 1.7) + 1) for one in self._lengths.get(length, ())]
        found = process.extract(word, near, scorer=fuzz.ratio, score_cutoff=score, limit=limit)
        return [(told, one) for one, told, _ in found]
