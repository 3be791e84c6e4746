"""Certificates: only for those really there, with the time really attended, and checked with no internet."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sla_desktop.domain.certificates import REVOKED, hours_text
from sla_desktop.domain.errors import SlaError
from sla_desktop.printing import codes
from sla_desktop.services import (
    attendance,
    awards,
    certificate_codes,
    certificates,
    clock,
    earning,
    event_changes,
    events,
    exchange,
)
from tests.conftest import ENDS, STARTS


@pytest.fixture
def people(store, event, register):
    events.add_session(store, event.id, title="Morning", starts=STARTS, ends=STARTS + timedelta(hours=2))
    lunch, rest = STARTS + timedelta(hours=2), STARTS + timedelta(hours=3)
    events.add_session(store, event.id, title="Lunch", starts=lunch, ends=rest, counts=False)
    events.add_session(store, event.id, title="Afternoon", starts=rest, ends=ENDS)
    return register(store, event.id, "Siân,Ní Bhriain,s@x.org,Oxleas", "Ann,Lee,a@x.org,", "Bob,Ray,b@x.org,")


def come(store, event, person, start=STARTS, end=None):
    attendance.check_in(store, event.id, person.id, desk="D", at=start)
    if end:
        attendance.check_out(store, event.id, person.id, desk="D", at=end)


def test_hours_are_those_attended_without_breaks(store, event, people):
    come(store, event, people[0])
    come(store, event, people[1], end=STARTS + timedelta(hours=1, minutes=33))
    earned = {row.person.id: row for row in earning.earned(store, event)}
    assert earned[people[0].id].minutes == 2 * 60 + 4 * 60
    assert earned[people[0].id].sessions == ("Morning", "Afternoon")
    assert earned[people[1].id].minutes == 90
    assert earned[people[1].id].sessions == ("Morning",)
    assert people[2].id not in earned


def test_while_the_event_runs_only_what_is_over_is_certified(store, register):
    now = datetime.now(UTC)
    running = events.add_event(store, title="Now", starts=now - timedelta(minutes=61), ends=now + timedelta(hours=5))
    (person,) = register(store, running.id, "Ann,Lee,a@x.org,")
    attendance.check_in(store, running.id, person.id, desk="D", at=running.starts)
    (row,) = earning.earned(store, running)
    assert row.minutes == 60


def test_who_looked_in_for_a_minute_has_attended_no_session(store, event, people):
    come(store, event, people[0], end=STARTS + timedelta(minutes=1))
    (row,) = earning.attended(store, event)
    assert (row.minutes, row.sessions) == (0, ())


def test_whoever_came_too_late_or_too_shortly_gets_no_certificate_and_is_told_why(store, event, people):
    come(store, event, people[0])
    come(store, event, people[1], start=ENDS + timedelta(minutes=3))
    come(store, event, people[2], end=STARTS + timedelta(minutes=4))
    assert [row.person.id for row, _ in certificates.issue(store, event)] == [people[0].id]
    reasons = {one.person.id: one.reason for one in earning.uncertified(store, event)}
    assert reasons == {
        people[1].id: "came after the last session had ended",
        people[2].id: "was in no session for five minutes",
    }


def test_somebody_whose_arrival_was_undone_gets_none(store, event, people):
    come(store, event, people[0])
    attendance.undo_last(store, event.id, people[0].id, desk="D")
    assert certificates.issue(store, event) == []


def test_a_number_is_kept_when_it_is_printed_again(store, event, people):
    come(store, event, people[0])
    ((_, first),) = certificates.issue(store, event)
    ((_, second),) = certificates.issue(store, event)
    assert second == first


def test_a_proof_is_genuine_and_says_what_was_signed(store, event, people):
    come(store, event, people[0])
    ((_, certificate),) = certificates.issue(store, event)
    proof = certificates.verify(store, certificate_codes.proof_text(store, event, certificate))
    assert proof.genuine
    assert (proof.name, proof.event_title, proof.minutes) == (people[0].name, event.title, 360)
    assert "Genuine" in certificates.describe(proof)


def test_one_changed_letter_is_not_genuine(store, event, people):
    come(store, event, people[0])
    ((_, certificate),) = certificates.issue(store, event)
    forged = certificate_codes.proof_text(store, event, replace(certificate, name="Mallory"))
    real = certificate_codes.proof_text(store, event, certificate)
    facts = len("SLA2:") + 110  # of the last eight characters of key and signature two bits are the facts'
    assert not certificates.verify(store, real[:facts] + forged[facts:]).genuine


def test_the_code_of_a_usual_name_is_as_small_as_it_can_be_and_long_names_only_make_it_larger(store, event, people):
    come(store, event, people[0])
    ((_, certificate),) = certificates.issue(store, event)
    for name, modules in (("Aoife O'Neill-Adébáyò", 45), ("Siân " * 8, 49), ("Nguyễn " * 40, 97)):
        text = certificate_codes.proof_text(store, event, replace(certificate, name=name.strip(), edition=12))
        proof = certificates.verify(store, text)
        assert (proof.name, proof.number) == (name.strip(), f"{certificate.number}-12")
        assert codes.qr(text).side <= modules


def test_the_code_of_an_earlier_paper_is_still_read(store, event, people, open_laptop):
    come(store, event, people[0])
    ((_, certificate),) = certificates.issue(store, event)
    old = certificate_codes.earlier_text(store, event, certificate)
    proof = certificates.verify(store, old)
    assert (proof.genuine, proof.name, proof.event_title) == (True, people[0].name, event.title)
    assert certificates.verify(store, f"{certificate.number} {certificate_codes.check_code(old)}").genuine
    assert not certificates.verify(
        store, certificate_codes.earlier_text(open_laptop("x"), event, certificate)
    ).genuine


def test_a_code_signed_by_a_stranger_is_not_genuine(store, event, people, open_laptop):
    come(store, event, people[0])
    ((_, certificate),) = certificates.issue(store, event)
    stranger = open_laptop("stranger")
    proof = certificates.verify(store, certificate_codes.proof_text(stranger, event, certificate))
    assert not proof.genuine
    assert "Not genuine" in proof.words


def test_a_code_names_the_event_on_a_laptop_that_does_not_have_the_certificate_yet(
    store, event, people, open_laptop, tmp_path
):
    other, share = open_laptop("other"), tmp_path / "share"
    share.mkdir()
    for one in (store, other):
        exchange.sync(one, str(share))
    come(store, event, people[0])
    ((_, certificate),) = certificates.issue(store, event)
    proof = certificates.verify(other, certificate_codes.proof_text(store, event, certificate))
    assert (proof.genuine, proof.event_title) == (True, event.title)


def test_a_revoked_certificate_is_told(store, event, people):
    come(store, event, people[0])
    ((_, certificate),) = certificates.issue(store, event)
    with store.change() as tx:
        tx.put(replace(certificate, status=REVOKED))
    proof = certificates.verify(store, certificate_codes.proof_text(store, event, certificate))
    assert not proof.genuine
    assert "revoked" in proof.words


@pytest.mark.parametrize(
    "text",
    ["", "hello", "SLA1:", "SLA1:ABC", "SLA1:" + "A" * 200, "SLA2:", "SLA2:" + "A" * 200, "https://example.org"],
)
def test_any_other_text_is_no_code_of_ours(store, text):
    with pytest.raises(SlaError, match="not the code"):
        certificates.verify(store, text)


@pytest.mark.parametrize(
    ("minutes", "words"), [(360, "6 hours"), (61, "1 hour 1 minute"), (45, "45 minutes"), (0, "0 minutes")]
)
def test_time_is_said_in_words(minutes, words):
    assert hours_text(minutes) == words


def test_a_minimum_share_and_sessions_gate_the_award(store, event, people):
    come(store, event, people[0])
    come(store, event, people[1], end=STARTS + timedelta(hours=1))
    awards.set_award(store, event.id, {"minimum_share": 75})
    assert [row.person.id for row in earning.earned(store, event)] == [people[0].id]
    (without,) = earning.uncertified(store, event)
    assert without.reason == "was there for 17% of the time, and 75% are asked for"
    awards.set_award(store, event.id, {"minimum_share": 0, "sessions": ["Afternoon"]})
    (without,) = earning.uncertified(store, event)
    assert without.reason == "missed “Afternoon”"


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ({"wording": "attended {evnt}"}, "field “evnt” that there is not"),
        ({"wording": "attended {0}"}, "that there is not"),
        ({"wording": "attended {"}, "that there is not"),
        ({"minimum_share": 120}, "0 to 100 per cent"),
        ({"design": "gold"}, "no design of certificates. Choose rosette, band, plain"),
        ({"colour": "red"}, "no rule of certificates"),
    ],
)
def test_a_rule_that_there_is_not_is_told_before_anything_is_printed(store, event, rules, sentence):
    with pytest.raises(SlaError, match=sentence):
        awards.set_award(store, event.id, rules)
    assert awards.award_of(store, event.id).wording == "took part in"


def test_a_corrected_name_replaces_the_certificate_and_the_old_paper_says_so(store, event, people):
    come(store, event, people[0])
    ((_, first),) = certificates.issue(store, event)
    old = certificate_codes.proof_text(store, event, first)
    with store.change() as tx:
        tx.put(replace(people[0].member, full_name="Siân Ní Bhríain"))
    ((_, second),) = certificates.issue(store, event)
    assert (second.shown_number, second.replaces) == (f"{first.number}-2", first.number)
    proof = certificates.verify(store, old)
    assert not proof.genuine
    assert f"replaced: certificate {first.number}-2 stands" in proof.words
    assert certificates.verify(store, certificate_codes.proof_text(store, event, second)).genuine


def test_a_revoked_certificate_is_not_issued_again_and_its_reason_is_told(store, event, people):
    come(store, event, people[0])
    ((_, certificate),) = certificates.issue(store, event)
    with pytest.raises(SlaError, match="Say why"):
        certificates.revoke(store, certificate.number, " ")
    certificates.revoke(store, certificate.number, "wrong person")
    with pytest.raises(SlaError, match="was revoked before: wrong person"):
        certificates.revoke(store, certificate.number, "again")
    assert certificates.issue(store, event) == []
    (without,) = earning.uncertified(store, event)
    assert without.reason == "the certificate was revoked (wrong person)"
    with pytest.raises(SlaError, match="no certificate 000000-AAAAAAA"):
        certificates.revoke(store, "000000-AAAAAAA", "none")


def test_a_typed_number_is_checked_against_the_record(store, event, people):
    come(store, event, people[0])
    ((_, certificate),) = certificates.issue(store, event)
    code = certificate_codes.check_code(certificate_codes.proof_text(store, event, certificate))
    assert certificates.verify(store, f"{certificate.number.lower()} {code}").genuine
    assert certificates.verify(store, certificate.number).name == people[0].name
    wrong = certificates.verify(store, f"{certificate.number} 0000-0000")
    assert not wrong.genuine
    assert "does not belong" in wrong.words
    with pytest.raises(SlaError, match="no certificate"):
        certificates.verify(store, "000101-AAAAAAA")


def test_a_check_code_is_the_same_whichever_laptop_printed_the_paper(store, event, people, open_laptop):
    come(store, event, people[0])
    ((_, certificate),) = certificates.issue(store, event)
    elsewhere = certificate_codes.check_code(certificate_codes.proof_text(open_laptop("x"), event, certificate))
    assert certificates.verify(store, f"{certificate.number} {elsewhere}").genuine
    forged = certificate_codes.proof_text(store, event, replace(certificate, name="Mallory"))
    assert not certificates.verify(store, f"{certificate.number} {certificate_codes.check_code(forged)}").genuine


def test_who_prints_before_the_event_is_over_is_told(store, event):
    for minutes, told in ((-1, True), (1, False)):
        with clock.played(ENDS + timedelta(minutes=minutes)):
            assert bool(earning.early_words(store, event)) is told


def test_that_people_are_still_in_is_told_until_the_event_is_over(store, event, people):
    come(store, event, people[0])
    come(store, event, people[1], end=STARTS + timedelta(hours=1))
    with clock.played(STARTS + timedelta(minutes=8)):
        assert earning.still_in(store, event) == 1
        assert earning.early_words(store, event).startswith("The event is not over yet and 1 person is still in, so")
    with clock.played(ENDS):
        assert earning.still_in(store, event) == 0


def test_a_workshop_that_nobody_checked_in_to_is_on_no_certificate(store, event, register):
    for title in ("Care homes", "Estates"):
        events.add_session(store, event.id, title=title, starts=STARTS, ends=ENDS)
    (ann,) = register(store, event.id, "Ann,Lee,a@x.org,")
    session = events.find_session(store, event.id, "Estates").id
    attendance.check_in(store, event.id, ann.id, desk="D", at=STARTS, session=session)
    (row,) = earning.earned(store, event)
    assert (row.sessions, row.minutes) == (("Estates",), 7 * 60)


def test_who_has_or_loses_a_session_since_others_were_checked_in_to_it_is_told(store, event, people):
    for person in people:
        come(store, event, person)
    session = events.find_session(store, event.id, "Afternoon")
    assert earning.list_words(store, event) == []
    attendance.check_in(store, event.id, people[0].id, desk="D", at=session.starts, session=session.id)
    assert {row.minutes for row in earning.earned(store, event)} == {6 * 60}
    (told,) = earning.list_words(store, event)
    assert told.startswith(
        "The time of “Afternoon” counts also for 2 people (Bob Ray and Siân Ní Bhriain): they were at the event"
    )
    event_changes.change_session(store, session, {"capacity": 2})
    assert sorted(row.minutes for row in earning.earned(store, event)) == [2 * 60, 2 * 60, 6 * 60]
    (told,) = earning.list_words(store, event)
    assert told.startswith(
        "The time of “Afternoon” does not count for 2 people (Bob Ray and Siân Ní Bhriain): they were checked in"
    )


def test_a_session_has_no_more_places_than_its_room(store, event, register):
    events.add_room(store, event.id, "Vestry", 1)
    made = events.add_session(store, event.id, title="Falls", starts=STARTS, ends=ENDS, room="Vestry")
    ann, bob = register(store, event.id, "Ann,Lee,a@x.org,", "Bob,Ray,b@x.org,")
    for person in (ann, bob):
        come(store, event, person)
    attendance.check_in(store, event.id, ann.id, desk="D", at=STARTS, session=made.id)
    assert [row.person.name for row in earning.earned(store, event)] == ["Ann Lee"]


def test_who_was_in_none_of_the_sessions_that_others_were_checked_in_to_is_told_so(store, event, register):
    made = events.add_session(store, event.id, title="Falls", starts=STARTS, ends=ENDS, capacity=1)
    ann, bob = register(store, event.id, "Ann,Lee,a@x.org,", "Bob,Ray,b@x.org,")
    for person in (ann, bob):
        come(store, event, person)
    attendance.check_in(store, event.id, ann.id, desk="D", at=STARTS, session=made.id)
    (without,) = earning.uncertified(store, event)
    assert (without.person.name, without.reason) == (
        "Bob Ray",
        "was checked in to the event and not to “Falls”, as others were",
    )


def test_a_session_that_there_is_not_cannot_be_asked_for(store, event, people):
    with pytest.raises(SlaError, match=r"“Dinner” is none of the sessions .* There are “Morning” and “Afternoon”"):
        awards.set_award(store, event.id, {"sessions": ["Dinner"]})
    assert awards.set_award(store, event.id, {"sessions": ["  morning"]}).sessions == ("Morning",)


@pytest.fixture
def last_module(store, event, people, register):
    """The second of two events of a programme; Siân was at both, Ann only at the first."""
    events.set_programme(store, event, "Collaborate")
    starts = ENDS + timedelta(days=7)
    made = events.add_event(
        store, title="Module 2", starts=starts, ends=starts + timedelta(hours=2), programme="collaborate"
    )
    again = register(store, made.id, "Siân,Ní Bhriain,s@x.org,Oxleas", "Ann,Lee,a@x.org,")
    for person in people:
        if person.name != "Bob Ray":
            come(store, event, person)
    sian = next(one for one in again if one.name == "Siân Ní Bhriain")
    attendance.check_in(store, made.id, sian.id, desk="D", at=starts)
    return made


def test_completion_adds_up_the_hours_of_a_programme_and_bears_its_name(store, event, last_module):
    award = awards.set_award(store, last_module.id, {"kind": "completion"})
    rows = {row.person.name: row for row in earning.earned(store, last_module)}
    assert rows["Siân Ní Bhriain"].sessions == ("Community day", "Module 2")
    assert [rows[name].minutes for name in ("Siân Ní Bhriain", "Ann Lee")] == [8 * 60, 6 * 60]
    assert awards.minutes_of(store, last_module) == 8 * 60
    subject = awards.subject(store, last_module, award.kind)
    assert subject.title == "Collaborate"
    issued = {one.name: one for _, one in certificates.issue(store, last_module)}
    proof = certificates.verify(store, certificate_codes.proof_text(store, subject, issued["Ann Lee"]))
    assert (proof.genuine, proof.event_title, proof.minutes) == (True, "Collaborate", 360)


def test_a_part_of_a_programme_that_nobody_may_miss(store, last_module):
    awards.set_award(store, last_module.id, {"kind": "completion", "sessions": ["Module 2"], "minimum_share": 80})
    assert [row.person.name for row in earning.earned(store, last_module)] == ["Siân Ní Bhriain"]
    (without,) = earning.uncertified(store, last_module)
    assert (without.person.name, without.reason) == ("Ann Lee", "missed “Module 2”")


def test_attendance_and_completion_are_two_certificates(store, last_module):
    ((_, day),) = certificates.issue(store, last_module)
    awards.set_award(store, last_module.id, {"kind": "completion"})
    whole = certificates.issue(store, last_module)
    assert day.number not in {one.number for _, one in whole}
    assert len(certificates.certificates(store, last_module.id)) == 1 + len(whole)
