"""Changes to breakout groups during the day; each is kept as a new revision, and nothing before it changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId, RegistrationId
from sla_desktop.services import presence
from sla_desktop.services.group_cases import plan_case
from sla_desktop.services.group_drafts import keep_draft, open_draft
from sla_desktop.services.groups import PlanView, assignment_of, current_plan, keep_plan, people_of
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.grouping.case import Assignment, Case, Round

_FEWER, _MORE = 2, 1


@dataclass(frozen=True)
class Update:
    """A plan fitted to who is in the room: names of those who came, who left, and who changes table."""

    view: PlanView
    came: tuple[str, ...]
    left: tuple[str, ...]
    moved: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What the update did, in words."""
        if not (self.came or self.left or self.moved):
            return "Everybody in the room has a table already."
        moved = (
            "nobody changes table" if not self.moved else f"{len(self.moved)} change table: {', '.join(self.moved)}"
        )
        return f"{len(self.came)} came and have a table, {len(self.left)} left; {moved}."


def update_groups(
    store: Store, event_id: EventId, *, from_round: int = 1, closed: Sequence[int] = (), keep: bool = True
) -> Update:
    """Fit the newest plan to who is in now, from a round (from 1) on, moving as few people as possible.

    `closed` are tables (from 1) that can no longer be used. Rounds before stay as they are. With `keep` False nothing
    is kept, only told. Raises SlaError when there is no plan, no such round or table, or too little room.
    """
    from sla_desktop.grouping.repair import changed_case, moves, refit

    view = _plan(store, event_id)
    _check(view, from_round, closed)
    there = {person.id for person in presence.present(store, event_id)}
    people, inside = people_of(store, event_id, view, there), set(map(str, there))
    before = assignment_of(view)
    case = plan_case(store, view.plan, people, before)
    later = [_loosened(spec, closed) for spec in case.rounds[from_round - 1 :]]
    case = replace(case, rounds=(*case.rounds[: from_round - 1], *later))
    seated = {person for groups in before[from_round - 1 :] for group in groups for person in group}
    came, left = inside - seated, seated - inside
    changed = changed_case(case, before, from_round - 1, came, left)
    if closed:
        changed = replace(changed, rounds=_evened(changed, before, from_round - 1))
    fitted = refit(changed, before, from_round=from_round - 1)
    moved = {person for person, _ in moves(before, fitted.assignment)}
    names = {str(person.id): person.name for person in people}
    update = Update(view, *(tuple(sorted(names[p] for p in some)) for some in (came, left, moved)))
    if keep and (came or left or moved):
        mix, seed = view.plan.mixed_by, view.plan.seed
        kept = keep_plan(store, event_id, fitted, people, _reason(update, closed), mix=mix, seed=seed)
        update = replace(update, view=kept)
    return update


def move_person(store: Store, event_id: EventId, person: RegistrationId, round_number: int, table: int) -> PlanView:
    """Seat somebody at another table (from 1) in one round (from 1); SlaError where there is none."""
    _check(_plan(store, event_id), round_number, (table,))
    draft = open_draft(store, event_id)
    assert draft is not None
    return keep_draft(store, draft.moved(person, round_number, table))


def restore(store: Store, event_id: EventId, revision: int) -> PlanView:
    """Make an earlier plan the newest one again; SlaError when there is none of that number."""
    from sla_desktop.grouping.solve import plan_of

    view = current_plan(store, event_id, revision)
    if view is None:
        raise SlaError(f"There is no plan {revision} of these groups.")
    people, assignment = people_of(store, event_id, view), assignment_of(view)
    plan = plan_of(plan_case(store, view.plan, people, assignment), assignment)
    reason = f"Back to plan {revision}: {view.plan.reason}"
    return keep_plan(store, event_id, plan, people, reason, mix=view.plan.mixed_by, seed=view.plan.seed)


def _plan(store: Store, event_id: EventId) -> PlanView:
    view = current_plan(store, event_id)
    if view is None:
        raise SlaError("No groups were formed yet. Form groups first.")
    return view


def _check(view: PlanView, round_number: int, tables: Iterable[int]) -> None:
    if not 1 <= round_number <= len(view.rounds):
        raise SlaError(f"There is no round {round_number}; the plan has {len(view.rounds)}.")
    count = len(view.rounds[round_number - 1])
    for table in tables:
        if not 1 <= table <= count:
            raise SlaError(f"There is no table {table} in round {round_number}; they go from 1 to {count}.")


def _loosened(spec: "Round", closed: Sequence[int]) -> "Round":
    """Tables may lose two people or gain one before anybody must move; closed tables, and empty ones, hold nobody."""
    usable = [g + 1 not in closed and size > 0 for g, size in enumerate(spec.sizes)]
    sizes = [size if use else 0 for size, use in zip(spec.sizes, usable, strict=True)]
    used = [size for size in sizes if size] or [0]
    least, most = max(1, min(used) - _FEWER), max(used) + _MORE
    return replace(
        spec,
        sizes=tuple(sizes),
        minimum=tuple(least if use else 0 for use in usable),
        maximum=tuple(most if use else 0 for use in usable),
    )


def _evened(case: "Case", before: "Assignment", from_round: int) -> "tuple[Round, ...]":
    """The rounds with limits as even as they can be while those who need not move stay where they are."""
    return tuple(
        _level(spec, [sum(person in present for person in group) for group in groups], len(present))
        if number >= from_round
        else spec
        for number, (spec, groups) in enumerate(zip(case.rounds, before, strict=True))
        for present in [frozenset(case.present(number))]
    )


def _level(spec: "Round", seated: Sequence[int], present: int) -> "Round":
    """The limits of a round in which those without a place fill the smallest tables up to one level."""
    staying = [count if most else 0 for count, most in zip(seated, spec.maximum, strict=True)]
    usable = [g for g, most in enumerate(spec.maximum) if most]
    loose, level = present - sum(staying), 0
    while sum(max(0, level - staying[g]) for g in usable) < loose:
        level += 1
    most = [max(staying[g], level) if g in usable else 0 for g in range(len(staying))]
    least = [max(low, level - 1) if g in usable else 0 for g, low in enumerate(spec.minimum)]
    return replace(spec, minimum=tuple(least), maximum=tuple(most)) if loose else spec


def _reason(update: Update, closed: Sequence[int]) -> str:
    shut = "".join(f", table {table} closed" for table in closed)
    return f"{len(update.came)} came, {len(update.left)} left{shut}: {len(update.moved)} moved"
