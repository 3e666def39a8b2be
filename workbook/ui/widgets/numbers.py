"""Reads the numbers people type and shows them as they were stored."""

import re

# After a comma one or two digits: "1,000" may mean a thousand or one, so it is not guessed.
_NUMBER = re.compile(r"(\d{1,12})(?:\.(\d{1,6})|,(\d{1,2}))?")


def read_number(text: str) -> int | float | None:
    """The number a person typed, "3", "2.5" or "2,5"; None where it is none for certain."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    decimals = found[2] or found[3]
    return float(f"{found[1]}.{decimals}") if decimals else int(found[1])


def number_text(value: float) -> str:
    """A stored number so that reading it gives it back where people could have typed it."""
    return str(int(value)) if value == int(value) else f"{value:.6f}".rstrip("0")
