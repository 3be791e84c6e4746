"""The same person on record twice, as two desks that did not know of each other made it: one question."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from sla_desktop.domain.members import Merge
from sla_desktop.services import attendance, cards, clock, conflicts, exchange, merging, presence, timeline, walk_ins
from sla_desktop.services.people import attendees
from sla_desktop.services.roll import Roll
from sla_desktop.services.walk_ins import NewPerson
from sla_desktop.storage import query, schema
from tests.conftest import STARTS

NINE = STARTS


@pytest.fixture
def other(store, event, open_laptop, tmp_path):
    """A second laptop of the team."""
    made = open_laptop("other")
    (tmp_path / "share").mkdir()
    meet(tmp_path, store, made)
    return made


def meet(tmp_path, *laptops):
    for one in (*laptops, laptops[0]):
        exchange.sync(one, str(tmp_path / "share"))


def add(store, event, name, minute, **more):
    given, _, family = name.partition(" ")
    with clock.played(NINE + timedelta(minutes=minute)):
        return walk_ins.walk_in(store, event.id, NewPerson(given, family, **more), desk=store.desk, sure=True)


def words(store, event):
    told = [card.words for card in cards.cards(store, event.id)]
    roll = Roll(store, event.id)
    roll.read()
    assert [card.words for card in roll.cards()] == told, "the page asks the same"
    return told


def test_a_walk_in_at_two_desks_is_one_question_by_true_time_and_answered_for_both(store, event, other, tmp_path):
    add(store, event, "Ann Lee", 50)
    add(other, event, "Lee ANN", 12)
    timeline.note_reading(store, timedelta(minutes=-40))
    meet(tmp_path, other, store)
    (card,) = cards.cards(store, event.id)
    assert words(store, event) == words(other, event) == [card.words]
    assert f"walk-in added by {store.desk} at 09:10 and walk-in added by {other.desk} at 09:12" in card.words
    assert f"The clock of {store.desk} was 40 minutes fast; the times are corrected." in card.words
    verdict = cards.settle(store, card, desk="A")
    assert verdict.detail == "Lee ANN and Ann Lee are one person now. What was noted of either counts."
    meet(tmp_path, store, other)
    for one in (store, other):
        assert words(one, event) == [], "that both let them in is no further question"
        assert presence.counts(one, event.id).inside == 1


def test_two_people_of_one_name_are_never_asked_about_again(store, event, other, tmp_path):
    for one in (store, other):
        add(one, event, "Ann Lee", 1)
    meet(tmp_path, store, other)
    (card,) = cards.cards(other, event.id)
    assert cards.other_answer(card) == "They are two people"
    cards.settle_otherwise(other, card, desk="B")
    meet(tmp_path, other, store)
    assert words(store, event) == words(other, event) == []
    assert merging.proposals(store, event.id) == []
    assert presence.counts(store, event.id).inside == 2


def test_a_walk_in_against_a_later_list_is_a_question_and_the_list_counts(store, event, register):
    add(store, event, "Ann Lee", 3, organisation="Oxleas")
    (listed,) = (one for one in register(store, event.id, "Ann,Lee,ann@x.org,Oxleas NHS") if one.member.email)
    (told,) = words(store, event)
    assert told.startswith(f"Ann Lee is here twice: walk-in added by {store.desk} at 09:03 (Oxleas) and on the list")
    with clock.played(NINE + timedelta(minutes=1)):
        attendance.check_in(store, event.id, listed.id, desk="B")
    (card,) = cards.cards(store, event.id)
    assert f"let in from the list by B at 09:01 (Oxleas NHS) and walk-in added by {store.desk}" in card.words
    cards.settle(store, card, desk="A")
    assert [one.id for one in attendees(store, event.id)] == [listed.id]


@pytest.mark.parametrize(
    ("line", "walk_in"),
    [
        ("Ann,Lee,ann@x.org,Oxleas", {"email": "ann@y.org"}),
        ("Ann,Lee,,Oxleas", {"organisation": "King's College"}),
        ("Ann,Lee,,Oxleas", {"organisation": "King's College", "email": "ann@y.org"}),
        ("Anna,Lee,,", {}),
    ],
)
def test_who_is_plainly_somebody_else_is_no_question(store, event, register, line, walk_in):
    register(store, event.id, line)
    add(store, event, "Ann Lee", 3, **walk_in)
    assert words(store, event) == []


@pytest.mark.parametrize("mails", [("ann@x.org", "ANN@x.org"), ("ann.lee@nhs.net", "ann.lee@oxleas.nhs.uk")])
def test_one_address_is_one_person_wherever_they_say_they_work(store, event, register, mails):
    register(store, event.id, f"Ann,Lee,{mails[0]},Oxleas")
    add(store, event, "Ann Lee", 3, organisation="King's College", email=mails[1])
    assert len(words(store, event)) == 1


def test_a_walk_in_that_was_taken_back_is_no_question(store, event, register):
    register(store, event.id, "Ann,Lee,,")
    verdict = add(store, event, "Ann Lee", 3)
    attendance.undo(store, event.id, verdict.fact_id, desk="A")
    assert words(store, event) == []


@pytest.mark.parametrize(
    ("one", "another"), [("Age UK", "AgeUK"), ("St Mary's NHS Trust", "St. Marys"), ("A&B Ltd", "A and B")]
)
def test_an_organisation_is_the_same_however_it_is_spaced_and_incorporated(
    store, event, other, tmp_path, one, another
):
    add(store, event, "Kemi Bello", 1, organisation=one)
    add(other, event, "Kemi Bello", 2, organisation=another)
    meet(tmp_path, store, other)
    assert len(words(store, event)) == 1


def test_two_answers_to_the_same_pair_are_one_question_that_names_them_and_the_desks(store, event, other, tmp_path):
    store.name_desk("Desk 1")
    other.name_desk("Desk 2")
    add(store, event, "Zed Quux", 1)
    add(other, event, "Zed Quux", 2)
    meet(tmp_path, store, other)
    cards.settle(store, cards.cards(store, event.id)[0], desk="Desk 1")
    cards.settle_otherwise(other, cards.cards(other, event.id)[0], desk="Desk 2")
    meet(tmp_path, store, other)
    (asked,) = conflicts.conflicts(store)
    assert conflicts.count(store) == exchange.status(store).differences == 1
    assert asked.what == "The decision whether Zed Quux (Desk 2) and Zed Quux (Desk 1) are one person"
    conflicts.resolve(store, asked, True)
    with store.read() as connection:
        (merge,) = query.find(connection, Merge)
        assert (merge.stands, merge.desk) == (True, "Desk 1")
        assert connection.execute(select(schema.conflict.c.field)).all() == []
