"""The window shows before the data is opened, and before anything heavy is imported."""

import subprocess
import sys

import pytest

HEAVY = "pandas numpy reportlab openpyxl PIL zxingcpp uvicorn starlette PySide6.QtMultimedia PySide6.QtPdf psycopg"
DATABASE = "sqlalchemy sqlcipher3 cryptography"

SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication
from sla_desktop import app
from sla_desktop.gui.main_window import MainWindow
from sla_desktop.gui.shared.prompts import Prompts

def loaded(names):
    return ",".join(name for name in names.split() if name in sys.modules)

def tell_and_quit():
    print("open:", start.desktop.window.isVisible(), loaded(%(heavy)r))
    qt.quit()

app.warm_imports = tell_and_quit
qt = QApplication([])
window = MainWindow(app.remembered_appearance(qt))
window.painted.connect(lambda: print("painted:", loaded(%(heavy)r + " " + %(database)r)))
start = app.Start(window, Prompts())
window.show()
qt.exec()
start.desktop.close()
"""


@pytest.fixture
def told(tmp_path, monkeypatch):
    """What a fresh process says of its start."""
    monkeypatch.setenv("SLA_STORE", str(tmp_path / "first.sla"))
    monkeypatch.setenv("SLA_KEY", "5e" * 32)
    script = SCRIPT % {"heavy": HEAVY, "database": DATABASE}
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()


def test_the_first_paint_needs_no_database_and_nothing_heavy(told):
    assert told[0].strip() == "painted:"


def test_the_opened_window_has_imported_nothing_heavy(told):
    assert told[1].strip() == "open: True"


def test_what_is_warmed_up_exists():
    from sla_desktop.app import WARMED, warm_imports

    warm_imports().join(60)
    assert set(WARMED) <= set(sys.modules)
