"""Desks on one network find each other's records at once, and nobody else gets a word out of them."""

import asyncio
import contextlib
import random
import select
import socket
import struct
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.team import Device, device_id
from sla_desktop.services import attendance, desks, exchange
from sla_desktop.services.people import attendees
from sla_desktop.storage import log, query
from sla_desktop.sync import desk_hello, desk_keys, desk_wire, peers
from sla_desktop.sync.carrier import BadStream
from sla_desktop.sync.desk_pairing import Invitation, Meeting
from sla_desktop.sync.desk_wire import BadFrame, Kind


@pytest.fixture
def open_door():
    doors = []

    def open_it(store, **options):
        door = desks.open_door(store, host="127.0.0.1", port=0, announce=False, **options)
        doors.append(door)
        return door

    yield open_it
    for door in doors:
        door.close()


@pytest.fixture
def office(store, event, register):
    register(store, event.id, *(f"P{n},Person{n},p{n}@x.org,Oxleas" for n in range(6)))
    store.name_desk("Office")
    return store


@pytest.fixture
def laptop(open_laptop):
    def named(name):
        made = open_laptop(name)
        made.name_desk(name)
        return made

    return named


def everything(store):
    with store.read() as connection:
        return {name: (head.seq, head.hash) for name, head in log.heads(connection).items()}


def test_a_code_pairs_two_laptops_and_brings_everything(office, event, laptop, open_door):
    door, desk = open_door(office), laptop("Desk 2")
    told = desks.pair(desk, door.addresses[0], door.invite())
    assert told.name == "Office"
    assert attendees(desk, event.id) == attendees(office, event.id)
    assert [state.name for state in desks.states(desk)] == ["Office"]
    (state,) = desks.states(office, door)
    assert (state.name, state.address) == ("Desk 2", "")
    assert state.words.startswith("Not seen since")


def test_paired_laptops_need_no_code_again(office, event, laptop, open_door):
    door, desk = open_door(office), laptop("Desk 2")
    desks.pair(desk, door.addresses[0], door.invite())
    attendance.check_in(desk, event.id, attendees(desk, event.id)[0].id, desk="Desk 2")
    assert exchange.sync(desk, door.addresses[0]).sent > 0
    assert exchange.sync(desk, door.addresses[0]).sent == 0
    assert everything(desk) == everything(office)


def wait_until(there, seconds=15.0):
    """Live exchange has no end to wait for, so what is to come is looked for."""
    end = time.monotonic() + seconds
    while not there():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.02)


def paired(open_door, office, *others):
    """The office's door, and the others' doors, all paired with the office."""
    door = open_door(office)
    for other in others:
        desks.pair(other, door.addresses[0], door.invite())
    return door, [open_door(other) for other in others]


def here(store, event):
    return {person.name for person in attendees(store, event.id) if person.last}


def check_in(store, event, place):
    person = attendees(store, event.id)[place]
    attendance.check_in(store, event.id, person.id, desk=store.desk)


def connected(door):
    return sorted(line.met.device.name for line in door.lines)


def test_a_check_in_at_one_desk_appears_at_the_other_by_itself(office, event, laptop, open_door):
    desk = laptop("Desk 2")
    door, (other,) = paired(open_door, office, desk)
    wait_until(lambda: connected(door) == ["Desk 2"] and connected(other) == ["Office"])
    check_in(desk, event, 0)
    wait_until(lambda: here(office, event) == here(desk, event) != set())
    check_in(office, event, 1)
    wait_until(lambda: len(here(desk, event)) == 2)
    assert "Connected" in desks.states(desk, other)[0].words


def test_three_desks_learn_of_each_other_and_agree(office, event, laptop, open_door):
    two, three = laptop("Desk 2"), laptop("Desk 3")
    door, _ = paired(open_door, office, two, three)
    wait_until(lambda: connected(door) == ["Desk 2", "Desk 3"])
    check_in(two, event, 0)
    check_in(three, event, 1)
    check_in(office, event, 2)
    for store in (office, two, three):
        wait_until(lambda store=store: len(here(store, event)) == 3)
    wait_until(lambda: everything(office) == everything(two) == everything(three))


def test_a_desk_passes_on_what_others_wrote_to_whom_they_do_not_reach(office, event, laptop, open_door):
    two, three = laptop("Desk 2"), laptop("Desk 3")
    door, _ = paired(open_door, office, two, three)
    wait_until(lambda: connected(door) == ["Desk 2", "Desk 3"])
    check_in(two, event, 0)
    # Two and three were never paired with each other: the office stands in between.
    wait_until(lambda: here(three, event) == here(two, event) != set())


