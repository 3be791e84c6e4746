"""Feedback on paper at the demonstration: sheets printed, filled in with crosses, scanned, and read back."""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sla_desktop.domain.sheets import Box, Sheet, SheetPage
from sla_desktop.domain.text import counted
from sla_desktop.services import form_scans, form_sheets
from sla_desktop.survey.paper import WRITING

if TYPE_CHECKING:
    from sla_desktop.demo.day import Day

_DPI = 150
_PIXELS = _DPI / 25.4
_PEN = 40  # dark grey


def on_paper(day: "Day", answers: Sequence[Mapping[str, Any]]) -> None:
    """A sheet for each of these answers, and one more on which somebody crosses two boxes."""
    blank, scanned = day.out / "feedback-paper.pdf", day.out / "feedback-scans.pdf"
    form_sheets.print_event(day.office, day.event.id, blank, copies=len(answers) + 1)
    day.wrote(blank)
    sheet = form_sheets.event_sheet(day.office, day.event.id)
    _fill_in(blank, scanned, sheet, [*answers, {"connections": ("yes", "no"), "skills": "4"}])
    day.wrote(scanned)
    read = form_scans.read_scans(day.office, day.event.id, [scanned])
    asked = len(read.doubts)
    written = iter([str(one[key]) for one in answers for key in ("enabler", "barrier") if key in one])
    while read.doubts:
        key, doubt = read.doubts[0]
        told = next(written, "") if doubt.kind == WRITING else "yes"
        read = form_scans.settle(read, key, doubt.question, told)
    kept = form_scans.keep(day.office, day.event.id, read)
    places = counted(asked, "place")
    day.say(f"Read {kept} forms from {read.pages} scanned pages; {places} on them were looked at by a person.")


def _fill_in(blank: Path, scanned: Path, sheet: Sheet, answers: Sequence[Mapping[str, Any]]) -> None:
    import pypdfium2

    rng = random.Random(len(answers))
    pages = []
    with pypdfium2.PdfDocument(blank) as document:
        for number, page in enumerate(document):
            picture = page.render(scale=_DPI / 72, grayscale=True).to_pil()
            told = answers[number // len(sheet.pages)]
            _mark(picture, sheet, sheet.pages[number % len(sheet.pages)], told, rng)
            pages.append(picture.rotate(rng.uniform(-1, 1), fillcolor=255, expand=False))
    pages[0].save(scanned, save_all=True, append_images=pages[1:], resolution=_DPI)


def _mark(picture: Any, sheet: Sheet, page: SheetPage, told: Mapping[str, Any], rng: random.Random) -> None:
    from PIL import ImageDraw

    pen = ImageDraw.Draw(picture)
    for box in page.boxes:
        value = told.get(box.question, ())
        if box.value in ((value,) if isinstance(value, str) else value):
            _cross(pen, box, sheet.box, rng)
    for area in page.areas:
        if area.question in told:
            x, y = (area.x + 4) * _PIXELS, (area.y + 4) * _PIXELS
            waves = [(x + 5 * nth, y + rng.uniform(0, 16)) for nth in range(60)]
            pen.line(waves, fill=_PEN, width=2)


def _cross(pen: Any, box: Box, side: float, rng: random.Random) -> None:
    x, y = box.x + rng.uniform(-0.4, 0.4), box.y + rng.uniform(-0.4, 0.4)
    left, top, right, bottom = (one * _PIXELS for one in (x, y, x + side, y + side))
    pen.line([(left, top), (right, bottom)], fill=_PEN, width=3)
    pen.line([(right, top), (left, bottom)], fill=_PEN, width=3)
