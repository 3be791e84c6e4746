"""Who saw and changed what is told without values, and a rewritten record is found out."""

from dataclasses import replace

import pytest

from sla_desktop.domain import access as looks
from sla_desktop.services import access, attendance, audit, documents, editing, exchange, proof


@pytest.fixture
def ann(store, event, register):
    (found,) = register(store, event.id, "Ann,Lee,ann@secret.org,Oxleas")
    return found


def words(store, **about):
    return [line.words for line in audit.lines(store, **about)]


def test_a_change_is_told_by_its_fields_and_never_by_its_values(store, event, ann):
    editing.save_member(store, replace(ann.member, email="new@secret.org", phone="020"))
    told = audit.lines(store, person=ann.member.id)
    assert told[-1].words == "changed e-mail address, phone number of Ann Lee"
    assert told[-1].laptop == store.desk
    assert "added Ann Lee" in [line.words for line in told]
    assert not [line for line in told if "secret" in line.words or "020" in line.words]


def test_a_look_and_an_export_are_told(store, event, ann, tmp_path):
    access.note_access(store, looks.OPENED, ann.member.id, event.id)
    documents.write_register(store, event.id, tmp_path / "register.csv")
    told = words(store, event=event.id)
    assert told[-2:] == ["opened the details of Ann Lee", "exported the register of Community day"]
    assert words(store, person=ann.member.id)[-1] == "opened the details of Ann Lee"


def test_an_entry_at_the_door_says_what_it_was(store, event, ann):
    attendance.check_in(store, event.id, ann.id, desk="Desk 1")
    attendance.check_out(store, event.id, ann.id, desk="Desk 1")
    attendance.undo_last(store, event.id, ann.id, desk="Desk 1")
    told = [line.partition(", ")[2] for line in words(store, person=ann.member.id) if "entry at the door" in line]
    assert told == ["an arrival", "a departure", "which takes an earlier one back"]


def test_only_what_was_asked_for_is_told(store, event, ann):
    last = audit.lines(store)[-1].at
    editing.save_member(store, replace(ann.member, phone="020"))
    assert all(line.at >= last for line in audit.lines(store, since=last))
    assert "changed phone number of Ann Lee" not in words(store, event=event.id)
    assert len(words(store, since=last)) < len(words(store))


def test_a_record_that_nobody_touched_is_proven(store, event, ann, tmp_path):
    assert proof.verify(store).words.startswith("All ")
    (tmp_path / "share").mkdir()
    exchange.sync(store, str(tmp_path / "share"))
    proven = proof.verify(store)
    assert not proven.fault
    assert proven.records > 3


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE change SET payload = replace(payload, 'Ann', 'Eve') WHERE payload LIKE '%Ann Lee%'",
        "UPDATE change SET wall_ms = wall_ms - 1 WHERE entity = 'member'",
        "UPDATE change SET payload = NULL, salt = NULL WHERE entity = 'member'",
        "DELETE FROM change WHERE seq = (SELECT max(seq) FROM change c WHERE c.sid = change.sid)",
        "UPDATE seal SET signature = zeroblob(64)",
    ],
)
def test_a_record_that_was_rewritten_is_found_out(store, event, ann, forgery):
    proof.verify(store)
    with store.raw() as connection:
        assert connection.exec_driver_sql(forgery).rowcount > 0
    told = proof.verify(store)
    assert "is not as it was signed" in told.fault
    assert told.fault.startswith("Record ")


def test_what_was_erased_by_order_is_no_break(store, event, ann):
    from datetime import date

    from sla_desktop.services import erasure

    access.note_access(store, looks.OPENED, ann.member.id, event.id)
    erasure.erase(store, ann.member.id, today=date(2026, 11, 24))
    assert not proof.verify(store).fault
    told = words(store)
    assert "looked at data that was erased since" in told
    assert told[-1] == "added an order to erase a person’s data"
