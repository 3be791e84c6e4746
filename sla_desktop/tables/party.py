"""Who else is in the cell of a name: guests whom nobody named (“Siân Jones + guest”), a couple (“Mr and Mrs Tan”)."""

import re

from sla_desktop.domain.lengths import longest
from sla_desktop.domain.text import tokens
from sla_desktop.tables.columns import listed
from sla_desktop.tables.naming import is_name

_WHO = "guest|partner|husband|wife|spouse|friend|colleague|carer"
_GUESTS = re.compile(
    r"(?P<name>.*?[^\s(,])[\s(,]*(?:(?:\+|\bplus\b)\s*(?P<more>[1-9])|(?:\+|&|\b(?:and|plus|with)\b)\s*"
    rf"(?:(?:a|her|his|their|my) )?(?:(?P<number>[1-9]) (?:{_WHO})s?|one|{_WHO}))\s*\)?",
    re.IGNORECASE,
)
# “von und zu” is one family, “Et” a name, and “A&E” where somebody works.
_AND = re.compile(r"(?<=\w\w)[&+](?=\w)|\s+[&+]\s+|;\s*|\s+/\s+|(?<!\bvon)\s+(?:(?i:and|und)|et)\s+")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
# What is called so is no couple.
_OF_ORGANISATIONS = frozenset(
    listed(
        "academy, agency, alliance, association, authority, board, care, centre, charity, church, cic, clinic, club, "
        "co, college, committee, community, company, council, department, education, foundation, friends, group, "
        "health, hospice, hospital, housing, ltd, limited, llp, network, nhs, office, partners, partnership, plc, "
        "practice, pcn, project, school, service, services, social, society, sons, support, surgery, team, trust, "
        "university, wellbeing"
    )
)


def without_guests(name: str) -> tuple[str, int]:
    """A name without the guests who are only counted in it, and how many: “Ali Khan (+1)” is Ali Khan and 1."""
    found = _GUESTS.fullmatch(name) if len(name) <= longest("full_name") else None
    return (found["name"], int(found["more"] or found["number"] or 1)) if found else (name, 0)


def may_be_two(name: str) -> bool:
    """Whether a name looks like those of two people, and like no organisation's."""
    parts = _AND.split(_IN_BRACKETS.sub(" ", name))
    return len(parts) > 1 and all(map(is_name, parts)) and _OF_ORGANISATIONS.isdisjoint(tokens(name))
