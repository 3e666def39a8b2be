"""The commands that write files."""

import argparse
from pathlib import Path

from workbook.catalogue import tr
from workbook.cli.common import FAILED, OK, WrongUseError, complain, named_session


def export(arguments: argparse.Namespace) -> int:
    """Write a session in the format that the name of the file asks for.

    Raises:
        WrongUseError: where there can be no such file, or no such session.
    """
    from workbook.operations.exporting_files import ENDINGS, ExportError, export_files

    path = _output(arguments.output, tr("-o needs the name of a file or a folder: summary.pdf"))
    if path.suffix and path.suffix.lower() not in ENDINGS and not path.is_dir():
        raise WrongUseError(
            tr(
                "the name has to end in one of {endings}, or to be a folder's, which gets all"
            ).format(endings=" ".join(ENDINGS))
        )
    opened = named_session(arguments)
    try:
        export_files(opened, path, arguments.paper, missing=_name_undrawable)
    except ExportError as error:
        return complain(str(error), FAILED)
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
    try:
        path = Path(name).expanduser()
    except RuntimeError:  # "~draft.pdf" is nobody's folder: to shells, too, a name like any other
        path = Path(name)
    if not path.parent.is_dir():
        raise WrongUseError(tr("there is no folder {folder}").format(folder=path.parent))
    return path
