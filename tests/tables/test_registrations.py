"""Each trap of registration files, in a small file of its own."""

import os
from pathlib import Path

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.tables.registrations import read_registrations


def refused(path: Path, **options: object) -> str:
    with pytest.raises(SlaError) as caught:
        read_registrations(path, **options)
    return str(caught.value)


def test_names_keep_their_letters_case_and_order(read):
    names = ["Siân Ní Bhriain", "O'Neill-Adébáyò", "van der Berg", "McDonald", "محمد", "LEE Hana"]
    result = read("Name,Email\n" + "".join(f"{name},\n" for name in names))
    assert [p.full_name for p in result.registrants] == names


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


def test_a_row_that_names_nobody_is_refused_and_a_broken_address_is_left_out_with_the_reason(read):
    result = read("Name,Email,Team\n,a@example.org,Red\nAda,ada at home,Blue\n")
    assert [p.status for p in result.registrants] == ["rejected", "registered"]
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


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_an_unclosed_quote_mark_swallows_nobody_and_is_pointed_out(read, end: str, delimiter: str):
    lines = ["Name,Email", '"Ann Lee,a@x.org', "Bob Roe,b@x.org", "Cat Poe,c@x.org", ""]
    result = read(end.join(lines).replace(",", delimiter))
    assert [(p.row, p.full_name, p.email, p.status) for p in result.registrants] == [
        (2, "Ann Lee", "a@x.org", "registered"),
        (3, "Bob Roe", "b@x.org", "registered"),
        (4, "Cat Poe", "c@x.org", "registered"),
    ]
    assert result.notes == ("Row 2 has a quote mark that is not closed; check this row and the ones after it.",)


def test_a_long_text_is_cut_and_told_and_the_person_kept(read):
    (person,) = read(f"Name,Job title\nAda,{'x' * 20_000}\n").registrants
    assert (person.status, person.role) == ("registered", "x" * 300)
    assert person.reason == "The role has 20,000 letters; the first 300 were kept."


def test_quote_marks_left_open_by_the_thousand_are_told_in_few_words(read):
    result = read("Name,Email\n" + "".join(f'"Ada {i},a{i}@example.org\n' for i in range(2_000)))
    assert len(result.registrants) == 2_000
    assert len(result.notes) == 21
    assert result.notes[-1] == "1,980 more rows have a quote mark that is not closed."


def test_two_lines_inside_one_pair_of_quote_marks_are_no_name(read):
    people = read('Name,Email\n"Ann Lee,a@x.org\nBob Roe,b@x.org"\nCat Poe,c@x.org\n').registrants
    assert [p.status for p in people] == ["rejected", "registered"]
    assert "quote mark may be missing" in people[0].reason


def test_line_breaks_and_control_signs_in_a_name_become_one_space(read):
    result = read('First name,Surname,Email\n"Ann\nMarie ","Lee\r\n\tRoe",a@x.org\nBob\x07\x1b,Poe,b@x.org\n')
    assert [p.full_name for p in result.registrants] == ["Ann Marie Lee Roe", "Bob Poe"]


def test_names_addresses_and_cells_beyond_all_measure_are_refused_with_the_reason(read):
    long_email = "a" * 243 + "@example.org"
    rows = [
        ("A" * 200, "a@example.org", "", ""),
        ("A" * 201, "a@example.org", "", "The name in this row has 201 characters; the longest allowed has 200."),
        ("Bea", long_email[1:], "", ""),
        ("Bea", long_email, "", "The e-mail address in this row has 255 characters; the longest allowed has 254."),
        ("Cy", "", "x" * 300_000, "A cell in this row has 300,000 characters; the longest allowed has 32,767."),
    ]
    result = read("Name,Email,Notes\n" + "".join(f"{name},{email},{note}\n" for name, email, note, _ in rows))
    assert [p.reason for p in result.registrants] == [reason for *_, reason in rows]


