"""Which of people's own words may be shown: none that could name somebody, nor fewer for a name that is a word."""

from types import SimpleNamespace

import pytest

from sla_desktop.services.quotes import _ORDINARY, marks_of, screen_of

NAMES = (
    "Will Smith",
    "Mark Ng",
    "Grace Long",
    "May Ahmed",
    "Hope Young",
    "Siân Ní Bhriain",
    "Faith Day",
    "Bill J. Price",
)


@pytest.fixture(scope="module")
def screen():
    return screen_of(SimpleNamespace(name=name, organisation="Oxleas NHS") for name in NAMES)


@pytest.mark.parametrize(
    "said",
    [
        "We will meet again, and there may be more of us.",
        "I hope so; I will bring a colleague.",
        "The hosts had the grace to listen.",
        "It left a mark.",
        "They will need some faith. I may too.",
        "A long talk with no price to pay",
        "So young a team!",
        "",
    ],
)
def test_an_ordinary_word_names_nobody(screen, said):
    assert screen.lets_through(said)


@pytest.mark.parametrize(
    "said",
    [
        "Will was kind.",
        "will was kind",
        "I met Mark and we will meet again",
        "met mark",
        "we will thank will",
        "the will smith talk",
        "They say the mark ng plan is best.",
        "i will. smith said so",
        "the grace l. sort",
        "Mark's talk",
        "mark’s talk",
        "Marks talk was best",
        "I HOPE MARK COMES",
        "The Grace of it",
        "thanks to may",
        "as we hope, hope came",
        "Siân",
        "sian helped",
        "the day-long talk",
        "the sian way",
        "with bill in the room",
        "at oxleas nhs",
    ],
)
def test_what_stands_as_a_name_is_not_shown(screen, said):
    assert not screen.lets_through(said)


@pytest.mark.parametrize(
    "frame",
    [
        *("{} was kind", "I met {}", "thanks, {}!", "{} and I talked", "talked to {} at lunch", "for {}", "{}"),
        *("{}'s talk", "{}’s idea", "dr {}", "my boss {} came", "we had {} with us", "to {} and all"),
    ],
)
def test_no_name_slips_through_for_being_a_word(frame):
    for word in sorted(_ORDINARY):
        screen = screen_of([SimpleNamespace(name=f"{word.title()} Okonkwo", organisation="")])
        for written in (word, word.title(), word.upper()):
            assert not screen.lets_through(frame.format(written)), frame.format(written)


@pytest.fixture(scope="module")
def guests():
    names = ("Jo Li", "Bartholomew O'Hanrahan", "Ann-Marie Smythe-Jones", "Wilhelmina Quaresma", "Mei X")
    return screen_of(SimpleNamespace(name=name, organisation="") for name in names)


@pytest.mark.parametrize(
    "said",
    [
        *("Jo Li is my boss", "JoLi came", "jo-li", "Li Jo spoke", "Mei X was kind"),
        *("BartholomewOHanrahan", "smythejones spoke", "Wilhelmina_Q", "@wilhelmina", "ask WilhelminaQ"),
        *("wq@x.org", "write to someone.else@example.com", "call 07700 900123", "ring (020) 7946-0958"),
    ],
)
def test_whole_short_names_names_run_together_and_addresses_are_not_shown(guests, said):
    assert not guests.lets_through(said)


@pytest.mark.parametrize(
    "said", ["Jo and the list", "a jolly day", "from 10 to 12 on 24/11", "x marks the spot", "2026"]
)
def test_what_is_neither_name_nor_address_is_shown(guests, said):
    assert guests.lets_through(said)


def test_marks_of_a_name_hide_what_the_name_hid():
    known = screen_of([], marks=marks_of(["Wilhelmina Quaresma", "Jo Li", "Will Smith"]))
    for said in ("Quaresma's idea", "wilhelmina was rude", "wilhelminaquaresma", "Jo Li spoke", "Will was kind"):
        assert not known.lets_through(said)
    for said in ("We will meet again.", "I learnt most at lunch", "Jo and the list"):
        assert known.lets_through(said)
    assert all(len(mark) == 4 for mark in known.marks)


def test_a_kind_of_place_names_no_organisation():
    screen = screen_of(
        SimpleNamespace(name="Ann Lee", organisation=one) for one in ("Hospice", "GP", "Ellenor Hospice")
    )
    assert screen.lets_through("A shared record between GP and hospice")
    assert not screen.lets_through("Ellenor Hospice could share its record")
