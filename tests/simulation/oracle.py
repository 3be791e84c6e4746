"""What the values and conflicts must be, from who had seen what when: nothing of the product's own merge is used."""

from collections import defaultdict
from dataclasses import dataclass


@dataclass(frozen=True)
class Edit:
    """One value that somebody wrote into a field, and the values of that field that it took the place of."""

    cid: object
    value: object
    replaced: frozenset


class Oracle:
    """Remembers every edit of every field with its causes."""

    def __init__(self):
        self.edits = defaultdict(dict)

    def wrote(self, eid, field, cid, value, seen):
        """Note an edit that was made where the changes `seen` were known."""
        known = self.edits[eid, field]
        visible = {one for one in seen if one in known}
        dead = set().union(*(known[one].replaced for one in visible)) if visible else set()
        known[cid] = Edit(cid, value, frozenset(visible - dead))

    def conflicts(self, alive):
        """Which fields have several live values, given the changes that still exist anywhere."""
        found = {}
        for key, edits in self.edits.items():
            kept = {cid: edit for cid, edit in edits.items() if cid in alive}
            dead = set().union(*(edit.replaced for edit in kept.values())) if kept else set()
            values = sorted({repr(edit.value) for cid, edit in kept.items() if cid not in dead})
            if len(values) > 1:
                found[key] = values
        return found
