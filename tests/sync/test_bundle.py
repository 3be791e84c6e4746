"""A bundle brings everything in one closed file, and anything that is wrong with it is told in a sentence."""

import hashlib
import json
import os
import shutil
import struct
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import new_id
from sla_desktop.domain.members import Member, new_member
from sla_desktop.domain.team import Device, device_id
from sla_desktop.services import attendance, bundles, events, exchange
from sla_desktop.services.people import attendees
from sla_desktop.storage import log, meta, query
from sla_desktop.storage.entities import CONTROL, DIRECTORY
from sla_desktop.sync import age, bundle, packing, peers
from sla_desktop.sync.team import introduce

PASSPHRASE = "correct horse battery staple"


@pytest.fixture(autouse=True)
def _no_passphrase_of_the_tester(monkeypatch):
    monkeypatch.delenv("SLA_SHARE_KEY", raising=False)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "stick.slab"


@pytest.fixture
def team(open_laptop, store, event, register):
    """An office with people and a desk that know each other, as after pairing."""
    register(store, event.id, "Siân,Ní Bhriain,s@x.org,Oxleas", "Ann,Lee,a@x.org,King's")
    desk = open_laptop("desk")
    desk.name_desk("Desk 2")
    know_each_other(store, desk)
    return store, desk


def test_only_what_is_new_here_is_counted_as_taken_in(team, path, tmp_path):
    office, desk = team
    share = tmp_path / "share"
    share.mkdir()
    for laptop in (office, desk, office):
        exchange.sync(laptop, str(share))
    bundles.write_bundle(office, path)
    assert "Nothing new was in" in bundles.read_bundle(desk, path).words
    with office.change() as tx:
        tx.put(new_member("Later"))
    bundles.write_bundle(office, path)
    read = bundles.read_bundle(desk, path)
    assert (read.received, read.words.partition(" the bundle")[0]) == (1, "1 record taken in from")


def know_each_other(*laptops):
    for one in laptops:
        for other in laptops:
            if one is not other:
                with other.read() as connection:
                    exchange_key = meta.known(connection, "exchange_key")
                    name = meta.get(connection, "desk") or "Desk 1"
                key = other.public_key
                with one.raw() as connection:
                    peers.pair(connection, Device(device_id(key), name, key.hex(), exchange_key))


def everything(store):
    with store.read() as connection:
        return {name: (head.seq, head.hash) for name, head in log.heads(connection).items()}


def private_key(store):
    with store.read() as connection:
        return bytes.fromhex(meta.known(connection, "exchange_private"))


def public_key(store):
    with store.read() as connection:
        return bytes.fromhex(meta.known(connection, "exchange_key"))


def test_the_team_reads_what_one_laptop_wrote_without_any_passphrase(team, event, path):
    office, desk = team
    told = bundles.write_bundle(office, path)
    assert told.passphrase == ""
    assert "Desk 2 can open it" in told.opens
    assert bundles.read_bundle(desk, path).received == told.records
    assert attendees(desk, event.id) == attendees(office, event.id)


def test_reading_again_changes_nothing_and_says_so(team, path):
    office, desk = team
    bundles.write_bundle(office, path)
    bundles.read_bundle(desk, path)
    before = everything(desk)
    again = bundles.read_bundle(desk, path)
    assert again.received == 0
    assert "Nothing new" in again.words
    assert everything(desk) == before


def test_bundles_may_be_read_in_any_order(team, event, tmp_path):
    office, desk = team
    first, second = tmp_path / "1.slab", tmp_path / "2.slab"
    bundles.write_bundle(office, first)
    attendance.check_in(office, event.id, attendees(office, event.id)[0].id, desk="Desk 1")
    bundles.write_bundle(office, second)
    bundles.read_bundle(desk, second)
    assert bundles.read_bundle(desk, first).received == 0
    assert attendees(desk, event.id) == attendees(office, event.id)


def test_two_desks_that_swap_bundles_end_alike(team, event, tmp_path):
    office, desk = team
    bundles.write_bundle(office, tmp_path / "out.slab")
    bundles.read_bundle(desk, tmp_path / "out.slab")
    attendance.check_in(desk, event.id, attendees(desk, event.id)[0].id, desk="Desk 2")
    attendance.check_in(office, event.id, attendees(office, event.id)[1].id, desk="Desk 1")
    bundles.write_bundle(desk, tmp_path / "back.slab")
    bundles.read_bundle(office, tmp_path / "back.slab")
    bundles.write_bundle(office, tmp_path / "out.slab")
    bundles.read_bundle(desk, tmp_path / "out.slab")
    assert attendees(desk, event.id) == attendees(office, event.id)
    assert everything(desk) == everything(office)


