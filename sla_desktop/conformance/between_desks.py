"""Verbs of a scenario that are about laptops: exchanging, clocks, restarts."""

from collections.abc import Callable
from datetime import timedelta

from sla_desktop.conformance import trouble
from sla_desktop.conformance.outcome import Outcome, Step
from sla_desktop.conformance.world import Desk, World
from sla_desktop.services import bundles


def sync(world: World, desk: Desk, step: Step) -> Outcome:
    names = [step["what"]] if isinstance(step["what"], str) else step["what"]
    told = ""
    for name in names:
        one = world.desk(name)
        told = trouble.broken_sync(world, one, int(step["stops_after"])) if "stops_after" in step else ""
        told = told or world.sync(one).words
    return Outcome(words=told)


def carry(world: World, desk: Desk, step: Step) -> Outcome:
    """A bundle on a stick from one desk to another."""
    stick, source, target = world.folder / "stick.slab", world.desk(step["what"]), world.desk(step.get("to", ""))
    written = bundles.write_bundle(source.store, stick)
    with world.clock_of(target):
        told = bundles.read_bundle(target.store, stick, passphrase=written.passphrase).words
    stick.unlink()
    return Outcome(words=told)


def connect(world: World, desk: Desk, step: Step) -> Outcome:
    world.connect(step["what"])
    return Outcome()


def disconnect(world: World, desk: Desk, step: Step) -> Outcome:
    world.disconnect(step["what"])
    return Outcome()


def set_clock(world: World, desk: Desk, step: Step) -> Outcome:
    desk.ahead = timedelta(minutes=step["what"])
    return Outcome()


def wait(world: World, desk: Desk, step: Step) -> Outcome:
    world.at += timedelta(minutes=step["what"])
    return Outcome()


def restart(world: World, desk: Desk, step: Step) -> Outcome:
    world.desk(step["what"]).close()
    return Outcome()


def troubled(act: Callable[[World, Desk, Step], str]) -> Callable[[World, Desk, Step], Outcome]:
    return lambda world, desk, step: Outcome(words=act(world, world.desk(step["what"]), step))
