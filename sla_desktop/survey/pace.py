"""How long a form takes to answer, told before it and on the way."""

from collections.abc import Iterable

from sla_desktop.domain.text import counted
from sla_desktop.survey import model
from sla_desktop.survey.model import Question

# Seconds. Pew Research Center reckons about ten for a question that stands alone, and far more for own words.
_USUAL = 10
_SECONDS = {model.TEXT: 30, model.RANK: 30, model.NOTE: 5}


def in_words(questions: Iterable[Question]) -> str:
    """About how many minutes these questions take."""
    seconds = sum(_SECONDS.get(one.kind, _USUAL) for one in questions)
    if seconds < 60:
        return "less than a minute"
    return f"about {counted(round(seconds / 60), 'minute')}"
