"""Everything that is held about one person, in words and as data: what they may ask for."""

import json
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from sla_desktop.domain import access
from sla_desktop.domain.attendance import AttendanceFact, Refusal
from sla_desktop.domain.certificates import Certificate, PrintRecord
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import DEFAULT_ZONE, Event, clock, local, long_date
from sla_desktop.domain.files import owner_only
from sla_desktop.domain.groups import GroupBond, GroupLock, Placement
from sla_desktop.domain.ids import MemberId
from sla_desktop.domain.members import Affiliation, Consent, Member, Merge
from sla_desktop.domain.registrations import Registration
from sla_desktop.services import audit, erasure, timeline
from sla_desktop.services.access import note_access
from sla_desktop.services.audit import Line
from sla_desktop.services.wording import field_words, value_words
from sla_desktop.storage import query
from sla_desktop.storage.entities import entity_of, to_json
from sla_desktop.storage.store import Store

_TITLES = {
    "details": "Details",
    "merges": "Records that were merged with this one",
    "hats": "Organisations and roles",
    "consents": "Consents",
    "places": "Places at events",
    "attendance": "Arrivals and departures",
    "refusals": "Scans that let nobody in",
    "groups": "Seats in breakout groups",
    "group_rules": "Rules about breakout groups, and places that stay",
    "certificates": "Certificates",
    "events": "Events they are registered for",
    "papers": "Papers printed for these events",
    "notes_to_check": "Notes that may name the person, to be checked by hand before they are passed on",
    "history": "What was done with this data, where and when",
}


def export(store: Store, member_id: MemberId, path: Path, *, purpose: str = "") -> int:
    """Write everything held about a person to a new .json file, or a .zip with the same and a text to read.

    The number of records in it. SlaError when the file exists, cannot be written or is of another kind.
    """
    if path.suffix.lower() not in (".json", ".zip"):
        raise SlaError(f"{path.name} is of no kind that can be written. Name a file that ends in .json or .zip.")
    if path.exists():
        raise SlaError(f"{path} exists already. Name a new file.")
    note_access(store, access.EXPORTED, member_id, purpose=purpose)
    data, words = held(store, member_id)
    text = json.dumps(data, ensure_ascii=False, indent=2)
    try:
        if path.suffix.lower() == ".json":
            told = json.dumps({**data, "in_words": words.split("\n")}, ensure_ascii=False, indent=2)
            with open(path, "x", encoding="utf-8", opener=owner_only) as file:
                file.write(told)
        else:
            with (
                open(path, "xb", opener=owner_only) as packed,
                zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
            ):
                # No times of writing: the same data are the same bytes.
                for name, content in (("data.json", text), ("in words.txt", words)):
                    archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    except OSError as error:
        raise SlaError(f"{path} could not be written: {error.strerror}. Choose another place.") from error
    return sum(len(found) for found in data.values())


def held(store: Store, member_id: MemberId) -> tuple[dict[str, list[Any]], str]:
    """What is held about a person: lists of records by kind, and the same in words."""
    history = audit.lines(store, person=member_id)
    with store.read() as connection:
        found = _records(connection, member_id)
        words = [line for name, values in found.items() for line in _section(connection, name, values)]
    data = {name: [_plain(value) for value in values] for name, values in found.items()}
    data["history"] = [_plain(line) for line in history]
    words += ["", _TITLES["history"], *map(_line_words, history)]
    return data, "\n".join(words)


def _records(connection: Connection, member_id: MemberId) -> dict[str, Sequence[Any]]:
    member = query.get(connection, Member, member_id)
    if member is None:
        raise SlaError("That person is not in the register; perhaps they were erased before.")
    records = timeline.same_person(connection, member_id)
    places = query.find_in(connection, Registration, "member_id", records)
    attended = [place.event_id for place in places]

    def of_person(kind: type[Any]) -> Sequence[Any]:
        return query.find_in(connection, kind, "member_id", records)

    return {
        "details": query.find_in(connection, Member, "id", records),
        "merges": of_person(Merge),
        "hats": of_person(Affiliation),
        "consents": of_person(Consent),
        "places": places,
        "attendance": sorted(of_person(AttendanceFact), key=lambda fact: fact.happened_at),
        "refusals": of_person(Refusal),
        "groups": of_person(Placement),
        "group_rules": [*of_person(GroupBond), *of_person(GroupLock)],
        "certificates": of_person(Certificate),
        "events": query.find_in(connection, Event, "id", attended),
        "papers": query.find_in(connection, PrintRecord, "event_id", attended),
        "notes_to_check": erasure.naming(connection, member),
    }


def _section(connection: Connection, name: str, values: Sequence[Any]) -> Iterable[str]:
    yield from ("", _TITLES[name])
    if not values:
        yield "Nothing is held."
    for value in values:
        told = ((field.name, getattr(value, field.name)) for field in fields(value) if field.name != "id")
        yield "– " + "; ".join(
            f"{field_words(field, entity_of(value).name)}: {value_words(connection, field, one, DEFAULT_ZONE)}"
            for field, one in told
            if one not in (None, "", (), {})
        )


def _line_words(line: Line) -> str:
    day = long_date(local(line.at, DEFAULT_ZONE).date())
    return f"– {day}, {clock(line.at, DEFAULT_ZONE)}: {line.laptop} {line.words}"


def _plain(value: Any) -> dict[str, Any]:
    return {field.name: to_json(getattr(value, field.name)) for field in fields(value)}
