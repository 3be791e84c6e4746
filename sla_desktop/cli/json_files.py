"""Files of JSON that a verb is given."""

import json
from pathlib import Path
from typing import Any

from sla_desktop.domain.errors import SlaError


def json_in(path: Path) -> Any:
    """What a file says. SlaError when it cannot be read or is no JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SlaError(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise SlaError(f"{path} is not JSON: {error}.") from error


def object_in(path: Path | None, example: str) -> dict[str, Any]:
    """The object in a file, empty where none is named. SlaError with an example when it is something else."""
    found = {} if path is None else json_in(path)
    if not isinstance(found, dict):
        raise SlaError(f"{path} must be a JSON object, such as {example}.")
    return found
