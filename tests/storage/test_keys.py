"""Changing the key: the file answers to the old key or the new one, whenever the change is broken off."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.members import Member, new_member
from sla_desktop.storage import keys, query
from sla_desktop.storage.store import open_store
from tests.storage.rings import FileRing

ROOT = Path(__file__).parents[2]
CHANGE_RING = """
import sys
from pathlib import Path
from sla_desktop.storage import keys
from tests.storage.rings import FileRing
FileRing(Path(sys.argv[1])).use()
while True:
    print("go", flush=True)
    keys.change_key_in_keyring(Path(sys.argv[2]))
"""
CHANGE_PASSPHRASE = """
import sys
from pathlib import Path
from sla_desktop.storage import keys
old, new = sys.argv[2:]
while True:
    print("go", flush=True)
    keys.change_passphrase(Path(sys.argv[1]), old, new)
    old, new = new, old
"""
EVERYBODY = {f"Person {number} {'x' * 300}" for number in range(3000)}
DELAYS = (0.0, 0.1, 0.2, 0.25, 0.3, 0.4, 0.6, 0.9)


def break_off(script, delay, *arguments):
    """Start changing the key over and over, and kill the process after a while."""
    changing = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert changing.stdout.readline() == "go\n"
    time.sleep(delay)
    changing.kill()
    changing.wait()
    changing.stdout.close()


def names(path, secret=None):
    store = open_store(path, secret=secret)
    with store.read() as connection:
        found = {one.full_name for one in query.find(connection, Member)}
        sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
    store.close()
    assert sound == "ok"
    return found


def test_only_the_new_passphrase_opens_the_file_and_nothing_is_lost(tmp_path):
    path = tmp_path / "day.sla"
    store = open_store(path, secret="first words")
    with store.change() as tx:
        tx.put(new_member("Siân"))
    store.take_key(keys.change_passphrase(path, "first words", "other words"))
    with store.change() as tx:
        tx.put(new_member("Ann"))
    store.close()
    assert names(path, "other words") == {"Siân", "Ann"}
    with pytest.raises(SlaError, match="key does not fit"):
        open_store(path, secret="first words")


def test_a_wrong_or_short_passphrase_changes_nothing(tmp_path):
    path = tmp_path / "day.sla"
    open_store(path, secret="first words").close()
    with pytest.raises(SlaError, match="not the passphrase"):
        keys.change_passphrase(path, "guess", "other words")
    with pytest.raises(SlaError, match="too short"):
        keys.change_passphrase(path, "first words", "short")
    assert names(path, "first words") == set()


def test_a_passphrase_change_that_is_killed_leaves_a_whole_file_under_one_of_the_two(tmp_path):
    path, secrets = tmp_path / "day.sla", ("first words", "other words")
    store = open_store(path, secret=secrets[0])
    with store.change() as tx:
        tx.put(*map(new_member, EVERYBODY))
    store.close()
    for delay in DELAYS:
        (now,) = [secret for secret in secrets if keys.fits(path, secret)]
        break_off(CHANGE_PASSPHRASE, delay, path, now, *(set(secrets) - {now}))
    (now,) = [secret for secret in secrets if keys.fits(path, secret)]
    assert names(path, now) == EVERYBODY


@pytest.fixture
def ring(monkeypatch, tmp_path):
    for function in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(f"keyring.{function}", None)
    ring = FileRing(tmp_path / "ring.json")
    ring.use()
    return ring


def test_a_change_of_the_key_rings_key_that_is_killed_never_locks_anybody_out(ring, tmp_path):
    path = tmp_path / "day.sla"
    store = open_store(path)
    with store.change() as tx:
        tx.put(*map(new_member, EVERYBODY))
    store.close()
    seen = set()
    for delay in DELAYS:
        break_off(CHANGE_RING, delay / 2, ring.path, path)
        seen |= set(ring.kept().values())
        assert names(path) == EVERYBODY
    assert len(seen) > len(DELAYS) / 2
    assert len(ring.kept()) == 1


def test_without_a_key_ring_the_rings_key_cannot_be_changed(tmp_path):
    path = tmp_path / "day.sla"
    open_store(path, secret="first words").close()
    assert not keys.in_keyring(path)
    with pytest.raises(SlaError, match="key ring of this laptop does not answer"):
        keys.change_key_in_keyring(path)
    assert names(path, "first words") == set()
