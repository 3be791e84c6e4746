"""Which themes a comment may have: by the words of the code book, and by what a person coded so far.

Multinomial naive Bayes with add-one smoothing, and likeness as the cosine of tf-idf weights (Manning, Raghavan,
Schütze: Introduction to Information Retrieval, 2008, chapters 13 and 6). A theme's name and description count as a
comment that has it, so that suggestions begin before anything is coded. Nothing is coded by itself.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from sla_desktop.domain.text import fold

_STEM = 6
_SHORTEST = 3
_STOP = frozenset(
    {
        *(
            "about",
            "after",
            "all",
            "also",
            "and",
            "any",
            "are",
            "because",
            "been",
            "but",
            "can",
            "could",
            "did",
            "does",
        ),
        *("for", "from", "get", "had", "has", "have", "how", "into", "its", "just", "like", "lot", "make", "more"),
        *("most", "much", "need", "not", "now", "our", "out", "over", "really", "should", "some", "such", "than"),
        *(
            "that",
            "the",
            "their",
            "them",
            "then",
            "there",
            "these",
            "they",
            "this",
            "those",
            "through",
            "too",
            "very",
        ),
        *("was", "way", "well", "were", "what", "when", "where", "which", "who", "will", "with", "would", "you"),
        "your",
    }
)


@dataclass(frozen=True)
class Suggestion:
    """A theme, and the coded comment that is most like this one; "" where only the code book speaks for it."""

    theme: str
    like: str


def words_of(text: str) -> Counter[str]:
    """What counts of a text: the beginnings of its words, without those that every text has."""
    found = re.findall(r"\w+", fold(text))
    return Counter(word[:_STEM] for word in found if len(word) >= _SHORTEST and word not in _STOP)


class Suggester:
    """Learns from a code book (theme -> its words) and from coded comments (text, its themes)."""

    def __init__(self, book: Mapping[str, str], coded: Sequence[tuple[str, Sequence[str]]]) -> None:
        self._coded = [(text, words_of(text), set(themes)) for text, themes in coded]
        self._words = {theme: words_of(told) for theme, told in book.items()}
        self._had = Counter(dict.fromkeys(book, 1))
        for _, words, themes in self._coded:
            for theme in themes & self._words.keys():
                self._words[theme] += words
                self._had[theme] += 1
        self._vocabulary = {word for words in self._words.values() for word in words}
        self._rarity = _rarity([words for _, words, _ in self._coded])

    def top(self, text: str, most: int = 3) -> tuple[Suggestion, ...]:
        """The likeliest themes of a text, best first."""
        words = words_of(text)
        ranked = sorted(self._words, key=lambda theme: (-self._score(theme, words), theme))
        return tuple(Suggestion(theme, self._nearest(theme, words)) for theme in ranked[:most])

    def _score(self, theme: str, words: Counter[str]) -> float:
        told, size = self._words[theme], len(self._vocabulary) + 1
        known = ((word, count) for word, count in words.items() if word in self._vocabulary)
        total = told.total() + size
        return log(self._had[theme]) + sum(count * log((told[word] + 1) / total) for word, count in known)

    def _nearest(self, theme: str, words: Counter[str]) -> str:
        likes = ((likeness(words, other, self._rarity), text) for text, other, had in self._coded if theme in had)
        best, text = max(likes, default=(0.0, ""))
        return text if best > 0 else ""


def similar(text: str, others: Sequence[str], most: int = 5) -> tuple[str, ...]:
    """The texts that are most like one, best first; none that share no word with it."""
    known = {other: words_of(other) for other in others if other != text}
    rarity, words = _rarity([*known.values()]), words_of(text)
    ranked = sorted(((likeness(words, told, rarity), other) for other, told in known.items()), reverse=True)
    return tuple(other for like, other in ranked[:most] if like > 0)


def likeness(one: Counter[str], other: Counter[str], rarity: Mapping[str, float]) -> float:
    """The cosine between two texts, from 0 to 1, rare words counting more."""
    usual = max(rarity.values(), default=1.0)

    def weights(words: Counter[str]) -> dict[str, float]:
        return {word: count * rarity.get(word, usual) for word, count in words.items()}

    first, second = weights(one), weights(other)
    length = sqrt(sum(w * w for w in first.values()) * sum(w * w for w in second.values()))
    return sum(weight * second.get(word, 0.0) for word, weight in first.items()) / length if length else 0.0


def _rarity(texts: Sequence[Counter[str]]) -> dict[str, float]:
    counts = Counter(word for words in texts for word in words)
    return {word: log((1 + len(texts)) / (1 + count)) + 1 for word, count in counts.items()}
