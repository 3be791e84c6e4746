"""People with pens: sheets filled in with crosses, ticks and second thoughts, and what scanners make of them."""

from dataclasses import dataclass

import cv2
import numpy as np

DPI = 200
PIXELS = DPI / 25.4
SUB = 4  # bits of fractions of a pixel
KINDS = ("cross", "tick", "slash", "scribble", "fill", "dot", "circle")
SHARES = (0.46, 0.26, 0.05, 0.12, 0.05, 0.045, 0.015)
LEVELS = ("scan", "bad", "photo")


@dataclass(frozen=True)
class Person:
    """How somebody marks boxes: their usual mark, the darkness of the pen (0 to 1) and its width in millimetres."""

    kind: str
    dark: float
    wide: float


def person(rng):
    tool = rng.choice(["ballpoint", "pencil", "felt"], p=[0.72, 0.16, 0.12])
    low, high, thin, thick = {
        "ballpoint": (0.6, 0.95, 0.35, 0.6),
        "pencil": (0.25, 0.55, 0.4, 0.75),
        "felt": (0.8, 1.0, 0.8, 1.2),
    }[tool]
    return Person(rng.choice(KINDS, p=SHARES), rng.uniform(low, high), rng.uniform(thin, thick))


class Filled:
    """A page being filled in: `truth` has what somebody meant, by question."""

    def __init__(self, page, side, rng, printed):
        self.page, self.side, self.rng, self.printed = page, side, rng, printed
        self.ink = np.zeros(printed.shape, np.uint8)
        self.who = person(rng)
        self.truth = {}

    def fill_in(self, many=(), astray=0.0):
        """Fill the page in; with this likelihood a question has a cross that is clear, but lies beside its box."""
        for question, boxes in rows(self.page.boxes).items():
            if astray and self.rng.random() < astray:
                self.truth[question] = self.miss(boxes)
                continue
            if self.rng.random() < 0.05:
                self.truth[question] = []
                continue
            count = self.rng.integers(1, 3) if question in many else 1
            chosen = list(self.rng.choice(len(boxes), size=min(count, len(boxes)), replace=False))
            self.truth[question] = sorted(boxes[nth].value for nth in chosen)
            for nth in chosen:
                self.mark(boxes[nth])
            left = [box for nth, box in enumerate(boxes) if nth not in chosen]
            if left and self.rng.random() < 0.03:
                self.cancel(left[self.rng.integers(len(left))])
        for area in self.page.areas:
            if self.rng.random() < 0.6:
                self.write(area)
        if self.rng.random() < 0.12:
            self.stray()
        return self.truth

    def mark(self, box, kind=None):
        kind = kind or (self.who.kind if self.rng.random() < 0.93 else self.rng.choice(("cross", "tick")))
        off = self.rng.normal(0, 0.35, 2).clip(-0.9, 0.9)
        middle = np.array([box.x, box.y]) + self.side / 2 + off
        half = self.side / 2 * self.rng.uniform(0.65, 1.3)
        getattr(self, f"_{kind}")(middle, half)

    def miss(self, boxes):
        """Put a cross most of a box aside, every other time beside one in its box, which nobody can decide."""
        first, second = self.rng.choice(len(boxes), size=2, replace=False)
        angle = self.rng.uniform(0, 2 * np.pi)
        off = self.rng.uniform(0.7, 1.1) * self.side * np.array([np.cos(angle), np.sin(angle)])
        middle = np.array([boxes[first].x, boxes[first].y]) + self.side / 2 + off
        self._cross(middle, self.side / 2 * self.rng.uniform(0.75, 1.2))
        if self.rng.random() < 0.5:
            return [boxes[first].value]
        self.mark(boxes[second], "cross")
        return ["nobody knows"]

    def cancel(self, box):
        """Fill a box in, as the sheet says; one in ten does it carelessly."""
        middle = np.array([box.x, box.y]) + self.side / 2
        careless = self.rng.random() < 0.1
        half = self.side / 2 * (self.rng.uniform(0.7, 0.85) if careless else self.rng.uniform(1.0, 1.15))
        self._zigzag(middle, half, self.who.wide * (1.1 if careless else 0.75))

    def write(self, area):
        lines = int(self.rng.integers(1, 3))
        for line in range(lines):
            x, y = area.x + 3, area.y + 5 + line * 8
            while x < area.x + area.width * self.rng.uniform(0.5, 0.95):
                points = [(x + self.rng.uniform(0, 2.6), y + self.rng.uniform(-2, 1.6)) for _ in range(5)]
                self._line(points)
                x += 3.2

    def stray(self):
        start = np.array([self.rng.uniform(15, 195), self.rng.uniform(40, 280)])
        angle, long = self.rng.uniform(0, 2 * np.pi), self.rng.uniform(12, 50)
        self._line([start, start + long * np.array([np.cos(angle), np.sin(angle)])])

    def looks(self):
        """The page as it is on the desk."""
        ink = self.ink
        if self.who.dark < 0.56:  # pencil leaves paper between its grains
            grain = self.rng.normal(1.0, 0.22, ink.shape).clip(0.3, 1.3)
            ink = (ink * grain).clip(0, 255)
        return (self.printed * (1 - ink / 255 * self.who.dark)).astype(np.uint8)

    def _line(self, points, wide=None):
        self._shaky(np.array(points, float), wide or self.who.wide)

    def _shaky(self, points, wide):
        points = points + self.rng.normal(0, 0.08, points.shape)
        told = np.round(points * PIXELS * 2**SUB).astype(np.int32)[:, None]
        cv2.polylines(self.ink, [told], False, 255, max(1, round(wide * PIXELS)), cv2.LINE_AA, SUB)

    def _cross(self, middle, half):
        self._line(middle + np.array([(-half, -half), (half, half)]))
        self._line(middle + np.array([(half, -half), (-half, half)]))

    def _slash(self, middle, half):
        self._line(middle + np.array([(-half, half), (half, -half)]))

    def _tick(self, middle, half):
        long = self.rng.uniform(1.0, 1.6)
        self._line(middle + half * np.array([(-1, 0), (-0.2, 0.8), (long, -long)]))

    def _scribble(self, middle, half):
        turns = int(self.rng.integers(3, 6))
        self._zigzag(middle, half * 0.85, 2 * half / turns)

    def _fill(self, middle, half):
        self._zigzag(middle, self.side / 2 * self.rng.uniform(0.85, 1.05), self.who.wide * 0.75)

    def _dot(self, middle, half):
        self._line([middle, middle + self.rng.uniform(-0.3, 0.3, 2)], self.rng.uniform(0.9, 1.6))

    def _circle(self, middle, half):
        turn = np.linspace(0, 2 * np.pi * 1.05, 24)
        radius = self.side / 2 * self.rng.uniform(1.5, 1.9)
        self._line(np.stack([middle[0] + radius * np.cos(turn), middle[1] + radius * np.sin(turn)], axis=1))

    def _zigzag(self, middle, half, step):
        rows = np.arange(-half, half + step, step)
        self._line(middle + np.array([(-half if nth % 2 else half, y) for nth, y in enumerate(rows)]))


