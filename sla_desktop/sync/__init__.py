"""The exchange of change rows: seals, heads, and the carriers that take them to a share and back."""
