"""A finished canvas into the bytes of an archival file: PDF/UA-1 and PDF/A-2a (or 3a with an attachment).

Small objects go together into compressed object streams (PDF 32000-1, 7.5.7), which halves a tagged file.
"""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfdoc

from sla_desktop.printing import archive
from sla_desktop.printing.operators import text_string
from sla_desktop.printing.structure import Structure

_TOGETHER = 200  # objects in one stream
_STREAM_END = b"endstream\n"
_HIGHEST = 0x808080808080


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself, and the files that it carries as (name, what it is, media type, content)."""

    title: str
    author: str
    subject: str
    language: str
    program: str
    attached: tuple[tuple[str, str, str, bytes], ...] = ()


def packed(canvas: Any, structure: Structure, about: About) -> bytes:
    """The bytes of the file; the same for the same pages."""
    document = canvas._doc  # noqa: SLF001 - the only way to its objects
    for face in document.delayedFonts:
        face.addObjects(document)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    own = _Numbers(document)
    names = [document.idToObjectNumberAndVersion[f"Page{nth}"][0] for nth in range(1, document.pageCounter)]
    root, plain = structure.objects(own.reserve, names)
    catalog = document.Catalog
    catalog.StructTreeRoot = f"{root} 0 R"
    catalog.MarkInfo = "<</Marked true>>"
    streams = _furnish(catalog, own, about, plain)
    top = document.Reference(catalog)
    plain[canvas.resources] = _resources(document)
    for number, data in _formatted(document):
        (streams if data.endswith(_STREAM_END) else plain)[number] = data
    root_number = document.idToObjectNumberAndVersion[top.name][0]
    info = own.reserve()
    plain[info] = _info(about)
    return _file(plain, streams, own.count, f"/Root {root_number} 0 R/Info {info} 0 R")


class _Numbers:
    """Object numbers beside those that reportlab gives."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def reserve(self) -> int:
        self._document.objectcounter += 1
        return int(self._document.objectcounter)

    @property
    def count(self) -> int:
        return int(self._document.objectcounter)


def _furnish(catalog: Any, own: _Numbers, about: About, plain: dict[int, bytes]) -> dict[int, bytes]:
    """Metadata, colour profile and attachments, entered in the catalogue; gives their streams."""
    metadata, profile = own.reserve(), own.reserve()
    catalog.Metadata = f"{metadata} 0 R"
    catalog.OutputIntents = (
        "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
        f"/Info(sRGB IEC61966-2.1)/DestOutputProfile {profile} 0 R>>]"
    )
    streams = {
        metadata: _stream("/Type/Metadata/Subtype/XML", archive.metadata(about, 3 if about.attached else 2)),
        profile: _stream("/N 3/Filter/FlateDecode", zlib.compress(archive.colour_profile(), 9)),
    }
    if about.attached:
        _attach(catalog, own, about, plain, streams)
    return streams


def _attach(catalog: Any, own: _Numbers, about: About, plain: dict[int, bytes], streams: dict[int, bytes]) -> None:
    listed = []
    for name, description, kind, data in about.attached:
        file, told = own.reserve(), own.reserve()
        media = kind.replace("/", "#2F").replace("+", "#2B")
        streams[file] = _stream(
            f"/Type/EmbeddedFile/Subtype/{media}/Params<</Size {len(data)}/ModDate(D:20000101000000Z)>>", data
        )
        said = text_string(name)
        plain[told] = (
            f"<</Type/Filespec/F{said}/UF{said}/Desc{text_string(description)}/AFRelationship/Supplement"
            f"/EF<</F {file} 0 R/UF {file} 0 R>>>>"
        ).encode("latin-1")
        listed.append((said, told))
    catalog.AF = "[" + " ".join(f"{told} 0 R" for _, told in listed) + "]"
    catalog.Names = "<</EmbeddedFiles<</Names[" + " ".join(f"{said} {told} 0 R" for said, told in listed) + "]>>>>"


