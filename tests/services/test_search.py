"""Search finds people the way a volunteer types."""

from dataclasses import replace

import pytest

from sla_desktop.services import attendance
from sla_desktop.services.editing import save_member
from sla_desktop.services.found_by import found_as
from sla_desktop.services.people import attendees
from sla_desktop.services.search import Index


@pytest.fixture
def people(store, event, register):
    return register(
        store,
        event.id,
        "Siân,Ní Bhriain,sian@guys.example,Guy's Hospital",
        "Anna,Schmidt,anna@oxleas.example,Oxleas",
        "Li,Ng,li@kings.example,King's",
        "伟,王,wei@kings.example,King's",
        "Folasade,O'Neill-Adébáyò,f@x.example,Oxleas",
        "Annabel,Grant,bel@x.example,King's",
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("anne lee", "Ann Lee"),
        ("stephen jones", "Steven Jones"),
        ("jhon smith", "John Smith"),
        ("kate jones", "Katherine Jones"),
    ],
)
def test_a_word_that_is_somebody_elses_name_may_be_a_slip(store, event, register, typed, found):
    lines = (
        "Ann,Lee",
        "Anne,Poe",
        "Steven,Jones",
        "Stephen,Ray",
        "John,Smith",
        "Jon,Snow",
        "Katherine,Jones",
        "Kate,Fox",
    )
    people = register(store, event.id, *(f"{one},{n}@x.example,Mind" for n, one in enumerate(lines)))
    assert names(people, typed)[0] == found


def test_an_initial_is_not_that_of_the_family_name(store, event, register):
    lines = ("Amy,Smith", "Adam,Smith", "Sarah,Smith", "Steve,Smith")
    people = register(store, event.id, *(f"{one},{n}@x.example,Mind" for n, one in enumerate(lines)))
    assert names(people, "s smith")[:2] == ["Sarah Smith", "Steve Smith"]


def test_the_nearest_name_comes_first_among_slips(store, event, register):
    lines = ("Jonas,Smithson", "Joan,Smith", "John,Smith", "Jon,Snow", "Marc,Brown", "Marc,Browne", "Mark,Poe")
    people = register(store, event.id, *(f"{one},{n}@x.example,Mind" for n, one in enumerate(lines)))
    assert "John Smith" in names(people, "jon smith")
    assert names(people, "mark browne")[0] == "Marc Browne"


@pytest.mark.parametrize("typed", ["jo", "jo h", "jo her", "jo hern"])
def test_who_a_steward_sees_stays_while_more_is_typed(store, event, register, typed):
    people = register(store, event.id, "Jo,Hernandez,j@x.example,Mind", "Kit,O'Brien,k@x.example,Mind")
    assert [one.name for one in Index(people).find_for_steward(typed)] == ["Jo Hernandez"]


@pytest.mark.parametrize("word", ["example", "oxleas", "hospital", "oxleas h", "guys"])
def test_a_steward_cannot_list_an_organisation_or_an_address(people, word):
    assert Index(people).find_for_steward(word) == []


def names(people, text, limit=20):
    return [person.name for person in Index(people).find(text, limit)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("sian", "Siân Ní Bhriain"),
        ("Bhriain", "Siân Ní Bhriain"),
        ("schmidt anna", "Anna Schmidt"),
        ("Ng", "Li Ng"),
        ("li", "Li Ng"),
        ("王", "伟 王"),
        ("oneill", "Folasade O'Neill-Adébáyò"),
        ("adebayo", "Folasade O'Neill-Adébáyò"),
        ("shmidt", "Anna Schmidt"),
        ("sian@guys", "Siân Ní Bhriain"),
        ("Sian@guys.example", "Siân Ní Bhriain"),
        ("guys", "Siân Ní Bhriain"),
        ("nibhriain", "Siân Ní Bhriain"),
    ],
)
def test_finding_by_any_part(people, text, first):
    assert names(people, text)[0] == first


def test_a_scanned_code_finds_exactly_one(people):
    for person in people:
        assert names(people, f"\\000026{person.registration.code}") == [person.name]


def test_one_latin_letter_or_nothing_lists_nobody(people):
    assert names(people, "a") == []
    assert names(people, "  ") == []


def test_what_fits_nobody_finds_nobody(people):
    assert names(people, "zzzzzz") == []


def test_a_hit_on_the_name_comes_before_one_on_the_organisation(people):
    assert names(people, "anna")[:2] == ["Anna Schmidt", "Annabel Grant"]


def test_those_not_yet_in_come_first(store, event, people):
    anna = next(person for person in people if person.name == "Anna Schmidt")
    attendance.check_in(store, event.id, anna.id, desk="D")
    assert names(attendees(store, event.id), "anna") == ["Annabel Grant", "Anna Schmidt"]


def test_whose_name_it_is_comes_before_somebody_expected_whose_organisation_fits(store, event, people, register):
    """The first is let in by Enter."""
    known = register(store, event.id, "Hugh,Thornton,ht@x.example,Oxleas", "Hugh,Wu,hw@x.example,Thames Trust")
    inside = next(one for one in known if one.name == "Hugh Thornton")
    attendance.check_in(store, event.id, inside.id, desk="Desk 1")
    assert names(attendees(store, event.id), "hugh th") == ["Hugh Thornton", "Hugh Wu"]


