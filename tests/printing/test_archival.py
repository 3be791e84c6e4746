"""Every document is tagged (PDF/UA-1) and archival (PDF/A-2a), and a fault in either is caught."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import ContentStream, DecodedStreamObject, DictionaryObject, NameObject

from sla_desktop.printing.certificates import print_certificates
from sla_desktop.printing.datatable import Table
from sla_desktop.printing.handouts import print_list
from sla_desktop.printing.style import Identity

from . import conformity
from .samples import NAMES, SAMPLES
from .test_certificates import SIAN


@pytest.mark.parametrize("document", SAMPLES)
@pytest.mark.parametrize("logo", [False, True])
def test_every_document_conforms(tmp_path: Path, identity: Identity, document: str, logo: bool):
    if logo:
        from PIL import Image

        Image.new("RGBA", (900, 300), (0, 90, 180, 120)).save(tmp_path / "logo.png")
        identity = replace(identity, logo=tmp_path / "logo.png")
    SAMPLES[document](tmp_path / "d.pdf", identity)
    assert conformity.faults(tmp_path / "d.pdf") == []


@pytest.mark.parametrize("document", [name for name in SAMPLES if name != "summary pack"])
def test_every_name_is_said_letter_by_letter(tmp_path: Path, identity: Identity, document: str):
    SAMPLES[document](tmp_path / "d.pdf", identity)
    assert set(NAMES) <= set(conformity.said(tmp_path / "d.pdf"))


@pytest.mark.parametrize("document", SAMPLES)
def test_a_page_begins_with_its_headings_in_order(tmp_path: Path, identity: Identity, document: str):
    SAMPLES[document](tmp_path / "d.pdf", identity)
    levels = [int(kind[1]) for kind, _ in conformity.elements(tmp_path / "d.pdf") if kind in ("H1", "H2", "H3")]
    assert not levels or levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_table_over_several_pages_is_one_table_with_heads(tmp_path: Path, identity: Identity):
    SAMPLES["sign-in sheet"](tmp_path / "d.pdf", identity)
    assert len(pypdf.PdfReader(tmp_path / "d.pdf").pages) > 1
    kinds = [kind for kind, _ in conformity.elements(tmp_path / "d.pdf")]
    assert kinds.count("Table") == 1
    assert kinds.count("TR") == len(NAMES) * 5 + 1


def test_the_packs_contents_lead_to_its_sections(tmp_path: Path, identity: Identity):
    SAMPLES["summary pack"](tmp_path / "d.pdf", identity)
    reader = pypdf.PdfReader(tmp_path / "d.pdf")
    links = [note.get_object() for note in reader.pages[0]["/Annots"]]
    pages = [reader.get_page_number(link["/Dest"][0].get_object()) for link in links]
    assert len(pages) == 3
    assert all("How" not in reader.pages[page].extract_text() for page in pages[:1])
    assert [entry.title for entry in reader.outline] == ["Who came", "What people said", "More"]


def test_a_chart_says_its_finding_and_its_values(tmp_path: Path, identity: Identity):
    SAMPLES["summary pack"](tmp_path / "d.pdf", identity)
    told = [str(node["/Alt"]) for kind, node in conformity.elements(tmp_path / "d.pdf") if kind == "Figure"]
    assert any("Nine in ten met somebody" in alt and "90%" in alt and "60 answers" in alt for alt in told)
    assert any("Care: hidden" in alt for alt in told)


def _element(writer: pypdf.PdfWriter, kind: str) -> DictionaryObject:
    def walk(node: DictionaryObject) -> DictionaryObject | None:
        if node.get("/S") == f"/{kind}":
            return node
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            kid = kid.get_object()
            if isinstance(kid, dict) and "/S" in kid and (found := walk(kid)) is not None:
                return found
        return None

    found = walk(writer.root_object["/StructTreeRoot"]["/K"].get_object())
    assert found is not None
    return found


def _without(key: str, of: Callable[[pypdf.PdfWriter], DictionaryObject]) -> Callable[[pypdf.PdfWriter], None]:
    def mutate(writer: pypdf.PdfWriter) -> None:
        del of(writer)[key]

    return mutate


def _root(writer: pypdf.PdfWriter) -> DictionaryObject:
    return writer.root_object


def _font(writer: pypdf.PdfWriter) -> DictionaryObject:
    return next(iter(writer.pages[0]["/Resources"]["/Font"].values())).get_object()


def _descriptor(writer: pypdf.PdfWriter) -> DictionaryObject:
    return _font(writer)["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()


def _untagged_paragraph(writer: pypdf.PdfWriter) -> None:
    page = writer.pages[0]
    content = ContentStream(page.get_contents(), writer)
    operations = content.operations
    at = next(nth for nth, (_, operator) in enumerate(operations) if operator == b"BDC")
    end = next(nth for nth in range(at, len(operations)) if operations[nth][1] == b"EMC")
    content.operations = [one for nth, one in enumerate(operations) if nth not in (at, end)]
    page[NameObject("/Contents")] = writer._add_object(content)


def _skipped_heading(writer: pypdf.PdfWriter) -> None:
    _element(writer, "H2")[NameObject("/S")] = NameObject("/H3")


def _window_shows_the_file_name(writer: pypdf.PdfWriter) -> None:
    del writer.root_object["/ViewerPreferences"].get_object()["/DisplayDocTitle"]


def _says_nothing_of_accessibility(writer: pypdf.PdfWriter) -> None:
    packet = writer.root_object["/Metadata"].get_object().get_data().replace(b"pdfuaid:part>1", b"pdfuaid:part>9")
    stream = DecodedStreamObject()
    stream.set_data(packet)
    stream.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)


def _type_that_nobody_knows(writer: pypdf.PdfWriter) -> None:
    _element(writer, "TH")[NameObject("/S")] = NameObject("/Nonsense")


def _heads_without_scope(writer: pypdf.PdfWriter) -> None:
    for one in writer._objects:
        if isinstance(one, DictionaryObject) and one.get("/S") == "/TH":
            del one["/A"]


MUTATIONS: dict[str, Callable[[pypdf.PdfWriter], None]] = {
    "no language": _without("/Lang", _root),
    "no alternative text": _without("/Alt", lambda writer: _element(writer, "Figure")),
    "an untagged paragraph": _untagged_paragraph,
    "heads without scope": _heads_without_scope,
    "a heading level skipped": _skipped_heading,
    "no way back to Unicode": _without("/ToUnicode", _font),
    "a font that is not in the file": _without("/FontFile2", _descriptor),
    "no structure": _without("/StructTreeRoot", _root),
    "not marked": _without("/MarkInfo", _root),
    "the file name in the title bar": _window_shows_the_file_name,
    "no word of PDF/UA": _says_nothing_of_accessibility,
    "no meaning of colours": _without("/OutputIntents", _root),
    "a type that nobody knows": _type_that_nobody_knows,
    "a page out of the tree": _without("/StructParents", lambda writer: writer.pages[0]),
}


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_fault_is_caught(tmp_path: Path, identity: Identity, mutation: str):
    SAMPLES["summary pack"](tmp_path / "d.pdf", identity)
    writer = pypdf.PdfWriter(clone_from=tmp_path / "d.pdf")
    MUTATIONS[mutation](writer)
    writer.write(tmp_path / "mutant.pdf")
    try:
        faults = conformity.faults(tmp_path / "mutant.pdf")
    except KeyError:
        faults = ["no structure to look at"]
    assert set(faults) - set(_of_the_rewriting(tmp_path))


def _of_the_rewriting(folder: Path) -> list[str]:
    """Faults that writing the file anew brings by itself."""
    pypdf.PdfWriter(clone_from=folder / "d.pdf").write(folder / "same.pdf")
    return conformity.faults(folder / "same.pdf")


@pytest.fixture
def font_folder(tmp_path, monkeypatch):
    """The folder for faces of one's own, empty."""
    from sla_desktop.printing import fonts, shaping

    folder = tmp_path / "data" / "sla-desktop" / "fonts"
    folder.mkdir(parents=True)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: folder.parent)
    caches = (fonts._added, fonts.stack, fonts.face, fonts.face_for, fonts.missing, shaping.shape)

    def forget():
        for cached in caches:
            cached.cache_clear()

    forget()
    yield folder, forget
    monkeypatch.undo()
    forget()


