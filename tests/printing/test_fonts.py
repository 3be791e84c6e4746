"""Every letter is drawn or refused, never left blank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_desktop import assets
from sla_desktop.domain.errors import SlaError
from sla_desktop.printing import fonts

WEIGHTS = [fonts.REGULAR, fonts.SEMIBOLD, fonts.BOLD, fonts.DISPLAY]
NAMES = [
    *("Siân Ní Bhriain", "O'Neill-Adébáyò", "Nguyễn Thị Ánh", "Łukasz Żółć", "Ŵyn ap Gŵilym", "Ọlá Ẹ́kúndayọ̀"),
    *("Þórður Ægisson", "Ελένη Παπαδοπούλου", "Олена Їжак", "İpek Şahin", "Ștefan Țurcan", "Kūkaʻiimoku"),
    *("محمد العربي", "פרץ שָׁלוֹם", "अनुष्का क्षत्रिय", "অনিন্দিতা চট্টোপাধ্যায়", "தமிழ்ச்செல்வி", "ગુજરાતી", "ਹਰਪ੍ਰੀਤ"),
    *("ศรีสุดา ทองดี", "አማርኛ ተስፋዬ"),
]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_our_community_have_all_their_letters(name: str):
    assert fonts.missing(name) == ()


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_weight_has_the_letters_of_the_regular_one(weight: str):
    for regular, other in zip(fonts.stack(fonts.REGULAR), fonts.stack(weight), strict=True):
        assert fonts.face(regular).covered == fonts.face(other).covered


def test_signs_of_figures_and_arrows_are_there():
    assert fonts.missing("−9 points ← → ✓ ★ £5 50 % · – — “quoted” ‘so’ … ½") == ()


def test_a_chinese_name_is_refused_with_the_person_the_letters_and_the_way_out():
    with pytest.raises(SlaError) as refusal:
        fonts.check_names([("Siân", "Siân"), ("Li Wei (SLA-0042)", "李伟李")])
    assert str(refusal.value) == (
        "Nothing was printed, because some letters are in none of the fonts: Li Wei (SLA-0042) (李, 伟). "
        "On the People page, open the person and write the name in letters that print, or put a TrueType font that "
        f"has them (.ttf) into the folder {fonts.folder()} and start the program again."
    )


def test_a_mark_and_a_sign_that_nobody_can_see_are_told_without_their_numbers():
    with pytest.raises(SlaError) as refusal:
        fonts.check_names([("Ana", "\U0001e2ec"), ("Bo", "\ue000\ue001")])
    assert "Ana (\u25cc\U0001e2ec)" in str(refusal.value)
    assert "Bo (a sign that cannot be shown)" in str(refusal.value)
    assert "U+" not in str(refusal.value)


def test_five_people_are_named_and_the_others_counted():
    with pytest.raises(SlaError) as refusal:
        fonts.check_names((f"Person {n}", "李") for n in range(8))
    assert "Person 4" in str(refusal.value)
    assert "Person 5" not in str(refusal.value)
    assert "and 3 more" in str(refusal.value)


def test_a_letter_with_a_mark_of_another_script_is_refused():
    assert fonts.missing("שุ̣̃") != ()


def test_comments_keep_what_cannot_be_drawn_in_words():
    assert fonts.spelt_out("Great day 😀, thanks") == "Great day [grinning face], thanks"
    assert fonts.spelt_out("王小明 (Wang)") == "[3 Chinese characters] (Wang)"


def test_direction_marks_and_controls_are_not_letters():
    assert fonts.visible("\u200fمحمد\u200e\u2066 Ali\u2069\t(x)") == "محمد Ali (x)"


@given(st.text())
def test_a_text_is_spelt_out_in_letters_that_are_there(text: str):
    assert fonts.missing(fonts.spelt_out(text)) == ()


def test_the_font_files_are_static_outlines_with_their_licences_and_not_too_large():
    folder = assets.path("fonts")
    files = sorted(folder.glob("*.ttf"))
    assert sum(file.stat().st_size for file in files) < 6_000_000
    for file in files:
        tables = set(fonts.face(file.stem).font.face.table_tags)
        assert "glyf" in tables
        assert "fvar" not in tables
    assert {file.stem for file in files} == {name for weight in WEIGHTS for name in fonts.stack(weight)}
    assert all(
        "SIL OPEN FONT LICENSE" in (folder / name).read_text() for name in ("OFL-Inter.txt", "OFL-NotoSans.txt")
    )
