"""Files of JSON that a verb is given."""

import json
from pathlib import Path
from typing import Any

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.files import read_whole


def json_in(path: Path) -> Any:
    """What a file says. SlaError when it cannot be read or is no JSON."""
    try:
        found = json.loads(read_whole(path).decode("utf-8-sig"))
        json.dumps(found, ensure_ascii=False).encode()  # half a character, written as an escape, is no text
        return found
    except (ValueError, RecursionError) as error:
        raise SlaError(f"{path} is not JSON: {error}.") from error


def object_in(path: Path | None, example: str) -> dict[str, Any]:
    """The object in a file, empty where none is named. SlaError with an example when it is something else."""
    found = {} if path is None else json_in(path)
    if not isinstance(found, dict):
        raise SlaError(f"{path} must be a JSON object, such as {example}.")
    return found


def objects_in(text: str) -> list[dict[str, Any]]:
    """The objects that a text or a file says; one alone counts as a list. SlaError for anything else."""
    try:
        found = json.loads(text if text.lstrip().startswith(("{", "[")) else read_whole(Path(text)))
    except (ValueError, RecursionError) as error:
        raise SlaError(f"That is not JSON: {error}.") from error
    rows = found if isinstance(found, list) else [found]
    if not all(isinstance(row, dict) for row in rows):
        raise SlaError('Give an object such as {"connections": "yes"}, or a list of such objects.')
    return rows
