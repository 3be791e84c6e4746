"""What a validator says of a document: PDF/UA-1 and PDF/A, and a few rules of the structure tree besides."""

from pathlib import Path

import page
import pypdf

UA, ARCHIVE, ARCHIVE_WITH_FILES = (
    page.ValidationProfile.PDF_UA_1,
    page.ValidationProfile.PDF_A_2A,
    page.ValidationProfile.PDF_A_3A,
)


def faults(path: Path, archive: page.ValidationProfile = ARCHIVE) -> list[str]:
    """What is wrong, in words; empty for a document that conforms to PDF/UA-1 and to the archival profile."""
    found = []
    for profile in (UA, archive):
        report = page.validate_pdf(str(path), profile=profile)
        found += [f"{profile.value} {fault.rule_id}: {fault.message}" for fault in report.failures]
    return found + _unlinked_pages(path)


def _unlinked_pages(path: Path) -> list[str]:
    """Pages whose content the structure tree cannot be asked about, which the validator passes over."""
    reader = pypdf.PdfReader(path)
    numbers = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"][::2]
    return [
        f"page {nth} is not in the parent tree"
        for nth, one in enumerate(reader.pages, 1)
        if one.get("/StructParents") not in numbers or one.get("/Tabs") != "/S"
    ]


def elements(path: Path) -> list[tuple[str, pypdf.generic.DictionaryObject]]:
    """The structure elements in reading order, each with its type."""
    root = pypdf.PdfReader(path).root_object["/StructTreeRoot"]["/K"]
    found: list[tuple[str, pypdf.generic.DictionaryObject]] = []

    def walk(node: pypdf.generic.DictionaryObject) -> None:
        found.append((str(node["/S"]).lstrip("/"), node))
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            kid = kid.get_object()
            if isinstance(kid, dict) and "/S" in kid:
                walk(kid)

    walk(root.get_object())
    return found


def said(path: Path) -> list[str]:
    """Every text that the document says in so many words: ActualText of elements and of marked content."""
    reader = pypdf.PdfReader(path)
    texts = [str(node["/ActualText"]) for _, node in elements(path) if "/ActualText" in node]
    for one in reader.pages:
        for operands, operator in pypdf.generic.ContentStream(one.get_contents(), reader).operations:
            if operator == b"BDC" and isinstance(operands[1], dict) and "/ActualText" in operands[1]:
                texts.append(str(operands[1]["/ActualText"]))
    return texts
