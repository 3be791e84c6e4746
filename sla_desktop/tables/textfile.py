"""Text files of any encoding and delimiter, read as cells."""

import codecs
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice

from sla_desktop.domain.errors import SlaError
from sla_desktop.tables import limits
from sla_desktop.tables.cutting import cut
from sla_desktop.tables.values import Grid

Merit = Callable[[Sequence[Sequence[str]]], tuple[float, ...]]
DELIMITERS = (",", ";", "\t", "|")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_JSON = "JSON, for programs; download the list as CSV or Excel and choose that"
_NO_TABLES = {
    "<": "a web page or XML under another name; open it in Excel and save it as a workbook",
    "{\\rtf": "a text document under another name; open it in Word, copy its table into Excel and save that",
    "[{": _JSON,
    '{"': _JSON,
}
_SAMPLE_ROWS = 60
_SAMPLE_COLUMNS = 2_000
_SAMPLE_BYTES = 20_000
_SAMPLE_LETTERS = 200_000
_SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[¹³¿¡£¥¯¢¦±¼¾](?=[^\W\d_])|(?<!\w)[£¯¥](?=[^\W\d_])")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_SCRIPTS = {
    "cp1252": "Western European",
    "cp1250": "Central European",
    "cp1251": "Cyrillic",
    "cp1253": "Greek",
    "cp932": "Japanese",
    "gb18030": "Chinese",
    "big5": "Chinese",
    "cp949": "Korean",
}
_UNCLOSED_QUOTE_LINES = 40
_NAMED_ROWS = 20


def read_text(data: bytes, name: str, merit: Merit) -> Grid:
    """The cells of a text file.

    `merit` says how well the first rows make sense when cut at a delimiter; the best wins. Raises SlaError for
    what is not text.
    """
    text, encoding = decode(data, name)
    if told := next((words for start, words in _NO_TABLES.items() if text.lstrip().startswith(start)), ""):
        raise SlaError(f"“{name}” is {told}.")
    text, hint = _without_separator_line(text)
    delimiter = hint or _best_delimiter(text, merit)
    limits.Budget(name).spend(text.count(delimiter), 0)
    pieces = list(islice(cut(text, delimiter), limits.MAX_ROWS + 1))
    limits.check_cells(name, len(pieces), max((len(row) for row, _ in pieces), default=0))
    if hint:
        pieces = [((), False), *pieces]
    notes = (*_letter_notes(data, text, encoding), *_quote_notes(pieces))
    return Grid(tuple(row for row, _ in pieces), encoding, delimiter, notes=notes)


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text and the encoding it was in: by byte order mark, UTF-16 by its zero bytes, UTF-8, Windows, guess.

    Bytes that do not fit become U+FFFD where a mark says what the rest is. Raises SlaError when this is no text.
    """
    encoding = next((e for bom, e in _BOMS if data.startswith(bom)), None) or _zero_byte_encoding(data)
    if encoding:
        return _without_zeros(data.decode(encoding, "replace")), encoding
    _refuse_binary(data, name)
    try:
        return _without_zeros(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        return _decode_mixed(data) or _decode_legacy(data, name)


def _decode_mixed(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with halves of characters, or into which somebody pasted Windows letters; None when it is no UTF-8.

    Letters of another encoding are hardly ever sound UTF-8 by chance: one that is counts for two that are not.
    """
    with suppress(UnicodeDecodeError):
        halves = data.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass")
        return _without_zeros(halves.decode("utf-16", "replace")), "utf-8"
    text = data.decode("utf-8", _WINDOWS_WHERE_BROKEN)
    broken = data.decode("utf-8", "replace").count("\ufffd")
    sound = sum(ord(ch) > 127 for ch in text) - broken
    return (_without_zeros(text), "utf-8") if sound * 2 > broken else None


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_WINDOWS_WHERE_BROKEN = "sla_desktop.windows"
codecs.register_error(_WINDOWS_WHERE_BROKEN, _as_windows)


def _without_zeros(text: str) -> str:
    return text.replace("\x00", "").removeprefix("\ufeff")


