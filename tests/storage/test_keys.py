"""Changing the key: the file answers to the old key or the new one, whenever the change is broken off."""

import json
import subprocess
import sys
import time

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.members import Member, new_member
from sla_desktop.storage import keys, query
from sla_desktop.storage.store import open_store

# A key ring in a plain file, so that several processes see it.
RING = """
import json, sys
from pathlib import Path
import keyring
ring = Path(sys.argv[1])
def kept(): return json.loads(ring.read_text()) if ring.exists() else {}
def put(service, name, key):
    fresh = ring.with_suffix(".new"); fresh.write_text(json.dumps(kept() | {name: key})); fresh.replace(ring)
def drop(service, name):
    fresh = ring.with_suffix(".new"); fresh.write_text(json.dumps({k: v for k, v in kept().items() if k != name}))
    fresh.replace(ring)
keyring.set_password, keyring.delete_password = put, drop
keyring.get_password = lambda service, name: kept().get(name)
"""
CHANGE_RING = (
    RING
    + """
from sla_desktop.storage import keys
while True:
    print("go", flush=True)
    keys.change_key_in_keyring(Path(sys.argv[2]))
"""
)
OPEN_RING = (
    RING
    + """
from sla_desktop.storage.store import open_store
from sla_desktop.domain.members import Member
from sla_desktop.storage import query
store = open_store(Path(sys.argv[2]))
if len(sys.argv) > 3:
    from sla_desktop.domain.members import new_member
    with store.change() as tx:
        tx.put(*(new_member(f"Person {number} {'x' * 300}") for number in range(3000)))
with store.read() as connection:
    print(query.count(connection, Member), connection.exec_driver_sql("PRAGMA integrity_check").scalar_one())
store.close()
"""
)
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
DELAYS = (0.0, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.75, 0.9, 1.1)


def run(script, *arguments):
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def break_off(script, delay, *arguments):
    """Start changing the key over and over, and kill the process after a while."""
    changing = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)], stdout=subprocess.PIPE, text=True
    )
    assert changing.stdout.readline() == "go\n"
    time.sleep(delay)
    changing.kill()
    changing.wait()
    changing.stdout.close()


def names(path, secret):
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
    everybody = {f"Person {number} {'x' * 300}" for number in range(3000)}
    with store.change() as tx:
        tx.put(*map(new_member, everybody))
    store.close()
    for delay in DELAYS:
        (now,) = [secret for secret in secrets if keys.fits(path, secret)]
        break_off(CHANGE_PASSPHRASE, delay, path, now, *(set(secrets) - {now}))
    (now,) = [secret for secret in secrets if keys.fits(path, secret)]
    assert names(path, now) == everybody


def test_a_change_of_the_key_rings_key_that_is_killed_never_locks_anybody_out(tmp_path):
    ring, path = tmp_path / "ring.json", tmp_path / "day.sla"
    assert run(OPEN_RING, ring, path, "fill").split() == ["3000", "ok"]
    seen = set()
    for delay in DELAYS:
        break_off(CHANGE_RING, delay / 2, ring, path)
        seen |= set(json.loads(ring.read_text()).values())
        assert run(OPEN_RING, ring, path).split() == ["3000", "ok"]
    assert len(seen) > len(DELAYS) / 2
    assert len(json.loads(ring.read_text())) == 1


def test_without_a_key_ring_the_rings_key_cannot_be_changed(tmp_path):
    path = tmp_path / "day.sla"
    open_store(path, secret="first words").close()
    assert not keys.in_keyring(path)
    with pytest.raises(SlaError, match="key ring of this laptop does not answer"):
        keys.change_key_in_keyring(path)
    assert names(path, "first words") == set()
