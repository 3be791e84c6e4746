"""Themes of what people wrote: the code book, comments coded by people with suggestions, and how far two agree."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from sla_desktop.domain import card_codes
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.feedback import THRESHOLD, Response
from sla_desktop.domain.ids import CodingId, EventId, ResponseId, ThemeId, natural_id, new_id
from sla_desktop.domain.text import clean, fold
from sla_desktop.domain.themes import Coding, Theme, cohen_kappa
from sla_desktop.services import forms
from sla_desktop.storage import query
from sla_desktop.storage.store import Store
from sla_desktop.survey import model
from sla_desktop.survey.model import Choice, Question, Questionnaire

if TYPE_CHECKING:
    from sla_desktop.survey.suggesting import Suggestion

Themes = tuple[str, ...]


@dataclass(frozen=True)
class Comment:
    """What one or more people wrote, word for word the same, to a question."""

    question: str
    label: str
    text: str
    responses: tuple[ResponseId, ...]


@dataclass(frozen=True)
class Agreement:
    """How far two coders agree on a theme, over the comments that both coded; None where it says nothing."""

    theme: str
    comments: int
    kappa: float | None


def code_book(store: Store, event_id: EventId) -> list[Theme]:
    """The themes that can be given, by name."""
    with store.read() as connection:
        return _book(connection, event_id)


def keep_theme(
    store: Store, event_id: EventId, name: str, description: str = "", *, theme_id: ThemeId | None = None
) -> Theme:
    """Keep a theme, new or in other words. SlaError without a name, or for one that is there."""
    if not clean(name):
        raise SlaError("A theme needs a name.")
    known = code_book(store, event_id)
    if any(fold(one.name) == fold(name) and one.id != theme_id for one in known):
        raise SlaError(f"There is a theme “{clean(name)}” already.")
    made = Theme(theme_id or ThemeId(new_id()), event_id, clean(name), clean(description))
    with store.change() as tx:
        tx.put(made)
    return made


def retire_theme(store: Store, theme: Theme, *, retired: bool = True) -> None:
    """Take a theme out of the code book, or back in; what was coded with it stays."""
    with store.change() as tx:
        tx.put(replace(theme, retired=retired))


def comments(store: Store, event_id: EventId) -> list[Comment]:
    """What people wrote, by question and in the order of the words; nothing where fewer than five wrote."""
    form = forms.questionnaire(store, event_id)
    with store.read() as connection:
        responses = query.find(connection, Response, event_id=event_id)
    return [one for question in _written(form) for one in _comments(form, question, responses)]


def codings(store: Store, event_id: EventId, coder: str) -> dict[tuple[str, str], Themes]:
    """What somebody coded: the themes of a comment, by its question and text."""
    with store.read() as connection:
        known = {(one.question, one.response_id): one.themes for one in _coded(connection, event_id, coder)}
    found = ((one, known.get((one.question, one.responses[0]))) for one in comments(store, event_id))
    return {(one.question, one.text): themes for one, themes in found if themes is not None}


def coders(store: Store, event_id: EventId) -> list[str]:
    """Who coded, most first."""
    with store.read() as connection:
        return _coders(_standing(connection, event_id))


def code(store: Store, event_id: EventId, comment: Comment, coder: str, themes: Sequence[str] | None) -> None:
    """Keep which themes (ids as text) somebody found in a comment; none is an answer too, None takes it back.

    SlaError without a name, or for a theme that is not there.
    """
    who = clean(coder)
    if not who:
        raise SlaError("Say who codes: two people’s codings are compared.")
    known = {str(theme.id) for theme in code_book(store, event_id)}
    if strange := [theme for theme in themes or () if theme not in known]:
        raise SlaError(f"“{strange[0]}” is no theme of this event.")
    made = [
        Coding(
            CodingId(natural_id("coding", key, comment.question, fold(who))),
            event_id,
            key,
            comment.question,
            who,
            tuple(sorted(themes or ())),
            stands=themes is not None,
        )
        for key in comment.responses
    ]
    with store.change() as tx:
        tx.put(*made)


def suggest(store: Store, event_id: EventId, coder: str, texts: Sequence[str]) -> "list[tuple[Suggestion, ...]]":
    """The three likeliest themes of each text, by the code book and by what this person coded so far."""
    from sla_desktop.survey.suggesting import Suggester

    book = {str(theme.id): f"{theme.name} {theme.description}" for theme in code_book(store, event_id)}
    coded = [(text, themes) for (_, text), themes in codings(store, event_id, coder).items()]
    suggester = Suggester(book, coded)
    return [suggester.top(text) for text in texts]


def agreement(store: Store, event_id: EventId, one: str, other: str) -> list[Agreement]:
    """Cohen's kappa for each theme, over the comments that both coded."""
    first, second = codings(store, event_id, one), codings(store, event_id, other)
    both = sorted(first.keys() & second.keys())
    found = []
    for theme in code_book(store, event_id):
        key = str(theme.id)
        pairs = [(key in first[comment], key in second[comment]) for comment in both]
        found.append(Agreement(theme.name, len(both), cohen_kappa(pairs)))
    return found


