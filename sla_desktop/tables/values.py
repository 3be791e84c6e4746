"""What reading a registration file yields: people as typed, and how the file was understood."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["registered", "cancelled", "unassigned", "rejected"]


@dataclass(frozen=True)
class Registrant:
    """One place at the event as the file has it; texts are as typed, "" where the file says nothing.

    `row` is the row number a spreadsheet shows (1-based). `standing` is the place's status, one of
    `domain.registrations.STATUSES`, or "" where the file says nothing of it. `reason` says in a sentence why the
    person is not simply registered, or what of the row was left out. `attention` is for the desk that lets them in;
    `of_guests` says whether the file tells of guests at all.
    `extra` holds (header, value) of the columns that no field of ours stands for.
    """

    row: int
    full_name: str = ""
    given: str = ""
    family: str = ""
    email: str = ""
    organisation: str = ""
    role: str = ""
    sector: str = ""
    place: str = ""
    profession: str = ""
    level: str = ""
    pronouns: str = ""
    phone: str = ""
    ticket_type: str = ""
    ticket_code: str = ""
    source_ref: str = ""
    access_needs: str = ""
    dietary: str = ""
    known_as: str = ""
    status: Status = "registered"
    standing: str = ""
    reason: str = ""
    attention: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    of_guests: bool = False


@dataclass(frozen=True)
class ReadResult:
    """A registration file, read: what it was taken for, which column is which, every row, and remarks.

    `unused` are the columns that say something nobody takes over, `family_first` that names stand as “Lee, Ann”.
    """

    format: str
    encoding: str
    delimiter: str
    sheet: str
    header_row: int
    mapping: dict[str, str]
    registrants: tuple[Registrant, ...]
    notes: tuple[str, ...]
    headers: tuple[str, ...]
    unused: tuple[str, ...] = ()
    family_first: str = ""


@dataclass(frozen=True)
class Columns:
    """The headings of a file, an example of what stands under each, and which field each was taken for."""

    headers: tuple[str, ...]
    examples: tuple[str, ...]
    mapping: dict[str, str]


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet or text file as texts; `rows[i]` is what a spreadsheet shows as row i + 1."""

    rows: tuple[tuple[str, ...], ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    notes: tuple[str, ...] = ()
