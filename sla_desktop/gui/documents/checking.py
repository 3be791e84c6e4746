"""Certificates that somebody holds are checked against their codes and the record."""

from PySide6.QtWidgets import QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.gui.shared.list_dialog import ListDialog
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.rows import Row
from sla_desktop.services import certificates, scans
from sla_desktop.services.certificates import Proof
from sla_desktop.storage.store import Store

_FEW = 5
_SCANS = "Scans, photos and PDFs (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"


def check_certificate(parent: QWidget, store: Store, prompts: Prompts) -> None:
    """Check a certificate by what is typed, else by a file that shows its code, and tell what was found."""
    question = "The number on the certificate, with its check code. Leave it empty to choose a scan, photo or PDF."
    source = prompts.code(parent, question) or str(prompts.file_to_open(parent, "Which certificate?", _SCANS) or "")
    if not source:
        return
    try:
        proofs = [certificates.verify(store, code) for code in scans.codes_in(source)]
    except SlaError as error:
        prompts.tell(parent, str(error))
        return
    if len(proofs) <= _FEW:
        prompts.tell(parent, "\n".join(map(certificates.describe, proofs)))
        return
    doubtful = [one for one in proofs if not one.genuine]
    told = f"{len(doubtful)} of {len(proofs)} are not genuine or not valid; these come first."
    dialog = ListDialog(parent, "Certificates in that file", told, lambda: sorted(proofs, key=_order), _row)
    dialog.open()
    dialog.load()


def _order(proof: Proof) -> tuple[bool, str]:
    return proof.genuine, proof.number


def _row(proof: Proof) -> Row:
    return Row(proof.name or proof.number, certificates.describe(proof))
