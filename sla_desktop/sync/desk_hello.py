"""How two desks come to trust a connection: known laptops prove their keys, unknown ones a pairing code."""

import asyncio
import hmac
import json
import secrets
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.team import Device, device_id
from sla_desktop.storage import meta
from sla_desktop.storage.store import Store
from sla_desktop.sync import desk_keys, peers
from sla_desktop.sync.desk_pairing import MINUTES, Invitation, Meeting
from sla_desktop.sync.desk_wire import STRANGERS_MOST, BadFrame, Kind, Link, clock_body, clock_of, fields, split

PATIENCE = 10.0
_NONCE = 32
_AMISS = (BadFrame, ValueError, KeyError, TypeError, AttributeError, RecursionError)

Address = tuple[str, int]


@dataclass(frozen=True)
class Met:
    """A connection that both sides trust, with whom, and how far its clock is ahead of this one's."""

    link: Link
    device: Device
    ahead: timedelta


class Refused(SlaError):
    """One of the two laptops does not trust the other."""


async def knock(store: Store, address: Address, code: str = "") -> Met:
    """Connect to the door of a laptop that is known, or pair with it. SlaError if that cannot be."""
    try:
        return await _knock(store, address, code)
    except (OSError, EOFError) as error:
        raise SlaError(
            f"Nobody answers at {address[0]}:{address[1]}. Check that the desk is open there, that both laptops are "
            "on the same network, and the address."
        ) from error
    except _AMISS as error:
        raise SlaError(f"What answers at {address[0]}:{address[1]} is no desk of this program.") from error


async def _knock(store: Store, address: Address, code: str) -> Met:
    async with asyncio.timeout(PATIENCE):
        streams = await asyncio.open_connection(*address, ssl=desk_keys.client_context())
    link = Link(*streams)
    try:
        certificate = link.writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
        link.key = desk_keys.key_in(certificate)
        kind, nonce = await link.receive(within=PATIENCE, most=STRANGERS_MOST)
        if kind is not Kind.HELLO or len(nonce) != _NONCE:
            raise BadFrame("hello")
        if code:
            await _pair(store, link, nonce, code)
        return await _prove(store, link, nonce)
    except BaseException:
        link.writer.transport.abort()
        raise


async def _prove(store: Store, link: Link, nonce: bytes) -> Met:
    with store.read() as connection:
        device = peers.known(connection, link.key)
    if link.key == store.public_key:
        raise Refused("That is this laptop itself. Give the address of the other one.")
    if device is None:
        raise Refused("The two laptops do not know each other yet. Show a pairing code there and type it here.")
    if device.revoked_at is not None:
        raise Refused(f"{device.name} was taken off, so nothing is exchanged with it.")
    signature = store.private_key.sign(desk_keys.knock(link.key, nonce, store.public_key))
    started = datetime.now(UTC)
    kind, body = await link.ask(Kind.AUTH, store.public_key + signature, within=PATIENCE)
    if kind is not Kind.WELCOME:
        raise _refusal(kind, body)
    return Met(link, device, clock_of(body) - (started + (datetime.now(UTC) - started) / 2))


async def _pair(store: Store, link: Link, nonce: bytes, code: str) -> None:
    card = _own_card(store)
    meeting = Meeting(link.key, nonce, store.public_key, secrets.token_bytes(_NONCE), card)
    secret = meeting.secret(code)
    signature = store.private_key.sign(meeting.transcript)
    body = fields(store.public_key, meeting.client_nonce, card, signature, meeting.client_proof(secret))
    kind, answer = await link.ask(Kind.PAIR, body, within=PATIENCE)
    if kind is not Kind.PAIRED:
        raise _refusal(kind, answer)
    their_card, proof = split(answer)
    if not hmac.compare_digest(proof, meeting.server_proof(secret, their_card)):
        raise Refused(
            "What answers there does not know the code. Somebody may sit in between: pair by another network."
        )
    _remember(store, their_card, link.key)


