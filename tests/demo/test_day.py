"""The demonstration day plays through every verb and its record is sound."""

import pytest

from sla_desktop.demo.day import play
from sla_desktop.demo.people import make_people
from sla_desktop.domain.errors import SlaError


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """A small day that was played: its folder, its account and what it told."""
    out, told = tmp_path_factory.mktemp("day") / "out", []
    return out, play(out, people=40, seed=3, tell=told.append), told


def test_a_small_day_is_sound_and_leaves_its_papers(day):
    out, account, told = day
    assert account.sound, account.checks
    assert len(account.checks) == 5
    for name in ("badges.pdf", "sign-in.pdf", "tables.pdf", "certificates.pdf", "summary-pack.pdf", "register.xlsx"):
        assert (out / name).stat().st_size > 2000
    assert any("Two" in line or "3 desks" in line for line in told)


def test_the_day_can_be_played_again_over_its_own_files(day):
    out, _, _ = day
    assert play(out, people=20, seed=1, tell=lambda line: None).sound


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("Years of work")
    with pytest.raises(SlaError, match="holds other files"):
        play(tmp_path, people=20, seed=1, tell=lambda line: None)
    assert (tmp_path / "thesis.txt").read_text() == "Years of work"


def test_the_same_seed_makes_the_same_people_and_no_two_share_a_name():
    import random

    people = make_people(300, random.Random(5))
    assert people == make_people(300, random.Random(5))
    assert len({person.name for person in people}) == 300
    assert len({person.organisation for person in people}) > 20
