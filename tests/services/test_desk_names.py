"""Every laptop has a name of its own, and two that are called the same are pointed out."""

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.services import desk_names, exchange, team


@pytest.fixture
def share(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    return str(folder)


def names(store):
    return sorted(one.device.name for one in team.laptops(store))


def test_a_laptop_that_nobody_named_takes_the_first_free_name_when_it_meets_others(store, open_laptop, share):
    second, third = open_laptop("second"), open_laptop("third")
    for laptop in (store, second, third, store):
        exchange.sync(laptop, share)
    assert [laptop.desk for laptop in (store, second, third)] == ["Desk 1", "Desk 2", "Desk 3"]
    assert names(store) == ["Desk 1", "Desk 2", "Desk 3"]


def test_the_suggestion_is_free_among_the_laptops_that_are_known(store, open_laptop, share):
    second = open_laptop("second")
    second.name_desk("DESK 1")
    for laptop in (second, store):
        exchange.sync(laptop, share)
    assert desk_names.suggestion(store) == "Desk 2"


def test_a_new_name_reaches_the_others_at_the_next_sync(store, open_laptop, share):
    second = open_laptop("second")
    for laptop in (store, second):
        exchange.sync(laptop, share)
    assert desk_names.rename(second, "  Front   door ") == (
        "This laptop is called Front door. The others see it after their next sync."
    )
    for laptop in (second, store):
        exchange.sync(laptop, share)
    assert names(store) == ["Desk 1", "Front door"]


def test_two_laptops_with_the_same_name_are_pointed_out_in_one_sentence(store, open_laptop, share):
    second = open_laptop("second")
    for laptop in (store, second):
        laptop.name_desk("Door")
    exchange.sync(store, share)
    assert "More than one laptop is called Door" in exchange.sync(second, share).words
    assert "More than one laptop" not in desk_names.rename(second, "Back door")
    assert desk_names.namesakes(second) == ""


def test_a_laptop_that_met_nobody_is_named_without_a_record(store):
    desk_names.rename(store, "Office")
    assert (store.desk, team.laptops(store)) == ("Office", [])


@pytest.mark.parametrize("name", ["  ", "x" * 61])
def test_a_name_that_is_none_is_refused(store, name):
    with pytest.raises(SlaError, match="1 to 60 letters"):
        desk_names.rename(store, name)
