"""Frameworks of leadership characteristics: co-developed, versioned, data rather than code."""

from dataclasses import dataclass

from sla_desktop.domain.ids import CharacteristicId, FrameworkId, natural_id


@dataclass(frozen=True)
class Framework:
    """A named set of characteristics in one version."""

    id: FrameworkId
    title: str
    version: str


@dataclass(frozen=True)
class Characteristic:
    """One characteristic (or domain) of a framework, in its order."""

    id: CharacteristicId
    framework_id: FrameworkId
    key: str
    title: str
    description: str = ""
    position: int = 0


def framework_id(title: str, version: str) -> FrameworkId:
    """The same framework in the same version is one thing everywhere."""
    return FrameworkId(natural_id("framework", title, version))


def characteristic_id(framework: FrameworkId, key: str) -> CharacteristicId:
    """The characteristic with that key in that framework."""
    return CharacteristicId(natural_id("characteristic", framework, key))
