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


def poster_name(kind: str) -> str:
    """A kind of poster as one of several to choose from: "Purpose map"."""
    return {
        "questions": tr("The questions"),
        "map": tr("The purpose map"),
        "line": tr("The line from trust to results"),
        "ladder": tr("The breaking-point ladder"),
    }[kind]


def paper_name(paper: str) -> str:
    """A size of paper by its usual name."""
    return {"a4": tr("A4"), "letter": tr("Letter"), "a3": tr("A3")}[paper]