def _stream(entries: str, data: bytes) -> bytes:
    return f"<<{entries}/Length {len(data)}>>\nstream\n".encode() + data + _STREAM_END


def _resources(document: Any) -> bytes:
    fonts = document.idToObjectNumberAndVersion["BasicFonts"][0]
    drawings = [
        f"/{name} {number} 0 R"
        for name, (number, _) in document.idToObjectNumberAndVersion.items()
        if name.startswith("FormXob.")
    ]
    return f"<</Font {fonts} 0 R/XObject<<{''.join(drawings)}>>>>".encode()


def _formatted(document: Any) -> Iterable[tuple[int, bytes]]:
    """reportlab's objects by number; formatting one may add others."""
    number = 0
    while number < document.objectcounter:
        number += 1
        if name := document.numberToId.get(number):
            data = pdfdoc.format(document.idToObject[name], document, toplevel=1)
            yield number, bytes(data)


def _info(about: About) -> bytes:
    said = {"Title": about.title, "Author": about.author, "Subject": about.subject}
    said |= {"Creator": about.program, "Producer": about.program}
    return f"<<{''.join(f'/{key}{text_string(value)}' for key, value in said.items())}>>".encode("latin-1")


def _file(plain: dict[int, bytes], streams: dict[int, bytes], count: int, trailer: str) -> bytes:
    """All objects in their places, with a cross-reference stream."""
    entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 255)}
    numbers = sorted(plain)
    for start in range(0, len(numbers), _TOGETHER):
        count += 1
        group = numbers[start : start + _TOGETHER]
        entries |= {number: (2, count, nth) for nth, number in enumerate(group)}
        streams[count] = _object_stream(group, plain)
    parts = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
    length = len(parts[0])
    for number, data in sorted(streams.items()):
        entries[number] = (1, length, 0)
        # The line's end before "endstream" is not part of the data, whatever that ends with.
        body = f"{number} 0 obj\n".encode() + data[: -len(_STREAM_END)] + b"\r\nendstream\nendobj\n"
        parts.append(body)
        length += len(body)
    parts.append(
        _cross_references(entries, count + 1, length, trailer, hashlib.sha256(b"".join(parts)).digest()[:16])
    )
    return b"".join(parts)


def _object_stream(group: Sequence[int], plain: dict[int, bytes]) -> bytes:
    places, at = [], 0
    for number in group:
        places.append(f"{number} {at}")
        at += len(plain[number]) + 1
    head = (" ".join(places) + "\n").encode()
    data = zlib.compress(head + b"\n".join(plain[number] for number in group) + b"\n", 9)
    return _stream(f"/Type/ObjStm/N {len(group)}/First {len(head)}/Filter/FlateDecode", data)


def _cross_references(
    entries: dict[int, tuple[int, int, int]], number: int, start: int, trailer: str, digest: bytes
) -> bytes:
    entries[number] = (1, start, 0)
    rows = [entries.get(at, (0, 0, 255)) for at in range(number + 1)]
    width, before, filtered = 6, 0, []
    for kind, place, nth in rows:  # each row as its difference from the one above, which compresses well
        row = kind << 40 | place << 8 | nth
        # All six bytes at once; their highest bits are set aside, so that nothing is borrowed from a neighbour.
        differing = ((row | _HIGHEST) - (before & ~_HIGHEST)) ^ ((row ^ ~before) & _HIGHEST)
        filtered.append(b"\2" + differing.to_bytes(width, "big"))
        before = row
    name = digest.hex().upper()
    body = _stream(
        f"/Type/XRef/Size {number + 1}/W[1 4 1]{trailer}/ID[<{name}><{name}>]"
        f"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {width}>>",
        zlib.compress(b"".join(filtered), 9),
    )
    ending = b"\r\nendstream\nendobj\nstartxref\n" + str(start).encode() + b"\n%%EOF\n"
    return f"{number} 0 obj\n".encode() + body[: -len(_STREAM_END)] + ending
