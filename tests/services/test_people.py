"""The people of an event, in full and as rows of a list."""

from dataclasses import replace

from sla_desktop.domain.members import Affiliation, Organisation, affiliation_id, organisation_id
from sla_desktop.services import attendance, editing, people
from sla_desktop.services.register import find_member


def test_a_row_of_the_list_says_what_the_whole_record_says(store, event, register):
    whole = register(store, event.id, "Siân,Ní Bhriain,s@x.org,Oxleas", "Björk,,,", "Ann,Lee,a@x.org,King's")
    attendance.check_in(store, event.id, whole[0].id, desk="D")
    with store.change() as tx:
        tx.put(replace(whole[1].registration, status="cancelled"))
    rows = {row.id: row for row in people.listed(store, event.id)}
    for person in people.attendees(store, event.id):
        row = rows.pop(person.id)
        assert (row.name, row.organisation, row.sector, row.place) == (
            person.name,
            person.organisation,
            person.sector,
            person.place,
        )
        assert (row.inside, row.cancelled, row.last) == (person.inside, person.cancelled, person.last)
    assert rows == {}


def test_of_two_main_hats_every_list_on_every_laptop_shows_the_same(store, event, register):
    (person,) = register(store, event.id, "Ann,Lee,ann@x.org,")
    for name in ("Kings", "Guys", "Oxleas"):
        where = organisation_id(name)
        hat = Affiliation(affiliation_id(person.member.id, name), person.member.id, where, main=True)
        with store.change() as tx:
            tx.put(Organisation(where, name), hat)
    (listed,) = people.listed(store, event.id)
    (shown,) = people.attendees(store, event.id)
    first = min(("Kings", "Guys", "Oxleas"), key=lambda name: affiliation_id(person.member.id, name))
    assert listed.organisation == shown.organisation == first


def test_of_many_hats_the_main_one_is_shown_once(store, event, register):
    (person,) = register(store, event.id, "Ann,Lee,a@x.org,Oxleas")
    name = "A Charity"
    with store.change() as tx:
        tx.put(Organisation(organisation_id(name), name, sector="Voluntary"))
        tx.put(Affiliation(affiliation_id(person.member.id, name), person.member.id, organisation_id(name)))
    (row,) = people.listed(store, event.id)
    assert row.organisation == "Oxleas"
    (whole,) = people.attendees(store, event.id)
    assert sorted(whole.organisations) == ["A Charity", "Oxleas"]


def test_a_corrected_member_is_saved(store, event, register):
    (person,) = register(store, event.id, "Ann,Lee,a@x.org,Oxleas")
    editing.save_member(store, replace(person.member, full_name="Anne Lee"))
    assert [row.name for row in people.listed(store, event.id)] == ["Anne Lee"]


def test_a_person_is_found_by_the_ticket_code_of_the_seller(store, event, register):
    (ann,) = register(store, event.id, "Ann,Lee,a@x.org,")
    with store.change() as tx:
        tx.put(replace(ann.registration, external_code="T000"))
    assert find_member(store, "T000") == find_member(store, ann.registration.code) == ann.member
