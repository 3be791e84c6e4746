"""A made-up community day for the guide's pictures: 168 people registered, more than half of them in the room."""

from datetime import UTC, datetime, timedelta
from random import Random

from sla_desktop.demo.people import Person, make_people
from sla_desktop.domain.events import Event
from sla_desktop.domain.ids import MemberId, new_id
from sla_desktop.domain.members import Affiliation, Member, Organisation, affiliation_id, organisation_id
from sla_desktop.domain.registrations import CANCELLED, REGISTERED, Registration, registration_id, ticket_code
from sla_desktop.services import attendance, events, feedback, forms
from sla_desktop.storage.store import Store
from sla_desktop.survey import limits, model
from sla_desktop.survey.model import Question, Questionnaire

DAY = datetime(2026, 11, 19, tzinfo=UTC)
TICKETS = ("In person", "In person", "In person", "Speaker", "Volunteer")
WRITTEN = (
    "Knowing whom to ring in the other five boroughs.",
    "Half a day a month that nobody can take away from me.",
    "A shadowing week in a care home.",
    "Two people at my table who want to try the same thing.",
    "Being asked what I think, and then hearing it used.",
    "A short list of who does what across the system.",
)


def make(store: Store, people: int = 168, here: int = 96) -> Event:
    """Put the event, its people and their arrivals into a store."""
    rng = Random(19)
    event = events.add_event(
        store,
        title="Leadership community day",
        venue="Albany Hall, Deptford",
        starts=DAY + timedelta(hours=9),
        ends=DAY + timedelta(hours=16, minutes=30),
    )
    for hour, title in ((9, "Welcome and inspiration"), (11, "Workshops"), (14, "Whole-system conversation")):
        starts = DAY + timedelta(hours=hour)
        events.add_session(store, event.id, title=title, starts=starts, ends=starts + timedelta(hours=2))
    places = [_register(store, event, person, rng) for person in make_people(people, rng)]
    open_ones = [place for place in places if place.status == REGISTERED]
    for number, place in enumerate(rng.sample(open_ones, here)):
        at = DAY + timedelta(hours=8, minutes=31, seconds=24 * number)
        attendance.check_in(store, event.id, place.id, desk=f"Desk {number % 2 + 1}", at=at)
    return event


def answer(store: Store, event: Event, people: int = 58) -> None:
    """Let some people answer the event's form."""
    rng = Random(4)
    form = forms.questionnaire(store, event.id)
    given = []
    for number in range(people):
        told = {question.key: _answer(form, question, number, rng) for question in form.asked}
        if told["connections"] == "no":
            told["how_many"] = ""
        given.append({key: value for key, value in told.items() if value})
    feedback.answer_all(store, event.id, given, channel="kiosk")


def _register(store: Store, event: Event, person: Person, rng: Random) -> Registration:
    member = Member(MemberId(new_id()), person.name, given=person.given, family=person.family, email=person.email)
    key, where = registration_id(event.id, member.id), organisation_id(person.organisation)
    status = CANCELLED if rng.random() < 0.03 else REGISTERED
    ticket = rng.choice(TICKETS)
    place = Registration(key, event.id, member.id, status=status, code=ticket_code(key), ticket_type=ticket)
    hat = Affiliation(
        affiliation_id(member.id, person.organisation),
        member.id,
        where,
        role=person.role,
        sector=person.sector,
        place=person.place,
        profession=person.profession,
        level=person.level,
        main=True,
    )
    with store.change() as tx:
        tx.put(Organisation(where, person.organisation, person.sector), member, hat, place)
    return place


def _answer(form: Questionnaire, question: Question, number: int, rng: Random) -> str:
    if question.kind == model.TEXT:
        return WRITTEN[number // 9 % len(WRITTEN)] if number % 9 == 0 else ""
    if question.kind == model.RANGE:
        return str(rng.choice((5, 6, 7, 7, 8, 8, 9, 9, 10)))
    if question.key.startswith("before_"):
        return rng.choice("122333")
    values = [one.value for one in form.choices_of(question)] or list(limits.steps(question, 11))
    weights = {"yes": 9, "no": 1, "1": 1, "2": 1, "3": 3, "4": 6, "5": 4}
    return rng.choices(values, [weights.get(value, 3) for value in values])[0]
