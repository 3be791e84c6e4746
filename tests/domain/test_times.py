"""Times of day in the ways in which people type them."""

import pytest

from sla_desktop.domain.times import on_24_hours, with_24_hours


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("14:00", "14:00"),
        ("14.00", "14:00"),
        ("1400", "14:00"),
        ("2pm", "14:00"),
        ("2 pm", "14:00"),
        ("2:00 P.M.", "14:00"),
        ("200pm", "14:00"),
        ("12am", "00:00"),
        ("12.30pm", "12:30"),
        ("930", "09:30"),
        ("9:30am+01:00", "09:30+01:00"),
        ("09:30z", "09:30Z"),
    ],
)
def test_a_time_of_day_is_read_however_it_is_written(typed, read):
    assert on_24_hours(f" {typed} ") == read
    assert with_24_hours(f"2026-11-24 {typed}") == f"2026-11-24 {read}"


@pytest.mark.parametrize("typed", ["", "14", "2", "14pm", "noon", "9:3", "24/11/2026", "-9:00"])
def test_what_nobody_can_be_sure_of_is_no_time(typed):
    assert on_24_hours(typed) == ""
    assert with_24_hours(f"2026-11-24T{typed}x") == f"2026-11-24T{typed}x"
