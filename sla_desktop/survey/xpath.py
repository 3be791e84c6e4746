"""XPath as XLSForms write it: cut into tokens, checked, and made ready for an ordinary XPath evaluator.

`${name}` becomes a variable. A day that stands beside an arithmetic or ordering operator becomes a number of days, as
OpenRosa has it; everywhere else it is its ISO text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sla_desktop.survey.functions import FUNCTIONS

# Our functions have a prefix, since an evaluator does not let those of XPath itself be replaced.
OWN = "urn:sla-desktop:functions"
NAMESPACES = {"own": OWN, "jr": "http://openrosa.org/javarosa", "orx": "http://openrosa.org/xforms"}
_TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<literal>"[^"]*"|'[^']*')
      | (?P<ref>\$\{\s*[^}\s]+\s*\})
      | (?P<number>\d+(?:\.\d*)?|\.\d+)
      | (?P<name>[^\W\d][\w.\-]*(?::(?!:)[^\W\d][\w.\-]*)?(?:::)?)
      | (?P<mark>\.\.|::|//|!=|<=|>=|[.()\[\]@,/|+\-*=<>$])
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_WORDS = frozenset({"and", "or", "div", "mod"})
_ORDERING = frozenset({"<", ">", "<=", ">="})
_ARITHMETIC = frozenset({"+", "-", "*", "div", "mod"})
_OPERATORS = _ORDERING | _ARITHMETIC | {"=", "!=", "and", "or", "|"}
_DATES = frozenset({"today", "now", "date", "date-time"})
_NODE_TESTS = frozenset({"text", "node", "comment", "processing-instruction"})
REFERENCE = re.compile(r"\$\{\s*([^}\s]+)\s*\}")


@dataclass(frozen=True)
class Token:
    """A piece of an expression. Kinds: literal, ref, number, name, call, operator, mark, other."""

    kind: str
    text: str


@dataclass(frozen=True)
class Call:
    """A function that an expression calls, with the number of its arguments."""

    name: str
    arguments: int


def tokens(expression: str) -> list[Token]:
    """The pieces of an expression without white space; a name before "(" is a call."""
    raw = [(m.lastgroup or "other", m.group()) for m in _TOKEN.finditer(expression) if m.lastgroup != "space"]
    found: list[Token] = []
    for place, (kind, text) in enumerate(raw):
        before = found[-1] if found else None
        following = raw[place + 1][1] if place + 1 < len(raw) else ""
        if kind == "name" and text in _WORDS and _ends_operand(before):
            kind = "operator"
        elif kind == "name" and following == "(":
            kind = "call" if text not in _NODE_TESTS else "name"
        elif kind == "mark" and text in _OPERATORS and (text != "*" or _ends_operand(before)):
            kind = "operator"
        found.append(Token(kind, text.strip()))
    return found


def references(expression: str) -> list[str]:
    """The names that `${name}` refers to."""
    return REFERENCE.findall(expression)


def calls(expression: str) -> list[Call]:
    """The functions that an expression calls."""
    pieces = tokens(expression)
    return [
        Call(piece.text, _arguments(pieces, place + 1)) for place, piece in enumerate(pieces) if piece.kind == "call"
    ]


def compared(expression: str) -> Iterator[tuple[str, str]]:
    """Pairs (reference or ".", text) that an expression compares, or looks for with selected()."""
    pieces = tokens(expression)
    for place in range(len(pieces) - 2):
        one, middle, other = pieces[place : place + 3]
        before = pieces[place - 1].text if place else ""
        after = pieces[place + 3].text if place + 3 < len(pieces) else ""
        if middle.text in ("=", "!="):
            if _is_answer(one) and other.kind == "literal" and before not in (*_ARITHMETIC, "/"):
                yield _meant(one), other.text[1:-1]
            elif one.kind == "literal" and _is_answer(other) and after not in (*_ARITHMETIC, "/"):
                yield _meant(other), one.text[1:-1]
        elif middle.text == "," and after == ")" and _looks_for(pieces[place - 2 : place + 3]):
            yield _meant(one), other.text[1:-1]


def ready(expression: str, variables: Mapping[str, str], days: Sequence[str] = (), here: str = "") -> str:
    """The expression for an XPath 1.0 evaluator.

    `variables` names the variable of each reference, `days` the references that hold days; `here` is the variable
    for a lone ".". The number of days of variable v is the variable v_days. Raises KeyError for an unknown reference.
    """
    pieces = tokens(expression)
    told: list[str] = []
    for start, end in _terms(pieces):
        counted = _beside_arithmetic(pieces, start, end)
        first = pieces[start]
        if first.kind == "ref":
            name = REFERENCE.findall(first.text)[0]
            told.append(f"${variables[name]}{'_days' if counted and name in days else ''}")
        elif first.text == "." and here and end == start + 1:
            told.append(f"${here}{'_days' if counted and here in days else ''}")
        elif first.kind == "call" and first.text in _DATES:
            inner = ready(" ".join(piece.text for piece in pieces[start + 2 : end - 1]), variables, days, here)
            whole = f"own:{first.text}({inner})"
            told.append(f"own:decimal-date-time({whole})" if counted else whole)
        elif first.kind == "call" and first.text in FUNCTIONS:
            told.append(f"own:{first.text}")
        else:
            told.append(first.text)
    return " ".join(told)


def _terms(pieces: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Slices of pieces that stand as one; only calls that make days are longer than one piece."""
    place = 0
    while place < len(pieces):
        end = place + 1
        if pieces[place].kind == "call" and pieces[place].text in _DATES:
            end = _closing(pieces, place + 1) + 1
        yield place, end
        place = end


def _beside_arithmetic(pieces: Sequence[Token], start: int, end: int) -> bool:
    near = [pieces[place] for place in (start - 1, end) if 0 <= place < len(pieces)]
    return any(piece.kind == "operator" and piece.text in _ORDERING | _ARITHMETIC for piece in near)


def _ends_operand(before: Token | None) -> bool:
    if before is None or before.kind in ("operator", "call"):
        return False
    return before.kind in ("literal", "ref", "number", "name") or before.text in (")", "]", ".", "..", "*")


def _closing(pieces: Sequence[Token], opening: int) -> int:
    depth = 0
    for place in range(opening, len(pieces)):
        depth += {"(": 1, ")": -1}.get(pieces[place].text, 0) if pieces[place].kind != "literal" else 0
        if depth == 0:
            return place
    return len(pieces) - 1


def _arguments(pieces: Sequence[Token], opening: int) -> int:
    end = _closing(pieces, opening)
    if end <= opening + 1:
        return 0
    depth, count = 0, 1
    for piece in pieces[opening:end]:
        if piece.kind != "literal":
            depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(piece.text, 0)
            count += piece.text == "," and depth == 1
    return count


def _looks_for(pieces: Sequence[Token]) -> bool:
    """Whether this is `selected(answer, "value"`."""
    return len(pieces) == 5 and pieces[0].text == "selected" and _is_answer(pieces[2]) and pieces[4].kind == "literal"


def _is_answer(piece: Token) -> bool:
    return piece.kind == "ref" or piece.text == "."


def _meant(piece: Token) -> str:
    return REFERENCE.findall(piece.text)[0] if piece.kind == "ref" else "."
