"""Reads the command line: which command it names, with which options."""

import argparse
from collections.abc import Sequence
from datetime import date, time
from typing import NoReturn

from workbook import __version__
from workbook.catalogue import tr
from workbook.catalogue.dates import read_date, read_time
from workbook.cli.common import WrongUseError
from workbook.operations.print_room import Handout

PAPERS = ("a4", "letter", "a3")
ENDINGS = ".pdf .csv .md .json .ics .svg .png"


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line like every other error."""

    def error(self, message: str) -> NoReturn:
        raise WrongUseError(
            tr("{problem}; “{program} --help” shows what is possible").format(
                problem=message, program=self.prog
            )
        )


def read_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """What a command line asks for: `command` (None opens the window), `library` and its options.

    Raises:
        WrongUseError: where it cannot be understood.
        SystemExit: after the help or the version was printed.
    """
    # Given to each parser, so that these may stand before and after the command.
    anywhere = _Parser(add_help=False)
    anywhere.add_argument(
        "--library",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help=tr("the folder of the library (else WORKBOOK_LIBRARY, else your data folder)"),
    )
    anywhere.add_argument(
        "--debug",
        action="store_true",
        default=argparse.SUPPRESS,
        help=tr("tell on standard error what the program does"),
    )
    parser = _Parser(
        prog="workbook",
        description=tr("Without a command, opens the window."),
        parents=[anywhere],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"workbook {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name, help=words, description=words, parents=[anywhere], allow_abbrev=False
        )

    sample = command("sample", tr("add the finished example to the library and print its id"))
    sample.add_argument(
        "--workshop", action="store_true", help=tr("a workshop of 14 people, not a reflection")
    )
    listing = command("list", tr("print the sessions: id, group, mode, progress, changed"))
    listing.add_argument("--json", action="store_true", help=tr("as a JSON array"))
    _export(command("export", tr("write a session into a file, or into several in a folder")))
    handout = command("handout", tr("write something to print: worksheets, ballots, posters …"))
    if "handout" in argv:  # else the table of what can be printed need not be loaded
        _handout(handout)
    _tally(command("tally", tr("add counted answers, read from a pipe, to a round of a workshop")))
    return parser.parse_args(argv)


def _export(export: argparse.ArgumentParser) -> None:
    export.add_argument(
        "session",
        metavar="SESSION",
        help=tr("an id, its beginning, “sample” or “sample-workshop”"),
    )
    export.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        required=True,
        help=tr(
            "the file; its ending, {endings}, says what it holds; a folder gets everything"
        ).format(endings=ENDINGS),
    )
    export.add_argument(
        "--paper",
        type=str.lower,
        choices=PAPERS,
        default=PAPERS[0],
        help=tr("of the summary: a4 or letter"),
    )


def _tally(counts: argparse.ArgumentParser) -> None:
    counts.add_argument("session", metavar="SESSION", help=tr("an id, or its beginning"))
    counts.add_argument("question", metavar="QUESTION", help=tr("an id such as optimising.scale"))
    counts.add_argument(
        "--round",
        metavar="N",
        type=_round_number,
        required=True,
        help=tr("the round that is open, or the next one, which is then opened"),
    )


def _handout(handout: argparse.ArgumentParser) -> None:
    kinds = [each.id for each in Handout if not each.value.exported]
    handout.add_argument(
        "kind",
        metavar="KIND",
        type=str.lower,
        choices=kinds,
        help=tr("one of {kinds}").format(kinds=", ".join(kinds)),
    )
    handout.add_argument("-o", "--output", metavar="FILE.pdf", required=True, help=tr("the file"))
    handout.add_argument(
        "--session",
        metavar="SESSION",
        help=tr("whose it is: an id, its beginning, “sample” or “sample-workshop”"),
    )
    _of_workshop(handout)
    _of_kind(handout)


def _of_workshop(handout: argparse.ArgumentParser) -> None:
    """How long it is, for whom, and when it begins."""
    handout.add_argument(
        "--plan", metavar="MINUTES", help=tr("how long the workshop is: 60, 90 or 180")
    )
    people = handout.add_mutually_exclusive_group()
    people.add_argument(
        "--people",
        metavar="N",
        type=_people,
        default=0,
        help=tr("for how many people; else the session’s, or 12"),
    )
    people.add_argument(
        "--names", metavar="FILE", help=tr("a text file with a name on each line, for worksheets")
    )
    handout.add_argument(
        "--start", metavar="HH:MM", type=_time, help=tr("when the workshop begins: 14:00")
    )


def _of_kind(handout: argparse.ArgumentParser) -> None:
    """What some kinds take, and others refuse."""
    handout.add_argument("--paper", type=str.lower, choices=PAPERS, help=tr("a3 is for posters"))
    handout.add_argument(
        "--large", action="store_true", help=tr("large print, of worksheets and ballots")
    )
    handout.add_argument(
        "--steps",
        metavar="STEP,STEP",
        type=_several,
        action="extend",
        default=[],
        help=tr("of worksheets and ballots: only these, by their ids or numbers"),
    )
    slips = handout.add_mutually_exclusive_group()
    slips.add_argument("--slips", action="store_true", help=tr("room for a slip’s code on ballots"))
    slips.add_argument(
        "--codes",
        action="store_true",
        help=tr("a slip’s code on each ballot, the same one on all of a person’s"),
    )
    handout.add_argument(
        "--signed", action="store_true", help=tr("who was there, on a statement poster")
    )
    handout.add_argument(
        "--day",
        metavar="DATE",
        type=_date,
        help=tr("when a letter is to be read: 2027-02-01 or “1 February 2027”"),
    )
    handout.add_argument(
        "--poster",
        metavar="POSTER,POSTER",
        type=_several,
        action="extend",
        default=[],
        help=tr("of the posters: only these, of questions, map, line and ladder"),
    )


def _people(text: str) -> int:
    """How many people; argparse turns the error into one line."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 6 and int(text)):
        raise argparse.ArgumentTypeError(tr("expected a whole number from 1 on"))
    return int(text)


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _time(text: str) -> time:
    found = read_time(text)
    if found is None:
        raise argparse.ArgumentTypeError(tr("expected a time of day, such as 14:00"))
    return found


def _date(text: str) -> date:
    found = read_date(text)
    if found is None:
        raise argparse.ArgumentTypeError(
            tr("expected a date, such as 2027-02-01 or “1 February 2027”")
        )
    return found


def _round_number(text: str) -> int:
    """The number of a round; argparse turns the error into one line."""
    if not (text.isascii() and text.isdecimal() and 1 <= len(text) <= 4 and int(text)):
        raise argparse.ArgumentTypeError(tr("rounds are counted from 1"))
    return int(text)
