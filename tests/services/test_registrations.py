"""Imports: every row's fate first, then the good rows; coming back with the file is a diff."""

from dataclasses import replace

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.members import Organisation, organisation_id
from sla_desktop.services import attendance, editing, events, merging, registrations, tickets
from sla_desktop.services.hats import put_hat
from sla_desktop.services.people import attendees
from tests.conftest import ENDS, SHARED, STARTS

HEAD = "First name,Surname,Email,Organisation,Job title"


@pytest.fixture
def bring(store, event, tmp_path):
    """Imports lines into the event (or another); the plan."""

    def bring_in(*lines, head=HEAD, into=None, write=True):
        path = tmp_path / "file.csv"
        path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
        target = into or event
        plan = registrations.plan_import(store, target.id, path)
        if write:
            registrations.apply_import(store, target.id, plan)
        return plan

    return bring_in


def fates(plan):
    return [row.fate for row in plan.rows]


def test_a_plan_writes_nothing(store, event, bring):
    plan = bring("Ann,Lee,a@x.org,Oxleas,Nurse", write=False)
    assert fates(plan) == ["new"]
    assert attendees(store, event.id) == []


def test_names_come_in_exactly_as_typed(store, event, bring):
    bring("siân,NÍ BHRIAIN,s@x.org,Oxleas,", "Björk,,b@x.org,,", "Ludwig,van der Berg,l@x.org,,")
    assert {person.name for person in attendees(store, event.id)} == {
        "siân NÍ BHRIAIN",
        "Björk",
        "Ludwig van der Berg",
    }


def test_the_same_file_again_changes_nothing(store, event, bring):
    lines = ("Ann,Lee,a@x.org,Oxleas,Nurse", "Bob,Ray,,King's,", "Cat,,,,")
    bring(*lines)
    again = bring(*lines)
    assert fates(again) == ["unchanged"] * 3
    assert len(attendees(store, event.id)) == 3


def test_news_in_the_file_are_taken_over_and_named(store, event, bring):
    bring("Ann,Lee,a@x.org,Oxleas,Nurse")
    plan = bring("Ann,Lee,a@x.org,Oxleas,Matron")
    assert fates(plan) == ["changed"]
    assert plan.rows[0].reason == "New: role."
    (person,) = attendees(store, event.id)
    assert (person.role, person.organisation) == ("Matron", "Oxleas")


def test_an_organisation_that_comes_later_leaves_one_main_hat(store, event, bring):
    from sla_desktop.services.people import hats_of

    bring("Ann,Lee,a@x.org,,Nurse")
    bring("Ann,Lee,a@x.org,Oxleas,Nurse")
    (ann,) = attendees(store, event.id)
    with store.read() as connection:
        hats = hats_of(connection, [ann.member.id])[ann.member.id]
    assert ann.organisation == "Oxleas"
    assert [hat.organisation_id is not None for hat in hats if hat.main] == [True]


def test_a_local_correction_is_never_overwritten_by_the_old_file(store, event, bring):
    bring("Ann,Lee,a@x.org,Oxleas,Nurse")
    (person,) = attendees(store, event.id)
    with store.change() as tx:
        tx.put(replace(person.member, full_name="Anne Lee"))
    assert fates(bring("Ann,Lee,a@x.org,Oxleas,Nurse")) == ["unchanged"]
    (person,) = attendees(store, event.id)
    assert person.name == "Anne Lee"


def test_a_check_in_survives_a_re_import(store, event, bring):
    bring("Ann,Lee,a@x.org,Oxleas,Nurse")
    (person,) = attendees(store, event.id)
    attendance.check_in(store, event.id, person.id, desk="D")
    bring("Ann,Lee,a@x.org,Oxleas,Matron")
    assert attendees(store, event.id)[0].inside


def test_twice_in_one_file_is_one_person(store, event, bring):
    plan = bring("Ann,Lee,a@x.org,Oxleas,Nurse", "Ann,Lee,A@X.ORG,Oxleas,Nurse")
    assert fates(plan) == ["new", "duplicate"]
    assert plan.rows[1].reason == "The same person as row 2."


def test_two_rows_of_one_name_and_organisation_without_a_mailbox_come_in_with_a_remark(store, event, bring):
    from_forms = "Response ID,Email,Name,Organisation"
    plan = bring("1,anonymous,Ann Lee,Oxleas", "2,anonymous,Ann Lee,Oxleas", "3,,Ann Lee,Mind", head=from_forms)
    assert fates(plan) == ["new", "new", "new"]
    assert "same name and organisation as somebody in row 2" in plan.rows[1].reason
    assert plan.rows[2].reason == ""


def test_two_people_with_one_mailbox_both_come_in_with_a_remark(store, event, bring):
    plan = bring("Ann,Lee,desk@x.org,,", "Bob,Ray,desk@x.org,,")
    assert fates(plan) == ["new", "new"]
    assert "same e-mail address as Ann Lee" in plan.rows[1].reason
    assert len(attendees(store, event.id)) == 2