def test_a_second_column_for_names_or_addresses_is_told(read):
    result = read("Name,Email,Name,Email,Team\nAda,a@example.org,Grace,g@example.org,Red\n")
    (person,) = result.registrants
    assert (person.full_name, person.email) == ("Ada", "a@example.org")
    assert result.notes == (
        "Several columns look like the name: “Name” was used for it, “Name (2)” was left out.",
        "Several columns look like the e-mail address: “Email” was used for it, “Email (2)” was left out.",
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "people.csv")
    assert "is a pipe or a device" in refused(tmp_path / "people.csv")


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ({"full_name": "Who"}, "no column “Who” for full_name. It has: Name, Email."),
        ({"full_name": "Name", "email": "E-post"}, "no column “E-post” for email"),
        ({"nickname": "Name"}, "There is no field called “nickname”"),
    ],
)
def test_a_chosen_column_that_is_not_there_is_named(tmp_path: Path, mapping: dict[str, str], words: str):
    path = tmp_path / "people.csv"
    path.write_text("Name,Email\nAda,a@example.org\n")
    assert words in refused(path, mapping=mapping)


def test_a_chosen_column_that_is_not_there_is_refused_where_nothing_is_recognised(tmp_path: Path):
    path = tmp_path / "people.csv"
    path.write_text("a,b\n1,2\n")
    assert "It has: a, b" in refused(path, mapping={"full_name": "Who"})


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
        ("Ada Lovelace", "registered"),
        ("Grace Hopper", "cancelled"),
    ]
    assert "The part “Panelist Details” of the file was not read." in result.notes
    assert "The file says 3 people but has 2 rows of people." in result.notes


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


def test_a_day_of_cancelling_is_a_cancelling(read):
    people = read("Name,Cancelled\nAda,2026-10-01\nGrace,No\nBea,\n").registrants
    assert [p.status for p in people] == ["cancelled", "registered", "registered"]


def test_letters_broken_by_another_program_are_pointed_out_and_kept_as_they_are(read):
    result = read("Name\nSiÃ¢n Evans\nSiân Evans\n")
    assert result.registrants[0].full_name == "SiÃ¢n Evans"
    assert result.notes == ("Row 2: “SiÃ¢n Evans” was saved with broken letters; was “Siân Evans” meant?",)


@pytest.mark.parametrize(
    ("typed", "name", "guests"),
    [
        ("Siân Jones + guest", "Siân Jones", 1),
        ("Ali Khan (+1)", "Ali Khan", 1),
        ("Jo Bell, plus one", "Jo Bell", 1),
        ("Anna Smith & her husband", "Anna Smith", 1),
        ("Ann Lee + 2 guests", "Ann Lee", 2),
    ],
)
def test_a_guest_who_is_only_counted_beside_a_name_is_a_place_without_a_name(read, typed, name, guests):
    person, *others = read(f'Name,Email\n"{typed}",a@example.org\n').registrants
    assert (person.full_name, person.status, person.reason) == (name, "registered", "")
    assert [one.status for one in others] == ["unassigned"] * guests
    assert f"guest 1 of {guests} booked by {name}" in others[0].reason
    assert "without a name come" in person.attention


def test_a_guest_beside_a_name_counts_once_where_a_column_counts_them_too(read):
    named = "Siân,Jones + guest"
    assert len(read(f"First name,Surname,Guests\n{named},1\n").registrants) == 2
    assert len(read(f"First name,Surname,Quantity\n{named},2\n").registrants) == 2


@pytest.mark.parametrize(
    "name",
    ["Mr and Mrs Tan", "Anna & Ben Schmidt", "Anna Schmidt; Ben Schmidt", "Anne et Luc Roy", "Schmidt, Anna & Ben"],
)
def test_a_row_that_may_be_two_people_says_that_it_goes_in_as_one(read, name):
    result = read(f'Name,Email\n"{name}",a@example.org\n')
    (person,) = result.registrants
    assert (person.full_name, person.status) == (name, "registered")
    assert "Perhaps two people; they go in as one." in person.reason
    assert person.attention.startswith("Perhaps two people.")
    assert f"Row 2: “{name}” may be two people." in result.notes


@pytest.mark.parametrize(
    "name",
    [
        *("Anderson", "Alexandra Brand", "Metin And", "Val Guest", "Ravi s/o Kumar", "Sam Lee (she / they)"),
        *("Marie von und zu Liechtenstein", "José Ortega y Gasset", "Smith & Sons", "Health and Social Care Team"),
        *("A&E Nurse", "Ward 4 & 5"),
    ],
)
def test_a_name_with_and_inside_is_one_person(read, name):
    (person,) = read(f"Name,Email\n{name},a@example.org\n").registrants
    assert (person.full_name, person.reason) == (name, "")
