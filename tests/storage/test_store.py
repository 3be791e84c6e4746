"""Every write records its changes in the same commit, and the tables are what the log says."""

import os
import stat
from dataclasses import replace

import pytest
from sqlalchemy import select

from sla_desktop.domain.members import Member, Organisation, new_member, organisation_id
from sla_desktop.storage import log, projection, query, schema
from sla_desktop.storage.entities import DIRECTORY
from sla_desktop.storage.store import open_store


def rows_of_log(store):
    with store.read() as connection:
        return connection.execute(select(schema.change).order_by(schema.change.c.seq)).all()


def saved(store, *values):
    with store.change() as tx:
        tx.put(*values)
    return values


def test_what_was_put_is_read_back_exactly(store):
    ann = replace(new_member("Siân Ní Bhriain", email="s@n"), access_needs="Hearing loop")
    saved(store, ann)
    with store.read() as connection:
        assert query.get(connection, Member, ann.id) == ann


def test_a_create_records_only_fields_with_a_value(store):
    saved(store, new_member("Björk"))
    (row,) = rows_of_log(store)
    assert (row.kind, row.entity) == ("C", "member")
    assert row.payload == '{"p":{},"s":{"full_name":"Björk"}}'


def test_an_edit_records_the_changed_field_and_what_it_replaces(store):
    (ann,) = saved(store, new_member("Ann", email="a@b"))
    saved(store, replace(ann, full_name="Anne"))
    first, _, second = rows_of_log(store)
    assert second.kind == "U"
    assert second.payload == f'{{"p":{{"full_name":["{first.cid.hex}"]}},"s":{{"full_name":"Anne"}}}}'


def test_putting_the_same_again_records_nothing(store):
    (ann,) = saved(store, new_member("Ann"))
    saved(store, ann)
    assert len(rows_of_log(store)) == 1


def test_emptying_a_field_is_recorded_too(store):
    (ann,) = saved(store, new_member("Ann", email="a@b"))
    saved(store, replace(ann, email=""))
    with store.read() as connection:
        assert query.get(connection, Member, ann.id).email == ""
        projected = query.find(connection, Member)
    with store.raw() as connection:
        projection.reproject(connection)
        assert query.find(connection, Member) == projected


def test_nothing_of_a_broken_transaction_is_kept(store):
    def break_off():
        with store.change() as tx:
            tx.put(new_member("Ann"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert rows_of_log(store) == []


def test_listeners_hear_what_was_touched_after_the_commit(store):
    heard = []
    store.listen(lambda changes: heard.append((changes.entities, changes.records, len(rows_of_log(store)))))
    name = "Oxleas"
    saved(store, new_member("Ann"), Organisation(organisation_id(name), name))
    assert heard == [(frozenset({"member", "organisation"}), 2, 2)]


def test_the_log_is_a_chain_that_verifies_from_its_genesis(store):
    for number in range(5):
        saved(store, new_member(f"Person {number}"))
    with store.read() as connection:
        (head,) = log.heads(connection).values()
        sid, _ = log.find(connection, head.name)
        rows = log.read(connection, sid, 0, 100)
    assert head.stream.scope == DIRECTORY
    assert head.stream.genesis == log.genesis_of(*head.name, store.public_key)
    assert log.verify(rows, 0, head.stream.genesis) == head.hash
    assert [row.seq for row in rows] == [1, 2, 3, 4, 5]


def test_rebuilding_the_tables_from_the_log_changes_nothing(store):
    people = saved(store, *(new_member(f"Person {number}") for number in range(20)))
    saved(store, *(replace(one, email=f"{place}@x") for place, one in enumerate(people[:7])))
    with store.read() as connection:
        before = query.find(connection, Member)
    with store.raw() as connection:
        projection.reproject(connection)
        assert query.find(connection, Member) == before


def test_clocks_that_go_back_do_not_turn_the_order_round(store, monkeypatch):
    saved(store, new_member("First"))
    monkeypatch.setattr("sla_desktop.storage.transaction.time.time_ns", lambda: 1_000_000)
    saved(store, new_member("Second"))
    first, second = sorted(rows_of_log(store), key=lambda row: row.seq)
    assert second.hlc > first.hlc


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_the_data_file_and_what_lies_beside_it_are_its_owners_alone(tmp_path):
    path = tmp_path / "made" / "data.sla"
    store = open_store(path, secret="5e" * 32, anchors=tmp_path)
    rights = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    store.close()
    assert set(rights.values()) == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    path.chmod(0o644)
    open_store(path, secret="5e" * 32, anchors=tmp_path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_that_make_the_data_file_at_once_have_one_file(tmp_path):
    first, late = tmp_path / "one.sla", tmp_path / "late.sla"
    made = open_store(first, secret="a long passphrase")

    def told(_question):
        late.write_bytes(first.read_bytes())
        return "a long passphrase"

    made.close()
    second = open_store(late, ask=told)
    assert second.path == late
    second.close()
