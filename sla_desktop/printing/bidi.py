"""The order of letters on paper for text that mixes directions, after Unicode Standard Annex 9.

Everything a name or a line needs: implicit levels, numbers, brackets, reordering. Explicit embedding
controls are not honoured; the shaper removes them.
"""

import unicodedata
from itertools import pairwise

_BRACKETS = {")": "(", "]": "[", "}": "{", "⟩": "⟨", "〉": "〈", "»": "«", "”": "“"}
_BACKWARDS = {"R", "AL", "AN"}
_NEUTRAL = {"B", "S", "WS", "ON"}
_FIRST = "\u0590"  # no letter before it is written from right to left


def is_mixed(text: str) -> bool:
    """Whether some of the text is written from right to left."""
    return max(text, default="") >= _FIRST and any(unicodedata.bidirectional(ch) in _BACKWARDS for ch in text)


def levels(text: str) -> list[int]:
    """The embedding level of every character: even runs left to right, odd runs right to left."""
    kinds = [unicodedata.bidirectional(ch) or "L" for ch in text]
    if _BACKWARDS.isdisjoint(kinds):
        return [0] * len(text)
    base = _base_level(kinds)
    before = "R" if base else "L"
    plain = list(kinds)
    _resolve_marks_and_numbers(kinds, before)
    _resolve_brackets(text, kinds, before)
    _resolve_neutrals(kinds, before)
    found = [base + _step(kind, base) for kind in kinds]
    for index in reversed(range(len(text))):
        if plain[index] not in ("WS", "S", "B"):
            break
        found[index] = base
    return found


def visual_order(run_levels: list[int]) -> list[int]:
    """The positions of runs from left to right on paper, given each run's level (rule L2)."""
    order = list(range(len(run_levels)))
    for level in range(max(run_levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and run_levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def _base_level(kinds: list[str]) -> int:
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), "L")
    return 0 if first == "L" else 1


def _step(kind: str, base: int) -> int:
    if base % 2:
        return 0 if kind == "R" else 1
    return {"L": 0, "R": 1}.get(kind, 2)


def _resolve_marks_and_numbers(kinds: list[str], before: str) -> None:
    """Rules W1 to W7, in place."""
    _resolve_marks(kinds, before)
    _join_numbers(kinds)
    strong = before
    for index, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):
            kinds[index] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _resolve_marks(kinds: list[str], before: str) -> None:
    """Rules W1 to W3: marks follow their letter, numbers in Arabic are Arabic numbers."""
    strong = previous = before
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = kind = previous
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
        previous = kinds[index]
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]


def _join_numbers(kinds: list[str]) -> None:
    """Rules W4 and W5: a separator between two numbers and a sign beside one belong to the number."""
    for index in range(1, len(kinds) - 1):
        left, kind, right = kinds[index - 1 : index + 2]
        if left == right and (left, kind) in (("EN", "CS"), ("AN", "CS"), ("EN", "ES")):
            kinds[index] = left
    for sweep in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        for index in sweep:
            if kinds[index] == "ET" and kinds[index - sweep.step] == "EN":
                kinds[index] = "EN"


def _resolve_brackets(text: str, kinds: list[str], before: str) -> None:
    """Rule N0, in place: a pair of brackets takes the direction of what is inside, or of what came before."""
    waiting: list[int] = []
    pairs: list[tuple[int, int]] = []
    for index, ch in enumerate(text):
        if ch in _BRACKETS.values():
            waiting.append(index)
        elif ch in _BRACKETS and any(text[at] == _BRACKETS[ch] for at in waiting):
            while text[opening := waiting.pop()] != _BRACKETS[ch]:
                continue
            pairs.append((opening, index))
    for opening, closing in sorted(pairs):
        inside = {_direction(kind) for kind in kinds[opening + 1 : closing]} - {None}
        if not inside:
            continue
        earlier = [_direction(kind) for kind in kinds[:opening]]
        context = next((kind for kind in reversed(earlier) if kind), before)
        kinds[opening] = kinds[closing] = before if before in inside or context == before else context


def _direction(kind: str) -> str | None:
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind)


def _resolve_neutrals(kinds: list[str], before: str) -> None:
    """Rules N1 and N2, in place: what stands between two equal directions joins them."""
    edges = [-1, *(at for at, kind in enumerate(kinds) if kind not in _NEUTRAL and kind != "BN"), len(kinds)]
    around = [_direction(kind) or before for kind in kinds]
    for left, right in pairwise(edges):
        one = around[left] if left >= 0 else before
        other = around[right] if right < len(kinds) else before
        for index in range(left + 1, right):
            kinds[index] = one if one == other else before
