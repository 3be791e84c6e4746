"""Files of JSON that a verb is given."""

import json
from pathlib import Path
from typing import Any

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.files import read_whole


def json_in(path: Path) -> Any:
    """What a file says. SlaError when it cannot be read, is no JSON, or says a field twice."""
    return _loaded(read_whole(path), str(path))


def object_in(path: Path | None, example: str) -> dict[str, Any]:
    """The object in a file, empty where none is named. SlaError with an example when it is something else."""
    found = {} if path is None else json_in(path)
    if not isinstance(found, dict):
        raise SlaError(f"{path} must be a JSON object, such as {example}.")
    return found


def objects_in(text: str, example: str) -> list[dict[str, Any]]:
    """The objects that a text or a file says; one alone counts as a list. SlaError with an example otherwise."""
    inline = text.lstrip().startswith(("{", "["))
    found = _loaded(text.encode("utf-8", "replace"), "That") if inline else json_in(Path(text))
    rows = found if isinstance(found, list) else [found]
    if not all(isinstance(row, dict) for row in rows):
        raise SlaError(f"Give an object such as {example}, or a list of such objects.")
    return rows


def _loaded(data: bytes, name: str) -> Any:
    try:
        found = json.loads(data.decode("utf-8-sig"), object_pairs_hook=lambda pairs: _once(pairs, name))
        json.dumps(found, ensure_ascii=False).encode()
        return found
    except UnicodeEncodeError as error:
        raise SlaError(f"{name} has half of a character, written as an escape; write the whole character.") from error
    except (ValueError, RecursionError) as error:
        raise SlaError(f"{name} is not JSON: {error}.") from error


def _once(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    """The fields of an object; which of two values of one field was meant, nobody knows."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [field for field, _ in pairs]
        twice = next(field for field in names if names.count(field) > 1)
        raise SlaError(f"{name} has the field “{twice}” twice in one object; leave one of them.")
    return found
