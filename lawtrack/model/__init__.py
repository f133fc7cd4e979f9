"""The records: frozen, keyword-only, equal by value."""
