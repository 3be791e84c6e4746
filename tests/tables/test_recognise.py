"""Headings in the words that people and programs use."""

import pytest

from sla_desktop.domain.errors import SlaError


@pytest.mark.parametrize(
    "headings",
    ["First name,Surname,Email", "Forename;Last name;E-mail address", "Given Name\tFamily name\tEmail Address"],
)
def test_common_headings_are_understood_with_any_delimiter(read, headings: str):
    delimiter = next(d for d in ";\t," if d in headings)
    result = read(headings + "\n" + delimiter.join(("Ada", "Lovelace", "ada@example.org")) + "\n")
    (person,) = result.registrants
    assert (result.delimiter, person.full_name, person.email) == (delimiter, "Ada Lovelace", "ada@example.org")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Organization", "organisation"),
        ("Which organisation do you work for?", "organisation"),
        ("Organistion", "organisation"),
        ("Job title", "role"),
        ("What is your job title?", "role"),
        ("Borough", "place"),
        ("Staff group", "profession"),
        ("Band", "level"),
        ("Pronouns (optional)", "pronouns"),
        ("Do you have any dietary requirements?", "dietary"),
        ("Please tell us of any access needs", "access_needs"),
        ("Mobile number", "phone"),
        ("Sector", "sector"),
        ("Name of organisation", "organisation"),
        ("Which borough do you work in?", "place"),
        ("What is your Agenda for Change band?", "level"),
    ],
)
def test_a_heading_is_understood_in_the_words_people_use(read, heading: str, field: str):
    result = read(f'Name,Email,"{heading}"\nAda Lovelace,ada@example.org,something\n')
    assert result.mapping[field] == heading
    assert getattr(result.registrants[0], field) == "something"


@pytest.mark.parametrize(
    "heading", ["Emergency contact name", "Line manager email", "Are you a member of another organisation?", "Notes"]
)
def test_a_heading_about_something_else_stays_an_extra_column(read, heading: str):
    result = read(f'Full name,Email address,"{heading}"\nAda Lovelace,ada@example.org,x\n')
    assert result.registrants[0].extra == ((heading, "x"),)


def test_one_column_cannot_be_chosen_for_two_fields(read):
    with pytest.raises(SlaError, match="“Where” is chosen for two fields"):
        read("Name,Where\nAda,Oxleas\n", mapping={"organisation": "Where", "place": "Where"})


def test_a_buyer_is_not_the_attendee(read):
    result = read(
        "Order ID,Order date,Attendee first name,Attendee last name,Attendee email,Buyer first name,Buyer last name,"
        "Buyer email\n7,2026-10-01,Ada,Lovelace,,Grace,Hopper,grace@example.org\n"
    )
    (person,) = result.registrants
    assert (result.format, person.full_name, person.email) == ("eventbrite-new", "Ada Lovelace", "")


def test_ragged_rows_doubled_and_blank_headings(read):
    result = read("Name,Email,Company,Company,,Note\nAda\nGrace,g@example.org,Navy,Yale,x,y,too long\n")
    assert result.headers == ("Name", "Email", "Company", "Company (2)", "Column E", "Note")
    assert [p.full_name for p in result.registrants] == ["Ada", "Grace"]
    assert result.registrants[1].organisation == "Navy"
    assert result.registrants[1].extra == (
        ("Company (2)", "Yale"),
        ("Column E", "x"),
        ("Note", "y"),
        ("Column G", "too long"),
    )


def test_a_single_column_of_names_with_commas_is_not_cut(read):
    result = read("Name\nLovelace, Ada\nHopper, Grace\n")
    assert [p.full_name for p in result.registrants] == ["Lovelace, Ada", "Hopper, Grace"]


def test_pretix_columns_that_occur_twice_are_told_apart(read):
    result = read(
        "Order code,Position ID,Status,Email,Product,Attendee name,Attendee email,Company,City,Company,City\n"
        "ABC,1,paid,buyer@example.org,Day,Ada,a@example.org,Navy,London,Buyer Ltd,Paris\n"
        "ABD,1,canceled,buyer@example.org,Day,Grace,g@example.org,Yale,York,,\n"
    )
    assert result.format == "pretix"
    ada, grace = result.registrants
    assert (ada.email, ada.organisation, ada.ticket_type, ada.source_ref) == ("a@example.org", "Navy", "Day", "ABC")
    assert grace.status == "cancelled"


def test_people_may_say_which_column_is_which(read):
    text = "Who,Where\nAda,London\n"
    result = read(text, mapping={"full_name": "Who", "place": "Where"})
    assert (result.registrants[0].full_name, result.registrants[0].place) == ("Ada", "London")
    with pytest.raises(SlaError, match="no column “Whom”"):
        read("Name\nAda\n", mapping={"full_name": "Whom"})
    with pytest.raises(SlaError, match="no field called “nickname”"):
        read("Name\nAda\n", mapping={"nickname": "Name"})


def test_a_column_may_be_left_out(read):
    result = read("Name,Role\nAda,Countess\n", mapping={"role": ""})
    assert (result.registrants[0].role, result.registrants[0].extra) == ("", (("Role", "Countess"),))


def test_an_example_address_in_a_heading_is_still_a_heading(read):
    result = read("Your name,Your email address (such as name@nhs.net)\nAda,ada@nhs.net\n")
    assert (result.header_row, result.registrants[0].email) == (1, "ada@nhs.net")


@pytest.mark.parametrize(
    "heading",
    ["What is your name?", "Please enter your full name as it should stand on your certificate", "Name for badge"],
)
def test_a_question_for_the_name_is_understood(read, heading: str):
    result = read(f'Start time,"{heading}",Name of your line manager\nx,Ada Lovelace,Grace Hopper\n')
    assert [p.full_name for p in result.registrants] == ["Ada Lovelace"]


def test_a_question_that_only_mentions_email_refuses_nobody(read):
    result = read('Name,"How did you hear of us (email, poster)?"\nAda,poster\n')
    (person,) = result.registrants
    assert (person.status, person.email) == ("registered", "")
    assert person.extra == (("How did you hear of us (email, poster)?", "poster"),)


def test_a_title_that_resembles_a_heading_is_a_title(read):
    result = read("Delegates\nName\nAda Lovelace\n")
    assert (result.header_row, [p.full_name for p in result.registrants]) == (2, ["Ada Lovelace"])


def test_a_column_full_of_addresses_is_an_address_column_whatever_else_its_heading_says(read):
    result = read("Submitter email,Answer\nada@example.org,yes\n")
    assert result.mapping == {"email": "Submitter email"}
    assert result.registrants[0].reason == "There is no name in this row."
