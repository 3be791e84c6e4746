"""One of a person's hats, told by hand: where they work, as what, and for whom."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sla_desktop.domain.ids import MemberId, OrganisationId
from sla_desktop.domain.lengths import check_lengths
from sla_desktop.domain.members import Affiliation, Organisation, affiliation_id, organisation_id
from sla_desktop.domain.text import clean_line
from sla_desktop.services import people
from sla_desktop.storage import query
from sla_desktop.storage.transaction import Transaction

HAT = ("organisation", "role", "sector", "place", "profession", "level")


def put_hat(tx: Transaction, member_id: MemberId, told: Mapping[str, str]) -> None:
    """Change somebody's main hat, or give them their first one; of the fields of `HAT` those told change.

    SlaError for a text that is too long.
    """
    fields = {name: clean_line(text) for name, text in told.items()}
    check_lengths(fields)
    hats = people.hats_of(tx.connection, [member_id]).get(member_id, [])
    main = people.main_hat(hats)
    if not fields or (main is None and not any(fields.values())):
        return
    name = fields.pop("organisation", None)
    hat = main or Affiliation(affiliation_id(member_id, name or ""), member_id)
    if name is not None:
        where = _organisation(tx, name)
        known = next((one for one in hats if where and one.organisation_id == where), None)
        hat = replace(known or hat, organisation_id=where)
    if main is not None and hat.id != main.id:
        tx.put(replace(main, main=False))
    tx.put(replace(hat, main=True, **fields))  # type: ignore[arg-type]


def laid_aside(tx: Transaction, values: Iterable[object]) -> list[Affiliation]:
    """Main hats of people for whom another one is about to be noted: nobody has two main ones."""
    told = {one.id: one.member_id for one in values if isinstance(one, Affiliation) and one.main}
    before = query.find_in(tx.connection, Affiliation, "member_id", list(set(told.values())))
    kept = {one.member_id for one in before if one.main and one.id in told}
    return [replace(one, main=False) for one in before if one.main and one.member_id not in kept]


def _organisation(tx: Transaction, name: str) -> OrganisationId | None:
    """The organisation of a name, made if it is new."""
    if not name:
        return None
    key = organisation_id(name)
    if query.get(tx.connection, Organisation, key) is None:
        tx.put(Organisation(key, name))
    return key
