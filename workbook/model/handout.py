"""What the print room can print, and what has to be chosen for each."""

from collections.abc import Mapping
from enum import StrEnum


class Handout(StrEnum):
    """A kind of paper; its value is what commands call it."""

    WORKSHEET = "worksheet"
    BALLOTS = "ballots"
    SLIPS = "slips"
    RUN_SHEET = "run-sheet"
    POSTER = "poster"
    STATEMENT = "statement"
    LETTER = "letter"
    TAKE_HOME = "take-home"
    SUMMARY = "summary"


class Choice(StrEnum):
    """What can be chosen beside the paper."""

    PLAN = "plan"
    STEPS = "steps"
    PEOPLE = "people"
    NAMES = "names"  # instead of how many people
    LARGE = "large"
    SLIPS = "slips"  # whether there is room for a slip's code
    CODES = "codes"  # whether a slip's code stands there, instead of room for it
    START = "start"
    DAY = "day"  # on which a letter is read
    SIGNED = "signed"  # whether a poster says who was there
    POSTER = "poster"  # which of the posters


# Those that need nothing but a guide; the others say what came of a session.
BEFORE = (
    Handout.WORKSHEET,
    Handout.BALLOTS,
    Handout.SLIPS,
    Handout.RUN_SHEET,
    Handout.POSTER,
)
CHOICES: Mapping[Handout, frozenset[Choice]] = {
    Handout.WORKSHEET: frozenset(
        {Choice.PLAN, Choice.STEPS, Choice.PEOPLE, Choice.NAMES, Choice.LARGE}
    ),
    Handout.BALLOTS: frozenset(
        {Choice.PLAN, Choice.STEPS, Choice.PEOPLE, Choice.LARGE, Choice.SLIPS, Choice.CODES}
    ),
    Handout.SLIPS: frozenset({Choice.PEOPLE}),
    Handout.RUN_SHEET: frozenset({Choice.PLAN, Choice.PEOPLE, Choice.START}),
    Handout.POSTER: frozenset({Choice.POSTER}),
    Handout.STATEMENT: frozenset({Choice.SIGNED}),
    Handout.LETTER: frozenset({Choice.DAY}),
    Handout.TAKE_HOME: frozenset(),
    Handout.SUMMARY: frozenset(),
}
