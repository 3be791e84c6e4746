"""Letters join, marks sit, pairs are kerned, and nothing is decorated that a person did not write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing import fonts, shaping
from sla_desktop.printing.shaping import shape


def test_arabic_letters_take_their_joined_forms():
    alone = {glyph.number for letter in "محمد" for run in shape(letter).runs for glyph in run.glyphs}
    joined = {glyph.number for run in shape("محمد").runs for glyph in run.glyphs}
    assert not joined <= alone


def test_muhammad_is_not_made_into_the_ornament_of_the_name():
    assert len(shape("محمد").runs[0].glyphs) == 4


def test_arabic_runs_from_right_to_left():
    assert "".join(glyph.text for glyph in shape("محمد").runs[0].glyphs) == "دمحم"


def test_an_arrow_of_two_signs_stays_two_signs_and_an_x_an_x():
    assert [glyph.text for glyph in shape("2x4 ->").runs[0].glyphs] == list("2x4 ->")
    arrow = {glyph.number for glyph in shape("→×").runs[0].glyphs}
    assert not arrow & {glyph.number for glyph in shape("2x4 ->").runs[0].glyphs}


def test_pairs_are_kerned():
    assert shape("Ta").width < shape("T").width + shape("a").width


def test_digits_of_a_table_are_equally_wide():
    assert shape("1111", tabular=True).width == shape("8888", tabular=True).width
    assert shape("1111").width != shape("8888").width


def test_a_mark_that_has_no_letter_of_its_own_sits_on_its_letter():
    glyphs = shape("Ẹ́").runs[0].glyphs
    assert glyphs[-1].advance == 0


def test_two_scripts_take_two_faces():
    assert [run.face.name for run in shape("Ali محمد").runs] == ["Inter-Regular", "NotoSansArabic-Regular"]


def test_a_letter_that_no_face_has_is_refused_even_late():
    with pytest.raises(SlaError, match="\\(李\\)"):
        shape("李")


@given(st.text(alphabet=sorted(map(chr, fonts.face("Inter-Regular").covered)), max_size=30))
def test_the_glyphs_of_a_line_stand_for_all_of_its_text(text: str):
    line = shape(text)
    assert sorted("".join(glyph.text for run in line.runs for glyph in run.glyphs)) == sorted(line.text)


@pytest.mark.parametrize("weight", [fonts.REGULAR, fonts.SEMIBOLD, fonts.BOLD, fonts.DISPLAY])
def test_words_measured_one_by_one_are_as_wide_as_the_line(weight):
    for text in ("Siân Ní Bhriain-Adébáyò", "AV To. Wa", "  two   spaces ", "Łukasz Żółć", "محمد العربي", "1 − 2"):
        assert shaping.width(text, weight) == pytest.approx(shape(text, weight).width)
        assert shape(text, weight).width == pytest.approx(_whole(text, weight))


@pytest.mark.parametrize("weight", [fonts.REGULAR, fonts.SEMIBOLD, fonts.BOLD, fonts.DISPLAY])
def test_no_other_letter_of_our_latin_face_is_kerned_with_a_space(weight):
    latin = [chr(point) for point in range(0x21, 0x250) if chr(point).isprintable() and chr(point) not in ",."]
    frame = 2 * _whole("a a", weight) - 2 * shaping.width("a", weight)
    for letter in filter(fonts.is_simple, latin):
        assert _whole(f"a {letter} a", weight) == pytest.approx(frame + shaping.width(letter, weight))


def _whole(text, weight):
    """The width when the whole text goes through the shaper at once."""
    drawn = fonts.visible(text)
    pieces = shaping._pieces(drawn, weight)
    return sum(glyph.advance for piece, face, level in pieces for glyph in shaping._shaped(piece, face, level, False))
