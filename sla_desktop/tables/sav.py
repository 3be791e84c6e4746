"""Counts as a file for SPSS: the only user of pyreadstat."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from sla_desktop.tables.write import replace_file

Count = tuple[str, str, int | None, float | None, float | None, float | None]
# Where the head of the file says when it was written: the same counts are to make the same bytes.
_WRITTEN, _NO_MOMENT = slice(92, 109), b"01 Jan 8000:00:00"
_LABELS: dict[str, str | None] = {
    "question": "Question",
    "answer": "Answer",
    "people": "People who answered so; missing where hidden",
    "share": "Share of those who answered",
    "low": "Low end of the 95% interval",
    "high": "High end of the 95% interval",
}


def write_counts(path: Path, title: str, counts: Iterable[Count]) -> None:
    """Write a case for each answer to each question, to be weighted by `people`.

    Questions and answers are numbers with labels. Raises SlaError when the place cannot be written to.
    """
    import pandas as pd
    import pyreadstat

    rows = list(counts)
    labels: dict[str, dict[int | float, str]] = {}
    frame = pd.DataFrame(rows, columns=list(_LABELS))
    for column in ("question", "answer"):
        codes = {text: nth for nth, text in enumerate(dict.fromkeys(frame[column]), start=1)}
        labels[column] = {nth: text for text, nth in codes.items()}
        frame[column] = frame[column].map(codes)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "counts.sav"
        pyreadstat.write_sav(
            frame.astype(float),
            str(made),
            file_label=title[:60],
            column_labels=_LABELS,
            variable_value_labels=labels,
            variable_measure={"question": "nominal", "answer": "nominal", "people": "scale"},
        )
        told = made.read_bytes()
        replace_file(path, told[: _WRITTEN.start] + _NO_MOMENT + told[_WRITTEN.stop :])
