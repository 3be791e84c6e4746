"""Text is wrapped and shrunk, never cut."""

from hypothesis import given
from hypothesis import strategies as st

from sla_desktop.printing import fonts, text

LETTERS = st.text(alphabet="abcdefgh ijk-MW'éỌł", max_size=120)


@given(LETTERS, st.floats(min_value=12, max_value=300))
def test_no_letter_is_lost_by_wrapping(said: str, room: float):
    lines = text.wrap(said, room, 9)
    assert "".join(lines).replace(" ", "") == "".join(said.split())


@given(LETTERS, st.floats(min_value=12, max_value=300))
def test_no_line_is_wider_than_its_room(said: str, room: float):
    assert all(text.width(line, 9) <= room + 0.001 for line in text.wrap(said, room, 9))


@given(LETTERS, st.floats(min_value=20, max_value=300), st.floats(min_value=10, max_value=60))
def test_fitted_lines_are_whole_and_inside_their_box(said: str, room: float, height: float):
    fitted = text.fit_lines(said, (room, height), (20.0, 6.0), fonts.SEMIBOLD)
    assert "".join(fitted.lines).replace(" ", "") == "".join(said.split())
    assert len(fitted.lines) * fitted.size * 1.15 <= height
    assert all(text.width(line, fitted.size, fonts.SEMIBOLD) <= room + 0.001 for line in fitted.lines)


def test_one_letter_wider_than_its_box_shrinks_too():
    assert text.fit_lines("W", (12.0, 40.0), (20.0, 18.0), fonts.SEMIBOLD).size < 14


def test_a_short_name_keeps_the_large_size():
    assert text.fit_line("Bo Li", 500, (40.0, 20.0), fonts.DISPLAY) == text.Fitted(("Bo Li",), 40.0)


def test_a_long_name_shrinks_first_and_then_takes_two_lines():
    one = text.fit_line("Oluwaseun Featherstonehaugh", 500, (40.0, 20.0), fonts.DISPLAY)
    assert len(one.lines) == 1
    assert 20 <= one.size < 40
    two = text.fit_line(
        "Wilhelmina Oluwaseun Featherstonehaugh-Adébáyò van der Westhuizen", 500, (40.0, 20.0), fonts.BOLD
    )
    assert len(two.lines) == 2


def test_a_double_name_breaks_after_its_hyphen():
    lines = text.wrap("Featherstonehaugh-Cholmondeley", text.width("Featherstonehaugh-", 10) + 2, 10)
    assert lines == ("Featherstonehaugh-", "Cholmondeley")


def test_titles_have_lines_of_about_the_same_length():
    title = "Guy's and St Thomas' NHS Foundation Trust"
    room = text.width("Guy's and St Thomas' NHS Foundation", 10) + 1
    assert text.wrap(title, room, 10)[1] == "Trust"
    assert text.balanced(title, room, 10) == ("Guy's and St Thomas'", "NHS Foundation Trust")


def test_a_word_is_not_broken_for_balance():
    name = "Łukasz Żółć-Brzęczyszczykiewicz"
    assert text.balanced(name, text.width("Żółć-Brzęczyszczykiewicz", 10) + 1, 10) == tuple(name.split())


@given(LETTERS, st.floats(min_value=12, max_value=300))
def test_balancing_neither_adds_lines_nor_drops_letters(said: str, room: float):
    lines = text.balanced(said, room, 9)
    assert len(lines) == len(text.wrap(said, room, 9))
    assert "".join(lines).replace(" ", "") == "".join(said.split())


def test_letters_that_reach_far_down_are_known():
    assert text.depth("ace", 10) < 0.5
    assert 1.5 < text.depth("gyp", 10) < 3
    assert text.depth("العربي", 10) > 3


def test_a_little_less_keeps_a_word_whole():
    word = "Featherstonehaugh"
    room = text.width(f"{word}-", 28, fonts.BOLD)
    fitted = text.fit_lines(f"Bartholomew {word}-Cholmondeley", (room, 400), (60, 32), fonts.BOLD)
    assert f"{word}-" in fitted.lines
    assert 32 > fitted.size > 25