def test_a_face_that_was_added_beside_the_data_prints_what_the_others_lack(tmp_path, font_folder, identity):
    from fontTools.ttLib import TTFont

    from sla_desktop import assets
    from sla_desktop.domain.errors import SlaError

    folder, look_again = font_folder
    name = "Li Wei 李"
    sheets = [replace(SIAN, name=name)]
    with pytest.raises(SlaError, match="李") as told:
        print_certificates(sheets, tmp_path / "c.pdf", identity=identity)
    assert str(folder) in str(told.value)
    made = TTFont(assets.path("fonts/NotoSans-Regular.ttf"))
    for table in made["cmap"].tables:
        table.cmap = {0x674E: table.cmap[ord("A")]}
    made.save(folder / "Added-Face.ttf")
    (folder / "broken.ttf").write_bytes(b"no font")
    look_again()
    print_certificates(sheets, tmp_path / "c.pdf", identity=identity)
    assert conformity.faults(tmp_path / "c.pdf") == []
    assert name in conformity.said(tmp_path / "c.pdf")


DROID = Path("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf")


@pytest.mark.skipif(not DROID.exists(), reason="no Chinese and Japanese face on this machine")
def test_names_in_chinese_and_japanese_are_printed_with_a_real_face(tmp_path, font_folder, identity):
    folder, look_again = font_folder
    shutil.copy(DROID, folder)
    look_again()
    names = ("李小龍", "さくら 田中", "王芳 (Fang Wang)")
    print_certificates([replace(SIAN, name=name) for name in names], tmp_path / "c.pdf", identity=identity)
    assert conformity.faults(tmp_path / "c.pdf") == []
    assert all(name in conformity.said(tmp_path / "c.pdf") for name in names)
    assert (tmp_path / "c.pdf").stat().st_size < 200_000


