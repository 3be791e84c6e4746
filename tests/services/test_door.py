"""Tickets, rules, rooms, cards, merges, paper, badges: what a desk does beyond letting in and out."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from sla_desktop.domain.attendance import occupancy, stays
from sla_desktop.domain.certificates import PrintRecord
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import new_id
from sla_desktop.domain.registrations import read_code
from sla_desktop.services import (
    attendance,
    badges,
    cards,
    clock,
    documents,
    doors,
    earning,
    erasure,
    events,
    exchange,
    handover,
    merging,
    paper,
    places,
    presence,
    refusals,
    signing,
    team,
    tickets,
    timeline,
    walk_ins,
)
from sla_desktop.services.people import attendees
from sla_desktop.services.places import NewPlace
from sla_desktop.services.scenes import Entry
from sla_desktop.services.tickets import Place
from sla_desktop.services.walk_ins import NewPerson
from tests.conftest import ENDS, STARTS
from tests.printing.reading import texts

NINE = STARTS


@pytest.fixture
def people(store, event, register):
    return register(
        store, event.id, "Ann,Lee,ann@x.org,Oxleas", "Bob,Ray,bob@x.org,King's", "Cat,Poe,cat@x.org,King's"
    )


@pytest.fixture
def two(store, open_laptop, tmp_path, event, people):
    """A second laptop that has everything, and a sync of both."""
    other, share = open_laptop("other"), tmp_path / "share"
    share.mkdir()

    def meet():
        for one in (store, other, store):
            exchange.sync(one, str(share))

    store.name_desk("A")
    other.name_desk("B")
    meet()
    return other, meet


def scan(store, event, text, **said):
    return tickets.scan(store, [Place(event.id)], text, desk="Desk 1", **said)


def test_every_text_but_the_one_that_was_signed_is_refused(store, event, people):
    text = tickets.ticket_text(store, people[0].registration)
    for place in range(len("SLA2:"), len(text)):
        forged = text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]
        assert signing.opened(store, "SLA2", forged) is None or not signing.opened(store, "SLA2", forged)[1]
    assert scan(store, event, text).code == "valid"


def test_a_code_with_a_slip_is_nobodys(store, event, people):
    code = people[0].registration.code
    slip = ("A" if code[0] != "A" else "B") + code[1:]
    assert scan(store, event, slip).code == "not-on-list"
    assert scan(store, event, code.lower()).code == "valid"


def test_a_refusal_needs_what_was_scanned_and_a_known_reason(store, event):
    with pytest.raises(SlaError, match="needs what was scanned"):
        refusals.note(store, event.id, " ", "not-on-list", desk="A")
    with pytest.raises(SlaError, match="“nonsense” is no verdict"):
        refusals.note(store, event.id, "X", "nonsense", desk="A")
    assert refusals.refusals(store, event.id) == []


def test_rules_that_there_are_not_are_refused_and_nothing_changes(store, event):
    for rules, sentence in (
        ({"admit": ["x"]}, "“admit” is no rule"),
        ({"entries": "twice"}, "“twice” is no rule for coming again"),
        ({"limits": {"weekdays": ["Someday"]}}, "“Someday” is no day of the week"),
        ({"limits": {"most_entries": "three"}}, "“most_entries” is a number"),
        ({"limits": {"not_before": "late"}}, "“late” is not a time"),
        ({"limits": {"not_after": "9999-12-31 23:59"}}, "The year 9999 must be a slip"),
        ({"limits": {"any": []}}, "at least one thing"),
        ({"limits": {"not": 3}}, "“not” holds limits"),
        ({"limits": {"only_while": "near"}}, "inside or outside"),
        ({"questions": [{"text": "?"}]}, "needs a name"),
        ({"questions": [{"name": "x", "kind": "colour"}]}, "is no kind of question"),
        ({"questions": [{"name": "x", "choices": 5}]}, "is a list of words"),
        ({"questions": [5]}, "is a list of questions"),
        ({"admits": "Delegate"}, "is a list of ticket types"),
        ({"admits": [None]}, "is a list of ticket types"),
        ({"limits": [{"x": 1}]}, "is limits by name"),
        ({"unpaid": "yes"}, "is true or false"),
    ):
        with pytest.raises(SlaError, match=sentence):
            doors.set_rules(store, event.id, rules)
    assert doors.rules_of(store, event.id).limits == {}


def test_rules_reach_the_other_laptop(store, event, two):
    other, meet = two
    doors.set_rules(store, event.id, {"admits": ["Speaker"], "limits": {"any": [{"most_entries": 1}]}})
    meet()
    assert doors.rules_of(other, event.id) == doors.rules_of(store, event.id)


def test_the_room_and_the_time_decide_the_session(store, event):
    def session(title, start, end):
        return events.add_session(
            store,
            event.id,
            title=title,
            starts=NINE + timedelta(minutes=start),
            ends=NINE + timedelta(minutes=end),
            room="Chapel",
        )

    first, second, late = session("First", 0, 60), session("Second", 60, 120), session("Late", 300, 360)
    for minute, expected in ((-31, None), (-10, first), (30, first), (52, second), (60, second), (119, second),
                             (130, None), (275, late), (360, None)):  # fmt: skip
        found = doors.session_in(store, event.id, "chapel", NINE + timedelta(minutes=minute))
        assert (found and found.title) == (expected and expected.title), minute
    with pytest.raises(SlaError, match="no room “Crypt” at this event"):
        doors.session_in(store, event.id, "Crypt", NINE)


def test_a_clock_that_is_put_right_later_does_not_change_what_was_corrected(store, event, people):
    with clock.played(NINE - timedelta(minutes=40)):
        attendance.check_in(store, event.id, people[0].id, desk="A")
        assert timeline.note_reading(store, timedelta(minutes=40))
        assert not timeline.note_reading(store, timedelta(minutes=40, seconds=2))
    with clock.played(NINE + timedelta(hours=2)):
        timeline.note_reading(store, timedelta())
        attendance.check_in(store, event.id, people[1].id, desk="A")
    with store.read() as connection:
        found = {fact.registration_id: fact.happened_at for fact in timeline.facts(connection, event.id)}
    assert found == {people[0].id: NINE, people[1].id: NINE + timedelta(hours=2)}


def test_a_time_that_a_person_gave_is_never_corrected(store, event, people):
    timeline.note_reading(store, timedelta(minutes=40))
    attendance.check_in(store, event.id, people[0].id, desk="A", at=NINE)
    assert presence.present(store, event.id)[0].last.happened_at == NINE


def test_a_double_entry_is_one_card_and_knowing_ones_are_none(store, event, people, two):
    other, meet = two
    for one, desk, minute in ((store, "A", 3), (other, "B", 1)):
        with clock.played(NINE + timedelta(minutes=minute)):
            attendance.check_in(one, event.id, people[0].id, desk=desk)
            attendance.check_in(one, event.id, people[1].id, desk=desk, override="Crew")
    meet()
    (card,) = cards.cards(store, event.id)
    assert card.words.startswith("Ann Lee was let in twice: B at 09:01, and A at 09:03.")
    assert cards.other_answer(card) == ""
    with pytest.raises(SlaError, match="only one answer"):
        cards.settle_otherwise(store, card, desk="A")
    with store.change() as tx:
        tx.put(PrintRecord(new_id(), event.id, "badges", 1, NINE, "A", registration_id=people[0].id))
    assert "take it back" not in cards.settle(store, card, desk="A").detail, "they stay in"
    meet()
    assert cards.cards(other, event.id) == []
    assert presence.counts(other, event.id).inside == 2


def test_merged_people_have_one_place_one_history_and_one_certificate(store, event, people):
    with clock.played(NINE):
        verdict = walk_ins.walk_in(store, event.id, NewPerson("Ann", "Lee"), desk="A", sure=True)
    (one,) = merging.proposals(store, event.id)
    assert "one came without being on the list" in one.words
    assert (one.keep.id, one.double.id) == (people[0].id, verdict.registration_id)
    merging.merge(store, one.double.member, one.keep.member, desk="A")
    assert len(attendees(store, event.id)) == 3
    assert presence.counts(store, event.id).registered == 3
    with clock.played(ENDS):
        assert [row.person.id for row in earning.earned(store, event)] == [people[0].id]
    again = attendance.check_in(store, event.id, verdict.registration_id, desk="A")
    assert (again.code, again.registration_id) == ("already-in", people[0].id)
    merging.part(store, one.double.member, one.keep.member)
    assert len(attendees(store, event.id)) == 4
    assert merging.proposals(store, event.id) == []


def test_two_people_are_not_merged_in_a_circle(store, event, people):
    ann, bob = people[0].member, people[1].member
    merging.merge(store, ann, bob, desk="A")
    with pytest.raises(SlaError, match="was merged into"):
        merging.merge(store, bob, ann, desk="A")
    with pytest.raises(SlaError, match="very same record"):
        merging.merge(store, ann, ann, desk="A")
    with pytest.raises(SlaError, match="was not merged"):
        merging.part(store, bob, ann)


def test_a_paper_sheet_is_history_even_where_the_door_would_have_said_no(store, event, people):
    places.change_place(store, people[0].id, {"status": "cancelled"})
    fates = paper.enter(store, event.id, paper.lines_of("09:05 Ann Lee\n09:10 Nobody Known\n"), desk="A")
    assert [one.fate for one in fates] == ["entered", "unclear"]
    (there,) = presence.present(store, event.id)
    assert (there.last.source, there.last.override, there.last.overruled) == ("paper", paper.REASON, "cancelled")


def test_a_sheet_of_earlier_counts_also_for_whoever_is_in_now(store, event, people):
    ann = people[0]
    attendance.check_in(store, event.id, ann.id, desk="A", at=STARTS + timedelta(hours=4))
    (fate,) = paper.enter(store, event.id, paper.lines_of("09:05-12:00 Ann Lee"), desk="A")
    assert fate.fate == "entered"
    with store.read() as connection:
        there = stays(timeline.facts(connection, event.id), ENDS)[ann.id]
    assert [(f"{came:%H:%M}", f"{left:%H:%M}") for came, left in there] == [("09:05", "12:00"), ("13:00", "16:00")]
    assert cards.cards(store, event.id) == []


@pytest.mark.parametrize("line", ["Ann Lee 9:05", "Ann Lee, 9.05 am", "Ann Lee 9:05-15:30", "Ann Lee, Oxleas 09:05"])
def test_the_time_may_stand_behind_the_name(line):
    (read,) = paper.lines_of(line)
    assert (read.who, read.came) == ("Ann Lee", "09:05")


def test_a_number_behind_the_name_is_no_time():
    (read,) = paper.lines_of("Ann Lee, Ward 5")
    assert read.came == ""


@pytest.mark.parametrize("written", ["Anne Lee", "A. Lee", "An Lee"])
def test_nobody_is_entered_for_somebody_of_a_similar_name(store, event, people, written):
    (fate,) = paper.enter(store, event.id, paper.lines_of(f"09:05 {written}"), desk="A")
    assert fate.fate == "unclear"
    assert "The nearest: Ann Lee" in fate.words
    assert presence.present(store, event.id) == []


def test_a_line_without_a_time_waits_and_keeps_nobody_else_out(store, event, people):
    lines = paper.lines_of("09:05 Ann Lee\nBob Ray\n99:99 Bob Ray\n\n")
    fates = paper.enter(store, event.id, lines, desk="A")
    assert [one.fate for one in fates] == ["entered", "unclear", "unclear"]
    assert "needs a time and a name" in fates[1].words
    assert "is not a time" in fates[2].words
    assert [one.name for one in presence.present(store, event.id)] == ["Ann Lee"]


def test_times_on_paper_are_read_as_people_in_a_hurry_write_them():
    lines = paper.lines_of("9:12am\tAnn Lee\n12.05 pm - 3PM  Bob Ray, Oxleas\n12am Cy Dee\n9.12 Am Lee\n")
    assert [(one.came, one.left, one.who) for one in lines] == [
        ("09:12", "", "Ann Lee"),
        ("12:05", "15:00", "Bob Ray"),
        ("00:00", "", "Cy Dee"),
        ("09:12", "", "Am Lee"),
    ]


def test_a_sheet_that_is_no_text_is_refused_and_nothing_of_it_is_told(tmp_path):
    sheet = tmp_path / "sheet.xls"
    sheet.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 8)
    with pytest.raises(SlaError, match=r"“sheet\.xls” is no text\. Save the sheet as plain text"):
        paper.read_sheet(sheet)


def test_a_stray_byte_keeps_one_line_of_a_sheet_waiting_and_lets_the_others_in(store, event, people, tmp_path):
    sheet = tmp_path / "sheet.txt"
    sheet.write_bytes("09:05 Ann Lee\r\n09:06 Zoë\r\n".encode() + b"09:07 B\xffb Ray\r\n\r\n09:08 Bob Ray\r\n")
    fates = paper.enter(store, event.id, paper.read_sheet(sheet), desk="A")
    assert [(one.line.row, one.fate) for one in fates] == [
        (1, "entered"),
        (2, "unclear"),
        (3, "unclear"),
        (5, "entered"),
    ]
    assert "cannot be read. Type this line again" in fates[2].words
    sheet.write_bytes("09:05 Ann Lee\n".encode("utf-16"))
    assert paper.enter(store, event.id, paper.read_sheet(sheet), desk="A")[0].fate == "known"


def test_a_sheet_of_another_day_waits_and_one_with_the_day_goes_in(store, event, people):
    lines = paper.lines_of("2025-11-24T09:05 Ann Lee\n2026-11-24T09:06-15:30 Bob Ray\n")
    fates = paper.enter(store, event.id, lines, desk="A")
    assert [one.fate for one in fates] == ["unclear", "entered"]
    assert (
        "09:05 on 24 November 2025 is hours before the event, which is from 09:00 on 24 November 2026"
        in fates[0].words
    )
    assert fates[1].words == "Bob Ray came and left."


@pytest.mark.parametrize(
    "line",
    ["2026-11-24 09:12-15:30 Ann Lee", "24/11/2026 9.12-3.30pm Ann Lee", "Tue 24 Nov 2026, 09:12-15:30 Ann Lee"],
)
def test_the_day_of_a_line_is_written_as_people_write_days(line):
    assert paper.lines_of(line) == [paper.PaperLine("Ann Lee", "2026-11-24T09:12", "15:30", row=1)]


@pytest.mark.parametrize(
    ("line", "who", "came"),
    [("12 Ann Lee 09:30", "Ann Lee 09:30", "12"), ("Table 4 May 09:30", "Table 4 May", "09:30")],
)
def test_a_number_before_a_name_is_no_day(line, who, came):
    assert paper.lines_of(line) == [paper.PaperLine(who, came, row=1)]


def test_a_leaving_on_paper_of_somebody_who_is_in_by_their_ticket_is_kept(store, event, people):
    attendance.check_in(store, event.id, people[0].id, desk="A", at=STARTS)
    (fate,) = paper.enter(store, event.id, paper.lines_of("09:02-11:00 Ann Lee\n"), desk="A")
    assert fate.fate == "entered"
    (ann,) = [one for one in attendees(store, event.id) if one.id == people[0].id]
    assert (ann.inside, ann.last.happened_at) == (False, STARTS.replace(hour=11))


def test_a_roll_call_has_everybody_who_is_in_also_without_a_name(store, event, people, tmp_path):
    for person in people[:2]:
        attendance.check_in(store, event.id, person.id, desk="A")
    exchange.sync(store, str(tmp_path))
    erasure.erase(store, people[0].member.id, today=STARTS.date())
    documents.print_roll_call(store, event.id, tmp_path / "roll.pdf")
    text = " ".join("".join(texts(tmp_path / "roll.pdf")).split())
    assert "2 people in" in text
    assert "Somebody whose data was erased" in text


def test_a_departure_after_an_undone_arrival_is_no_visit(store, event, people):
    arrival = attendance.check_in(store, event.id, people[0].id, desk="A")
    attendance.check_out(store, event.id, people[0].id, desk="B")
    attendance.undo(store, event.id, arrival.fact_id, desk="A")
    (shown,) = [one for one in attendees(store, event.id) if one.id == people[0].id]
    assert shown.last is None
    assert presence.first_arrivals(store, event.id) == {}


def test_a_badge_is_printed_again_only_for_a_reason(store, event, people, tmp_path):
    path = tmp_path / "badge.pdf"
    assert badges.print_badge(store, event.id, people[0].id, path, desk="A") == 1
    with pytest.raises(SlaError, match="printed before"):
        badges.print_badge(store, event.id, people[0].id, path, desk="A")
    badges.print_badge(store, event.id, people[0].id, path, desk="A", reason="Torn")
    assert [one.reason for one in badges.printed(store, people[0].id)] == ["", "Torn"]


def test_a_badge_printed_with_all_others_is_printed_again_only_for_a_reason(store, event, people, tmp_path):
    badges.print_badges(store, event.id, tmp_path / "badges.pdf")
    with pytest.raises(SlaError, match="printed before"):
        badges.print_badge(store, event.id, people[0].id, tmp_path / "badge.pdf", desk="A")


def test_the_roll_call_is_sorted_by_family_name(store, event, register, tmp_path):
    for person in register(store, event.id, "Zoe,Adams,z@x.org,", "Adam,Zimmer,a@x.org,"):
        attendance.check_in(store, event.id, person.id, desk="A")
    documents.print_roll_call(store, event.id, tmp_path / "roll.pdf")
    text = "".join(texts(tmp_path / "roll.pdf"))
    assert text.index("Zoe Adams") < text.index("Adam Zimmer")


def test_the_roll_call_has_those_who_are_in(store, event, people, tmp_path):
    with pytest.raises(SlaError, match="Nobody is in"):
        documents.print_roll_call(store, event.id, tmp_path / "roll.pdf")
    attendance.check_in(store, event.id, people[0].id, desk="A")
    assert documents.print_roll_call(store, event.id, tmp_path / "roll.pdf") == 1


def test_a_place_is_made_and_changed_by_hand(store, event):
    made = places.add_place(store, event.id, NewPlace("Ann Lee", organisation="Oxleas", ticket_type="Speaker"))
    assert attendees(store, event.id)[0].organisation == "Oxleas"
    places.change_place(store, made.id, {"valid_until": NINE})
    with clock.played(NINE):
        assert scan(store, event, made.code).code == "no-longer"
    with pytest.raises(SlaError, match="“gone” is no status"):
        places.change_place(store, made.id, {"status": "gone"})
    with pytest.raises(SlaError, match="“code” of a place cannot be changed"):
        places.change_place(store, made.id, {"code": "X"})
    with pytest.raises(SlaError, match="needs a name"):
        places.add_place(store, event.id, NewPlace(" "))


def test_only_a_laptop_that_was_taken_off_hands_over_and_then_keeps_nothing(store, event, people, two, tmp_path):
    other, meet = two
    with pytest.raises(SlaError, match="belongs to the team"):
        handover.hand_over(other, tmp_path / "out.slab")
    assert other.path.exists()
    attendance.check_in(other, event.id, people[0].id, desk="B")
    team.take_off(store, team.find(store, "B"), "Left on a train")
    meet()
    assert "removed" in handover.hand_over(other, tmp_path / "out.slab")
    assert not list(other.path.parent.glob("other.sla*"))


def test_a_request_that_is_made_again_is_one_entry_even_after_a_restart(store, event, people, open_laptop):
    from sla_desktop.services.scenes import Entry

    first = attendance.check_in(store, event.id, people[0].id, desk="A", entry=Entry(request="X"))
    store.close()
    again = attendance.check_in(open_laptop("laptop"), event.id, people[0].id, desk="A", entry=Entry(request="X"))
    assert again.fact_id == first.fact_id


def test_the_day_begins_where_the_event_is():
    from sla_desktop.domain.limits import Visit, broken

    entry = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
    for minute, refused in ((-10, True), (10, False)):
        at = datetime(2026, 11, 24, 15, 0, tzinfo=UTC) + timedelta(minutes=minute)
        visit = Visit(at, "Asia/Tokyo", [entry], False, "", "")
        assert bool(broken({"most_entries_a_day": 1}, visit)) == refused


def test_a_limit_after_midnight_is_of_the_night_of_the_event(store, register):
    def told(at, session=None):
        verdict = tickets.scan(store, [Place(night.id, session)], person.registration.code, desk="A", at=at)
        return verdict.light if verdict.light == "green" else verdict.detail

    ten = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)
    hours = {n: ten + timedelta(hours=n) for n in range(-2, 6)}
    night = events.add_event(store, title="Long night", starts=hours[-2], ends=hours[5], zone="UTC")
    (person,) = register(store, night.id, "Ann,Lee,,")
    dance = events.add_session(store, night.id, title="Dance", starts=hours[1], ends=hours[4])
    for session, limits in ((None, {"not_after": "1am"}), (dance.id, {"not_before": "00:00", "not_after": "01:30"})):
        doors.set_rules(store, night.id, {"entries": "every-scan", "limits": limits}, session)
    assert [told(hours[n]) for n in (0, 2)] == ["green", "green"]
    assert told(hours[4]) == "The door closed at 01:00."
    assert told(hours[1], dance.id) == "The door opens at 00:00 on 25 November."
    assert told(hours[3], dance.id) == "green"


def test_whoever_is_erased_goes_with_all_records_merged_with_theirs(store, event, people, tmp_path):
    from sla_desktop.services import erasure, subject
    from sla_desktop.storage import schema

    verdict = walk_ins.walk_in(store, event.id, NewPerson("Ann", "Lee", organisation="Oxleas"), desk="A", sure=True)
    scan(store, event, people[0].registration.code)
    scan(store, event, people[0].registration.code)
    (one,) = merging.proposals(store, event.id)
    merging.merge(store, one.double.member, one.keep.member, desk="A")
    data, words = subject.held(store, people[0].member.id)
    assert [len(data[name]) for name in ("details", "places", "attendance", "refusals", "merges")] == [2, 2, 2, 1, 1]
    assert "Scans that let nobody in" in words
    erasure.erase(store, people[0].member.id, today=ENDS.date())
    with store.read() as connection:
        texts = connection.execute(schema.change.select()).all()
    assert not [row for row in texts if row.payload and "Ann" in row.payload]
    assert verdict.registration_id is not None
    assert [one.name for one in attendees(store, event.id)] == ["Bob Ray", "Cat Poe"]


@pytest.mark.parametrize("name", ["Rhys Williams", "RHYS WILLIAMS", "Ann Chapman", "Peterson"])
def test_a_name_that_ends_like_a_code_is_a_name(name):
    assert read_code(name) is not None
    assert not tickets.is_ticket(name)


@pytest.mark.parametrize("seed", range(3))
def test_who_is_in_a_session_is_counted_as_the_facts_say(store, event, people, seed):
    rng = random.Random(seed)
    halls = [
        events.add_session(store, event.id, title=title, starts=STARTS, ends=ENDS, room=title).id for title in "AB"
    ]
    made = []
    for minute in range(40):
        person = rng.choice(people)
        with clock.played(NINE + timedelta(minutes=minute)):
            if rng.random() < 0.25 and made:
                verdict = attendance.undo(store, event.id, rng.choice(made), desk="A")
            elif rng.random() < 0.4:
                verdict = attendance.check_out(store, event.id, person.id, desk="A")
            else:
                verdict = attendance.check_in(
                    store, event.id, person.id, desk="A", session=rng.choice([*halls, None]), override="Asked"
                )
        made += [verdict.fact_id] if verdict.fact_id and verdict.code != "undone" else []
        with store.read() as connection:
            facts = timeline.facts(connection, event.id)
            for chosen in (halls, halls[:1]):
                counted = sum(occupancy(facts).get(hall, 0) for hall in chosen)
                assert timeline.inside(connection, event.id, chosen) == counted


def test_who_was_let_in_for_a_reason_is_in_whatever_their_ticket_says(store, event, people):
    places.change_place(store, people[0].id, {"status": "refunded"})
    assert attendance.check_in(store, event.id, people[0].id, desk="A").code == "cancelled"
    assert attendance.check_in(store, event.id, people[0].id, desk="A", override="Paid in cash").recorded
    assert attendance.check_in(store, event.id, people[0].id, desk="A").code == "already-in"
    attendance.check_out(store, event.id, people[0].id, desk="A")
    assert attendance.check_in(store, event.id, people[0].id, desk="A").code == "cancelled"


def test_a_sellers_code_that_two_people_have_lets_in_neither(store, event, people):
    for person in people[:2]:
        places.change_place(store, person.id, {"external_code": "ABC123"})
    verdict = scan(store, event, "ABC123")
    assert (verdict.code, verdict.recorded) == ("ambiguous", False)
    assert "2 people of this event have the code ABC123" in verdict.detail


def test_a_request_that_was_undone_is_not_green_again(store, event, people):
    entry = Entry(request="till 7")
    attendance.check_in(store, event.id, people[0].id, desk="A", entry=entry)
    attendance.undo_last(store, event.id, people[0].id, desk="A")
    with pytest.raises(SlaError, match="undone since"):
        attendance.check_in(store, event.id, people[0].id, desk="A", entry=entry)
