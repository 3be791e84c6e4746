"""Everybody at an event and what happened at its doors, kept in memory and brought up to date after each commit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from heapq import nlargest
from itertools import chain

from sqlalchemy import Connection

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.events import Event, Session
from sla_desktop.domain.ids import EventId, FactId, MemberId, RegistrationId, SessionId
from sla_desktop.domain.members import Affiliation
from sla_desktop.domain.registrations import Registration, registration_id
from sla_desktop.domain.team import device_id
from sla_desktop.services import cards, people, presence, timeline
from sla_desktop.services.cards import Card
from sla_desktop.services.news import News, Records
from sla_desktop.services.people import Attendee
from sla_desktop.services.presence import Arrival, Counts, Fullness
from sla_desktop.services.search import Index
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

# So many are read while a hand goes from one key to the next.
MOST_AT_ONCE = 800
_INSTANT = timedelta(microseconds=1)


class Roll:
    """What a door desk has in mind of its event. `read` costs as much as what is new, not as much as the event."""

    def __init__(self, store: Store, event_id: EventId) -> None:
        self._store, self._event_id, self._news = store, event_id, News()
        self._facts: dict[RegistrationId, dict[FactId, AttendanceFact]] = {}
        self._standing: dict[RegistrationId, list[AttendanceFact]] = {}
        self._last: dict[RegistrationId, AttendanceFact] = {}
        self._walk_ins: set[RegistrationId] = set()
        self._torn: set[MemberId] = set()
        self._noted: dict[FactId, datetime] = {}
        self._own, self._newest = device_id(store.public_key), datetime.min.replace(tzinfo=UTC)
        self._counts = Counts(0, 0, 0, 0)
        self._event: Event | None = None
        self.index = Index()

    @property
    def counts(self) -> Counts:
        """The numbers of the event."""
        came = [facts for facts in self._standing.values() if any(fact.kind == rules.IN for fact in facts)]
        inside = sum(fact.kind == rules.IN for fact in self._last.values())
        return replace(self._counts, inside=inside, arrived=len(came))

    def read(self) -> None:
        """Take in what was committed since the last call, here or elsewhere."""
        self.catch_up(most=None)

    def catch_up(self, most: int | None = MOST_AT_ONCE) -> bool:
        """The same, unless all of more than `most` people are to be read anew; whether it was done.

        Where it was not, this roll is of no use any more: read another one while nobody waits for it.
        """
        with self._store.read() as connection:
            news = self._news.read(connection)
            if news is None and most is not None and _registered(connection, self._event_id) > most:
                return False
            if news is None:
                self._read_all(connection)
            else:
                self._read_some(connection, news)
            if news is None or "registration" in news:
                self._counts = presence.registered(connection, self._event_id)
        return True

    def recent(self, limit: int) -> list[Arrival]:
        """The latest standing facts, newest first: what this desk noted last, even where its clock was put back."""
        facts = nlargest(limit, chain(*self._standing.values()), key=lambda fact: (self._noted[fact.id], fact.id))
        with self._store.read() as connection:
            sessions = query.find(connection, Session, event_id=self._event_id)
        titles = {one.id: one.title for one in sessions}
        return [self._arrival(fact, titles) for fact in facts]

    def fullness(self) -> list[Fullness]:
        """How full each session is now."""
        there: dict[object, int] = {}
        for fact in self._last.values():
            if fact.kind == rules.IN:
                there[fact.session_id] = there.get(fact.session_id, 0) + 1
        with self._store.read() as connection:
            return presence.fullness_of(connection, self._event_id, there)  # type: ignore[arg-type]

    def cards(self) -> list[Card]:
        """What two desks saw differently and nobody has settled. Only who was noted twice can be among them."""
        facts = chain(*(known.values() for known in self._facts.values() if len(known) > 1))
        walk_ins = [one.name for one in map(self.index.get, self._walk_ins) if one is not None]
        namesakes = {one.id: one for name in walk_ins for one in self.index.called(name)}
        return cards.cards(self._store, self._event_id, list(facts), list(namesakes.values()), self._torn)

    def _read_all(self, connection: Connection) -> None:
        self._facts, self._standing, self._last = {}, {}, {}
        self._event = query.get(connection, Event, self._event_id)
        self._take_facts(timeline.facts(connection, self._event_id))
        self._walk_ins, self._torn = set(), set()
        everybody = people.read_attendees(connection, self._event_id, last=self._last)
        self.index.show(everybody)
        self._take_marks(everybody)

    def _read_some(self, connection: Connection, news: Records) -> None:
        fresh = [FactId(key) for key in news.get("attendance", ())]
        touched = self._take_facts(timeline.some_facts(connection, self._event_id, fresh))
        told = self._told_of(connection, news)
        if told:
            known = people.read_some(connection, self._event_id, list(told), self._last)
            self.index.drop(told - {person.id for person in known})
            self.index.take(known)
            self._take_marks(known)
        self.index.take(self._with_last(touched - told))

    def _take_marks(self, people: Sequence[Attendee]) -> None:
        self._walk_ins |= {one.id for one in people if one.walked_in}
        self._torn -= {one.member.id for one in people}
        self._torn |= {one.member.id for one in people if one.torn}

    def _take_facts(self, facts: Iterable[AttendanceFact]) -> set[RegistrationId]:
        """Keep facts; those of whom there is something new."""
        touched = set()
        for fact in sorted(facts, key=lambda fact: (fact.recorded_at, fact.id)):
            self._note(fact)
            self._facts.setdefault(fact.registration_id, {})[fact.id] = fact
            touched.add(fact.registration_id)
        for key in touched:
            self._standing[key] = rules.standing(self._facts[key].values())
            self._last.pop(key, None)
            self._last |= self._latest(self._standing[key])
        return touched

    def _latest(self, facts: Sequence[AttendanceFact]) -> Mapping[RegistrationId, AttendanceFact]:
        return timeline.latest(self._event, facts) if self._event else {}

    def _note(self, fact: AttendanceFact) -> None:
        if fact.id in self._noted:
            return
        at = fact.recorded_at
        if fact.device_id == self._own:
            at = self._newest = max(at, self._newest + _INSTANT)
        self._noted[fact.id] = at

    def _told_of(self, connection: Connection, news: Records) -> set[RegistrationId]:
        """The registrations of whom more is new than when they came."""
        keys = {RegistrationId(key) for key in news.get("registration", ())}
        members = {MemberId(key) for key in news.get("member", ())}
        hats = query.find_in(connection, Affiliation, "id", news.get("affiliation", ()))
        hats += query.find_in(connection, Affiliation, "organisation_id", news.get("organisation", ()))
        members |= {hat.member_id for hat in hats}
        if members:
            members |= timeline.same_people(connection, members)
        return keys | {registration_id(self._event_id, one) for one in members}

    def _with_last(self, keys: Iterable[RegistrationId]) -> Iterable[Attendee]:
        known = ((self.index.get(key), self._last.get(key)) for key in keys)
        return [replace(person, last=last) for person, last in known if person is not None]

    def _arrival(self, fact: AttendanceFact, titles: Mapping[SessionId, str]) -> Arrival:
        person = self.index.get(fact.registration_id)
        name = presence.named(person.member if person else None)
        session = titles.get(fact.session_id, "") if fact.session_id else ""
        return Arrival(fact, name, person.organisation if person else "", session)


def _registered(connection: Connection, event_id: EventId) -> int:
    return query.count(connection, Registration, event_id=event_id)
