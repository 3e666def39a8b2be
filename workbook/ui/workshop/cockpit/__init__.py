"""The cockpit: what the facilitator sees while a workshop runs."""
