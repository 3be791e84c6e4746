"""A deterministic simulator of laptops, shares, crashes, copies and clocks; every schedule follows from its seed."""
