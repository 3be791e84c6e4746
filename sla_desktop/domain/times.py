"""Times of day as people write them."""

import re
import unicodedata

_TIME_OF_DAY = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d\d))? ?(?P<half>[ap]\.?m\.?)? ?(?P<offset>Z|[+-]\d\d:\d\d)?",
    re.IGNORECASE,
)
# How a refused time is told to be written.
HOW = "09:30, 0930, 9.30 or 9:30am"


def on_24_hours(text: str) -> str:
    """A time of day ("2pm", "14.00", "1400", "2:30 p.m.", "9:30+01:00") as "14:00", with its offset; else nothing.

    Hours alone ("14") are none: nobody could say whether the morning or the afternoon is meant.
    """
    found = _TIME_OF_DAY.fullmatch(_in_our_digits(text.strip()))
    if found is None or not (found["minute"] or found["half"]):
        return ""
    hour = int(found["hour"])
    if found["half"] and hour > 12:
        return ""
    if found["half"]:
        hour = hour % 12 + 12 * (found["half"][0] in "pP")
    return f"{hour:02}:{found['minute'] or '00'}{(found['offset'] or '').upper()}"


def with_24_hours(text: str) -> str:
    """A date with such a time ("2026-11-22 2pm") as "2026-11-22 14:00"; any other text with digits of ours."""
    text = _in_our_digits(text)
    date, gap, time = (text[:10], text[10:11], text[11:])
    known = on_24_hours(time) if re.fullmatch(r"\d{4}-\d\d-\d\d[ T]", date + gap) else ""
    return f"{date} {known}" if known else text


def _in_our_digits(text: str) -> str:
    """Arabic, full-width and all other decimal digits as 0 to 9."""
    return "".join(str(unicodedata.decimal(ch, ch)) for ch in text)
