"""A shared folder can be protected after the fact, and its passphrase changed; nothing in it stays open."""

import shutil

import pytest

from sla_desktop.domain.errors import Emptied, Locked, SlaError
from sla_desktop.domain.members import Member, new_member
from sla_desktop.services import exchange, passphrase
from sla_desktop.storage import query

OLD, NEW = "a long old passphrase", "a long new passphrase"


@pytest.fixture
def share(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


def save(store, name):
    with store.change() as tx:
        tx.put(new_member(name))


def names(store):
    with store.read() as connection:
        return {one.full_name for one in query.find(connection, Member)}


def open_files(folder):
    return [one for one in folder.rglob("*.seg") if not one.read_bytes().startswith(b"SLAK1")]


def test_a_folder_in_use_is_closed_whole_and_goes_on(store, open_laptop, share):
    save(store, "Ann")
    exchange.sync(store, str(share))
    assert open_files(share)
    passphrase.keep(store, OLD)
    assert "files in it are closed" in passphrase.protect(store, str(share))
    assert not open_files(share)
    assert not (share / "analysis.sqlite").read_bytes().startswith(b"SQLite format 3")
    other = open_laptop("other")
    with pytest.raises(Locked, match="is protected"):
        exchange.sync(other, str(share))
    passphrase.keep(other, OLD)
    exchange.sync(other, str(share))
    assert names(other) == {"Ann"}


def test_after_a_change_only_the_new_passphrase_opens(store, open_laptop, share):
    passphrase.keep(store, OLD)
    exchange.share_init(str(share), passphrase=OLD)
    save(store, "Ann")
    exchange.sync(store, str(share))
    assert "is changed here" in passphrase.keep(store, NEW)
    passphrase.protect(store, str(share))
    save(store, "Bob")
    exchange.sync(store, str(share))
    other = open_laptop("other")
    passphrase.keep(other, OLD)
    with pytest.raises(Locked, match="does not open"):
        exchange.sync(other, str(share))
    passphrase.keep(other, NEW)
    exchange.sync(other, str(share))
    assert names(other) == {"Ann", "Bob"}
    assert len(list((share / "keys").iterdir())) == 2


def test_a_folder_of_others_is_not_taken_over(store, share):
    exchange.share_init(str(share), passphrase="somebody else's passphrase")
    passphrase.keep(store, OLD)
    with pytest.raises(Locked, match="protected with another passphrase"):
        passphrase.protect(store, str(share))


def test_without_a_passphrase_or_a_folder_nothing_is_done(store, share, tmp_path):
    with pytest.raises(SlaError, match="no team passphrase"):
        passphrase.protect(store, str(share))
    with pytest.raises(SlaError, match="too short"):
        passphrase.keep(store, "short")
    passphrase.keep(store, OLD)
    with pytest.raises(SlaError, match="cannot be reached"):
        passphrase.protect(store, str(tmp_path / "nowhere"))


def test_a_fresh_passphrase_is_long_and_never_the_same():
    made = {passphrase.fresh() for _ in range(50)}
    assert len(made) == 50
    assert {len(one) for one in made} == {24}


@pytest.mark.parametrize("protected", [True, False])
def test_a_share_that_was_emptied_is_not_filled_unasked(store, share, protected):
    if protected:
        passphrase.keep(store, OLD)
        exchange.share_init(str(share), passphrase=OLD)
    save(store, "Ann")
    exchange.sync(store, str(share))
    shutil.rmtree(share)
    share.mkdir()
    with pytest.raises(Emptied, match="is empty, though this laptop synced with it before"):
        exchange.sync(store, f"folder://{share}")
    assert not list(share.iterdir())
    exchange.start_anew(store, str(share))
    assert exchange.sync(store, str(share)).sent
    assert bool(open_files(share)) is not protected


def test_a_share_whose_keys_went_is_not_filled_in_the_open(store, share):
    passphrase.keep(store, OLD)
    exchange.share_init(str(share), passphrase=OLD)
    save(store, "Ann")
    exchange.sync(store, str(share))
    for part in ("keys", "segments"):
        shutil.rmtree(share / part)
    (share / "segments").mkdir()
    with pytest.raises(Emptied, match="is empty and open now"):
        exchange.sync(store, str(share))
    passphrase.protect(store, str(share))
    assert exchange.sync(store, str(share)).sent
    assert not open_files(share)
