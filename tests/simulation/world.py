"""One simulated team: its laptops, its share, and everything that happens to them."""

import json
import os
import pickle
import random
import shutil
import signal
import time
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle, islice
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.util import LRUCache

from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import ExpiryId, FactId, natural_id, new_id
from sla_desktop.domain.members import Member, Organisation, new_member, organisation_id
from sla_desktop.domain.registrations import Registration, registration_id
from sla_desktop.domain.retention import Expiry
from sla_desktop.domain.team import LEAD, Device, Erasure, device_id, erasure_id
from sla_desktop.storage import cells, query, schema
from sla_desktop.storage.entities import ENTITIES
from sla_desktop.storage.store import open_store
from sla_desktop.sync.exchange import exchange
from tests.simulation.crashes import Crash, Crashes
from tests.simulation.hubs import Flaky, StoreCarrier
from tests.simulation.oracle import Oracle

RAW_KEY = "5e" * 32
EVENT = natural_id("event", "simulated")
SHARED = {}
KILLABLE = {"add_member", "edit_member", "double_create", "attend", "erase", "sync", "meet"}
CONTACT = {"email", "phone"}
HOUR = 3600 * 10**9
STARTS = datetime(2026, 11, 24, 9, tzinfo=UTC)


class Laptop:
    """A simulated laptop: a real store, and a clock that may be hours off."""

    def __init__(self, folder, skew=0, *, template=None):
        self.folder, self.skew, self.store = folder, skew, None
        folder.mkdir()
        self.path, self.anchors = folder / "laptop.sla", folder / "anchors"
        if template is not None:
            shutil.copy(template, self.path)
            self.open()

    def open(self):
        """Start the program."""
        self.store = open_store(self.path, secret=RAW_KEY, anchors=self.anchors)
        # Thousands of stores are opened; each statement is compiled once for all of them.
        engine = self.store._engine
        engine.dialect, engine._compiled_cache = SHARED.setdefault("one", (engine.dialect, LRUCache(2000)))

    def close(self):
        """End the program, or lose it to a crash: what was not committed is gone."""
        if self.store is not None:
            self.store.close()
            self.store = None

    def save(self):
        """A backup of the data file and of the counter outside it."""
        self.close()
        target = self.folder / f"backup-{len(list(self.folder.glob('backup-*')))}"
        target.mkdir()
        for file in self.folder.glob("laptop.sla*"):
            shutil.copy(file, target)
        if self.anchors.exists():
            shutil.copytree(self.anchors, target / "anchors")
        self.open()
        return target

    def restore(self, saved, *, with_anchors):
        """Put the data file back; the counter outside it too, as a disk image does."""
        self.close()
        for file in self.folder.glob("laptop.sla*"):
            file.unlink()
        for file in saved.glob("laptop.sla*"):
            shutil.copy(file, self.folder)
        if with_anchors and (saved / "anchors").exists():
            shutil.rmtree(self.anchors, ignore_errors=True)
            shutil.copytree(saved / "anchors", self.anchors)
        self.open()

    def cids(self):
        """All changes in the log."""
        with self.store.read() as connection:
            return set(connection.execute(select(schema.change.c.cid)).scalars())

    def payloads(self):
        """All texts in the log."""
        with self.store.read() as connection:
            return [text for text in connection.execute(select(schema.change.c.payload)).scalars() if text]

    def tables(self):
        """Every row that people or queries can see."""
        shown = [*(schema.TABLES[entity.name] for entity in ENTITIES), schema.conflict, schema.parked, schema.erased]
        with self.store.read() as connection:
            return {table.name: self._rows(connection, table) for table in shown}

    def _rows(self, connection, table):
        # Most tables are empty in most schedules, and this is asked of each laptop.
        if not cells.asked(connection, f'SELECT 1 FROM "{table.name}" LIMIT 1'):
            return []
        return sorted(map(repr, map(tuple, connection.execute(select(table)))))


