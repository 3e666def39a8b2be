"""What stands on slips: a code each, and what to do with it."""

from dataclasses import dataclass

from workbook.catalogue import tr
from workbook.documents.wanted import Wanted
from workbook.model.slips import Code, slip_codes


@dataclass(frozen=True, slots=True)
class Slips:
    """One slip for each code, and the words that stand on all of them."""

    title: str  # of the file
    subject: str
    language: str
    words: str
    codes: tuple[Code, ...]


def slips(wanted: Wanted) -> Slips:
    """Slips for so many people. Nobody learns the codes but who draws a slip: they are drawn by
    chance, here, and stored nowhere.
    """
    return Slips(
        title=tr("Slips"),
        subject=tr("A code each, to be cut, kept and never signed"),
        language=wanted.guide.language,
        words=tr("Keep it. Write it on your ballots."),
        codes=slip_codes(wanted.count),
    )
