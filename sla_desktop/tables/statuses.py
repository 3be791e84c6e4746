"""What registration systems call the state of a booking, and what it means for the place at the event."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from sla_desktop.domain.registrations import AWAITING, BLOCKED, CANCELLED, REFUNDED, REGISTERED, UNPAID, VOID
from sla_desktop.domain.text import fold
from sla_desktop.tables.columns import listed


class Standing(NamedTuple):
    """A place's status (one of `domain.registrations.STATUSES`) and why, in a sentence; "" for a sound place."""

    status: str
    reason: str = ""


SOUND = Standing(REGISTERED)
_CANCELLED = Standing(CANCELLED, "The booking was cancelled.")
_REFUNDED = Standing(REFUNDED, "The ticket was refunded.")
_PARTLY_REFUNDED = Standing(REGISTERED, "A part of the order was refunded; check who of it comes.")
_VOID = Standing(VOID, "The ticket was made void.")
_TURNED_DOWN = Standing(CANCELLED, "The registration was turned down.")
_NOT_COMING = Standing(CANCELLED, "The person said they are not coming.")
_WAITING_LIST = Standing(CANCELLED, "The person is on the waiting list, with no place yet.")
_NO_ANSWER = Standing(CANCELLED, "The person was invited and has not accepted.")
_UNPAID = Standing(UNPAID, "The ticket is not paid.")
_AWAITING = Standing(AWAITING, "The booking waits for approval.")
_WHOLE: Mapping[str, Standing] = {
    "deleted": Standing(CANCELLED, "The booking was deleted."),
    "expired": Standing(CANCELLED, "The booking ran out of time."),
    "transferred": Standing(CANCELLED, "The ticket was given to somebody else."),
    **dict.fromkeys(listed("abandoned, incomplete, failed"), Standing(CANCELLED, "The booking was never finished.")),
    "chargeback": _REFUNDED,
    **dict.fromkeys(listed("waiting, reserve, standby, stand by"), _WAITING_LIST),
    **dict.fromkeys(listed("denied, denied by host, rejected, not approved, turned down"), _TURNED_DOWN),
    "declined": Standing(CANCELLED, "The invitation was declined."),
    **dict.fromkeys(listed("not going, no, n, false, 0, no thanks, withdrawn, withdrew"), _NOT_COMING),
    **dict.fromkeys(listed("invited, no response, not responded, no reply, not yet responded"), _NO_ANSWER),
    **dict.fromkeys(listed("pending overdue, overdue, to be paid, offline payment, payment due"), _UNPAID),
    **dict.fromkeys(listed("pending, pending approval, approval pending, unapproved, in review, on hold"), _AWAITING),
    **dict.fromkeys(listed("withdrawn, released"), _CANCELLED),
    **dict.fromkeys(listed("partially refunded, partly refunded, partial refund"), _PARTLY_REFUNDED),
    "blocked": Standing(BLOCKED, "The ticket is blocked."),
}
# Words that decide wherever they stand in a state, the surest first.
_INSIDE: tuple[tuple[str, Standing], ...] = (
    ("refund", _REFUNDED),
    ("void", _VOID),
    ("cancel", _CANCELLED),
    *((word, _CANCELLED) for word in listed("storniert, annule, annullat, geannuleerd, anulad, anulowan, canslo")),
    ("waitlist", _WAITING_LIST),
    ("wait list", _WAITING_LIST),
    ("waiting list", _WAITING_LIST),
    ("reserve list", _WAITING_LIST),
    *((word, _UNPAID) for word in listed("unbezahlt, nicht bezahlt, non paye, impayee")),
    *((word, _NOT_COMING) for word in listed("cannot, unable, not able, not attending, not coming, cant, wont")),
    *((word, _NOT_COMING) for word in listed("sorry, apolog, regret, no i ")),
    *((word, _AWAITING) for word in listed("not confirmed, unconfirmed, not yet confirmed")),
    ("unpaid", _UNPAID),
    ("not paid", _UNPAID),
    ("payment", _UNPAID),
    ("approval", _AWAITING),
)
_SOUND_PAYMENTS = re.compile(
    r"payment (?:received|complete|completed|accepted|made)|paid|no payment.*|.*approval given"
)
# What makes any other state that of somebody who comes; beside it nobody can say what a word means.
_COMING = re.compile(
    r".*(?:regist|confirm|complet|paid|accept|approv|attend|going|coming|activ|valid|check|book|issu|sold|join|joind|"
    r"will|organi[sz]er|zugesagt|bestatigt|angemeldet|inscri|potwierdz|bevestigd).*|"
    r"|y|yes\b.*|true|1|ok|free|new|none|maybe|tentative|in person|online|arrived|present|virtual|"
    r"oui|ja|si|sim|tak|ano|ie|live|done|used|open|closed|processed|ordered|guest|speaker|waived|transferred in|comp"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_VOID = frozenset({"", "-", "--", "—", "n/a", "no", "false", "0", "n", "none", "active", "valid"})
_UNPAID_WORDS = frozenset({"no", "false", "0", "n", "unpaid", "not paid"})


# What a word means in the files of one system only.
_IN_FORMAT = {("pretix", "pending"): _UNPAID}


def standing(status: str, void: str = "", paid: str = "", *, of: str = "") -> Standing:
    """What a row of a file of format `of` says of its place: its state, whether cancelled, whether paid."""
    if void.casefold() not in _NOT_VOID:
        told = _stated(void)
        return told if told.status in (REFUNDED, VOID) else _CANCELLED
    told = _IN_FORMAT.get((of, fold(status))) or _stated(status)
    return _UNPAID if told.status == REGISTERED and fold(paid) in _UNPAID_WORDS else told


def _stated(word: str) -> Standing:
    words = fold(_CAMEL.sub(" ", word).replace("_", " "))
    if words in _WHOLE or _SOUND_PAYMENTS.fullmatch(words):
        return _WHOLE.get(words, SOUND)
    if words.startswith("not ") and "cancel" in words:
        return SOUND
    found = next((told for part, told in _INSIDE if part in words), None)
    return found or (SOUND if _COMING.fullmatch(words) else _unknown(word))


def _unknown(word: str) -> Standing:
    return Standing(REGISTERED, f"What the state “{word}” means is not known; they are taken as coming.")
