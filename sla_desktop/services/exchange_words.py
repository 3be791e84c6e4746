"""What people are told of an exchange beside its numbers: what waits, of clocks, and of who can read the share."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sla_desktop.domain.text import counted, joined
from sla_desktop.services.desks import CLOCKS_APART

if TYPE_CHECKING:
    from sla_desktop.services.exchange import SyncStatus
    from sla_desktop.sync.carrier import Carrier


def of_what_waits(status: "SyncStatus") -> str:
    """What is not on the share, and whether it is anywhere but here, without a full stop."""
    if status.under_way:
        return "Exchanging records now"
    if not status.unsent:
        return "Everything here is on the share" if status.last_exchange else "Nothing waits to be sent"
    if status.alone == status.unsent:
        return f"{_things(status)} saved on this laptop only"
    if status.holders:
        return f"{_things(status)} on {joined(('this laptop', *status.holders))} only"
    if status.alone:
        return f"{_records(status)} not on the share yet, {status.alone} of them saved on this laptop only"
    return f"{_things(status)} on several desks, not on the share yet"


def _things(status: "SyncStatus") -> str:
    """What waits as people know it, with its verb (“12 people and 30 door entries are”), else as records."""
    told = [counted(status.people, "person", "people")] * bool(status.people)
    told += [counted(status.check_ins, "door entry", "door entries")] * bool(status.check_ins)
    told += [counted(status.others, "other record")] * bool(status.others and told)
    one = status.people + status.check_ins + status.others == 1
    return f"{joined(told)} {'is' if one else 'are'}" if told else _records(status)


def _records(status: "SyncStatus") -> str:
    return "1 record is" if status.unsent == 1 else f"{status.unsent} records are"


def of_the_clock(ahead: timedelta | None) -> list[str]:
    """A sentence if the clock of the other side and this laptop's are more than two minutes apart."""
    if ahead is None or abs(ahead) < CLOCKS_APART:
        return []
    told = counted(round(abs(ahead) / timedelta(minutes=1)), "minute")
    return [
        f"This laptop's clock is {told} {'behind' if ahead > timedelta() else 'ahead of'} the share's. Set it right."
    ]


def of_the_folder(carrier: "Carrier") -> list[str]:
    """A sentence if anybody who finds the folder can read it, whatever passphrase is known here."""
    from sla_desktop.sync.folder import Folder

    if not isinstance(carrier, Folder) or carrier.protected:
        return []
    return ["The folder is not protected: whoever finds it can read it. Protect it with the team's passphrase."]
