"""QR codes as square grids of modules; zxing-cpp is the writer, many times faster than the pure Python ones."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sla_desktop.domain.errors import SlaError

_AS_DIGITS = b"0" + b"1" * 255
QUIET_ZONE = 4  # modules of white that the standard asks for on every side (ISO/IEC 18004)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR code: modules on a side, and the bits of its rows, dark = 0, each row padded to whole bytes."""

    side: int
    bits: bytes

    @property
    def rows(self) -> tuple[bytes, ...]:
        """The bits row by row."""
        wide = len(self.bits) // self.side
        return tuple(self.bits[at : at + wide] for at in range(0, len(self.bits), wide))


@lru_cache(maxsize=2048)
def qr(text: str) -> Symbol:
    """The QR code of a text at error correction level M; raises SlaError when the text is too long for one."""
    import zxingcpp

    try:
        # To compare all eight masks takes most of the time, and readers read any.
        code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=0)
    except (RuntimeError, ValueError):
        raise SlaError(f"A QR code cannot hold the text “{text[:40]}”: it is empty or too long.") from None
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    side: int = image.shape[0]
    return Symbol(side, _packed(memoryview(image).tobytes().translate(_AS_DIGITS), side))


def side(text: str, module: float) -> float:
    """The side of the whole square, quiet zone included, when one module is `module` wide."""
    return (qr(text).side + 2 * QUIET_ZONE) * module


def quiet_share(text: str) -> float:
    """How much of the whole side one quiet zone takes, from 0 to 1."""
    return QUIET_ZONE / (qr(text).side + 2 * QUIET_ZONE)


def _packed(digits: bytes, side: int) -> bytes:
    filling = b"1" * (-side % 8)
    bits = b"".join(digits[at : at + side] + filling for at in range(0, len(digits), side))
    return int(bits, 2).to_bytes(len(bits) // 8, "big")
