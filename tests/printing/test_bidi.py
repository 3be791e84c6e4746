"""Mixed directions stand on paper as readers of both expect them."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_desktop.printing import bidi

# Hebrew letters stand for any right-to-left text; the right side is what is seen from left to right.
SEEN = [
    ("abc", "abc"),
    ("אבג", "גבא"),
    ("Dana אבג Levi", "Dana גבא Levi"),
    ("אבג Dana", "Dana גבא"),
    ("אבג (Dana)", "(Dana) גבא"),
    ("אב (b) c", "c (b) בא"),
    ("Dana (אבג) x", "Dana (גבא) x"),
    ("אבג 12 דה", "הד 12 גבא"),
    ("אבג 1,234.5", "1,234.5 גבא"),
    ("room 12, אבג", "room 12, גבא"),
    ("אבג-דה", "הד-גבא"),
    ("50% אבג", "גבא 50%"),
    ("a אב. ", "a בא. "),
    ("ب 12-34 ت", "ت 34-12 ب"),
]
_MIRRORED = str.maketrans("()[]", ")(][")


def seen(text: str) -> str:
    """The letters from left to right; brackets in right-to-left runs are turned, as a face turns them."""
    runs = [
        (level, "".join(ch for ch, _ in group))
        for level, group in groupby(zip(text, bidi.levels(text), strict=True), key=lambda pair: pair[1])
    ]
    ordered = [runs[at] for at in bidi.visual_order([level for level, _ in runs])]
    return "".join(part[::-1].translate(_MIRRORED) if level % 2 else part for level, part in ordered)


@pytest.mark.parametrize(("text", "expected"), SEEN)
def test_text_is_seen_in_the_right_order(text: str, expected: str):
    assert seen(text) == expected


@given(st.lists(st.integers(min_value=0, max_value=2)))
def test_every_run_is_seen_once(levels: list[int]):
    assert sorted(bidi.visual_order(levels)) == list(range(len(levels)))


@given(st.text(alphabet="abc 12.-()é"))
def test_text_without_right_to_left_letters_stays_as_it_is(text: str):
    assert seen(text) == text