def test_a_desk_that_went_away_is_named_with_the_time_and_comes_back_by_itself(office, event, laptop, open_door):
    desk = laptop("Desk 2")
    door, (other,) = paired(open_door, office, desk)
    wait_until(lambda: connected(door) == ["Desk 2"])
    other.close()
    wait_until(lambda: connected(door) == [])
    assert "Not seen since" in desks.states(office, door)[0].words
    check_in(desk, event, 0)
    check_in(office, event, 1)
    open_door(desk)
    wait_until(lambda: len(here(office, event)) == len(here(desk, event)) == 2)


def test_a_revoked_laptop_is_hung_up_on_and_told_why(office, event, laptop, open_door):
    desk = laptop("Desk 2")
    door, _ = paired(open_door, office, desk)
    wait_until(lambda: connected(door) == ["Desk 2"])
    revoke(office, desk)
    wait_until(lambda: connected(door) == [])
    before = everything(office)
    with contextlib.suppress(SlaError):  # it is told so here, too, if the order came before the line was cut
        check_in(desk, event, 0)
    with pytest.raises(SlaError, match="taken off"):
        exchange.sync(desk, door.addresses[0])
    assert everything(office) == before
    assert "taken off" in desks.states(office, door)[0].words


def revoke(store, other):
    with store.change() as tx:
        device = query.get(tx.connection, Device, device_id(other.public_key))
        tx.put(replace(device, revoked_at=datetime.now(UTC), revoked_reason="lost"))


def test_a_laptop_that_is_not_paired_is_told_what_to_do(office, event, laptop, open_door):
    door, stranger = open_door(office), laptop("Stranger")
    with pytest.raises(SlaError, match="Show a pairing code there"):
        exchange.sync(stranger, door.addresses[0])


def test_a_wrong_code_is_refused_and_five_of_them_end_the_code(office, event, laptop, open_door):
    door, desk = open_door(office), laptop("Desk 2")
    code = door.invite()
    for _ in range(5):
        with pytest.raises(SlaError, match="does not fit"):
            desks.pair(desk, door.addresses[0], "AAAA-AAAA")
    with pytest.raises(SlaError, match="No pairing code is shown"):
        desks.pair(desk, door.addresses[0], code)
    assert desks.states(office, door) == desks.states(desk) == ()


def test_a_code_is_good_once(office, event, laptop, open_door):
    door = open_door(office)
    code = door.invite()
    desks.pair(laptop("Desk 2"), door.addresses[0], code)
    with pytest.raises(SlaError, match="No pairing code is shown"):
        desks.pair(laptop("Desk 3"), door.addresses[0], code)


def test_a_code_older_than_ten_minutes_is_refused(office, event, laptop, open_door):
    door = open_door(office)
    code = door.invite()
    door._invitation.until -= 600
    with pytest.raises(SlaError, match="older than 10 minutes"):
        desks.pair(laptop("Desk 2"), door.addresses[0], code)


def test_a_code_may_be_typed_without_care(office, event, laptop, open_door):
    door = open_door(office)
    typed = door.invite().replace("-", " ").lower()
    assert desks.pair(laptop("Desk 2"), door.addresses[0], typed).received > 0


def test_nobody_there_is_told_in_a_sentence(laptop):
    with pytest.raises(SlaError, match=r"Nobody answers at 127\.0\.0\.1:9"):
        exchange.sync(laptop("Desk 2"), "desk://127.0.0.1:9")


@pytest.mark.parametrize("url", ["desk://", "desk://:7", "desk://host:99999", "desk://host:x", "desk://[::1"])
def test_what_is_no_address_is_told(laptop, url):
    with pytest.raises(SlaError, match="is no desk's address"):
        exchange.sync(laptop("Desk 2"), url)


def test_a_door_that_is_taken_is_told(office, open_door):
    first = open_door(office)
    with pytest.raises(SlaError, match="cannot be opened"):
        desks.open_door(office, host="127.0.0.1", port=first.port, announce=False)


def test_clocks_that_differ_are_measured_and_told(office, event, laptop, open_door):
    door, desk = open_door(office), laptop("Desk 2")
    desks.pair(desk, door.addresses[0], door.invite())
    state = desks.states(desk)[0]
    assert abs(state.ahead) < timedelta(seconds=2)
    assert state.clock_words == ""
    late = replace(state, ahead=timedelta(minutes=-3, seconds=-4))
    assert late.clock_words == "The clock of Office is 3 minutes behind this one."


