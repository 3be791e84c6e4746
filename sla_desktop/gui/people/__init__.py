"""The People page: who is registered, and bringing registrations in."""
