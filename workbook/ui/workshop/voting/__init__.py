"""Voting: opening a round, each way of collecting ballots, the reveal."""
