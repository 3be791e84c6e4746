"""Before and after of the same people, known by nothing but the code of a card, and how their answers changed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sla_desktop.survey import counting, limits
from sla_desktop.survey.model import Questionnaire

Record = Mapping[str, str]


@dataclass(frozen=True)
class Matched:
    """Forms paired by code. `held_back` pairs are not among `pairs`; `before` and `after` count all other forms.

    `twice` counts the codes that came more than once on one side: whose they are is not known.
    """

    pairs: tuple[tuple[Record, Record], ...]
    held_back: int
    before: int
    after: int
    twice: int


def match(before: Sequence[Record], after: Sequence[Record], cards: tuple[str, str], outside: int) -> Matched:
    """Pair the forms of both sides; `cards` are the keys of their codes.

    So many pairs are held back that at least `outside` forms of each side stay out of the pairs: nobody can tell
    whose. Which ones hangs on the codes, and so on nobody's answers.
    """
    (first, earlier), (then, later) = (_by_code(side, key) for side, key in zip((before, after), cards, strict=True))
    codes = sorted(first.keys() & then.keys(), key=lambda code: sha256(code.encode()).digest())
    free = min(len(before), len(after)) - len(codes)
    held = min(len(codes), max(0, outside - free))
    pairs = tuple((first[code], then[code]) for code in codes[held:])
    return Matched(pairs, held, len(before) - len(codes), len(after) - len(codes), len(earlier | later))


def shared(before: Questionnaire, after: Questionnaire) -> tuple[str, ...]:
    """The questions that both forms ask with the same few answers, all of them numbers."""
    numbers = {one.key: counting.values(before, one) for one in counting.closed(before)}
    return tuple(
        one.key
        for one in counting.closed(after)
        if (told := counting.values(after, one))
        and set(numbers.get(one.key, ())) == set(told)
        and all(limits.decimal(value) is not None for value in told)
    )


def _by_code(records: Sequence[Record], key: str) -> tuple[dict[str, Record], set[str]]:
    """The forms whose code came once, and the codes that came more often."""
    counts = Counter(record[key] for record in records if record.get(key))
    once = {record[key]: record for record in records if counts.get(record.get(key, "")) == 1}
    return once, {code for code, count in counts.items() if count > 1}
