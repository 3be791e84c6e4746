"""What people agreed to or refused: facts with a time and a source, of which the latest counts."""

from datetime import UTC, datetime

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import ConsentId, MemberId, new_id
from sla_desktop.domain.members import Consent
from sla_desktop.domain.text import clean_line
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

# The usual ones; any other short word may be used too.
USUAL = ("being contacted", "photographs", "sharing with partners")


def record(store: Store, member_id: MemberId, kind: str, *, given: bool, source: str = "") -> Consent:
    """Note what somebody said, beside what they said before. SlaError without a kind."""
    kind = clean_line(kind).lower()
    if not kind:
        raise SlaError("Say what the consent is about, for example photographs.")
    said = Consent(ConsentId(new_id()), member_id, kind, given, datetime.now(UTC), clean_line(source) or store.desk)
    with store.change() as tx:
        tx.put(said)
    return said


def latest(store: Store, member_id: MemberId) -> list[Consent]:
    """The newest answer about each kind, by kind."""
    with store.read() as connection:
        said = query.find(connection, Consent, order="recorded_at", member_id=member_id)
    newest = {one.kind: one for one in said}
    return [newest[kind] for kind in sorted(newest)]
