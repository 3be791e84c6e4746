"""The same verbs from a terminal."""

import sys

try:
    from sla_desktop.cli.main import main
except KeyboardInterrupt:
    sys.exit("Stopped before it began. Nothing changed.")

__all__ = ["main"]
