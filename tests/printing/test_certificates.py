"""A certificate bears the exact name, fits every name on its page, and can be checked from paper."""

from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing.certificates import Certificate, print_certificates
from sla_desktop.printing.designs import GROUNDS
from sla_desktop.printing.style import Identity

from . import conformity, reading

SIAN = Certificate(
    name="Siân Ní Bhriain",
    event_title="Leading across boundaries: community learning day",
    date_text="Thursday 12 November 2026, 9.30 am to 4.30 pm",
    venue="St Thomas' Hall, Southwark",
    hours_text="5 hours 30 minutes",
    sessions=("Opening", "Breakout round 1: walking in their shoes", "Closing conversation"),
    outcomes=("Describe the five characteristics of a system leader", "Name two people to work with"),
    organiser="South East London System Leadership Academy",
    contact="academy@example.org",
    signatory="Dr Ngozi Okonkwo-Hughes",
    number="SLA-2026-00417",
    issued_text="16 November 2026",
    qr_text="SLA2:" + "9F3KA27B" * 21,
    check_code="9F3K-72QM",
)
LATIN = ["Siân Ní Bhriain", "O'Neill-Adébáyò", "Nguyễn Thị Ánh", "Łukasz Żółć", "Ŵyn ap Gŵilym", "İpek Şahin"]
LONG = "Wilhelmina Oluwaseun Featherstonehaugh-Adébáyò Ní Dhomhnaill van der Westhuizen"


def test_every_text_of_a_certificate_is_on_its_page(tmp_path: Path, identity: Identity):
    assert print_certificates([SIAN], tmp_path / "c.pdf", identity=identity) == 1
    page = reading.words(reading.texts(tmp_path / "c.pdf")[0])
    told = (SIAN.name, SIAN.event_title, SIAN.date_text, SIAN.venue, SIAN.hours_text, *SIAN.sessions, *SIAN.outcomes)
    for said in (*told, SIAN.organiser, SIAN.contact, SIAN.signatory, SIAN.number, SIAN.issued_text, SIAN.check_code):
        assert said in page
    assert "Duplicate" not in page


@pytest.mark.parametrize("name", LATIN)
def test_a_name_is_read_back_letter_by_letter(tmp_path: Path, identity: Identity, name: str):
    print_certificates([replace(SIAN, name=name)], tmp_path / "c.pdf", identity=identity)
    assert name in reading.texts(tmp_path / "c.pdf")[0].splitlines()


@pytest.mark.parametrize(
    "name", ["محمد العربي", "فاطمة الزهراء", "שלום כהן", "அனிதா கொடி", "हिन्दी क्षत्रिय", "Ẹ́kúndayọ̀ Ọlá"]
)
def test_a_name_in_any_script_is_copied_as_it_was_given(tmp_path: Path, identity: Identity, name: str):
    print_certificates([replace(SIAN, name=name)], tmp_path / "c.pdf", identity=identity)
    assert name in reading.texts(tmp_path / "c.pdf")[0].splitlines()
    assert name in reading.read_aloud(tmp_path / "c.pdf")


def test_marks_are_drawn_though_their_letters_speak_for_them(tmp_path: Path, identity: Identity):
    for file, name in (("marked.pdf", "Ẹ́ké"), ("plain.pdf", "Ẹké")):
        print_certificates([replace(SIAN, name=name)], tmp_path / file, identity=identity)
    marked, plain = (reading.picture(tmp_path / file) for file in ("marked.pdf", "plain.pdf"))
    changed = (marked != plain).nonzero()
    assert 3 <= len(set(changed[0])) <= 12
    assert 3 <= len(set(changed[1])) <= 16


def test_each_person_has_a_page_and_nobody_elses_name(tmp_path: Path, identity: Identity):
    people = [replace(SIAN, name=name) for name in LATIN]
    assert print_certificates(people, tmp_path / "c.pdf", identity=identity) == len(LATIN)
    for name, page in zip(LATIN, reading.texts(tmp_path / "c.pdf"), strict=True):
        assert [other for other in LATIN if other in page] == [name]


