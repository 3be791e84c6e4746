"""Whatever comes from outside in place of a batch, a key, a card or a backup is refused, and harms nothing."""

import contextlib
import json
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sla_desktop.domain.errors import Locked, SlaError
from sla_desktop.domain.ids import new_id
from sla_desktop.services import backups
from sla_desktop.sync import age, desk_hello, packing, peers
from sla_desktop.sync.carrier import BadStream, Batch
from sla_desktop.sync.desk_pairing import Invitation
from sla_desktop.sync.desk_wire import BadFrame, fields
from sla_desktop.sync.folder_keys import FolderKeys
from tests.conftest import RAW_KEY
from tests.sync.records import Desk, change

FIXED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=70),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)


def inflated(count=3):
    desk, scope = Desk(), new_id()
    drafts = [change("room", new_id(), {"name": f"Hall {n}"}, kind="C", subject=new_id()) for n in range(count)]
    return zlib.decompress(packing.pack(desk.write(scope, *drafts))[4:])


INSIDE = inflated()


@given(st.binary(max_size=60), st.integers(0, len(INSIDE)), st.integers(0, 60))
@settings(max_examples=300)
def test_nothing_that_was_well_packed_but_is_no_batch_is_taken_for_one(new, place, gone):
    """Somebody with the program's own code can make the checksum fit; what is inside may still be anything."""
    data = b"SLA1" + zlib.compress(INSIDE[:place] + new + INSIDE[place + gone :])
    with contextlib.suppress(BadStream):
        assert isinstance(packing.unpack(data), Batch)
    found = packing.peek(data)
    assert found is None or len(found) == 3


@given(st.binary(max_size=300))
def test_rubbish_has_no_beginning_of_a_batch(rubbish):
    assert packing.peek(rubbish) is None
    assert packing.peek(b"SLA1" + rubbish) is None


def test_a_small_file_that_would_unpack_to_gigabytes_is_refused(monkeypatch):
    monkeypatch.setattr(packing, "_LARGEST", 1 << 20)
    with pytest.raises(BadStream):
        packing.unpack(b"SLA1" + zlib.compress(bytes(1 << 22)))


@given(JSON | st.fixed_dictionaries({"name": JSON, "public_key": JSON, "exchange_key": JSON}))
def test_what_is_no_card_of_a_laptop_is_refused(told):
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        peers.from_card(json.loads(json.dumps(told)))


@given(
    st.binary(max_size=400), st.sampled_from([b"", age.MAGIC, age.MAGIC + b"-> X25519 ", age.MAGIC + b"-> scrypt "])
)
@settings(max_examples=200)
def test_what_is_not_closed_with_age_cannot_be_opened(rubbish, start):
    for opens in (lambda data: age.open_by(data, bytes(range(32))), lambda data: age.open_with(data, "words")):
        with pytest.raises(age.CannotOpen):
            opens(start + rubbish)


@given(st.binary(max_size=200))
@FIXED
def test_a_stranger_who_pairs_or_proves_with_rubbish_learns_only_that_it_does_not_fit(store, rubbish):
    assert isinstance(desk_hello._proven(store, b"1" * 32, rubbish), str)
    for body in (rubbish, fields(rubbish[:32].ljust(32), rubbish[:32].ljust(32), rubbish, rubbish, rubbish)):
        with contextlib.suppress(BadFrame):
            desk_hello._paired(store, b"1" * 32, None, body)
    with store.read() as connection:
        assert peers.others(connection, store.public_key) == []


def test_a_card_that_is_none_ends_the_meeting(store):
    with pytest.raises(BadFrame):
        desk_hello._remember(store, b"[1]", bytes(32))
    assert Invitation.fresh().take_try()


@given(st.binary(max_size=120), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
def test_a_key_file_of_a_folder_that_is_none_is_told(tmp_path, rubbish, marked):
    (tmp_path / "keys").mkdir(exist_ok=True)
    (tmp_path / "keys" / "1.key").write_bytes(b"SLAK1" * marked + rubbish)
    with pytest.raises(Locked):
        FolderKeys.of(tmp_path, "the team's words")


@given(st.binary(max_size=120))
def test_a_file_closed_with_another_key_is_no_batch(rubbish):
    keys = FolderKeys("words", ((b"12345678", bytes(32)),))
    for data in (b"SLAK1" + rubbish, b"SLAK112345678" + rubbish):
        with pytest.raises(BadStream):
            packing.unpack(keys.opened(data))


@given(place=st.integers(0, 10**6), new=st.binary(min_size=1, max_size=80), cut=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_a_changed_or_cut_backup_is_refused_and_the_data_stays(store, tmp_path, place, new, cut):
    copy = tmp_path / "copy.sla"
    if not copy.exists():
        backups.back_up(store, copy)
        store.close()
    whole, before = copy.read_bytes(), store.path.read_bytes()
    place %= len(whole)
    changed = whole[:place] if cut else whole[:place] + new + whole[place + len(new) :]
    if changed == whole:
        return
    (tmp_path / "changed.sla").write_bytes(changed)
    with pytest.raises(SlaError):
        backups.restore(store.path, tmp_path / "changed.sla", secret=RAW_KEY)
    assert store.path.read_bytes() == before
    assert not list(tmp_path.glob("*.restoring*"))
