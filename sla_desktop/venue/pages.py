"""The pages that phones see: plain HTML that works without a script, at any size, by touch, keyboard and ear."""

import json
import re
from collections.abc import Callable
from html import escape

from sla_desktop.survey import answers, limits, model, pace
from sla_desktop.survey.model import Question, Questionnaire
from sla_desktop.survey.sitting import Sitting
from sla_desktop.venue.steps import Step

_MOST_STEPS = 21
_ENGLISH = ' lang="en"'
_PROTECTED = (
    "Nobody can see who gave an answer: no name, no time of day and no device is kept. Your answers go over this "
    "network to one laptop in this building, and not to the internet. Whoever runs the network could read them on "
    "the way, so please write nothing that names somebody."
)
STYLE = """
:root { color-scheme: light dark; --text: #14202b; --page: #f6f7f9; --card: #ffffff; --line: #5f6b77; --act: #0b5cad;
  --on-act: #ffffff; --bad: #a3161b; }
@media (prefers-color-scheme: dark) { :root { --text: #eef2f5; --page: #12181e; --card: #1b242c; --line: #9aa7b3;
  --act: #8cc4ff; --on-act: #0a1826; --bad: #ff9b9b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1.125rem/1.5 system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1, legend { font-size: 1.5rem; line-height: 1.3; font-weight: 600; margin: .5rem 0 1rem; padding: 0; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
label.choice { display: flex; gap: .75rem; align-items: center; min-height: 3rem; padding: .5rem .75rem;
  margin: 0 0 .5rem;
  background: var(--card); border: 2px solid var(--line); border-radius: .5rem; }
label.choice:has(:checked) { border-color: var(--act); }
input[type=radio], input[type=checkbox] { width: 1.5rem; height: 1.5rem; flex: none; accent-color: var(--act); }
input[type=text], input[type=date], textarea, select { width: 100%; font: inherit; padding: .75rem; color: inherit;
  background: var(--card); border: 2px solid var(--line); border-radius: .5rem; }
textarea { min-height: 8rem; }
.steps { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0; }
button { font: inherit; font-weight: 600; min-height: 3rem; min-width: 6rem; padding: .5rem 1.25rem;
  border-radius: .5rem;
  border: 2px solid var(--act); background: transparent; color: var(--act); }
button.main { background: var(--act); color: var(--on-act); flex: 1; }
:focus-visible { outline: 3px solid var(--act); outline-offset: 3px; }
.wrong { color: var(--bad); border-left: 4px solid var(--bad); padding-left: .75rem; font-weight: 600; }
.small { font-size: 1rem; }
"""


def start_page(form: Questionnaire, token: str) -> str:
    """The first page: what this is, what is protected, and the languages."""
    several = len(form.languages) > 1
    names = {one: escape(one) if several else "Start" for one in form.languages}
    buttons = "".join(
        f'<button class="main" name="language" value="{escape(one)}"{_lang(one)}>{name}</button>'
        for one, name in names.items()
    )
    body = (
        f"<h1>{escape(form.title)}</h1>"
        f"<p>A few short questions, one at a time: {pace.in_words(Sitting(form).shown())}. "
        "You may skip any that is not needed.</p>"
        f'<form method="post" action="/form"><input type="hidden" name="token" value="{token}">'
        f'<div class="steps">{buttons}</div></form><p class="small">{_PROTECTED}</p>'
    )
    return _page(form.title, "", body)


def step_page(step: Step, token: str) -> str:
    """One question with the way to answer it."""
    question = step.question
    assert question is not None
    label = step.sitting.say(question.label, step.language) or question.name
    title = f"Question {step.place + 1}, {pace.in_words(step.ahead)} left"
    wrong = f'<p class="wrong" id="wrong" role="alert">{escape(step.problem)}</p>' if step.problem else ""
    hint = step.sitting.say(question.hint, step.language)
    told = f'<p id="hint">{escape(hint)}</p>' if hint else ""
    asks = question.kind in model.ASKED
    skip = asks and not step.sitting.is_required(question)
    hidden = {"token": token, "language": step.language, "at": question.key, "given": json.dumps(dict(step.given))}
    kept = "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in hidden.items())
    ask = _asked(step, question, label, wrong + told) if asks else f"<h1>{escape(label)}</h1>{told}"
    buttons = ['<button class="main" name="go" value="next">Next</button>']
    buttons += ['<button name="go" value="skip">Skip</button>'] * skip
    buttons += ['<button name="go" value="back">Back</button>'] * bool(step.place)
    body = (
        f'<p class="small">{title}</p><form method="post" action="/form" novalidate>{kept}{ask}'
        f'<div class="steps">{"".join(buttons)}</div></form>'
    )
    return _page(f"{'Error: ' if step.problem else ''}{label} – {title}", step.language, body)