def test_a_long_name_is_whole_and_makes_only_itself_smaller(tmp_path: Path, identity: Identity):
    print_certificates([SIAN, replace(SIAN, name=LONG), SIAN], tmp_path / "c.pdf", identity=identity)
    first, long, last = reading.texts(tmp_path / "c.pdf")
    assert LONG in reading.words(long)
    assert first == last
    assert (reading.picture(tmp_path / "c.pdf", 0) == reading.picture(tmp_path / "c.pdf", 2)).all()


@pytest.mark.parametrize("name", [LONG, "W" * 80, "محمد " * 12])
def test_no_name_leaves_the_frame(tmp_path: Path, identity: Identity, name: str):
    print_certificates([replace(SIAN, name=name)], tmp_path / "c.pdf", identity=identity)
    ink = reading.ink(tmp_path / "c.pdf")
    margin = 29  # points: 10 mm, outside the frame
    assert not ink[:, :margin].any()
    assert not ink[:, -margin:].any()
    assert not ink[:margin].any()
    assert not ink[-margin:].any()


def test_the_code_is_read_from_a_print_of_150_dots_an_inch(tmp_path: Path, identity: Identity):
    print_certificates([SIAN], tmp_path / "c.pdf", identity=identity)
    assert reading.codes(tmp_path / "c.pdf", dpi=150) == [SIAN.qr_text]


def test_a_longer_code_grows_instead_of_getting_finer(tmp_path: Path, identity: Identity):
    long = replace(SIAN, qr_text="x" * 300)
    print_certificates([long], tmp_path / "c.pdf", identity=identity)
    assert reading.codes(tmp_path / "c.pdf", dpi=150) == ["x" * 300]
    with pytest.raises(SlaError, match="too long for a code on paper"):
        print_certificates([replace(SIAN, qr_text="x" * 2000)], tmp_path / "d.pdf", identity=identity)


def test_a_duplicate_says_so(tmp_path: Path, identity: Identity):
    print_certificates([replace(SIAN, duplicate=True)], tmp_path / "c.pdf", identity=identity)
    assert "Duplicate" in reading.texts(tmp_path / "c.pdf")[0]


def test_many_sessions_are_printed_smaller_but_all_of_them(tmp_path: Path, identity: Identity):
    many = tuple(f"Session {n}: how neighbourhood teams can work without a common manager" for n in range(1, 13))
    print_certificates([replace(SIAN, sessions=many, name=LONG)], tmp_path / "c.pdf", identity=identity)
    page = reading.words(reading.texts(tmp_path / "c.pdf")[0])
    assert all(said in page for said in many)


def test_lists_too_long_for_a_page_are_refused_by_name(tmp_path: Path, identity: Identity):
    with pytest.raises(SlaError, match="Siân Ní Bhriain has more sessions"):
        print_certificates([replace(SIAN, sessions=("Session",) * 60)], tmp_path / "c.pdf", identity=identity)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_letter_is_refused_with_the_name_and_nothing_is_written(tmp_path: Path, identity: Identity):
    with pytest.raises(SlaError, match="Li Wei 李伟 \\(李, 伟\\)"):
        print_certificates([SIAN, replace(SIAN, name="Li Wei 李伟")], tmp_path / "c.pdf", identity=identity)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_letter_in_a_session_is_refused_with_the_person(tmp_path: Path, identity: Identity):
    with pytest.raises(SlaError, match="Siân Ní Bhriain \\(李\\)"):
        print_certificates([replace(SIAN, sessions=("With 李",))], tmp_path / "c.pdf", identity=identity)
    assert list(tmp_path.iterdir()) == []


def test_all_fonts_are_in_the_file(tmp_path: Path, identity: Identity):
    print_certificates([SIAN, replace(SIAN, name="محمد")], tmp_path / "c.pdf", identity=identity)
    found = reading.fonts(tmp_path / "c.pdf")
    assert len(found) >= 4
    assert all(descriptor and "/FontFile2" in descriptor for descriptor in found)


