"""Lines, boxes, curves and discs: what has no words."""

from abc import ABC, abstractmethod
from functools import lru_cache

from sla_desktop.printing import style
from sla_desktop.printing.operators import number, painted, rgb
from sla_desktop.printing.style import Colour


class Ink(ABC):
    """A page to draw on, measured in points from the top left; y grows downwards."""

    width: float
    height: float

    @abstractmethod
    def paint(self, operators: str) -> None:
        """Put operators on the page: part of the figure that is being drawn, else decoration."""

    def rule(
        self,
        x: float,
        y: float,
        to_x: float,
        to_y: float | None = None,
        *,
        colour: Colour = style.RULE,
        thickness: float = 0.5,
        dash: str = "",
    ) -> None:
        """A straight line, level unless `to_y` says otherwise; `dash` is a PDF dash array such as "1 2"."""
        end = self.height - (y if to_y is None else to_y)
        self.paint(
            f"{rgb(colour)} RG {number(thickness)} w [{dash}] 0 d "
            f"{number(x)} {number(self.height - y)} m {number(to_x)} {number(end)} l S"
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        thickness: float = 0.5,
    ) -> None:
        """A rectangle whose top left corner is (x, y)."""
        shape_of = f"{number(x)} {number(self.height - y - height)} {number(width)} {number(height)} re"
        self.paint(painted(shape_of, fill, stroke, thickness))

    def path(
        self,
        points: list[tuple[float, float]],
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        thickness: float = 0.5,
    ) -> None:
        """A chain of Bézier curves: a start point, then two controls and an end for every curve."""
        placed = [f"{number(x)} {number(self.height - y)}" for x, y in points]
        curves = " ".join(f"{a} {b} {c} c" for a, b, c in zip(placed[1::3], placed[2::3], placed[3::3], strict=True))
        self.paint(painted(f"{placed[0]} m {curves}", fill, stroke, thickness))

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        thickness: float = 0.5,
    ) -> None:
        """A circle around (x, y)."""
        self.paint(painted(_circle(x, self.height - y, radius), fill, stroke, thickness))


@lru_cache(maxsize=4096)
def _circle(x: float, y: float, r: float) -> str:
    """The outline of a circle as four curves; y from the bottom."""
    k = r * 0.5523
    around = (
        *((x + r, y + k), (x + k, y + r), (x, y + r), (x - k, y + r), (x - r, y + k), (x - r, y)),
        *((x - r, y - k), (x - k, y - r), (x, y - r), (x + k, y - r), (x + r, y - k), (x + r, y)),
    )
    placed = [f"{number(x)} {number(y)}" for x, y in around]
    curves = " ".join(f"{' '.join(placed[at : at + 3])} c" for at in range(0, 12, 3))
    return f"{number(x + r)} {number(y)} m {curves}"
