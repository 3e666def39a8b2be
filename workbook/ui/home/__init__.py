"""Home: the sessions, the trash, and how something new begins."""
