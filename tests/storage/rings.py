"""A key ring in a plain file, so that several processes see the same one."""

import json
from dataclasses import dataclass
from pathlib import Path

import keyring


@dataclass(frozen=True)
class FileRing:
    """Keys by name, as JSON."""

    path: Path

    def kept(self) -> dict[str, str]:
        return json.loads(self.path.read_text()) if self.path.exists() else {}

    def use(self) -> None:
        """Be the key ring of this process from now on."""
        keyring.get_password = lambda service, name: self.kept().get(name)
        keyring.set_password = lambda service, name, key: self._write(self.kept() | {name: key})
        keyring.delete_password = lambda service, name: self._write(
            {other: key for other, key in self.kept().items() if other != name}
        )

    def _write(self, keys: dict[str, str]) -> None:
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps(keys))
        fresh.replace(self.path)
