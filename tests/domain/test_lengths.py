"""Texts are as long as they can be shown and printed, and who types a longer one is told."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, sound_event
from sla_desktop.domain.ids import EventId, new_id
from sla_desktop.domain.members import corrected, new_member


@pytest.mark.parametrize(
    ("field", "most"), [("full_name", "200"), ("phone", "300"), ("pronouns", "300"), ("access_needs", "2,000")]
)
def test_a_text_of_a_person_that_is_too_long_is_refused(field: str, most: str):
    with pytest.raises(SlaError, match=f"has 100,000 letters; {most} is the most"):
        corrected(replace(new_member("Ada"), **{field: "x" * 100_000}))


def test_the_longest_text_is_kept_whole():
    assert corrected(replace(new_member("Ada"), access_needs="x" * 2_000)).access_needs == "x" * 2_000


def test_a_title_that_is_too_long_is_refused():
    start, end = datetime(2026, 11, 28, 9, tzinfo=UTC), datetime(2026, 11, 28, 17, tzinfo=UTC)
    with pytest.raises(SlaError, match="The title has 10,000 letters; 300 is the most"):
        sound_event(Event(EventId(new_id()), "x" * 10_000, start, end))
