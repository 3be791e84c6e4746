"""The file on disk: encrypted, durable, upgraded with care; the world's faults in one sentence each."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.members import Member, new_member
from sla_desktop.storage import migrations, projection, query, schema
from sla_desktop.storage.store import open_store
from tests.conftest import ENDS, RAW_KEY, STARTS


def test_nothing_of_a_name_can_be_read_in_the_file(store):
    with store.change() as tx:
        tx.put(new_member("Wilhelmina Unmistakable"))
    for path in store.path.parent.glob("laptop.sla*"):
        assert b"Unmistakable" not in path.read_bytes()
    with closing(sqlite3.connect(store.path)) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM member")


def test_every_connection_waits_for_the_disk(store):
    with store.read() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar_one() == 1


@pytest.mark.parametrize("secret", [RAW_KEY, "correct horse battery"])
def test_the_right_key_opens_and_a_wrong_one_says_so(tmp_path, secret):
    path = tmp_path / "day.sla"
    open_store(path, secret=secret).close()
    open_store(path, secret=secret).close()
    with pytest.raises(SlaError, match="key does not fit"):
        open_store(path, secret="wrong")


def test_the_passphrase_opens_the_file_in_any_sqlcipher_tool(tmp_path):
    import sqlcipher3

    path = tmp_path / "day.sla"
    open_store(path, secret="open sesame").close()
    plain = sqlcipher3.connect(str(path))
    plain.execute("PRAGMA key = 'open sesame'")
    assert plain.execute("SELECT count(*) FROM member").fetchone() == (0,)
    plain.close()


def test_without_a_key_ring_or_a_passphrase_there_is_one_clear_sentence(tmp_path):
    with pytest.raises(SlaError, match="no key for"):
        open_store(tmp_path / "day.sla")


def test_a_passphrase_is_asked_for_where_there_is_no_key_ring(tmp_path):
    asked = []
    path = tmp_path / "day.sla"
    open_store(path, ask=lambda question: asked.append(question) or "sesame").close()
    open_store(path, ask=lambda question: asked.append(question) or "sesame").close()
    assert "Choose a passphrase" in asked[0]
    assert asked[1].startswith("Passphrase for")


def test_the_key_ring_remembers_the_key_of_a_file_even_when_the_file_moves(tmp_path, monkeypatch):
    kept = {}
    monkeypatch.setattr("keyring.set_password", lambda service, user, key: kept.update({(service, user): key}))
    monkeypatch.setattr("keyring.get_password", lambda service, user: kept.get((service, user)))
    open_store(tmp_path / "day.sla").close()
    (tmp_path / "elsewhere").mkdir()
    shutil.move(tmp_path / "day.sla", tmp_path / "elsewhere" / "moved.sla")
    open_store(tmp_path / "elsewhere" / "moved.sla").close()
    assert len(kept) == 1


def test_a_folder_or_a_text_file_is_no_data_file(tmp_path):
    with pytest.raises(SlaError, match="is a folder"):
        open_store(tmp_path, secret=RAW_KEY)
    text = tmp_path / "notes.txt"
    text.write_text("Not a database at all, only a shopping list that goes on for a while.\n" * 99)
    before = text.read_bytes()
    with pytest.raises(SlaError, match="key does not fit"):
        open_store(text, secret=RAW_KEY)
    assert text.read_bytes() == before


def test_a_file_of_a_newer_program_is_refused_and_left_alone(store):
    with store.raw() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION + 1}")
    store.close()
    with pytest.raises(SlaError, match="newer SLA Desktop"):
        open_store(store.path, secret=RAW_KEY)


def test_an_older_file_is_upgraded_after_a_backup(store, monkeypatch):
    ann = new_member("Ann")
    with store.change() as tx:
        tx.put(ann)
    store.close()
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, projection.reproject))
    upgraded = open_store(store.path, secret=RAW_KEY)
    with upgraded.read() as connection:
        assert query.get(connection, Member, ann.id) == ann
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == schema.VERSION
    upgraded.close()
    monkeypatch.undo()
    backup = store.path.with_name(f"{store.path.name}.before-format-{schema.VERSION + 1}")
    kept = open_store(backup, secret=RAW_KEY)
    with kept.read() as connection:
        assert query.get(connection, Member, ann.id) == ann
    kept.close()


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(store, monkeypatch):
    def fail(connection):
        connection.exec_driver_sql("DELETE FROM member")
        raise RuntimeError

    ann = new_member("Ann")
    with store.change() as tx:
        tx.put(ann)
    store.close()
    with monkeypatch.context() as patch:
        patch.setattr(schema, "VERSION", schema.VERSION + 1)
        patch.setattr(migrations, "STEPS", (*migrations.STEPS, fail))
        with pytest.raises(RuntimeError):
            open_store(store.path, secret=RAW_KEY)
    again = open_store(store.path, secret=RAW_KEY)
    with again.read() as connection:
        assert query.get(connection, Member, ann.id) == ann
    again.close()


def test_a_full_disk_is_told_and_what_was_saved_stays(store):
    first = new_member("Saved before")
    with store.change() as tx:
        tx.put(first)
    with store.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    def fill():
        with store.change() as tx:
            tx.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
            tx.put(*(new_member(f"Person {number} {'x' * 400}") for number in range(200)))

    with pytest.raises(SlaError, match="disk is full"):
        fill()
    store.close()
    again = open_store(store.path, secret=RAW_KEY)
    with again.read() as connection:
        assert [one.full_name for one in query.find(connection, Member)] == ["Saved before"]
    with again.change() as tx:
        tx.put(new_member("Saved after"))
    again.close()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_that_cannot_be_written_is_told(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(SlaError, match="cannot be"):
        open_store(tmp_path / "inner" / "day.sla", secret=RAW_KEY)


KILLED = """
import sys
from contextlib import closing
from pathlib import Path
from sla_desktop.domain.members import new_member
from sla_desktop.storage.store import open_store
store = open_store(Path(sys.argv[1]), secret=sys.argv[2])
for number in range(10_000):
    member = new_member(f"Person {number}")
    with store.change() as tx:
        tx.put(member)
    print(member.id, flush=True)
