"""What is left outside the encrypted file after a day, a fault and a crash tells of nobody."""

import os
import subprocess
import sys

import pytest

from sla_desktop.domain.errors import trace_of

NAME = "Wilhelmina Unmistakable"
DAY = """
import sys
from pathlib import Path
from sla_desktop.cli.main import run
home = Path(sys.argv[1])
store = ["--store", str(home / "data" / "day.sla")]
run([*store, "event", "add", "--title", "Day", "--start", "2026-11-24 09:00", "--end", "2026-11-24 16:00"])
run([*store, "import", str(home / "list.csv"), "--event", "Day"])
run([*store, "checkin", "Day", "Wilhelmina Unmistakable"])
run([*store, "backup", str(home / "copy.sla")])
NAME = "Wilhelmina Unmistakable"
def fail(*_args):
    from sqlalchemy import text
    from sla_desktop.cli.context import context
    with context.store().raw() as connection:
        connection.execute(text("INSERT INTO member (id, full_name) VALUES (:id, :name)"), {"id": "1", "name": NAME})
        connection.execute(text("INSERT INTO member (id, full_name) VALUES (:id, :name)"), {"id": "1", "name": NAME})
def crash(*_args):
    raise ValueError(f"{NAME} has no such place")
import sla_desktop.services.events as events
events.list_events = fail if sys.argv[2] == "statement" else crash
sys.exit(run([*store, "event", "list"]))
"""


@pytest.mark.parametrize("fault", ["statement", "bug"])
def test_no_file_outside_the_store_and_no_fault_tells_a_name(tmp_path, fault):
    list_of_people = tmp_path / "list.csv"
    list_of_people.write_text(f"Name,Email\n{NAME},w@x.org\n", encoding="utf-8")
    (tmp_path / "tmp").mkdir()
    environment = {**os.environ, "SLA_KEY": "5e" * 32, "TMPDIR": str(tmp_path / "tmp"), "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", DAY, str(tmp_path), fault], capture_output=True, env=environment)
    told = done.stderr.decode()
    assert done.returncode == 1
    assert "Error (its words are left out" in told
    assert "in run" in told
    assert "Unmistakable" not in told
    files = [one for one in tmp_path.rglob("*") if one.is_file() and one != list_of_people]
    assert any(one.name == "copy.sla" for one in files)
    assert not [one for one in files if b"Unmistakable" in one.read_bytes()]


def test_a_trace_names_places_and_kinds_of_the_whole_chain_and_no_words():
    def inner():
        raise KeyError(NAME)

    try:
        try:
            inner()
        except KeyError as error:
            raise ValueError(NAME) from error
    except ValueError as error:
        told = trace_of(error)
    assert "Unmistakable" not in told
    assert told.index("KeyError") < told.index("ValueError")
    assert "in inner" in told