def _zero_byte_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin letters, spaces and commas have a zero on one side, and hardly on the other."""
    sample = data[:_SAMPLE_BYTES]
    if len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    enough = max(2, len(sample) * 0.03)
    if odd > enough and odd > 5 * even:
        return "utf-16-le"
    if even > enough and even > 5 * odd:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE_BYTES]
    control = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1a\x1b\x00" for byte in sample)
    zeros = sample.count(0)
    if control > len(sample) * 0.02 + 1 or zeros > len(sample) * 0.3 + 1:
        raise SlaError(f"“{name}” is not a spreadsheet or a table of text; choose a CSV, Excel or ODS file.")


def _decode_legacy(data: bytes, name: str) -> tuple[str, str]:
    """Western European, unless its words would be no words: then Central European, or what another script looks like.

    Words of Latin letters have few accents in a row and no signs such as ³ or £ inside, as “Pawe³” would have.
    """
    from charset_normalizer import from_bytes

    with suppress(UnicodeDecodeError):
        text = data.decode("cp1252")
        if not _in_another_script(text):
            encoding = "cp1250" if _has_signs_in_words(text) else "cp1252"
            return _without_zeros(data.decode(encoding)), encoding
    best = from_bytes(data).best()
    if best is None:
        raise SlaError(f"The letters in “{name}” could not be read; save it again as CSV UTF-8.")
    return _without_zeros(str(best)), best.encoding


def _has_signs_in_words(text: str) -> bool:
    """Whether a tenth of what is not A to Z are signs inside words; one slip is none."""
    return len(_SIGN_IN_WORD.findall(text)) * 10 > sum(map(len, _FOREIGN.findall(text)))


def _in_another_script(text: str) -> bool:
    """Whether most letters beyond A to Z stand three or more in a row."""
    runs = [len(run) for run in _FOREIGN.findall(text)]
    return sum(run for run in runs if run >= 3) * 2 > sum(runs)


def _without_separator_line(text: str) -> tuple[str, str]:
    """Excel's own hint, a first line such as "sep=;"."""
    head, mark, rest = text.partition("\n")
    hint = head.strip()
    if mark and hint.lower().startswith("sep=") and len(hint) == 5:
        return rest, hint[4]
    return text, "\t" if head.rstrip("\r") == "sep=\t" else ""


def _best_delimiter(text: str, merit: Merit) -> str:
    sample = text[:_SAMPLE_LETTERS]
    return max(
        DELIMITERS, key=lambda d: merit([row[:_SAMPLE_COLUMNS] for row, _ in islice(cut(sample, d), _SAMPLE_ROWS)])
    )


def _letter_notes(data: bytes, text: str, encoding: str) -> Iterator[str]:
    if not encoding.startswith("utf"):
        called = f"{_SCRIPTS[encoding]} ({encoding})" if encoding in _SCRIPTS else encoding
        yield (
            f"The file does not say which letters it has: they were read as {called}. "
            "If names look wrong, save it again as CSV UTF-8."
        )
    if "\ufffd" in text and "\ufffd".encode() not in data:
        yield "Some letters in the file could not be read; check names with accents."


def _quote_notes(pieces: Sequence[tuple[Sequence[str], bool]]) -> Iterator[str]:
    """An unclosed quote mark swallows the rows after it; nobody would see that they are missing."""
    doubtful = [number for number, (_, doubt) in enumerate(pieces, 1) if doubt]
    for number in doubtful[:_NAMED_ROWS]:
        yield f"Row {number} has a quote mark that is not closed; check this row and the ones after it."
    if len(doubtful) > _NAMED_ROWS:
        yield f"{len(doubtful) - _NAMED_ROWS:,} more rows have a quote mark that is not closed."
    for number, (row, _) in enumerate(pieces, 1):
        for cell in row:
            if cell.count("\n") >= _UNCLOSED_QUOTE_LINES:
                yield f"Row {number} has a cell of {cell.count(chr(10)) + 1} lines: is a quote mark missing?"
