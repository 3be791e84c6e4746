"""Backups hold everything that was saved, are encrypted, and go back without losing what they replace."""

import os
import stat
from datetime import UTC, date, datetime, timedelta

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.members import Member, new_member
from sla_desktop.services import backups, bundles, clock, documents, exchange, locks, subject
from sla_desktop.storage import query
from sla_desktop.storage.store import open_store
from tests.conftest import RAW_KEY

TODAY = date(2026, 11, 24)


def save(store, name):
    with store.change() as tx:
        tx.put(new_member(name))


def names(store):
    with store.read() as connection:
        return {one.full_name for one in query.find(connection, Member)}


def names_in(path, secret=RAW_KEY):
    store = open_store(path, secret=secret)
    try:
        return names(store)
    finally:
        store.close()


def test_a_backup_has_what_is_still_in_the_log_and_shows_no_name(store, tmp_path):
    save(store, "Wilhelmina Unmistakable")
    assert store.path.with_name("laptop.sla-wal").stat().st_size > 0
    written = backups.back_up(store, tmp_path / "copy.sla")
    assert b"Unmistakable" not in written.read_bytes()
    assert names_in(written) == {"Wilhelmina Unmistakable"}
    with pytest.raises(SlaError, match="key does not fit"):
        open_store(written, secret="wrong")


def test_a_backup_never_writes_over_a_file_and_leaves_nothing_half_made(store, tmp_path):
    (tmp_path / "copy.sla").write_text("mine")
    with pytest.raises(SlaError, match="exists already"):
        backups.back_up(store, tmp_path / "copy.sla")
    with pytest.raises(SlaError, match="cannot be opened"):
        backups.back_up(store, tmp_path / "nowhere" / "copy.sla")
    assert (tmp_path / "copy.sla").read_text() == "mine"
    assert not list(tmp_path.rglob("*.partly"))


def test_what_a_desk_writes_meanwhile_does_not_wait_for_the_backup(store, tmp_path):
    with store.raw():
        backups.back_up(store, tmp_path / "copy.sla")
    assert names_in(tmp_path / "copy.sla") == set()


def test_once_a_day_there_is_a_copy_and_the_newest_three_stay(store):
    for day in range(5):
        save(store, f"Person {day}")
        assert backups.back_up_today(store, TODAY + timedelta(day)) is not None
        assert backups.back_up_today(store, TODAY + timedelta(day)) is None
    kept = backups.automatic(store.path)
    assert [one.name[-10:] for one in kept] == ["2026-11-26", "2026-11-27", "2026-11-28"]
    assert names_in(kept[0]) == {"Person 0", "Person 1", "Person 2"}


def test_a_restored_backup_is_what_it_was_and_the_replaced_file_is_kept(store, tmp_path):
    save(store, "Before")
    copy = backups.back_up(store, tmp_path / "copy.sla")
    save(store, "After")
    store.close()
    kept = backups.restore(store.path, copy, secret=RAW_KEY).path
    assert names_in(store.path) == {"Before"}
    assert names_in(kept) == {"Before", "After"}
    assert not list(tmp_path.glob("*.restoring*"))


def test_what_came_after_the_backup_comes_back_from_a_share_and_nothing_forks(open_laptop, store, tmp_path):
    share = tmp_path / "share"
    share.mkdir()
    save(store, "Before")
    copy = backups.back_up(store, tmp_path / "copy.sla")
    save(store, "After")
    exchange.sync(store, str(share))
    store.close()
    backups.restore(store.path, copy, secret=RAW_KEY)
    restored = open_laptop("laptop")
    save(restored, "Later")
    assert exchange.sync(restored, str(share)).complete
    assert names(restored) == {"Before", "After", "Later"}


def test_a_damaged_or_foreign_backup_changes_nothing(store, tmp_path):
    save(store, "Here")
    for number in range(400):
        save(store, f"Person {number}")
    copy = backups.back_up(store, tmp_path / "copy.sla")
    store.close()
    damaged = bytearray(copy.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    copy.write_bytes(damaged)
    with pytest.raises(SlaError, match="damaged"):
        backups.restore(store.path, copy, secret=RAW_KEY)
    with pytest.raises(SlaError, match="key does not fit"):
        backups.restore(store.path, copy, secret="wrong words")
    with pytest.raises(SlaError, match="There is no file"):
        backups.restore(store.path, tmp_path / "nothing.sla", secret=RAW_KEY)
    assert "Here" in names_in(store.path)
    assert not list(tmp_path.glob("*.re*"))


@pytest.mark.parametrize(
    "content", [b"first,last\nAnn,Lee\n", b"a" * 4096, b"PK\x03\x04" + b"\xff" * 4092, b"\xff" * 5000, b""]
)
def test_a_file_that_is_no_backup_is_told_apart_from_a_wrong_key(store, tmp_path, content):
    wrong = tmp_path / "people.csv"
    wrong.write_bytes(content)
    with pytest.raises(SlaError, match=r"people\.csv is no backup of this program"):
        backups.restore(store.path, wrong, secret=RAW_KEY)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps who may read a file elsewhere")
def test_backups_bundles_and_what_is_written_of_people_are_for_their_owner_alone(store, event, register, tmp_path):
    (ann,) = register(store, event.id, "Ann,Lee,ann@x.org,Oxleas")
    named = ("copy.sla", "all.slab", "ann.json", "ann.zip", "register.csv", "register.xlsx")
    out = tmp_path / "out"
    out.mkdir()
    before = os.umask(0o022)
    try:
        backups.back_up(store, out / named[0])
        bundles.write_bundle(store, out / named[1], passphrase="river copper lantern")
        for name in named[2:4]:
            subject.export(store, ann.member.id, out / name)
        for name in named[4:]:
            documents.write_register(store, event.id, out / name)
    finally:
        os.umask(before)
    assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in out.iterdir()} == dict.fromkeys(named, 0o600)