def test_a_corrected_spelling_with_the_same_address_is_the_same_person(store, event, bring):
    bring("Catherine,Oneil,c@x.org,Oxleas,")
    plan = bring("Catherine,O'Neill,c@x.org,Oxleas,")
    assert fates(plan) == ["changed"]
    assert [person.name for person in attendees(store, event.id)] == ["Catherine O'Neill"]


def test_a_namesake_with_another_address_is_somebody_else(store, event, bring):
    bring("Ann,Lee,a@x.org,Oxleas,")
    assert fates(bring("Ann,Lee,other@y.org,Oxleas,")) == ["new"]


def test_a_member_known_from_an_earlier_event_is_the_same_member(store, event, bring):
    bring("Ann,Lee,a@x.org,Oxleas,Nurse")
    later = events.add_event(store, title="Later", starts=STARTS, ends=ENDS)
    assert fates(bring("Ann,Lee,a@x.org,Oxleas,Nurse", into=later)) == ["new"]
    assert attendees(store, event.id)[0].member.id == attendees(store, later.id)[0].member.id


def test_a_refund_cancels_the_place_and_a_return_restores_it(store, event, bring):
    head = "Order #,First Name,Last Name,Email,Quantity,Ticket Type,Attendee Status"
    bring("1,Ann,Lee,a@x.org,1,Free,Attending", head=head)
    plan = bring("1,Ann,Lee,a@x.org,1,Free,Refunded", head=head)
    assert fates(plan) == ["cancelled"]
    assert attendees(store, event.id)[0].cancelled
    assert fates(bring("1,Ann,Lee,a@x.org,1,Free,Attending", head=head)) == ["changed"]
    assert not attendees(store, event.id)[0].cancelled


def test_bad_rows_are_listed_and_good_ones_go_in(store, event, bring):
    plan = bring("Ann,Lee,a@x.org,Oxleas,", ",,b@x.org,Oxleas,")
    assert fates(plan) == ["new", "rejected"]
    assert "no name" in plan.rows[1].reason
    assert plan.rows[1].row == 3
    assert [person.name for person in attendees(store, event.id)] == ["Ann Lee"]


def test_a_slip_in_an_address_keeps_the_person_and_is_told(store, event, bring):
    plan = bring("Bob,Ray,not-an-address,Oxleas,")
    assert (fates(plan), plan.rows[0].reason) == (
        ["new"],
        "The e-mail address “not-an-address” is not an address and was left out.",
    )
    (bob,) = attendees(store, event.id)
    assert (bob.name, bob.member.email) == ("Bob Ray", "")
    assert fates(bring("Bob,Ray,not-an-address,Oxleas,")) == ["unchanged"]


BOOKED = "Order #,First Name,Last Name,Email,Quantity,Ticket Type,Attendee Status"


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Refunded", "refunded"),
        ("Void", "void"),
        ("Cancelled", "cancelled"),
        ("Awaiting payment", "unpaid"),
        ("pending_approval", "awaiting-approval"),
        ("Attending", "registered"),
    ],
)
def test_the_door_knows_what_became_of_a_booking(store, event, bring, word, status):
    bring(f"1,Ann,Lee,a@x.org,1,Free,{word}", head=BOOKED)
    assert [person.registration.status for person in attendees(store, event.id)] == [status]
    assert not bring(f"1,Ann,Lee,a@x.org,1,Free,{word}", head=BOOKED).writes


def test_a_status_that_was_changed_here_is_not_changed_back_by_the_old_file(store, event, bring):
    bring("1,Ann,Lee,a@x.org,1,Free,Unpaid", head=BOOKED)
    (ann,) = attendees(store, event.id)
    with store.change() as tx:
        tx.put(replace(ann.registration, status="registered"))
    assert fates(bring("1,Ann,Lee,a@x.org,1,Free,Unpaid", head=BOOKED)) == ["unchanged"]
    assert [person.registration.status for person in attendees(store, event.id)] == ["registered"]


def test_who_gave_one_booking_back_and_kept_another_is_coming(store, event, bring):
    lines = ("1,Ann,Lee,a@x.org,1,Free,Refunded", "2,Ann,Lee,a@x.org,1,Free,Attending")
    assert fates(bring(*lines, head=BOOKED)) == ["cancelled", "new"]
    assert [person.cancelled for person in attendees(store, event.id)] == [False]
    plan = bring(*lines, head=BOOKED)
    assert (fates(plan), plan.writes) == (["cancelled", "unchanged"], ())
    assert "Row 3 is the same person" in plan.rows[0].reason


def test_the_name_somebody_likes_to_be_called_comes_in_too(store, event, bring):
    bring("Siân,Ní Bhriain,Shan", head="First name,Surname,Preferred name")
    (sian,) = attendees(store, event.id)
    assert (sian.name, sian.member.known_as) == ("Siân Ní Bhriain", "Shan")


def test_an_import_can_be_stopped_and_then_nothing_is_written(store, event, bring):
    def stop(done, total):
        raise KeyboardInterrupt

    plan = bring("Ann,Lee,a@x.org,Oxleas,", write=False)
    with pytest.raises(KeyboardInterrupt):
        registrations.apply_import(store, event.id, plan, progress=stop)
    assert attendees(store, event.id) == []


REAL = sorted((SHARED / "data" / "registrations").glob("*")) if SHARED.exists() else []