def with_themes(
    connection: Connection, event_id: EventId, form: Questionnaire, responses: Sequence[Response]
) -> tuple[Questionnaire, list[Mapping[str, Any]]]:
    """The form and the answers with the themes of each question as one more that takes several choices, so that they
    are counted and protected like all else.

    The coding of whoever coded most counts, with a comment without a theme as one of none, and only once all that was
    written to a question is coded.
    """
    answers: list[Mapping[str, Any]] = [one.answers for one in responses]
    known = _standing(connection, event_id)
    who = next(iter(_coders(known)), "")
    book = _book(connection, event_id)
    themes = {(one.question, one.response_id): one.themes for one in known if one.coder == who}
    for question in _written(form) if book else ():
        given = [themes.get((question.key, one.id)) if one.answers.get(question.key) else () for one in responses]
        if None in given or not any(given):
            continue
        form, asked = _themed(form, question, book, json.dumps(sorted(map(list, filter(None, given)))))
        answers = [
            {**one, asked.key: " ".join(told or ["-"] * bool(one.get(question.key)))}
            for one, told in zip(answers, given, strict=True)
        ]
    return form, answers


def _themed(
    form: Questionnaire, question: Question, book: Sequence[Theme], coded: str
) -> tuple[Questionnaire, Question]:
    """The form with the themes of a question as one more. It has another name for another coding: coded anew, numbers
    may fall, and are not to be compared with those of a pack before as if somebody had answered since."""
    key = f"{question.key}_themes_{hashlib.sha256(coded.encode()).hexdigest()[:8]}"
    label = {"": f"Themes of: {form.label(question)}"}
    asked = Question(key, key, f"/{form.root}/{key}", model.MANY, 0, label, choices=key)
    lists = {**form.lists, key: tuple(Choice(str(theme.id), {"": theme.name}) for theme in book)}
    return replace(form, questions=(*form.questions, asked), lists=lists), asked


def _book(connection: Connection, event_id: EventId) -> list[Theme]:
    return [one for one in query.find(connection, Theme, order="name", event_id=event_id) if not one.retired]


def _coded(connection: Connection, event_id: EventId, coder: str) -> list[Coding]:
    return [one for one in _standing(connection, event_id) if fold(one.coder) == fold(coder)]


def _standing(connection: Connection, event_id: EventId) -> list[Coding]:
    return [one for one in query.find(connection, Coding, event_id=event_id) if one.stands]


def _coders(known: Sequence[Coding]) -> list[str]:
    counts: dict[str, int] = {}
    for one in known:
        counts[one.coder] = counts.get(one.coder, 0) + 1
    return sorted(counts, key=lambda name: (-counts[name], name))


def _written(form: Questionnaire) -> list[Question]:
    return [one for one in form.asked if one.kind == model.TEXT]


def _comments(form: Questionnaire, question: Question, responses: Sequence[Response]) -> list[Comment]:
    found: dict[str, list[ResponseId]] = {}
    for one in responses:
        text = str(one.answers.get(question.key, ""))
        if text and not card_codes.read(text):
            found.setdefault(text, []).append(one.id)
    if sum(map(len, found.values())) < THRESHOLD:
        return []
    label = form.label(question)
    return [Comment(question.key, label, text, tuple(sorted(found[text]))) for text in sorted(found)]
