"""A certificate stands for what its paper says: what changes is replaced, and what is not earned any more is told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sla_desktop.domain.certificates import ISSUED, REVOKED
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.registrations import CANCELLED
from sla_desktop.services import attendance, certificate_codes, certificates, earning, event_changes, merging
from tests.conftest import STARTS


@pytest.fixture
def people(store, event, register):
    return register(store, event.id, "Siân,Ní Bhriain,s@x.org,Oxleas", "Ann,Lee,a@x.org,")


def come(store, event, person):
    attendance.check_in(store, event.id, person.id, desk="D", at=event.starts)


@pytest.mark.parametrize("change", [{"title": "Another name"}, {"starts": STARTS - timedelta(days=1)}])
def test_another_title_or_day_makes_another_certificate_and_the_old_paper_is_judged_by_what_it_says(
    store, event, people, change
):
    come(store, event, people[0])
    ((_, first),) = certificates.issue(store, event)
    old = certificate_codes.proof_text(store, event, first)
    typed = f"{first.number} {certificate_codes.check_code(old)}"
    event = event_changes.change_event(store, event.id, change)
    for told in (old, typed):
        proof = certificates.verify(store, told)
        assert (proof.genuine, proof.day, proof.event_title) == (True, STARTS.date().isoformat(), "")
    come(store, event, people[0])
    ((_, second),) = certificates.issue(store, event)
    assert second.number != first.number
    for told in (old, typed):
        proof = certificates.verify(store, told)
        assert not proof.genuine
        assert proof.words == f"Signed by us, but replaced: certificate {second.number} stands in its place."
    proof = certificates.verify(store, certificate_codes.proof_text(store, event, second))
    assert (proof.genuine, proof.day, proof.event_title) == (True, event.day.isoformat(), event.title)
    assert certificates.issue(store, event)[0][1] == second
    assert earning.uncertified(store, event) == []


def test_a_title_that_comes_back_brings_the_certificate_back_as_its_next_edition(store, event, people):
    come(store, event, people[0])
    ((_, first),) = certificates.issue(store, event)
    certificates.issue(store, event_changes.change_event(store, event.id, {"title": "Another name"}))
    ((_, again),) = certificates.issue(store, event_changes.change_event(store, event.id, {"title": event.title}))
    assert again.shown_number == f"{first.number}-2"
    assert [one.status for one in certificates.certificates(store, event.id)].count(ISSUED) == 1


@pytest.mark.parametrize("edition", ["-0", "-1", "-2", "-99"])
def test_an_edition_that_was_never_issued_is_not_known(store, event, people, edition):
    come(store, event, people[0])
    ((_, certificate),) = certificates.issue(store, event)
    with pytest.raises(SlaError, match="no certificate"):
        certificates.verify(store, certificate.number + edition)


def test_a_certificate_that_is_no_longer_earned_is_told_with_the_way_to_revoke_it(store, event, people):
    come(store, event, people[0])
    come(store, event, people[1])
    (_, (_, second)) = certificates.issue(store, event)
    assert certificates.doubtful(store, event) == []
    (gone,) = [person for person in people if person.member.id == second.member_id]
    attendance.undo_last(store, event.id, gone.id, desk="D")
    (told,) = certificates.doubtful(store, event)
    assert told.startswith(f"{gone.name} does not earn certificate {second.number} any more.")
    assert f"sla certificate revoke {second.number} --reason" in told
    certificates.revoke(store, second.number, "was not there")
    assert certificates.doubtful(store, event) == []


def test_who_came_on_a_cancelled_place_has_a_certificate_and_that_is_told(store, event, people):
    come(store, event, people[0])
    with store.change() as tx:
        tx.put(replace(people[0].registration, status=CANCELLED))
    ((_, certificate),) = certificates.issue(store, event)
    (told,) = certificates.doubtful(store, event)
    assert f"has certificate {certificate.number}, on a cancelled place" in told


def test_of_two_records_that_became_one_person_one_certificate_stands(store, event, people):
    come(store, event, people[0])
    come(store, event, people[1])
    certificates.issue(store, event)
    merging.merge(store, people[1].member, people[0].member, desk="D")
    (told,) = certificates.doubtful(store, event)
    assert told == f"{people[0].name} has several valid certificates. Printing certificates leaves one."
    ((_, stands),) = certificates.issue(store, event)
    (other,) = [one for one in certificates.certificates(store, event.id) if one.id != stands.id]
    assert (other.status, other.replaced_by) == (REVOKED, stands.number)


def test_an_old_paper_names_the_certificate_that_stands_now(store, event, people):
    come(store, event, people[0])
    ((_, first),) = certificates.issue(store, event)
    for title in ("Second name", "Third name"):
        event = event_changes.change_event(store, event.id, {"title": title})
        certificates.issue(store, event)
    with store.change() as tx:
        tx.put(replace(people[0].member, full_name="Siân Ní Bhríain"))
    ((_, stands),) = certificates.issue(store, event)
    assert stands.edition == 2
    assert f"certificate {stands.shown_number} stands" in certificates.verify(store, first.number).words