@pytest.mark.skipif(not REAL, reason="the real exports are not here")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_real_exports_come_in_and_a_second_time_change_nothing(store, event, path):
    first = registrations.plan_import(store, event.id, path)
    written = registrations.apply_import(store, event.id, first)
    assert written == first.counts["new"] + first.counts["cancelled"] == len(attendees(store, event.id))
    again = registrations.plan_import(store, event.id, path)
    assert again.counts["new"] == again.counts["changed"] == 0
    assert again.counts["unchanged"] == first.counts["new"]


def test_what_is_no_spreadsheet_is_told(store, event, tmp_path):
    picture = tmp_path / "photo.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    with pytest.raises(SlaError):
        registrations.plan_import(store, event.id, picture)


def test_an_older_list_without_statuses_does_not_bring_a_refunded_place_back(store, event, bring):
    head = "Order #,First Name,Last Name,Email,Quantity,Ticket Type,Attendee Status"
    bring("Ann,Lee,a@x.org,Oxleas,")
    bring("1,Ann,Lee,a@x.org,1,Free,Refunded", head=head)
    plan = bring("Ann,Lee,a@x.org,Oxleas,")
    assert fates(plan) == ["unchanged"]
    assert "stays cancelled" in plan.rows[0].reason
    assert attendees(store, event.id)[0].cancelled


def test_a_second_row_with_another_organisation_is_another_hat_of_the_same_person(store, event, bring):
    lines = ("Ann,Lee,a@x.org,Oxleas,Nurse", "Ann,Lee,a@x.org,Carers' Hub,Trustee")
    plan = bring(*lines)
    assert fates(plan) == ["new", "duplicate"]
    assert plan.rows[1].reason == "The same person as row 2. Carers' Hub is kept as another of their organisations."
    (person,) = attendees(store, event.id)
    assert (person.organisation, set(person.organisations)) == ("Oxleas", {"Oxleas", "Carers' Hub"})
    assert fates(bring(*lines)) == ["unchanged", "duplicate"]
    assert len(bring(*lines).writes) == 0


def test_people_of_one_booking_without_an_address_each_stay_themselves(store, event, bring):
    head = "Order no,First name,Surname,Email,Organisation,Ticket number"
    lines = ("1,Ann,Lee,ann(at)x.org,Oxleas,T1", "1,Bob,Ray,bob@,Mind,T2", "2,Eve,Day,n/a,,T3")
    bring(*lines, head=head)
    assert fates(bring(*lines, head=head)) == ["unchanged"] * 3
    corrected = ("1,Anne,Lee,ann(at)x.org,Oxleas,T1", "1,Bob,Ray,bob@,Mind,T2", "2,Eva,Dayton,n/a,,T3")
    assert fates(bring(*corrected, head=head)) == ["changed", "unchanged", "changed"]
    assert {person.name for person in attendees(store, event.id)} == {"Anne Lee", "Bob Ray", "Eva Dayton"}


def test_an_address_that_was_put_right_here_does_not_double_who_booked_without_one(store, event, bring):
    head, line = "Order no,First name,Surname,Email", "7,Ann,Lee,ann(at)x.org"
    bring(line, head=head)
    (person,) = attendees(store, event.id)
    with store.change() as tx:
        tx.put(replace(person.member, email="ann@x.org", full_name="Ann Leigh"))
    assert fates(bring(line, head=head)) == ["unchanged"]
    assert [one.name for one in attendees(store, event.id)] == ["Ann Leigh"]


def test_a_family_that_books_with_one_address_is_several_people(store, event, bring):
    plan = bring("Cat,Poe,poe@x.org,Mind,", "Dan,Poe,poe@x.org,Mind,", "Catherine,Poe,poe@x.org,Mind,")
    assert fates(plan) == ["new", "new", "duplicate"]


@pytest.mark.parametrize("pair", [("Sam", "Samira"), ("Al", "Alice")])
def test_a_given_name_that_begins_like_another_is_that_of_somebody_else(bring, pair):
    plan = bring(*(f"{name},Poe,poe@x.org,Mind," for name in pair))
    assert fates(plan) == ["new", "new"]
    assert f"same e-mail address as {pair[0]} Poe" in plan.rows[1].reason


def test_names_turned_round_without_an_address_are_two_people_and_told(bring):
    plan = bring("Thomas,James,,Oxleas,", "James,Thomas,,Oxleas,")
    assert fates(plan) == ["new", "new"]
    assert "same name and organisation" in plan.rows[1].reason


def test_an_address_that_was_corrected_at_the_source_doubles_nobody_of_the_order(store, event, bring):
    head = "Order ID,Name,Email,Organisation"
    bring("1,Ann Lee,ann@x.org,Oxleas", "2,Bob Ray,bob@x.org,Oxleas", head=head)
    plan = bring("1,Ann Lee,ann.lee@x.org,Oxleas", "2,Bob Ray,bob@x.org,Oxleas", head=head)
    assert fates(plan) == ["changed", "unchanged"]
    assert {one.member.email for one in attendees(store, event.id)} == {"ann.lee@x.org", "bob@x.org"}


