"""Two breakout plans side by side: measure by measure, and who sits elsewhere."""

from dataclasses import dataclass

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import fold
from sla_desktop.services.group_drafts import Draft, open_draft
from sla_desktop.services.group_quality import ContactMap, Quality, quality_of
from sla_desktop.storage.store import Store


@dataclass(frozen=True)
class Measure:
    """A measure of two plans, in words."""

    name: str
    first: str
    second: str


@dataclass(frozen=True)
class Comparison:
    """Two plans by revision, their measures and pictures, and the names of those with another table in some round."""

    revisions: tuple[int, int]
    measures: tuple[Measure, ...]
    maps: tuple[ContactMap, ContactMap]
    elsewhere: tuple[str, ...]


def compare_plans(store: Store, event_id: EventId, first: int, second: int) -> Comparison:
    """Compare two revisions; SlaError when one of them is not there."""
    drafts = (_draft(store, event_id, first), _draft(store, event_id, second))
    one, other = quality_of(drafts[0]), quality_of(drafts[1])
    tables = [draft.view.tables_by_person() for draft in drafts]
    names = {person.id: person.name for draft in drafts for person in draft.people.values()}
    moved = [key for key in tables[0].keys() & tables[1].keys() if tables[0][key] != tables[1][key]]
    elsewhere = sorted((names[key] for key in moved), key=fold)
    return Comparison((first, second), _measures(drafts, one, other), (one.map, other.map), tuple(elsewhere))


def _draft(store: Store, event_id: EventId, revision: int) -> Draft:
    draft = open_draft(store, event_id, revision)
    if draft is None:
        raise SlaError(f"There is no plan {revision} of these groups.")
    return draft


def _measures(drafts: tuple[Draft, Draft], one: Quality, other: Quality) -> tuple[Measure, ...]:
    told = [
        Measure("People", *(f"{len(draft.people):,}" for draft in drafts)),
        Measure("Tables", *(_tables(draft) for draft in drafts)),
        Measure("Meetings of new people", *(f"{quality.new_pairs:,}" for quality in (one, other))),
        Measure("Repeats", *(f"{quality.repeats:,}" for quality in (one, other))),
    ]
    for name in dict.fromkeys((*one.gains, *other.gains)):
        told.append(Measure(f"Mixed by {name}", *(_gain(quality, name) for quality in (one, other))))
    return tuple(told)


def _tables(draft: Draft) -> str:
    """Tables in use per round, once where all rounds have as many."""
    counts = [str(sum(map(bool, groups))) for groups in draft.assignment]
    return counts[0] if len(set(counts)) == 1 else ", ".join(counts)


def _gain(quality: Quality, name: str) -> str:
    return f"{max(0, int(quality.gains[name] * 100))}%" if name in quality.gains else "not mixed"
