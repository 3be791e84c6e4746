"""The direction of imports is a rule that fails the run; forms and versions do not drift."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def lint_imports(folder):
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache"], cwd=folder, capture_output=True, text=True, env={"PYTHONPATH": "."}
    )


def test_data_flows_one_way():
    found = lint_imports(ROOT)
    assert found.returncode == 0, found.stdout


def test_a_planted_upward_import_is_caught(tmp_path):
    shutil.copytree(ROOT / "sla_desktop", tmp_path / "sla_desktop", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    notes = tmp_path / "sla_desktop" / "domain" / "notes.py"
    notes.write_text(notes.read_text() + "\nfrom sla_desktop.services import notes as planted\n")
    found = lint_imports(tmp_path)
    assert found.returncode != 0
    assert "sla_desktop.domain.notes -> sla_desktop.services.notes" in found.stdout


def test_files_stay_short_and_functions_shorter():
    long_files = [
        f"{path.relative_to(ROOT)}: {lines}"
        for path in (ROOT / "sla_desktop").rglob("*.py")
        if "forms" not in path.parts and (lines := len(path.read_text().splitlines())) > 300
    ]
    assert long_files == []