def test_addresses_that_were_swapped_are_put_right_by_their_orders(store, event, bring):
    head = "Order ID,Name,Email,Organisation"
    bring("1,Ann Lee,bob@x.org,Oxleas", "2,Bob Ray,ann@x.org,Oxleas", head=head)
    assert fates(bring("1,Ann Lee,ann@x.org,Oxleas", "2,Bob Ray,bob@x.org,Oxleas", head=head)) == ["changed"] * 2
    assert {one.name: one.member.email for one in attendees(store, event.id)} == {
        "Ann Lee": "ann@x.org",
        "Bob Ray": "bob@x.org",
    }


def test_a_namesake_of_the_same_organisation_with_another_address_is_told(bring):
    bring("Ann,Lee,a@x.org,Oxleas,")
    plan = bring("Ann,Lee,ann@y.org,Oxleas,")
    assert fates(plan) == ["new"]
    assert plan.rows[0].reason == "Ann Lee is on the list with the address a@x.org; is it one person?"


def test_two_people_called_by_an_emoji_are_told_apart(store, event, bring):
    lines = ("🎉,,,Mind,", "🦄,,,Mind,")
    assert fates(bring(*lines)) == ["new", "new"]
    assert fates(bring(*lines)) == ["unchanged", "unchanged"]


def test_columns_that_nobody_takes_over_are_named(bring):
    plan = bring("Ann,Lee,a@x.org,9,,blue", head="First name,Surname,Email,Shoe size,Empty,Favourite colour")
    assert plan.read.unused == ("Shoe size", "Favourite colour")


def test_an_organisation_is_spelt_in_the_preview_as_it_will_be_shown(store, event, bring):
    lines = ("Ann,Lee,a@x.org,Age-UK Bexley,", "Bob,Ray,b@x.org,AGE UK BEXLEY,")
    for _ in "twice":
        plan = bring(*lines)
        shown = {person.id: person.organisation for person in attendees(store, event.id)}
        assert {row.organisation for row in plan.rows} == set(shown.values()) == {"Age-UK Bexley"}
    assert fates(plan) == ["unchanged"] * 2


def test_spellings_of_one_organisation_are_taken_as_one_and_told(store, event, bring):
    first = bring("Ann,Lee,a@x.org,NHS Kent & Medway,", "Bob,Ray,b@x.org,nhs kent and medway,")
    second = bring("Cat,Day,c@x.org,The N.H.S. Kent and  Medway Ltd,", "Dan,Fox,d@x.org,Mind,")
    assert {one.organisation for one in attendees(store, event.id)} == {"NHS Kent & Medway", "Mind"}
    known = "“nhs kent and medway” goes in as “NHS Kent & Medway”"
    assert first.read.notes == (f"One organisation in two spellings: {known}.",)
    assert "“The N.H.S. Kent and Medway Ltd” goes in as “NHS Kent & Medway”" in second.read.notes[0]


@pytest.mark.parametrize("near", ["NHS Kent and Medway ICB", "NHS Kent & Medwey", "Kent and Medway NHS Trust"])
def test_organisations_that_may_be_one_stay_two_and_are_told(store, event, bring, near):
    bring("Ann,Lee,a@x.org,NHS Kent & Medway,")
    (note,) = bring(f"Bob,Ray,b@x.org,{near},").read.notes
    assert note.startswith(f"Perhaps one organisation: “{near}” with “NHS Kent & Medway”.")
    assert {one.organisation for one in attendees(store, event.id)} == {"NHS Kent & Medway", near}
    assert bring(f"Bob,Ray,b@x.org,{near},").read.notes == ()


def test_branches_and_numbered_places_are_organisations_of_their_own(bring):
    plan = bring(
        "Ann,Lee,a@x.org,Age UK,",
        "Bob,Ray,b@x.org,Age UK Bexley,",
        "Cat,Day,c@x.org,Sunny Surgery 1,",
        "Dan,Fox,d@x.org,Sunny Surgery 2,",
    )
    assert plan.read.notes == ()


def test_organisations_that_stood_in_two_spellings_before_stay_as_they_are(store, event, bring):
    bring("Ann,Lee,a@x.org,King's,")
    with store.change() as tx:
        tx.put(Organisation(organisation_id("Kings Ltd"), "Kings Ltd"))
    bring("Bob,Ray,b@x.org,Kings Ltd,")
    assert {one.organisation for one in attendees(store, event.id)} == {"King's", "Kings Ltd"}


def test_an_organisation_that_was_misspelt_is_put_right_by_a_newer_list(store, event, bring):
    bring("Ann,Lee,a@x.org,Oxlees Trust,GP")
    assert "New: organisation, role." in bring("Ann,Lee,a@x.org,Oxleas Trust,Nurse").rows[0].reason
    (ann,) = attendees(store, event.id)
    assert (ann.organisation, ann.organisations, ann.role) == ("Oxleas Trust", ("Oxleas Trust",), "Nurse")


def test_an_organisation_that_was_put_right_here_stays_the_main_one(store, event, bring):
    bring("Ann,Lee,a@x.org,Oxleas,GP")
    with store.change() as tx:
        put_hat(tx, attendees(store, event.id)[0].member.id, {"organisation": "Mind"})
    bring("Ann,Lee,a@x.org,King's,GP")
    assert attendees(store, event.id)[0].organisation == "Mind"