async def welcome(store: Store, link: Link, invitation: Invitation | None, pool: ThreadPoolExecutor) -> Device | None:
    """Find out who knocks, and pair if it knows the code; None, and a sentence to it, if it is not let in.

    BadFrame, EOFError or OSError when it does not speak as a desk does.
    """
    nonce = secrets.token_bytes(_NONCE)
    link.send(Kind.HELLO, nonce)
    run = asyncio.get_running_loop().run_in_executor
    for _ in range(2):
        kind, body = await link.receive(within=PATIENCE, most=STRANGERS_MOST)
        if kind is Kind.PAIR:
            answer = await run(pool, partial(_paired, store, nonce, invitation, body))
            link.send(*answer)
            if answer[0] is not Kind.PAIRED:
                return None
        elif kind is Kind.AUTH:
            found = await run(pool, partial(_proven, store, nonce, body))
            if isinstance(found, Device):
                link.key = bytes.fromhex(found.public_key)
                link.send(Kind.WELCOME, clock_body())
                return found
            link.send(Kind.REFUSED, found.encode())
            return None
        else:
            break
    raise BadFrame("welcome")


def _proven(store: Store, nonce: bytes, body: bytes) -> Device | str:
    """Who knocks, or the sentence that tells why it stays outside."""
    key, signature = body[:32], body[32:]
    if not desk_keys.signed_by(key, desk_keys.knock(store.public_key, nonce, key), signature):
        return "This laptop could not prove its key. Try again."
    with store.read() as connection:
        device = peers.known(connection, key)
    if device is None:
        return f"{store.desk} does not know this laptop yet. Show a pairing code there and type it here."
    if device.revoked_at is None:
        with suppress(SlaError), store.raw() as connection:
            peers.came(connection, device.public_key)
    return revoked_words(device) or device


def revoked_words(device: Device) -> str:
    """The sentence to a laptop that was taken off; empty if it is none."""
    if device.revoked_at is None:
        return ""
    return (
        f"“{device.name}” was taken off on {device.revoked_at:%d.%m.%Y}, so nothing is exchanged with it. Ask a lead."
    )


def _paired(store: Store, nonce: bytes, invitation: Invitation | None, body: bytes) -> tuple[Kind, bytes]:
    key, client_nonce, card, signature, proof = _five(body)
    if invitation is None or not invitation.take_try():
        return Kind.REFUSED, (
            f"No pairing code is shown on the other laptop, or it was used or is older than {MINUTES} minutes. "
            "Show a new one there."
        ).encode()
    meeting = Meeting(store.public_key, nonce, key, client_nonce, card)
    secret = meeting.secret(invitation.code)
    genuine = hmac.compare_digest(proof, meeting.client_proof(secret))
    if not genuine or not desk_keys.signed_by(key, meeting.transcript, signature):
        return Kind.REFUSED, b"The pairing code does not fit. Check it on the other laptop, and type it again."
    invitation.end()
    _remember(store, card, key)
    own = _own_card(store)
    return Kind.PAIRED, fields(own, meeting.server_proof(secret, own))


def _five(body: bytes) -> list[bytes]:
    parts = split(body)
    if len(parts) != 5 or len(parts[0]) != 32 or len(parts[1]) != _NONCE:
        raise BadFrame("pair")
    return parts


def _own_card(store: Store) -> bytes:
    with store.read() as connection:
        exchange_key = meta.known(connection, "exchange_key")
    key = store.public_key
    return json.dumps(peers.card(Device(device_id(key), store.desk, key.hex(), exchange_key))).encode()


def _remember(store: Store, card: bytes, key: bytes) -> None:
    """Keep what a laptop said of itself. BadFrame if it speaks of another, or of none."""
    try:
        device = peers.from_card(json.loads(card))
    except _AMISS as error:
        raise BadFrame("card") from error
    if device.public_key != key.hex():
        raise BadFrame("card")
    with store.raw() as connection:
        peers.pair(connection, device)


def _refusal(kind: Kind, body: bytes) -> SlaError:
    if kind is not Kind.REFUSED:
        return SlaError("What answers there is no desk of this program.")
    return Refused(body[:500].decode(errors="replace"))
