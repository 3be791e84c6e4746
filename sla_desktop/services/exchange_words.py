"""What people are told beside the numbers of an exchange: of clocks, and of who can read the share."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sla_desktop.domain.text import counted
from sla_desktop.services.desks import CLOCKS_APART

if TYPE_CHECKING:
    from sla_desktop.sync.carrier import Carrier


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
