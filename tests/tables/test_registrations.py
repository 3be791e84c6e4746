"""Each trap of registration files, in a small file of its own."""

from pathlib import Path

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.tables.registrations import read_registrations
from sla_desktop.tables.values import ReadResult


@pytest.fixture
def read(tmp_path: Path):
    def read_text(text: str, encoding: str = "utf-8", **options: object) -> ReadResult:
        path = tmp_path / "people.csv"
        path.write_bytes(text.encode(encoding))
        return read_registrations(path, **options)

    return read_text


def refused(path: Path, **options: object) -> str:
    with pytest.raises(SlaError) as caught:
        read_registrations(path, **options)
    return str(caught.value)


def test_names_keep_their_letters_case_and_order(read):
    names = ["Siân Ní Bhriain", "O'Neill-Adébáyò", "van der Berg", "McDonald", "محمد", "LEE Hana"]
    result = read("Name,Email\n" + "".join(f"{name},\n" for name in names))
    assert [p.full_name for p in result.registrants] == names


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


def test_a_buyer_is_not_the_attendee(read):
    result = read(
        "Order ID,Order date,Attendee first name,Attendee last name,Attendee email,Buyer first name,Buyer last name,"
        "Buyer email\n7,2026-10-01,Ada,Lovelace,,Grace,Hopper,grace@example.org\n"
    )
    (person,) = result.registrants
    assert (result.format, person.full_name, person.email) == ("eventbrite-new", "Ada Lovelace", "")


def test_an_order_of_three_is_one_person_and_two_places_without_a_name(read):
    result = read(
        "Order ID,Order date,Buyer first name,Buyer last name,Buyer email,Ticket quantity\n"
        "7,2026-10-01,Grace,Hopper,grace@example.org,3\n"
    )
    assert [p.status for p in result.registrants] == ["registered", "unassigned", "unassigned"]
    assert {p.row for p in result.registrants} == {2}
    assert "Grace Hopper" in result.registrants[2].reason


def test_an_order_of_two_with_a_row_for_each_person_adds_nobody(read):
    result = read(
        "Order #,First Name,Last Name,Email,Quantity,Ticket Type,Attendee Status\n"
        "7,Ada,Lovelace,a@example.org,2,Free,Attending\n7,Grace,Hopper,g@example.org,2,Free,Attending\n"
    )
    assert [p.status for p in result.registrants] == ["registered", "registered"]


def test_a_ticket_without_a_name_waits_for_one(read):
    result = read("Ticket Full Name,Ticket Email,Ticket Reference\n,,ABCD-1\nAda,a@example.org,ABCD-2\n")
    assert [(p.status, p.ticket_code) for p in result.registrants] == [
        ("unassigned", "ABCD-1"),
        ("registered", "ABCD-2"),
    ]


@pytest.mark.parametrize("word", ["Refunded", "cancelled", "Canceled", "VOID", "Not Attending", "Waitlisted"])
def test_who_is_not_coming_is_kept_with_the_reason(read, word: str):
    (person,) = read(f"Name,Email,Status\nAda,broken address,{word}\n").registrants
    assert person.status == "cancelled"
    assert person.reason.endswith(".")


def test_an_anonymous_answer_is_no_person(read):
    result = read("ID,Start time,Completion time,Email,Name\n1,x,y,anonymous,Anonymous\n2,x,y,a@example.org,Ada\n")
    assert [(p.status, p.full_name) for p in result.registrants][1] == ("registered", "Ada")
    assert result.registrants[0].reason == "There is no name in this row."


def test_a_signed_in_answer_uses_the_built_in_columns(read):
    result = read(
        "ID,Start time,Completion time,Email,Name,Your email address,Your name\n"
        "1,x,y,ada@nhs.net,Ada Lovelace,,\n2,x,y,anonymous,,grace@example.org,Grace Hopper\n"
    )
    assert [(p.full_name, p.email) for p in result.registrants] == [
        ("Ada Lovelace", "ada@nhs.net"),
        ("Grace Hopper", "grace@example.org"),
    ]


def test_rows_that_name_nobody_or_give_a_broken_address_are_refused_with_the_reason(read):
    result = read("Name,Email,Team\n,a@example.org,Red\nAda,ada at home,Blue\n")
    assert [p.status for p in result.registrants] == ["rejected", "rejected"]
    assert "no name" in result.registrants[0].reason
    assert "“ada at home”" in result.registrants[1].reason


@pytest.mark.parametrize(
    ("typed", "given", "family"),
    [
        ("Lovelace, Ada", "Ada", "Lovelace"),
        ("De Compostela, Santiago", "Santiago", "De Compostela"),
        ("Ada Lovelace", "", ""),
        ("Martin Luther King, Jr.", "", ""),
        ("Ada Lovelace, MBE", "", ""),
        ("Lovelace, Ada (NHS)", "", ""),
        ("Lovelace, Ada, Countess", "", ""),
    ],
)
def test_a_name_with_a_comma_is_taken_apart_only_when_it_can_mean_one_thing(read, typed, given, family):
    (person,) = read(f'Name\n"{typed}"\n').registrants
    assert (person.full_name, person.given, person.family) == (typed, given, family)


def test_blank_rows_and_titles_do_not_count_but_keep_their_numbers(read):
    result = read("Community event\n\nName,Email\n\nAda,a@example.org\n , \nGrace,g@example.org\n")
    assert result.header_row == 3
    assert [p.row for p in result.registrants] == [5, 7]


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


