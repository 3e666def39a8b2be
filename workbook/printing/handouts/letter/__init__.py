"""The return letter: what a group reads to itself on a later day."""
