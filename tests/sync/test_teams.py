"""Two teams become one only where somebody says so; a new laptop joins by itself."""

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.team import LEAD, Device
from sla_desktop.services import bundles, desks, exchange
from sla_desktop.services.people import attendees
from sla_desktop.storage import log, query
from sla_desktop.sync.team import introduce

PASSPHRASE = "correct horse battery staple"


@pytest.fixture
def office(store, event, register):
    """A laptop that leads a team of its own."""
    register(store, event.id, "Ann,Lee,a@x.org,King's")
    introduce(store)
    return store


@pytest.fixture
def stranger(open_laptop):
    """A laptop that leads another team."""
    other = open_laptop("stranger")
    other.name_desk("Stranger")
    introduce(other)
    return other


def everything(store):
    with store.read() as connection:
        return {name: head.hash for name, head in log.heads(connection).items()}


def leads(store):
    with store.read() as connection:
        return {device.name for device in query.find(connection, Device, role=LEAD)}


def share_of(store, tmp_path):
    exchange.share_init(str(tmp_path / "share"))
    exchange.sync(store, str(tmp_path / "share"))
    return str(tmp_path / "share")


def test_a_folder_of_another_team_is_refused_and_nothing_is_exchanged(office, stranger, tmp_path):
    share, before = share_of(stranger, tmp_path), everything(office)
    files = sorted((tmp_path / "share").rglob("*"))
    with pytest.raises(SlaError, match="belong to another team"):
        exchange.sync(office, share)
    assert everything(office) == before
    assert sorted((tmp_path / "share").rglob("*")) == files
    assert leads(office) == {"Desk 1"}


def test_a_bundle_of_another_team_is_refused_also_with_its_passphrase(office, stranger, tmp_path):
    bundles.write_bundle(stranger, tmp_path / "b.slab", passphrase=PASSPHRASE)
    before = everything(office)
    with pytest.raises(SlaError, match="belong to another team"):
        bundles.read_bundle(office, tmp_path / "b.slab", passphrase=PASSPHRASE)
    assert everything(office) == before
    bundles.read_bundle(office, tmp_path / "b.slab", passphrase=PASSPHRASE, join=True)
    assert leads(office) == {"Desk 1", "Stranger"}


def test_a_desk_of_another_team_is_refused_and_not_remembered(office, stranger):
    door = desks.open_door(office, host="127.0.0.1", port=0, announce=False)
    try:
        before = everything(stranger)
        with pytest.raises(SlaError, match="belong to another team"):
            desks.pair(stranger, door.addresses[0], door.invite())
        assert everything(stranger) == before
        assert desks.states(stranger) == ()
        with pytest.raises(SlaError, match="do not know each other"):
            exchange.sync(stranger, door.addresses[0], join=True)
        desks.pair(stranger, door.addresses[0], door.invite(), join=True)
    finally:
        door.close()
    assert leads(office) == leads(stranger) == {"Desk 1", "Stranger"}


def test_two_teams_that_were_joined_are_one_from_then_on(office, stranger, tmp_path):
    share = share_of(stranger, tmp_path)
    exchange.sync(office, share, join=True)
    assert exchange.sync(stranger, share).complete
    assert exchange.sync(office, share).complete
    assert leads(office) == leads(stranger) == {"Desk 1", "Stranger"}


def test_a_new_laptop_joins_freely_and_does_not_lead(office, event, open_laptop, tmp_path):
    share, fresh = share_of(office, tmp_path), open_laptop("fresh")
    fresh.name_desk("Fresh")
    exchange.sync(fresh, share)
    assert attendees(fresh, event.id) == attendees(office, event.id)
    assert leads(fresh) == {"Desk 1"}


def test_a_new_laptop_that_shows_the_code_is_taken_into_the_team_of_who_types_it(office, event, open_laptop):
    fresh = open_laptop("fresh")
    fresh.name_desk("Fresh")
    door = desks.open_door(fresh, host="127.0.0.1", port=0, announce=False)
    try:
        desks.pair(office, door.addresses[0], door.invite())
        exchange.sync(office, door.addresses[0])
    finally:
        door.close()
    assert attendees(fresh, event.id) == attendees(office, event.id)
    assert leads(fresh) == leads(office) == {"Desk 1"}


def test_two_new_laptops_that_first_sync_at_the_same_time_are_one_team(office, open_laptop, tmp_path):
    share, other = share_of(office, tmp_path), open_laptop("other")
    other.name_desk("Other")
    exchange.share_init(str(tmp_path / "aside"))
    exchange.sync(other, str(tmp_path / "aside"))
    for file in (tmp_path / "aside" / "segments").rglob("*"):
        target = tmp_path / "share" / "segments" / file.relative_to(tmp_path / "aside" / "segments")
        if file.is_dir():
            target.mkdir(exist_ok=True)
        else:
            target.write_bytes(file.read_bytes())
    assert exchange.sync(other, share).complete
    assert exchange.sync(office, share).complete
