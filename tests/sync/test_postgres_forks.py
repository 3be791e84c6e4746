"""Copies of a laptop that write to a shared database never take each other's places; what is refused is named."""

from contextlib import closing
from dataclasses import dataclass, field, replace
from uuid import UUID

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sla_desktop.domain.ids import new_id
from sla_desktop.services import exchange
from sla_desktop.storage import log
from sla_desktop.storage.log import Head, Stream
from sla_desktop.sync.carrier import Fork
from sla_desktop.sync.postgres import Postgres
from tests.cluster import fresh_database
from tests.sync.records import Desk, change


@dataclass
class Copy:
    """A copy of a laptop's file: all its rows, and the batches that the share has not acknowledged."""

    desk: Desk
    scope: UUID
    rows: list = field(default_factory=list)
    waiting: list = field(default_factory=list)

    def write(self, count):
        sets = {"event_id": str(self.scope), "name": "Hall"}
        drafts = [change("room", new_id(), sets, kind="C") for _ in range(count)]
        batch = self.desk.write(self.scope, *drafts)
        self.rows += batch.rows
        self.waiting.append(batch)

    def twin(self):
        desk = Desk(self.desk.key, self.desk.writer, dict(self.desk.heads))
        return Copy(desk, self.scope, list(self.rows), list(self.waiting))

    def branched(self, carrier, name, sent):
        """What was sent behind the last place that the share has too, as the branch that its first row names."""
        rows = [row for batch in sent for row in batch.rows]
        lost = next(at for at, row in enumerate(rows) if carrier.hash_at(name, row.seq) != row.hash)
        base = rows[lost].seq - 1
        genesis = next((row.hash for row in self.rows if row.seq == base), sent[0].stream.genesis)
        writer = log.fork_writer(self.scope, rows[lost].hash)
        stream = Stream(writer, self.scope, self.desk.public_key, base, genesis)
        return [self.desk.sealed(Head(stream, base, genesis), rows[lost:])]


@pytest.fixture(scope="module")
def shared(postgres):
    """The carrier to a share, and a look into its tables."""
    url = fresh_database(postgres)
    exchange.share_init(url)
    with closing(Postgres(url)) as carrier, psycopg.connect(url, autocommit=True) as looking:
        yield carrier, looking


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["write", "write", "send", "send", "copy", "resend"]), st.integers(0, 3), st.integers(1, 3)
    ),
    min_size=4,
    max_size=25,
)


@given(STEPS)
@settings(max_examples=60)
def test_no_two_rows_ever_have_one_place_and_nothing_acknowledged_is_lost(shared, steps):
    carrier, looking = shared
    carrier.faults.clear()
    copies, acknowledged = [Copy(Desk(), new_id())], []
    for what, which, count in steps:
        copy = copies[which % len(copies)]
        if what == "write":
            copy.write(count)
        elif what == "copy" and len(copies) < 4:
            copies.append(copy.twin())
        elif what == "resend" and acknowledged:
            assert carrier.append([acknowledged[which % len(acknowledged)]]) == set()
        elif copy.waiting:
            acknowledged += send(carrier, copy)
    check(looking, copies[0].scope, [row.hash for batch in acknowledged for row in batch.rows])


def send(carrier, copy):
    """Send what waits; where another copy took the place, that is named, and the rows go as a branch."""
    sent, copy.waiting = copy.waiting, []
    name = parted(carrier, sent)
    if name is not None:
        assert name in {batch.name for batch in sent}
        sent = copy.branched(carrier, name, sent)
        assert parted(carrier, sent) is None
        # As a laptop that finds itself copied: it writes on under a new name.
        copy.desk, copy.rows = replace(copy.desk, writer=new_id(), heads={}), []
    assert carrier.faults == []
    return sent


def parted(carrier, batches):
    """The stream in which the share has other rows at the place, or None when all was taken."""
    try:
        refused = carrier.append(batches)
    except Fork as fork:
        return fork.name
    assert refused == set()
    return None


def check(looking, scope, acknowledged):
    rows = looking.execute(
        "SELECT s.writer, s.base, s.head_seq, s.head_hash, c.seq, c.hash "
        "FROM sync.stream s JOIN sync.change c USING (sid) WHERE s.scope = %s ORDER BY s.writer, c.seq",
        (scope,),
    ).fetchall()
    assert len({(writer, seq) for writer, _, _, _, seq, _ in rows}) == len(rows)
    assert set(acknowledged) <= {row[-1] for row in rows}
    streams = {}
    for writer, base, head_seq, head_hash, seq, value in rows:
        streams.setdefault((writer, base, head_seq, head_hash), []).append((seq, value))
    for (_, base, head_seq, head_hash), found in streams.items():
        assert [seq for seq, _ in found] == list(range(base + 1, head_seq + 1))
        assert found[-1][1] == head_hash


def test_a_gap_and_a_changed_row_are_named_and_the_rest_goes_on(shared):
    carrier, looking = shared
    carrier.faults.clear()
    whole, gapped, changed = (Copy(Desk(), new_id()) for _ in range(3))
    for copy in (whole, gapped, changed):
        copy.write(2)
        copy.write(1)
    spoilt = changed.waiting[0]
    spoilt = replace(spoilt, rows=(spoilt.rows[0]._replace(payload="{}"), *spoilt.rows[1:]))
    refused = carrier.append([gapped.waiting[1], spoilt, *whole.waiting])
    assert refused == {gapped.waiting[1].name, spoilt.name}
    assert ["put back" in carrier.faults[0], "do not match their seal" in carrier.faults[1]] == [True, True]
    check(looking, whole.scope, [row.hash for row in whole.rows])
    for copy in (gapped, changed):
        assert looking.execute("SELECT FROM sync.stream WHERE scope = %s", (copy.scope,)).fetchall() == []
