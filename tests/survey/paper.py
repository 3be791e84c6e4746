"""Sheets of paper for tests: printed, filled in by simulated people, scanned, read, compared with what was meant."""

import time
from collections import Counter
from dataclasses import dataclass, field, fields
from types import SimpleNamespace

import numpy as np
import pypdfium2

from sla_desktop.printing.sheets import PrintType, print_sheets
from sla_desktop.survey import layout, paper, reading
from sla_desktop.survey.astray import print_of
from sla_desktop.survey.paper import MARK_DOUBT, PageRead
from sla_desktop.survey.scans import Scan
from tests.survey import pens
from tests.survey.sheets import form

AGREE = [
    ("agree", str(nth), told) for nth, told in enumerate(("Not at all", "A little", "Rather", "Very", "Fully"), 1)
]
TOPICS = [("topic", f"t{nth}", told) for nth, told in enumerate(("Housing", "Health", "Schools", "Work", "Parks"), 1)]


def questionnaire():
    scale = [("select_one agree", f"s{nth}", f"Statement number {nth} about the day") for nth in range(8)]
    return reading.questionnaire(
        form(
            ("select_one yn", "met", "Did you meet somebody new?"),
            *scale,
            ("select_multiple topic", "topics", "What did you talk about?"),
            ("range", "nps", "Would you recommend the day?", {"parameters": "start=0 end=10"}),
            ("select_one topic", "main", "What mattered most?"),
            ("text", "words", "What will you do now?"),
            choices=[("yn", "yes", "Yes"), ("yn", "no", "No"), *AGREE, *TOPICS],
            form_title="How was the day?",
        )
    )


def printed(sheet, folder, serials=("K7XM2P4T",)):
    """The pages of printed sheets as pictures."""
    path = folder / "sheets.pdf"
    print_sheets(sheet, serials, path, organisation="Example")
    with pypdfium2.PdfDocument(path) as document:
        return [page_picture(page) for page in document]


def page_picture(page):
    bitmap = page.render(scale=pens.DPI / 72, grayscale=True)
    return bitmap.to_numpy().reshape(bitmap.height, bitmap.width).copy()


@dataclass
class Tally:
    questions: int = 0
    silent: list = field(default_factory=list)
    review: Counter = field(default_factory=Counter)
    unread: list = field(default_factory=list)
    pages: int = 0
    seconds: float = 0.0

    def __add__(self, other):
        return Tally(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))

    @property
    def share(self):
        return sum(self.review.values()) / max(1, self.questions)


def simulate(level, pages, seed, folder, *, edition=layout.USUAL, first=0, astray=0.0):
    """Fill in, scan and read so many pages from one on; what was misread in silence, sent to review, or not read."""
    asked = questionnaire()
    sheet = layout.lay_out(asked, PrintType(), edition=edition, version="1")
    blanks = printed(sheet, folder)
    prints = list(map(print_of, blanks))
    known = {sheet.fingerprint: SimpleNamespace(form=asked, sheet=sheet, prints=prints)}
    tally = Tally()
    for nth in range(first, first + pages):
        rng = np.random.default_rng([seed, pens.LEVELS.index(level), nth])
        number = nth % len(sheet.pages)
        filled = pens.Filled(sheet.pages[number], sheet.box, rng, blanks[number])
        truth = filled.fill_in(many=("topics",), astray=astray)
        picture = pens.scanned(filled.looks(), level, rng)
        started = time.process_time()
        read = paper.read_page(Scan("sim", nth, picture), known)
        tally.seconds += time.process_time() - started
        judge(tally, read, truth, (level, seed, nth, filled.who))
    return tally


def judge(tally, read, truth, where):
    tally.pages += 1
    tally.questions += len(truth)
    if not isinstance(read, PageRead):
        tally.unread.append((where, read.reason))
        return
    doubts = {doubt.question: doubt for doubt in read.doubts if doubt.kind == MARK_DOUBT}
    for question, meant in truth.items():
        told = read.answers.get(question, [])
        told = sorted(told if isinstance(told, list) else [told])
        if question in doubts:
            tally.review[where[3].kind, doubts[question].reason] += 1
        elif told != meant:
            tally.silent.append((where, question, meant, told))
