"""The files that registration systems really export, read as they come."""

from pathlib import Path

import pytest

from sla_desktop.tables.registrations import read_registrations
from sla_desktop.tables.values import ReadResult

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "registrations"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real registration files are not here")


def read(name: str) -> ReadResult:
    return read_registrations(FOLDER / name)


def states(result: ReadResult) -> list[tuple[int, str, str]]:
    return [(person.row, person.full_name, person.status) for person in result.registrants]


def test_eventbrite_refunds_are_cancelled_and_a_missing_surname_is_no_fault():
    result = read("eventbrite_refunded_and_blank_email.csv")
    assert result.format == "eventbrite"
    assert states(result) == [
        (2, "Rosa Delgado", "registered"),
        (3, "Jonah Kim", "registered"),
        (4, "Sam Ortiz", "cancelled"),
        (5, "Ivy", "registered"),
    ]
    assert result.registrants[2].reason == "The ticket was refunded."
    assert result.registrants[0].email == "Rosa@Example.com"
    assert "Row 5: Ivy has no family name." in result.notes


def test_eventbrite_questions_stay_with_the_person_and_codes_stay_text():
    first = read("eventbrite_us_attendee_report_ieee_cnsv.csv").registrants[0]
    assert first.ticket_code == "18441583423"
    assert (first.role, first.organisation) == ("JobTitle1", "Company1Name")
    assert ("Where are you located (city+state or city+country)", "City1, CA") in first.extra


def test_google_forms_keeps_leading_zeros_and_ignores_the_emergency_contact():
    result = read("gforms_members_mdy_quotes_leadingzero_phone.csv")
    assert result.format == "google-forms"
    assert [p.full_name for p in result.registrants] == ["Ana Cruz", 'Juan "JD" dela Cruz']
    assert [p.phone for p in result.registrants] == ["0917 123 4567", "09170000000"]


@pytest.mark.parametrize(
    ("name", "faults"),
    [
        ("indico_import_01_valid.csv", []),
        ("indico_import_02_missing_column.csv", []),
        ("indico_import_03_missing_e_mail.csv", []),
        (
            "indico_import_04_bad_e_mail.csv",
            ["The e-mail address “not-an-email” is not an address and was left out."],
        ),
        ("indico_import_05_duplicate_e_mail.csv", []),
        ("indico_import_06_duplicate_user.csv", []),
        ("indico_import_07_missing_first_name.csv", []),
    ],
)
def test_files_without_headings_are_recognised_by_what_is_in_them(name: str, faults: list[str]):
    result = read(name)
    assert (result.format, result.header_row) == ("indico", 0)
    assert result.registrants[0].row == 1
    assert result.registrants[0].email.endswith("@example.test")
    assert [p.reason for p in result.registrants if p.reason] == faults


def test_half_a_name_is_remarked_on():
    assert "Row 2: Buggy has no given name." in read("indico_import_07_missing_first_name.csv").notes


def test_meetup_guests_are_places_without_a_name():
    result = read("meetup_rsvp_no_email.csv")
    assert states(result) == [
        (2, "Jordan Lee", "registered"),
        (3, "Casey Smith", "registered"),
        (3, "", "unassigned"),
    ]


def test_the_built_in_columns_of_microsoft_forms_lose_against_questions():
    result = read("msforms_uga_two_email_columns_crlf.csv")
    assert result.format == "ms-forms"
    assert [(p.full_name, p.email) for p in result.registrants] == [
        ("Ada Lovelace", "ab12345@uga.edu"),
        ("Alan Turing", "cd67890@uga.edu"),
    ]


def test_headings_alone_make_no_people_and_say_so():
    result = read("msforms_header_only_anthology_duplicate_email.csv")
    assert result.registrants == ()
    assert result.mapping["full_name"] == "Your name"
    assert result.mapping["email"] == "Your email address"
    assert result.notes == ("The file has headings but no rows with people.",)


def test_a_workbook_shows_whole_numbers_and_doubts_an_address():
    result = read("npch_attendees.xlsx")
    assert result.sheet == "Sheet1"
    assert result.registrants[0].extra == (("ID", "1"),)
    assert result.registrants[3].organisation == "Where"
    assert [p.status for p in result.registrants] == ["registered"] * 5
    assert (result.registrants[4].email, "difficult.email" in result.registrants[4].reason) == ("", True)
    assert any("cmcd@ghotmail.con" in note and "hotmail.com" in note for note in result.notes)


def test_a_title_line_above_the_headings_is_passed_over():
    result = read("populi_attendance_wide_title_line.csv")
    assert result.header_row == 2
    first = result.registrants[0]
    assert (first.row, first.full_name, first.given, first.family) == (3, "Lopez, Ana Maria", "Ana Maria", "Lopez")


def test_a_line_break_in_an_address_keeps_row_numbers_right():
    result = read("populi_roster_multiline_address_mixed_quoting.csv")
    assert [p.row for p in result.registrants] == [2, 3, 4, 5]
    assert dict(result.registrants[2].extra)["Street"] == "2 Long Rd\nApt 5"


def test_teams_people_are_read_once_and_their_part_in_the_meeting_is_no_job():
    result = read("teams_report_2022-11-14_utf16be_tab.csv")
    assert (result.format, result.encoding, result.delimiter, result.header_row) == ("teams", "utf-16", "\t", 10)
    assert len(result.registrants) == 7
    assert result.registrants[2].full_name == "García Simón, Pedro"
    assert result.registrants[2].given == "Pedro"
    assert (result.registrants[0].full_name, result.registrants[0].given) == ("JANSSENS JAN (EXT)", "")
    assert {p.role for p in result.registrants} == {""}
    assert result.notes == ("The part “3. In-Meeting activities” of the file was not read.",)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-8", "utf-8-sig"])
def test_teams_files_read_the_same_in_every_unicode_encoding(encoding: str, tmp_path: Path):
    original = FOLDER / "teams_report_2022-11-14_utf16be_tab.csv"
    copy = tmp_path / "report.csv"
    copy.write_bytes(original.read_bytes().decode("utf-16").encode(encoding))
    assert read_registrations(copy).registrants == read_registrations(original).registrants


def test_tito_takes_the_ticket_and_not_the_order():
    result = read("tito_full_header_pycon.csv")
    assert result.format == "tito"
    assert result.mapping["email"] == "Ticket Email"
    assert result.mapping["dietary"] == "Dietary requirements"
    assert result.headers[-1] == 'Monday "sprint" attendance'


def test_zoom_takes_the_participant_and_not_the_host():
    result = read("zoom_admin_report_microsoft_vivainsights_sample.csv")
    assert result.format == "zoom"
    (person,) = result.registrants
    assert (person.full_name, person.email) == ("Matthew Giordano", "Matthew.Giordano@contoso.com")


def test_every_row_that_is_not_registered_says_why():
    people = [person for path in sorted(FOLDER.iterdir()) for person in read_registrations(path).registrants]
    assert {person.status for person in people} == {"registered", "cancelled", "unassigned"}
    assert all(person.reason for person in people if person.status != "registered")