"""


def test_whatever_was_acknowledged_survives_a_kill(tmp_path: Path):
    path = tmp_path / "day.sla"
    acknowledged = []
    for stop_after in (1, 7, 23):
        command = [sys.executable, "-c", KILLED, str(path), RAW_KEY]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        for _ in range(stop_after):
            acknowledged.append(writer.stdout.readline().strip())
        writer.kill()
        acknowledged.extend(line.strip() for line in writer.stdout if len(line) == 37)
        writer.wait()
        writer.stdout.close()
    store = open_store(path, secret=RAW_KEY)
    with store.read() as connection:
        kept = {str(one.id) for one in query.find(connection, Member)}
    store.close()
    assert set(acknowledged) <= kept


@pytest.mark.parametrize("version", [2, 3])
def test_a_file_of_an_older_format_gains_the_fields_of_the_door_and_keeps_everybody(store, version):
    from sla_desktop.services import attendance, events, places
    from sla_desktop.services.people import attendees

    event = events.add_event(store, title="Day", starts=STARTS, ends=ENDS)
    made = places.add_place(store, event.id, places.NewPlace("Ann Lee"))
    attendance.check_in(store, event.id, made.id, desk="A")
    with store.raw() as connection:
        for table, columns in {
            "registration": ("valid_from", "valid_until", "attention", "add_ons"),
            "attendance": ("overruled", "answers", "device_id", "typed_time"),
            "print_record": ("registration_id",),
        }.items():
            for column in columns:
                connection.exec_driver_sql(f'ALTER TABLE "{table}" DROP COLUMN "{column}"')
        for table in ("door", "refusal", "merge", "clock_reading"):
            connection.exec_driver_sql(f'DROP TABLE "{table}"')
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
    store.close()
    again = open_store(store.path, secret=RAW_KEY)
    (ann,) = attendees(again, event.id)
    assert (ann.name, ann.inside) == ("Ann Lee", True)
    assert attendance.check_in(again, event.id, ann.id, desk="A").code == "already-in"
    again.close()


def test_a_file_of_format_7_gains_what_is_asked_of_groups_and_keeps_the_event(store):
    from sla_desktop.services import events, group_wishes

    event = events.add_event(store, title="Day", starts=STARTS, ends=ENDS)
    with store.raw() as connection:
        for table in ("group_wish", "group_bond", "group_lock"):
            connection.exec_driver_sql(f'DROP TABLE "{table}"')
        connection.exec_driver_sql("PRAGMA user_version = 7")
    store.close()
    again = open_store(store.path, secret=RAW_KEY)
    assert group_wishes.known_wish(again, event.id) is None
    group_wishes.keep_wish(again, event.id, group_wishes.FIRST_WISH)
    assert group_wishes.known_wish(again, event.id).rounds == 3
    again.close()
