"""What this laptop is called, and whether two laptops of the team are called the same."""

from collections import Counter

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.team import Device
from sla_desktop.domain.text import clean_line, fold
from sla_desktop.storage import query
from sla_desktop.storage.store import Changes, Store
from sla_desktop.sync import team

MOST_LETTERS = 60


def suggestion(store: Store) -> str:
    """The name that this laptop has, or the first "Desk N" that no known laptop has."""
    if store.is_named:
        return store.desk
    with store.read() as connection:
        return team.free_name(connection, store.public_key)


def rename(store: Store, name: str) -> str:
    """Call this laptop something else, also for the team once it has met others; what was done, in words.

    SlaError when there is no name in it, or it is too long for a badge or a list.
    """
    cleaned = clean_line(name)
    if not cleaned or len(cleaned) > MOST_LETTERS:
        raise SlaError(f"A laptop's name has 1 to {MOST_LETTERS} letters, for example Desk 2 or Front door.")
    team.rename(store, cleaned)
    store.announce(Changes(frozenset({"device"}), 0))
    told = f"This laptop is called {cleaned}. The others see it after their next sync."
    return " ".join(filter(None, (told, namesakes(store))))


def namesakes(store: Store) -> str:
    """A sentence when laptops of the team have the same name; empty when all differ."""
    with store.read() as connection:
        known = [one.name for one in query.find(connection, Device) if one.revoked_at is None]
    shared = {key for key, count in Counter(map(fold, known)).items() if count > 1}
    named = sorted({name for name in known if fold(name) in shared})
    if not named:
        return ""
    told = " and ".join(named)
    return f"More than one laptop is called {told}: name one of them anew, so that people can tell them apart."
