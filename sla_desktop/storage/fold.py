"""The merge: a pure fold over the set of changes of one entity, the same in any order and on every side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

CREATE, UPDATE, ERASE = "C", "U", "E"


@dataclass(frozen=True)
class Edit:
    """What one change says: the fields it sets, and for each the changes whose values it replaces."""

    cid: str
    hlc: int
    kind: str
    sets: Mapping[str, Any]
    replaces: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Folded:
    """The outcome: shown values, the leaves of each field, and the fields whose leaves disagree."""

    exists: bool
    values: Mapping[str, Any]
    leaves: Mapping[str, tuple[str, ...]]
    conflicts: Mapping[str, tuple[tuple[str, Any], ...]]


def fold(edits: Iterable[Edit]) -> Folded:
    """Fold a set of edits of one entity into its state.

    A field is a multi-value register: a value that no other edit names as replaced is a leaf. The value shown
    is the leaf with the greatest (hlc, cid); leaves with different values are a conflict. Duplicated edits
    (same cid) count once.
    """
    unique = {edit.cid: edit for edit in edits}
    names = {name for edit in unique.values() for name in edit.sets}
    values: dict[str, Any] = {}
    leaves: dict[str, tuple[str, ...]] = {}
    conflicts: dict[str, tuple[tuple[str, Any], ...]] = {}
    for name in sorted(names):
        live = _leaves(unique.values(), name)
        leaves[name] = tuple(edit.cid for edit in live)
        values[name] = live[-1].sets[name] if live else None
        if any(edit.sets[name] != values[name] for edit in live):
            conflicts[name] = tuple((edit.cid, edit.sets[name]) for edit in live)
    exists = any(edit.kind == CREATE for edit in unique.values())
    return Folded(exists, values, leaves, conflicts)


def _leaves(edits: Iterable[Edit], name: str) -> list[Edit]:
    setting = [edit for edit in edits if name in edit.sets]
    dead = {cid for edit in setting for cid in edit.replaces.get(name, ())}
    return sorted((edit for edit in setting if edit.cid not in dead), key=lambda edit: (edit.hlc, edit.cid))
