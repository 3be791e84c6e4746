"""A person's details put right by hand."""

from collections.abc import Mapping

from sla_desktop.domain.members import Member, corrected
from sla_desktop.services.hats import put_hat
from sla_desktop.storage.store import Store

_NOTHING: Mapping[str, str] = {}


def save_member(store: Store, member: Member, hat: Mapping[str, str] = _NOTHING) -> Member:
    """Save a member's corrected details, and what is told of their main hat. SlaError without a name."""
    kept = corrected(member)
    with store.change() as tx:
        tx.put(kept)
        put_hat(tx, kept.id, hat)
    return kept
