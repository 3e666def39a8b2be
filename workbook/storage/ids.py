"""Makes ids of sessions: short, random, easy to read aloud and to type."""

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that looks like another: no 0 1 i l o
LENGTH = 10  # 31¹⁰ ≈ 8 × 10¹⁴: among 10,000 sessions, two alike with a chance of 1 in 10⁷


def random_id() -> str:
    """A new id: ten small letters and digits."""
    import secrets  # and with it much of cryptography, which listing sessions does without

    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
