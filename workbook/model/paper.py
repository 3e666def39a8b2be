"""The sizes of paper a document can be made for."""

from enum import StrEnum


class Paper(StrEnum):
    """A size of paper by its usual name."""

    A4 = "a4"
    LETTER = "letter"
    A3 = "a3"  # for posters alone

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points (1/72 inch), upright."""
        return {
            Paper.A4: (595.2756, 841.8898),
            Paper.LETTER: (612.0, 792.0),
            Paper.A3: (841.8898, 1190.5512),
        }[self]


SHEETS = (Paper.A4, Paper.LETTER)  # what everything but a poster is printed on


def sheet_of(paper: Paper | str) -> Paper:
    """A size, which has to be one that everything can be printed on.

    Raises:
        ValueError: for A3, and for no size at all.
    """
    found = Paper(paper)
    if found not in SHEETS:
        raise ValueError(f"{found.value} is for posters")
    return found
