"""Somebody whom one desk let in while another laptop says that their place was given up, blocked or not approved."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact, Verdict
from sla_desktop.domain.events import Event, local, long_date
from sla_desktop.domain.ids import RegistrationId
from sla_desktop.domain.members import Member, name_of
from sla_desktop.domain.registrations import HAD_COME, REGISTERED, WITHHELD, Registration
from sla_desktop.domain.team import device_id
from sla_desktop.services import attendance, authorship, timeline
from sla_desktop.services.authorship import ELSEWHERE, Saying
from sla_desktop.storage import cells, query
from sla_desktop.storage.schema import id_from_hex
from sla_desktop.storage.store import Store

NO_PLACE = "The place had been given up"
_OVERRULED = (rules.CANCELLED, rules.BLOCKED)
_LET_IN = """
SELECT DISTINCT place.id FROM registration place JOIN attendance fact ON fact.registration_id = place.id
WHERE place.event_id = ? AND place.status IN {} AND fact.kind = 'in'
AND coalesce(fact.overruled, '') NOT IN ('cancelled', 'blocked')
"""


@dataclass(frozen=True)
class CancelledButIn:
    """An arrival for a place that another laptop gave up; `facts` are all that stand of the person, by true time."""

    name: str
    place: Registration
    facts: tuple[AttendanceFact, ...]
    words: str
    answer: str = "They have a place"
    other: str = "Undo the arrival"


def cancelled_but_in(store: Store, connection: Connection, event: Event) -> list[CancelledButIn]:
    """Everybody whom a desk let in to a place that another laptop, as it did not know, says is given up; by name."""
    sql = _LET_IN.format(cells.marks(len(WITHHELD)))
    found = cells.asked(connection, sql, (event.id.hex, *sorted(WITHHELD)))
    if not found:
        return []
    keys = [RegistrationId(id_from_hex(key)) for (key,) in found]
    known, names = timeline.mending(connection), authorship.laptop_names(store, connection)
    told = []
    for place in query.get_many(connection, Registration, keys).values():
        facts = rules.standing(timeline.facts_of(connection, place, known))
        arrival = next((fact for fact in facts if fact.kind == rules.IN), None)
        said = _given_up(connection, timeline.counting(connection, place, known.into))
        if said and arrival and arrival.overruled not in _OVERRULED and arrival.device_id != device_id(said.key):
            name = name_of(query.get(connection, Member, place.member_id))
            words = _words(name, arrival, said, names.get(said.key, ELSEWHERE), event)
            told.append(CancelledButIn(name, place, tuple(facts), words))
    return sorted(told, key=lambda card: (card.name, card.place.id))


def has_place(store: Store, card: CancelledButIn) -> Verdict:
    """The place is theirs again, on every laptop; the arrival stands."""
    with store.change() as tx:
        tx.put(replace(card.place, status=REGISTERED))
    return Verdict(rules.UNDONE, "Has a place", card.name, detail="The place is theirs again; the arrival counts.")


def never_came_in(store: Store, card: CancelledButIn, *, desk: str) -> Verdict:
    """The place stays given up, and what was noted of the person at the door is undone."""
    for fact in reversed(card.facts):
        verdict = attendance.undo(store, fact.event_id, fact.id, desk=desk, reason=NO_PLACE)
    return verdict


def _given_up(connection: Connection, place: Registration) -> Saying | None:
    """Who said last that a place is given up, as it is."""
    if place.status not in WITHHELD or HAD_COME in place.note:
        return None
    said = authorship.sayings(connection, place.id, "status").values()
    return max((one for one in said if one.value == place.status), key=lambda one: one.at, default=None)


def _words(name: str, arrival: AttendanceFact, said: Saying, laptop: str, event: Event) -> str:
    came, at = local(arrival.happened_at, event.zone), local(said.at, event.zone)
    when = "" if at.date() == came.date() else f" on {long_date(at.date())}"
    return (
        f"{name} was let in at {arrival.desk} at {came:%H:%M}, but {laptop} noted at {at:%H:%M}{when} that the place "
        f"is {str(said.value).replace('-', ' ')}. Both stay in the record; do they have a place?"
    )
