"""Names what the print room prints, and says what each is good for."""

from datetime import date

from workbook.catalogue import tr
from workbook.catalogue.dates import long_date


def handout_name(handout: str) -> str:
    """A kind of paper, by its id, as one of several to choose from: "Worksheets"."""
    return {
        "worksheet": tr("Worksheets"),
        "ballots": tr("Ballots"),
        "slips": tr("Slips with codes"),
        "run-sheet": tr("Run sheet"),
        "poster": tr("Posters"),
        "statement": tr("Statement poster"),
        "letter": tr("Return letter"),
        "take-home": tr("Take-home sheet"),
        "summary": tr("Summary"),
    }[handout]


def handout_line(handout: str) -> str:
    """What a kind of paper, by its id, is good for, in a line."""
    return {
        "worksheet": tr("For everybody to write on, and to keep."),
        "ballots": tr("To cut, to fill in without a name, and to collect."),
        "slips": tr("To cut and to draw: they show who moved, and not who it was."),
        "run-sheet": tr("For you: when each step begins, what to say, what to leave out."),
        "poster": tr("For the wall: the questions, and lines to stick dots on."),
        "statement": tr("For the wall: the sentence that the group stands behind."),
        "letter": tr("To open on a day ahead: what you said, and what you promised."),
        "take-home": tr("For everybody to take home: what came out, and who does what."),
        "summary": tr("Everything that was written, with the readings."),
    }[handout]


def codes_words(*, large: bool) -> str:
    """How ballots with codes are cut, and given out: large ones have no common place on pages."""
    given = tr(
        "All ballots of a person bear one code, which stands on these pages alone. Let everybody"
        " draw theirs face down."
    )
    cut = tr(
        "The pages come vote by vote, with a person’s code at the same place in each. Lay the first"
        " pages of all votes on each other and cut them in one go: each pile is one person’s. Then"
        " the second pages, and so on."
    )
    if large:
        cut = tr("The pages come vote by vote. Once they are cut, sort them by their codes.")
    return f"{given} {cut}"


def poster_name(kind: str) -> str:
    """A kind of poster as one of several to choose from: "Purpose map"."""
    return {
        "questions": tr("The questions"),
        "map": tr("The purpose map"),
        "line": tr("The line from trust to results"),
        "ladder": tr("The breaking-point ladder"),
    }[kind]


def one_poster_name(kind: str) -> str:
    """A single poster as the name of a file: "Poster of the purpose map"."""
    return {
        "questions": tr("Poster of the questions"),
        "map": tr("Poster of the purpose map"),
        "line": tr("Poster of the line from trust to results"),
        "ladder": tr("Poster of the breaking-point ladder"),
    }[kind]


def paper_name(paper: str) -> str:
    """A size of paper by its usual name."""
    return {"a4": tr("A4"), "letter": tr("Letter"), "a3": tr("A3")}[paper]


def day_words(day: date | None) -> str:
    """A day in words, for the foot of a page; "" for none."""
    return long_date(day) if day else ""
