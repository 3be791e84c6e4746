"""The summary pack in other forms: a workbook, a web page, slides; the name's ending says which."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId
from sla_desktop.services.documents import note_print
from sla_desktop.services.events import get_event
from sla_desktop.services.letterhead import identity_of
from sla_desktop.services.pack import build_pack, print_pack
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.printing import pack as paper
    from sla_desktop.printing.chart_values import Chart
    from sla_desktop.tables.pack_book import Figures

FORMS = (".pdf", ".xlsx", ".html", ".pptx")
Progress = Callable[[int, int], None]


def write_pack(store: Store, event_id: EventId, path: Path, *, progress: Progress | None = None) -> int:
    """Write the pack as the name's ending says; pages of a PDF, else sections. SlaError for another ending."""
    ending = path.suffix.lower()
    if ending == ".pdf":
        return print_pack(store, event_id, path, progress=progress)
    if ending not in FORMS:
        raise SlaError(f"“{path.name}” does not say how to write a pack: let the name end in {', '.join(FORMS)}.")
    event = get_event(store, event_id)
    pack = build_pack(store, event)
    _WRITERS[ending](store, event_id, pack, path)
    return note_print(store, event_id, f"summary pack as {ending[1:]}", len(pack.sections))


def _book(_store: Store, _event_id: EventId, pack: "paper.Pack", path: Path) -> None:
    from sla_desktop.tables.pack_book import write_pack_book

    write_pack_book(path, pack.event_title, _findings(pack), _sheets(pack))


def _slides(_store: Store, _event_id: EventId, pack: "paper.Pack", path: Path) -> None:
    from sla_desktop.tables.pack_slides import write_pack_slides

    subtitle = " · ".join(filter(None, (pack.organiser, pack.date_text, pack.venue)))
    write_pack_slides(path, pack.event_title, subtitle, _findings(pack), _sheets(pack))


def _page(store: Store, event_id: EventId, pack: "paper.Pack", path: Path) -> None:
    from sla_desktop.printing.webpage import page_of
    from sla_desktop.tables.write import replace_file

    replace_file(path, page_of(pack, identity_of(store, get_event(store, event_id))).encode())


_WRITERS: dict[str, Callable[[Store, EventId, "paper.Pack", Path], None]] = {
    ".xlsx": _book,
    ".html": _page,
    ".pptx": _slides,
}


def _findings(pack: "paper.Pack") -> list[tuple[str, str]]:
    return [(section.title, section.finding) for section in pack.sections]


def _sheets(pack: "paper.Pack") -> "list[Figures]":
    from sla_desktop.tables.pack_book import Figures

    found = []
    for section in pack.sections:
        found += [replace(_figures(chart), section=section.title) for chart in section.charts]
        if section.table:
            table = section.table
            found.append(Figures(section.finding, table.columns, table.rows, section=section.title))
        if section.quotes:
            words = tuple((said,) for said in section.quotes)
            found.append(Figures(section.finding, ("In people’s own words",), words, section=section.title))
    return found


def _figures(chart: "Chart") -> "Figures":
    """A chart's values, numbers as numbers; what is hidden stays the words that say so."""
    from sla_desktop.printing import alt
    from sla_desktop.printing.chart_values import Bars, BeforeNow, Intervals, Likert, Multiples, Network
    from sla_desktop.tables.pack_book import Figures

    (_, *named), told = alt.figures(chart)
    heads = ("What", *named)
    values: tuple[int, ...] = (1,)
    rows: tuple[tuple[str | float | None, ...], ...]
    if isinstance(chart, Bars):
        rows = tuple((label, said if value is None else value) for label, value, said in chart.rows)
    elif isinstance(chart, Intervals):
        heads, rows = ("What", "Share", "From", "To", "Answers"), chart.rows
    elif isinstance(chart, BeforeNow):
        rows, values = chart.rows, (1, 2)
    elif isinstance(chart, Likert | Multiples):
        rows = tuple((label, *(int(cell) if cell.isdigit() else cell for cell in cells)) for label, *cells in told)
        return Figures(chart.title, heads, rows, tuple(range(1, len(heads))), chart.source, stacked=True)
    else:
        rows = chart.groups if isinstance(chart, Network) else chart.rows
    return Figures(chart.title, heads, rows, values, chart.source)
