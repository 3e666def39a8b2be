"""Slips: a code for each person, to join two rounds without a name."""