def test_a_total_is_no_person_and_is_compared(read):
    result = read("Name,Email\nAda,a@example.org\nGrace,g@example.org\nTotal,3\n")
    assert [p.full_name for p in result.registrants] == ["Ada", "Grace"]
    assert "Row 4 is a total, not a person, and was left out." in result.notes
    assert "The file says 3 people but has 2 rows of people." in result.notes


def test_old_mac_line_ends_null_bytes_and_excel_hints(read):
    assert [p.full_name for p in read("Name,Email\rAda,\rGrace,\r").registrants] == ["Ada", "Grace"]
    assert read("Name,Email\nA\x00da,a@example.org\n").registrants[0].full_name == "Ada"
    hinted = read("sep=;\nName;Email\nAda;a@example.org\n")
    assert (hinted.header_row, hinted.registrants[0].row, hinted.registrants[0].full_name) == (2, 3, "Ada")


def test_an_unclosed_quote_mark_is_pointed_out(read):
    result = read('Name,Email\n"Ada,a@example.org\n' + "Bob,b@example.org\n" * 60)
    assert any("quote mark" in note for note in result.notes)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_usual_encoding_is_read(read, encoding: str):
    result = read("Name,Email\nZoë Šimon-O’Neill,zoe@example.org\n", encoding)
    assert result.registrants[0].full_name == "Zoë Šimon-O’Neill"


def test_zoom_webinar_attendees_are_read_and_other_parts_named(read):
    result = read(
        "Attendee Report\nReport generated time,2026-01-01\nTopic,Webinar ID,# Registrants\nLeaders,852,3\n"
        "Panelist Details\nAttended,User Name (Original Name),Email,Join Time\nYes,Pat,pat@example.org,09:00\n"
        "Attendee Details\nAttended,User Name (Original Name),First Name,Last Name,Email,Registration Time,"
        "Approval Status,Join Time\nYes,Ada L,Ada,Lovelace,a@example.org,x,approved,09:00\n"
        "No,Grace H,Grace,Hopper,g@example.org,x,denied,--\n"
    )
    assert result.format == "zoom"
    assert [(p.full_name, p.status) for p in result.registrants] == [
        ("Ada L", "registered"),
        ("Grace H", "cancelled"),
    ]
    assert "The part “Panelist Details” of the file was not read." in result.notes
    assert "The file says 3 people but has 2 rows of people." in result.notes


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


def test_progress_ends_at_the_last_row(read):
    heard: list[tuple[int, int]] = []
    read("Name\n" + "Ada\n" * 450, progress=lambda done, total: heard.append((done, total)))
    assert heard == [(200, 450), (400, 450), (450, 450)]


def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path):
    assert "no file" in refused(tmp_path / "missing.csv")
    assert "is a folder" in refused(tmp_path)
    for name, data, words in [
        ("empty.csv", b"", "is empty"),
        ("blank.csv", b"\n\n , \n", "is empty"),
        ("paper.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 4, "not a spreadsheet"),
        ("page.xls", b"<html><table><tr><td>Name</td></tr></table></html>", "web page"),
        ("numbers.csv", b"a,b\n1,2\n", "names or e-mail addresses"),
        ("broken.xlsx", b"PK\x03\x04 nothing more", "damaged"),
    ]:
        (tmp_path / name).write_bytes(data)
        assert words in refused(tmp_path / name)


@pytest.mark.parametrize("placeholder", ["TBC,,", "Guest,,", "Info Requested,Info Requested,g@example.org"])
def test_a_word_where_a_name_is_to_come_is_no_person(read, placeholder: str):
    (person,) = read(f"First name,Last name,Email\n{placeholder}\n").registrants
    assert person.status == "unassigned"


@pytest.mark.parametrize(("given", "family"), [("Hana", "Na"), ("Guest", "Smith"), ("Anna", "None"), ("Noé", "Void")])
def test_unusual_names_are_names(read, given: str, family: str):
    (person,) = read(f"First name,Last name,Email\n{given},{family},x@example.org\n").registrants
    assert (person.status, person.given, person.family) == ("registered", given, family)


@pytest.mark.parametrize("text", ["n/a", "-", "none", ""])
def test_no_address_given_in_words_is_no_fault(read, text: str):
    (person,) = read(f"Name,Email\nAda,{text}\n").registrants
    assert (person.status, person.email) == ("registered", "")


def test_an_example_address_in_a_heading_is_still_a_heading(read):
    result = read("Your name,Your email address (such as name@nhs.net)\nAda,ada@nhs.net\n")
    assert (result.header_row, result.registrants[0].email) == (1, "ada@nhs.net")


def test_a_day_of_cancelling_is_a_cancelling(read):
    people = read("Name,Cancelled\nAda,2026-10-01\nGrace,No\nBea,\n").registrants
    assert [p.status for p in people] == ["cancelled", "registered", "registered"]


def test_letters_broken_by_another_program_are_pointed_out_and_kept_as_they_are(read):
    result = read("Name\nSiÃ¢n Evans\nSiân Evans\n")
    assert result.registrants[0].full_name == "SiÃ¢n Evans"
    assert result.notes == ("Row 2: “SiÃ¢n Evans” was saved with broken letters; was “Siân Evans” meant?",)


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
