#!/usr/bin/env python3
"""One command for every job: python3 dev.py demo | test | lint | app | forms | bench | coverage.

Needs nothing but Python 3.11 and git: it makes .venv, installs the locked dependencies, installs missing system
libraries with apt when it may, and then does the job.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "installed-for"
UV = "uv==0.13.9"
ROOM = 2 << 30

# What Qt needs to start, by the file it loads; and what a window on a display needs besides.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
}
DISPLAY_LIBRARIES = {
    "libpulse.so.0": "libpulse0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def main(arguments: list[str]) -> int:
    """Do the job that the first argument names."""
    job, *rest = arguments or ["help"]
    jobs = {
        "demo": demo,
        "test": test,
        "lint": lint,
        "app": app,
        "forms": forms,
        "bench": bench,
        "coverage": coverage,
    }
    if job not in jobs:
        print(__doc__)
        return 0 if job in ("help", "-h", "--help") else 2
    return jobs[job](rest)


def demo(rest: list[str]) -> int:
    """Play a whole event day into demo-out/, then open the window on it where there is a display."""
    prepare(display=has_display())
    out = rest[rest.index("--out") + 1] if "--out" in rest[:-1] else "demo-out"
    code = run(tool("sla"), "demo", *(rest if "--out" in rest else ["--out", out, *rest]))
    if code == 0 and has_display():
        environment = {"SLA_KEY": os.environ.get("SLA_KEY", "demo"), "SLA_STORE": str(Path(out) / "Office.sla")}
        return run(tool("sla-desktop"), environment=environment)
    return code


def test(rest: list[str]) -> int:
    """Run the tests, on all processors; --slow runs those that take minutes; what else is given goes to pytest."""
    prepare(database=True)
    chosen = ["-m", "slow", *[one for one in rest if one != "--slow"]] if "--slow" in rest else rest
    if not rest:
        chosen = ["-n", "auto", "--dist", "worksteal"]
    return run(tool("python"), "-m", "pytest", "-q", *chosen, environment=in_memory())


def in_memory() -> dict[str, str]:
    """Where the tests put their files: in memory where there is room, since each of them waits for the disk."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > ROOM
    return {"TMPDIR": str(memory)} if roomy else {}


def lint(rest: list[str]) -> int:
    """Check style, types and the direction of imports."""
    prepare()
    checks = (
        (tool("ruff"), "check", "."),
        (tool("ruff"), "format", "--check", "."),
        (tool("mypy"),),
        (tool("lint-imports"),),
    )
    return max(run(*check) for check in checks)


def app(rest: list[str]) -> int:
    """Open the window."""
    prepare(display=True)
    return run(tool("sla-desktop"), *rest)


def forms(rest: list[str]) -> int:
    """Compile ui/*.ui into sla_desktop/gui/forms/."""
    prepare()
    made = ROOT / "sla_desktop" / "gui" / "forms"
    return max(
        run(tool("pyside6-uic"), str(form), "-o", str(made / f"ui_{form.stem}.py"))
        for form in sorted((ROOT / "ui").glob("*.ui"))
    )


def bench(rest: list[str]) -> int:
    """Measure what docs/benchmarks.md tells; name one to run it alone."""
    prepare(database=True)
    return run(tool("python"), "-m", "tests.benchmarks", *rest)


def coverage(rest: list[str]) -> int:
    """Branch coverage of domain, services and storage; fails below 90 per cent."""
    prepare(database=True)
    measured = run(tool("coverage"), "run", "-m", "pytest", "-q", *rest)
    kept = "sla_desktop/domain/*,sla_desktop/services/*,sla_desktop/storage/*"
    return max(measured, run(tool("coverage"), "report", f"--include={kept}", "--fail-under=90", "--skip-covered"))


def prepare(*, display: bool = False, database: bool = False) -> None:
    """Make sure of system libraries, the virtual environment and the locked dependencies."""
    if sys.version_info < (3, 11):
        sys.exit("Python 3.11 or newer is needed.")
    if sys.platform == "linux":
        install_system_packages(display=display, database=database)
    lock = (ROOT / "uv.lock").read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    wanted = f"{sys.version_info[:2]} {hash_of(lock)}"
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    if not BIN.exists():
        check(sys.executable, "-m", "venv", str(VENV))
    if not Path(tool("uv")).exists():
        check(tool("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", UV)
    check(tool("uv"), "sync", "--frozen", "--inexact", "--compile-bytecode", "--quiet", "--python", tool("python"))
    STAMP.write_text(wanted)


def install_system_packages(*, display: bool, database: bool) -> None:
    """Install what is missing with apt where this user may, else say the one line to run."""
    missing = missing_packages(display=display, database=database)
    if not missing:
        return
    line = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not (shutil.which("apt-get") and run(*sudo, "true") == 0):
        sys.exit(f"Some system libraries are missing. Run:\n  sudo {' '.join(line)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "-qq"], line):
        subprocess.run([*sudo, *step], check=True, env=environment, stdout=subprocess.DEVNULL)


def missing_packages(*, display: bool, database: bool) -> list[str]:
    """Names of the Debian packages that are not there yet."""
    ldconfig = shutil.which("ldconfig") or "/sbin/ldconfig"
    known = subprocess.run([ldconfig, "-p"], capture_output=True, text=True).stdout
    wanted = {**LIBRARIES, **(DISPLAY_LIBRARIES if display else {})}
    missing = [package for file, package in wanted.items() if f"\t{file} " not in known]
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        missing.append("python3-venv")
    if database and not (shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))):
        missing.append("postgresql")
    return missing


def has_display() -> bool:
    """Whether a window can be shown."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def hash_of(data: bytes) -> str:
    """A short name of some bytes."""
    import hashlib

    return hashlib.sha256(data).hexdigest()[:16]


def tool(name: str) -> str:
    """The path of a program in the virtual environment."""
    return str(BIN / (f"{name}.exe" if os.name == "nt" else name))


def run(*command: str, environment: dict[str, str] | None = None) -> int:
    """Run a program in the project's folder; its exit code."""
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **(environment or {})}).returncode


def check(*command: str) -> None:
    """Run a program that must succeed."""
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
