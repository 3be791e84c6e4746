"""Somebody whose main organisation two desks changed, not knowing of each other, so that there are two."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import Verdict
from sla_desktop.domain.events import Event
from sla_desktop.domain.ids import MemberId
from sla_desktop.domain.members import Affiliation, Member, name_of
from sla_desktop.services import people
from sla_desktop.storage import cells, query
from sla_desktop.storage.schema import id_from_hex
from sla_desktop.storage.store import Store

_TWO = """
SELECT hat.member_id FROM affiliation hat JOIN registration place ON place.member_id = hat.member_id
WHERE place.event_id = ? AND hat.main GROUP BY hat.member_id HAVING count(*) > 1
"""


@dataclass(frozen=True)
class TwoMains:
    """A person with two main organisations; `hats` are what they are there."""

    name: str
    organisations: tuple[str, str]
    hats: tuple[Affiliation, Affiliation]
    words: str
    answer: str = "The first"
    other: str = "The second"


def with_two_mains(connection: Connection, event: Event) -> list[MemberId]:
    """Everybody at an event who has two main organisations."""
    return [MemberId(id_from_hex(key)) for (key,) in cells.asked(connection, _TWO, (event.id.hex,))]


def two_mains(connection: Connection, members: Collection[MemberId]) -> list[TwoMains]:
    """The question for each of some people who have two, by name; of more than two the first two are asked about."""
    hats = people.hats_of(connection, list(members))
    named = query.get_many(connection, Member, list(hats))
    known = people.organisations_of(connection, [hat for group in hats.values() for hat in group])
    told = []
    for member, group in hats.items():
        mains = sorted((hat for hat in group if hat.main), key=lambda hat: hat.id)
        if len(mains) > 1:
            one, other = (people.main_organisation([hat], known) or "no organisation" for hat in mains[:2])
            name = name_of(named.get(member))
            told.append(TwoMains(name, (one, other), (mains[0], mains[1]), _words(name, one, other)))
    return sorted(told, key=lambda card: (card.name, card.hats[0].id))


def choose(store: Store, card: TwoMains, *, other: bool = False) -> Verdict:
    """The one or the other is the main organisation from now on, on every laptop; the person keeps both."""
    with store.change() as tx:
        tx.put(replace(card.hats[not other], main=False))
    main = card.organisations[other]
    return Verdict(rules.UNDONE, "Chosen", card.name, detail=f"Shown with {main} from now on; both are kept.")


def _words(name: str, one: str, other: str) -> str:
    return (
        f"One desk made {one} the main organisation of {name}, and another, which did not know, {other}. "
        "Both are kept; which of the two is shown and printed?"
    )
