"""Reading codes: of certificates from pictures and PDFs, of tickets from what a camera sees."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sla_desktop.domain.errors import SlaError
from sla_desktop.services import certificate_codes

if TYPE_CHECKING:
    from PIL.Image import Image

_PICTURES = {".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp"}
_DPI = 200


def codes_in(text_or_path: str) -> list[str]:
    """The codes to check: those on the pages of a file, or the text itself.

    SlaError for a file that cannot be read or shows no code.
    """
    if not text_or_path.strip():
        raise SlaError("There is nothing to check. Give the code or number of the paper, or a file that shows it.")
    path = Path(text_or_path)
    if path.suffix.lower() not in {".pdf", *_PICTURES}:
        if _exists(path):
            raise SlaError(f"{path} is no picture or PDF. Give a PDF, PNG or JPEG that shows the certificate.")
        return [text_or_path]
    if not path.is_file():
        raise SlaError(f"There is no file {path}.")
    try:
        found = [code for image in _images(path) for code in _codes(image)]
    except (OSError, RuntimeError, ValueError, SyntaxError) as error:  # the last is what Pillow calls a broken PNG
        raise SlaError(f"{path} cannot be read as a picture or PDF.") from error
    if not found:
        raise SlaError(f"No code could be read in {path}. Try a sharper or larger picture.")
    return found


def tickets_in(grey: bytes, size: tuple[int, int], stride: int) -> list[str]:
    """The texts of all codes in a camera's picture: a byte of brightness for each point, `stride` bytes a line.

    Light codes on dark are read too. A screen that is too dim or too bright is tried again with its contrast spread.
    What cannot be read is no error: the next picture comes at once.
    """
    from PIL import Image, ImageOps

    picture = Image.frombuffer("L", size, grey, "raw", "L", stride, 1)
    return _tickets(picture) or _tickets(ImageOps.autocontrast(picture, cutoff=1)) or _tickets(_evened(picture))


def _tickets(picture: "Image") -> list[str]:
    import zxingcpp

    try:
        found = zxingcpp.read_barcodes(picture, text_mode=zxingcpp.TextMode.Plain)
    except (RuntimeError, ValueError):
        return []
    return [code.text for code in found if code.text.strip()]


def _evened(picture: "Image") -> "Image":
    """With a reflection gone that outshines the rest."""
    from PIL import ImageFilter, ImageOps

    return ImageOps.equalize(picture.filter(ImageFilter.MedianFilter(3)))


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
    return [code.text for code in codes if code.text.startswith(certificate_codes.PREFIXES)]
