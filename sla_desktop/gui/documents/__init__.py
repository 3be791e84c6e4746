"""The Documents page: certificates, badges, sheets and packs."""
