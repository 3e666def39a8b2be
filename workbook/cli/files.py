"""The commands that write files."""

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from workbook.catalogue import tr
from workbook.catalogue.words import listed
from workbook.cli.common import FAILED, OK, WrongUseError, complain, harmless, named_session
from workbook.documents.wanted import USUAL_START, Choice, Wanted, plans
from workbook.guides import load_guide
from workbook.model.guide import Guide
from workbook.model.paper import SHEETS, Paper
from workbook.operations.exporting_files import ENDINGS, ExportError, export_files
from workbook.operations.print_room import CannotPrint, Handout, keep, make, posters_of, read_names
from workbook.printing.pages.pdf import PrintError
from workbook.readings.findings import Findings


def export(arguments: argparse.Namespace) -> int:
    """Write a session in the format that the name of the file asks for.

    Raises:
        WrongUseError: where there can be no such file, or no such session.
    """
    if arguments.paper not in SHEETS:
        raise WrongUseError(tr("--paper a3 is for posters: a summary is printed on a4 or letter"))
    path = _output(arguments.output, tr("-o needs the name of a file or a folder: summary.pdf"))
    if path.suffix and path.suffix.lower() not in ENDINGS and not path.is_dir():
        raise WrongUseError(
            tr(
                "the name has to end in one of {endings}, or to be a folder’s, which gets all"
            ).format(endings=" ".join(ENDINGS))
        )
    found = Findings(named_session(arguments))
    try:
        written = export_files(found, path, arguments.paper, missing=_name_undrawable)
    except ExportError as error:
        return complain(str(error), FAILED)
    if path.is_dir():  # who named a file knows what was written
        for each in written:
            print(each if str(each).isprintable() else harmless(str(each)))
    return OK


def _name_undrawable(characters: tuple[str, ...]) -> None:
    sentence = tr("no font on this machine can draw: {characters}")
    complain(sentence.format(characters=" ".join(characters)), OK)


def _output(name: str, without: str) -> Path:
    """The path that is written to; `without` is said where there is no name.

    Raises:
        WrongUseError: where it has no folder to be in.
    """
    if not name:
        raise WrongUseError(without)
    path = _path(name)
    if not path.parent.is_dir():
        raise WrongUseError(tr("there is no folder {folder}").format(folder=path.parent))
    return path


def _path(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # "~draft.pdf" is nobody's folder: to shells, too, a name like any other
        return Path(name)


def print_handout(arguments: argparse.Namespace) -> int:
    """Write something to print as a PDF file.

    Raises:
        WrongUseError: where there can be no such paper, no such file, or no such session.
    """
    path = _output(arguments.output, tr("-o needs the name of a file, such as worksheets.pdf"))
    if path.suffix.lower() != ".pdf" or path.is_dir():
        raise WrongUseError(tr("the name of the file has to end in .pdf"))
    try:
        handout = Handout.named(arguments.kind)
        wanted = _wanted(handout, arguments)
        with tempfile.TemporaryDirectory(prefix="workbook-print-") as folder:
            written = make(handout, wanted, Path(folder) / "made.pdf")
            keep(handout, wanted, written.path, path)
    except CannotPrint as error:
        raise WrongUseError(str(error)) from error
    except PrintError as error:
        return complain(str(error), FAILED)
    if written.undrawable:
        _name_undrawable(written.undrawable)
    return OK


def _wanted(handout: Handout, arguments: argparse.Namespace) -> Wanted:
    """What the options ask for. Those of a workshop (its plan, people and start) may be given with
    every kind, so that a script can say them once; what would be missed on the paper may not.
    """
    for choice, given in (
        (Choice.NAMES, arguments.names is not None),
        (Choice.LARGE, arguments.large),
        (Choice.STEPS, bool(arguments.steps)),
        (Choice.SLIPS, arguments.slips),
        (Choice.CODES, arguments.codes),
        (Choice.SIGNED, arguments.signed),
        (Choice.DAY, arguments.day is not None),
        (Choice.POSTER, bool(arguments.poster)),
    ):
        if given and choice not in handout.takes:
            raise WrongUseError(
                tr("--{option} is not for this: {kind}").format(
                    option=choice.value, kind=handout.id
                )
            )
    named = arguments.session is not None
    found = Findings(named_session(arguments)) if named else None
    guide = found.guide if found else load_guide()
    wanted = Wanted(
        guide,
        found,
        plan=_plan(guide, arguments.plan),
        people=arguments.people,
        names=read_names(_path(arguments.names)) if arguments.names is not None else (),
        paper=Paper(arguments.paper) if arguments.paper else handout.papers[0],
        large=arguments.large,
        codes=arguments.codes,
        signed=arguments.signed,
        start=arguments.start or USUAL_START,
        day=arguments.day,
        posters=_posters(guide, arguments.poster),
    )
    slips = arguments.slips or wanted.setup.slips
    return replace(wanted, steps=_steps(handout, wanted, arguments.steps), slips=slips)


def _plan(guide: Guide, minutes: str | None) -> str:
    """The id of the plan of so many minutes, "" where none was named."""
    if minutes is None:
        return ""
    known = {str(plan.total): plan.id for plan in plans(guide)}
    if minutes not in known:
        raise WrongUseError(
            tr("there is no plan of “{minutes}” minutes, but of {known}").format(
                minutes=minutes, known=listed(list(known))
            )
        )
    return known[minutes]


def _posters(guide: Guide, named: Sequence[str]) -> tuple[str, ...]:
    """The kinds of posters that are named, in the order in which they always come."""
    if not named:
        return ()
    known, chosen = posters_of(guide), [each.lower() for each in named]
    wrong = next((each for each in chosen if each not in known), None)
    if wrong is not None:
        raise WrongUseError(
            tr("there is no poster “{poster}”, but {known}").format(
                poster=wrong, known=listed(known)
            )
        )
    return tuple(each for each in known if each in chosen)


def _steps(handout: Handout, wanted: Wanted, named: Sequence[str]) -> tuple[str, ...]:
    """The steps that are named by their ids, or by their numbers as the window counts them: any on
    worksheets, on ballots those that are voted on.
    """
    every = tuple(step.id for step in wanted.guide.steps)
    numbers = {str(number): step for number, step in enumerate(every)}
    can_be = every if handout is Handout.WORKSHEET else handout.steps(wanted)
    found = [numbers.get(each, each) for each in named]
    wrong = next((each for each in found if each not in can_be), None)
    if wrong is not None:
        raise WrongUseError(
            tr("there is no step “{step}” to print here, but {known}").format(
                step=wrong, known=listed(can_be)
            )
        )
    return tuple(step for step in can_be if step in found)
