"""What there is to say, as neutral blocks: the summary, page one, what is stored, the wall."""
