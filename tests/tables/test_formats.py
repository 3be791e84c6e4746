"""The headings that registration systems really write, with what their words for a booking's state mean."""

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.tables.statuses import standing

PRETIX = (
    "Event slug,Order code,Position ID,Status,Email,Phone number,Order date,Order time,Product,Variation,Price,"
    "Tax rate,Tax rule,"
    "Tax value,Attendee name,Attendee name: Given name,Attendee name: Family name,Attendee email,Company,"
    "Address,ZIP code,City,Country,State,Voucher,Pseudonymization ID,Order comment,Follow-up date,Company,"
    "Invoice address name,Address,ZIP code,City,Country,State,VAT ID,Sales channel"
)
CVENT = (
    "First Name,Last Name,Email Address,Company,Title,Work Phone,Invitee Status,Registration Type,Confirmation Number"
)
CASES = {
    "outlook": (
        "Name,Attendance,Response\nAda Obi,Meeting Organizer,None\nBo Ng,Required Attendee,Declined\n",
        [("Ada Obi", "", "registered"), ("Bo Ng", "", "cancelled")],
    ),
    "eventbrite": (
        "Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,Group,Order Type,"
        "Attendee Status,Job Title,Company\n"
        "11,11/29/24 22:28,Siân,Ní Bhriain,sian@nhs.net,1,,General,101,,Free,Attending,Nurse,King's\n"
        "12,11/29/24 22:28,Bo,Ng,bo@x.org,1,,General,102,,Free,Not Attending,,\n",
        [("Siân Ní Bhriain", "sian@nhs.net", "registered"), ("Bo Ng", "bo@x.org", "cancelled")],
    ),
    "eventbrite-new": (
        "Order ID,Order date,Attendee first name,Attendee last name,Attendee email,Phone number,Ticket quantity,"
        "Ticket type,Buyer first name,Buyer last name,Buyer email,Barcode number\n"
        "9,x,Ada,Obi,ada@nhs.net,,1,General,Bea,Buyer,bea@x.org,9001\n",
        [("Ada Obi", "ada@nhs.net", "")],
    ),
    "pretix": (
        f"{PRETIX}\n"
        "day,AB,1,paid,buyer@x.org,,,,Ticket,,0,0,,0,Ada Obi,Ada,Obi,ada@nhs.net,Guy's,,,,,,,P1,,,BuyerCo,Buyer\n"
        "day,AC,1,pending,buyer@x.org,,,,Ticket,,0,0,,0,Bo Ng,Bo,Ng,bo@nhs.net,Guy's,,,,,,,P1,,,BuyerCo,Buyer\n",
        [("Ada Obi", "ada@nhs.net", "registered"), ("Bo Ng", "bo@nhs.net", "unpaid")],
    ),
    "indico": (
        "ID,Name,Email Address,First Name,Last Name,Affiliation,Registration date,Registration state\n"
        '1,"Obi, Ada",ada@nhs.net,Ada,Obi,CERN,x,Completed\n2,"Ng, Bo",bo@nhs.net,Bo,Ng,CERN,x,Pending\n',
        [("Obi, Ada", "ada@nhs.net", "registered"), ("Ng, Bo", "bo@nhs.net", "awaiting-approval")],
    ),
    "alf.io": (
        "ID,Category,Event,Status,ReservationID,Full Name,First Name,Last Name,E-Mail\n"
        "u1,General,day,CHECKED_IN,R1,Ada Obi,Ada,Obi,ada@nhs.net\n"
        "u2,General,day,TO_BE_PAID,R1,Bo Ng,Bo,Ng,bo@nhs.net\n",
        [("Ada Obi", "ada@nhs.net", "registered"), ("Bo Ng", "bo@nhs.net", "unpaid")],
    ),
    "cvent": (
        f"Invitee Report\nGenerated: 01/02/2026\n\n{CVENT}\n"
        "Ada,Obi,ada@nhs.net,Guy's,Nurse,0207,Accepted,Delegate,C1\nBo,Ng,bo@nhs.net,Guy's,Dr,0207,No Response,,\n",
        [("Ada Obi", "ada@nhs.net", "registered"), ("Bo Ng", "bo@nhs.net", "cancelled")],
    ),
    "zoom": (
        "Attendee Report\nTopic,Webinar ID,# Registrants\nDay,1,2\nHost Details\n"
        "Attended,User Name (Original Name),Email,Join Time\nYes,Host,h@x.org,x\nAttendee Details\n"
        "Attended,User Name (Original Name),First Name,Last Name,Email,Phone,Registration Time,Approval Status\n"
        "Yes,Ada (Ada Obi),Ada,Obi,ada@nhs.net,--,x,approved\nNo,Bo,Bo,Ng,bo@nhs.net,--,x,pending approval\n",
        [("Ada Obi", "ada@nhs.net", "registered"), ("Bo Ng", "bo@nhs.net", "awaiting-approval")],
    ),
    "teams": (
        "Meeting Summary\nTotal Number of Participants\t2\n\n"
        "Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)\n"
        "Ada Obi\tx\ty\t1h\tada@nhs.net\tOrganizer\tada@nhs.net\n"
        "Bo Ng\tx\ty\t1h\tbo@nhs.net\tPresenter\tbo@nhs.net\n",
        [("Ada Obi", "ada@nhs.net", ""), ("Bo Ng", "bo@nhs.net", "")],
    ),
    "ms-forms": (
        "ID,Start time,Completion time,Email,Name,What is your full name?,Your\u00a0work email\n"
        "1,x,y,anonymous,,van der Berg,vdb@nhs.net\n",
        [("van der Berg", "vdb@nhs.net", "")],
    ),
    "plain": (
        "Name,Email,Email (confirm)\nAda Obi,anonymous,ada@nhs.net\nBo Ng,anonymous,bo@nhs.net\n",
        [("Ada Obi", "ada@nhs.net", ""), ("Bo Ng", "bo@nhs.net", "")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_an_export_is_known_by_its_headings(read, name: str):
    text, people = CASES[name]
    result = read(text)
    assert result.format == name
    assert [(p.full_name, p.email, p.standing) for p in result.registrants] == people


def test_whoever_booked_is_not_taken_for_each_of_those_who_come(read):
    head = "Booking First Name,Booking Last Name,Booking Email,Ticket Data: First Name,Ticket Data: Surname"
    result = read(f"{head}\nBea,Buyer,bea@x.org,Ada,Obi\nBea,Buyer,bea@x.org,Bob,Ray\n")
    assert [(one.full_name, one.email) for one in result.registrants] == [
        ("Ada Obi", "bea@x.org"),
        ("Bob Ray", "bea@x.org"),
    ]


def test_a_ticket_of_a_cancelled_order_is_cancelled(read):
    result = read(
        "Name,Email,Order status,Ticket status\nAda Obi,a@x.org,Cancelled,Valid\nBo Ng,b@x.org,Paid,Valid\n"
    )
    assert [one.status for one in result.registrants] == ["cancelled", "registered"]


def test_totals_remarks_and_vacant_places_are_no_people(read):
    lines = "Ann Lee,a@x.org,1\nVacant,,1\nApologies: Fay Poe,,\nKey: red = cancelled,,\nTotal,,3\n"
    result = read(f"Name,Email,Quantity\n{lines}")
    assert [one.status for one in result.registrants] == ["registered", "unassigned", "rejected", "rejected"]
    assert "Row 6 is a total, not a person, and was left out." in result.notes


def test_a_room_among_the_invited_is_no_person(read):
    result = read("Name,Attendance,Response\nAda Obi,Required Attendee,Accepted\nChapel,Resource,Accepted\n")
    assert [(one.full_name, one.status) for one in result.registrants] == [
        ("Ada Obi", "registered"),
        ("Chapel", "rejected"),
    ]


def test_headings_split_over_two_rows_are_put_together(read):
    result = read("First,Last,E-mail,Organi-\nname,name,address,sation\nAda,Obi,ada@nhs.net,Guy's\n")
    assert set(result.mapping) == {"given", "family", "email", "organisation"}
    assert [(p.row, p.full_name) for p in result.registrants] == [(3, "Ada Obi")]


def test_the_second_half_of_headings_is_no_person(read):
    result = read("Forename,Surname,Job title /,E-mail\n,,Role,\nAda,Obi,Nurse,ada@nhs.net\n")
    assert [(p.row, p.full_name) for p in result.registrants] == [(3, "Ada Obi")]


def test_rows_without_headings_are_not_taken_for_split_ones(read):
    result = read("Name\nAda Obi\nBo Ng\n")
    assert [p.full_name for p in result.registrants] == ["Ada Obi", "Bo Ng"]


def test_a_chosen_name_is_no_whole_name_beside_the_two_parts(read):
    (person,) = read("First name,Surname,Preferred name\nAnthony,Obi,Tony\n").registrants
    assert (person.full_name, person.known_as) == ("Anthony Obi", "Tony")


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Partially Refunded", "registered"),
        ("Refunded in full", "refunded"),
        ("Canceled by user", "cancelled"),
        ("PendingApproval", "awaiting-approval"),
        ("Wait-listed", "cancelled"),
        ("Waitlisted", "cancelled"),
        ("Payment received", "registered"),
        ("Awaiting payment", "unpaid"),
        ("Not cancelled", "registered"),
        ("Approved", "registered"),
        ("completed", "registered"),
        ("", "registered"),
        ("I can't make it this time", "cancelled"),
        ("Maybe", "registered"),
        ("Won’t attend", "cancelled"),
        ("Sorry I can’t come", "cancelled"),
        ("No, I can't", "cancelled"),
        ("N", "cancelled"),
        ("FALSE", "cancelled"),
        ("Apologies", "cancelled"),
        ("Standby", "cancelled"),
        ("Not confirmed", "awaiting-approval"),
        ("Chargeback", "refunded"),
    ],
)
def test_words_for_a_booking_are_understood(word: str, status: str):
    assert standing(word).status == status


def test_a_state_that_nobody_knows_is_told():
    assert standing("Mustard").reason == "What the state “Mustard” means is not known; they are taken as coming."
    assert {standing(word).reason for word in ("Going", "Checked in", "Yes please", "Angemeldet", "1", "")} == {""}


@pytest.mark.parametrize(
    "text",
    [
        "Vorname;Nachname;E-Mail-Adresse;Firma;Status\nJörg;Lee;j@x.org;Oxleas;bezahlt\nAnn;Ray;a@x.org;Mind;storniert\n",
        "Name;Vorname;E-Mail;Organisation;Status\nLee;Jörg;j@x.org;Oxleas;\nRay;Ann;a@x.org;Mind;Storniert\n",
        "Prénom;Nom;Adresse e-mail;Société;Statut\nJörg;Lee;j@x.org;Oxleas;payé\nAnn;Ray;a@x.org;Mind;annulé\n",
        "Nombre\tApellidos\tCorreo electrónico\tEmpresa\tEstado\n"
        "Jörg\tLee\tj@x.org\tOxleas\t\nAnn\tRay\ta@x.org\tMind\tCancelado\n",
    ],
)
def test_headings_of_other_languages_are_understood(read, text: str):
    jorg, ann = read(text).registrants
    assert (jorg.full_name, jorg.family, jorg.email, jorg.organisation) == ("Jörg Lee", "Lee", "j@x.org", "Oxleas")
    assert (jorg.status, ann.status) == ("registered", "cancelled")


def test_a_voided_ticket_of_ticket_tailor_is_cancelled(read):
    head = "Order ID,Ticket description,First name,Last name,Email,Barcode,Voided"
    sound, void = read(f"{head}\n1,Guest,Ann,Lee,a@x.org,b1,No\n2,Guest,Bob,Ray,b@x.org,b2,Yes\n").registrants
    assert (sound.status, sound.ticket_type, void.status) == ("registered", "Guest", "cancelled")


def test_an_address_behind_the_name_is_the_persons_address(read):
    ann, bob = read("Full Name;Response\nAnn Lee <a@x.org>;Accepted\nBob Ray;Declined\n").registrants
    assert (ann.full_name, ann.email, bob.status) == ("Ann Lee", "a@x.org", "cancelled")


def test_who_says_on_a_form_that_they_will_not_come_has_no_place(read):
    result = read("Full name,Will you come?\nAda Obi,Yes\nBo Ng,No\n")
    assert [(p.full_name, p.status) for p in result.registrants] == [
        ("Ada Obi", "registered"),
        ("Bo Ng", "cancelled"),
    ]


def test_first_and_last_are_halves_of_a_name(read):
    (person,) = read("First,Last,Email\nAnn,Lee,a@x.org\n").registrants
    assert (person.given, person.family) == ("Ann", "Lee")


def test_a_registration_date_is_no_state_and_an_invoice_that_was_cancelled_is(read):
    head = "First Name,Last Name,Email,Registration Date,Invoice Status"
    people = read(f"{head}\nAnn,Lee,a@x.org,Oct 1 2026,Paid\nBob,Ray,b@x.org,Oct 1 2026,Canceled\n").registrants
    assert [one.status for one in people] == ["registered", "cancelled"]


def test_headings_that_stand_once_more_are_told_and_what_is_below_goes_by_their_order(read):
    text = "Name,Email,Organisation\nAnn Lee,a@x.org,Mind\nOrganisation,Name,Phone\nScope,Bob Ray,020\n"
    result = read(text)
    assert [(one.full_name, one.organisation) for one in result.registrants] == [
        ("Ann Lee", "Mind"),
        ("Bob Ray", "Scope"),
    ]
    assert any("Row 3 has the headings once more" in note and "“Phone” was not read" in note for note in result.notes)


@pytest.mark.parametrize(
    "text", ['[{"name": "Ann Lee", "email": "a@x.org"}]', "{\\rtf1 Name,Email\\par Ann Lee,a@x.org}"]
)
def test_what_is_for_programs_or_for_word_is_refused_in_a_sentence(read, text):
    with pytest.raises(SlaError, match="Excel"):
        read(text)


@pytest.mark.parametrize("title", ["", "Community day,,\n"])
def test_headings_down_the_side_are_told_and_each_column_is_a_person(read, title: str):
    rows = "Name,Ann Lee,Bob Ray\nEmail,ann@x.org,bob@x.org\nOrganisation,Oxleas,\nTea or coffee,tea,\n"
    result = read(title + rows)
    assert [(one.row, one.full_name, one.email, one.organisation) for one in result.registrants] == [
        (2, "Ann Lee", "ann@x.org", "Oxleas"),
        (3, "Bob Ray", "bob@x.org", ""),
    ]
    assert "each column was read as a person" in result.notes[0]
    assert result.unused == ("Tea or coffee",)


def test_a_list_whose_first_column_has_words_for_headings_is_not_turned(read):
    result = read("Type,Name,Email\nDelegate,Ann Lee,a@x.org\nAttendee,Bob Ray,b@x.org\nName,Cat Poe,c@x.org\n")
    assert [one.full_name for one in result.registrants] == ["Ann Lee", "Bob Ray", "Cat Poe"]
