"""Whose documents the tests print."""

import pytest

from sla_desktop.printing.style import Identity


@pytest.fixture
def identity() -> Identity:
    return Identity("South East London System Leadership Academy", "#005eb8")
