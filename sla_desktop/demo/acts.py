"""The acts of the demonstration day, in order; each takes the day and those who registered."""

import random
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sla_desktop.demo.paper import on_paper
from sla_desktop.demo.people import Person, material
from sla_desktop.domain.attendance import ALREADY_IN
from sla_desktop.domain.registrations import Registration
from sla_desktop.services import (
    attendance,
    badges,
    certificate_papers,
    certificates,
    doctor,
    documents,
    events,
    exchange,
    feedback,
    groups,
    notes,
    pack,
    presence,
    registrations,
    scans,
    walk_ins,
)
from sla_desktop.services.people import attendees
from sla_desktop.storage.store import Store
from sla_desktop.tables.write import write_csv, write_xlsx

if TYPE_CHECKING:
    from sla_desktop.demo.day import Day

Act = Callable[["Day", Sequence[Person]], None]
_MOST_SHEETS = 8
_NO_SHOW, _WALK_IN, _TWICE, _LEAVES_EARLY, _ANSWERS = 0.14, 0.10, 0.02, 0.06, 0.78


def programme(day: "Day", people: Sequence[Person]) -> None:
    """The day's sessions."""
    for title, start, end, counts in (
        ("Opening", "09:30", "10:15", True),
        ("Breakout round 1", "10:15", "11:00", True),
        ("Coffee", "11:00", "11:30", False),
        ("Breakout round 2", "11:30", "12:15", True),
        ("Lunch", "12:15", "13:15", False),
        ("Breakout round 3", "13:15", "14:15", True),
        ("Commitments", "14:15", "15:30", True),
    ):
        begins, finishes = (events.moment_at(text, day.event)[0] for text in (start, end))
        events.add_session(day.office, day.event.id, title=title, starts=begins, ends=finishes, counts=counts)
    day.say(f"Made the event “{day.event.title}” with 7 sessions.")


