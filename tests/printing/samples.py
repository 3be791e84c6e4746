"""One of each printed document, small, to be looked at and validated."""

from collections.abc import Callable
from pathlib import Path

from sla_desktop.printing import badges, certificates, pack, signin, table_lists
from sla_desktop.printing.style import Identity

from .test_certificates import SIAN

NAMES = (
    "Siân Ní Bhriain",
    "Nguyễn Thị Ánh",
    "Ẹ́kúndayọ̀ Ọlá",
    "محمد العربي",
    "Sara שלום כהן",
    "हिन्दी क्षत्रिय",
    "அனிதா கொடி",
    "Wilhelmina Featherstonehaugh-Adébáyò Ní Dhomhnaill",
)


def _certificates(path: Path, identity: Identity) -> None:
    from dataclasses import replace

    people = [replace(SIAN, name=name, duplicate=not nth) for nth, name in enumerate(NAMES)]
    certificates.print_certificates(people, path, identity=identity)


def _badges(path: Path, identity: Identity) -> None:
    made = [
        badges.Badge(
            name, "she/her", "Oxleas NHS Foundation Trust", "Nurse", f"CODE{nth}", ("Round 1: table 3",), "Day"
        )
        for nth, name in enumerate(NAMES)
    ]
    badges.print_badges(made, path, identity=identity, start_at=5)


def _signin(path: Path, identity: Identity) -> None:
    rows = [signin.SignInRow(name, "Lewisham Council" * (nth % 2), f"C{nth}") for nth, name in enumerate(NAMES * 5)]
    signin.print_signin(rows, path, title="Community day", subtitles=["12 November 2026"], identity=identity)


def _tables(path: Path, identity: Identity) -> None:
    sheets = [
        table_lists.TableSheet(f"Round {nth}", f"Table {table}", "Hall", tuple((name, "Guy's") for name in NAMES))
        for nth in (1, 2)
        for table in range(1, 8)
    ]
    table_lists.print_tables(
        sheets,
        path,
        title="Community day",
        subtitle="12 November 2026",
        identity=identity,
        by_name=tuple((name, ("Table 1", "Table 2")) for name in NAMES * 12),
        round_titles=("Round 1", "Round 2"),
    )


def _pack(path: Path, identity: Identity) -> None:
    bars = pack.Bars(
        "Health: the largest sector", (("Health", 40.0, "40"), ("Care", None, "hidden")), "people", "n=45"
    )
    shares = pack.Intervals("Nine in ten met somebody", (("Connections", 0.9, 0.8, 0.95, 60),), "Forms")
    shifts = pack.BeforeNow("Trust grew most", (("Trust", 2.8, 3.9),), (1.0, 5.0), "Forms")
    against = pack.BeforeNow(
        "Care: 9% of the system, 2% here",
        (("Care", 0.09, 0.02), ("Police", 0.01, "too few")),
        (0.0, 0.1),
        "n=45",
        ends=("system", "came"),
        shares=True,
    )
    steps = ("Not at all", "A little", "Somewhat", "Mostly", "Very much")
    now = (None, 6, 12, 20, 7)
    scale = pack.Likert("Most agree", steps, (("Trust", now), ("Purpose", (5, 5, 5, 5, 25))), "Forms")
    small = pack.Multiples(
        "Then and now", steps, (("Trust", (9, 9, None, 9, 9), now),) * 4, ("before", "now"), "Forms"
    )
    strip = pack.Strip("Half had come by nine", (("08:50", 23), ("09:00", 30), ("09:10", 5)), "people", "Record")
    table = pack.Table("By place", ("Place", "People"), tuple((f"Ward {n}", str(n)) for n in range(60)), "Record")
    sections = (
        pack.Section("Who came", "Forty-five came.", ("From ten places.",), (bars,), table),
        pack.Section("What people said", "Nine in ten met somebody.", (), (shares, shifts), None, ("Time to talk",)),
        pack.Section("More", "All kinds of charts.", (), (against, scale, small, strip)),
    )
    headline = (pack.Headline("45", "people", "of 60"), pack.Headline("12", "organisations"))
    made = pack.Pack("Community day", "12 November 2026", "Hall", "Academy", headline, sections, ("How.",))
    pack.print_pack(made, path, identity=identity)


SAMPLES: dict[str, Callable[[Path, Identity], None]] = {
    "certificates": _certificates,
    "badges": _badges,
    "sign-in sheet": _signin,
    "table lists": _tables,
    "summary pack": _pack,
}
