"""Which of people's own words may be shown: none that could name somebody, nor fewer for a name that is a word."""

from types import SimpleNamespace

import pytest

from sla_desktop.services.quotes import _ORDINARY, screen_of

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


def test_a_kind_of_place_names_no_organisation():
    screen = screen_of(
        SimpleNamespace(name="Ann Lee", organisation=one) for one in ("Hospice", "GP", "Ellenor Hospice")
    )
    assert screen.lets_through("A shared record between GP and hospice")
    assert not screen.lets_through("Ellenor Hospice could share its record")
