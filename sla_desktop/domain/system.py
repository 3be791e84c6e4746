"""The health and care system that events serve: how it is made up, and whom development is to reach."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sla_desktop.domain.ids import SystemId, natural_id

# What people of an event are known by, and a system's make-up can be told by.
TRAITS = ("sector", "place", "profession", "level")


@dataclass(frozen=True)
class System:
    """`makeup` has, for each trait, how many people of the system are in each group; `source` says who counted.

    `target` people are to have had access to development by `target_by`.
    """

    id: SystemId
    makeup: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    source: str = ""
    target: int = 0
    target_by: date | None = None


def system_id() -> SystemId:
    """A team serves one system."""
    return SystemId(natural_id("system"))
