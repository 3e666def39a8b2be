"""Makes ids of sessions: short, random, easy to read aloud and to type."""

import os

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that looks like another: no 0 1 i l o
LENGTH = 10  # 31¹⁰ ≈ 8 × 10¹⁴: among 10,000 sessions, two alike with a chance of 1 in 10⁷


def random_id() -> str:
    """A new id: ten small letters and digits."""
    # Not by secrets.choice: it would load much of cryptography, which the start does without.
    drawn, letters = int.from_bytes(os.urandom(16)), ""
    for _ in range(LENGTH):
        drawn, place = divmod(drawn, len(ALPHABET))
        letters += ALPHABET[place]
    return letters
