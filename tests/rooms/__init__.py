"""A bench of odd rooms: what was answered in them, and what may and may not be said about it."""