def test_the_same_certificates_give_the_same_bytes(tmp_path: Path, identity: Identity):
    print_certificates([SIAN, replace(SIAN, name="محمد")], tmp_path / "one.pdf", identity=identity)
    print_certificates([replace(SIAN, name="Zoë 2", qr_text="other")], tmp_path / "other.pdf", identity=identity)
    print_certificates([SIAN, replace(SIAN, name="محمد")], tmp_path / "two.pdf", identity=identity)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_progress_is_told_and_may_stop_the_print(tmp_path: Path, identity: Identity):
    heard: list[tuple[int, int]] = []
    print_certificates([SIAN] * 3, tmp_path / "c.pdf", identity=identity, progress=lambda *at: heard.append(at))
    assert heard == [(1, 3), (2, 3), (3, 3)]

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        print_certificates([SIAN] * 3, tmp_path / "stopped.pdf", identity=identity, progress=stop)
    assert not (tmp_path / "stopped.pdf").exists()


def test_nobody_to_certify_is_said(tmp_path: Path, identity: Identity):
    with pytest.raises(SlaError, match="no certificates to print"):
        print_certificates([], tmp_path / "c.pdf", identity=identity)


def test_the_document_says_what_it_is(tmp_path: Path, identity: Identity):
    print_certificates([SIAN], tmp_path / "c.pdf", identity=identity)
    reader = pypdf.PdfReader(tmp_path / "c.pdf")
    assert reader.metadata.title == f"Certificate of attendance: {SIAN.event_title}"
    assert reader.metadata.author == identity.organisation
    assert reader.root_object["/Lang"] == "en-GB"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


def test_a_logo_takes_the_place_of_the_name(tmp_path: Path):
    from PIL import Image

    Image.new("RGBA", (400, 100), (200, 0, 0, 255)).save(tmp_path / "logo.png")
    with_logo = Identity("Academy of the South", "#005eb8", tmp_path / "logo.png")
    print_certificates([replace(SIAN, organiser="")], tmp_path / "c.pdf", identity=with_logo)
    assert "Academy of the South" not in reading.texts(tmp_path / "c.pdf")[0]
    assert reading.ink(tmp_path / "c.pdf")[70:85, 80:200].mean() > 0.5


@pytest.mark.parametrize("content", [None, b"not a picture"])
def test_a_logo_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None):
    logo = tmp_path / "logo.png"
    if content:
        logo.write_bytes(content)
    with pytest.raises(SlaError, match="logo\\.png” could not be read"):
        print_certificates([SIAN], tmp_path / "c.pdf", identity=Identity("Academy", "#005eb8", logo))


@pytest.mark.parametrize("turned", [0, 7, 90, 180, 263])
def test_the_code_is_read_from_a_photocopy_that_lies_crooked(tmp_path: Path, identity: Identity, turned: int):
    import zxingcpp
    from PIL import Image, ImageEnhance, ImageFilter

    print_certificates([SIAN], tmp_path / "c.pdf", identity=identity)
    copy = Image.fromarray(reading.picture(tmp_path / "c.pdf", dpi=150))
    copy = ImageEnhance.Contrast(copy.filter(ImageFilter.GaussianBlur(0.6))).enhance(0.6)
    copy = copy.rotate(turned, expand=True, fillcolor=255, resample=Image.Resampling.BILINEAR)
    assert [found.text for found in zxingcpp.read_barcodes(copy)] == [SIAN.qr_text]


@pytest.mark.parametrize("design", GROUNDS)
def test_every_design_conforms(tmp_path: Path, identity: Identity, design: str):
    print_certificates([replace(SIAN, name=LONG)], tmp_path / "c.pdf", identity=identity, design=design)
    assert conformity.faults(tmp_path / "c.pdf") == []
