"""Before and after, paired by the codes of cards: a form that an event asks again, or two events of a programme."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from sla_desktop.domain.events import Event
from sla_desktop.domain.feedback import THRESHOLD, Form, Release, Response
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import counted
from sla_desktop.storage import query
from sla_desktop.survey import changes, counting, pairs, reading
from sla_desktop.survey.changes import Change, Linked
from sla_desktop.survey.model import Questionnaire

# Forms of each side without a partner: one with each answer of a scale of five, and two more to choose among.
_OUTSIDE = THRESHOLD + 2


@dataclass(frozen=True)
class Changed:
    """A question that both forms ask; `change` is None where it would tell of a few."""

    question: str
    label: str
    change: Change | None


@dataclass(frozen=True)
class Paired:
    """Who answered before and after. `held_back` pairs are left out, so that nobody can tell who is in.

    `before` and `after` count the forms without a partner; `twice` the codes that came more than once on one side.
    """

    since: str
    pairs: int
    held_back: int
    before: int
    after: int
    twice: int
    changes: tuple[Changed, ...]


@dataclass(frozen=True)
class Side:
    """A form as it was asked once, with its answers."""

    title: str
    form: Questionnaire
    responses: tuple[Response, ...]


def sides(connection: Connection, event_id: EventId, form: Questionnaire) -> tuple[Side, Side | None]:
    """An event's answers to its form, and those before it: to the form that this one asks again.

    Where an event has one form only, all its answers are to that one.
    """
    responses = tuple(query.find(connection, Response, event_id=event_id))
    if form.card is None:
        return Side(form.title, form, responses), None
    asked = _asked(connection, event_id)
    names = {key: one.name for key, one in asked.items()}
    others = [one for one in asked.values() if one.name != form.name and one.card]
    if not others:
        return Side(form.title, form, responses), None
    first = others[-1]
    earlier = tuple(one for one in responses if names.get(one.form_id) == first.name)
    known = {one.name for one in others}
    now = tuple(one for one in responses if names.get(one.form_id) not in known)
    return Side(form.title, form, now), Side("the form before", first, earlier)


def own(releases: Sequence[Release], form: Questionnaire, before: Side | None) -> list[Release]:
    """The packs that told of this form, and not of the one before it."""
    return [one for one in releases if before is None or one.told.get("form") == form.name]


def paired(
    connection: Connection, event_id: EventId, now: Side, before: Side | None, releases: Sequence[Release]
) -> Paired | None:
    """How answers changed since the form before, or since the last event of the programme that used cards."""
    card = now.form.card
    first = before or (_earlier_event(connection, event_id) if card else None)
    if card is None or first is None or first.form.card is None:
        return None
    then, since = ([one.answers for one in side.responses] for side in (first, now))
    matched = pairs.match(then, since, (first.form.card.key, card.key), _OUTSIDE)
    asked = (now.form.by_key[key] for key in pairs.shared(first.form, now.form))
    told = tuple(
        Changed(one.key, now.form.label(one), changes.told(linked, THRESHOLD, _earlier(releases, one.key)))
        for one in asked
        for linked in [_linked(now.form, one.key, (then, since), matched)]
    )
    return Paired(
        first.title, len(matched.pairs), matched.held_back, matched.before, matched.after, matched.twice, told
    )


def record_of(told: Paired | None) -> dict[str, Any]:
    """What is told of pairs, for the record of a pack that is out: no code is in it."""
    known = {one.question: one.change for one in told.changes if one.change} if told else {}
    return {key: [one.pairs, one.mean, one.square, one.groups] for key, one in known.items()}


def in_words(told: Paired) -> str:
    """Who is paired and who is not, in a few sentences."""
    outside = f"{told.before} earlier and {told.after} later forms have no partner"
    held = f"{counted(told.held_back, 'pair')} left out, so that nobody can tell who is in"
    twice = f"{counted(told.twice, 'code')} came more than once on one side and cannot be paired"
    more = [outside, *[held] * bool(told.held_back), *[twice] * bool(told.twice)]
    return f"{counted(told.pairs, 'pair')} of answers since {told.since}, by the codes of cards. {'; '.join(more)}."


def change_words(change: Change | None) -> str:
    """How answers changed, in a sentence."""
    if change is None:
        return "hidden"
    low, high = change.interval
    groups = zip(("up", "the same", "down"), change.groups or (), strict=False)
    directions = "".join(f"; {count} {words}" for words, count in groups)
    mean = f"{change.mean:+.1f} on average of {change.pairs} pairs (95% interval {low:+.1f} to {high:+.1f})"
    return f"{mean}{directions}"


def _earlier(releases: Sequence[Release], key: str) -> tuple[Change, ...]:
    found = (one.told.get("pairs", {}).get(key) for one in releases)
    return tuple(
        Change(count, mean, square, tuple(groups) if groups else None)
        for count, mean, square, groups in filter(None, found)
    )


def _linked(
    form: Questionnaire, key: str, records: Sequence[Sequence[Mapping[str, str]]], matched: pairs.Matched
) -> Linked:
    values = sorted(counting.values(form, form.by_key[key]), key=float)
    places = {value: place for place, value in enumerate(values)}
    before, after = (tuple(places[one[key]] for one in side if one.get(key) in places) for side in records)
    both = ((places.get(one.get(key, "")), places.get(two.get(key, ""))) for one, two in matched.pairs)
    linked = tuple((one, two) for one, two in both if one is not None and two is not None)
    return Linked(tuple(map(float, values)), before, after, linked)


def _earlier_event(connection: Connection, event_id: EventId) -> Side | None:
    """The last event before this one in its programme whose form asks for the code of a card."""
    event = query.get(connection, Event, event_id)
    if event is None or event.programme_id is None:
        return None
    events = query.find(connection, Event, order="starts", programme_id=event.programme_id)
    for one in reversed([one for one in events if one.starts < event.starts]):
        forms = list(_asked(connection, one.id).values())
        if forms and forms[-1].card:
            return Side(f"“{one.title}”", forms[-1], sides(connection, one.id, forms[-1])[0].responses)
    return None


def _asked(connection: Connection, event_id: EventId) -> dict[Any, Questionnaire]:
    """All forms of an event in the order of their versions."""
    forms = query.find(connection, Form, order="version", event_id=event_id)
    return {one.id: reading.questionnaire(one.sheets) for one in forms if one.sheets}
