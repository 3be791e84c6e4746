"""SLA Desktop runs large community events with no internet."""

__version__ = "0.1.0"