class World:
    """A team and its schedule, drawn from a seed."""

    def __init__(self, seed, folder, templates, hub, *, revocations=False, kills=False):
        self.rng = random.Random(seed)
        self.folder, self.kills = folder, kills
        self.crashes, self.oracle = Crashes(), Oracle()
        self.base_ns, self.ticks, self.skew = 1_700_000_000 * 10**9, 0, 0
        self.revocations, self.jump = revocations, 12 * HOUR
        self.tokens, self.pipe = 0, None
        self.acked, self.names, self.subjects, self.expired = set(), {}, {}, {}
        self.laptops, self.backups, self.hub_saves = [], [], []
        self.tally = dict.fromkeys(("ops", "acked", "syncs", "restores", "copies", "hub restores", "healed"), 0)
        self._real_clock, time.time_ns = time.time_ns, self._now
        self.hub = hub(folder, lambda place: Laptop(place, template=templates[-1]))
        for number, template in zip(range(self.rng.choice([2, 2, 3, 4])), templates, strict=False):
            skew = self.rng.randint(-self.jump, self.jump)
            self.laptops.append(Laptop(folder / f"laptop-{number}", skew, template=template))

    def _now(self):
        self.ticks += 1
        return self.base_ns + self.ticks * 10**6 + self.skew

    def close(self):
        """Let go of everything, and give the clock back."""
        time.time_ns = self._real_clock
        self.crashes.arm(None)
        for laptop in self.laptops:
            laptop.close()
        self.hub.close()

    def run(self, steps):
        """Let that many things happen."""
        verbs = (
            (self.add_member, 5),
            (self.edit_member, 9),
            (self.double_create, 6),
            (self.attend, 4),
            (self.sync, 9),
            (self.meet, 4),
            (self.back_up, 2),
            (self.restore, 1.5),
            (self.copy, 1.2),
            (self.restore_hub, 0.7),
            (self.erase, 1),
            (self.expire, 3),
            (self.jump_clock, 1),
            (self.revoke, 3 if self.revocations else 0),
        )
        for verb in self.rng.choices([verb for verb, _ in verbs], [weight for _, weight in verbs], k=steps):
            laptop = self.rng.choice(self.laptops)
            self.tally["ops"] += 1
            if self.kills and verb.__name__ in KILLABLE and self.rng.random() < 0.4:
                self._killed(verb, laptop)
            else:
                with self._power(laptop):
                    verb(laptop)

    @contextmanager
    def _power(self, laptop):
        """The power may go anywhere in the block; then the laptop starts again."""
        self.skew = laptop.skew
        self.crashes.arm(self.rng.randint(0, 60) if self.rng.random() < 0.25 else None)
        try:
            yield
        except Crash:
            self.crashes.arm(None)
            laptop.close()
            laptop.open()
        finally:
            self.crashes.arm(None)

    def _killed(self, verb, laptop):
        """The verb runs in a process of its own, which is killed in the middle; what it wrote is told by a pipe."""
        everybody = [*self.laptops, *self.hub.laptops()]
        for one in everybody:
            one.close()
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            self._run_to_death(verb, laptop, everybody, writer)
        os.close(writer)
        time.sleep(self.rng.random() * 0.04)
        os.kill(child, signal.SIGKILL)
        with os.fdopen(reader, "rb") as told:
            self._hear(told)
        os.waitpid(child, 0)
        self.crashes.count += 1
        self.ticks += 100
        for one in everybody:
            one.open()

    def _run_to_death(self, verb, laptop, everybody, writer):
        try:
            self.pipe, self.skew = writer, laptop.skew
            for one in everybody:
                one.open()
            verb(laptop)
        finally:
            os._exit(0)

    def _hear(self, told):
        while True:
            try:
                kind, news = pickle.load(told)
            except (EOFError, pickle.UnpicklingError):
                return
            self._note(kind, news)

    def _note(self, kind, news):
        """Remember what was written or acknowledged; in a process that may be killed, tell the one that stays."""
        if self.pipe is not None:
            os.write(self.pipe, pickle.dumps((kind, news)))
        elif kind == "wrote":
            edits, names, subjects = news
            for edit in edits:
                self.oracle.wrote(*edit)
            for member, tokens in names.items():
                self.names[member] = list(dict.fromkeys([*self.names.get(member, []), *tokens]))
            self.subjects.update(subjects)
            self.tokens += len(names)
        else:
            self.acked.update(news)
            self.tally["acked"] += len(news)

    # What people do

    def add_member(self, laptop):
        member = self._named(new_member(""))
        self._put(laptop, replace(member, email=self.rng.choice(["", self._token(member.id)])))

    def edit_member(self, laptop):
        member = self._any(laptop, Member)
        if member is None:
            return
        field = self.rng.choice(["full_name", "full_name", "email", "phone"])
        if field == "full_name":
            self._put(laptop, self._named(member))
        else:
            self._put(laptop, replace(member, **{field: self.rng.choice(["a@x", "b@x", "", self._token(member.id)])}))

    def double_create(self, laptop):
        if self.rng.random() < 0.5:
            name = f"Trust {self.rng.randint(1, 3)}"
            fresh = Organisation(organisation_id(name), name, self.rng.choice(["Health", "Care"]))
            self._put(laptop, fresh)
            return
        member = self._any(laptop, Member)
        if member is not None:
            key = registration_id(EVENT, member.id)
            self.subjects[key] = member.id
            note = self.rng.choice(["", self._token(member.id)])
            status = self.rng.choice(["registered", "cancelled"])
            self._put(laptop, Registration(key, EVENT, member.id, status=status, note=note))

    def attend(self, laptop):
        registration = self._any(laptop, Registration)
        if registration is None:
            return
        key = FactId(new_id())
        self.subjects[key] = registration.member_id
        self._put(
            laptop,
            AttendanceFact(
                key,
                EVENT,
                registration.id,
                registration.member_id,
                self.rng.choice(["in", "out"]),
                STARTS,
                STARTS,
                "Desk",
                "scan",
                reason=self.rng.choice(["", "", self._token(registration.member_id)]),
            ),
        )

    def erase(self, laptop):
        member = self._any(laptop, Member)
        if self._leads(laptop) and member is not None:
            self._put(laptop, Erasure(erasure_id(member.id), member.id, STARTS))

    def expire(self, laptop):
        """Order that all this laptop knows of somebody's contacts goes."""
        if not self._leads(laptop):
            return
        change = schema.change.c
        said = select(change.eid, change.cid, change.payload).where(
            change.entity == "member", change.payload.is_not(None)
        )
        with laptop.store.read() as connection:
            rows = [row for row in connection.execute(said) if json.loads(row.payload)["s"].keys() & CONTACT]
        if rows:
            chosen = self.rng.choice(rows).eid
            found = {row.cid: row.payload for row in rows if row.eid == chosen}
            order = Expiry(ExpiryId(new_id()), "contact", tuple(cid.hex for cid in found), STARTS)
            self.expired[order.id] = found
            self._put(laptop, order)

    def _leads(self, laptop):
        with laptop.store.read() as connection:
            known = query.get(connection, Device, device_id(laptop.store.public_key))
        return known is not None and known.role == LEAD

    def revoke(self, laptop):
        with laptop.store.read() as connection:
            devices = query.find(connection, Device)
            streams = connection.execute(select(schema.stream)).all()
        leads = {one.id for one in devices if one.role == LEAD}
        if device_id(laptop.store.public_key) not in leads or len(devices) < 2:
            return
        chosen = self.rng.choice(devices)
        theirs = [row for row in streams if row.public_key.hex() == chosen.public_key]
        limits = {bytes(row.head_hash).hex(): row.head_seq for row in theirs}
        revoked = None if chosen.revoked_at and self.rng.random() < 0.3 else STARTS
        self._put(laptop, replace(chosen, revoked_at=revoked, limits=limits))

    # What happens to laptops

    def sync(self, laptop):
        self.tally["syncs"] += 1
        with self.hub.carrier(laptop.store) as carrier:
            self.tally["healed"] += exchange(laptop.store, Flaky(carrier, self.crashes), join=True).healed

    def meet(self, laptop):
        other = self.rng.choice(self.laptops)
        if other is not laptop:
            self.tally["syncs"] += 1
            self.tally["healed"] += exchange(
                laptop.store, Flaky(StoreCarrier(other.store), self.crashes), join=True
            ).healed

    def back_up(self, laptop):
        self.crashes.arm(None)
        self.backups.append((laptop, laptop.save()))
        if self.rng.random() < 0.5:
            self.hub_saves.append(self.hub.save())

    def restore(self, _):
        self.crashes.arm(None)
        if self.backups:
            laptop, saved = self.rng.choice(self.backups)
            laptop.restore(saved, with_anchors=self.rng.random() < 0.5)
            self.tally["restores"] += 1
            self._forget_lost()
            self.skew = laptop.skew
            self.add_member(laptop)

    def restore_hub(self, _):
        self.crashes.arm(None)
        if self.hub_saves:
            self.hub.restore(self.rng.choice(self.hub_saves))
            self.tally["hub restores"] += 1
            self._forget_lost()

    def copy(self, laptop):
        self.crashes.arm(None)
        if len(self.laptops) >= 6:
            return
        twin = Laptop(self.folder / f"laptop-{len(self.laptops)}", self.rng.randint(-self.jump, self.jump))
        twin.restore(laptop.save(), with_anchors=self.rng.random() < 0.7)
        self.laptops.append(twin)
        self.tally["copies"] += 1
        for one in (laptop, twin):
            self.skew = one.skew
            self.rng.choice([self.add_member, self.edit_member, self.double_create])(one)

    def jump_clock(self, laptop):
        laptop.skew = self.rng.randint(-self.jump, self.jump)

    # What must come of it

    def settle(self):
        """Everything works again: all laptops sync until nothing moves."""
        self.crashes.arm(None)
        quiet = 0
        for laptop in islice(cycle(self.laptops), 30 * len(self.laptops)):
            self.skew = laptop.skew
            with self.hub.carrier(laptop.store) as carrier:
                done = exchange(laptop.store, carrier, join=True)
                assert not done.faults, done.faults
            self.tally["healed"] += done.healed
            quiet = 0 if done.sent + done.received + done.healed else quiet + 1
            if quiet == len(self.laptops):
                return
        raise AssertionError("the laptops do not come to rest")

    def _put(self, laptop, value):
        with suppress(SlaError):  # nothing is noted about people who were erased
            self._write(laptop, value)

    def _write(self, laptop, value):
        with laptop.store.change() as tx:
            # What lost its text says nothing any more, not even what it had taken the place of.
            said = schema.change.c.payload.is_not(None)
            known = select(schema.change.c.cid).where(schema.change.c.eid == value.id, said)
            seen = set(tx.connection.execute(known).scalars())
            tx.put(value)
            drafts = [draft for waiting in tx.drafts.values() for draft in waiting]
            edits = [(UUID(d.eid), field, UUID(d.cid), told, seen) for d in drafts for field, told in d.sets.items()]
            self._note("wrote", (edits, self.names, self.subjects))
        self._note("acked", [UUID(draft.cid) for draft in drafts])

    def _any(self, laptop, kind):
        with laptop.store.read() as connection:
            known = query.find(connection, kind)
        return self.rng.choice(known) if known else None

    def _named(self, member):
        self.subjects[member.id] = member.id
        return replace(member, full_name=self._token(member.id))

    def _token(self, member_id):
        told = self.names.setdefault(member_id, [])
        self.tokens += 1
        told.append(f"person-{self.tokens}.")
        return told[-1]

    def _forget_lost(self):
        """What only stood on a disk that was put back is lost to everybody, as it must be."""
        self.acked &= set().union(self.hub.cids(), *(laptop.cids() for laptop in self.laptops))