TRICKY = (
    *(
        "Łukasz Żółć-Świątek",
        "Nguyễn Thị Ánh Tuyết",
        "Ẹ́kúndayọ̀ Adébáyọ̀",
        "Chị́nwéọ́kwụ́ Ụzọ̀",
        "Ἀριστοτέλης ὁ Σταγειρίτης",
    ),
    *(
        "Ольга Щербак-Їжакевич",
        "İpek Yılmaz-Şahin",
        "Ștefan Țuțuianu",
        "Þórður Æðelstan",
        "Ģirts Ķēniņš",
        "Őrsi Szűcs",
    ),
    *("Kaʻahumanu Keʻelikōlani", "ǃXóõ ǂKhomani ǁAni", "محمد بن عبد الله", "Sara محمد Smith (Jr)", "نستعلیق اردو"),
    *("שָׁלוֹם כֹּהֵן", "Levi לוי 2nd", "অনির্বাণ চট্টোপাধ্যায়", "அனிதா கொடி", "हिन्दी क्षत्रिय", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ"),
    *("ગુજરાતી ક્ષત્રિય", "สมชาย ใจดี", "አበበ ቢቂላ", "O’Neill–D’Arcy", "Filomena fi fl ffi Officer", "Zoë “Zo” Ångström"),
)


def test_names_of_many_scripts_are_said_letter_by_letter_and_conform(tmp_path: Path, identity: Identity):
    rows = tuple((name, "Southwark") for name in TRICKY)
    print_list(Table("Names", ("Name", "Place"), rows), tmp_path / "n.pdf", subtitle="All", identity=identity)
    assert conformity.faults(tmp_path / "n.pdf") == []
    assert set(TRICKY) <= set(conformity.said(tmp_path / "n.pdf"))
