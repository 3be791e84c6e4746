"""QR codes as square grids of modules; zxing-cpp is the writer, many times faster than the pure Python ones."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sla_desktop.domain.errors import SlaError

_AS_DIGITS = b"0" + b"1" * 255
_LONG = 100
QUIET_ZONE = 4  # modules of white that the standard asks for on every side (ISO/IEC 18004)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR code: modules on a side, and one row of bits per module row, dark = 0, padded to whole bytes."""

    side: int
    rows: tuple[bytes, ...]


@lru_cache(maxsize=2048)
def qr(text: str) -> Symbol:
    """The QR code of a text at error correction level M; raises SlaError when the text is too long for one."""
    import zxingcpp

    # A long text, signed or random, looks the same under every mask; to compare all eight takes most of the time.
    chosen = {"data_mask": 0} if len(text) > _LONG else {}
    try:
        code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M", **chosen)
    except (RuntimeError, ValueError):
        raise SlaError(f"A QR code cannot hold the text “{text[:40]}”: it is empty or too long.") from None
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    side: int = image.shape[0]
    data = memoryview(image).tobytes()
    return Symbol(side, tuple(_packed(data[row * side : (row + 1) * side]) for row in range(side)))


def side(text: str, module: float) -> float:
    """The side of the whole square, quiet zone included, when one module is `module` wide."""
    return (qr(text).side + 2 * QUIET_ZONE) * module


def quiet_share(text: str) -> float:
    """How much of the whole side one quiet zone takes, from 0 to 1."""
    return QUIET_ZONE / (qr(text).side + 2 * QUIET_ZONE)


def _packed(row: bytes) -> bytes:
    bits = row.translate(_AS_DIGITS)
    whole = -(-len(bits) // 8) * 8
    return int(bits.ljust(whole, b"1"), 2).to_bytes(whole // 8, "big")
