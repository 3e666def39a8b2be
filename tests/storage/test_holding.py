"""One program at a time may hold a library, and a crash locks nobody out."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from workbook.model.guide import Guide
from workbook.operations import new_reflection
from workbook.storage.database import Library
from workbook.storage.errors import LibraryError
from workbook.storage.holding import LibraryInUse, hold

HOLD = """
import os, sys
from pathlib import Path
from workbook.operations import open_library
from workbook.storage.holding import hold
with hold(open_library(Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.readline()
    os._exit(9)
"""


def test_a_library_is_held_once(library: Library, folder: Path) -> None:
    with (
        closing(Library.open(folder)) as other,
        hold(library),
        pytest.raises(LibraryInUse, match=r"Another program has the library .* open\. Close"),
        hold(other),
    ):
        pass
    with hold(library):
        pass


def test_what_is_held_can_be_read_and_written_by_others(
    library: Library, folder: Path, guide: Guide
) -> None:
    with hold(library), closing(Library.open(folder)) as other:
        new_reflection(other, guide)


def test_another_program_holds_it_until_it_dies(library: Library, folder: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", HOLD, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert program.stdout is not None
    assert program.stdout.readline().strip() == b"held"
    with pytest.raises(LibraryInUse), hold(library):
        pass
    program.communicate(b"\n")
    with hold(library):
        pass


def test_a_failure_while_it_is_held_lets_it_go(library: Library) -> None:
    with pytest.raises(ZeroDivisionError), hold(library):
        raise ZeroDivisionError
    with hold(library):
        pass


def test_a_lock_that_cannot_be_made_is_a_sentence(library: Library, folder: Path) -> None:
    (folder / "library.lock").mkdir()
    with pytest.raises(LibraryError, match="cannot be used"), hold(library):
        pass


def test_holding_leaves_nothing_but_an_empty_file(library: Library, folder: Path) -> None:
    with hold(library):
        pass
    assert (folder / "library.lock").read_bytes() == b""
