"""What is written stays written, also where the locks on the data file are lost, or the file itself is taken away."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.members import Member, new_member
from sla_desktop.storage import keys, query
from sla_desktop.storage.store import open_store

SECRET = "first words"
PROGRAM = """
import sys
from pathlib import Path
from sla_desktop.domain.members import Member
from sla_desktop.storage import query
from sla_desktop.storage.store import open_store
store = open_store(Path(sys.argv[1]), secret=sys.argv[2])
with store.read() as connection:
    print(*(one.full_name for one in query.find(connection, Member, order="full_name")))
store.close()
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks go with any handle on POSIX alone")


@pytest.fixture
def store(tmp_path):
    store = open_store(tmp_path / "day.sla", secret=SECRET)
    yield store
    store.close()


def add(store, name):
    with store.change() as tx:
        tx.put(new_member(name))


def other_program(store):
    """Who is known to a program that opens the data file and closes it again."""
    command = [sys.executable, "-c", PROGRAM, str(store.path), SECRET]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    return told.stdout.split()


def look_into(store):
    """What a file chooser does to tell kinds of files: with the handle, the locks of this process go."""
    for end in ("", "-wal", "-shm"):
        Path(f"{store.path}{end}").open("rb").close()


def test_what_is_written_after_another_program_took_the_log_away_is_kept(store):
    add(store, "Ann")
    look_into(store)
    assert other_program(store) == ["Ann"]
    add(store, "Bob")
    assert other_program(store) == ["Ann", "Bob"]
    add(store, "Cid")
    with store.read() as connection:
        assert query.count(connection, Member) == 3
    assert other_program(store) == ["Ann", "Bob", "Cid"]


def lose(store, take_away):
    """Write somebody while something is taken away."""
    with store.change() as tx:
        tx.put(new_member("Bob"))
        take_away()


def test_nothing_is_called_saved_whose_log_is_taken_away_meanwhile(store):
    add(store, "Ann")
    store.listen(lambda changes: pytest.fail("it was told as saved"))
    with pytest.raises(SlaError, match="this was not kept"):
        lose(store, Path(f"{store.path}-wal").unlink)


def test_to_try_a_passphrase_leaves_the_locks_alone(store):
    add(store, "Ann")
    log = Path(f"{store.path}-wal").stat().st_ino
    assert keys.fits(store.path, SECRET)
    assert not keys.fits(store.path, "other words")
    assert not keys.in_keyring(store.path)
    assert other_program(store) == ["Ann"]
    assert Path(f"{store.path}-wal").stat().st_ino == log


def taken_away(way, path):
    """The data file is gone from its place while it is open."""
    if way == "renamed":
        path.rename(path.with_name("old.sla"))
    elif way == "deleted":
        path.unlink()
    else:
        copy = path.with_name("copy.sla")
        shutil.copy(path, copy)
        copy.replace(path)


@pytest.mark.parametrize("way", ["renamed", "deleted", "replaced"])
def test_nothing_is_called_saved_once_the_file_is_taken_away(store, way):
    add(store, "Ann")
    taken_away(way, store.path)
    for name in ("Bob", "Cid"):
        with pytest.raises(SlaError, match="Put the file back"):
            add(store, name)


def test_a_file_that_is_put_back_under_its_name_goes_on_with_all_that_was_saved(store):
    add(store, "Ann")
    taken_away("renamed", store.path)
    with pytest.raises(SlaError, match="renamed, moved, deleted or replaced"):
        add(store, "Bob")
    with pytest.raises(SlaError, match="what was written to it last is"):
        open_store(store.path, secret=SECRET)
    store.path.with_name("old.sla").rename(store.path)
    add(store, "Cid")
    assert other_program(store) == ["Ann", "Cid"]


def test_nothing_is_called_saved_whose_file_is_taken_away_meanwhile(store):
    add(store, "Ann")
    store.listen(lambda changes: pytest.fail("it was told as saved"))
    with pytest.raises(SlaError, match="was not kept"):
        lose(store, lambda: taken_away("renamed", store.path))
