"""What every verb shares: the store, JSON or words on stdout, and one clear sentence for the world's faults."""

import errno
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from sla_desktop import settings
from sla_desktop.domain.errors import SlaError

if TYPE_CHECKING:
    from sla_desktop.storage.store import Store


class Exit(IntEnum):
    """What a verb's exit code says."""

    DONE, CANNOT, USAGE, PARTLY = 0, 1, 2, 3


class Context:
    """The options that stand anywhere on the command line, the store once it is needed, and what was told of it."""

    json = False
    told = ""
    store_path: Path | None = None
    _store: "Store | None" = None

    def store(self) -> "Store":
        """The local database; opened at first use."""
        if self._store is None:
            from sla_desktop.storage import full_disk
            from sla_desktop.storage.store import open_store

            self._store = open_store(self.store_path or settings.store_path(), ask=ask)
            if self._store.full:
                self.told = full_disk.WORDS
                print(self.told, file=sys.stderr)
        return self._store

    def close(self) -> None:
        """Let go of the store."""
        if self._store is not None:
            self._store.close()
            self._store, self.told = None, ""


context = Context()
Join = Annotated[bool, typer.Option("--join", help="If it is another team's: let the two teams become one.")]


def take_common_options(arguments: Sequence[str]) -> list[str]:
    """Take `--json` and `--store PATH` out of the arguments, wherever they stand. SlaError if there is no path."""
    context.json, context.store_path = False, None
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--json":
            context.json = True
        elif argument == "--store":
            context.store_path = _path(next(waiting, ""))
        elif argument.startswith("--store="):
            context.store_path = _path(argument.partition("=")[2])
        else:
            rest.append(argument)
    return rest


def _path(told: str) -> Path:
    if not told:
        raise SlaError("--store needs the path of a data file.")
    return Path(told)


def say(result: Any, words: str) -> None:
    """Print a verb's result: one JSON document, or words for people."""
    told = _json(plain(result), indent=2) if context.json else words
    fault = _unwritten(told) if told else None
    if fault is None:
        return
    if not isinstance(fault, BrokenPipeError):  # whoever reads has read enough
        print(f"It is done, but the answer could not be written: {fault.strerror}.", file=sys.stderr)
    finish(Exit.PARTLY)


def _unwritten(told: str) -> OSError | None:
    """Print something; what kept it from being printed."""
    if sys.stdout is None:
        return OSError(errno.EBADF, "the standard output is closed")
    try:
        print(told, flush=True)
    except OSError as error:
        silence_stdout()
        return error
    return None


def silence_stdout() -> None:
    """Let the end of the program not try to write once more what cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def finish(code: int) -> None:
    """End the verb with an exit code other than 0."""
    if code != Exit.DONE:
        raise typer.Exit(code)


def fail(error: SlaError) -> int:
    """Tell why a verb cannot, unless that was told; the exit code."""
    if str(error) != context.told:
        print(str(error), file=sys.stderr)
    if context.json:
        _unwritten(_json({"error": str(error)}))
    return Exit.CANNOT


def _json(value: Any, indent: int | None = None) -> str:
    """JSON as the terminal or pipe can take it: escaped where its encoding lacks a character."""
    told = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        told.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent)
    return told


def plain(value: Any) -> Any:
    """A result as JSON knows it; dataclasses become objects, lengths of time seconds."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, UUID | Path):
        return str(value)
    return value


def ask(question: str) -> str | None:
    """Ask for a passphrase where somebody sits at a terminal."""
    return getpass(f"{question}: ") if at_terminal() else None


def ask_line(question: str) -> str | None:
    """Ask for a line that may be seen, where somebody sits at a terminal."""
    return input(f"{question}: ") if at_terminal() else None


def typed_secret(question: str) -> str:
    """A secret typed at a terminal, or the next line of what is piped in."""
    if at_terminal():
        return getpass(f"{question}: ")
    return sys.stdin.readline().rstrip("\n") if sys.stdin else ""


def at_terminal() -> bool:
    """Whether somebody sits there; where the standard input is closed there is none at all."""
    return sys.stdin is not None and sys.stdin.isatty()
