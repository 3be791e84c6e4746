"""Paper: seconds of processor time, sizes and memory of each document, beside a bare loop of reportlab and fpdf2.

fpdf2 (LGPL) is no dependency: it is fetched into a folder of its own, and its row is left out where that fails.
Each run is a process of its own with everything imported, in which no font is open and no text shaped yet.
"""

import importlib
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.report import table

PEOPLE, RUNS = 500, 5
_GIVEN = ("Siân", "Ngozi", "Łukasz", "Nguyễn", "İpek", "Zoë", "Ọlá", "Ann", "José", "Aoife")
_FAMILY = ("Ní Bhriain", "Okonkwo-Hughes", "Żółć", "Ánh", "Şahin", "Müller", "Adébáyò", "Lee", "Núñez", "O'Neill")


def main() -> None:
    """Measure and print."""
    rows: list[tuple[str, ...]] = [("work", "processor time", "size", "memory", "goal")]
    with tempfile.TemporaryDirectory() as peers:
        works = [name for name in WORK if name != _PEER or _fetched(Path(peers))]
        runs = {name: [_child(name, peers) for _ in range(RUNS)] for name in works}
    for name, found in runs.items():
        goal = WORK[name][1]
        seconds, size, memory = (statistics.median(column) for column in zip(*found, strict=True))
        rows.append((name, f"{seconds:.2f} s", f"{size / 1e6:.2f} MB", f"{memory / 1024:.0f} MB", goal))
    table(f"Documents, median of {RUNS} processes", rows)


def _fetched(folder: Path) -> bool:
    """Whether the peer could be fetched."""
    uv = str(Path(sys.executable).with_name("uv"))
    wanted = ["--quiet", "--no-deps", "--target", str(folder), "fpdf2==2.8.9", "fonttools", "defusedxml"]
    return subprocess.run([uv, "pip", "install", *wanted], capture_output=True, check=False).returncode == 0


def _child(name: str, peers: str) -> tuple[float, float, float]:
    told = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.documents", name],
        capture_output=True,
        check=True,
        text=True,
        env=os.environ | {"PYTHONPATH": peers},
    )
    seconds, size, memory = map(float, told.stdout.split())
    return seconds, size, memory


