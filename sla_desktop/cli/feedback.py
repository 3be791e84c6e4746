"""Verbs on what the answers say."""

from pathlib import Path
from typing import Annotated, Any

import typer

from sla_desktop.cli.context import Exit, context, finish, say
from sla_desktop.cli.json_files import object_in
from sla_desktop.domain.feedback import Share
from sla_desktop.services import answers_in, events, feedback, funnel, linkage, report_out
from sla_desktop.services.answers_in import ASKED, REJECTED, AnswerPlan
from sla_desktop.services.feedback import Report
from sla_desktop.services.findings import Count, number_words
from sla_desktop.services.funnel import Funnel
from sla_desktop.services.linkage import Changed, Paired
from sla_desktop.survey.changes import Change

feedback_app = typer.Typer(help="What the answers say.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    app.add_typer(feedback_app, name="feedback")


@feedback_app.command("import")
def import_answers(
    file: Path,
    form: Annotated[str, typer.Option("--form", metavar="FORM", help="The event whose form it answers.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show each row's fate; write nothing.")] = False,
    map_: Annotated[Path | None, typer.Option("--map", help="JSON: question -> the file's heading.")] = None,
    codes: Annotated[
        Path | None, typer.Option("--codes", help='JSON: {question: {unclear value: answer, or "" for none}}.')
    ] = None,
    repair: Annotated[bool, typer.Option("--repair", help="Repair letters that were once read wrongly.")] = False,
    source: Annotated[str, typer.Option(help="Another survey with the same questions: a name for it.")] = "",
) -> None:
    """Bring in answers from Microsoft or Google Forms, Indico, Typeform or any table. Exit 3 if some are unclear."""
    store = context.store()
    found = events.find_event(store, form)
    told = {
        "mapping": object_in(map_, '{"skills": "My skills improved"}'),
        "meant": object_in(codes, '{"skills": {"6": "5"}}'),
    }
    plan = answers_in.plan_answers(store, found.id, file, **told, repairs=repair, source=source)
    saved = 0 if dry_run else answers_in.apply_answers(store, found.id, plan)
    say(_import_result(plan, saved, dry_run), _import_words(plan, dry_run))
    finish(Exit.PARTLY if plan.counts[ASKED] or plan.counts[REJECTED] else Exit.DONE)


@feedback_app.command("report")
def report(
    event: str,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="An .xlsx, .csv or .sav (SPSS).")] = None,
) -> None:
    """The tallies, with intervals; small groups are hidden."""
    store = context.store()
    found = events.find_event(store, event)
    told = report_out.write_report(store, found.id, output) if output else feedback.report(store, found.id, look=True)
    say({"event": found.id, "response_rate": told.response_rate, **_report(told)}, _report_words(told))


@feedback_app.command("funnel")
def show_funnel() -> None:
    """Each headline measure over all events, with the limits of chance by how many answered."""
    told = funnel.funnel(context.store())
    say({"measures": told}, "\n".join(map(_funnel_words, told)) or "No event has answers yet.")


def _import_result(plan: AnswerPlan, saved: int, dry_run: bool) -> dict[str, Any]:
    return {
        "format": plan.columns.system,
        "encoding": plan.encoding,
        "mapping": plan.columns.questions,
        "left_out": plan.columns.left_out,
        "unused": plan.columns.unused,
        "counts": plan.counts,
        "questions": plan.questions,
        "broken_letters": [{"text": text, "meant": meant} for text, meant in plan.broken],
        "rows": plan.rows,
        "saved": saved,
        "dry_run": dry_run,
    }


def _import_words(plan: AnswerPlan, dry_run: bool) -> str:
    told = ", ".join(f"{count} {fate}" for fate, count in plan.counts.items() if count)
    lines = [f"{plan.columns.system}: {told}{' (nothing was written)' * dry_run}."]
    lines += [f"Left out, since it tells who or when: {', '.join(plan.columns.left_out)}."] * bool(
        plan.columns.left_out
    )
    lines += [f"No question of the form: {', '.join(plan.columns.unused)}."] * bool(plan.columns.unused)
    lines += [f"{one} Say what it means with --codes." for one in plan.questions]
    lines += [f"Row {row.row}: {row.reason}" for row in plan.rows if row.fate == REJECTED]
    if plan.broken and not plan.repairs:
        text, meant = plan.broken[0]
        lines.append(
            f"{len(plan.broken)} texts have broken letters (“{text}”, perhaps “{meant}”); --repair mends them."
        )
    return "\n".join(lines)


