"""Files with personal data are for whoever wrote them: nobody else on the computer may read them."""

import os


def owner_only(path: str, flags: int) -> int:
    """An opener for `open`: what it makes is for its owner alone, where the system knows owners."""
    return os.open(path, flags, 0o600)
