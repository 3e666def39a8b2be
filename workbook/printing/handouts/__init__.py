"""What is printed before a workshop and filled in by hand: worksheets, ballots, slips."""
