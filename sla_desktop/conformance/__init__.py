"""Check-in scenarios of domain experts, played on real stores: `{given, do, expect}`. See docs/conformance.md."""
