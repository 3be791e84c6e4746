"""Making what a scenario starts from: events, rooms, sessions, rules, people and desks."""

from collections.abc import Mapping
from typing import Any

from sla_desktop.conformance.world import Desk, World
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import DEFAULT_ZONE, Event
from sla_desktop.domain.ids import SessionId
from sla_desktop.services import doors, events, places, registrations
from sla_desktop.services.places import NewPlace

_DAY = {"title": "Community day", "starts": "2026-11-24 09:00", "ends": "2026-11-24 16:00"}
_RENAMED = {"order": "source_ref", "ticket_code": "external_code"}
_TIMES = ("valid_from", "valid_until")


def make(world: World, given: Mapping[str, Any]) -> None:
    """Make it all at the first desk, and give it to the others by the team's share."""
    told = given.get("desks") or [{"name": "Desk 1"}]
    for one in told:
        world.add_desk(one)
    first = world.desk()
    for one in given.get("events") or [given.get("event", {})]:
        _event(world, first, {**_DAY, **one})
    world.at = world.event().starts
    _programme(world, first, given)
    for person in given.get("people", ()):
        register(world, first, person)
    if "import" in given:
        import_text(world, first, given["import"])
    for event in world.events.values():
        world.remember(first, event)
    having = [world.desk(one["name"]) for one in told if one.get("has_list", True)]
    for _ in range(2 if len(having) > 1 else 0):
        for desk in having:
            world.sync(desk)


def _event(world: World, desk: Desk, told: Mapping[str, Any]) -> None:
    zone = events.check_zone(told.get("zone", DEFAULT_ZONE))
    made = events.add_event(
        desk.store,
        title=told["title"],
        starts=events.moment(told["starts"], zone),
        ends=events.moment(told["ends"], zone),
        zone=zone,
        venue=told.get("venue", ""),
    )
    world.events[made.title] = made
    if "rules" in told:
        set_rules(desk, made, told["rules"])


def _programme(world: World, desk: Desk, given: Mapping[str, Any]) -> None:
    for room in given.get("rooms", ()):
        events.add_room(desk.store, world.event(room.get("event", "")).id, room["name"], room.get("capacity"))
    for told in given.get("sessions", ()):
        event = world.event(told.get("event", ""))
        made = events.add_session(
            desk.store,
            event.id,
            title=told["title"],
            starts=world.moment(told["starts"], event),
            ends=world.moment(told["ends"], event),
            room=told.get("room", ""),
            capacity=told.get("capacity"),
            counts=not told.get("break", False),
        )
        if "rules" in told:
            set_rules(desk, event, told["rules"], made.id)
    if "rules" in given:
        set_rules(desk, world.event(), given["rules"])


def set_rules(desk: Desk, event: Event, told: Mapping[str, Any], session: SessionId | None = None) -> None:
    """Set a door's rules as a scenario tells them."""
    rules = {("unpaid" if name == "unpaid_with_reason" else name): value for name, value in told.items()}
    doors.set_rules(desk.store, event.id, rules, session)


def register(world: World, desk: Desk, told: Mapping[str, Any]) -> None:
    """Register a person at a desk."""
    event = world.event(told.get("event", ""))
    places.add_place(desk.store, event.id, NewPlace(**ticket_fields(world, told, event)))


def ticket_fields(world: World, told: Mapping[str, Any], event: Event) -> dict[str, Any]:
    """A scenario's words for a person and their ticket, as our fields."""
    found: dict[str, Any] = {}
    for name, value in told.items():
        if name == "event":
            continue
        if name in _TIMES:
            value = world.moment(value, event) if value else None
        found[_RENAMED.get(name, name)] = tuple(value) if isinstance(value, list) else value
    return found


def import_text(
    world: World,
    desk: Desk,
    text: str | list[str],
    *,
    encoding: str = "utf-8",
    title: str = "",
    dry_run: bool = False,
) -> registrations.ImportPlan:
    """Bring in a list whose text stands in the scenario, as a file in some encoding."""
    path = world.folder / "list.csv"
    whole = text if isinstance(text, str) else "\n".join(text) + "\n"
    try:
        path.write_bytes(whole.encode(encoding))
    except (LookupError, UnicodeError) as error:
        raise SlaError(f"The list cannot be written as “{encoding}”: {error}.") from error
    event = world.event(title)
    plan = registrations.plan_import(desk.store, event.id, path)
    if not dry_run:
        registrations.apply_import(desk.store, event.id, plan)
    return plan
