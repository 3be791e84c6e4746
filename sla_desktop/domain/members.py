"""Members of the community, the organisations they belong to, and the many hats they wear."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from sla_desktop.domain.errors import NoAddress, SlaError
from sla_desktop.domain.ids import (
    AffiliationId,
    ConsentId,
    MemberId,
    MergeId,
    OrganisationId,
    natural_id,
    new_id,
)
from sla_desktop.domain.lengths import check_lengths
from sla_desktop.domain.text import clean_line, fold, tokens

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


@dataclass(frozen=True)
class Organisation:
    """An organisation of the system: its sector ("Health", "Voluntary"), place (borough) and kind ("Trust")."""

    id: OrganisationId
    name: str
    sector: str = ""
    place: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Member:
    """A person as they write themselves. `full_name` is what is shown and printed, exactly as typed."""

    id: MemberId
    full_name: str
    given: str = ""
    family: str = ""
    known_as: str = ""
    pronouns: str = ""
    email: str = ""
    phone: str = ""
    access_needs: str = ""
    dietary: str = ""


@dataclass(frozen=True)
class Affiliation:
    """One of a member's hats: organisation, role, sector, place, professional group and level."""

    id: AffiliationId
    member_id: MemberId
    organisation_id: OrganisationId | None = None
    role: str = ""
    sector: str = ""
    place: str = ""
    profession: str = ""
    level: str = ""
    main: bool = False


@dataclass(frozen=True)
class Consent:
    """What a member agreed to or refused, and when."""

    id: ConsentId
    member_id: MemberId
    kind: str
    given: bool
    recorded_at: datetime
    source: str = ""


@dataclass(frozen=True)
class Merge:
    """Two records of one person: what is noted of `member_id` counts for `into_id`, as long as the merge stands."""

    id: MergeId
    member_id: MemberId
    into_id: MemberId
    decided_at: datetime
    desk: str
    stands: bool = True


def merge_id(member_id: MemberId, into_id: MemberId) -> MergeId:
    """The same two people are merged once, whichever desk does it."""
    return MergeId(natural_id("merge", member_id, into_id))


def name_of(member: Member | None) -> str:
    """What to call somebody whose record may not have come here yet."""
    return member.full_name if member else "Somebody whose name is not here"


def same_organisation(one: str, other: str) -> bool:
    """Whether two names may be one organisation's: no word of one lacks, or they differ in spaces and legal words."""
    words = [_telling_words(name) for name in (one, other)]
    return set(words[0]) <= set(words[1]) or set(words[1]) <= set(words[0]) or "".join(words[0]) == "".join(words[1])


def organisation_key(name: str) -> str:
    """What the spellings of one organisation share: case, dots, spaces, “the”, “and” and “Ltd” do not count."""
    words = tokens(name)
    return "".join(word for word in words if word not in _UNSAID) or "".join(words)


def organisation_root(name: str) -> str:
    """The same without the words for its kind of body, which may be left out: “ICB”, “Trust”."""
    return "".join(word for word in _telling_words(name) if word not in _BODIES) or organisation_key(name)


_UNSAID = frozenset(["the", "and", "ltd", "limited"])
_BODIES = frozenset(["icb", "ics", "ccg", "council"])
_LEGAL = frozenset(
    [
        "ltd",
        "limited",
        "llp",
        "plc",
        "cic",
        "cio",
        "inc",
        "nhs",
        "trust",
        "foundation",
        "ft",
        "charity",
        "company",
        "the",
        "and",
    ]
)


def _telling_words(name: str) -> list[str]:
    words = tokens(name)
    return [word for word in words if word not in _LEGAL] or list(words)


# Hundreds of people share an organisation.
@lru_cache(maxsize=4096)
def organisation_id(name: str) -> OrganisationId:
    """The id of an organisation by its folded name, so that two laptops create the same one."""
    return OrganisationId(natural_id("organisation", fold(name)))


def affiliation_id(member_id: UUID, name: str) -> AffiliationId:
    """The id of a member's hat at the organisation of that name ("" for a hat without one)."""
    return AffiliationId(natural_id("affiliation", member_id, fold(name)))


def new_member(full_name: str, *, given: str = "", family: str = "", email: str = "") -> Member:
    """A member nobody has met before."""
    return Member(MemberId(new_id()), full_name, given=given, family=family, email=email)


def corrected(member: Member) -> Member:
    """A member as typed by hand, made fit to keep. SlaError without a name, or for a text that is too long."""
    name = clean_line(member.full_name)
    if not name:
        raise SlaError("A person needs a name.")
    check_lengths({**vars(member), "full_name": name})
    email = clean_line(member.email)
    if email and not _ADDRESS.fullmatch(email):
        raise NoAddress(f"“{email}” is no e-mail address. Correct it, or leave it out.")
    lines = {
        field: clean_line(getattr(member, field)) for field in ("given", "family", "known_as", "pronouns", "email")
    }
    return replace(member, full_name=name, phone=clean_line(member.phone), **lines)  # type: ignore[arg-type]


def joined_name(given: str, family: str) -> str:
    """Given and family name as one line, as typed."""
    return f"{given} {family}".strip()
