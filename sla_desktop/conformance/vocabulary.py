"""The words of a scenario, as data: what may stand where, and of what kind it must be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sla_desktop.domain.errors import SlaError

_MOST = 10_000_000
TEXT, NUMBER, YES_NO, TIME = "text", "number", "yes or no", "time"
NAMES, BY_NAME, ANYTHING = "list of texts", "object by name", "anything"
_KINDS: Mapping[str, tuple[type, ...]] = {
    TEXT: (str,),
    NUMBER: (int, float),
    YES_NO: (bool,),
    TIME: (str,),
    NAMES: (list,),
    BY_NAME: (dict,),
    ANYTHING: (object,),
}


@dataclass(frozen=True)
class Shape:
    """An object of a scenario: its fields with their kinds; `short` names the field that a bare text stands for."""

    name: str
    fields: Mapping[str, Any]
    short: str = ""
    required: tuple[str, ...] = ()


@dataclass(frozen=True)
class ListOf:
    """A list of objects of one shape; one object alone will do as well."""

    shape: Shape


@dataclass(frozen=True)
class Either:
    """A value of one of several kinds."""

    kinds: tuple[Any, ...] = field(default_factory=tuple)


HOW_MANY = Either((NUMBER, NAMES))
EVENT = Shape(
    "an event",
    {"title": TEXT, "starts": TIME, "ends": TIME, "zone": TEXT, "venue": TEXT, "rules": "rules"},
    short="title",
)
ROOM = Shape("a room", {"name": TEXT, "capacity": NUMBER, "event": TEXT}, short="name", required=("name",))
SESSION = Shape(
    "a session",
    {
        **{"title": TEXT, "starts": TIME, "ends": TIME, "room": TEXT, "capacity": NUMBER, "break": YES_NO},
        **{"rules": "rules", "event": TEXT},
    },
    required=("title", "starts", "ends"),
)
QUESTION = Shape(
    "a question",
    {"name": TEXT, "text": TEXT, "kind": TEXT, "required": YES_NO, "choices": NAMES, "ticket_types": NAMES},
    required=("name",),
)
RULES = Shape(
    "rules",
    {
        **{"admits": NAMES, "entries": TEXT, "unpaid_with_reason": YES_NO},
        **{"limits": BY_NAME, "questions": ListOf(QUESTION)},
    },
)
_PERSON = {
    **{"name": TEXT, "given": TEXT, "family": TEXT, "known_as": TEXT, "pronouns": TEXT, "email": TEXT, "phone": TEXT},
    **{"organisation": TEXT, "role": TEXT, "sector": TEXT, "place": TEXT, "access_needs": TEXT, "dietary": TEXT},
}
TICKET = {
    **{"ticket_type": TEXT, "ticket_code": TEXT, "status": TEXT, "valid_from": TIME, "valid_until": TIME},
    **{"attention": TEXT, "add_ons": NAMES, "note": TEXT},
}
PERSON = Shape("a person", {**_PERSON, **TICKET, "order": TEXT, "event": TEXT}, short="name")
NEWCOMER = Shape("a walk-in", {key: TEXT for key in _PERSON if key not in ("known_as", "pronouns", "phone")}, "name")
DESK = Shape(
    "a desk",
    {
        **{"name": TEXT, "clock_ahead_minutes": NUMBER, "room": TEXT, "session": TEXT, "gate": TEXT, "role": TEXT},
        **{"event": TEXT, "prints_badges": YES_NO, "has_list": YES_NO},
    },
    short="name",
    required=("name",),
)
IMPORT = {"file": TEXT, "encoding": TEXT, "event": TEXT}
GIVEN = Shape(
    "given",
    {
        **{"event": EVENT, "events": ListOf(EVENT), "rooms": ListOf(ROOM), "sessions": ListOf(SESSION)},
        **{"rules": RULES, "people": ListOf(PERSON), "import": Either((TEXT, NAMES)), "desks": ListOf(DESK)},
    },
)

# What may stand beside any verb.
STEP = {"desk": TEXT, "at": TIME, "expect": "expect", "why": TEXT}
_DOOR = {
    **{"session": TEXT, "room": TEXT, "gate": TEXT, "event": TEXT, "events": NAMES, "override": TEXT},
    **{"answers": BY_NAME, "request": TEXT, "typed_at": TIME},
}
_PAPER = {"session": TEXT, "add_unknown": YES_NO, "event": TEXT}
VERBS: Mapping[str, tuple[Any, Mapping[str, Any]]] = {
    "scan": (TEXT, {**_DOOR, "leaving": YES_NO}),
    "check_in": (TEXT, _DOOR),
    "check_out": (TEXT, {"event": TEXT, "typed_at": TIME}),
    "walk_in": (NEWCOMER, {"session": TEXT, "event": TEXT, "sure": YES_NO}),
    "undo": (TEXT, {"event": TEXT, "reason": TEXT}),
    "search": (TEXT, {"event": TEXT, "role": TEXT}),
    "paper": (Either((TEXT, NAMES)), _PAPER),
    "import": (Either((TEXT, NAMES)), {"encoding": TEXT, "event": TEXT, "dry_run": YES_NO}),
    "register": (PERSON, {}),
    "edit": (TEXT, {"to": PERSON, "event": TEXT}),
    "set_rules": (RULES, {"session": TEXT, "event": TEXT}),
    "erase": (TEXT, {"event": TEXT, "reason": TEXT}),
    "merge": (TEXT, {"into": TEXT, "event": TEXT}),
    "part": (TEXT, {"from": TEXT, "event": TEXT}),
    "settle": (TEXT, {"event": TEXT, "otherwise": YES_NO}),
    "choose": (TEXT, {}),
    "print_badge": (TEXT, {"event": TEXT, "reason": TEXT}),
    "sync": (Either((TEXT, NAMES)), {"stops_after": NUMBER}),
    "carry": (TEXT, {"to": TEXT}),
    "connect": (NAMES, {}),
    "disconnect": (NAMES, {}),
    "set_clock": (NUMBER, {}),
    "restart": (TEXT, {}),
    "kill": (TEXT, {"while_scanning": NAMES, "after": NUMBER}),
    "fill_disk": (TEXT, {"while_scanning": NAMES}),
    "spoil_record": (TEXT, {}),
    "take_off": (TEXT, {"reason": TEXT}),
    "accept": (TEXT, {}),
    "hand_over": (TEXT, {"to": TEXT}),
    "wait": (NUMBER, {}),
}
OUTCOME = Shape(
    "an expectation of a step",
    {
        **{"verdict": TEXT, "light": TEXT, "words": TEXT, "name": TEXT, "organisation": TEXT, "ticket_type": TEXT},
        **{"detail_has": TEXT, "attention_has": TEXT, "since": TIME, "overruled": TEXT, "recorded": YES_NO},
        **{"asked": NAMES, "error_has": TEXT, "names": NAMES, "shows_email": YES_NO, "states": BY_NAME},
        **{
            "first": TEXT,
            "counts": BY_NAME,
            "fates": NAMES,
            "reasons_have": Either((TEXT, NAMES)),
            "within_seconds": NUMBER,
        },
        **{"shown": NUMBER, "words_have": TEXT, "attention_of": BY_NAME},
    },
    short="verdict",
)
REFUSAL = Shape("a refusal", {"verdict": TEXT, "text": TEXT, "desk": TEXT}, short="verdict")
EXPECT = Shape(
    "expect",
    {
        **{"desk": TEXT, "desks": Either((TEXT, NAMES)), "event": TEXT, "at": TIME},
        **{"verdicts": NAMES, "inside": HOW_MANY, "present_at": BY_NAME, "arrived": NUMBER, "registered": NUMBER},
        **{"cancelled": NUMBER, "records": Either((NUMBER, BY_NAME)), "records_of": BY_NAME, "first_entry": BY_NAME},
        **{
            "sources": BY_NAME,
            "answers": BY_NAME,
            "overrides": BY_NAME,
            "refusals": Either((NUMBER, ListOf(REFUSAL))),
        },
        **{
            "sessions": BY_NAME,
            "rooms": BY_NAME,
            "cards": HOW_MANY,
            "differences": HOW_MANY,
            "merges": HOW_MANY,
            "search": BY_NAME,
        },
        **{
            "ticket_types": BY_NAME,
            "certificates": Either((NUMBER, NAMES, BY_NAME)),
            "badges": Either((NUMBER, BY_NAME)),
            "register_has": NAMES,
        },
        **{"register_lacks": NAMES, "roll_call": HOW_MANY, "same_everywhere": YES_NO, "set_aside": NUMBER},
        **{"nowhere": NAMES, "waiting_to_send": YES_NO, "data_gone": YES_NO, "people": HOW_MANY},
    },
)
SCENARIO = Shape(
    "a scenario",
    {"name": TEXT, "number": NUMBER, "why": TEXT, "given": GIVEN, "do": "steps", "expect": "expectations"},
    required=("name", "do"),
)


def check(value: Any, kind: Any, where: str) -> Any:
    """A value as its kind wants it: a bare text becomes an object, one object a list. SlaError names the place."""
    if isinstance(kind, Shape):
        return _object(value, kind, where)
    if isinstance(kind, ListOf):
        parts = value if isinstance(value, list) else [value]
        return [_object(part, kind.shape, f"{where}, no. {number}") for number, part in enumerate(parts, 1)]
    if isinstance(kind, Either):
        return _either(value, kind, where)
    if kind in _SPECIAL:
        return _SPECIAL[kind](value, where)
    right = isinstance(value, _KINDS[kind]) and (kind != NUMBER or _is_number(value))
    if not right or (kind == NAMES and not all(isinstance(one, str) for one in value)):
        raise SlaError(f"{where}: {value!r} must be a {kind}.")
    return value


def _is_number(value: Any) -> bool:
    """Whether a scenario may reckon with it: true is no number, and neither is what no clock reaches."""
    return not isinstance(value, bool) and -_MOST <= value <= _MOST


def _object(value: Any, shape: Shape, where: str) -> dict[str, Any]:
    if isinstance(value, str) and shape.short:
        value = {shape.short: value}
    if not isinstance(value, dict):
        raise SlaError(f"{where}: {value!r} is not {shape.name}; write an object with: {', '.join(shape.fields)}.")
    for name in value:
        if name not in shape.fields:
            raise SlaError(f"{where}: “{name}” is no field of {shape.name}. Known: {', '.join(shape.fields)}.")
    missing = [name for name in shape.required if name not in value]
    if missing:
        raise SlaError(f"{where}: {shape.name} needs “{missing[0]}”.")
    return {name: check(part, shape.fields[name], f"{where}, {name}") for name, part in value.items()}


def _either(value: Any, kind: Either, where: str) -> Any:
    for one in kind.kinds:
        try:
            return check(value, one, where)
        except SlaError:
            continue
    named = (f"list with {one.shape.name}" if isinstance(one, ListOf) else str(one) for one in kind.kinds)
    raise SlaError(f"{where}: {value!r} must be a {' or a '.join(named)}.")


def _steps(value: Any, where: str) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        raise SlaError(f"{where}: what is done is a list of steps.")
    return [_step(part, f"{where}, step {number}") for number, part in enumerate(value, 1)]


def _step(value: Any, where: str) -> dict[str, Any]:
    """A step as {verb, what, and what stands beside it}."""
    named = [name for name in value if name in VERBS] if isinstance(value, dict) else []
    if len(named) != 1:
        told = (
            "has no verb" if not named else f"has {len(named)} verbs ({', '.join(named)}); make it {len(named)} steps"
        )
        raise SlaError(f"{where}: {value!r} {told}. Known verbs: {', '.join(VERBS)}.")
    verb, (what, beside) = named[0], VERBS[named[0]]
    shape = Shape(f"“{verb}”", {verb: what, **beside, **STEP})
    checked = _object(value, shape, where)
    return {"verb": verb, "what": checked.pop(verb), **checked}


def _expectations(value: Any, where: str) -> list[dict[str, Any]]:
    if isinstance(value, str):
        value = [value]
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return [{"verdicts": value}]
    checked: list[dict[str, Any]] = check(value, ListOf(EXPECT), where)
    return checked


_SPECIAL = {
    "rules": lambda value, where: _object(value, RULES, where),
    "expect": lambda value, where: _object(value, OUTCOME, where),
    "steps": _steps,
    "expectations": _expectations,
}
