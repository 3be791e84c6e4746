"""The local database: one encrypted file, its change log, and the tables projected from it."""
