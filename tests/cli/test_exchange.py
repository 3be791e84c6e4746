"""Bundles and desks from a terminal."""

import json
import os
import re
import subprocess
import sys

import pytest

from sla_desktop.cli.main import run


@pytest.fixture
def sla(tmp_path, capsys, monkeypatch):
    """Runs a verb on a laptop's store; (exit code, stdout or its JSON, stderr)."""
    monkeypatch.setenv("SLA_KEY", "5e" * 32)
    monkeypatch.delenv("SLA_SHARE_KEY", raising=False)

    def call(laptop, *arguments):
        code = run(["--store", str(tmp_path / f"{laptop}.sla"), *map(str, arguments)])
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in arguments else out, err

    call("office", "event", "add", "--title", "Day", "--start", "2026-11-24 09:00", "--end", "2026-11-24 16:00")
    return call


def test_a_bundle_goes_from_one_laptop_to_another(sla, tmp_path):
    file = tmp_path / "day.slab"
    code, told, _ = sla("office", "bundle", "write", file, "--event", "Day", "--json")
    assert code == 0
    passphrase = told["passphrase"]
    assert re.fullmatch(r"([A-Z2-9]{4}-){3}[A-Z2-9]{4}", passphrase)
    assert sla("desk", "bundle", "read", file)[0] == 1
    code, out, _ = sla("desk", "bundle", "read", file, "--passphrase", passphrase)
    assert code == 0
    assert "taken in from the bundle that Desk 1 wrote" in out
    assert "Day" in sla("desk", "event", "list")[1]


def test_the_words_say_what_to_do_with_a_made_up_passphrase(sla, tmp_path):
    out = sla("office", "bundle", "write", tmp_path / "day.slab")[1]
    assert "Write the passphrase down now" in out


def test_two_laptops_pair_and_sync_over_the_network(sla, tmp_path):
    program = [sys.executable, "-m", "sla_desktop.cli", "--store", str(tmp_path / "office.sla")]
    command = [*program, "desk", "open", "--address", "127.0.0.1", "--for", "60", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ) as office:
        lines = iter(office.stdout.readline, "}\n")
        told = json.loads("".join(lines) + "}")
        url = told["addresses"][0]
        code, out, _ = sla("desk", "desk", "pair", url, told["code"])
        assert code == 0
        assert "Paired with Desk 1" in out
        assert sla("desk", "sync", url, "--json")[1]["complete"]
        office.terminate()
    code, told, _ = sla("desk", "desk", "list", "--for", "0", "--json")
    assert told["desks"][0]["name"] == "Desk 1"
    assert sla("desk", "sync", url)[0] == 1


def test_a_laptop_is_named_from_a_terminal(sla):
    assert sla("office", "desk", "name")[1] == "This laptop is called Desk 1.\n"
    code, told, _ = sla("office", "desk", "name", "Front door", "--json")
    assert (code, told["name"]) == (0, "Front door")
    assert sla("office", "desk", "name", " ")[0] == 1
