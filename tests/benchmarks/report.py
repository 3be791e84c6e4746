"""Quantiles and plain tables."""

from collections.abc import Sequence


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def table(title: str, rows: Sequence[Sequence[str]]) -> None:
    """Print a Markdown table; the first row is its heading."""
    print(f"\n{title}\n")
    print(f"| {' | '.join(rows[0])} |")
    print(f"|{'---|' * len(rows[0])}")
    for row in rows[1:]:
        print(f"| {' | '.join(row)} |")
    print(flush=True)
