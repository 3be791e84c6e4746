"""Who leads a team may take laptops off, let their records count, and nobody else may."""

from dataclasses import replace

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.members import Member, new_member
from sla_desktop.services import exchange, team
from sla_desktop.storage import query


@pytest.fixture
def share(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    return str(folder)


@pytest.fixture
def office(store, share):
    store.name_desk("Office")
    exchange.sync(store, share)
    return store


@pytest.fixture
def desk(office, open_laptop, share):
    made = open_laptop("desk")
    made.name_desk("Door")
    exchange.sync(made, share)
    exchange.sync(office, share)
    return made


def save(store, name):
    with store.change() as tx:
        tx.put(new_member(name))


def names(store):
    with store.read() as connection:
        return {one.full_name for one in query.find(connection, Member)}


def test_the_first_laptop_leads_and_the_next_works_at_a_desk(office, desk):
    first, second = team.laptops(office)
    assert (first.name, first.role) == ("Office (this laptop)", "leads the team")
    assert (second.name, second.role) == ("Door", "works at a desk")
    assert second.words("Europe/London").startswith("Works at a desk, joined on ")


def test_a_laptop_that_does_not_lead_may_order_nothing_and_hears_who_does(office, desk):
    for order in (team.make_lead, team.take_off, team.accept, team.put_back):
        with pytest.raises(SlaError, match=r"Only a laptop that leads the team can do this\. Ask at Office"):
            order(desk, team.find(desk, "Office"))


def test_another_laptop_that_was_made_a_lead_leads_once_it_knows(office, desk, share):
    team.make_lead(office, team.find(office, "door"))
    assert not team.leads(desk)
    for laptop in (office, desk):
        exchange.sync(laptop, share)
    assert team.leads(desk)
    team.take_off(desk, team.find(desk, "Office"), "stolen")
    assert not team.leads(desk) or team.find(desk, "Office").taken_off


def test_what_a_laptop_writes_after_it_was_taken_off_waits_until_a_lead_accepts_it(office, desk, share):
    save(desk, "Before")
    exchange.sync(desk, share)
    exchange.sync(office, share)
    team.take_off(office, team.find(office, "Door"), "left on a train")
    save(desk, "After")
    for laptop in (desk, office):
        exchange.sync(laptop, share)
    assert names(office) == {"Before"}
    door = team.find(office, "Door")
    assert door.held == 1
    assert "left on a train. 1 later record of it waits." in door.words("Europe/London")
    assert team.accept(office, door) == "1 record of Door counts now."
    assert names(office) == {"Before", "After"}
    with pytest.raises(SlaError, match="No record of Door waits"):
        team.accept(office, team.find(office, "Door"))


def test_taking_off_can_be_taken_back(office, desk, share):
    door = team.find(office, "Door")
    team.take_off(office, door)
    save(desk, "After")
    for laptop in (desk, office):
        exchange.sync(laptop, share)
    assert names(office) == set()
    team.put_back(office, team.find(office, "Door"))
    assert names(office) == {"After"}
    assert team.find(office, "Door").words("Europe/London") == door.words("Europe/London")


def test_a_laptop_is_found_by_its_name_or_the_end_of_its_id(office, desk):
    door = team.find(office, "Door")
    assert team.find(office, str(door.device.id)[-6:]) == door
    with pytest.raises(SlaError, match="No laptop is called “Nowhere”"):
        team.find(office, "Nowhere")
    with office.change() as tx:
        tx.put(replace(door.device, name="Office"))
    with pytest.raises(SlaError, match="2 laptops are called “Office”"):
        team.find(office, "Office")


def test_a_laptop_cannot_take_itself_off(office):
    with pytest.raises(SlaError, match="cannot take itself off"):
        team.take_off(office, team.find(office, "Office"))
