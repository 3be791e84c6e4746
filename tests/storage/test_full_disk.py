"""On a full disk people can still read what is saved, and go on by themselves once there is room."""

import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from sla_desktop.cli.main import run
from sla_desktop.domain.errors import SlaError
from sla_desktop.services import events
from sla_desktop.storage.store import open_store
from tests.conftest import RAW_KEY

STARTS, ENDS = datetime(2026, 11, 24, 9, tzinfo=UTC), datetime(2026, 11, 24, 16, tzinfo=UTC)


@pytest.fixture
def disk(tmp_path):
    """A disk of two megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if sys.platform != "linux" or subprocess.run(mounted, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be made here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(disk):
    """Take all the room there is."""
    file = os.open(disk / "fill", os.O_WRONLY | os.O_CREAT)
    try:
        while True:
            os.write(file, bytes(4096))
    except OSError:
        return disk / "fill"
    finally:
        os.close(file)


def opened(disk):
    return open_store(disk / "event.sla", secret=RAW_KEY, anchors=disk.parent / "anchors")


def add(store, title):
    events.add_event(store, title=title, starts=STARTS, ends=ENDS)


def titles(store):
    return {event.title for event in events.list_events(store)}


def test_a_store_on_a_full_disk_shows_what_there_is_and_goes_on_once_there_is_room(disk):
    store = opened(disk)
    add(store, "Day one")
    store.close()
    filler = fill(disk)
    store = opened(disk)
    assert store.full
    assert titles(store) == {"Day one"}
    with store.read(), store.read():
        pass
    for work in (lambda: add(store, "Lost"), lambda: store.copy_to(disk / "copy"), store.clear_log):
        with pytest.raises(SlaError, match="nothing can be noted until there is room"):
            work()
    filler.unlink()
    add(store, "Day two")
    assert not store.full
    assert titles(store) == {"Day one", "Day two"}
    store.close()


def test_what_a_killed_program_left_in_the_log_is_shown_on_a_full_disk(disk):
    program = (
        "import os, sys; from pathlib import Path; from tests.storage.test_full_disk import *; "
        "add(opened(Path(sys.argv[1])), 'In the log'); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", program, str(disk)], check=False)
    assert (disk / "event.sla-wal").stat().st_size
    fill(disk)
    store = opened(disk)
    assert titles(store) == {"In the log"}
    store.close()


def test_a_new_store_cannot_be_made_on_a_full_disk(disk):
    fill(disk)
    with pytest.raises(SlaError, match="The disk is full"):
        opened(disk)


def test_the_terminal_says_that_nothing_can_be_written(disk, monkeypatch, capsys):
    monkeypatch.setenv("SLA_KEY", RAW_KEY)
    store = opened(disk)
    add(store, "Day one")
    store.close()
    fill(disk)
    assert run(["--store", str(disk / "event.sla"), "event", "list"]) == 0
    out, err = capsys.readouterr()
    assert "Day one" in out
    assert "nothing can be noted until there is room" in err
