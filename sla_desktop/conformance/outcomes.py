"""What a step expects, compared with what came of it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sla_desktop.conformance.outcome import Outcome
from sla_desktop.conformance.world import World
from sla_desktop.domain.attendance import Verdict
from sla_desktop.domain.events import clock
from sla_desktop.services.people import Attendee


def faults(world: World, expected: Mapping[str, Any], outcome: Outcome) -> Iterator[str]:
    """What is not as expected, in sentences."""
    if outcome.error and "error_has" not in expected:
        yield f"it was refused: {outcome.error}"
        return
    for key, wanted in expected.items():
        found = _FOUND[key](world, outcome)
        right = _fits(key, wanted, found)
        if not right:
            yield f"{key}: {found!r}, not {wanted!r}{_told(outcome)}"


def _fits(key: str, wanted: Any, found: Any) -> bool:
    if key.endswith("_has"):
        return str(wanted) in str(found)
    if key in ("reasons_have", "words_have"):
        return all(text in str(found) for text in ([wanted] if isinstance(wanted, str) else wanted))
    if key == "within_seconds":
        return bool(found <= wanted)
    if isinstance(wanted, Mapping) and isinstance(found, Mapping):
        return all(found.get(name) == value for name, value in wanted.items())
    return bool(found == wanted)


def _told(outcome: Outcome) -> str:
    if outcome.error:
        return f" (it was refused: {outcome.error})"
    verdict = outcome.verdict
    return f" ({verdict.words}: {verdict.name} {verdict.detail})" if verdict else ""


def _of_verdict(read: Callable[[World, Verdict], Any]) -> Callable[[World, Outcome], Any]:
    return lambda world, outcome: read(world, outcome.verdict) if outcome.verdict else None


def _of_found(read: Callable[[list[Attendee], bool], Any]) -> Callable[[World, Outcome], Any]:
    return lambda _, outcome: read(outcome.found, outcome.steward) if outcome.found is not None else None


def _state(person: Attendee) -> str:
    if person.cancelled:
        return "cancelled"
    return "in" if person.inside else "left" if person.last else "expected"


def _attention(person: Attendee) -> str:
    return " ".join(filter(None, (person.registration.attention, person.member.access_needs)))


def _time(world: World, verdict: Verdict) -> str:
    return clock(verdict.at, world.event().zone) if verdict.at else ""


_FOUND: Mapping[str, Callable[[World, Outcome], Any]] = {
    "verdict": _of_verdict(lambda _, one: one.code),
    "light": _of_verdict(lambda _, one: one.light),
    "words": _of_verdict(lambda _, one: one.words),
    "name": _of_verdict(lambda _, one: one.name),
    "organisation": _of_verdict(lambda _, one: one.organisation),
    "ticket_type": _of_verdict(lambda _, one: one.ticket_type),
    "detail_has": _of_verdict(lambda _, one: one.detail),
    "attention_has": _of_verdict(lambda _, one: one.attention),
    "since": _of_verdict(_time),
    "overruled": _of_verdict(lambda _, one: one.overruled),
    "recorded": _of_verdict(lambda _, one: one.recorded),
    "asked": _of_verdict(lambda _, one: list(one.asked)),
    "error_has": lambda _, outcome: outcome.error,
    "names": _of_found(lambda found, _: [one.name for one in found]),
    "shown": _of_found(lambda found, _: len(found)),
    "first": _of_found(lambda found, _: found[0].name if found else ""),
    "states": _of_found(lambda found, _: {one.name: _state(one) for one in found}),
    "attention_of": _of_found(lambda found, _: {one.name: _attention(one) for one in found}),
    "shows_email": _of_found(lambda found, steward: not steward and any(one.member.email for one in found)),
    "counts": lambda _, outcome: outcome.plan.counts if outcome.plan else Counter(outcome.fates or ()),
    "fates": lambda _, outcome: outcome.fates,
    "reasons_have": lambda _, outcome: outcome.words,
    "words_have": lambda _, outcome: outcome.words,
    "within_seconds": lambda world, _: world.seconds,
}
