"""The organisation's name, colour, contact and logo on every paper."""

import base64
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event
from sla_desktop.domain.letterhead import Letterhead, letterhead_id
from sla_desktop.domain.text import clean_line
from sla_desktop.printing import pictures
from sla_desktop.printing.style import Identity, accent
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

DEFAULT_ORGANISER = "System Leadership Academy"
FIELDS = ("organisation", "colour", "contact")


def letterhead(store: Store) -> Letterhead:
    """The team's letterhead; an empty one when nobody set it."""
    with store.read() as connection:
        known = query.get(connection, Letterhead, letterhead_id())
    return known or Letterhead(letterhead_id())


def set_letterhead(store: Store, said: Mapping[str, str], logo: Path | None = None) -> Letterhead:
    """Change some of it; an empty logo path takes the logo away. SlaError for a colour or picture that is none."""
    made = changed(letterhead(store), said, logo)
    with store.change() as tx:
        tx.put(made)
    return made


def changed(head: Letterhead, said: Mapping[str, str], logo: Path | None = None) -> Letterhead:
    """A letterhead with some of it changed. SlaError as above; nothing is kept."""
    strange = sorted(set(said) - set(FIELDS))
    if strange:
        raise SlaError(f"A letterhead has no “{strange[0]}”. It has: {', '.join(FIELDS)} and a logo.")
    made = replace(head, **{name: clean_line(value) for name, value in said.items()})  # type: ignore[arg-type]
    accent(Identity(made.organisation, made.colour))
    if logo is None:
        return made
    return replace(made, logo=stored_picture(logo, "logo") if str(logo) != "." else "")


def identity_of(store: Store, event: Event, head: Letterhead | None = None) -> Identity:
    """Whose name, colour and logo an event's papers carry, or would with another letterhead."""
    head = head or letterhead(store)
    return Identity(
        event.organiser or head.organisation or DEFAULT_ORGANISER, head.colour, picture_of(head.logo) or None
    )


def stored_picture(path: Path, what: str) -> str:
    """A picture as it is kept in the record, no larger than print needs. SlaError when it is none or too large."""
    return base64.b64encode(pictures.reduced(path, what)).decode()


def picture_of(stored: str) -> bytes:
    """The picture that is kept in the record, or nothing."""
    return base64.b64decode(stored)
