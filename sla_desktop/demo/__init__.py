"""The demonstration: a whole event day on made-up people, which checks its own record."""
