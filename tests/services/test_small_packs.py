"""A summary pack with nearly nothing in it says so in whole sentences, with no empty chart and no "0 of 0"."""

import re
import zipfile
from datetime import timedelta

import pytest
from pypdf import PdfReader

from sla_desktop.services import attendance, events, feedback, groups, pack, pack_exports
from sla_desktop.services.groups import Wish

CLUMSY = re.compile(
    r"\b0 of 0\b|\b0 \w+|(?<![\d,.])1 (people|organisations|rounds|pairs|hands|forms)\b|(?<!\d)0%|\bnan\b"
)


@pytest.fixture
def one(store, event, register):
    (person,) = register(store, event.id, "Bo,Li,b@x.org,Oxleas")
    return person


def words(made) -> str:
    sections = [said for one in made.sections for said in (one.title, one.finding, *one.text)]
    return "\n".join([*(f"{one.value} {one.label} {one.note}" for one in made.headline), *sections, *made.method])


def check_in(store, event, person):
    attendance.check_in(store, event.id, person.id, desk="D", at=event.starts)


def test_an_event_with_nobody_says_that(store, event):
    made = pack.build_pack(store, event)
    assert made.headline == ()
    assert [one.finding for one in made.sections] == ["Nobody is registered yet."]
    assert not CLUMSY.search(words(made))


def test_an_event_to_which_nobody_came_yet_says_who_is_registered(store, event, one):
    assert pack.build_pack(store, event).sections[0].finding == "Nobody has come so far; 1 person is registered."


def test_one_person_is_told_in_the_singular(store, event, one):
    check_in(store, event, one)
    made = pack.build_pack(store, event)
    assert made.sections[0].finding == "The one person registered took part."
    assert [headline.label for headline in made.headline] == ["person took part", "organisation"]
    assert not CLUMSY.search(words(made))


@pytest.fixture
def three(store, event, register):
    people = register(store, event.id, *(f"P{n},Person{n},p{n}@x.org,Oxleas" for n in range(3)))
    for person in people:
        check_in(store, event, person)
    groups.form_groups(store, event.id, Wish(rounds=1, size=3), seconds=0.1)
    feedback.answer_all(store, event.id, [{"connections": "yes"}] * 3, channel="kiosk")
    return people


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx", ".html", ".pptx"])
def test_three_people_make_a_pack_of_every_form_without_an_empty_chart(store, event, three, tmp_path, suffix):
    path = tmp_path / f"pack{suffix}"
    assert pack_exports.write_pack(store, event.id, path)
    if suffix in (".xlsx", ".pptx"):
        assert not [name for name in zipfile.ZipFile(path).namelist() if "/charts/" in name]
    if suffix == ".pdf":
        assert len(PdfReader(path).pages) == 2


def test_what_cannot_be_shown_is_said_kindly(store, event, three):
    made = pack.build_pack(store, event)
    assert not CLUMSY.search(words(made))
    assert "All 3 people registered took part." in words(made)
    assert "On average each person sat with 2 other people in 1 round." in words(made)
    assert "Too few answered to show shares" in words(made)


def test_an_event_to_which_nobody_came_is_not_compared_with_earlier_ones(store, event, three):
    week = timedelta(days=7)
    later = events.add_event(store, title="Next", starts=event.starts + week, ends=event.ends + week)
    assert [one.title for one in pack.build_pack(store, later).sections] == ["Who came"]
