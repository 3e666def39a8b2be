"""Eight words in a row as hashes, so that texts can be compared without one of them."""

import hashlib
import re

IN_A_ROW = 8


def shingles(text: str) -> set[str]:
    """A short hash of every eight words in a row, whatever their case and punctuation."""
    words = re.findall(r"[a-z0-9]+", text.casefold().replace("’", "'").replace("'", ""))
    rows = (" ".join(words[at : at + IN_A_ROW]) for at in range(len(words) - IN_A_ROW + 1))
    return {hashlib.sha256(row.encode()).hexdigest()[:12] for row in rows}