def imports(day: "Day", people: Sequence[Person]) -> None:
    """Two exports of different systems, and one of them again."""
    headers = material()["headers"]
    most = people[: len(people) * 5 // 6]
    first, second = day.out / "eventbrite.csv", day.out / "forms.xlsx"
    write_csv(first, headers["eventbrite"], [_eventbrite_row(number, one) for number, one in enumerate(most, 1)])
    rows = [_forms_row(number, one) for number, one in enumerate(people[len(most) :], 1)]
    write_xlsx(second, {"Form1": (headers["forms"], rows)})
    for path in (first, second, first):
        plan = registrations.plan_import(day.office, day.event.id, path)
        registrations.apply_import(day.office, day.event.id, plan)
        counts = ", ".join(f"{number} {fate}" for fate, number in plan.counts.items() if number)
        day.say(f"Imported {path.name} ({plan.read.format}): {counts}.")


def office(day: "Day", people: Sequence[Person]) -> None:
    """Papers for the day, pre-flight, and the event sent to three laptops."""
    for name, draw in (("badges.pdf", badges.print_badges), ("sign-in.pdf", documents.print_signin)):
        pages = draw(day.office, day.event.id, day.out / name)
        day.wrote(day.out / name)
        day.say(f"Printed {name}: {pages} pages.")
    findings = doctor.examine(day.office, day.event.id)
    day.say(f"Pre-flight: {sum(one.well for one in findings)} of {len(findings)} checks are well.")
    for store in (day.office, *day.desks):
        exchange.sync(store, day.share)
    day.say("Sent the event to three laptops; from here they are offline from each other.")


def arrivals(day: "Day", people: Sequence[Person]) -> None:
    """The queue at three desks: most in the first half hour, walk-ins, no-shows, some at two desks."""
    coming = [one for one in _registrations(day.office, day) if day.rng.random() > _NO_SHOW]
    for registration in coming:
        _arrive(day, registration, day.rng.choice(day.desks))
        if day.rng.random() < _TWICE:
            _arrive(day, registration, day.rng.choice(day.desks))
    newcomers = _walk_ins(day, round(len(people) * _WALK_IN))
    undone = _mistake(day, coming[0])
    day.say(f"Checked in {len(coming)} people and {newcomers} walk-ins at {len(day.desks)} desks; {undone}.")


def meet(day: "Day", people: Sequence[Person]) -> None:
    """The desks find a network again and agree."""
    for _ in range(2):
        for store in (*day.desks, day.office):
            exchange.sync(store, day.share)
    counts = presence.counts(day.office, day.event.id)
    day.say(f"Synced all laptops: {counts.inside} of {counts.registered} are in the room.")


def breakouts(day: "Day", people: Sequence[Person]) -> None:
    """Three rounds from those really present, on paper."""
    view = groups.form_groups(day.office, day.event.id, groups.Wish(rounds=3, size=8), seconds=1.0, seed=1)
    day.say(f"Formed {view.plan.tables[0]} tables for 3 rounds. {' '.join(view.plan.sentences[:2])}")
    path = day.out / "tables.pdf"
    pages = documents.print_tables(day.office, day.event.id, path)
    day.wrote(path)
    day.say(f"Printed tables.pdf: {pages} pages.")
    for kind, text in material()["notes"]:
        notes.add_note(day.office, day.event.id, kind=kind, text=text, round_number=1, table=1)


def answers(day: "Day", people: Sequence[Person]) -> None:
    """Feedback on the kiosk and on paper, and the early leavers."""
    inside = presence.present(day.office, day.event.id)
    stock = material()
    saved = 0
    for _ in inside:
        if day.rng.random() < _ANSWERS:
            feedback.answer(day.office, day.event.id, _answer(day.rng, stock))
            saved += 1
    pens = random.Random(saved)
    on_paper(day, [_answer(pens, stock) for _ in range(min(_MOST_SHEETS, len(inside) - saved))])
    told = feedback.report(day.office, day.event.id)
    shares = "; ".join(
        f"{one.label.lower()} {one.share.share:.0%} ({one.share.low:.0%} to {one.share.high:.0%})"
        for one in told.measures
        if one.share
    )
    day.say(f"{saved} anonymous forms on the kiosk, {told.answered} in all: {shares}.")
    leavers = [person for person in inside if day.rng.random() < _LEAVES_EARLY]
    for person in leavers:
        leaves = day.event.starts + timedelta(hours=3, minutes=day.rng.randrange(120))
        attendance.check_out(day.office, day.event.id, person.id, desk="Desk 1", at=leaves)
    day.say(f"{len(leavers)} people left early.")


def papers(day: "Day", people: Sequence[Person]) -> None:
    """Certificates, the summary pack and the register."""
    path = day.out / "certificates.pdf"
    pages = certificate_papers.print_certificates(day.office, day.event.id, path)
    day.wrote(path)
    proof = certificates.verify(day.office, scans.codes_in(str(path))[0])
    day.say(f"Printed {pages} certificates. The first one read back from the PDF: {proof.words}")
    pages = pack.print_pack(day.office, day.event.id, day.out / "summary-pack.pdf")
    rows = documents.write_register(day.office, day.event.id, day.out / "register.xlsx")
    day.wrote(day.out / "summary-pack.pdf")
    day.wrote(day.out / "register.xlsx")
    day.say(f"Printed the summary pack, {pages} pages, and wrote the register of {rows} people.")


def home(day: "Day", people: Sequence[Person]) -> None:
    """The last sync."""
    done = exchange.sync(day.office, day.share)
    for store in day.desks:
        exchange.sync(store, day.share)
    day.say(f"Last sync: {done.words} The share has a readable copy in share/analysis.sqlite.")


ALL: tuple[Act, ...] = (programme, imports, office, arrivals, meet, breakouts, answers, papers, home)


def _registrations(store: Store, day: "Day") -> list[Registration]:
    found = [person.registration for person in attendees(store, day.event.id)]
    day.rng.shuffle(found)
    return found


def _arrive(day: "Day", registration: Registration, desk: Store) -> None:
    verdict = attendance.check_in(
        desk, day.event.id, registration.id, desk=desk.desk, at=_arrival(day), source="scan"
    )
    if verdict.recorded or verdict.code == ALREADY_IN:
        day.green.add(str(registration.id))


def _arrival(day: "Day") -> datetime:
    """70 % in the first half hour after doors open, the rest over the next two hours."""
    early = day.rng.random() < 0.7
    return day.event.starts + timedelta(seconds=day.rng.uniform(0, 1800) if early else day.rng.uniform(1800, 7200))


def _walk_ins(day: "Day", count: int) -> int:
    stock = material()
    for number in range(count):
        home_of = day.rng.choice(stock["organisations"])
        person = walk_ins.NewPerson(
            given=day.rng.choice(stock["given"]),
            family=f"{day.rng.choice(stock['family'])} {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number % 26]}.",
            organisation=home_of["name"],
            sector=home_of["sector"],
            place=home_of["place"],
        )
        desk = day.rng.choice(day.desks)
        verdict = walk_ins.walk_in(desk, day.event.id, person, desk=desk.desk, at=_arrival(day))
        day.green.add(str(verdict.registration_id))
    return count


def _mistake(day: "Day", registration: Registration) -> str:
    """A wrong tap, undone at once and done again."""
    desk = day.desks[0]
    attendance.check_in(desk, day.event.id, registration.id, desk=desk.desk, at=_arrival(day))
    attendance.undo_last(desk, day.event.id, registration.id, desk=desk.desk, reason="Wrong person")
    attendance.check_in(desk, day.event.id, registration.id, desk=desk.desk, at=_arrival(day))
    return "one wrong tap undone"


def _answer(rng: random.Random, stock: dict[str, Any] | Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "connections": "yes" if rng.random() < 0.9 else "no",
        "skills": str(rng.choices((1, 2, 3, 4, 5), (1, 3, 12, 50, 34))[0]),
    }
    for key in ("shared_purpose", "trust", "across_boundaries", "shares_leadership", "keeps_learning"):
        before = rng.choices((1, 2, 3, 4, 5), (8, 25, 37, 22, 8))[0]
        given[f"before_{key}"] = str(before)
        given[f"now_{key}"] = str(min(5, before + rng.choices((0, 1, 2), (35, 50, 15))[0]))
    if rng.random() < 0.5:
        given["enabler"] = rng.choice(stock["enablers"])
    if rng.random() < 0.4:
        given["barrier"] = rng.choice(stock["barriers"])
    return given


def _eventbrite_row(number: int, one: Person) -> tuple[str, ...]:
    money = ("1", "", "Free place", str(900000 + number), "", "Free Order", "GBP", "0.00", "0.00", "0.00", "0.00")
    order = (str(700000 + number), "10/28/26 09:15", one.given, one.family, one.email)
    return (*order, *money, "Attending", one.role, one.organisation, one.sector, one.place, one.profession, one.level)


def _forms_row(number: int, one: Person) -> tuple[str, ...]:
    head = (str(number), "10/29/26 08:00:00", "10/29/26 08:02:00", "anonymous", "")
    who = (one.given, one.family, one.email, one.organisation, one.role)
    return (*head, *who, one.sector, one.place, one.profession, one.level)
