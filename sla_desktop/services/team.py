"""The laptops of the team: who leads, and taking one off that was lost or is no longer wanted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import local, long_date
from sla_desktop.domain.team import LEAD, Device, device_id
from sla_desktop.domain.text import clean_line, counted, fold
from sla_desktop.storage import log, query
from sla_desktop.storage.store import Store
from sla_desktop.sync.team import introduce


@dataclass(frozen=True)
class Laptop:
    """A laptop of the team; `held` is how many of its records wait, `here` says that it is this one."""

    device: Device
    here: bool
    held: int

    @property
    def name(self) -> str:
        """What people call it."""
        return f"{self.device.name} (this laptop)" if self.here else self.device.name

    @property
    def taken_off(self) -> bool:
        """Whether it no longer belongs to the team."""
        return self.device.revoked_at is not None

    @property
    def role(self) -> str:
        """What it may do, in words."""
        return "leads the team" if self.device.role == LEAD else "works at a desk"

    def words(self, zone: str) -> str:
        """Its role and story in a sentence."""
        if self.device.revoked_at is None:
            joined = f", joined on {_day(self.device.joined_at, zone)}" if self.device.joined_at else ""
            return f"{self.role.capitalize()}{joined}."
        why = f": {self.device.revoked_reason}" if self.device.revoked_reason else ""
        waiting = f" {counted(self.held, 'later record')} of it {'waits' if self.held == 1 else 'wait'}."
        return f"Taken off on {_day(self.device.revoked_at, zone)}{why}.{waiting if self.held else ''}"


def laptops(store: Store) -> list[Laptop]:
    """Every laptop that is known, this one first, those taken off last."""
    own = device_id(store.public_key)
    with store.read() as connection:
        waiting = _held(connection)
        known = query.find(connection, Device, order="name")
    told = [Laptop(one, one.id == own, waiting.get(one.public_key, 0)) for one in known]
    return sorted(told, key=lambda one: (one.taken_off, not one.here, fold(one.device.name)))


def find(store: Store, text: str) -> Laptop:
    """The laptop of that name, or of an id that ends so. SlaError when none or several fit."""
    known = laptops(store)
    fitting = [one for one in known if fold(one.device.name) == fold(text)]
    fitting = fitting or [one for one in known if text and str(one.device.id).endswith(text.lower())]
    if len(fitting) != 1:
        fits = "No laptop is" if not fitting else f"{len(fitting)} laptops are"
        raise SlaError(f"{fits} called “{text}”. `sla team list` shows names and ids; use the end of an id.")
    return fitting[0]


def leads(store: Store) -> bool:
    """Whether this laptop may order what concerns the whole team; the first one of a team leads by itself."""
    known = laptops(store)
    return not known or any(one.here and _is_lead(one) for one in known)


def must_lead(store: Store) -> None:
    """Make sure that this laptop leads. SlaError that names those that do."""
    if not leads(store):
        named = " or ".join(one.device.name for one in laptops(store) if _is_lead(one)) or "No laptop known here"
        raise SlaError(f"Only a laptop that leads the team can do this. Ask at {named}.")
    introduce(store)


def make_lead(store: Store, laptop: Laptop) -> str:
    """Let another laptop lead too, for good; what was done, in words."""
    must_lead(store)
    if laptop.taken_off:
        raise SlaError(f"{laptop.device.name} was taken off, so it cannot lead.")
    _put(store, replace(laptop.device, role=LEAD))
    return f"{laptop.device.name} leads the team too. It knows after its next sync."


def take_off(store: Store, laptop: Laptop, reason: str = "") -> str:
    """Let nothing count that a laptop writes from now on; what is known of it here stays. What was done, in words."""
    must_lead(store)
    if laptop.here:
        raise SlaError("This laptop cannot take itself off. Do it at another laptop that leads.")
    if laptop.taken_off:
        raise SlaError(f"{laptop.device.name} was taken off before.")
    with store.read() as connection:
        limits = _heads(connection, laptop.device)
    now = datetime.now(UTC)
    _put(store, replace(laptop.device, revoked_at=now, revoked_reason=clean_line(reason), limits=limits))
    return (
        f"{laptop.device.name} is taken off. What it sent until now counts; what comes later waits for you. "
        "Change the team passphrase, and ask for a new password of the shared database, if it was lost."
    )


def put_back(store: Store, laptop: Laptop) -> str:
    """Take a laptop into the team again; what was done, in words."""
    must_lead(store)
    _put(store, replace(laptop.device, revoked_at=None, revoked_reason="", limits={}))
    return f"{laptop.device.name} belongs to the team again."


def accept(store: Store, laptop: Laptop) -> str:
    """Let the records of a laptop that was taken off count as far as they are known here; in words, how many."""
    must_lead(store)
    if not laptop.taken_off:
        raise SlaError(f"{laptop.device.name} was not taken off, so all its records count.")
    if not laptop.held:
        raise SlaError(f"No record of {laptop.device.name} waits here. Sync with where it sent them, then try again.")
    with store.read() as connection:
        limits = _heads(connection, laptop.device)
    _put(store, replace(laptop.device, limits=limits))
    return (
        f"{counted(laptop.held, 'record')} of {laptop.device.name} {'counts' if laptop.held == 1 else 'count'} now."
    )


def _put(store: Store, device: Device) -> None:
    with store.change() as tx:
        tx.put(device)


def _is_lead(laptop: Laptop) -> bool:
    return laptop.device.role == LEAD and not laptop.taken_off


def _heads(connection: Connection, device: Device) -> Mapping[str, int]:
    """The last rows known here of each stream with a laptop's key, by their hashes."""
    heads = log.heads(connection).values()
    of_it = [head for head in heads if head.stream.public_key.hex() == device.public_key]
    return {head.hash.hex(): head.seq for head in of_it}


def _held(connection: Connection) -> dict[str, int]:
    sql = "SELECT public_key, sum(head_seq - held_after) FROM stream WHERE held_after < head_seq GROUP BY public_key"
    return {bytes(key).hex(): count for key, count in connection.exec_driver_sql(sql)}


def _day(moment: datetime | None, zone: str) -> str:
    return long_date(local(moment, zone).date()) if moment else "a day that is not known"