def test_who_is_missing_from_a_newer_list_is_told(store, event, bring):
    lines = ("Ann,Lee,a@x.org,Oxleas,", "Bob,Ray,b@x.org,Mind,", "Cat,Poe,c@x.org,Mind,")
    bring(*lines)
    assert bring(*lines[:2]).read.notes == (
        "On an earlier list and not on this one: Cat Poe, who stays on the list here.",
    )
    assert bring("Dan,Fox,d@x.org,Mind,").read.notes == ()


def test_tickets_that_a_newer_list_swaps_are_swapped(store, event, bring):
    head = "Name,Email,Organisation,Ticket code"
    bring("Ann Lee,a@x.org,Mind,T1", "Bob Ray,b@x.org,Mind,T2", head=head)
    bring("Ann Lee,a@x.org,Mind,T2", "Bob Ray,b@x.org,Mind,T1", head=head)
    assert {one.name: one.registration.external_code for one in attendees(store, event.id)} == {
        "Ann Lee": "T2",
        "Bob Ray": "T1",
    }


def test_codes_that_a_spreadsheet_shortened_or_that_stand_twice_are_told(bring):
    head = "Name,Email,Barcode"
    plan = bring("Ann Lee,a@x.org,1.23457E+11", "Bob Ray,b@x.org,T2", "Cat Poe,c@x.org,T2", head=head)
    assert "1.23457E+11, which was left out" in plan.rows[0].reason
    assert "The ticket code T2 stands in several rows; a scan of it asks for the name." in plan.read.notes


def test_what_a_list_says_of_somebody_known_from_an_earlier_event_is_taken_over(store, event, bring):
    head = "Name,Email,Organisation,Phone,Access needs,Preferred name"
    earlier = events.add_event(store, title="Earlier", starts=STARTS, ends=ENDS)
    bring("Ann Lee,a@x.org,Mind,0770,,", head=head, into=earlier)
    bring("Ann Lee,a@x.org,Oxleas,0999,Wheelchair,Annie", head=head)
    (ann,) = attendees(store, event.id)
    assert (ann.member.phone, ann.member.access_needs, ann.member.known_as) == ("0999", "Wheelchair", "Annie")
    editing.save_member(store, replace(ann.member, access_needs="Ramp"))
    later = events.add_event(store, title="Later", starts=STARTS, ends=ENDS)
    bring("Ann Lee,a@x.org,Oxleas,0999,Wheelchair,Annie", head=head, into=later)
    assert attendees(store, later.id)[0].member.access_needs == "Ramp"
    assert ann.member.full_name == "Ann Lee"


