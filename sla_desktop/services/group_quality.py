"""What is to be seen of a breakout plan: its score, who meets whom, the mix of every table, repeats per person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sla_desktop.domain.ids import RegistrationId
from sla_desktop.domain.text import fold
from sla_desktop.services.group_drafts import Draft

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from sla_desktop.grouping.case import Case

_MOST_VALUES = 12
NOT_SAID = "not said"
OTHERS = "others"


@dataclass(frozen=True)
class PersonMeets:
    """How many people somebody meets for the first time, and the names of those they meet again."""

    id: RegistrationId
    name: str
    new: int
    again: tuple[str, ...]


@dataclass(frozen=True)
class Between:
    """Who meets whom by one attribute: for each pair of values the pairs of people who share a table at least once,
    and all pairs that there are; values x values, symmetric."""

    values: tuple[str, ...]
    met: tuple[tuple[int, ...], ...]
    possible: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Mix:
    """How many values of an attribute sit at a table, and how many could."""

    found: int
    possible: int


@dataclass(frozen=True)
class ContactMap:
    """Everybody against everybody, ordered by their first attribute and name: `cells` has a byte for each pair, row
    by row: 0 no meeting, 1 one new meeting, 2 a meeting again, 3 known from before without a meeting here."""

    names: tuple[str, ...]
    cells: bytes


@dataclass(frozen=True)
class Quality:
    """How good a draft is. `again` tells for each round how many people each person sits with again; `mixes` for each
    round and table the mix by attribute."""

    new_pairs: int
    meetings: int
    repeats: int
    gains: Mapping[str, float]
    sentences: tuple[str, ...]
    again: tuple[Mapping[RegistrationId, int], ...]
    mixes: tuple[tuple[Mapping[str, Mix], ...], ...]
    people: tuple[PersonMeets, ...]
    between: Mapping[str, Between]
    map: ContactMap


def quality_of(draft: Draft) -> Quality:
    """Look at a draft from all sides; takes some hundredths of a second for hundreds of people."""
    import numpy as np

    from sla_desktop.grouping.score import meetings
    from sla_desktop.grouping.solve import judged

    case, plan = draft.case, judged(draft.case, draft.assignment)
    met, known = meetings(case, draft.assignment), case.known > 0
    repeated = (met + known > 1) & (met > 0)
    kinds = _kinds(case)
    gains = {name: plan.score.attributes[name].gain for name in kinds}
    return Quality(
        new_pairs=plan.score.new_pairs,
        meetings=plan.score.slots,
        repeats=plan.score.repeats,
        gains=gains,
        sentences=plan.explanation.sentences,
        again=tuple(_again(draft, groups, repeated) for groups in draft.assignment),
        mixes=tuple(tuple(_mix(case, group, kinds) for group in groups) for groups in draft.assignment),
        people=_people(draft, plan.explanation.new_people, repeated),
        between={name: _between(draft, name, met > 0) for name in gains},
        map=_map(draft, np.where(repeated, 2, np.where(met > 0, 1, np.where(known, 3, 0))).astype(np.uint8)),
    )


def _kinds(case: "Case") -> dict[str, int]:
    """How many values the attributes have in which people differ: there is nothing to be mixed in the others.

    Not to have said one is no value.
    """
    told = {name: {value for one in case.people for value in one.attrs.get(name, ())} for name in case.attributes}
    return {name: len(values) for name, values in told.items() if len(values) > 1}


def _again(
    draft: Draft, groups: Sequence[Sequence[str]], repeated: "NDArray[np.bool_]"
) -> Mapping[RegistrationId, int]:
    homes = draft.case.homes(tuple(map(tuple, groups)))
    here = (homes[:, None] == homes) & (homes >= 0) & repeated
    ids = [person.id for person in draft.case.people]
    return {draft.people[ids[i]].id: int(count) for i, count in enumerate(here.sum(1)) if count}


def _mix(case: "Case", group: Sequence[str], kinds: Mapping[str, int]) -> Mapping[str, Mix]:
    people = [case.people[case.index[person]] for person in group]
    found = {name: {value for one in people for value in one.attrs.get(name, ())} for name in kinds}
    return {name: Mix(len(values), min(len(group), kinds[name])) for name, values in found.items()}


def _people(draft: Draft, new: Mapping[str, int], repeated: "NDArray[np.bool_]") -> tuple[PersonMeets, ...]:
    """Everybody, those with most meetings again first."""
    everybody = [draft.people[person.id] for person in draft.case.people]
    told = [
        PersonMeets(one.id, one.name, new[str(one.id)], tuple(everybody[j].name for j in row.nonzero()[0]))
        for one, row in zip(everybody, repeated, strict=True)
    ]
    return tuple(sorted(told, key=lambda one: (-len(one.again), one.new, fold(one.name))))


def _between(draft: Draft, name: str, met: "NDArray[np.bool_]") -> Between:
    """Values beyond the commonest are one row together, so that the picture stays readable."""
    import numpy as np

    case = draft.case
    counts: dict[str, int] = {}
    held = [person.attrs.get(name) or (NOT_SAID,) for person in case.people]
    for value in (value for values in held for value in values):
        counts[value] = counts.get(value, 0) + 1
    common = sorted(counts, key=lambda value: (-counts[value], fold(value)))
    shown = common if len(common) <= _MOST_VALUES else [*common[: _MOST_VALUES - 1], OTHERS]
    place = {value: i for i, value in enumerate(shown)}
    carried = np.zeros((len(held), len(shown)), np.int64)
    for row, values in enumerate(held):
        carried[row, [place.get(value, len(shown) - 1) for value in values]] = 1
    apart = ~np.eye(len(held), dtype=bool)
    return Between(tuple(shown), *(_tally(carried, pairs) for pairs in (met, apart)))


def _tally(carried: "NDArray[np.int64]", pairs: "NDArray[np.bool_]") -> tuple[tuple[int, ...], ...]:
    """Pairs of people for each pair of values; a pair within one value is counted once."""
    both = carried.T @ (pairs @ carried)
    both[range(len(both)), range(len(both))] //= 2
    return tuple(tuple(map(int, row)) for row in both)


def _map(draft: Draft, cells: "NDArray[np.uint8]") -> ContactMap:
    first = draft.plan.mixed_by[0] if draft.plan.mixed_by else ""
    people = draft.case.people
    names = [draft.people[person.id].name for person in people]
    order = sorted(range(len(people)), key=lambda i: (people[i].attrs.get(first, ()), fold(names[i])))
    return ContactMap(tuple(names[i] for i in order), cells[order][:, order].tobytes())
