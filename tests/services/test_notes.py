"""What tables make: notes with dots, actions with owners, polls before and after; all of it is in the pack."""

from dataclasses import replace
from datetime import date

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.services import notes
from sla_desktop.services.events import get_event
from sla_desktop.services.pack import build_pack
from sla_desktop.storage.store import open_store
from tests.conftest import RAW_KEY


def sections(store, event):
    return {one.title: one for one in build_pack(store, get_event(store, event.id)).sections}


def test_ideas_with_most_dots_come_first_in_the_pack_and_removed_ones_not_at_all(store, event):
    made = [notes.add_note(store, event.id, kind="idea", text=text) for text in ("A bus", "A map", "A choir")]
    notes.change_note(store, replace(made[1], dots=7))
    notes.change_note(store, replace(made[2], removed=True))
    ideas = sections(store, event)["Ideas"]
    assert ideas.finding == "“A map” has the most dots: 7."
    assert ideas.charts[0].rows == (("A map", 7.0, "7"),)
    assert ideas.quotes == ("A bus",)


def test_a_note_in_the_pack_says_who_sees_to_it_and_by_when(store, event):
    notes.add_note(store, event.id, kind="note", text="Ask", owner="Ngozi", due=date(2027, 1, 31))
    assert sections(store, event)["Notes of the tables"].quotes == ("Ask (Ngozi, by 31 January 2027)",)


def test_an_action_has_an_owner_and_a_day(store, event):
    notes.add_note(store, event.id, kind="action", text="Ask", owner="Ngozi", due=date(2027, 1, 31))
    (row,) = sections(store, event)["Actions"].table.rows
    assert row[:2] == ("Ask", "Ngozi")
    assert "2027" in row[2]


def test_a_note_is_found_by_its_number_or_first_words(store, event):
    for text in ("A bus", "A map"):
        notes.add_note(store, event.id, kind="idea", text=text)
    assert notes.find_note(store, event.id, "2").text == notes.find_note(store, event.id, "a m").text == "A map"
    with pytest.raises(SlaError, match="2 notes begin with"):
        notes.find_note(store, event.id, "a")


def test_a_poll_is_one_before_and_after_and_tells_how_hands_moved(store, event):
    notes.keep_poll(store, event.id, "Do we know each other?", ["Yes", "No"], before=[10, 30])
    notes.keep_poll(store, event.id, "do we know each other?", [], after=[30, 10])
    (poll,) = notes.polls(store, event.id)
    assert (poll.choices, poll.before, poll.after) == (("Yes", "No"), (10, 30), (30, 10))
    section = sections(store, event)[poll.question]
    assert section.finding == "“Yes” went from 25% to 75% of the hands."
    assert section.table.rows[0] == ("Yes", "10 (25%)", "30 (75%)")


@pytest.mark.parametrize(
    ("question", "choices", "before", "sentence"),
    [
        ("", ["Yes", "No"], [1, 2], "needs a question"),
        ("Q", ["Yes"], None, "two choices"),
        ("Q", ["Yes", "No"], [1], "each of the 2 choices"),
        ("Q", ["Yes", "No"], [1, -2], "each of the 2 choices"),
    ],
)
def test_a_poll_that_cannot_be_is_refused(store, event, question, choices, before, sentence):
    with pytest.raises(SlaError, match=sentence):
        notes.keep_poll(store, event.id, question, choices, before=before)
    assert notes.polls(store, event.id) == []


def test_a_file_of_the_format_before_learns_of_dots_and_polls(store, event):
    notes.add_note(store, event.id, kind="idea", text="A bus")
    with store.raw() as connection:
        for column in ("dots", "removed"):
            connection.exec_driver_sql(f"ALTER TABLE note DROP COLUMN {column}")
        for table in ("poll", "theme", "coding"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql("PRAGMA user_version = 6")
    store.close()
    again = open_store(store.path, secret=RAW_KEY)
    (note,) = notes.notes(again, event.id)
    notes.change_note(again, replace(note, dots=3))
    notes.keep_poll(again, event.id, "Ready?", ["Yes", "No"], before=[1, 2])
    assert notes.notes(again, event.id)[0].dots == 3
    again.close()