def rows(boxes):
    found = {}
    for box in boxes:
        found.setdefault(box.question, []).append(box)
    return found


def scanned(picture, level, rng):
    """What a scanner or telephone makes of a page; one in eight lies upside down."""
    if rng.random() < 0.125:
        picture = cv2.rotate(picture, cv2.ROTATE_180)
    turn, shear, shrink, blur, noise, quality, shade, lean = {
        "scan": (1, 0.004, 0.01, (0.4, 0.8), (2, 6), (70, 90), 0.08, 0),
        "bad": (3, 0.012, 0.06, (0.8, 1.5), (8, 16), (40, 70), 0.25, 0),
        "photo": (3, 0.005, 0.05, (0.5, 1.1), (3, 9), (60, 88), 0.45, 0.07),
    }[level]
    high, wide = picture.shape
    corners = np.array([(0, 0), (wide, 0), (wide, high), (0, high)], np.float32)
    middle = corners.mean(axis=0)
    angle = np.radians(rng.uniform(-turn, turn))
    matrix = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    matrix = matrix @ np.array([[1, rng.uniform(-shear, shear)], [0, 1]]) * (1 - rng.uniform(0, shrink) - lean)
    moved = (corners - middle) @ matrix.T + middle
    moved += rng.uniform(-lean, lean, (4, 2)) * (wide, high) * 0.5
    warp = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    desk = int(rng.integers(60, 140)) if level == "photo" else 252
    picture = cv2.warpPerspective(picture, warp, (wide, high), flags=cv2.INTER_LINEAR, borderValue=desk)
    if level == "photo":
        picture = bent(picture, rng)
    picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(*blur)).astype(np.float32)
    picture = shaded(picture, shade, rng)
    picture += rng.standard_normal(picture.shape, np.float32) * np.float32(rng.uniform(*noise))
    picture = picture.clip(0, 255).astype(np.uint8)
    if level == "bad":
        specks = rng.random(picture.shape, np.float32)
        picture[specks < 0.001], picture[specks > 0.999] = 0, 255
    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(rng.uniform(*quality))])
    return cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)


def shaded(picture, most, rng):
    """Light that falls off to one side, and a soft shadow."""
    high, wide = picture.shape
    angle, depth = rng.uniform(0, 2 * np.pi), rng.uniform(0.3, 1.0) * most
    y, x = np.mgrid[0 : 1 : high * 1j, 0 : 1 : wide * 1j].astype(np.float32)
    along = (x - 0.5) * np.cos(angle) + (y - 0.5) * np.sin(angle) + 0.5
    return picture * (1 - depth * along.clip(0, 1)).astype(np.float32)


def bent(picture, rng):
    """Paper that does not lie flat: up to a millimetre in a gentle wave."""
    high, wide = picture.shape
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    deep = rng.uniform(0, 0.9) * PIXELS
    wave = deep * np.sin(np.pi * x / wide) * np.sin(np.pi * y / high + rng.uniform(0, 0.5))
    return cv2.remap(picture, x, y + wave.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
