"""Whose papers they are: the organisation's name, colour, contact and logo, the same on all laptops of a team."""

from dataclasses import dataclass

from sla_desktop.domain.ids import LetterheadId, natural_id

COLOUR = "#0b5563"


@dataclass(frozen=True)
class Letterhead:
    """The identity on every paper; what is empty is taken from the event. `logo` is a picture in base 64."""

    id: LetterheadId
    organisation: str = ""
    colour: str = COLOUR
    contact: str = ""
    logo: str = ""


def letterhead_id() -> LetterheadId:
    """A team has one letterhead."""
    return LetterheadId(natural_id("letterhead"))
