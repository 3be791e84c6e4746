"""Text stays as typed; its search key does not care about accents."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_desktop.domain.text import clean, fold, has_one_case, tokens


@pytest.mark.parametrize("name", ["Siân", "McDonald", "van der Berg", "O'Neill-Adébáyò", "محمد", "de la CRUZ"])
def test_a_name_is_never_recased_or_altered(name):
    assert clean(name) == unicodedata.normalize("NFC", name)


def test_white_space_and_what_nobody_can_see_go():
    assert clean("  Ada \u00a0 Lovelace\u200b\x00 ") == "Ada Lovelace"


@pytest.mark.parametrize("point", [0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xFDD0, 0xFDEF])
def test_what_is_no_character_goes(point):
    assert clean(f"A{chr(point)}da") == "Ada"


def test_line_breaks_of_an_address_stay():
    assert clean("2 Long Rd \n Apt 5") == "2 Long Rd\nApt 5"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Siân", "sian"),
        ("Ní Bhriain", "ni bhriain"),
        ("O'Neill-Adébáyò", "oneill adebayo"),
        ("Łukasz", "lukasz"),
        ("Søren", "soren"),
        ("Yılmaz", "yilmaz"),
        ("Straße", "strasse"),
        ("D’Souza", "dsouza"),
    ],
)
def test_the_search_key_has_no_accents(typed, key):
    assert fold(typed) == key


@given(st.text())
def test_cleaning_and_folding_twice_change_nothing_more(text):
    assert clean(clean(text)) == clean(text)
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_cleaned_text_can_be_held_by_any_database(text):
    cleaned = clean(text + "\x00")
    assert "\x00" not in cleaned
    cleaned.encode("utf-8")


def test_tokens_are_the_folded_words():
    assert tokens("Schmidt, Anna") == ("schmidt", "anna")


def test_a_name_with_letters_that_have_no_capitals_is_in_no_one_case():
    assert not has_one_case("שלום abc")
    assert has_one_case("ann lee")
