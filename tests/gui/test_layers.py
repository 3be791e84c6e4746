"""Pages never import pages: they meet in the store's changes and in the main window."""

import ast
from pathlib import Path

import pytest

GUI = Path(__file__).resolve().parents[2] / "sla_desktop" / "gui"
NOUNS = sorted(
    path.name for path in GUI.iterdir() if path.is_dir() and path.name not in ("forms", "shared", "__pycache__")
)


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}


@pytest.mark.parametrize("noun", NOUNS)
def test_a_page_imports_only_its_own_folder_and_what_is_shared(noun):
    allowed = {noun, "shared", "forms"}
    for path in (GUI / noun).glob("*.py"):
        parts = [name.split(".") for name in imported(path) if name.startswith("sla_desktop.gui.")]
        assert {part[2] for part in parts} <= allowed, path.name


def test_what_is_shared_knows_no_page():
    for path in (GUI / "shared").glob("*.py"):
        parts = [name.split(".") for name in imported(path) if name.startswith("sla_desktop.gui.")]
        assert {part[2] for part in parts} <= {"shared", "forms"}, path.name


def test_only_the_prompts_open_message_boxes_and_file_dialogs():
    opening = {"QMessageBox", "QFileDialog", "QInputDialog"}
    users = {path.name for path in GUI.rglob("*.py") if opening & set(_names(path))}
    assert users == {"prompts.py"}


def _names(path: Path) -> set[str]:
    return {node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)}
