"""What was coded, for other programs: a table, or a code book or project of the REFI-QDA standard 1.5.

Comments that could name somebody are left out, and nothing tells which comments one person wrote.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from uuid import UUID
from xml.etree.ElementTree import Element, SubElement, tostring

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId, natural_id
from sla_desktop.domain.text import clean
from sla_desktop.domain.themes import Theme
from sla_desktop.services import coding, events, quotes
from sla_desktop.services.coding import Comment, Themes
from sla_desktop.storage.store import Store

_ORIGIN = "SLA Desktop"
_PROJECT, _BOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
_BETWEEN = "\n\n"
Coded = Mapping[str, Mapping[tuple[str, str], Themes]]


def write_themes(store: Store, event_id: EventId, path: Path) -> int:
    """Write what was coded as .csv, .qdc (the code book) or .qdpx (a project); how many comments.

    SlaError for another ending, or a place that cannot be written.
    """
    from sla_desktop.tables.write import replace_file

    lets_through = quotes.screen(store, event_id).lets_through
    known = [one for one in coding.comments(store, event_id) if lets_through(one.text)]
    book, ending = coding.code_book(store, event_id), path.suffix.casefold()
    if ending == ".csv":
        _write_table(store, event_id, path, known, book)
    elif ending == ".qdc":
        replace_file(path, _xml(_code_book(book, _BOOK)))
    elif ending == ".qdpx":
        replace_file(path, _project(store, event_id, known, book))
    else:
        raise SlaError(f"“{path.name}” must end in .csv, .qdc or .qdpx.")
    return 0 if ending == ".qdc" else len(known)


def _write_table(store: Store, event_id: EventId, path: Path, known: list[Comment], book: list[Theme]) -> None:
    from sla_desktop.tables.write import write_csv

    names = {str(theme.id): theme.name for theme in book}

    def rows() -> Iterator[tuple[object, ...]]:
        for coder in coding.coders(store, event_id):
            coded = coding.codings(store, event_id, coder)
            for one in known:
                for theme in coded.get((one.question, one.text), ()):
                    yield one.label, one.text, len(one.responses), names.get(theme, "a theme that is retired"), coder

    write_csv(path, ("question", "comment", "people", "theme", "coder"), rows())


def _project(store: Store, event_id: EventId, known: list[Comment], book: list[Theme]) -> bytes:
    """A zip with the project and a text for each question."""
    coded = {coder: coding.codings(store, event_id, coder) for coder in coding.coders(store, event_id)}
    root = Element("Project", {"xmlns": _PROJECT, "name": events.get_event(store, event_id).title, "origin": _ORIGIN})
    users = SubElement(root, "Users")
    for coder in coded:
        SubElement(users, "User", {"guid": _user(coder), "name": coder})
    root.append(_code_book(book))
    sources = SubElement(root, "Sources")
    texts: dict[str, bytes] = {}
    for question, group in groupby(known, key=lambda one: one.question):
        several, key = list(group), _guid(natural_id("source", event_id, question))
        told = {"guid": key, "name": several[0].label, "plainTextPath": f"internal://{key}.txt"}
        _fill(SubElement(sources, "TextSource", told), several, coded, {str(theme.id) for theme in book})
        texts[f"Sources/{key}.txt"] = _BETWEEN.join(one.text for one in several).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {"project.qde": _xml(root), **texts}.items():
            # A name alone would stand with the moment of writing.
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _fill(source: Element, several: list[Comment], coded: Coded, book: set[str]) -> None:
    """The comments as selections of their source, with the themes that each coder found."""
    start = 0
    for one in several:
        place = {"startPosition": str(start), "endPosition": str(start + len(one.text))}
        start += len(one.text) + len(_BETWEEN)
        for coder, told in coded.items():
            themes = [theme for theme in told.get((one.question, one.text), ()) if theme in book]
            if themes:
                key, by = natural_id("selection", one.question, one.text, coder), {"creatingUser": _user(coder)}
                chosen = SubElement(source, "PlainTextSelection", {"guid": _guid(key), **by, **place})
                for theme in themes:
                    given = SubElement(chosen, "Coding", {"guid": _guid(natural_id("given", key, theme)), **by})
                    SubElement(given, "CodeRef", {"targetGUID": _guid(UUID(theme))})


def _code_book(book: list[Theme], namespace: str = "") -> Element:
    root = Element("CodeBook", {"xmlns": namespace, "origin": _ORIGIN} if namespace else {})
    codes = SubElement(root, "Codes")
    for theme in book:
        code = SubElement(codes, "Code", {"guid": _guid(theme.id), "name": theme.name, "isCodable": "true"})
        if theme.description:
            SubElement(code, "Description").text = theme.description
    return root


def _user(coder: str) -> str:
    return _guid(natural_id("coder", coder))


def _guid(key: UUID) -> str:
    return str(key).upper()


def _xml(root: Element) -> bytes:
    """The document; what XML cannot hold, as data of an older program may, is left out."""
    for one in root.iter():
        one.text = clean(one.text or "") or None
        one.attrib.update({name: clean(value) for name, value in one.attrib.items()})
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))
