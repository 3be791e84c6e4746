"""A verb starts with what it needs, and is the same as among all verbs."""

import subprocess
import sys

import pytest
import typer

from sla_desktop.cli.main import PARTS, app_for


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