def test_a_bundle_address_reads_the_file_and_writes_it_anew(team, event, path):
    office, desk = team
    url = f"bundle://{path}"
    exchange.sync(office, url)
    attendance.check_in(office, event.id, attendees(office, event.id)[0].id, desk="Desk 1")
    assert exchange.sync(desk, url).received > 0
    exchange.sync(office, url)
    exchange.sync(desk, url)
    assert everything(desk) == everything(office)
    written = path.read_bytes()
    exchange.sync(desk, url)
    assert path.read_bytes() == written


def test_where_no_other_laptop_is_known_a_passphrase_is_made_up_and_told_once(open_laptop, store, event, path):
    told = bundles.write_bundle(store, path)
    assert told.passphrase
    assert told.passphrase in told.words
    fresh = open_laptop("fresh")
    with pytest.raises(SlaError, match="Give it with --passphrase"):
        bundles.read_bundle(fresh, path)
    assert bundles.read_bundle(fresh, path, passphrase=told.passphrase).received == told.records


def test_a_wrong_passphrase_is_told(open_laptop, store, event, path):
    bundles.write_bundle(store, path, passphrase=PASSPHRASE)
    fresh = open_laptop("fresh")
    before = everything(fresh)
    with pytest.raises(SlaError, match="the passphrase does not fit"):
        bundles.read_bundle(fresh, path, passphrase="battery")
    assert everything(fresh) == before


def test_the_team_passphrase_opens_what_it_closed(monkeypatch, open_laptop, store, event, path):
    monkeypatch.setenv("SLA_SHARE_KEY", PASSPHRASE)
    assert bundles.write_bundle(store, path).passphrase == ""
    assert bundles.read_bundle(open_laptop("fresh"), path).received > 0


def test_a_bundle_for_others_cannot_be_opened(team, open_laptop, path):
    bundles.write_bundle(team[0], path)
    stranger = open_laptop("stranger")
    with pytest.raises(SlaError, match="was not written for this laptop"):
        bundles.read_bundle(stranger, path)


def test_a_stranger_who_knows_a_laptops_key_is_not_believed(team, open_laptop, path):
    stranger = open_laptop("stranger")
    stranger.name_desk("Mallory")
    bundle.write(stranger, path, lambda plain: age.close_to(plain, [public_key(team[1])]))
    before = everything(team[1])
    with pytest.raises(SlaError, match="“Mallory”, a laptop that is not of this team"):
        bundles.read_bundle(team[1], path)
    assert everything(team[1]) == before


def test_a_revoked_laptop_gets_no_bundle_and_its_own_are_named(team, event, path):
    office, desk = team
    introduce(office)
    bundles.write_bundle(office, path)
    bundles.read_bundle(desk, path)
    attendance.check_in(desk, event.id, attendees(desk, event.id)[0].id, desk="Desk 2")
    bundles.write_bundle(desk, path)
    with office.change() as tx:
        key = device_id(desk.public_key)
        tx.put(Device(key, "Desk 2", desk.public_key.hex(), public_key(desk).hex(), revoked_at=datetime.now(UTC)))
    told = bundles.read_bundle(office, path)
    assert "Desk 2 was taken off" in told.words
    assert not any(person.last for person in attendees(office, event.id))
    own = bundles.write_bundle(office, path)
    assert own.passphrase, "nobody else may open it"


def test_one_events_bundle_holds_no_other_event(team, event, path):
    office, desk = team
    events.add_event(office, title="Board away day", starts=event.starts, ends=event.ends)
    bundles.write_bundle(office, path, event_id=event.id)
    bundles.read_bundle(desk, path)
    assert [found.title for found in events.list_events(desk)] == [event.title]
    assert attendees(desk, event.id) == attendees(office, event.id)


def test_any_age_program_opens_a_bundle_for_rescue(store, event, path):
    bundles.write_bundle(store, path, passphrase=PASSPHRASE)
    assert age.open_with(path.read_bytes(), PASSPHRASE).startswith(bundle.MAGIC)
    program = shutil.which("age")
    if program:
        keys = path.with_name("key.txt")
        keys.write_text(age._bech32("age-secret-key-", private_key(store)).upper() + "\n")
        bundle.write(store, path, lambda plain: age.close_to(plain, [public_key(store)]))
        opened = subprocess.run([program, "-d", "-i", keys, path], check=True, capture_output=True).stdout
        assert opened.startswith(bundle.MAGIC)


@pytest.fixture
def closed(team, path):
    """A bundle for the desk, and what the desk has before it reads it."""
    bundles.write_bundle(team[0], path)
    return path.read_bytes()


def refused(team, path, data):
    path.write_bytes(data)
    before = everything(team[1])
    with pytest.raises(SlaError) as told:
        bundles.read_bundle(team[1], path)
    assert everything(team[1]) == before
    assert str(path) in str(told.value)


