"""Changes to breakout groups during the day; each is kept as a new revision, and nothing before it changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId, RegistrationId
from sla_desktop.services import presence
from sla_desktop.services.group_cases import plan_case
from sla_desktop.services.group_drafts import broken_rules, keep_draft, open_draft
from sla_desktop.services.group_fitting import fitting_cases, rounds_kept
from sla_desktop.services.group_wishes import FIRST_WISH, known_wish
from sla_desktop.services.groups import PlanView, assignment_of, current_plan, in_words, keep_plan, people_of
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.grouping.case import Assignment, Case
    from sla_desktop.grouping.solve import Plan


@dataclass(frozen=True)
class Update:
    """A plan fitted to who is in the room: names of those who came, who left, and who changes table; `told` are
    sentences on what stayed locked and on each rule that cannot be kept."""

    view: PlanView
    came: tuple[str, ...]
    left: tuple[str, ...]
    moved: tuple[str, ...]
    told: tuple[str, ...] = ()
    closed: tuple[int, ...] = ()

    @property
    def sentence(self) -> str:
        """What the update did, in words."""
        if not (self.came or self.left or self.moved):
            return " ".join(("Everybody in the room has a table already.", *self.told))
        moved = (
            "nobody changes table" if not self.moved else f"{len(self.moved)} change table: {', '.join(self.moved)}"
        )
        shut = "".join(f"Table {table} is closed. " for table in self.closed)
        done = f"{shut}{len(self.came)} came and have a table, {len(self.left)} left; {moved}."
        return " ".join((done, *self.told))


def update_groups(
    store: Store, event_id: EventId, *, from_round: int = 1, closed: Sequence[int] = (), keep: bool = True
) -> Update:
    """Fit the newest plan to who is in now, from a round (from 1) on, moving as few people as possible.

    `closed` are tables (from 1) that can no longer be used. Rounds before stay as they are, and so do locked ones;
    what is locked, kept together and kept apart stays so, and each rule that cannot be kept is told. With `keep`
    False nothing is kept, only told. Raises SlaError when there is no plan, no such round or table, or nothing that
    may change.
    """
    from sla_desktop.grouping.repair import moves

    view = _plan(store, event_id)
    _check(view, from_round, closed)
    wish, before = known_wish(store, event_id) or FIRST_WISH, assignment_of(view)
    locked = rounds_kept(before, wish.locks, from_round, closed)
    rounds = [number for number in range(from_round, len(before) + 1) if number not in locked]
    if not rounds:
        raise SlaError("Each of these rounds is locked. Unlock one to fit it to who is here.")
    ids = {person.id for person in presence.present(store, event_id)}
    people, inside = people_of(store, event_id, view, ids), set(map(str, ids))
    names = {str(person.id): person.name for person in people}
    case = plan_case(store, view.plan, people, before)
    fitted = _best(list(fitting_cases(case, before, wish, inside, rounds, closed)), before, from_round)
    seated = [{person for group in before[number - 1] for person in group} for number in rounds]
    came = {person for person in inside if not all(person in there for there in seated)}
    left = {person for there in seated for person in there} - inside
    moved = {person for person, _ in moves(before, fitted.assignment)}
    told = [f"Round {number} is locked and stays as it is." for number in locked]
    told += broken_rules(fitted.assignment, names, wish.together, wish.apart, rounds)
    newly, gone, changed = (tuple(sorted(names[one] for one in some)) for some in (came, left, moved))
    update = Update(view, newly, gone, changed, tuple(told), tuple(closed))
    if keep and (came or left or moved):
        mix, seed = view.plan.mixed_by, view.plan.seed
        fitted = in_words(fitted, people, told)
        kept = keep_plan(store, event_id, fitted, people, _reason(update, closed), mix=mix, seed=seed)
        update = replace(update, view=kept)
    return update


def _best(cases: "Sequence[Case]", before: "Assignment", from_round: int) -> "Plan":
    """The plan of the first case within whose limits all rules hold, or the one that breaks the fewest."""
    from sla_desktop.grouping.repair import refit_as_can_be

    found = []
    for case in cases:
        found.append(refit_as_can_be(case, before, from_round=from_round - 1))
        if found[-1].score.sound:
            break
    return min(reversed(found), key=lambda plan: sum(plan.score.violations.values()))


def move_person(store: Store, event_id: EventId, person: RegistrationId, round_number: int, table: int) -> PlanView:
    """Seat somebody at another table (from 1) in one round (from 1); SlaError where there is none."""
    _check(_plan(store, event_id), round_number, (table,))
    draft = open_draft(store, event_id)
    assert draft is not None
    return keep_draft(store, draft.moved(person, round_number, table))


def restore(store: Store, event_id: EventId, revision: int) -> PlanView:
    """Make an earlier plan the newest one again, and tell each rule that it breaks; SlaError for no plan of ours."""
    from sla_desktop.grouping.solve import plan_of

    view = current_plan(store, event_id, revision)
    if view is None:
        raise SlaError(f"There is no plan {revision} of these groups.")
    people, assignment = people_of(store, event_id, view), assignment_of(view)
    wish, names = known_wish(store, event_id) or FIRST_WISH, {str(person.id): person.name for person in people}
    told = broken_rules(assignment, names, wish.together, wish.apart, range(1, len(assignment) + 1))
    plan = in_words(plan_of(plan_case(store, view.plan, people, assignment), assignment), people, told)
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


def _reason(update: Update, closed: Sequence[int]) -> str:
    shut = "".join(f", table {table} closed" for table in closed)
    return f"{len(update.came)} came, {len(update.left)} left{shut}: {len(update.moved)} moved"
