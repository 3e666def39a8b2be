"""Names what the print room prints, and says what each is good for."""

from workbook.catalogue import tr
from workbook.model.handout import Handout


def handout_name(handout: Handout) -> str:
    """A kind of paper as one of several to choose from: "Worksheets"."""
    return {
        Handout.WORKSHEET: tr("Worksheets"),
        Handout.BALLOTS: tr("Ballots"),
        Handout.SLIPS: tr("Slips with codes"),
        Handout.RUN_SHEET: tr("Run sheet"),
        Handout.POSTER: tr("Posters"),
        Handout.STATEMENT: tr("Statement poster"),
        Handout.LETTER: tr("Return letter"),
        Handout.TAKE_HOME: tr("Take-home sheet"),
        Handout.SUMMARY: tr("Summary"),
    }[handout]


def handout_line(handout: Handout) -> str:
    """What a kind of paper is good for, in a line."""
    return {
        Handout.WORKSHEET: tr("For everybody to write on, and to keep."),
        Handout.BALLOTS: tr("To cut, to fill in without a name, and to collect."),
        Handout.SLIPS: tr("To cut and to draw: they show who moved, and not who it was."),
        Handout.RUN_SHEET: tr("For you: when each step begins, what to say, what to leave out."),
        Handout.POSTER: tr("For the wall: the questions, and lines to stick dots on."),
        Handout.STATEMENT: tr("For the wall: the sentence that the group stands behind."),
        Handout.LETTER: tr("To open on a day ahead: what you said, and what you promised."),
        Handout.TAKE_HOME: tr("For everybody to take home: what was decided, and who does what."),
        Handout.SUMMARY: tr("Everything that was written, with the readings."),
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
