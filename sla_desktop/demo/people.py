"""Made-up people of a real kind of system: boroughs, trusts, networks, charities, names from many languages."""

import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sla_desktop import assets
from sla_desktop.domain.text import fold

_TWO_HATS = 0.15


@dataclass(frozen=True)
class Person:
    """Somebody who registers: the columns of an export."""

    given: str
    family: str
    email: str
    organisation: str
    role: str
    sector: str
    place: str
    profession: str
    level: str

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given} {self.family}".strip()


def material() -> Mapping[str, Any]:
    """The names, organisations and sentences that the demonstration draws from."""
    found: Mapping[str, Any] = json.loads(assets.path("demo/people.json").read_text(encoding="utf-8"))
    return found


def make_people(count: int, rng: random.Random) -> list[Person]:
    """`count` different people; no two share a name."""
    stock = material()
    pairs = [(given, family) for given in stock["given"] for family in stock["family"]]
    names = [(whole, "") for whole in stock["whole_names"]] + rng.sample(pairs, count)
    return [_person(given, family, number, stock, rng) for number, (given, family) in enumerate(names[:count])]


def _person(given: str, family: str, number: int, stock: Mapping[str, Any], rng: random.Random) -> Person:
    weights = [one["weight"] for one in stock["organisations"]]
    home = rng.choices(stock["organisations"], weights)[0]
    role, profession, level = rng.choice(stock["hats"][home["kind"]])
    mailbox = fold(f"{given} {family}").replace(" ", ".")
    mailbox = mailbox if mailbox.isascii() else f"guest{number}"
    return Person(
        given=given,
        family=family,
        email=f"{mailbox}@example.org",
        organisation=home["name"],
        role=role if rng.random() > _TWO_HATS else f"{role} and school governor",
        sector=home["sector"],
        place=home["place"] or rng.choice(stock["places"]),
        profession=profession,
        level=level,
    )
