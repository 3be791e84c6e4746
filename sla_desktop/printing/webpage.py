"""The summary pack as one web page that needs nothing else: headings, sentences, and tables with bars in them."""

from html import escape

from sla_desktop.printing import alt, style
from sla_desktop.printing.chart_values import Bars, Chart
from sla_desktop.printing.datatable import Table
from sla_desktop.printing.pack import Pack, Section
from sla_desktop.printing.style import Identity

_STYLE = """body{font:1rem/1.55 Inter,system-ui,sans-serif;color:#171c24;max-width:46rem;margin:2rem auto}
body{padding:0 1rem}
h1{font-size:2rem;line-height:1.2}h2{margin-top:2.6rem;border-top:1px solid #d6dbe0;padding-top:1rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:600;padding:.4rem 0}
th,td{text-align:left;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #d6dbe0;vertical-align:top}
.bar{display:inline-block;height:.7rem;background:COLOUR;margin-right:.5rem}.n{white-space:nowrap}
dl{display:flex;flex-wrap:wrap;gap:1.4rem}dt{font-size:2rem;font-weight:600;color:COLOUR}dd{margin:0;max-width:12rem}
blockquote{border-left:3px solid COLOUR;margin:.8rem 0;padding-left:.9rem}.small{color:#5c636e;font-size:.9rem}
@media print{body{max-width:none}}"""


def page_of(pack: Pack, identity: Identity) -> str:
    """The page's text, as HTML."""
    red, green, blue = (round(255 * part) for part in style.accent(identity))
    looks = _STYLE.replace("COLOUR", f"#{red:02x}{green:02x}{blue:02x}")
    numbers = "".join(
        f"<div><dt>{escape(one.value)}</dt><dd>{escape(one.label)}<br>"
        f'<span class="small">{escape(one.note)}</span></dd></div>'
        for one in pack.headline
    )
    body = "".join(_section(nth, section) for nth, section in enumerate(pack.sections, 1))
    contents = "".join(
        f'<li><a href="#s{nth}">{escape(one.finding)}</a></li>' for nth, one in enumerate(pack.sections, 1)
    )
    method = "".join(f"<p>{escape(said)}</p>" for said in pack.method)
    facts = escape(" · ".join(filter(None, (pack.date_text, pack.venue))))
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(pack.event_title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{looks}</style></head><body>'
        f"<header><p>{escape(identity.organisation)}</p><h1>{escape(pack.event_title)}</h1><p>{facts}</p></header>"
        f"<main><dl>{numbers}</dl><nav><h2>What we found</h2><ul>{contents}</ul></nav>{body}"
        f'<section class="small"><h2>How this was done</h2>{method}</section></main></body></html>\n'
    )


def _section(nth: int, section: Section) -> str:
    parts = [f'<section id="s{nth}"><h2>{escape(section.title)}</h2><p>{escape(section.finding)}</p>']
    parts += [f"<p>{escape(said)}</p>" for said in section.text]
    parts += [_chart(chart) for chart in section.charts]
    if section.table:
        parts.append(_table(section.table))
    parts += [f'<blockquote dir="auto">{escape(said)}</blockquote>' for said in section.quotes]
    return "".join(parts) + "</section>"


def _chart(chart: Chart) -> str:
    """A chart as its table; amounts have bars beside them, which say nothing that the numbers do not."""
    heads, rows = alt.figures(chart)
    table = Table(chart.title, ("What", *heads[1:]), rows, chart.source)
    if not isinstance(chart, Bars):
        return _table(table)
    most = max((value or 0 for _, value, _ in chart.rows), default=0) or 1
    return _table(table, [100 * (value or 0) / most for _, value, _ in chart.rows])


def _table(table: Table, bars: list[float] | None = None) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in table.columns)
    rows = "".join(_row(row, bars[nth] if bars else None) for nth, row in enumerate(table.rows))
    source = f'<p class="small">{escape(table.source)}</p>' if table.source else ""
    caption = f"<caption>{escape(table.title)}</caption>" if table.title else ""
    return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{source}"


def _row(row: tuple[str, ...], bar: float | None) -> str:
    first, *rest = row
    cells = [f"<td>{escape(cell)}</td>" for cell in rest]
    if bar is not None:
        drawn = f'<span class="bar" style="width:{bar * 0.6:.1f}%" aria-hidden="true"></span>'
        cells[0] = f'<td>{drawn}<span class="n">{escape(rest[0])}</span></td>'
    return f'<tr><th scope="row" dir="auto">{escape(first)}</th>{"".join(cells)}</tr>'
