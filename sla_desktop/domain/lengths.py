"""How long a text may be that people type or a file brings: as long as paper, spreadsheets and windows can show."""

from collections.abc import Mapping

from sla_desktop.domain.errors import SlaError

LONGEST_LINE = 300
LONGEST: Mapping[str, int] = {
    "full_name": 200,
    "email": 254,
    "access_needs": 2_000,
    "dietary": 2_000,
    "attention": 2_000,
    "note": 2_000,
}
_CALLED = {
    "full_name": "name",
    "email": "e-mail address",
    "override": "reason for letting somebody in",
    "desk": "name of the desk",
}


def longest(field: str) -> int:
    """The most letters of a field."""
    return LONGEST.get(field, LONGEST_LINE)


def called(field: str) -> str:
    """A field in words."""
    return _CALLED.get(field, field.replace("_", " "))


def check_lengths(texts: Mapping[str, object]) -> None:
    """Raises SlaError for a text that is longer than its field may be; what is no text passes."""
    for field, text in texts.items():
        if isinstance(text, str) and len(text) > longest(field):
            raise SlaError(f"The {called(field)} has {len(text):,} letters; {longest(field):,} is the most.")
