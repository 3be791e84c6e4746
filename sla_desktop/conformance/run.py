"""Playing scenarios: each on laptops of its own, in a folder that is gone afterwards."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sla_desktop.conformance import expectations, given, outcomes, steps
from sla_desktop.conformance.outcome import Step
from sla_desktop.conformance.reading import Scenario
from sla_desktop.conformance.world import World
from sla_desktop.domain.errors import SlaError, trace_of


@dataclass(frozen=True)
class Result:
    """How a scenario went; `faults` are sentences, none if it passed."""

    scenario: Scenario
    faults: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether all was as expected."""
        return not self.faults

    @property
    def words(self) -> str:
        """The result in a line, and a line for each fault."""
        number = f"{self.scenario.number}. " if self.scenario.number is not None else ""
        head = f"{'PASS' if self.passed else 'FAIL'}  {number}{self.scenario.name}"
        return "\n".join([head, *(f"      {fault}" for fault in self.faults)])


def play(scenarios: Iterable[Scenario]) -> Iterator[Result]:
    """Play scenarios one after the other."""
    for scenario in scenarios:
        with TemporaryDirectory(prefix="sla-conformance-", ignore_cleanup_errors=True) as folder:
            world = World(Path(folder))
            try:
                yield Result(scenario, tuple(_told(world, scenario)))
            finally:
                world.close()


def _told(world: World, scenario: Scenario) -> Iterator[str]:
    """The faults; a bug is one too, told on standard error; the other scenarios are played all the same."""
    try:
        yield from _faults(world, scenario)
    except Exception as bug:
        sys.stderr.write(trace_of(bug))
        yield f"something went wrong inside the program ({type(bug).__name__}); standard error tells where"


def _faults(world: World, scenario: Scenario) -> Iterator[str]:
    try:
        given.make(world, scenario.given)
    except SlaError as error:
        yield f"given: {error}"
        return
    try:
        for number, step in enumerate(scenario.do, 1):
            yield from (f"step {number} ({_named(step)}): {fault}" for fault in _faults_of(world, step))
        for expected in scenario.expect:
            yield from expectations.faults(world, expected)
        yield from expectations.lost(world)
    except SlaError as error:
        yield str(error)


def _faults_of(world: World, step: Step) -> Iterator[str]:
    yield from outcomes.faults(world, step.get("expect", {}), steps.do(world, step))


def _named(step: Step) -> str:
    what = step["what"] if isinstance(step["what"], str) else ""
    told = [
        step["verb"].replace("_", " "),
        f"“{what}”" if what else "",
        f"at {step['desk']}" if "desk" in step else "",
    ]
    return " ".join(filter(None, [*told, step.get("at", "")]))
