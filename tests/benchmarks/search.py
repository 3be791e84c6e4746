"""Search while typing: every prefix of names, organisations and codes, with a typo in between."""

import random
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from sla_desktop.domain.events import Event
from sla_desktop.services import attendance
from sla_desktop.services.people import Attendee, attendees, last_facts
from sla_desktop.services.search import Index
from sla_desktop.storage.store import Store
from tests.benchmarks.material import big_store
from tests.benchmarks.report import quantile, table

SIZES = (5_000, 50_000)


def main() -> None:
    """Measure and print."""
    rows = [
        (
            "people",
            "searches",
            "median",
            "99th percentile",
            "reading all",
            "building the index",
            "one renamed",
            "one came",
        )
    ]
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            store, event = big_store(Path(folder) / f"{size}.sla", size)
            started = time.perf_counter()
            people = attendees(store, event.id)
            read = time.perf_counter() - started
            started = time.perf_counter()
            index = Index(people)
            built = time.perf_counter() - started
            one_renamed, one_came = _taken_in(store, event, index, people)
            store.close()
            times = [_timed(index, text) for text in _typed(people)]
            told = (
                _ms(quantile(times, 0.5)),
                _ms(quantile(times, 0.99)),
                _ms(read),
                _ms(built),
                _ms(one_renamed),
                _ms(one_came),
            )
            rows.append((f"{size:,}", f"{len(times):,}", *told))
    table("Search while typing", rows)


def _taken_in(store: Store, event: Event, index: Index, people: list[Attendee]) -> tuple[float, float]:
    """Seconds to take in one new name, and one arrival with the reading of it."""
    first, *rest = people
    renamed = replace(first, member=replace(first.member, full_name="Zebedee Quill"))
    attendance.check_in(store, event.id, first.id, desk="Desk 1")
    started = time.perf_counter()
    index.show([renamed, *rest])
    shown = time.perf_counter()
    index.mark(last_facts(store, event.id))
    return shown - started, time.perf_counter() - shown


def _typed(people: list) -> list[str]:
    """What volunteers type, key by key: a name, its words turned round, a code, an organisation, a typo."""
    rng = random.Random(1)
    texts: list[str] = []
    for person in rng.sample(people, 150):
        turned = " ".join(reversed(person.name.split()))
        typo = person.name[:2] + person.name[3:]
        for whole in (person.name, turned, person.registration.code, person.organisation[:12], typo):
            texts.extend(whole[:length] for length in range(1, len(whole) + 1))
    return texts


def _timed(index: Index, text: str) -> float:
    started = time.perf_counter()
    index.find(text, 20)
    return time.perf_counter() - started


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.2f} ms"
