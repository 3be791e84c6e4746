"""The people of an event: who is registered, with which hat, and whether they are in."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Select, case, func, select

from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.events import Event
from sla_desktop.domain.ids import EventId, MemberId, OrganisationId, RegistrationId
from sla_desktop.domain.members import Affiliation, Member, Organisation
from sla_desktop.domain.registrations import GONE, WALK_IN, Registration, registration_id
from sla_desktop.domain.sorting import Order, order_of
from sla_desktop.domain.text import fold
from sla_desktop.services import timeline
from sla_desktop.storage import query
from sla_desktop.storage.schema import TABLES
from sla_desktop.storage.store import Store


@dataclass(frozen=True)
class Attendee:
    """A registered person as pages and documents see them; `torn` where desks gave them two main organisations."""

    registration: Registration
    member: Member
    organisation: str = ""
    role: str = ""
    sector: str = ""
    place: str = ""
    profession: str = ""
    level: str = ""
    organisations: tuple[str, ...] = ()
    last: AttendanceFact | None = None
    torn: bool = False

    @property
    def id(self) -> RegistrationId:
        """The registration's id."""
        return self.registration.id

    @property
    def name(self) -> str:
        """The name as the person writes it."""
        return self.member.full_name

    @property
    def walked_in(self) -> bool:
        """Whether a desk added them, since they were on no list."""
        return self.registration.source == WALK_IN

    @property
    def order(self) -> Order:
        """Where the name stands in a list on paper."""
        return order_of(self.name, self.member.family)

    @property
    def inside(self) -> bool:
        """Whether the last standing fact let them in."""
        return self.last is not None and self.last.kind == "in"

    @property
    def cancelled(self) -> bool:
        """Whether the registration was cancelled, refunded or made void."""
        return self.registration.status in GONE


class Listed(NamedTuple):
    """A registered person as a row of a long list: what a table shows, and no more."""

    id: RegistrationId
    name: str
    family: str
    organisation: str
    sector: str
    place: str
    ticket_type: str
    cancelled: bool
    last: AttendanceFact | None

    @property
    def inside(self) -> bool:
        """Whether the last standing fact let them in."""
        return self.last is not None and self.last.kind == "in"


def listed(store: Store, event_id: EventId) -> list[Listed]:
    """Everybody registered for an event, read with one statement: thousands while somebody waits."""
    with store.read() as connection:
        facts = _last(connection, event_id)
        rows = connection.execute(_listing(event_id)).all()
        gone = {registration_id(event_id, one) for one in _doubles(connection, event_id)}
        names = _counted_names(connection, event_id)
    found: dict[RegistrationId, Listed] = {}
    hats: dict[RegistrationId, tuple[bool, UUID]] = {}
    for key, name, *told, status, main, hat in rows:
        if key not in gone and (key not in hats or (not main, hat) < hats[key]):
            hats[key] = not main, hat
            family, organisation, sector, place, ticket = (text or "" for text in told)
            found[key] = Listed(
                key, names.get(key, name), family, organisation, sector, place, ticket, status in GONE, facts.get(key)
            )
    return list(found.values())


def attendees(store: Store, event_id: EventId) -> list[Attendee]:
    """Everybody registered for an event, by name."""
    with store.read() as connection:
        return read_attendees(connection, event_id)


def counted_people(store: Store, event_id: EventId) -> list[Attendee]:
    """The same for statistics: people who were erased still count, without a name."""
    with store.read() as connection:
        return read_attendees(connection, event_id, erased=True)


def read_attendees(
    connection: Connection,
    event_id: EventId,
    *,
    erased: bool = False,
    last: Mapping[RegistrationId, AttendanceFact] | None = None,
) -> list[Attendee]:
    """The same inside a transaction; `last` is everybody's last fact where it is known already."""
    registrations = _counting(connection, query.find(connection, Registration, event_id=event_id))
    members = {member.id: member for member in query.find_of(connection, Member, "id", event_id)}
    hats = _by_member(query.find_of(connection, Affiliation, "member_id", event_id))
    # Those as whom somebody here counts, and who are not on this list themselves.
    others = [one.member_id for one in registrations if one.member_id not in members]
    members |= query.get_many(connection, Member, others)
    hats |= hats_of(connection, others)
    if erased:
        members = {one.member_id: Member(one.member_id, "") for one in registrations} | members
    facts = _last(connection, event_id) if last is None else last
    return _put_together(connection, registrations, members, hats, facts)


def _last(connection: Connection, event_id: EventId) -> dict[RegistrationId, AttendanceFact]:
    event = query.get(connection, Event, event_id)
    return timeline.latest(event, timeline.facts(connection, event_id)) if event else {}


def read_some(
    connection: Connection,
    event_id: EventId,
    keys: Sequence[RegistrationId],
    last: Mapping[RegistrationId, AttendanceFact],
) -> list[Attendee]:
    """Some registered people, with the last fact of each; who is not there or was erased is left out."""
    found = [one for one in query.find_in(connection, Registration, "id", keys) if one.event_id == event_id]
    registrations = _counting(connection, found)
    members = query.get_many(connection, Member, [one.member_id for one in registrations])
    hats = hats_of(connection, list(members))
    return _put_together(connection, registrations, members, hats, last)


