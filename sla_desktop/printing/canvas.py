"""The reportlab canvas, set up so that the same input always gives the same bytes and every font is embedded."""

from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

# Compressed streams as they are: wrapping them in ASCII85 makes files a quarter larger and costs most of the time.
rl_config.useA85 = 0


class BareCanvas(Canvas):  # type: ignore[misc] # reportlab is untyped
    """A canvas whose pages do not begin by naming Helvetica, which would not be embedded."""

    def _make_preamble(self) -> None:
        self._preamble = ""


def new_canvas(size: tuple[float, float], language: str) -> Any:
    """A fresh canvas in memory; `size` in points."""
    return BareCanvas(BytesIO(), pagesize=size, pageCompression=1, invariant=1, lang=language, pdfVersion=(1, 7))
