"""Self check-in: people let themselves in with a ticket, a code, or their whole name; nobody can look others up."""

from sla_desktop.domain.attendance import AMBIGUOUS, NOT_ON_LIST, Verdict
from sla_desktop.domain.text import clean_line, tokens
from sla_desktop.services import attendance, people, tickets
from sla_desktop.services.tickets import Place
from sla_desktop.storage.store import Store

SOURCE = "self"


def arrive(store: Store, place: Place, text: str, *, desk: str) -> Verdict:
    """Let in whoever holds a ticket, or whose name is exactly this, in either order. SlaError as `tickets.scan` says.

    A name that nobody has is not noted: it may be a person's.
    """
    told = clean_line(text)
    if tickets.is_ticket(told) or any(ch.isdigit() for ch in told):
        return tickets.scan(store, [place], told, desk=desk)
    wanted = sorted(tokens(told))
    meant = [one for one in people.listed(store, place.event_id) if wanted and sorted(tokens(one.name)) == wanted]
    if len(meant) != 1:
        return Verdict(AMBIGUOUS if meant else NOT_ON_LIST, "Please ask at the desk")
    session = tickets.session_of(store, place)
    return attendance.check_in(store, place.event_id, meant[0].id, desk=desk, session=session, source=SOURCE)
