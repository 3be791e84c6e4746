"""Verbs on breakout groups."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from sla_desktop.cli.context import Exit, context, finish, say
from sla_desktop.cli.interrupts import stop_wished
from sla_desktop.cli.json_files import json_in
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.files import is_other_kind, write_whole
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import counted
from sla_desktop.services import events, group_changes, group_wishes, groups
from sla_desktop.services.attendance import one_person
from sla_desktop.services.group_wishes import FIRST_WISH
from sla_desktop.services.groups import PlanView
from sla_desktop.storage.store import Store

app = typer.Typer(help="Form breakout groups.", no_args_is_help=True)


def add_to(parent: typer.Typer) -> None:
    """Put these verbs on the command line."""
    parent.add_typer(app, name="groups")


@app.command("form")
def form(
    event: str,
    rounds: Annotated[int, typer.Option(help="How many rounds.")] = 3,
    size: Annotated[int | None, typer.Option(min=1, help="People per table.")] = None,
    tables: Annotated[int | None, typer.Option(help="Number of tables, instead of a size.")] = None,
    mix: Annotated[str | None, typer.Option(help="What to mix, with commas.")] = None,
    mixing: Annotated[float | None, typer.Option(help="How much mixed tables matter beside new meetings.")] = None,
    keep_rounds: Annotated[
        int, typer.Option(min=0, help="How many first rounds of the newest plan stay as they are.")
    ] = 0,
    seconds: float = 1.0,
    seed: int = 1,
    reason: str = "",
) -> None:
    """Form groups from those who are in, and keep them as the newest plan."""
    store = context.store()
    found = events.find_event(store, event)
    known = group_wishes.known_wish(store, found.id) or FIRST_WISH
    if size is not None and tables is not None:
        raise SlaError("Give --size or --tables, not both: one follows from the other.")
    wish = replace(known, rounds=rounds, size=size, tables=tables)
    if keep_rounds:
        _check_kept(store, found.id, keep_rounds, rounds)
        wish = replace(wish, locks=replace(wish.locks, rounds=wish.locks.rounds | set(range(1, keep_rounds + 1))))
    if mix is not None:
        names = tuple(name.strip() for name in mix.split(",") if name.strip())
        if not names:
            raise SlaError("Say what to mix, such as --mix organisation,sector, or mix nothing with --mixing 0.")
        wish = replace(wish, mix=names, weights={})
    if mixing is not None:
        wish = replace(wish, mixing=mixing)
    view = groups.form_groups(store, found.id, wish, seconds=seconds, seed=seed, reason=reason)
    say(_plan(view), _words(view))


def _check_kept(store: Store, event_id: EventId, kept: int, rounds: int) -> None:
    view = groups.current_plan(store, event_id)
    most = min(rounds, len(view.rounds) if view else 0)
    if kept > most:
        raise SlaError(f"Of the newest plan {counted(most, 'round')} can be kept, not {kept}.")


@app.command("rules")
def rules(
    event: str,
    together: Annotated[
        list[str] | None, typer.Option(help="Somebody to keep together with the others named.")
    ] = None,
    apart: Annotated[list[str] | None, typer.Option(help="Somebody to keep apart from the others named.")] = None,
    drop: Annotated[list[int] | None, typer.Option(help="The number of a rule to drop.")] = None,
) -> None:
    """Show who is kept together, or apart, whenever groups are formed or fitted; add a rule, or drop some."""
    store = context.store()
    found = events.find_event(store, event)
    named = [[one_person(store, found.id, text).id for text in texts or ()] for texts in (together, apart)]
    if any(named) or drop:
        group_wishes.change_rules(store, found.id, together=named[0], apart=named[1], drop=drop or ())
    known = group_wishes.table_rules(store, found.id)
    lines = [f"{number}. Keep {rule.kind}: {', '.join(rule.names)}" for number, rule in enumerate(known, 1)]
    say({"rules": known}, "\n".join(lines) or "Nobody is kept together or apart.")


@app.command("show")
def show(event: str) -> None:
    """Show the newest plan."""
    found = events.find_event(context.store(), event)
    view = groups.current_plan(context.store(), found.id)
    if view is None:
        raise SlaError("No groups were formed yet. Use `sla groups form`.")
    say(_plan(view), _words(view))


@app.command("update")
def update(
    event: str,
    from_round: Annotated[int, typer.Option(help="The first round that may change, from 1.")] = 1,
    closed: Annotated[list[int] | None, typer.Option(help="A table that can no longer be used.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and keep nothing.")] = False,
) -> None:
    """Fit the newest plan to who is in now, moving as few people as possible."""
    store = context.store()
    found = events.find_event(store, event)
    done = group_changes.update_groups(store, found.id, from_round=from_round, closed=closed or (), keep=not dry_run)
    told = {"came": done.came, "left": done.left, "moved": done.moved, "told": done.told}
    say({**told, **_plan(done.view)}, done.sentence)


@app.command("restore")
def restore(event: str, revision: int) -> None:
    """Make an earlier plan the newest one again."""
    store = context.store()
    found = events.find_event(store, event)
    view = group_changes.restore(store, found.id, revision)
    say(_plan(view), _words(view))


@app.command("solve")
def solve(
    case: Path,
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the plan goes.")],
    seconds: float = 1.0,
    seed: int = 1,
) -> None:
    """Solve a case file outside any event; Ctrl+C keeps the best plan so far."""
    from sla_desktop.grouping.case import case_from_json, plan_to_json
    from sla_desktop.grouping.case_fields import unheeded
    from sla_desktop.grouping.solve import solve as solve_case

    data = json_in(case)
    known = case_from_json(data)
    for sentence in unheeded(data, known):
        typer.echo(sentence, err=True)
    with stop_wished() as stopped:
        plan = solve_case(known, seconds=seconds, seed=seed, cancelled=stopped)
        _write(output, {**plan_to_json(plan.assignment), "explanation": list(plan.explanation.sentences)})
    say({"plan": output, "score": plan.score}, "\n".join(plan.explanation.sentences))
    if stopped():
        typer.echo(f"Stopped early; the best plan found until then is in {output}.", err=True)
        finish(Exit.PARTLY)


@app.command("evaluate")
def evaluate(case: Path, plan: Path) -> None:
    """Score a plan of a case."""
    from sla_desktop.grouping.case import assignment_from_json, case_from_json
    from sla_desktop.grouping.score import evaluate as score_plan

    known = case_from_json(json_in(case))
    score = score_plan(known, assignment_from_json(json_in(plan), known))
    told = f"{score.new_pairs} new pairs, {score.repeats} repeats, new fraction {score.new_fraction:.4f}"
    broken = ", ".join(f"{kind.replace('_', ' ')} {count}" for kind, count in score.violations.items())
    told += f"; broken: {broken}" if broken else "; no rule is broken"
    say(score, told if score.slots else f"Nobody sits with anybody in this plan; {told}")


@app.command("repair")
def repair(
    case: Path,
    plan: Path,
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the new plan goes.")],
    from_round: Annotated[int, typer.Option(help="The first round that may change, from 0.")] = 0,
) -> None:
    """Fit a plan to a case in which people came or went, moving as few as possible."""
    from sla_desktop.grouping.case import assignment_from_json, case_from_json, plan_to_json
    from sla_desktop.grouping.repair import refit

    known = case_from_json(json_in(case))
    fitted = refit(known, assignment_from_json(json_in(plan), known), from_round=from_round)
    _write(output, plan_to_json(fitted.assignment))
    say({"plan": output, "score": fitted.score}, "\n".join(fitted.explanation.sentences))


def _plan(view: PlanView) -> dict[str, Any]:
    rounds = [
        {
            "title": title,
            "tables": [[{"registration": s.registration_id, "name": s.name} for s in seats] for seats in tables],
        }
        for title, tables in zip(view.plan.rounds, view.rounds, strict=True)
    ]
    return {"plan": view.plan, "rounds": rounds, "explanation": view.plan.sentences}


def _words(view: PlanView) -> str:
    lines = [f"Plan {view.plan.revision}: {view.plan.reason}", *view.plan.sentences]
    for title, tables in zip(view.plan.rounds, view.rounds, strict=True):
        lines.append(title)
        lines.extend(f"  Table {n}: {', '.join(seat.name for seat in seats)}" for n, seats in enumerate(tables, 1))
    return "\n".join(lines)


def _write(path: Path, data: Any) -> None:
    told = json.dumps(data, ensure_ascii=False, indent=1).encode()
    if is_other_kind(path, told):
        raise SlaError(f"{path} is another kind of file, so it was left as it is. Choose another name.")
    try:
        write_whole(path, told)
    except OSError as error:
        raise SlaError(f"{path} cannot be written: {error.strerror}. Choose another place.") from error
