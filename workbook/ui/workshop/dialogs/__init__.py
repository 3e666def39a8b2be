"""Dialogs of a workshop: set-up, new plan, ballots from a file, what is stored."""
