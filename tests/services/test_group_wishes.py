"""What is asked of groups is kept with the event, and merges with what others ask."""

from dataclasses import replace
from datetime import date

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.services import attendance, conflicts, erasure, exchange, group_wishes, groups
from sla_desktop.services.group_locks import Locks
from sla_desktop.services.group_wishes import FIRST_WISH
from sla_desktop.services.groups import Wish
from sla_desktop.storage.store import open_store
from tests.conftest import RAW_KEY


@pytest.fixture
def people(store, event, register):
    """The ids of twelve who are in."""
    ids = sorted((p.id for p in register(store, event.id, *(f"P{n},Q{n},p{n}@x.org" for n in range(12)))), key=str)
    for one in ids:
        attendance.check_in(store, event.id, one, desk="D")
    return ids


@pytest.fixture
def wish(people):
    """Strengths, rules and locks of every kind."""
    return Wish(
        rounds=4,
        tables=3,
        mix=("place", "sector"),
        mixing=3.0,
        weights={"place": 2.0, "sector": 0.5},
        together=(tuple(people[:2]),),
        apart=(tuple(people[2:5]),),
        past=False,
        locks=Locks(frozenset(people[5:6]), frozenset({(1, 2)}), frozenset({3})),
    )


def test_what_is_asked_is_there_after_the_program_was_closed(store, event, wish):
    assert group_wishes.known_wish(store, event.id) is None
    group_wishes.keep_wish(store, event.id, wish)
    store.close()
    again = open_store(store.path, secret=RAW_KEY)
    assert group_wishes.known_wish(again, event.id) == wish
    again.close()


def test_what_was_taken_out_goes_and_what_others_added_meanwhile_stays(store, event, people, wish):
    group_wishes.keep_wish(store, event.id, wish)
    others = replace(wish, apart=(*wish.apart, tuple(people[6:8])))
    group_wishes.keep_wish(store, event.id, others, instead_of=wish)
    group_wishes.keep_wish(store, event.id, replace(wish, together=(), locks=Locks()), instead_of=wish)
    kept = group_wishes.known_wish(store, event.id)
    assert (kept.together, set(kept.apart), kept.locks) == ((), set(others.apart), Locks())
    group_wishes.keep_wish(store, event.id, wish, instead_of=kept)
    assert group_wishes.known_wish(store, event.id).together == wish.together


def test_rules_are_added_and_dropped_by_their_number_and_kept_when_groups_are_formed(store, event, people):
    group_wishes.change_rules(store, event.id, together=people[:2], apart=people[2:4])
    first, second = group_wishes.table_rules(store, event.id)
    assert (first.kind, first.registrations, second.kind) == ("together", tuple(people[:2]), "apart")
    groups.form_groups(store, event.id, replace(group_wishes.known_wish(store, event.id), size=4), seconds=0.05)
    for numbers in zip(*map(groups.current_plan(store, event.id).tables_by_person().get, people[:4]), strict=True):
        assert numbers[0] == numbers[1]
        assert numbers[2] != numbers[3]
    group_wishes.change_rules(store, event.id, drop=[1])
    assert [rule.kind for rule in group_wishes.table_rules(store, event.id)] == ["apart"]


def test_a_rule_about_one_person_and_one_that_is_not_there_are_told(store, event, people):
    with pytest.raises(SlaError, match="One person alone"):
        group_wishes.change_rules(store, event.id, apart=people[:1])
    with pytest.raises(SlaError, match="There is no rule 1; there are 0"):
        group_wishes.change_rules(store, event.id, drop=[1])
    assert group_wishes.known_wish(store, event.id) is None


def test_a_rule_against_another_is_refused_also_by_way_of_a_third(store, event, people):
    group_wishes.change_rules(store, event.id, together=people[:2])
    group_wishes.change_rules(store, event.id, together=people[1:3])
    with pytest.raises(SlaError, match="cannot be kept both together and apart"):
        group_wishes.change_rules(store, event.id, apart=[people[0], people[2]])
    assert [rule.kind for rule in group_wishes.table_rules(store, event.id)] == ["together", "together"]
    group_wishes.change_rules(store, event.id, apart=[people[0], people[3]])


def test_a_rule_about_somebody_erased_says_nothing_of_them_any_more(store, event, people):
    group_wishes.keep_wish(store, event.id, replace(FIRST_WISH, apart=(tuple(people[:2]), tuple(people[2:5]))))
    members = {person.id: person.member.id for person in groups._attendees(store, event.id, people)}
    erasure.erase(store, members[people[0]], today=date(2026, 11, 28))
    erasure.erase(store, members[people[2]], today=date(2026, 11, 28))
    assert group_wishes.known_wish(store, event.id).apart == (tuple(people[3:5]),)


def test_two_laptops_that_add_rules_have_both_after_they_meet(store, event, people, open_laptop, tmp_path):
    (tmp_path / "share").mkdir()
    share, other = str(tmp_path / "share"), open_laptop("other")
    for laptop in (store, other):
        exchange.sync(laptop, share)
    group_wishes.change_rules(store, event.id, apart=people[:2])
    group_wishes.change_rules(other, event.id, together=people[2:4])
    for laptop in (store, other, store):
        exchange.sync(laptop, share)
    assert group_wishes.known_wish(store, event.id) == group_wishes.known_wish(other, event.id)
    assert [rule.kind for rule in group_wishes.table_rules(other, event.id)] == ["together", "apart"]
    assert not conflicts.conflicts(store)