def thanks_page(language: str = "") -> str:
    """After the answers are on the disk."""
    words = "Your answers are saved. Nobody can see who gave them. You can close this page."
    return _page("Thank you", language, f"<h1>Thank you</h1><p>{words}</p>")


def trouble_page(title: str, sentence: str) -> str:
    """Something that cannot be done, and what to do."""
    back = '<p><a href="/">Start again</a></p>'
    return _page(title, "", f"<h1>{escape(title)}</h1><p>{escape(sentence)}</p>{back}")


def check_page() -> str:
    """Shows that a phone reaches the laptop."""
    words = "This phone reaches the laptop. Nothing about it was kept. The questions will open here in the same way."
    return _page("It works", "", f'<h1>It works</h1><p>{words}</p><p><a href="/">Open the questions</a></p>')


def _asked(step: Step, question: Question, label: str, above: str) -> str:
    draw = _BOXES.get(question.kind, _line)
    if _steps(question):
        draw = _radios
    described = " ".join(["wrong"] * bool(step.problem) + ["hint"] * bool(question.hint))
    about = f' aria-describedby="{described}"' if described else ""
    if draw in (_line, _text):
        heading = f'<h1><label for="answer">{escape(label)}</label></h1>'
        return f"{heading}{above}{draw(step, question, about)}"
    return (
        f"<fieldset{about}><legend><h1>{escape(label)}</h1></legend>{above}{draw(step, question, about)}</fieldset>"
    )


def _radios(step: Step, question: Question, about: str) -> str:
    return _choices(step, question, "radio")


def _checkboxes(step: Step, question: Question, about: str) -> str:
    return _choices(step, question, "checkbox")


def _choices(step: Step, question: Question, kind: str) -> str:
    if steps := _steps(question):
        offered = [(value, value) for value in steps]
    elif question.kind == model.ACKNOWLEDGE:
        offered = [("OK", "Yes, I have read this")]
    else:
        choices = step.sitting.offered(question)
        offered = [(one.value, step.sitting.say(one.label, step.language) or one.value) for one in choices]
    chosen = step.typed.split()
    return "".join(
        f'<label class="choice"><input type="{kind}" name="answer" value="{escape(value)}"'
        f"{' checked' if value in chosen else ''}><span>{escape(label)}</span></label>"
        for value, label in offered
    )


def _ranks(step: Step, question: Question, about: str) -> str:
    choices, chosen = step.sitting.offered(question), step.typed.split()
    found = []
    for choice in choices:
        at = chosen.index(choice.value) + 1 if choice.value in chosen else 0
        options = "".join(
            f'<option value="{place:03d}"{" selected" if place == at else ""}>{place}</option>'
            for place in range(1, len(choices) + 1)
        )
        label = escape(step.sitting.say(choice.label, step.language) or choice.value)
        name = escape(f"place {choice.value}")
        select = f'<select name="{name}"><option value=""></option>{options}</select>'
        found.append(f'<label class="choice"><span>{label}</span>{select}</label>')
    return "".join(found)


def _line(step: Step, question: Question, about: str) -> str:
    kind = "date" if question.kind == model.DATE else "text"
    keys = {model.INTEGER: "numeric", model.DECIMAL: "decimal", model.RANGE: "decimal"}.get(question.kind, "text")
    return (
        f'<input id="answer" type="{kind}" inputmode="{keys}" name="answer" value="{escape(step.typed)}"'
        f' autocomplete="off" maxlength="200"{about}>'
    )


def _text(step: Step, question: Question, about: str) -> str:
    note = '<p class="small">Please do not write anybody’s name.</p>'
    box = f'<textarea id="answer" name="answer" maxlength="{answers.LONGEST_TEXT}" autocomplete="off"{about}>'
    return f"{note}{box}{escape(step.typed)}</textarea>"


_BOXES: dict[str, Callable[[Step, Question, str], str]] = {
    model.ONE: _radios,
    model.MANY: _checkboxes,
    model.ACKNOWLEDGE: _checkboxes,
    model.RANK: _ranks,
    model.TEXT: _text,
}


def _steps(question: Question) -> tuple[str, ...]:
    return limits.steps(question, _MOST_STEPS) if question.kind in model.NUMBERS else ()


def _lang(language: str) -> str:
    found = re.search(r"\(([A-Za-z]{2,3}(?:-[A-Za-z]+)?)\)\s*$", language)
    return f' lang="{found[1]}"' if found else ""


def _page(title: str, language: str, body: str) -> str:
    return (
        f"<!doctype html><html{_lang(language) or _ENGLISH}>"
        f'<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f'<link rel="stylesheet" href="/style.css"></head><body><main>{body}</main></body></html>'
    )
