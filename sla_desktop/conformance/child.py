"""A desk in a process of its own, to be killed, or to find its disk full, in the middle of scans."""

import json
import sys
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId
from sla_desktop.services import clock, tickets
from sla_desktop.storage.store import Store, open_store

_ROOM_LEFT = 4096


def main() -> None:
    """Scan every line of standard input and print what the desk shows, one JSON object for each."""
    told = json.loads(sys.argv[1])
    path = Path(told["path"])
    store = open_store(path, secret=sys.stdin.readline().strip(), anchors=path.parent / "anchors")
    place = tickets.Place(EventId(UUID(told["event"])))
    at = datetime.fromisoformat(told["at"])
    if told["full"]:
        fill(path)
    print("{}", flush=True)
    for number, line in enumerate(sys.stdin):
        with clock.played(at + timedelta(seconds=number)):
            print(json.dumps(_shown(store, place, line.strip(), told["desk"])), flush=True)


def _shown(store: Store, place: tickets.Place, text: str, desk: str) -> dict[str, str]:
    try:
        verdict = tickets.scan(store, [place], text, desk=desk)
    except SlaError as error:
        return {"error": str(error)}
    return {"code": verdict.code, "words": verdict.words, "name": verdict.name, "fact": str(verdict.fact_id or "")}


def fill(path: Path) -> None:
    """From now on hardly anything fits on this process's disk."""
    import resource

    largest = max(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + _ROOM_LEFT, largest + _ROOM_LEFT))


if __name__ == "__main__":
    main()