class Cutter(threading.Thread):
    """A stretch of network that fails after so many bytes in both directions together."""

    def __init__(self, port, most):
        super().__init__(daemon=True)
        self._target, self._left = port, most
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"desk://127.0.0.1:{self._door.getsockname()[1]}"
        self.start()

    def run(self):
        with contextlib.suppress(OSError):
            while True:
                inside, _ = self._door.accept()
                outside = socket.create_connection(("127.0.0.1", self._target))
                with inside, outside:
                    self._carry(inside, outside)

    def _carry(self, inside, outside):
        while self._left > 0:
            ready, _, _ = select.select([inside, outside], [], [], 10)
            for one in ready:
                piece = one.recv(min(self._left, 65536))
                if not piece:
                    return
                self._left -= len(piece)
                (outside if one is inside else inside).sendall(piece)

    def close(self):
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self.join()


def test_an_exchange_may_be_cut_anywhere_and_goes_on(office, event, laptop, open_door):
    door, desk = open_door(office), laptop("Desk 2")
    desks.pair(desk, door.addresses[0], door.invite())
    check_in(desk, event, 0)
    check_in(office, event, 1)
    for most in range(1, 6000, 211):
        cutter = Cutter(door.port, most)
        with contextlib.suppress(SlaError):
            exchange.sync(desk, cutter.url)
        cutter.close()
    exchange.sync(desk, door.addresses[0])
    assert everything(desk) == everything(office)
    assert len(here(desk, event)) == 2


def test_a_pairing_that_was_cut_leaves_no_half_trust(office, event, laptop, open_door):
    door, desk = open_door(office), laptop("Desk 2")
    for most in range(200, 3200, 379):
        cutter = Cutter(door.port, most)
        with contextlib.suppress(SlaError):
            desks.pair(desk, cutter.url, door.invite())
        cutter.close()
    desks.pair(desk, door.addresses[0], door.invite())
    assert attendees(desk, event.id) == attendees(office, event.id)


def test_who_sits_in_between_with_a_door_of_his_own_learns_and_changes_nothing(office, event, laptop, open_door):
    real, desk, thief = open_door(office), laptop("Desk 2"), laptop("Thief")
    desks.pair(desk, real.addresses[0], real.invite())
    before = everything(desk)
    false = open_door(thief)
    with pytest.raises(SlaError, match="do not know each other"):
        exchange.sync(desk, false.addresses[0])
    new, code = laptop("Desk 3"), real.invite()
    false.invite()
    with pytest.raises(SlaError, match="does not fit"):
        desks.pair(new, false.addresses[0], code)
    assert everything(desk) == before
    assert desks.states(new) == desks.states(thief) == ()


def test_a_pairing_that_was_overheard_cannot_be_played_again(office, event, laptop, open_door):
    """The proof holds for the other laptop's random number of that moment alone."""
    desk, code = laptop("Desk 2"), "K7QM-2XRT"
    key, card = desk.public_key, desk_hello._own_card(desk)
    overheard = Meeting(office.public_key, b"1" * 32, key, b"2" * 32, card)
    body = desk_wire.fields(
        key, overheard.client_nonce, card, desk.private_key.sign(overheard.transcript),
        overheard.client_proof(overheard.secret(code)),
    )  # fmt: skip
    assert desk_hello._paired(office, b"1" * 32, fresh(code), body)[0] is Kind.PAIRED
    assert desk_hello._paired(office, b"3" * 32, fresh(code), body)[0] is Kind.REFUSED


def fresh(code):
    invitation = Invitation.fresh()
    invitation.code = code
    return invitation


def test_a_proof_taken_from_another_door_does_not_open_this_one(office, laptop):
    desk, thief = laptop("Desk 2"), laptop("Thief")
    nonce = b"1" * 32
    for_thief = desk.private_key.sign(desk_keys.knock(thief.public_key, nonce, desk.public_key))
    with office.raw() as connection:
        peers.pair(connection, Device(device_id(desk.public_key), "Desk 2", desk.public_key.hex(), "00" * 32))
    assert isinstance(desk_hello._proven(office, nonce, desk.public_key + for_thief), str)
    real = desk.private_key.sign(desk_keys.knock(office.public_key, nonce, desk.public_key))
    assert isinstance(desk_hello._proven(office, nonce, desk.public_key + real), Device)


@settings(max_examples=300)
@given(st.binary(max_size=600))
def test_no_rubbish_is_read_as_a_message(rubbish):
    for parse in (
        desk_wire.split, desk_wire.heads_of, desk_wire.news_of, desk_wire.batches_of, desk_wire.places_of,
        desk_wire.clock_of,
    ):  # fmt: skip
        with contextlib.suppress(BadFrame, BadStream):
            parse(rubbish)


@settings(max_examples=100)
@given(st.lists(st.binary(max_size=40), max_size=5))
def test_bodies_come_back_as_they_were(parts):
    assert desk_wire.split(desk_wire.fields(*parts)) == parts


