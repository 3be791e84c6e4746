"""The verbs of a scenario, each done through the services that the window uses."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from sla_desktop.conformance import at_the_door as door
from sla_desktop.conformance import between_desks as between
from sla_desktop.conformance import in_the_office as office
from sla_desktop.conformance import trouble
from sla_desktop.conformance.outcome import Outcome, Step
from sla_desktop.conformance.world import Desk, World
from sla_desktop.domain.errors import SlaError


def do(world: World, step: Step) -> Outcome:
    """Do a step at its time and its desk's own clock. What the program refuses in words is an outcome."""
    world.pass_time(step.get("at"))
    try:
        desk = world.desk(step.get("desk", ""))
        with world.clock_of(desk):
            outcome = _VERBS[step["verb"]](world, desk, step)
            door.print_if_wanted(world, desk, step, outcome)
    except SlaError as error:
        return Outcome(error=str(error))
    if outcome.verdict is not None:
        desk.shown.append(outcome.verdict)
        world.verdicts.append(outcome.verdict)
    with suppress(SlaError):
        world.settle()
    return outcome


_VERBS: Mapping[str, Callable[[World, Desk, Step], Outcome]] = {
    "scan": door.scan,
    "check_in": door.check_in,
    "check_out": door.check_out,
    "walk_in": door.walk_in,
    "undo": door.undo,
    "search": door.search,
    "paper": door.paper,
    "import": office.import_list,
    "register": office.register,
    "edit": office.edit,
    "set_rules": office.set_rules,
    "erase": office.erase,
    "merge": office.merge,
    "part": office.part,
    "settle": office.settle,
    "choose": office.choose,
    "print_badge": door.print_badge,
    "sync": between.sync,
    "carry": between.carry,
    "connect": between.connect,
    "disconnect": between.disconnect,
    "set_clock": between.set_clock,
    "wait": between.wait,
    "restart": between.restart,
    "kill": between.troubled(trouble.kill),
    "fill_disk": between.troubled(trouble.fill_disk),
    "spoil_record": between.troubled(trouble.spoil_record),
    "take_off": lambda world, desk, step: Outcome(words=trouble.take_off(world, desk, step)),
    "accept": lambda world, desk, step: Outcome(words=trouble.accept(world, desk, step)),
    "hand_over": between.troubled(trouble.hand_over),
}