def test_a_bundle_cut_off_anywhere_is_refused(team, path, closed):
    for size in {*range(0, len(closed), max(1, len(closed) // 150)), *range(64), len(closed) - 1}:
        refused(team, path, closed[:size])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(data=st.data())
def test_one_flipped_bit_anywhere_is_refused(team, path, closed, data):
    place, bit = data.draw(st.integers(0, len(closed) - 1)), data.draw(st.integers(0, 7))
    refused(team, path, closed[:place] + bytes([closed[place] ^ 1 << bit]) + closed[place + 1 :])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(rubbish=st.binary(max_size=400), start=st.sampled_from([b"", age.MAGIC, age.MAGIC + b"-> scrypt "]))
def test_rubbish_is_refused(team, path, rubbish, start):
    refused(team, path, start + rubbish)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(data=st.data())
def test_an_insider_who_changes_the_inside_is_refused(team, path, closed, data):
    desk = team[1]
    plain = age.open_by(closed, private_key(desk))
    place, new = data.draw(st.integers(0, len(plain) - 1)), data.draw(st.binary(max_size=40))
    changed = plain[:place] + new + plain[place + data.draw(st.integers(0, 40)) :]
    if changed != plain:
        refused(team, path, age.close_to(changed, [public_key(desk)]))


def reassembled(office, desk, plain, change):
    """The bundle with its header and parts changed by somebody of the team, and signed anew."""
    size = struct.unpack_from(">I", plain, len(bundle.MAGIC))[0]
    start = len(bundle.MAGIC) + 4
    told, body = json.loads(plain[start : start + size]), plain[start + size + 64 :]
    told, body = change(told, body)
    told["body"] = hashlib.sha256(body).hexdigest()
    header = json.dumps(told).encode()
    signature = office.private_key.sign(bundle.MAGIC + header)
    made = bundle.MAGIC + struct.pack(">I", len(header)) + header + signature + body
    return age.close_to(made, [public_key(desk)])


def test_a_part_that_was_left_out_by_its_signer_is_missed(team, path, closed):
    office, desk = team
    plain = age.open_by(closed, private_key(desk))

    def last_part_gone(told, body):
        sizes, place = [], 0
        while place < len(body):
            sizes.append(4 + struct.unpack_from(">I", body, place)[0])
            place += sizes[-1]
        return told, body[: -sizes[-1]]

    refused(team, path, reassembled(office, desk, plain, last_part_gone))


def test_records_moved_to_another_event_are_refused_and_the_rest_goes_on(team, path, closed):
    office, desk = team
    other = new_id()
    with office.read() as connection:
        parts = list(bundle._parts(office, log.heads(connection)))
    moved = []
    for part in parts:
        batch = packing.unpack(part.packed)
        if batch.stream.scope not in (CONTROL, DIRECTORY):
            batch = replace(batch, stream=replace(batch.stream, scope=other))
            before = replace(part.before, stream=batch.stream)
            part = bundle.Part(before, batch.head, packing.pack(batch))
        moved.append(part)
    about = bundle.About(office.public_key.hex(), "Desk 1", datetime.now(UTC), 1)
    path.write_bytes(age.close_to(bundle._bundled(office, about, moved), [public_key(desk)]))
    told = bundles.read_bundle(desk, path)
    assert not told.complete
    assert not any(name[1] == other for name in everything(desk))
    with desk.read() as connection:
        assert query.count(connection, Member) == 2


def test_the_stick_that_is_full_is_told(team, tmp_path):
    with pytest.raises(SlaError, match="cannot be written"):
        bundles.write_bundle(team[0], tmp_path / "nowhere" / "x.slab")


def test_a_folder_a_pipe_or_a_device_is_no_bundle(store, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path, tmp_path / "pipe", Path(os.devnull)):
        for work in (bundles.read_bundle, bundles.write_bundle):
            with pytest.raises(SlaError, match="not a file"):
                work(store, place)
    assert Path(os.devnull).is_char_device()


def test_who_can_open_a_bundle_is_told_in_a_whole_sentence(store, path):
    assert bundles.write_bundle(store, path).opens == "Only this passphrase opens it."


def test_a_bundle_takes_the_place_of_a_bundle_only(team, tmp_path):
    office = team[0]
    before = office.path.read_bytes()
    notes = tmp_path / "notes.txt"
    notes.write_text("Do not lose this.")
    for path in (office.path, notes):
        with pytest.raises(SlaError, match="no bundle, so it was left as it is"):
            bundles.write_bundle(office, path)
    assert (office.path.read_bytes()[:100], notes.read_text()) == (before[:100], "Do not lose this.")


def test_a_passphrase_that_is_guessed_at_once_closes_nothing(store, event, path):
    with pytest.raises(SlaError, match="too short: use 12 letters"):
        bundles.write_bundle(store, path, passphrase="a")
    assert not path.exists()
