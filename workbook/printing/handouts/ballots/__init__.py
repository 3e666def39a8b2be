"""Ballots: what each asks, and how they are drawn and cut."""
