"""The import preview: a row's fate in a word, and the file in a sentence."""

from collections.abc import Sequence

from sla_desktop.domain.text import joined
from sla_desktop.gui.shared.chips import BAD, GOOD, INFO, PLAIN, WARN, Chip
from sla_desktop.gui.shared.table import Column
from sla_desktop.services.registrations import (
    CANCELLED_FATE,
    CHANGED,
    DUPLICATE,
    FATES,
    NEW,
    REJECTED,
    UNASSIGNED,
    UNCHANGED,
    ImportPlan,
    RowFate,
)

_MOST_NAMED = 6
FATE_CHIPS = {
    NEW: Chip("New", GOOD, "circle-plus"),
    CHANGED: Chip("Changed", INFO, "pencil"),
    UNCHANGED: Chip("No change", PLAIN, "equal"),
    DUPLICATE: Chip("Duplicate", WARN, "copy"),
    CANCELLED_FATE: Chip("Cancelled", PLAIN, "ban"),
    UNASSIGNED: Chip("No name yet", WARN, "user-question"),
    REJECTED: Chip("Cannot be used", BAD, "alert-circle"),
}
_MAKERS = {"ms": "Microsoft Forms", "teams": "Microsoft Teams", "tito": "Ti.to", "hi": "Hi.Events"}
COLUMNS: tuple[Column[RowFate], ...] = (
    Column("Row", lambda row: str(row.row), sort=lambda row: row.row),
    Column(
        "What happens",
        lambda row: row.fate,
        sort=lambda row: FATES.index(row.fate),
        chip=lambda r: FATE_CHIPS[r.fate],
    ),
    Column("Name", lambda row: row.name),
    Column("Organisation", lambda row: row.organisation, most=26),
    Column("Why", lambda row: row.reason, stretch=True),
)


def to_write(plan: ImportPlan) -> int:
    """How many rows change something here."""
    return len(plan.writes)


def file_words(plan: ImportPlan, name: str) -> str:
    """The file as it was understood, in a sentence."""
    rows = len(plan.rows)
    sheet = f", sheet “{plan.read.sheet}”" if plan.read.sheet else ""
    told = f"{name}: {rows} {'row' if rows == 1 else 'rows'}, read as {_format_words(plan.read.format)}{sheet}."
    return " ".join((told, *_unused_words(plan.read.unused), *plan.read.notes))


def _unused_words(unused: Sequence[str]) -> list[str]:
    """The columns that nobody takes over; a seller's list has dozens, which the columns dialog shows."""
    more = [f"{len(unused) - _MOST_NAMED} more"] if len(unused) > _MOST_NAMED else []
    told = joined([*(f"“{header}”" for header in unused[:_MOST_NAMED]), *more])
    return [f"Not used: {told}."] if unused else []


def outcome_words(plan: ImportPlan) -> str:
    """What an import did, in a sentence."""
    counts = plan.counts
    told = [f"{counts[NEW]} new", f"{counts[CHANGED]} changed", f"{counts[UNCHANGED]} as before"]
    told += [f"{counts[CANCELLED_FATE]} cancelled"] if counts[CANCELLED_FATE] else []
    left_out = counts[REJECTED] + counts[DUPLICATE] + counts[UNASSIGNED]
    if left_out:
        told.append(f"{left_out} left out")
    return f"Import done: {', '.join(told)}. Nobody’s check-in was touched.{_nameless_words(counts[UNASSIGNED])}"


def _nameless_words(places: int) -> str:
    if not places:
        return ""
    who = "One place has no name yet" if places == 1 else f"{places} places have no name yet"
    return f" {who}: put it into the list and import that again, or add who comes as a walk-in."


def _format_words(name: str) -> str:
    maker = name.partition("-")[0]
    known = _MAKERS.get(maker, maker.capitalize())
    return "a plain list" if maker == "plain" else f"a list from {known}"
