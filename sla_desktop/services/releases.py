"""Numbers that are out, in a pack or report: what whoever saw them can compare with the next."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sla_desktop.domain.feedback import Release
from sla_desktop.survey.cells import EVERYBODY, Earlier, Key, Pack, Wanted
from sla_desktop.survey.counting import NO, YES

# What tells one coding of comments from another in the names of its themes.
_CODING = re.compile(r"(?<=_themes_)[0-9a-f]{8}(?= has )")


def _cells(release: Release) -> dict[Key, int | None]:
    return {frozenset((str(name), str(value)) for name, value in key): count for key, count in release.told["cells"]}


def earlier(release: Release, wanted: Wanted, now: Mapping[str, tuple[str, ...]]) -> Earlier:
    """A pack that is out as whoever has it knows it. Of a form that was another one then it has tables of its own;
    `now` are the values of what is wanted now."""
    told = _cells(release)
    domains: dict[str, tuple[str, ...]] = {}
    for key in told:
        for name, value in key if len(key) == 1 else ():
            domains[name] = (*domains.get(name, ()), value)
    names = dict.fromkeys(tuple(sorted(name for name, _ in key)) for key in told if key)
    secret = {tuple(sorted(table)) for table in wanted.secret}
    groups = {
        name: one
        for name, one in wanted.groups.items()
        if all(domains.get(part) == now[part] for part in (name, *one.of))
    }
    then = replace(
        wanted,
        tables=tuple(table for table in names if table not in secret),
        secret=tuple(table for table in names if table in secret),
        groups=groups,
        alike=tuple(one for one in wanted.alike if all(name in domains for name in one)),
    )
    return Earlier(then, domains, told, release.told["means"])


def means_told(releases: Sequence[Release], answered: int) -> dict[str, tuple[float, float, float]]:
    """The means that stood in the pack of so many answers."""
    last = next(one for one in releases if _cells(one)[EVERYBODY] == answered)
    return {key: tuple(span) for key, span in last.told.get("numbers", {}).items()}


def thin_changes(pack: Pack, past: Sequence[Earlier]) -> set[Key]:
    """Themes whose count changed by fewer than the threshold since a pack of other people.

    Another coding has other names, as its counts may fall, and so nothing else compares the two; whoever has both
    packs does. Where the same people answered, only the coding changed, which tells of nobody.
    """
    themes = {name for name in pack.domains if _CODING.search(name)}
    older = [one for one in past if one.cells[EVERYBODY] != pack.cells[EVERYBODY]]
    return {
        frozenset({(name, value)})
        for name in themes
        if any(_is_thin(pack, name, cells) for cells in map(_by_theme, older))
        for value in (YES, NO)
    }


def _is_thin(pack: Pack, name: str, earlier: Mapping[tuple[str, str], int | None]) -> bool:
    told = ((earlier.get((_theme(name), value)), pack.cells[frozenset({(name, value)})]) for value in (YES, NO))
    return any(then is not None and 0 < abs(now - then) < pack.wanted.threshold for then, now in told)


def _by_theme(one: Earlier) -> dict[tuple[str, str], int | None]:
    """What a pack told of themes, whatever their coding."""
    single = ((next(iter(key)), count) for key, count in one.cells.items() if len(key) == 1)
    return {(_theme(name), value): count for (name, value), count in single if _CODING.search(name)}


def _theme(name: str) -> str:
    return _CODING.sub("", name)
