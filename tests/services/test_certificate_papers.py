"""Certificates in one file, in files of their own, as a zip, and once more; with pictures and credentials."""

import base64
import json
import zipfile

import pypdf
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from PIL import Image

from sla_desktop.domain.errors import SlaError
from sla_desktop.services import attendance, awards, certificate_papers, certificates, documents, letterhead
from tests.printing import conformity


@pytest.fixture
def people(store, event, register):
    found = register(store, event.id, "Siân,Ní/Bhriain,s@x.org,Oxleas", "محمد,العربي,m@x.org,", "Ann,Lee,a@x.org,")
    for person in found[:2]:
        attendance.check_in(store, event.id, person.id, desk="D", at=event.starts)
    return found


def test_each_person_has_a_file_named_for_mailing(store, event, people, tmp_path):
    files = certificate_papers.print_each(store, event.id, tmp_path / "each")
    assert sorted(files) == sorted((tmp_path / "each").iterdir())
    assert {file.name.rpartition(" ")[0] for file in files} == {one.name.replace("/", " ") for one in people[:2]}
    for file in files:
        assert conformity.faults(file) == []
        assert len(pypdf.PdfReader(file).pages) == 1


def test_a_zip_holds_the_same_files_and_the_same_bytes_each_time(store, event, people, tmp_path):
    certificate_papers.print_each(store, event.id, tmp_path / "one.zip")
    certificate_papers.print_each(store, event.id, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert len(archive.namelist()) == 2


def test_a_credential_goes_with_the_file_and_its_signature_holds(store, event, people, tmp_path):
    (file, _) = certificate_papers.print_each(store, event.id, tmp_path, credential=True)
    assert conformity.faults(file, conformity.ARCHIVE_WITH_FILES) == []
    (data,) = pypdf.PdfReader(file).attachments["credential.jwt"]
    signed, _, signature = data.rpartition(b".")
    key = Ed25519PublicKey.from_public_bytes(store.public_key)
    key.verify(base64.urlsafe_b64decode(signature + b"=="), signed)
    body = json.loads(base64.urlsafe_b64decode(signed.split(b".")[1] + b"=="))
    assert body["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert body["issuer"]["id"].startswith("did:key:z6Mk")


def test_a_certificate_printed_again_asks_why_and_says_that_it_is_a_duplicate(store, event, people, tmp_path):
    with pytest.raises(SlaError, match="Say why"):
        certificate_papers.print_again(store, event.id, people[0].id, tmp_path / "d.pdf", reason="")
    certificate_papers.print_again(store, event.id, people[0].id, tmp_path / "d.pdf", reason="lost")
    assert "Duplicate" in pypdf.PdfReader(tmp_path / "d.pdf").pages[0].extract_text()
    assert documents.print_log(store, event.id)[-1].reason == "lost"
    with pytest.raises(SlaError, match="no certificate"):
        certificate_papers.print_again(store, event.id, people[2].id, tmp_path / "d.pdf", reason="lost")


def test_logo_signature_and_wording_are_on_the_page(store, event, people, tmp_path):
    Image.new("RGB", (3000, 1000), (0, 90, 180)).save(tmp_path / "logo.png")
    Image.new("RGBA", (800, 200), (0, 0, 0, 90)).save(tmp_path / "hand.png")
    letterhead.set_letterhead(store, {"organisation": "Academy", "colour": "#7a1f5c"}, tmp_path / "logo.png")
    rules = {"wording": "was with us on {date} for {hours} at", "signatory": "Dr Ngozi Okonkwo", "kind": "cpd"}
    awards.set_award(store, event.id, rules | {"design": "band"}, tmp_path / "hand.png")
    certificate_papers.print_certificates(store, event.id, tmp_path / "c.pdf")
    assert conformity.faults(tmp_path / "c.pdf") == []
    alts = [str(node["/Alt"]) for kind, node in conformity.elements(tmp_path / "c.pdf") if kind == "Figure"]
    assert alts[:2] == ["Logo of Academy", "Signature of Dr Ngozi Okonkwo"]
    text = " ".join(pypdf.PdfReader(tmp_path / "c.pdf").pages[0].extract_text().split())
    assert "Certificate of continuing professional development" in text
    assert "was with us on" in text


@pytest.mark.parametrize("what", ["logo", "signature"])
def test_a_picture_that_is_none_or_far_too_large_is_told_before_it_is_kept(store, event, tmp_path, what):
    def give(path):
        return (
            letterhead.set_letterhead(store, {}, path)
            if what == "logo"
            else awards.set_award(store, event.id, {}, path)
        )

    (tmp_path / "no.png").write_bytes(b"not a picture")
    with pytest.raises(SlaError, match=rf"The {what} “.*no\.png” could not be read"):
        give(tmp_path / "no.png")
    Image.new("1", (8000, 5000)).save(tmp_path / "huge.png")
    with pytest.raises(SlaError, match="has 40 million dots"):
        give(tmp_path / "huge.png")
    Image.new("1", (20000, 20000)).save(tmp_path / "bomb.png")
    with pytest.raises(SlaError, match="million dots"):
        give(tmp_path / "bomb.png")


def test_the_preview_is_one_page_with_the_hours_of_the_event(store, event, people):
    from io import BytesIO

    data = certificate_papers.preview(store, event.id, awards.award_of(store, event.id))
    (page,) = pypdf.PdfReader(BytesIO(data)).pages
    assert "7 hours attended" in page.extract_text()


def test_a_name_that_no_font_has_does_not_hold_up_the_others(store, event, register, people, tmp_path):
    (odd,) = [one for one in register(store, event.id, "Ann 🎈,Ray,r@x.org,") if one.member.family == "Ray"]
    attendance.check_in(store, event.id, odd.id, desk="D", at=event.starts)
    assert certificate_papers.print_certificates(store, event.id, tmp_path / "all.pdf") == 2
    assert len(certificate_papers.print_each(store, event.id, tmp_path / "each")) == 2
    assert certificate_papers.left_out(store, event) == ["Ann 🎈 Ray"]
    assert "Ann 🎈 Ray" not in {one.name for one in certificates.certificates(store, event.id)}
