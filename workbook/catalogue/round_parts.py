"""Small parts of which the readings of a room are worded."""

from workbook.catalogue import ntr, tr
from workbook.catalogue.words import Words, capitalised, quoted, sentences, shorten

LEAD = 60  # characters of a lead


def withheld_words(passes: int) -> Words:
    """What is said of answers that are withheld, and why."""
    why = tr("With so few secret answers, people could be guessed, so none of them was kept.")
    return Words(tr("Nothing is shown: fewer than five answered."), sentences(why, passed(passes)))


def passed(passes: int) -> str:
    """How many passed as a sentence, "" where nobody did."""
    return clauses(passes_clause(passes))


def passes_clause(passes: int) -> str:
    """How many passed as a clause, "" where nobody did."""
    return ntr("{n} passed", "{n} passed", passes).format(n=passes) if passes else ""


def clauses(*parts: str) -> str:
    """Clauses as one sentence; empty ones are left out, "" without any."""
    said = "; ".join(part for part in parts if part)
    return tr("{sentence}.").format(sentence=capitalised(said)) if said else ""


def names_all(answered: int) -> str:
    """Where all answers are the same: that they are no secret any more; "" of a single one."""
    if answered < 2:
        return ""
    return tr(
        "All answers are the same, so they tell what each of those who answered has answered."
    )


def fitting(words: str, name: str, **figures: object) -> str:
    """The words around a name from the guide, with as much of it as a lead holds."""
    space = LEAD - len(words.format(name="", **figures))
    return words.format(name=shorten(name, space), **figures)


def titled(title: str, *parts: str) -> str:
    """Clauses about one case or statement; empty ones are left out."""
    said = "; ".join(part for part in parts if part)
    # Translators: a case or a statement, and what was answered to it.
    return tr("{title}: {said}.").format(title=quoted(title), said=said)
