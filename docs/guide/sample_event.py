"""A made-up community day for the guide's pictures: names from many languages, half of them in the room."""

from datetime import UTC, datetime, timedelta
from random import Random

from sla_desktop.domain.events import Event
from sla_desktop.domain.ids import MemberId, new_id
from sla_desktop.domain.members import Affiliation, Member, Organisation, affiliation_id, organisation_id
from sla_desktop.domain.registrations import CANCELLED, REGISTERED, Registration, registration_id, ticket_code
from sla_desktop.services import attendance, events
from sla_desktop.storage.store import Store

DAY = datetime(2026, 11, 19, tzinfo=UTC)
NAMES = """
Siân Ffion Llywelyn|Aoife Ní Bhriain|Folasadé O'Neill-Adébáyò|Małgorzata Wiśniewska|Nguyễn Thị Minh Khai
Zoë D'Souza|Müşerref Çelik|Priyanka Chaudhuri|Jean-Baptiste Okonkwo|Ananya Krishnamurthy|Łukasz Żółkowski
María José Fernández Peña|محمد الأحمد|Chidinma Nwachukwu|Björn Håkansson|Grace Adjei-Mensah|Dafydd ap Gwilym
Yasmin Rahman|Οδυσσέας Παπαδόπουλος|Tomasz Kowalczyk|Blessing Oyelaran|Rhys van der Berg|Ngọc Anh Trần
Fatima Al-Zahra|Kwame Asante|Олена Коваленко|Beatriz Gonçalves|Seán Ó Súilleabháin|Harpreet Kaur Dhillon
Ioana Mihăilescu|Temitope Bankole|Li Wei|Hannah McDonald|Ayşe Yılmaz|Sipho Dlamini|Eilidh MacLeòid
Jürgen Groß|Nkechi Eze|Rebeka Szabó|Arjun Patel|Mercy Wanjiru|Oluwaseun Ajayi|Catherine St John-Smith
Đorđe Petrović|Amélie Lefèvre|Thandiwe Mokoena|José Antonio Núñez|Shreya Iyer|Owain Glyn Pryce|Hiroko Tanaka
Abdirahman Warsame|Kateřina Dvořáková|Femi Olatunji|Isabel da Silva|Gwen Hughes|Mehwish Qureshi
Tuomas Järvinen
"""
PLACES = ("Bexley", "Bromley", "Greenwich", "Lambeth", "Lewisham", "Southwark")
WORK = (
    ("Riverside NHS Trust", "Health", "Ward manager"),
    ("Southbank Primary Care Network", "Health", "Practice nurse"),
    ("Lewisham Council", "Local government", "Head of adult social care"),
    ("Carers Together", "Voluntary", "Carer lead"),
    ("Greenwich Mind", "Voluntary", "Peer worker"),
    ("Elmfield Care Home", "Social care", "Registered manager"),
    ("Harbour Hospice", "Voluntary", "Consultant"),
    ("Thameside University", "Academic", "Lecturer"),
    ("Bromley Healthcare", "Health", "Physiotherapist"),
    ("Patient voices", "Patients and carers", "Patient partner"),
)
TICKETS = ("In person", "In person", "In person", "Speaker", "Volunteer")


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
        events.add_session(
            store, event.id, title=title, starts=DAY + timedelta(hours=hour), ends=DAY + timedelta(hours=hour + 2)
        )
    places = _register(store, event, people, rng)
    open_ones = [place for place in places if place.status == REGISTERED]
    for number, place in enumerate(rng.sample(open_ones, here)):
        at = DAY + timedelta(hours=8, minutes=31, seconds=24 * number)
        attendance.check_in(store, event.id, place.id, desk=f"Desk {number % 2 + 1}", at=at)
    return event


def _register(store: Store, event: Event, people: int, rng: Random) -> list[Registration]:
    names = [name for line in NAMES.strip().splitlines() for name in line.split("|")]
    firsts = [name.split(" ", 1)[0] for name in names]
    lasts = [name.rsplit(" ", 1)[-1] for name in names]
    mixed = [f"{rng.choice(firsts)} {rng.choice(lasts)}" for _ in range(people - len(names))]
    values: list[object] = [Organisation(organisation_id(name), name, sector) for name, sector, _ in WORK]
    places = []
    for name in names[:people] + mixed:
        given, _, family = name.partition(" ")
        email = f"person{len(places)}@example.org"
        member = Member(MemberId(new_id()), name, given=given, family=family, email=email)
        organisation, sector, role = rng.choice(WORK)
        key = registration_id(event.id, member.id)
        status = CANCELLED if rng.random() < 0.03 else REGISTERED
        place = Registration(
            key, event.id, member.id, status=status, code=ticket_code(key), ticket_type=rng.choice(TICKETS)
        )
        hat = Affiliation(
            affiliation_id(member.id, organisation),
            member.id,
            organisation_id(organisation),
            role=role,
            sector=sector,
            place=rng.choice(PLACES),
            main=True,
        )
        values += [member, hat, place]
        places.append(place)
    with store.change() as tx:
        tx.put(*values)
    return places
