"""A column called "Name" beside one for surnames: nobody loses theirs, and nobody becomes somebody else."""

import pytest

from sla_desktop.tables import naming


@pytest.mark.parametrize(
    "headings",
    [
        "Name,Surname",
        "Delegate,Surname",
        "Name,Last name",
        "Attendee name,Family name",
        "Preferred name,Surname",
        "Enw,Cyfenw",
        "Naam,Achternaam",
        "Namn,Efternamn",
        "Name,Nachname",
        "Nome,Cognome",
        "First name,Name",
        "Vorname,Name",
        "Voornaam,Naam",
    ],
)
def test_a_name_beside_the_other_half_is_one_half(read, headings: str):
    people = read(f"{headings},E-mail\nSian,Jones,\nSian,Evans,\nMair,Evans Hughes,\n").registrants
    assert [(p.given, p.family) for p in people] == [("Sian", "Jones"), ("Sian", "Evans"), ("Mair", "Evans Hughes")]
    assert [p.full_name for p in people] == ["Sian Jones", "Sian Evans", "Mair Evans Hughes"]


@pytest.mark.parametrize("name", ["Siân Ní Bhriain", "Ní Bhriain, Siân", "NI BHRIAIN Sian"])
def test_a_whole_name_beside_its_surname_stays_as_typed(read, name: str):
    (person,) = read(f'Name,Surname\n"{name}",Ní Bhriain\n').registrants
    assert person.full_name == name


def test_beside_both_halves_a_name_that_lacks_one_is_left_out_and_told(read):
    result = read("Name,Last name,First name\nSian,Jones,Sian\nMair,Evans,Mair\n")
    assert [p.full_name for p in result.registrants] == ["Sian Jones", "Mair Evans"]
    assert result.unused == ("Name",)


def test_a_surname_that_the_name_of_one_row_lacks_is_told(read):
    result = read("Name,Surname\nSian Jones,Jones\nMair Evans,Evans\nAnn Lee,Ray\n")
    assert result.registrants[2].full_name == "Ann Lee"
    assert "Row 4: the surname “Ray” is not in “Ann Lee”; which is right?" in result.notes


def test_a_name_without_any_surname_beside_it_is_whole(read):
    assert read("Name,Surname\nSian Jones,\n").registrants[0].full_name == "Sian Jones"


@pytest.mark.parametrize(
    ("stands", "meant"),
    [
        ("Lee, Ann", "Ann Lee"),
        ("Wei, Dr Chidi", "Dr Chidi Wei"),
        ("Smith, John Jr.", "John Smith Jr."),
        ("MÜLLER, DR ANN", "DR ANN MÜLLER"),
        ("O'Brien, Mary-Jane (née Smith)", "Mary-Jane O'Brien (née Smith)"),
        ("Smith, MBE", ""),
        ("Smith, Dr", ""),
        ("Lee, Ann, Ray", ""),
        ("Ann Lee", ""),
    ],
)
def test_a_name_with_the_surname_first_is_turned_round_with_its_title_and_suffix(stands: str, meant: str):
    assert naming.turned(stands) == meant


def test_names_that_stay_as_they_stand_are_told(read):
    result = naming.turned_round(read('Name,Email\n"Smith, MBE",a@x.org\n"Lee, Ann",b@x.org\n'))
    assert [one.full_name for one in result.registrants] == ["Smith, MBE", "Ann Lee"]
    assert "Row 2: “Smith, MBE” was not turned round: which is the surname?" in result.notes


@pytest.mark.parametrize("name", [".", "123", "\ufffd", "- ."])
def test_what_has_no_letters_is_no_name(read, name: str):
    (person,) = read(f"Name,Email\n{name},a@x.org\n").registrants
    assert (person.status, "so it is no name" in person.reason) == ("rejected", True)
