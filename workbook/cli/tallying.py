"""The command that counts piles into a round."""

import argparse
import sys

from workbook import operations
from workbook.catalogue.rounds import round_words
from workbook.cli.common import OK, WrongUseError, complain, library_of_session, stored_session
from workbook.operations.importing import ImportProblem
from workbook.operations.tallying import TallyError, tally


def add_counts(arguments: argparse.Namespace) -> int:
    """Add the counts on standard input to a round, and print how many answers there are now.

    Raises:
        WrongUseError: where they cannot be read, or there is no such session, question or round.
    """
    library = library_of_session(arguments)
    try:
        with operations.hold_library(library):
            opened = stored_session(library, arguments)
            counts = sys.stdin.buffer.read() if sys.stdin else b""
            done = tally(library, opened, arguments.question, arguments.round, counts)
    except (TallyError, ImportProblem) as error:
        raise WrongUseError(str(error)) from error
    finally:
        library.close()
    print(done.answers)
    people = opened.workshop.setup.people if opened.workshop else 0
    if 0 < people < done.answers:
        complain(round_words(done.round, done.answers, people), OK)
    return OK
