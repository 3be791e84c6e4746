"""Scenario files: found, read, and refused with one sentence where a word in them is not known."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sla_desktop import assets
from sla_desktop.conformance.vocabulary import SCENARIO, check
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.files import read_whole


@dataclass(frozen=True)
class Scenario:
    """A scenario whose words are all known; `given` may be empty, `expect` is a list of expectations."""

    file: str
    name: str
    number: int | None
    given: dict[str, Any]
    do: list[dict[str, Any]]
    expect: list[dict[str, Any]]


def own_suite() -> Path:
    """The scenarios that come with the program."""
    beside = Path(__file__).resolve().parents[2] / "tests" / "conformance"
    return beside if beside.is_dir() else assets.path("conformance")


def scenarios(paths: Iterable[Path]) -> list[Scenario]:
    """All scenarios of files and of the .json files of folders, in order. SlaError for what cannot be read."""
    return [one for path in paths for file in _files(path) for one in _read(file)]


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        found = sorted(path.rglob("*.json"))
        if not found:
            raise SlaError(f"There are no scenarios (.json) in the folder {path}.")
        return found
    return [path]


def _read(path: Path) -> Iterator[Scenario]:
    try:
        told = json.loads(read_whole(path).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise SlaError(f"{path} is not JSON: {error}.") from error
    if isinstance(told, dict) and set(told) <= {"scenarios", "why"} and isinstance(told.get("scenarios"), list):
        told = told["scenarios"]
    parts = told if isinstance(told, list) else [told]
    for number, part in enumerate(parts, 1):
        where = f"{path}, scenario {number}" if len(parts) > 1 else str(path)
        if isinstance(part, dict) and isinstance(part.get("name"), str):
            where = f"{path}, “{part['name']}”"
        known = check(part, SCENARIO, where)
        count = known.get("number")
        yield Scenario(
            str(path),
            known["name"],
            int(count) if count is not None else None,
            known.get("given", {}),
            known["do"],
            known.get("expect", []),
        )
