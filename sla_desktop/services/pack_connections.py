"""The section of the summary pack on new connections: who sat with whom, counted and drawn.

Only those who came have met anybody; whoever was placed and stayed away is in no number here.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from sla_desktop.domain.feedback import THRESHOLD
from sla_desktop.domain.ids import RegistrationId
from sla_desktop.domain.text import counted, fold
from sla_desktop.services.feedback import Report
from sla_desktop.services.groups import PlanView
from sla_desktop.services.pack_reach import NOT_STATED, percent, shown_groups
from sla_desktop.services.people import Attendee

if TYPE_CHECKING:
    from sla_desktop.printing import pack as paper

Pair = tuple[RegistrationId, RegistrationId]


def met(plan: PlanView, came: Sequence[Attendee]) -> list[set[Pair]]:
    """For each round the pairs that sat together then and never before."""
    there, seen, found = {person.id for person in came}, set[Pair](), []
    for tables in plan.rounds:
        now = {pair for table in tables for pair in _pairs((seat.registration_id for seat in table), there)}
        found.append(now - seen)
        seen |= now
    return found


def connections(plan: PlanView, came: Sequence[Attendee], report: Report, *, over: bool) -> "paper.Section":
    """How many different people each met, across organisations, round by round, and what people say of it.

    Before the event is over, nothing says which rounds were held: it is told as a plan.
    """
    from sla_desktop.printing.pack import Section

    rounds = met(plan, came)
    pairs = set().union(*rounds)
    people = {one for pair in pairs for one in pair}
    each = 2 * len(pairs) / len(people) if people else 0
    others, turns = counted(round(each), "other person", "other people"), counted(len(rounds), "round")
    finding = f"On average each person sat with {others} in {turns}." if pairs else "Nobody sat with anybody yet."
    if pairs and not over:
        finding = f"By the plan each person of those who came so far sits with {others} in {turns}."
    told = (*_across(pairs, came, over), *_said(report), *plan.plan.sentences[:4])
    return Section("New connections", finding, told, (*_network(pairs, came, over), *_by_round(rounds, over)))


def _pairs(seats: Iterable[RegistrationId], there: Collection[RegistrationId]) -> Iterable[Pair]:
    return combinations(sorted(one for one in seats if one in there), 2)


def _across(pairs: Collection[Pair], came: Sequence[Attendee], over: bool) -> tuple[str, ...]:
    """How many of the pairs work in different organisations, among those who said where."""
    place = {person.id: fold(person.organisation) for person in came if person.organisation}
    known = [(place[one], place[other]) for one, other in pairs if one in place and other in place]
    if len(known) < THRESHOLD:
        return ()
    apart = sum(one != other for one, other in known)
    met = "met at a table" if over else "are planned to meet at a table"
    return (f"{len(pairs):,} pairs {met}, {percent(apart / len(known))} of them from two organisations.",)


def _said(report: Report) -> tuple[str, ...]:
    """What people themselves say, where it may be told."""
    shares = [(one.finding or one.label, one.share) for one in report.measures[:1] if one.share is not None]
    return tuple(f"{percent(share.share)} of those who answered {finding}." for finding, share in shares)


def _by_round(rounds: Sequence[set[Pair]], over: bool) -> "tuple[paper.Bars, ...]":
    from sla_desktop.printing.pack import Bars

    counts = [len(pairs) for pairs in rounds]
    if len(counts) < 2 or min(counts) < THRESHOLD:
        return ()
    rows = tuple((f"Round {nth}", float(count), f"{count:,}") for nth, count in enumerate(counts, 1))
    title = f"Every round {'made' if over else 'makes'} new pairs: {counts[-1]:,} even in the last"
    return (Bars(title, rows, "pairs that had not met before", "Breakout plan, those who came"),)


def _network(pairs: Iterable[Pair], came: Sequence[Attendee], over: bool) -> "tuple[paper.Network, ...]":
    """Who sat with whom, by sector; small sectors stand together, so that nobody can be recognised. None for one."""
    from sla_desktop.printing import pack as paper

    shown = {label for label, _ in shown_groups([person.sector for person in came])[0]}
    groups: dict[str, list[RegistrationId]] = {}
    for person in came:
        name = person.sector or NOT_STATED
        groups.setdefault(name if name in shown else "Other sectors", []).append(person.id)
    order = {key: nth for nth, key in enumerate(key for people in groups.values() for key in people)}
    lines = tuple(sorted((order[one], order[two]) for one, two in pairs if one in order and two in order))
    if len(order) < THRESHOLD or len(groups) < 2 or not lines:
        return ()
    title = f"{len(lines):,} pairs of people {'sat' if over else 'are to sit'} together"
    return (
        paper.Network(
            title,
            tuple((name, len(people)) for name, people in groups.items()),
            lines,
            "Breakout plan; bands are as wide as pairs are many",
        ),
    )
