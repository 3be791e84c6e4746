"""Packs that are out: what whoever has one can compare with the next."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sla_desktop.domain.feedback import Release
from sla_desktop.survey.cells import EVERYBODY, Earlier, Key, Wanted


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
