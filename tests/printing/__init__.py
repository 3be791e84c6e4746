"""Documents are tested as documents: written, read back, drawn and looked at."""
