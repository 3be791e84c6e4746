"""Dates and times are read as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import clock, long_date
from sla_desktop.gui.shared.typed import read_day, read_time

ZONE = "Europe/London"
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "text",
    ["24/11/2026", "24-11-26", "2026-11-24", "24 Nov 2026", " 24  november 2026", "Tuesday, 24th November 2026"],
)
def test_a_date_is_read_in_each_way_people_write_it(text):
    assert read_day(text) == date(2026, 11, 24)


@given(DAYS)
def test_a_date_that_was_shown_is_read_back(day):
    assert read_day(long_date(day)) == read_day(f"{day:%d/%m/%y}") == day


@pytest.mark.parametrize("text", ["", "31/02/2026", "24 Foo 2026", "11/24/2026", "tomorrow"])
def test_what_is_no_date_is_refused_in_words(text):
    with pytest.raises(SlaError, match="is not a date"):
        read_day(text)


@pytest.mark.parametrize("text", ["0900", "900", "9:00", "09.00", " 09:00 ", "9am", "9 AM", "9.00 a.m."])
def test_a_time_is_read_in_each_way_people_write_it(text):
    assert clock(read_time(text, date(2026, 7, 1), ZONE), ZONE) == "09:00"


@pytest.mark.parametrize("text", ["", "2560", "nine", "9", "14", "14pm", "1800-01-01 09:00"])
def test_what_is_no_time_of_the_day_is_refused_in_words(text):
    with pytest.raises(SlaError, match="is not a time"):
        read_time(text, date(2026, 7, 1), ZONE)