def shout(port, data):
    """What a stranger gets who does TLS and then says something."""
    context = desk_keys.client_context()
    with (
        socket.create_connection(("127.0.0.1", port), timeout=5) as raw,
        context.wrap_socket(raw) as safe,
        contextlib.suppress(OSError),
    ):
        safe.sendall(data)
        while safe.recv(4096):
            pass


def test_strangers_who_shout_are_cut_off_and_harm_nobody(office, event, laptop, open_door):
    door, before = open_door(office), everything(office)
    noise = random.Random(7)
    for kind in range(256):
        size = noise.choice([0, 1, 32, 96, 0xFFFFFFFF, 9000])
        shout(door.port, struct.pack(">IB", size, kind) + noise.randbytes(min(size, 200)))
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", door.port)) as raw:
            raw.sendall(noise.randbytes(300))
    assert {name: head for name, head in everything(office).items() if name in before} == before
    desks.pair(laptop("Desk 2"), door.addresses[0], door.invite())


def test_a_paired_laptop_that_talks_rubbish_is_cut_off_and_harms_nobody(office, event, laptop, open_door):
    door, desk = open_door(office), laptop("Desk 2")
    desks.pair(desk, door.addresses[0], door.invite())
    before, noise = everything(office), random.Random(8)

    async def talk(kind):
        met = await desk_hello.knock(desk, ("127.0.0.1", door.port))
        met.link.send(kind, noise.randbytes(noise.choice([0, 2, 40, 128, 400])))
        with contextlib.suppress(OSError, EOFError, BadFrame):
            while True:
                await met.link.receive(within=0.2)
        met.link.writer.transport.abort()

    for kind in list(Kind) * 3:
        asyncio.run(talk(kind))
    assert everything(office) == before
    assert exchange.sync(desk, door.addresses[0]).complete


def test_doors_find_each_other_on_the_network_by_themselves(office, event, laptop, open_door):
    desk = laptop("Desk 2")
    first = open_door(office)
    desks.pair(desk, first.addresses[0], first.invite())
    first.close()
    # It has another port now, which nobody typed.
    with (
        contextlib.closing(desks.open_door(office, host="127.0.0.1", port=0)) as again,
        contextlib.closing(desks.open_door(desk, host="127.0.0.1", port=0)) as door,
    ):
        assert again.neighbours.works
        wait_until(lambda: connected(door) == ["Office"])
        stranger = laptop("Stranger")
        with contextlib.closing(desks.open_door(stranger, host="127.0.0.1", port=0)) as unknown:
            wait_until(lambda: any(not state.paired for state in desks.states(office, again)))
            found = next(state for state in desks.states(office, again) if not state.paired)
            assert found.address == unknown.addresses[0]
            assert "Not paired yet" in found.words


def test_where_the_network_forbids_finding_a_typed_address_does(office, event, laptop, open_door, monkeypatch):
    import zeroconf

    def forbidden(*_, **__):
        raise OSError("Network is unreachable")

    monkeypatch.setattr(zeroconf, "Zeroconf", forbidden)
    desk = laptop("Desk 2")
    with contextlib.closing(desks.open_door(office, host="127.0.0.1", port=0)) as door:
        assert not door.neighbours.works
        assert desks.pair(desk, door.addresses[0], door.invite()).received > 0


def test_an_address_that_is_none_of_this_laptops_is_told(office):
    with pytest.raises(SlaError, match="is no address of this laptop"):
        desks.open_door(office, host="the-office")


def test_what_a_desk_in_the_room_has_is_not_said_to_be_here_alone(office, laptop, open_door, event):
    door, other = open_door(office), laptop("Desk 2")
    assert exchange.status(office).waiting_words.endswith("saved on this laptop only")
    desks.pair(other, door.addresses[0], door.invite())
    assert exchange.status(office).holders == ("Desk 2",)
    assert exchange.status(other).waiting_words.endswith(" are on this laptop and Office only")
    attendance.check_in(office, event.id, attendees(office, event.id)[0].id, desk="Office")
    status = exchange.status(office)
    assert (status.alone, status.holders) == (1, ())
    assert (
        status.waiting_words
        == f"{status.unsent} records are not on the share yet, 1 of them saved on this laptop only"
    )


def test_what_goes_over_a_live_line_is_counted_as_being_there(office, laptop, open_door, event):
    door, other = open_door(office), laptop("Desk 2")
    desks.pair(other, door.addresses[0], door.invite())
    open_door(other)
    wait_until(lambda: door.lines)
    attendance.check_in(office, event.id, attendees(office, event.id)[0].id, desk="Office")
    wait_until(lambda: exchange.status(office).alone == 0)
    assert exchange.status(office).waiting_words.endswith(" on this laptop and Desk 2 only")