def _funnel_words(told: Funnel) -> str:
    whole = "hidden" if told.pooled is None else f"{told.pooled:.0%}"
    lines = [f"{told.measure}: {whole} of all answers together"]
    for point in told.points:
        if point.share is None or point.low is None or point.high is None:
            lines.append(f"  {point.title}: hidden")
            continue
        chance = f"chance alone: {point.low:.0%} to {point.high:.0%}"
        mark = "; stands out" * point.stands_out
        lines.append(f"  {point.title}: {point.share.share:.0%} of {point.share.answered} ({chance}{mark})")
    return "\n".join(lines)


def _report(told: Report) -> dict[str, Any]:
    return {
        "answered": told.answered,
        "waiting": told.waiting,
        "attended": told.attended,
        "threshold": told.threshold,
        "measures": told.measures,
        "both": told.both,
        "recommendation": told.recommendation,
        "characteristics": told.shifts,
        "tables": told.tables,
        "by_group": told.by_group,
        "texts": told.texts,
        "withheld": told.withheld,
        "paired": _paired(told.paired),
    }


def _report_words(told: Report) -> str:
    rate = f" ({told.response_rate:.0%} of {told.attended})" if told.response_rate is not None else ""
    if told.answered > told.attended:
        rate = f" (more than the {told.attended} who were checked in)"
    lines = [f"{told.answered} forms{rate}"]
    if told.waiting:
        lines.append(
            f"  {told.waiting} came since these numbers were shown and are counted once there are {told.threshold}."
        )
    for measure in (*told.measures, *([told.both] if told.both else [])):
        lines.append(f"  {measure.label}: {_share(measure.share, told.threshold)}")
    if told.recommendation is not None and told.recommendation.score is not None:
        lines.append(f"  Net promoter score: {told.recommendation.score:+d} (n = {told.recommendation.answered})")
    for shift in told.shifts:
        if shift.before is not None and shift.now is not None:
            of = f" (n = {shift.answered})" if shift.answered is not None else ""
            lines.append(f"  {shift.title}: {shift.before:.1f} before, {shift.now:.1f} now{of}")
    for table in (*told.tables, *told.by_group):
        lines.append(f"  {table.label} – {'; '.join(map(_count, table.counts))}")
        if table.number is not None:
            lines.append(f"    {number_words(table.number)}")
    if told.paired is not None:
        lines += [f"  {linkage.in_words(told.paired)}", *map(_changed, told.paired.changes)]
    return "\n".join(lines)


def _paired(told: Paired | None) -> dict[str, Any] | None:
    if told is None:
        return None
    changes = [{"question": one.question, "label": one.label, **_change(one.change)} for one in told.changes]
    return {**vars(told), "changes": changes}


def _change(change: Change | None) -> dict[str, Any]:
    if change is None:
        return dict.fromkeys(("pairs", "mean", "low", "high", "up", "same", "down"))
    low, high = change.interval
    up, same, down = change.groups or (None, None, None)
    told = {"pairs": change.pairs, "mean": change.mean, "low": low, "high": high}
    return {**told, "up": up, "same": same, "down": down}


def _changed(one: Changed) -> str:
    return f"    {one.label} – {linkage.change_words(one.change)}"


def _count(one: Count) -> str:
    if one.count is None:
        return f"{one.label} hidden"
    share = f" ({one.share.share:.0%}; {one.share.low:.0%} to {one.share.high:.0%})" if one.share else ""
    return f"{one.label} {one.count}{share}"


def _share(share: Share | None, threshold: int) -> str:
    if share is None:
        return f"hidden, so that no group of fewer than {threshold} people can be worked out"
    return f"{share.share:.0%} ({share.hits} of {share.answered}; 95% interval {share.low:.0%} to {share.high:.0%})"
