"""Reading certificate codes from pictures and PDFs."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sla_desktop.domain.errors import SlaError

if TYPE_CHECKING:
    from PIL.Image import Image

_PICTURES = {".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp"}
_DPI = 200


def codes_in(text_or_path: str) -> list[str]:
    """The codes to check: those on the pages of a file, or the text itself.

    SlaError for a file that cannot be read or shows no code.
    """
    path = Path(text_or_path)
    if path.suffix.lower() not in {".pdf", *_PICTURES}:
        if _exists(path):
            raise SlaError(f"{path} is no picture or PDF. Give a PDF, PNG or JPEG that shows the certificate.")
        return [text_or_path]
    if not path.is_file():
        raise SlaError(f"There is no file {path}.")
    try:
        found = [code for image in _images(path) for code in _codes(image)]
    except (OSError, RuntimeError, ValueError) as error:
        raise SlaError(f"{path} cannot be read as a picture or PDF.") from error
    if not found:
        raise SlaError(f"No code could be read in {path}. Try a sharper or larger picture.")
    return found


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _images(path: Path) -> Iterator["Image"]:
    if path.suffix.lower() != ".pdf":
        from PIL import Image

        with Image.open(path) as picture:
            yield picture.convert("L")
        return
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        for page in document:
            yield page.render(scale=_DPI / 72, grayscale=True).to_pil()
    finally:
        document.close()


def _codes(image: "Image") -> list[str]:
    import zxingcpp

    codes = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return [code.text for code in codes if code.text.startswith("SLA1:")]
