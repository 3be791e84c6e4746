"""A verb starts with what it needs, and is the same as among all verbs."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from sla_desktop.cli import context
from sla_desktop.cli.main import PARTS, app_for, run
from tests.conftest import RAW_KEY


def commands(verb):
    """Every verb of the command line for a word, with the verbs under it."""
    group = typer.main.get_command(app_for(verb))
    return {name: sorted(getattr(one, "commands", ())) for name, one in group.commands.items()}


VERBS = [verb for verbs in PARTS.values() for verb in verbs.split()]


def test_the_help_tells_of_every_verb():
    assert sorted(commands("")) == sorted(set(VERBS))
    assert commands("no such verb") == commands("")


@pytest.mark.parametrize("verb", sorted(set(VERBS)))
def test_a_verb_alone_is_as_it_is_among_all(verb):
    assert commands(verb)[verb] == commands("")[verb]


def test_a_verb_does_not_wait_for_what_other_verbs_need():
    told = "import sys; from sla_desktop.cli.main import run; run(['event', '--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert not {"sla_desktop.survey", "sla_desktop.cli.documents", "sla_desktop.grouping"} & set(done.stdout.split())


def call(*arguments, **streams):
    program = [sys.executable, "-m", "sla_desktop.cli", *map(str, arguments)]
    return subprocess.run(
        program, stderr=subprocess.PIPE, text=True, env={**os.environ, "SLA_KEY": RAW_KEY}, **streams
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_what_was_done_and_could_not_be_told_is_done_in_part(tmp_path):
    day = ("--title", "Day", "--start", "2026-11-24 09:00", "--end", "2026-11-24 16:00")
    with Path("/dev/full").open("w") as full:
        done = call("--store", tmp_path / "day.sla", "event", "add", *day, stdout=full)
    assert (done.returncode, done.stderr) == (
        3,
        "It is done, but the answer could not be written: No space left on device.\n",
    )
    assert "Day" in call("--store", tmp_path / "day.sla", "event", "list", stdout=subprocess.PIPE).stdout


@pytest.mark.parametrize("shape", [[], ["--json"]], ids=["words", "json"])
@pytest.mark.skipif(os.name == "nt", reason="the shell of that system closes nothing")
def test_what_was_done_is_done_in_part_too_where_nobody_can_read(tmp_path, shape):
    day = ("--title", "Day", "--start", "2026-11-24 09:00", "--end", "2026-11-24 16:00")
    verb = ["--store", str(tmp_path / "day.sla"), *shape, "event", "add", *day]
    closed = f"exec 1>&-; {shlex.join([sys.executable, '-m', 'sla_desktop.cli', *verb])}"
    environment = {**os.environ, "SLA_KEY": RAW_KEY}
    done = subprocess.run(["sh", "-c", closed], stderr=subprocess.PIPE, text=True, env=environment)
    told = "It is done, but the answer could not be written: the standard output is closed.\n"
    assert (done.returncode, done.stderr) == (3, told)
    assert "Day" in call("--store", tmp_path / "day.sla", "event", "list", stdout=subprocess.PIPE).stdout


@pytest.mark.parametrize("shape", [[], ["--json"]], ids=["words", "json"])
def test_a_pipe_that_nobody_reads_any_more_makes_no_noise(tmp_path, shape):
    reader, end = os.pipe()
    os.close(reader)
    listed = call("--store", tmp_path / "day.sla", *shape, "event", "list", stdout=end)
    os.close(end)
    assert (listed.returncode, listed.stderr) == (3, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_help_and_refusals_that_cannot_be_written_end_in_a_sentence(tmp_path):
    with Path("/dev/full").open("w") as full:
        asked = call("--help", stdout=full)
        refused = call("--store", tmp_path / "day.sla", "--json", "event", "show", "Nosuch", stdout=full)
    assert (asked.returncode, asked.stderr) == (1, "The answer could not be written: No space left on device.\n")
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)


def test_where_nobody_can_be_asked_nobody_is(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert (context.ask("Passphrase"), context.ask_line("Sure?"), context.typed_secret("PIN")) == (None, None, "")


def test_ctrl_c_before_a_verb_began_is_told(monkeypatch, capsys):
    def interrupted(_verb):
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["sla_desktop.cli.main"], "app_for", interrupted)
    assert run(["event", "list"]) == 1
    assert "Stopped before it was done" in capsys.readouterr().err
