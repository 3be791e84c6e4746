"""Certificates that somebody holds are checked against their codes and the record."""

from PySide6.QtWidgets import QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import certificates, scans
from sla_desktop.storage.store import Store

_SCANS = "Scans, photos and PDFs (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"


def check_certificate(parent: QWidget, store: Store, prompts: Prompts) -> None:
    """Check a certificate by what is typed, else by a file that shows its code, and tell what was found."""
    question = "The number on the certificate, with its check code. Leave it empty to choose a scan, photo or PDF."
    source = prompts.text(parent, question) or str(prompts.file_to_open(parent, "Which certificate?", _SCANS) or "")
    if not source:
        return
    try:
        told = [certificates.describe(certificates.verify(store, code)) for code in scans.codes_in(source)]
    except SlaError as error:
        told = [str(error)]
    prompts.tell(parent, "\n".join(told))
