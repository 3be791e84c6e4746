"""The summary pack as a few slides: a title, a slide for each finding, charts that can be changed."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from sla_desktop.tables.pack_book import Figures
from sla_desktop.tables.write import replace_file, without_moment

_TITLE, _TITLE_AND_TEXT, _TITLE_ONLY = 0, 1, 5  # layouts of the program's own default deck
_MOST_ROWS, _LINES = 12, 8


def write_pack_slides(
    path: Path, title: str, subtitle: str, findings: Sequence[tuple[str, str]], sheets: Sequence[Figures]
) -> None:
    """Write a title, the findings as (section, sentence), and a slide for each chart; tables and quotes as lines.

    Raises SlaError when the place cannot be written to.
    """
    from pptx import Presentation

    deck = Presentation()
    deck.core_properties.title = title
    first = deck.slides.add_slide(deck.slide_layouts[_TITLE])
    first.shapes.title.text = title
    first.placeholders[1].text = subtitle
    _add_lines(deck, "What we found", [sentence for _, sentence in findings])
    for one in sheets:
        if one.values:
            _add_chart(deck, one)
        else:
            _add_lines(deck, one.title, [", ".join(str(cell) for cell in row if cell) for row in one.rows])
    buffer = BytesIO()
    deck.save(buffer)
    replace_file(path, without_moment(buffer.getvalue()))


def _add_lines(deck: Any, title: str, lines: Sequence[str]) -> None:
    """Slides with a few lines each, as many as it takes."""
    from pptx.util import Pt

    for first in range(0, len(lines), _LINES):
        slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_AND_TEXT])
        slide.shapes.title.text = f"{title} (continued)" if first else title
        slide.shapes.title.text_frame.paragraphs[0].font.size = Pt(26)
        slide.placeholders[1].text = "\n".join(lines[first : first + _LINES])
        for paragraph in slide.placeholders[1].text_frame.paragraphs:
            paragraph.font.size = Pt(18)


def _add_chart(deck: Any, one: Figures) -> None:
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches, Pt

    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    slide.shapes.title.text = one.title
    slide.shapes.title.text_frame.paragraphs[0].font.size = Pt(26)
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    rows = one.rows[:_MOST_ROWS][::-1]  # bars are drawn from the bottom up
    data.categories = [str(row[0]) for row in rows]
    for column in one.values:
        values = [row[column] if isinstance(row[column], int | float) else None for row in rows]
        data.add_series(one.heads[column], values)
    place = (Inches(0.6), Inches(1.6), Inches(8.8), Inches(5.2))
    kind = XL_CHART_TYPE.BAR_STACKED_100 if one.stacked else XL_CHART_TYPE.BAR_CLUSTERED
    frame = slide.shapes.add_chart(kind, *place, data)
    # What a screen reader says of the chart.
    frame._element.nvGraphicFramePr.cNvPr.set("descr", _in_words(one))  # noqa: SLF001 - there is no public way
    frame.chart.has_legend = len(one.values) > 1
    frame.chart.plots[0].has_data_labels = True


def _in_words(one: Figures) -> str:
    rows = "; ".join(f"{row[0]}: {', '.join(str(row[column]) for column in one.values)}" for row in one.rows)
    return f"Bar chart. {one.title}. {rows}."
