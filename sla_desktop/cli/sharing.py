"""Verbs that exchange records with a share, and settle what two laptops say differently."""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from sla_desktop.cli.context import Exit, Join, context, finish, say
from sla_desktop.cli.shares import share_app
from sla_desktop.domain.errors import SlaError
from sla_desktop.services import conflicts, exchange, passphrase
from sla_desktop.services.conflicts import Conflict

_ADDRESS = "URL"


class _AddressOrVerb(TyperGroup):
    """`sla sync status` is a verb; anything that is none is the address of a share."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        return super().resolve_command(ctx, args if args[0] in self.commands else [_ADDRESS, *args])


sync_app = typer.Typer(help="Exchange records with a share.", no_args_is_help=True, cls=_AddressOrVerb)


def add_to(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    app.add_typer(sync_app, name="sync")
    app.add_typer(share_app, name="share")


@sync_app.command(_ADDRESS)
def sync(url: Annotated[str, typer.Argument(help="A folder, or postgresql://...")], join: Join = False) -> None:
    """Send and receive records: `sla sync /media/stick/share`."""
    done = exchange.sync(context.store(), url, join=join)
    say(done, done.words)
    finish(Exit.DONE if done.complete else Exit.PARTLY)


@sync_app.command("status")
def status() -> None:
    """Tell what waits, since when, and what is to settle."""
    store = context.store()
    told, differing = exchange.status(store), [one.words for one in conflicts.conflicts(store)]
    result = {
        "words": told.words,
        "unsent": told.unsent,
        "only_here": told.alone,
        "holders": told.holders,
        "anonymous_waiting": told.held,
        "since": told.since,
        "share": told.share,
        "last_exchange": told.last_exchange,
        "clock_ahead_seconds": told.ahead and round(told.ahead.total_seconds(), 3),
        "faults": told.faults,
        "conflicts": differing,
    }
    say(result, "\n".join([told.words, *differing]))


@sync_app.command("conflicts")
def list_conflicts() -> None:
    """List what laptops say differently, numbered, with the choices."""
    known = conflicts.conflicts(context.store())
    lines = [line for number, one in enumerate(known, 1) for line in _lines(number, one)]
    say(
        [_told(number, one) for number, one in enumerate(known, 1)], "\n".join(lines) or "There is nothing to settle."
    )


@sync_app.command("resolve")
def resolve(
    number: Annotated[int, typer.Argument(help="Which one, as `sla sync conflicts` numbers them.")],
    keep: Annotated[int | None, typer.Option(help="The number of the choice to keep.")] = None,
    value: Annotated[str | None, typer.Option(help="Another value, typed.")] = None,
) -> None:
    """Settle one of them; the other laptops follow at their next sync."""
    store = context.store()
    known = conflicts.conflicts(store)
    if not 1 <= number <= len(known):
        raise SlaError(f"There is no difference {number}. `sla sync conflicts` lists what is to settle.")
    chosen = known[number - 1]
    settled = conflicts.resolve(store, chosen, _chosen(chosen, keep, value))
    say({"words": settled.words, "kept": settled.kept}, settled.words)


def _chosen(one: Conflict, keep: int | None, value: str | None) -> Any:
    if (keep is None) == (value is None):
        raise SlaError("Say which value stays: --keep with the number of a choice, or --value with another one.")
    if value is not None:
        return conflicts.read_value(one, value)
    if keep is None or not 1 <= keep <= len(one.choices):
        raise SlaError(f"There is no choice {keep}: there are {len(one.choices)}.")
    return one.choices[keep - 1].value


def _lines(number: int, one: Conflict) -> list[str]:
    return [f"{number}. {one.what}", *(f"   {place} {choice.words}" for place, choice in enumerate(one.choices, 1))]


def _told(number: int, one: Conflict) -> dict[str, Any]:
    choices = [
        {"keep": place, "value": choice.value, "shown": choice.shown, "desk": choice.desk, "when": choice.when}
        for place, choice in enumerate(one.choices, 1)
    ]
    return {"number": number, "entity": one.entity, "field": one.field, "words": one.words, "choices": choices}


@share_app.command("protect")
def protect(url: str) -> None:
    """Close all files of a shared folder with a new key, which the team passphrase opens."""
    words = passphrase.protect(context.store(), url)
    say({"words": words}, words)
