"""A PostgreSQL cluster of its own, on loopback, for tests and benchmarks."""

import glob
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def is_installed() -> bool:
    """Whether PostgreSQL is on this machine."""
    return (_programs() / "initdb").exists()


@contextmanager
def cluster(*, fsync: bool = True) -> Iterator[str]:
    """Start an empty cluster; its address without a database name. It is gone at the end."""
    home = Path(tempfile.mkdtemp(prefix="sla-cluster-"))
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        shutil.chown(home, user)
    port = _free_port()

    def run(*command: str) -> None:
        subprocess.run(command, check=True, user=user, stdout=subprocess.DEVNULL, cwd=home)

    data, programs = str(home / "data"), _programs()
    run(str(programs / "initdb"), "-D", data, "-U", "tester", "-A", "trust", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={home} -c fsync={fsync}"
    run(str(programs / "pg_ctl"), "-D", data, "-w", "-o", options, "-l", str(home / "log"), "start")
    try:
        yield f"postgresql://tester@127.0.0.1:{port}/"
    finally:
        run(str(programs / "pg_ctl"), "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(home)


def fresh_database(address: str) -> str:
    """The address of a new database on a cluster."""
    import psycopg

    name = f"share_{os.urandom(4).hex()}"
    with psycopg.connect(f"{address}postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return address + name


def _programs() -> Path:
    installed = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    return Path(shutil.which("initdb") or (installed or [""])[-1]).parent


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
