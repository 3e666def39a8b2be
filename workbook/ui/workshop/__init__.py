"""A workshop as it runs: the meeting, its clock and its ballot box."""
