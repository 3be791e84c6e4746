"""The one door to packaged files opens only on them."""

import pytest

from sla_desktop import assets


def test_a_file_is_found_by_its_name_below_resources():
    assert assets.path("fonts/Inter-Regular.ttf").read_bytes()[:4] == b"\x00\x01\x00\x00"


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../pyproject.toml", "fonts/../../pyproject.toml", "C:\\x", "fonts\\x"]
)
def test_names_that_lead_elsewhere_are_refused(name: str):
    with pytest.raises(ValueError, match="not a name inside resources"):
        assets.path(name)


def test_a_file_that_is_not_there_is_a_bug_that_speaks_up():
    with pytest.raises(FileNotFoundError):
        assets.path("fonts/Comic.ttf")
