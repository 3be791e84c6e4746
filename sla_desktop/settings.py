"""Where data lives, which event was open last, and how the window looks: remembered on this laptop alone."""

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from sla_desktop.domain.files import write_whole

_NAME = "sla-desktop"
_FILE = "settings.json"


@dataclass(frozen=True)
class Settings:
    """What this laptop remembers. `scheme` is system, light or dark; `text_size` is in points.

    After `lock_minutes` without input the window is locked; 0 means never. `door_open` is whether other desks could
    reach this laptop when the program was last used: whoever starts it again at a venue need not see the Sync page.
    `printer` is the one that badges go to; `shifts` put printers right: millimetres right and down, and a scale.
    """

    last_event: str = ""
    scheme: str = "system"
    text_size: float = 10.0
    documents: str = ""
    lock_minutes: int = 15
    door_open: bool = False
    printer: str = ""
    shifts: dict[str, list[float]] = field(default_factory=dict)

    @property
    def documents_folder(self) -> Path:
        """Where documents are written unless somebody chooses another folder."""
        return Path(self.documents) if self.documents else _documents() / "SLA Desktop"


def store_path() -> Path:
    """The local database: SLA_STORE if it is set, else a file in this person's data folder."""
    from platformdirs import user_data_path

    named = os.environ.get("SLA_STORE")
    return Path(named) if named else user_data_path(_NAME, appauthor=False) / "events.sla"


def load() -> Settings:
    """The remembered settings; what is missing or damaged falls back to the usual."""
    usual = Settings()
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
        known = {one.name: type(getattr(usual, one.name)) for one in fields(Settings)}
        return Settings(**(asdict(usual) | {name: known[name](found[name]) for name in known if name in found}))
    except (OSError, ValueError, TypeError, AttributeError):
        return usual


def save(settings: Settings) -> None:
    """Remember the settings; a laptop that cannot write them works on without."""
    target = _file()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, json.dumps(asdict(settings), ensure_ascii=False, indent=1).encode())
    except OSError:
        return


def _file() -> Path:
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False) / _FILE


def _documents() -> Path:
    from platformdirs import user_documents_path

    return user_documents_path()
