"""A session as it is walked through: its pages and its summary."""
