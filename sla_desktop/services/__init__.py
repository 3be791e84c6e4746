"""What a facilitator can do: one file per noun, verbs, one transaction each."""
