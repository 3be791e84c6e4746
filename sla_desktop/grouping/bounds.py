"""How much can be planned at once, and how; what is asked beyond that is refused in a sentence."""

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import counted

MOST_PEOPLE, MOST_ROUNDS = 5_000, 100
_MOST_SEATS = 100_000
_MOST_MIXING = 10
_LARGEST_NUMBER = 1e9


def check_rounds(rounds: int) -> None:
    """Raises SlaError for more rounds than a day has: a hundred of five minutes fill eight hours."""
    if rounds > MOST_ROUNDS:
        raise SlaError(f"No day has {rounds:,} rounds; up to {MOST_ROUNDS} can be planned.")


def check_size(people: int, rounds: int, groups: int) -> None:
    """Raises SlaError for a case that no laptop can plan."""
    check_rounds(rounds)
    if people > MOST_PEOPLE or groups > MOST_PEOPLE or people * rounds > _MOST_SEATS:
        raise SlaError(
            f"The case has {people:,} people in {counted(rounds, 'round')} of {groups:,} groups. Up to "
            f"{MOST_PEOPLE:,} people and groups, and {_MOST_SEATS:,} seats in all rounds, can be planned."
        )


def checked_mixing(mixing: object) -> float:
    """How much mixed groups matter beside new meetings; raises SlaError outside 0 to 10."""
    if not is_number(mixing) or not 0 <= mixing <= _MOST_MIXING:  # type: ignore[operator]
        raise SlaError(f"“mixing” must be a number from 0 (only new meetings matter) to {_MOST_MIXING}; usual is 1.")
    return float(mixing)  # type: ignore[arg-type]


def is_number(value: object) -> bool:
    """Whether this is a number to reckon with: no truth value, no NaN, nothing endless or far too large."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= _LARGEST_NUMBER
