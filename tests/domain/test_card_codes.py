"""Codes of cards: random, easy to copy, and a slip is told at once."""

import pytest

from sla_desktop.domain import card_codes
from sla_desktop.domain.card_codes import LETTERS


def test_codes_of_one_sheet_are_all_different_and_read_as_they_are_printed():
    codes = card_codes.make(500)
    assert len(set(codes)) == 500
    assert [card_codes.read(card_codes.shown(code)) for code in codes] == codes


def test_letters_that_are_confused_or_make_words_are_not_among_them():
    assert not set("AEIOUBLSZ018") & set(LETTERS)


def test_a_code_may_be_typed_small_with_spaces_or_without_its_hyphen():
    (code,) = card_codes.make(1)
    shown = card_codes.shown(code)
    assert {card_codes.read(told) for told in (shown.lower(), f" {shown[:3]} {shown[4:]} ", code)} == {code}


def test_every_single_slip_and_every_two_letters_that_changed_places_are_told():
    for code in card_codes.make(20):
        for place, was in enumerate(code):
            for letter in LETTERS.replace(was, ""):
                assert card_codes.read(code[:place] + letter + code[place + 1 :]) is None
        for one in range(len(code)):
            for two in range(one + 1, len(code)):
                swapped = list(code)
                swapped[one], swapped[two] = code[two], code[one]
                assert code[one] == code[two] or card_codes.read("".join(swapped)) is None


@pytest.mark.parametrize("text", ["", "CDFGHJ", "CDFGHJKM", "1234567", "hello"])
def test_what_is_on_no_card_is_no_code(text):
    assert card_codes.read(text) is None
