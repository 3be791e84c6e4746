"""The same verbs from a terminal."""

from sla_desktop.cli.main import main

__all__ = ["main"]
