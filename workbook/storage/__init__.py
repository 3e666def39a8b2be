"""Keeps sessions in one SQLite library: nothing else knows SQL, and only operations write."""
