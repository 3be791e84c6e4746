"""Two records of one person are suggested with the reason, and never joined by themselves."""

import pytest

from sla_desktop.services import merging, registrations
from sla_desktop.services.people import attendees

HEAD = "First name,Surname,Email,Organisation,Phone"


@pytest.fixture
def reasons(store, event, tmp_path):
    """Why the people of two imported lines may be one."""

    def bring(*lines: str) -> list[str]:
        for number, line in enumerate(lines):
            path = tmp_path / f"{number}.csv"
            path.write_text(f"{HEAD}\n{line}\n", encoding="utf-8")
            registrations.apply_import(store, event.id, registrations.plan_import(store, event.id, path))
        assert len(attendees(store, event.id)) == len(lines)
        return [one.reason for one in merging.proposals(store, event.id)]

    return bring


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Ann,Lee,ann.lee@nhs.net,,", "Ann,Lee,ann.lee@gstt.nhs.uk,,", "nhs.net"),
        ("Robert,Hale,,Oxleas,", "Bob,Hale,,Oxleas,", "short for"),
        ("Ann,Lee,ann@x.org,,", "Ann,Obi-Lee,ann@x.org,,", "same e-mail"),
        ("Ann,Lee,ann@x.org,,", "Ann,Obi,ann@x.org,,", "family name may have changed"),
        ("Xin,Zhang,x@x.org,,07700 900123", "Zhang,Xin,z@y.org,,07700 900123", "another order"),
        ("Siân,Rhys,s@x.org,,07700 900123", "Sian,Rhys,sian@y.org,,+44 7700 900123", "telephone"),
    ],
)
def test_one_person_in_two_records_is_suggested_with_the_reason(reasons, one, other, words):
    (reason,) = reasons(one, other)
    assert words in reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann,Lee,ann@x.org,Oxleas,", "Ann,Lee,lee@y.org,Oxleas,"),
        ("Robert,Hale,r@x.org,Oxleas,", "Roberta,Hale,ro@x.org,Oxleas,"),
        ("Ann,Lee,reception@x.org,,", "Bob,Ray,reception@x.org,,"),
        ("Ann,Lee,ann.lee@nhs.net,,", "Ann,Lee,a.lee2@gstt.nhs.uk,,"),
    ],
)
def test_two_people_are_left_two(reasons, one, other):
    assert reasons(one, other) == []
