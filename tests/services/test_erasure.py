"""Erasing a person takes their text from every laptop, share, log and daily copy; counts stay right."""

from dataclasses import replace
from datetime import date

import pytest
import sqlcipher3

from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.members import Member, new_member
from sla_desktop.domain.notes import Note
from sla_desktop.services import (
    attendance,
    backups,
    badges,
    certificate_codes,
    certificate_papers,
    certificates,
    consents,
    documents,
    editing,
    erasure,
    exchange,
    feedback,
    forms,
    groups,
    merging,
    notes,
    pack,
    people,
    presence,
    registrations,
    search,
)
from sla_desktop.services.groups import Wish
from sla_desktop.storage import query
from tests.conftest import RAW_KEY
from tests.door import recent

TODAY = date(2026, 11, 24)
# A word that is in no other data, with letters that a text search of the file would find as they are.
MARK = "Wilhelmina"


@pytest.fixture
def share(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def everybody(store, event, register):
    lines = [f"P{n},Person{n},p{n}@x.org,Oxleas" for n in range(7)]
    return register(store, event.id, f"{MARK},Unmistakable,{MARK.lower()}@example.org,Oxleas", *lines)


@pytest.fixture
def her(store, event, everybody):
    found = next(one for one in everybody if MARK in one.name)
    for one in everybody:
        said = f"{MARK} said so" if one is found else ""
        attendance.check_in(store, event.id, one.id, desk="Desk 1", at=event.starts, override=said)
    consents.record(store, found.member.id, "photographs", given=True, source=f"{MARK}'s form")
    certificates.issue(store, event)
    return found


def contents(path):
    """Every page of an encrypted file and its log, as plain bytes."""
    plain = path.with_name(f"{path.name}.plain")
    with_key = sqlcipher3.connect(str(path))
    with_key.execute(f"PRAGMA key = \"x'{_key(path)}'\"")
    with_key.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
    with_key.execute("SELECT sqlcipher_export('plain')")
    with_key.close()
    told = plain.read_bytes()
    plain.unlink()
    return told.lower()


def _key(path):
    return RAW_KEY + path.read_bytes()[:16].hex()


def log_of(store):
    return store.path.with_name(f"{store.path.name}-wal")


def has_mark(store):
    return MARK.lower().encode() in contents(store.path)


def erase(store, who):
    return erasure.erase(store, who.member.id, today=TODAY)


def test_the_mark_would_be_found(store, her):
    assert has_mark(store)


def test_no_text_of_the_person_is_left_on_any_laptop_share_or_copy(store, event, her, share, open_laptop, tmp_path):
    other, old = open_laptop("other"), open_laptop("old")
    backups.back_up_today(store, TODAY)
    for laptop in (store, other, old):
        exchange.sync(laptop, str(share))
    backups.back_up_today(other, TODAY)
    assert log_of(store).stat().st_size > 0
    erase(store, her)
    assert log_of(store).stat().st_size == 0
    for laptop in (store, other):
        exchange.sync(laptop, str(share))
    # An old laptop comes later, with something new to say about the person.
    editing.save_member(old, replace(her.member, phone="1", known_as=MARK))
    for laptop in (old, store, other):
        exchange.sync(laptop, str(share))
    for laptop in (store, other, old):
        assert not has_mark(laptop)
        for copy in backups.automatic(laptop.path):
            assert MARK.lower().encode() not in contents(copy)
    assert len(backups.automatic(store.path)) == len(backups.automatic(other.path)) == 1
    fresh = open_laptop("fresh")
    exchange.sync(fresh, str(share))
    assert not has_mark(fresh)
    assert presence.counts(fresh, event.id) == presence.counts(store, event.id)
    assert MARK.lower().encode() not in (share / "analysis.sqlite").read_bytes().lower()


def test_counts_stay_and_every_list_and_paper_goes_on(store, event, everybody, her, tmp_path):
    before = presence.counts(store, event.id)
    groups.form_groups(store, event.id, Wish(rounds=2, size=4), seconds=0.1)
    erase(store, her)
    assert presence.counts(store, event.id) == replace(before, erased=1)
    assert len(people.attendees(store, event.id)) == len(people.listed(store, event.id)) == len(everybody) - 1
    assert len(presence.present(store, event.id)) == len(everybody) - 1
    assert "Somebody whose data was erased" in {one.name for one in recent(store, event.id)}
    assert search.Index(people.attendees(store, event.id)).find(MARK) == []
    seats = [seat for tables in groups.current_plan(store, event.id).rounds for table in tables for seat in table]
    assert len(seats) == 2 * (len(everybody) - 1)
    for draw in (
        certificate_papers.print_certificates,
        badges.print_badges,
        documents.print_signin,
        documents.print_tables,
    ):
        assert draw(store, event.id, tmp_path / "paper.pdf") > 0
    assert pack.build_pack(store, event).headline[0].value == str(len(everybody))
    assert documents.write_register(store, event.id, tmp_path / "register.csv") == len(everybody) - 1
    assert feedback.report(store, event.id).answered == 0
    groups.form_groups(store, event.id, Wish(rounds=1, size=4), seconds=0.1)


def test_a_badge_of_the_person_is_on_no_list_and_nothing_more_can_be_noted(store, event, her):
    erase(store, her)
    with pytest.raises(SlaError, match="not on this event's list"):
        attendance.check_in(store, event.id, her.id, desk="Desk 1")
    with pytest.raises(SlaError, match="erased at their wish"):
        editing.save_member(store, her.member)
    with pytest.raises(SlaError, match="perhaps they were erased"):
        erasure.plan(store, her.member.id)


def test_a_printed_certificate_stays_genuine(store, event, her):
    (issued,) = [row for row in certificates.issue(store, event) if row[0].person.id == her.id]
    text = certificate_codes.proof_text(store, event, issued[1])
    erase(store, her)
    proof = certificates.verify(store, text)
    assert proof.genuine
    assert "not in this laptop's record" in proof.words


def test_the_words_say_what_goes_what_stays_and_what_is_for_people_to_do(store, event, her):
    notes.add_note(store, event.id, kind="action", text=f"Ask {MARK} Unmistakable about it")
    notes.add_note(store, event.id, kind="idea", text="Something else")
    store.path.with_name(f"{store.path.name}.replaced-2026-01-01-000000").write_bytes(b"")
    words = erasure.plan(store, her.member.id).words
    assert "1 certificate in the record; a printed one stays genuine" in words
    assert "1 place at events and 1 record of the door, without a name" in words
    assert "1 note of tables may name the person" in words
    assert ".replaced-2026-01-01-000000 was kept" in words


def test_only_a_lead_may_erase(store, event, her, share, open_laptop):
    exchange.sync(store, str(share))
    desk = open_laptop("desk")
    exchange.sync(desk, str(share))
    with pytest.raises(SlaError, match="Only a laptop that leads"):
        erase(desk, her)
    with desk.read() as connection:
        assert query.get(connection, Member, her.member.id) is not None


def test_another_person_is_not_touched(store, event, everybody, her):
    erase(store, her)
    left = {one.name for one in people.attendees(store, event.id)}
    assert left == {one.name for one in everybody} - {her.name}
    with store.read() as connection:
        assert query.count(connection, AttendanceFact) == len(everybody)
        assert query.count(connection, Note) == 0


def test_a_list_that_may_bring_an_erased_person_back_says_so(store, event, everybody, her, tmp_path):
    (listed,) = tmp_path.glob("*.csv")
    assert registrations.plan_import(store, event.id, listed).read.notes == ()
    erase(store, her)
    (note,) = registrations.plan_import(store, event.id, listed).read.notes
    assert "1 person of this event was erased" in note


def test_the_reason_of_an_erasure_does_not_name_the_person(store, her):
    for reason in (f"{MARK} asked", f"wrote from {MARK.upper()}@EXAMPLE.ORG"):
        with pytest.raises(SlaError, match="Leave the person's name out"):
            erasure.erase(store, her.member.id, reason=reason, today=TODAY)


def test_a_double_that_who_erased_did_not_know_of_is_told_at_each_sync(store, her, open_laptop, share):
    other = open_laptop("other")
    for one in (store, other):
        exchange.sync(one, str(share))
    twin = new_member("Anne Lee-Jones")
    with other.change() as tx:
        tx.put(twin)
    merging.merge(other, twin, her.member, desk="Desk 2")
    erasure.erase(store, her.member.id, today=TODAY)
    for one in (store, other):
        exchange.sync(one, str(share))
    assert "Anne Lee-Jones counts as one with somebody who was erased." in exchange.sync(store, str(share)).words
    erasure.erase(store, twin.id, today=TODAY)
    assert "counts as one" not in exchange.sync(store, str(share)).words


def test_what_named_the_person_stays_unshown_on_every_laptop(store, event, her, share, open_laptop):
    """Also under a name they had before, where one was merged with them, and on laptops that never knew the name."""
    said = ("Wilhelmina was rude", "I learnt from Unmistakable", "Née Quaresma", "wilhelminaunmistakable said so")
    old = open_laptop("old")
    editing.save_member(store, replace(her.member, full_name=f"{MARK} Quaresma"))
    editing.save_member(store, replace(her.member, full_name=her.name))
    exchange.sync(store, str(share))
    exchange.sync(old, str(share))
    key = next(one.key for one in forms.questionnaire(store, event.id).asked if one.kind == "text")
    given = [{key: text} for text in (*said, "good day", "nice lunch")]
    feedback.answer_all(old, event.id, given, channel="kiosk")
    assert shown(old, event) == {"good day", "nice lunch"}
    erase(store, her)
    exchange.sync(store, str(share))
    for laptop in (old, store, open_laptop("new")):
        exchange.sync(laptop, str(share))
        exchange.sync(old, str(share))
        exchange.sync(laptop, str(share))
        assert shown(laptop, event) == {"good day", "nice lunch"}


def shown(laptop, event):
    return {text for texts in feedback.report(laptop, event.id).texts.values() for text in texts}
