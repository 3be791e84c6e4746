"""Letting go of personal data for good: one person's at their wish, and the copies beside the data file with it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Connection

from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.certificates import Certificate
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import MemberId
from sla_desktop.domain.members import Affiliation, Consent, Member
from sla_desktop.domain.notes import Note
from sla_desktop.domain.registrations import Registration
from sla_desktop.domain.retention import NAMES, Expiry, names_id
from sla_desktop.domain.team import Erasure, erasure_id
from sla_desktop.domain.text import clean_line, counted, fold
from sla_desktop.services import backups, quotes, team, timeline
from sla_desktop.storage import meta, query
from sla_desktop.storage.store import Store

_TIDIED = "tidied after"


@dataclass(frozen=True)
class Leaving:
    """What goes and what stays when a person is erased, each as lines for people."""

    member: Member
    goes: tuple[str, ...]
    stays: tuple[str, ...]
    by_hand: tuple[str, ...]

    @property
    def words(self) -> str:
        """All of it, for reading before the decision."""
        parts = (
            ("What goes, on every laptop and share", self.goes),
            ("What stays", self.stays),
            ("What people must see to", self.by_hand),
        )
        return "\n".join(line for title, lines in parts for line in (f"{title}:", *(f"– {one}" for one in lines)))


def plan(store: Store, member_id: MemberId) -> Leaving:
    """What erasing a person would do. SlaError when nobody is known by that id."""
    with store.read() as connection:
        member = query.get(connection, Member, member_id)
        if member is None:
            raise SlaError("That person is not in the register; perhaps they were erased before.")
        counts = {
            kind: query.count(connection, kind, member_id=member_id)
            for kind in (Affiliation, Consent, Registration, AttendanceFact, Certificate)
        }
        notes = naming(connection, member)
    goes = (
        "name, e-mail address, phone number, pronouns, access and dietary needs",
        f"where they work and as what, in {counted(counts[Affiliation], 'entry', 'entries')}",
        counted(counts[Consent], "consent"),
        f"{counted(counts[Certificate], 'certificate')} in the record; a printed one stays genuine",
        "what imported lists said, and the reasons noted at the door",
        "the same in the history of changes, in shared folders, and in this laptop's daily copies",
    )
    stays = (
        f"{counted(counts[Registration], 'place')} at events and {counted(counts[AttendanceFact], 'record')} "
        "of the door, without a name, so that counts stay right",
        "sector, place, professional group and level, for the same reason",
    )
    return Leaving(member, goes, stays, _by_hand(store.path, notes))


def erase(store: Store, member_id: MemberId, *, reason: str = "", today: date) -> str:
    """Erase everything personal about somebody, for ever and everywhere, with all records merged with theirs.

    SlaError unless this one leads.
    """
    team.must_lead(store)
    leaving = plan(store, member_id)
    if _names(leaving.member, reason):
        raise SlaError("Leave the person's name out of the reason: it is kept when all else goes.")
    now = datetime.now(UTC)
    with store.change() as tx:
        same = timeline.same_person(tx.connection, member_id)
        marks = quotes.marks_of(quotes.names_of(tx.connection, same))
        for one in same:
            tx.put(Expiry(names_id(one), NAMES, marks, now, store.desk))
            tx.put(Erasure(erasure_id(one), one, now, store.desk, clean_line(reason)))
    told = "The person's data is erased here, and on the other laptops and shares as they sync."
    return " ".join([told, *tidy(store, today), *leaving.by_hand])


def doubles_left(store: Store) -> list[str]:
    """Sentences on people who count as one with somebody who was erased: whoever erased did not know of them."""
    with store.read() as connection:
        erased = {one.member_id for one in query.find(connection, Erasure)}
        same = timeline.same_people(connection, erased) - erased if erased else set()
        left = [one for one in query.find_in(connection, Member, "id", sorted(same)) if one.full_name]
    return [
        f"{one.full_name} counts as one with somebody who was erased. Erase this record too, or part the two."
        for one in left
    ]


def tidy(store: Store, today: date) -> list[str]:
    """After orders to let data go, from here or elsewhere: no trace in the write-ahead log and the daily copies.

    A sentence if another program has the data open; it is done at the next sync or start then.
    """
    with store.read() as connection:
        done = _orders(connection)
        if done == (meta.get(connection, _TIDIED) or "0/0"):
            return []
    if not store.clear_log():
        return ["Another window has the data open: close it, or traces stay beside the data until the next start."]
    backups.remove_half_made(store.path)
    if backups.automatic(store.path):
        backups.renew(store, today)
    with store.raw() as connection:
        meta.put(connection, _TIDIED, done)
    store.clear_log()
    return []


def naming(connection: Connection, member: Member) -> list[Note]:
    """Notes of tables that seem to name a person: all their name's words of over two letters are in them."""
    wanted = {word for word in fold(member.full_name).split() if len(word) > 2} or set(fold(member.full_name).split())
    return [note for note in query.find(connection, Note) if wanted <= set(fold(f"{note.text} {note.owner}").split())]


def _names(member: Member, text: str) -> bool:
    """Whether a text has a word of a person's name, or their address."""
    words = {word for word in fold(member.full_name).split() if len(word) > 2}
    return bool(words & set(fold(text).split())) or bool(member.email and fold(member.email) in fold(text))


def _orders(connection: Connection) -> str:
    sql = "SELECT (SELECT count(*) FROM erased) || '/' || (SELECT count(*) FROM expired)"
    return str(connection.exec_driver_sql(sql).scalar_one())


def _by_hand(path: Path, notes: list[Note]) -> tuple[str, ...]:
    told = ["Copies made by hand, exported files and printed papers still show the person: find and destroy them."]
    told += [
        f"{old} was kept when this data was replaced or upgraded: delete it." for old in backups.kept_aside(path)
    ]
    if notes:
        told.append(f"{counted(len(notes), 'note')} of tables may name the person: read and correct them.")
    told.append("An old list that is imported again brings the person back.")
    return tuple(told)
