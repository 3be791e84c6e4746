"""The Sync page: exchanging changes with a shared place."""