def test_one_list_read_on_two_laptops_makes_the_same_people(store, event, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(f"{HEAD}\nAnn,Lee,a@x.org,Mind,\nBob,Ray,,Mind,\nBob,Ray,,Oxleas,\n", encoding="utf-8")
    first, second = (registrations.plan_import(store, event.id, path) for _ in range(2))
    assert [one.member.id for one in first.writes] == [one.member.id for one in second.writes]
    assert len({one.member.id for one in first.writes}) == 3


def test_a_relative_who_is_added_to_a_newer_list_takes_nobodys_place(store, event, bring):
    head = "Order ID,Name,Email,Ticket code"
    bring("1,Jo Lee,lee@x.org,T1", head=head)
    (jo,) = attendees(store, event.id)
    attendance.check_in(store, event.id, jo.id, desk="A")
    assert fates(bring("2,Joe Lee,lee@x.org,T2", "1,Jo Lee,lee@x.org,T1", head=head)) == ["new", "unchanged"]
    assert {one.name: one.inside for one in attendees(store, event.id)} == {"Jo Lee": True, "Joe Lee": False}


def test_whoever_has_another_booking_now_keeps_their_place(store, event, bring):
    head = "Order ID,Name,Email"
    bring("1,Ann Lee,boss@x.org", head=head)
    (ann,) = attendees(store, event.id)
    assert fates(bring("1,Cat Poe,boss@x.org", "2,Ann Lee,boss@x.org", head=head)) == ["new", "changed"]
    assert {one.name: one.id == ann.id for one in attendees(store, event.id)} == {"Ann Lee": True, "Cat Poe": False}


def test_rows_with_tickets_of_their_own_are_people_of_their_own(bring):
    head = "Name,Email,Organisation,Ticket code"
    family = ("Alex Lee,lee@x.org,Mind,T1", "Alexandra Lee,lee@x.org,Mind,T2")
    namesakes = ("Ann Poe,,Mind,T3", "Ann Poe,,Mind,T4")
    assert fates(bring(*family, *namesakes, head=head)) == ["new"] * 4


def test_a_list_with_both_records_of_a_merged_person_changes_nothing(store, event, bring):
    lines = ("Elizabeth,Lee,e@x.org,Mind,", "Liz,Lee,liz@y.org,Mind,")
    bring(*lines)
    first, second = sorted(attendees(store, event.id), key=lambda one: one.name)
    merging.merge(store, second.member, first.member, desk="A")
    plan = bring(*lines)
    assert fates(plan) == ["unchanged", "unchanged"]
    assert plan.rows[1].reason == "Counts as Elizabeth Lee."
    assert [one.name for one in attendees(store, event.id)] == ["Elizabeth Lee"]


def test_one_of_two_bookings_of_a_merged_person_may_be_cancelled(store, event, bring):
    head = "Name,Email,Status"
    bring("Elizabeth Lee,e@x.org,Attending", "Liz Lee,liz@y.org,Attending", head=head)
    first, second = sorted(attendees(store, event.id), key=lambda one: one.name)
    merging.merge(store, second.member, first.member, desk="A")
    plan = bring("Elizabeth Lee,e@x.org,Cancelled", "Liz Lee,liz@y.org,Attending", head=head)
    assert "Row 3 is the same person, and counts." in plan.rows[0].reason
    assert not attendees(store, event.id)[0].cancelled


def test_a_ticket_of_somebody_cancelled_is_that_of_whoever_has_it_now(store, event, bring):
    head = "Name,Email,Status,Ticket code"
    bring("Priya Shah,p@x.org,Attending,T1", head=head)
    lines = ("Priya Shah,p@x.org,Cancelled,T1", "Kate Noor,k@x.org,Attending,T1")
    bring(*lines, head=head)
    verdict = tickets.scan(store, [tickets.Place(event.id)], "T1", desk="A")
    assert (verdict.code, verdict.name) == ("valid", "Kate Noor")
    assert fates(bring(*lines, head=head)) == ["cancelled", "unchanged"]
    assert {one.name: one.cancelled for one in attendees(store, event.id)} == {"Kate Noor": False, "Priya Shah": True}


def test_two_of_one_name_known_from_an_earlier_event_stay_two(store, event, bring):
    head = "Name,Email,Organisation,Ticket code"
    earlier = events.add_event(store, title="Earlier", starts=STARTS, ends=ENDS)
    bring("Ann Lee,,Mind,B1", "Ann Lee,,Mind,B2", head=head, into=earlier)
    bring("Ann Lee,,Mind,A1", "Ann Lee,,Mind,A2", head=head)
    assert {one.registration.external_code for one in attendees(store, event.id)} == {"A1", "A2"}


def test_names_turned_round_at_an_earlier_event_are_somebody_else(store, event, bring):
    earlier = events.add_event(store, title="Earlier", starts=STARTS, ends=ENDS)
    bring("James,Thomas,j@x.org,Oxleas,", into=earlier)
    bring("Thomas,James,,Oxleas,")
    assert [one.name for one in attendees(store, event.id)] == ["Thomas James"]


def test_addresses_swapped_between_names_that_are_nearly_the_same_move_nobody(store, event, bring):
    head = "Name,Email,Ticket code,Order ID"
    bring("Jo Lee,a@x.org,T1,1", "Joe Lee,b@x.org,T2,2", head=head)
    before = {one.name: one.id for one in attendees(store, event.id)}
    plan = bring("Jo Lee,b@x.org,T1,1", "Joe Lee,a@x.org,T2,2", head=head)
    assert [row.reason for row in plan.rows] == [
        "New: e-mail address (was a@x.org).",
        "New: e-mail address (was b@x.org).",
    ]
    assert {one.name: one.id for one in attendees(store, event.id)} == before


def test_a_ticket_that_was_given_on_and_back_is_theirs_again(store, event, bring):
    head = "Name,Email,Ticket code"
    bring("Ann Lee,a@x.org,T1", head=head)
    bring("Bob Ray,b@x.org,T1", head=head)
    bring("Ann Lee,a@x.org,T1", "Bob Ray,b@x.org,T2", head=head)
    told = {
        one.name: (one.registration.external_code, one.registration.attention) for one in attendees(store, event.id)
    }
    assert told == {"Ann Lee": ("T1", ""), "Bob Ray": ("T2", "")}


def test_running_numbers_of_a_list_are_nobodys_bookings(store, event, bring):
    head = "Reference,Name,Organisation"
    bring("1,Ann Lee,Oxleas", "2,Bob Ray,Mind", "3,Cat Poe,Kings", head=head)
    ann = next(one for one in attendees(store, event.id) if one.name == "Ann Lee")
    attendance.check_in(store, event.id, ann.id, desk="A")
    bring("1,Zoe New,Mind", "2,Ann Lee,Oxleas", "3,Bob Ray,Mind", "4,Cat Poe,Kings", head=head)
    assert {one.name: one.inside for one in attendees(store, event.id)} == {
        "Ann Lee": True,
        "Bob Ray": False,
        "Cat Poe": False,
        "Zoe New": False,
    }


def test_a_name_that_was_put_right_here_stays_known_beside_another_event(store, event, bring):
    head = "Name,Email,Ticket code"
    bring("Ann Lee,a@x.org,T1", head=head)
    (ann,) = attendees(store, event.id)
    editing.save_member(store, replace(ann.member, full_name="Ann Leigh"))
    later = events.add_event(store, title="Later", starts=STARTS, ends=ENDS)
    bring("Ann Lee,a@x.org,T9", head=head, into=later)
    assert fates(bring("Ann Lee,a@x.org,T1", head=head)) == ["unchanged"]
    assert [one.name for one in attendees(store, event.id)] == ["Ann Leigh"]


def test_a_merged_person_comes_to_the_next_event_by_either_row(store, event, bring):
    head = "Name,Email,Organisation,Ticket code"
    earlier = events.add_event(store, title="Earlier", starts=STARTS, ends=ENDS)
    bring("Ann Lee,a1@x.org,Mind,", "Ann Lee,a2@x.org,Kings,", head=head, into=earlier)
    kept, double = sorted(attendees(store, earlier.id), key=lambda one: one.member.email)
    merging.merge(store, double.member, kept.member, desk="A")
    assert fates(bring("Ann Lee,a2@x.org,Kings,U2", head=head)) == ["new"]
    assert [one.name for one in attendees(store, event.id)] == ["Ann Lee"]
    assert tickets.scan(store, [tickets.Place(event.id)], "U2", desk="A").code == "valid"
    bring("Ann Lee,a1@x.org,Mind,U1", "Ann Lee,a2@x.org,Kings,U2", head=head)
    assert tickets.scan(store, [tickets.Place(event.id)], "U1", desk="A").code == "already-in"
    assert fates(bring("Ann Lee,a1@x.org,Mind,U1", "Ann Lee,a2@x.org,Kings,U2", head=head)) == ["unchanged"] * 2


def test_new_tickets_of_merged_records_let_in(store, event, bring):
    head = "Name,Email,Ticket code"
    bring("Elizabeth Lee,e@x.org,T1", "Liz Lee,liz@y.org,T2", head=head)
    first, second = sorted(attendees(store, event.id), key=lambda one: one.name)
    merging.merge(store, second.member, first.member, desk="A")
    bring("Elizabeth Lee,e@x.org,T9", "Liz Lee,liz@y.org,T8", head=head)
    verdict = tickets.scan(store, [tickets.Place(event.id)], "T8", desk="A")
    assert (verdict.code, verdict.name) == ("valid", "Elizabeth Lee")


def test_each_organisation_of_later_lists_is_one_more_and_the_last_one_counts(store, event, bring):
    for name in ("Oxleas", "King's", "Mind"):
        bring(f"Ann,Lee,a@x.org,{name},")
        assert fates(bring(f"Ann,Lee,a@x.org,{name},")) == ["unchanged"]
    (ann,) = attendees(store, event.id)
    assert (ann.organisation, set(ann.organisations)) == ("Mind", {"Oxleas", "King's", "Mind"})


def test_news_of_somebody_whose_organisation_was_spelt_otherwise_are_taken_over(store, event, bring):
    bring("Ann,Lee,a@x.org,Age UK,", "Bob,Ray,b@x.org,AGE UK,")
    assert "New: organisation." in bring("Bob,Ray,b@x.org,Oxleas,").rows[0].reason
    assert "Oxleas" in {one.name: one.organisations for one in attendees(store, event.id)}["Bob Ray"]


def test_the_desk_is_told_of_a_guest_without_a_name_and_a_note_of_its_own_stays(store, event, bring):
    head = "Name,Email,Organisation"
    bring("Peter Okafor (+1),p@x.org,Kent", head=head)
    (peter,) = attendees(store, event.id)
    told = attendance.check_in(store, event.id, peter.id, desk="A").attention
    assert told == "One guest without a name comes with them. Add who is here as a walk-in."
    with store.change() as tx:
        tx.put(replace(peter.registration, attention="Speaks at noon"))
    bring("Peter Okafor (+1),p@x.org,Oxleas", head=head)
    assert attendees(store, event.id)[0].registration.attention == "Speaks at noon"


def test_what_a_newer_list_says_of_guests_takes_the_place_of_what_the_older_one_said(store, event, bring):
    head = "Name,Email,Organisation"
    bring("Peter Okafor (+2),p@x.org,Kent", "Ann Lee,a@x.org,Kent", head=head)
    peter = next(one for one in attendees(store, event.id) if one.name == "Peter Okafor")
    with store.change() as tx:
        tx.put(replace(peter.registration, attention=f"Speaks at noon. {peter.registration.attention}"))
    plan = bring("Peter Okafor,p@x.org,Kent", "Ann Lee (+1),a@x.org,Kent", head=head)
    assert [row.fate for row in plan.rows if row.name] == ["changed", "changed"]
    assert "note for the desk" in plan.rows[0].reason
    notes = {one.name: one.registration.attention for one in attendees(store, event.id)}
    assert notes["Peter Okafor"] == "Speaks at noon."
    assert notes["Ann Lee"].startswith("One guest without a name")
    again = bring("Peter Okafor,p@x.org,Kent", "Ann Lee (+1),a@x.org,Kent", head=head)
    assert [row.fate for row in again.rows if row.name] == ["unchanged", "unchanged"]


def test_a_list_that_tells_of_no_guests_leaves_the_note_of_one_that_did(store, event, bring):
    bring("Ann Lee,a@x.org,3", head="Name,Email,Quantity")
    assert fates(bring("Ann Lee,a@x.org", head="Name,Email")) == ["unchanged"]
    assert attendees(store, event.id)[0].registration.attention.startswith("2 guests without a name")
    assert fates(bring("Ann Lee,a@x.org,1", head="Name,Email,Quantity")) == ["changed"]
    assert attendees(store, event.id)[0].registration.attention == ""


def test_a_list_read_again_with_the_organisation_knows_who_was_there_without_one(store, event, bring):
    bring("Ravi Patel", "Ann Lee", "Bo", head="Name")
    plan = bring("Ravi Patel,Mind", "Ann Lee,", "Bo,Mind", head="Name,Organisation")
    assert fates(plan) == ["changed", "unchanged", "new"]
    assert "Only the name is that of Ravi Patel" in plan.rows[0].reason
    assert fates(bring("Ravi Patel,Mind", "Ann Lee,", head="Name,Organisation")) == ["unchanged", "unchanged"]


def test_two_of_one_name_with_organisations_are_two_people_also_beside_one_without(store, event, bring):
    bring("Ravi Patel", head="Name")
    plan = bring("Ravi Patel,Mind", "Ravi Patel,Scope", head="Name,Organisation")
    assert fates(plan) == ["new", "new"]


TICKETS = "Full name,Email,Ticket code,Status"


def test_a_ticket_that_was_given_to_somebody_else_is_theirs_and_is_told(store, event, bring):
    bring("Ann Lee,ann@x.org,T-1,", head=TICKETS)
    plan = bring("Cy Poe,cy@x.org,T-1,", head=TICKETS)
    assert fates(plan) == ["new"]
    assert "the ticket that was Ann Lee’s" in plan.rows[0].reason
    assert {one.name: one.registration.external_code for one in attendees(store, event.id)} == {
        "Ann Lee": "",
        "Cy Poe": "T-1",
    }
    assert fates(bring("Cy Poe,cy@x.org,T-1,", head=TICKETS)) == ["unchanged"]


def test_a_ticket_that_was_used_stays_with_whoever_used_it(store, event, bring):
    bring("Ann Lee,ann@x.org,T-1,", head=TICKETS)
    attendance.check_in(store, event.id, attendees(store, event.id)[0].id, desk="D")
    plan = bring("Cy Poe,cy@x.org,T-1,", head=TICKETS)
    assert "Ann Lee came with this ticket" in plan.rows[0].reason
    assert fates(bring("Cy Poe,cy@x.org,T-1,", head=TICKETS)) == ["unchanged"]
    assert {one.name: one.registration.external_code for one in attendees(store, event.id)} == {
        "Ann Lee": "T-1",
        "Cy Poe": "",
    }


def test_a_cancelled_ticket_is_that_of_whoever_holds_it_and_a_short_name_is_the_same_person(store, event, bring):
    bring("Bob Day,,T-1,", "Ann Lee,ann@x.org,T-2,", head=TICKETS)
    plan = bring("Robert Day,r@x.org,T-1,", "A. Obi,obi@x.org,T-2,cancelled", head=TICKETS)
    assert fates(plan) == ["changed", "cancelled"]
    assert {one.name: one.cancelled for one in attendees(store, event.id)} == {"Robert Day": False, "Ann Lee": True}


def test_a_cancelled_row_cancels_whom_it_names_also_where_it_has_the_ticket_of_another(store, event, bring):
    bring("Ann Lee,,T-1,", "Bob Day,,T-2,", head=TICKETS)
    bring("Ann Lee,,T-2,cancelled", "Bob Day,,T-1,", head=TICKETS)
    assert {one.name: one.cancelled for one in attendees(store, event.id)} == {"Ann Lee": True, "Bob Day": False}


def test_who_has_another_name_and_the_same_ticket_and_address_is_the_same_person(store, event, bring):
    bring("Ann Lee,ann@x.org,T-1,", head=TICKETS)
    attendance.check_in(store, event.id, attendees(store, event.id)[0].id, desk="D")
    assert fates(bring("Anne Obi,ann@x.org,T-1,", head=TICKETS)) == ["changed"]
    (anne,) = attendees(store, event.id)
    assert (anne.name, anne.inside) == ("Anne Obi", True)


def test_that_somebody_came_whose_place_a_list_cancels_is_told(store, event, bring):
    bring("Ann Lee,ann@x.org,T-1,", head=TICKETS)
    attendance.check_in(store, event.id, attendees(store, event.id)[0].id, desk="D")
    plan = bring("Ann Lee,ann@x.org,T-1,cancelled", head=TICKETS, write=False)
    assert "will be cancelled, though they came" in plan.rows[0].reason


def test_a_second_row_with_the_name_turned_round_renames_nobody_and_is_suggested_as_one(store, event, bring):
    bring("Ann,Lee,ann@x.org,CERN,")
    for fate in ("new", "unchanged"):
        plan = bring("Ann,Lee,ann@x.org,CERN,", "LEE,Ann,,CERN,")
        assert fates(plan) == ["unchanged", fate]
    assert {one.name for one in attendees(store, event.id)} == {"Ann Lee", "LEE Ann"}
    (pair,) = merging.proposals(store, event.id)
    assert "another order" in pair.reason
