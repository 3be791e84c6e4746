"""One person of the whole register, by whatever people call them."""

from collections.abc import Collection

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.members import Member
from sla_desktop.domain.registrations import Registration, read_code
from sla_desktop.domain.text import fold
from sla_desktop.storage import query
from sla_desktop.storage.store import Store


def find_member(store: Store, text: str) -> Member:
    """The one person of the whole register meant by an id, a ticket code or words of the name.

    SlaError when nobody fits, or several do.
    """
    code, wanted = read_code(text), set(fold(text).split())
    with store.read() as connection:
        given = query.find(connection, Registration, code=code) if code else []
        sold = query.find(connection, Registration, external_code=text.strip()) if text.strip() else []
        holders = {one.member_id for one in (*given, *sold)}
        everybody = query.find(connection, Member)
    known = [one for one in everybody if str(one.id) == text or one.id in holders]
    known = known or [one for one in everybody if fold(one.full_name) == fold(text)]
    known = known or [one for one in everybody if wanted and wanted <= set(fold(one.full_name).split())]
    known = known or [one for one in everybody if wanted and _begin(wanted, fold(f"{one.full_name} {one.known_as}"))]
    if len(known) != 1:
        told = "; ".join(f"{one.full_name}, {one.email or 'no e-mail'}, id {one.id}" for one in known[:5])
        fits = f"“{text}” fits {len(known)} people: {told}. Use an id." if known else f"Nobody fits “{text}”."
        raise SlaError(fits)
    return known[0]


def _begin(wanted: Collection[str], name: str) -> bool:
    """Whether each of some words begins a word of a name; initials begin too many."""
    words = name.split()
    return all(one in words or (len(one) > 2 and any(word.startswith(one) for word in words)) for one in wanted)