def test_a_data_file_that_is_open_is_not_replaced(store, tmp_path, monkeypatch):
    monkeypatch.setattr("sla_desktop.storage.database.BUSY_MS", 10)
    copy = backups.back_up(store, tmp_path / "copy.sla")
    save(store, "After")
    with pytest.raises(SlaError, match="Another program"):
        backups.restore(store.path, copy, secret=RAW_KEY)
    assert names(store) == {"After"}


def test_a_damaged_data_file_is_kept_as_it_is_when_a_backup_takes_its_place(store, tmp_path):
    save(store, "Here")
    copy = backups.back_up(store, tmp_path / "copy.sla")
    store.close()
    store.path.write_bytes(b"nonsense" * 1000)
    kept = backups.restore(store.path, copy, secret=RAW_KEY).path
    assert kept.read_bytes() == b"nonsense" * 1000
    assert names_in(store.path) == {"Here"}


def test_after_a_change_of_passphrase_no_daily_copy_opens_with_the_old_one(tmp_path):
    store = open_store(tmp_path / "day.sla", secret="first words")
    save(store, "Siân")
    backups.back_up_today(store, TODAY)
    locks.change_passphrase(store, "first words", "other words", TODAY)
    (copy,) = backups.automatic(store.path)
    assert names_in(copy, "other words") == names(store) == {"Siân"}
    store.close()


def test_the_window_opens_with_its_pin_or_the_passphrase_and_nothing_else(tmp_path):
    store = open_store(tmp_path / "day.sla", secret="first words")
    assert locks.needs_passphrase(store)
    assert not locks.has_pin(store)
    with pytest.raises(SlaError, match="too short"):
        locks.set_pin(store, "123")
    locks.set_pin(store, "2468")
    assert locks.has_pin(store)
    assert [locks.opens(store, typed) for typed in ("2468", "first words", "", "1234")] == [True, True, False, False]
    locks.set_pin(store, "")
    assert not locks.has_pin(store)
    assert not locks.opens(store, "")
    store.close()


def test_after_a_few_wrong_pins_the_next_has_to_wait_longer_each_time_and_the_right_one_ends_it(store):
    locks.set_pin(store, "2468")
    at = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    for wait in (0, 0, 0, 5, 10, 20, 40, 60, 60):
        if wait:
            with clock.played(at), pytest.raises(SlaError, match=f"Wait {wait} seconds, then try again"):
                locks.opens(store, "2468")
        at += timedelta(seconds=wait)
        with clock.played(at):
            assert not locks.opens(store, "1111")
    earlier = at - timedelta(hours=1)
    with clock.played(earlier), pytest.raises(SlaError, match="Wait 60 seconds"):
        locks.opens(store, "2468")  # to put the clock back saves no wait
    with clock.played(earlier + timedelta(seconds=60)):
        assert locks.opens(store, "2468"), "nor does it lock anybody out for longer"
    with clock.played(at):
        assert not locks.opens(store, "1111"), "and slips are free again"


def test_what_a_killed_restore_or_copy_left_is_removed_at_the_next_start_and_restore(store, tmp_path):
    save(store, "Siân")
    copy = backups.back_up(store, tmp_path / "copy.sla")
    left = [tmp_path / f"laptop.sla{end}" for end in (".restoring", ".restoring-wal", ".restoring-shm")]
    left.append(tmp_path / "laptop.sla.backup-2026-11-01.partly")
    for file in left:
        file.write_bytes(b"left")
    backups.back_up_today(store, TODAY)
    assert not any(file.exists() for file in left)
    for file in left[1:3]:
        file.write_bytes(b"left")
    store.close()
    backups.restore(store.path, copy, secret=RAW_KEY)
    assert not any(file.exists() for file in left)
    assert names_in(store.path) == {"Siân"}


def test_a_folder_or_a_pipe_is_no_backup(store, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(SlaError, match="There is no file"):
            backups.restore(store.path, place, secret=RAW_KEY)
        with pytest.raises(SlaError, match="exists already"):
            backups.back_up(store, place)


def test_a_restore_tells_what_was_on_no_share_and_the_replaced_file_can_bring_it_back(open_laptop, store, tmp_path):
    share = tmp_path / "share"
    share.mkdir()
    save(store, "Before")
    exchange.sync(store, str(share))
    copy = backups.back_up(store, tmp_path / "copy.sla")
    save(store, "Green and not synced")
    store.close()
    replaced = backups.restore(store.path, copy, secret=RAW_KEY)
    assert replaced.unsent > 0
    assert "never synced" in replaced.words
    old = open_store(replaced.path, secret=RAW_KEY, anchors=tmp_path / "anchors")
    assert exchange.sync(old, str(share)).complete
    old.close()
    restored = open_laptop("laptop")
    assert exchange.sync(restored, str(share)).complete
    assert names(restored) == {"Before", "Green and not synced"}