def test_the_list_is_as_long_as_asked(people):
    assert len(names(people, "example", limit=3)) == 3


def test_what_changes_is_taken_in_as_if_all_were_read_anew(store, event, people):
    index = Index(people)
    first, second, *rest = people
    renamed = replace(
        second,
        member=replace(second.member, full_name="Zebedee Quill", given="Zebedee"),
        registration=replace(second.registration, imported={}),
    )
    index.show([first, renamed, *rest])
    assert [one.id for one in index.find("zebe")] == [second.id]
    assert second.id not in [one.id for one in index.find(second.name)]
    index.show([renamed, *rest])
    assert first.id not in [one.id for one in index.find(first.name)]
    fresh = Index([renamed, *rest])
    for text in ("an", "o", "ng", "oxleas", "zebedee", "quil zeb", renamed.registration.code):
        assert index.find(text) == fresh.find(text)


def test_a_very_long_text_is_searched_for_as_quickly(people):
    assert names(people, "anna " * 5000) == names(people, "anna")


def test_somebody_who_was_corrected_is_found_by_the_name_on_the_list_and_says_so(store, event, people):
    anna = next(person for person in people if person.name == "Anna Schmidt")
    save_member(store, replace(anna.member, full_name="Anna Obi", given="Anna", family="Obi", email=""))
    (found,) = Index(attendees(store, event.id)).find("anna schm")
    assert found.name == "Anna Obi"
    assert found_as(found, "anna schm") == "Anna Schmidt"
    assert found_as(found, "anna o") == found_as(found, "anna") == found_as(found, found.registration.code) == ""


def test_somebody_called_by_an_emoji_is_found(store, event, register):
    found = register(store, event.id, "🎉,,,Mind", "Ann,Lee,a@x.org,Mind")
    assert names(found, "🎉") == ["🎉"]


def test_whoever_is_called_just_so_comes_first_also_when_they_are_in(store, event, register):
    register(store, event.id, "Jo,,jo@x.org,Oxleas", *(f"Aisha,Jones{n},a{n}@x.org,Oxleas" for n in range(9)))
    (jo,) = [one for one in attendees(store, event.id) if one.name == "Jo"]
    attendance.check_in(store, event.id, jo.id, desk="A")
    index = Index(attendees(store, event.id))
    assert index.find("jo")[0].id == jo.id
    assert [one.id for one in index.find_for_steward("jo")] == [jo.id]


@pytest.mark.parametrize(
    ("text", "first"),
    [("shan", "Siân Ní Bhriain"), ("shawn murphy", "Seán Murphy"), ("neev", "Niamh Roe"), ("shiv", "")],
)
def test_a_name_that_was_only_heard_is_found_and_never_taken_for_what_is_meant(
    store, event, people, register, text, first
):
    everybody = register(store, event.id, "Seán,Murphy,,", "Niamh,Roe,,", "Shawn,Other,,")
    assert (names(everybody, text) or [""])[0] == first
    assert Index(everybody).meant(text) == [], "an act that nobody looks at goes by what is written"
    assert names(everybody, "shawn") == ["Shawn Other", "Seán Murphy"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("li wei", ["Li Wei", "Wei Li", "Li-Wei Tan"]),
        ("wei li", ["Wei Li", "Li Wei", "Li-Wei Tan"]),
        ("l wei", ["Li Wei", "Li-Wei Tan", "Liam Weir"]),
        ("mr li wei", ["Li Wei", "Wei Li"]),
        ("li wei tan", ["Li-Wei Tan"]),
        ("j bo", ["Jo Bo"]),
        ("an ng", ["An Ng"]),
        ("delacruz", ["Ana de la Cruz"]),
        ("cruz de la", ["Ana de la Cruz"]),
        ("李小明", ["小明 李"]),
        ("明 李", ["小明 李"]),
        ("田中さ", ["さくら 田中"]),
        ("mr", []),
    ],
)
def test_the_words_of_a_name_are_found_in_any_order_and_those_so_called_first(store, event, register, text, first):
    names_of = (
        "Li-Wei,Tan",
        "Liam,Weir",
        "Wei,Li",
        "Li,Wei",
        "Jo,Bo",
        "An,Ng",
        "Ana,de la Cruz",
        "小明,李",
        "さくら,田中",
    )
    everybody = register(store, event.id, *(f"{one},,{number}" for number, one in enumerate(names_of)))
    assert names(everybody, text)[: len(first)] == first


def test_a_steward_finds_a_chinese_name_written_in_one(store, event, register):
    everybody = Index(register(store, event.id, "小明,李,,", "小红,李,,"))
    assert [one.name for one in everybody.find_for_steward("李小明")] == ["小明 李"]
    assert everybody.find_for_steward("小") == []


def test_a_name_of_one_letter_is_found_by_it(store, event, register):
    register(store, event.id, "X,,x@x.org,", "Xavier,Poe,p@x.org,")
    assert names(attendees(store, event.id), "x") == ["X"]
