"""The part of a face that a document needs, written into the PDF with its way back to Unicode.

The faces become composite fonts (PDF 32000-1, 9.7.4): one code per pair of glyph and source text, so that
what is copied out of the document is what was put in.
"""

from typing import Any

from reportlab.pdfbase import pdfdoc

from sla_desktop.printing.fonts import Face
from sla_desktop.printing.shaping import Glyph

_KEPT = {"glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep"}
_NOTHING_SEEN = "\u200b"  # for the second glyph of one character; domain.text.clean drops it when pasted back
_BLOCK = 100  # the most entries a bfchar block may hold


class EmbeddedFace:
    """A face in one document; it hands out codes while pages are drawn and writes itself when they are done."""

    def __init__(self, face: Face, number: int) -> None:
        self.face = face
        self.label = f"F{number}"
        self._codes: dict[tuple[int, str], str] = {}
        self._glyphs: list[Glyph] = []

    def code(self, glyph: Glyph) -> str:
        """The four hexadecimal digits that stand for a glyph in this document."""
        key = (glyph.number, glyph.text)
        if key not in self._codes:
            self._glyphs.append(glyph)
            self._codes[key] = f"{len(self._glyphs):04X}"
        return self._codes[key]

    def addObjects(self, document: Any) -> None:
        """Write the font objects; reportlab asks for it when the document is finished."""
        data, renumbered = _subset(self.face, {glyph.number for glyph in self._glyphs})
        name = pdfdoc.PDFName(f"{_tag(self.label)}+{self.face.name}")
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": self._descriptor(document, name, data),
                "DW": 0,
                "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray([round(glyph.width, 2) for glyph in self._glyphs])]),
                "CIDToGIDMap": self._stream(document, "gids", self._glyph_numbers(renumbered)),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": name,
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant, f"{self.label}-descendant")]),
                "ToUnicode": self._stream(document, "unicode", self._to_unicode()),
            }
        )
        document.idToObject["BasicFonts"].dict[self.label] = document.Reference(font, self.label)

    def _descriptor(self, document: Any, name: Any, data: bytes) -> Any:
        scale = 1000 / self.face.font.face.upem
        extents = self.face.font.get_font_extents("ltr")
        up, down = round(extents.ascender * scale), round(extents.descender * scale)
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray([-1000, down, 3000, up]),
                "ItalicAngle": 0,
                "Ascent": up,
                "Descent": down,
                "CapHeight": 720,
                "StemV": 90,
                "FontFile2": self._stream(document, "file", data, Length1=len(data)),
            }
        )
        return document.Reference(descriptor, f"{self.label}-descriptor")

    def _stream(self, document: Any, part: str, data: bytes, **entries: int) -> Any:
        stream = pdfdoc.PDFStream(
            dictionary=pdfdoc.PDFDictionary(entries), content=data, filters=[pdfdoc.PDFZCompress]
        )
        return document.Reference(stream, f"{self.label}-{part}")

    def _glyph_numbers(self, renumbered: dict[int, int]) -> bytes:
        numbers = [0, *(renumbered[glyph.number] for glyph in self._glyphs)]
        return b"".join(number.to_bytes(2, "big") for number in numbers)

    def _to_unicode(self) -> bytes:
        lines = [
            f"<{code:04X}> <{(glyph.text or _NOTHING_SEEN).encode('utf-16-be').hex().upper()}>"
            for code, glyph in enumerate(self._glyphs, start=1)
        ]
        blocks = [lines[at : at + _BLOCK] for at in range(0, len(lines), _BLOCK)]
        body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return _CMAP.replace("BODY", body).encode("ascii")


def _subset(face: Face, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
    """A font file with only some glyphs of a face, and the new number of each."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyphs | {0})
    wanted.flags = uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    unwanted = set(face.font.face.table_tags) - _KEPT
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in unwanted)
    plan = uharfbuzz.SubsetPlan(face.font.face, wanted)
    subset = plan.execute()
    return bytes(subset.blob.data), dict(plan.old_to_new_glyph_mapping)


def _tag(label: str) -> str:
    """Six capital letters that mark a subset; the same for the same label."""
    number = int(label[1:])
    return "SLA" + "".join(chr(65 + number // 26**place % 26) for place in (2, 1, 0))


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
BODY
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
