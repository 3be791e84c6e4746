"""The window shows before anything heavy is imported."""

import subprocess
import sys

HEAVY = "pandas numpy reportlab openpyxl PIL zxingcpp uvicorn starlette PySide6.QtMultimedia PySide6.QtPdf psycopg"

SCRIPT = """
import sys
from sla_desktop import app, settings
from sla_desktop.gui.shared.prompts import Prompts
from PySide6.QtWidgets import QApplication
qt = QApplication([])
store = app.unlock(settings.store_path(), Prompts())
desktop = app.Desktop(store, Prompts(), app.remembered_appearance(qt))
desktop.window.show()
qt.processEvents()
assert desktop.window.isVisible()
print(*sorted(name for name in %r.split() if name in sys.modules))
desktop.close()
"""


def test_showing_the_first_window_imports_nothing_heavy(tmp_path, monkeypatch):
    monkeypatch.setenv("SLA_STORE", str(tmp_path / "first.sla"))
    monkeypatch.setenv("SLA_KEY", "5e" * 32)
    ran = subprocess.run([sys.executable, "-c", SCRIPT % HEAVY], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == ""


def test_what_is_warmed_up_exists():
    from sla_desktop.app import WARMED, warm_imports

    warm_imports().join(60)
    assert set(WARMED) <= set(sys.modules)