def _one(name: str) -> None:
    work, _ = WORK[name]
    with tempfile.TemporaryDirectory() as folder:
        for module in ("certificates", "badges", "pack", "packing", "canvas", "embedding"):
            importlib.import_module(f"sla_desktop.printing.{module}")
        for module in ("tests.printing.test_certificates", "uharfbuzz", "zxingcpp", "PIL.ImageCms"):
            importlib.import_module(module)
        start = time.process_time()
        work(Path(folder))
        seconds = time.process_time() - start
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
    print(seconds, size, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _names() -> list[str]:
    return [f"{_GIVEN[n % 10]} {_FAMILY[n // 10 % 10]} {'van der ' * (n % 3)}{n:03}" for n in range(PEOPLE)]


def _sheets() -> list:
    from tests.printing.test_certificates import SIAN

    return [
        replace(SIAN, name=name, number=f"SLA-{n:05}", qr_text=f"{SIAN.qr_text[:-5]}{n:05}")
        for n, name in enumerate(_names())
    ]


def _identity():
    from sla_desktop.printing.style import Identity

    return Identity("South East London System Leadership Academy", "#005eb8")


def _certificates(folder: Path) -> None:
    from sla_desktop.printing.certificates import print_certificates

    print_certificates(_sheets(), folder / "all.pdf", identity=_identity())


def _each(folder: Path) -> None:
    from sla_desktop.printing.certificates import draw_certificates

    for sheet in _sheets():
        (folder / f"{sheet.number}.pdf").write_bytes(draw_certificates([sheet], identity=_identity()).data())


def _badges(folder: Path) -> None:
    from sla_desktop.printing.badges import Badge, print_badges

    made = [Badge(name, "", "Oxleas NHS", "Nurse", f"K7XM{n:04}") for n, name in enumerate(_names())]
    print_badges(made, folder / "badges.pdf", identity=_identity())


def _pack(folder: Path) -> None:
    from sla_desktop.printing import pack

    bars = tuple(
        pack.Bars(f"Finding {n}", tuple((f"Group {i}", float(i + n), str(i + n)) for i in range(9)), "people", "n")
        for n in range(12)
    )
    rows = tuple((f"Ward {n}", str(n), str(2 * n)) for n in range(70))
    text = ("People came from every part of the system and sat with others whom they had not met before. " * 4,) * 3
    figures = pack.Table("Numbers", ("A", "B", "C"), rows)
    sections = tuple(
        pack.Section(f"Section {n}", f"Finding of section {n}", text, (chart,), figures)
        for n, chart in enumerate(bars)
    )
    headline = (pack.Headline("45", "people"),)
    made = pack.Pack("Community day", "12 November", "Hall", "Academy", headline, sections, ("How",))
    pack.print_pack(made, folder / "pack.pdf", identity=_identity())


def _preview(folder: Path) -> None:
    from sla_desktop.printing.certificates import draw_certificates

    data = draw_certificates(_sheets()[:1], identity=_identity()).data()
    (folder / "page.pdf").write_bytes(data)


def _bare(folder: Path) -> None:
    """What reportlab alone takes for the same texts, untagged, in one of its own fonts."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfgen.canvas import Canvas

    from sla_desktop.printing import codes

    canvas = Canvas(str(folder / "bare.pdf"), pagesize=landscape(A4), pageCompression=1)
    for sheet in _sheets():
        canvas.setFont("Helvetica", 30)
        canvas.drawString(70, 400, sheet.name)
        canvas.setFont("Helvetica", 11)
        for at, said in enumerate(
            (sheet.event_title, sheet.date_text, sheet.venue, *sheet.sessions, *sheet.outcomes)
        ):
            canvas.drawString(70, 360 - at * 16, said)
        codes.qr(sheet.qr_text)
        canvas.showPage()
    canvas.save()


def _fpdf2(folder: Path) -> None:
    """The same texts and codes by fpdf2 with a face of ours, untagged and without the ornament."""
    from fpdf import FPDF
    from PIL import Image

    from sla_desktop import assets
    from sla_desktop.printing import codes

    document = FPDF("landscape", "pt", "A4")
    document.add_font("Inter", fname=str(assets.path("fonts/Inter-Regular.ttf")))
    for sheet in _sheets():
        document.add_page()
        document.set_font("Inter", size=30)
        document.text(70, 200, sheet.name)
        document.set_font("Inter", size=11)
        for at, said in enumerate(
            (sheet.event_title, sheet.date_text, sheet.venue, *sheet.sessions, *sheet.outcomes)
        ):
            document.text(70, 240 + at * 16, said)
        symbol = codes.qr(sheet.qr_text)
        picture = Image.frombytes("1", (symbol.side, symbol.side), b"".join(symbol.rows))
        document.image(picture, 680, 400, 80, 80)
    document.output(str(folder / "peer.pdf"))


_PEER = "fpdf2, 500 untagged pages with codes"
WORK: dict[str, tuple[Callable[[Path], None], str]] = {
    "500 certificates, one tagged file": (_certificates, "1.5 s, 1 MB, 100 MB"),
    "500 certificates, a file each": (_each, "10 s, 130 KB each"),
    "500 badges with codes": (_badges, "0.5 s"),
    "a pack with 12 charts": (_pack, "2 s, 0.5 MB"),
    "first page of a preview": (_preview, "0.15 s"),
    "a bare loop of reportlab, 500 pages": (_bare, ""),
    _PEER: (_fpdf2, ""),
}

if __name__ == "__main__":
    _one(sys.argv[1])