def known_elsewhere(connection: Connection, event_id: EventId, besides: Collection[MemberId]) -> list[Attendee]:
    """Everybody known from other events and not registered for this one, each at the last of them, but for some."""
    nth = {one.id: number for number, one in enumerate(query.find(connection, Event, order="starts"))}
    places = sorted(query.find(connection, Registration), key=lambda one: (nth.get(one.event_id, -1), one.id))
    last = {one.member_id: one for one in places}
    here = {one.member_id for one in query.find(connection, Registration, event_id=event_id)}
    away = [one for key, one in last.items() if key not in here and key not in besides]
    members = query.get_many(connection, Member, [one.member_id for one in away])
    return _put_together(connection, away, members, hats_of(connection, list(members)), {})


def _put_together(
    connection: Connection,
    registrations: Iterable[Registration],
    members: Mapping[MemberId, Member],
    hats: Mapping[MemberId, Sequence[Affiliation]],
    facts: Mapping[RegistrationId, AttendanceFact],
) -> list[Attendee]:
    known = organisations_of(connection, (hat for group in hats.values() for hat in group))
    people = [
        attendee(registration, members[registration.member_id], hats.get(registration.member_id, []), known, facts)
        for registration in registrations
        if registration.member_id in members
    ]
    return sorted(people, key=lambda person: (fold(person.name), person.id))


def _counting(connection: Connection, found: list[Registration]) -> list[Registration]:
    """Registrations of an event, one for each person: merged records of one person count once."""
    into = timeline.merged(connection)
    if not into:
        return found
    return list({one.id: one for one in (timeline.counting(connection, each, into) for each in found)}.values())


def _counted_names(connection: Connection, event_id: EventId) -> dict[RegistrationId, str]:
    """The names of those as whom merged people count, by the place that they may have at an event."""
    into = timeline.merged(connection)
    members = query.get_many(connection, Member, list(into.values()))
    return {registration_id(event_id, one): members[end].full_name for one, end in into.items() if end in members}


def _doubles(connection: Connection, event_id: EventId) -> list[MemberId]:
    """Members whose place at an event counts as that of somebody else there."""
    into = timeline.merged(connection)
    keys = {one: registration_id(event_id, other) for one, other in into.items()}
    known = query.get_many(connection, Registration, list(keys.values()))
    return [one for one, key in keys.items() if key in known]


def doubled(connection: Connection, event_id: EventId) -> int:
    """How many places at an event are second records of somebody who has one."""
    return len(_doubles(connection, event_id))


def attendee(
    registration: Registration,
    member: Member,
    hats: Sequence[Affiliation],
    organisations: Mapping[OrganisationId, Organisation],
    facts: Mapping[RegistrationId, AttendanceFact],
) -> Attendee:
    """Put the parts of a person together; the main hat (else the first) is the one shown."""
    hat = main_hat(hats)
    found = [organisations[one.organisation_id] for one in hats if one.organisation_id]
    main = organisations.get(hat.organisation_id) if hat and hat.organisation_id else None
    return Attendee(
        registration=registration,
        member=member,
        organisation=main_organisation(hats, organisations),
        role=hat.role if hat else "",
        sector=(hat.sector if hat else "") or (main.sector if main else ""),
        place=(hat.place if hat else "") or (main.place if main else ""),
        profession=hat.profession if hat else "",
        level=hat.level if hat else "",
        organisations=tuple(one.name for one in found),
        last=facts.get(registration.id),
        torn=sum(one.main for one in hats) > 1,
    )


def hats_of(connection: Connection, members: list[MemberId]) -> dict[MemberId, list[Affiliation]]:
    """The affiliations of some members."""
    return _by_member(query.find_in(connection, Affiliation, "member_id", members))


def organisations_of(connection: Connection, hats: Iterable[Affiliation]) -> dict[OrganisationId, Organisation]:
    """The organisations of some affiliations, by id."""
    wanted = {hat.organisation_id for hat in hats if hat.organisation_id}
    return {one.id: one for one in query.find_in(connection, Organisation, "id", list(wanted))}


def main_organisation(hats: Sequence[Affiliation], known: Mapping[OrganisationId, Organisation]) -> str:
    """The name of the organisation of somebody's main hat (else the first), or nothing."""
    hat = main_hat(hats)
    found = known.get(hat.organisation_id) if hat and hat.organisation_id else None
    return found.name if found else ""


def _listing(event_id: EventId) -> Select[Any]:
    """One row for each registration and hat; sorting thousands here would cost more than choosing among hats does."""
    registration, member = TABLES["registration"], TABLES["member"]
    hat, organisation = TABLES["affiliation"], TABLES["organisation"]
    joined = (
        registration.join(member, member.c.id == registration.c.member_id)
        .outerjoin(hat, hat.c.member_id == member.c.id)
        .outerjoin(organisation, organisation.c.id == hat.c.organisation_id)
    )
    sector, place = func.coalesce(hat.c.sector, ""), func.coalesce(hat.c.place, "")
    columns = (
        registration.c.id,
        member.c.full_name,
        member.c.family,
        organisation.c.name,
        case((sector != "", sector), else_=organisation.c.sector),
        case((place != "", place), else_=organisation.c.place),
        registration.c.ticket_type,
        registration.c.status,
        hat.c.main,
        hat.c.id,
    )
    return select(*columns).select_from(joined).where(registration.c.event_id == event_id)


def _by_member(hats: Iterable[Affiliation]) -> dict[MemberId, list[Affiliation]]:
    found: dict[MemberId, list[Affiliation]] = {}
    for hat in hats:
        found.setdefault(hat.member_id, []).append(hat)
    return found


def main_hat(hats: Sequence[Affiliation]) -> Affiliation | None:
    """The hat by which somebody is shown: of the main ones, else of all, the first by id.

    Two desks may each have noted a main one, and every laptop must show the same.
    """
    return min(hats, key=lambda one: (not one.main, one.id), default=None)
