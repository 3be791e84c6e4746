"""The compiled forms are what the Designer files say."""

import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FORMS = sorted((ROOT / "ui").glob("*.ui"))
COMPILED = ROOT / "sla_desktop" / "gui" / "forms"


def code_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("##")]


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_was_compiled_since_it_was_drawn(form):
    uic = shutil.which("pyside6-uic", path=sysconfig.get_path("scripts"))
    assert uic is not None
    fresh = subprocess.run([uic, str(form)], capture_output=True, text=True, check=True).stdout
    kept = (COMPILED / f"ui_{form.stem}.py").read_text(encoding="utf-8")
    assert code_lines(kept) == code_lines(fresh), "run `python3 dev.py forms`"


def test_no_compiled_form_has_lost_its_drawing():
    assert {path.stem for path in COMPILED.glob("ui_*.py")} == {f"ui_{form.stem}" for form in FORMS}
