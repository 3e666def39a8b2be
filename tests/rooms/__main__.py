"""Holds odd rooms and prints all that the program would say of each.

    python -m tests.rooms FILE.toml [--json] [-o DIR]

Each room goes through the real library and operations. `--json` prints a list of objects with
`name`, `consent` (the state's name), `said` (all sentences) and `page_one` (its sentences). `-o`
writes the summary, the sheet to take home, the letter and the statement of each room into a folder
of its own. The exit status is 1 where a room's expectations do not hold, 2 for a file that cannot
be read.
"""

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from tests.rooms.holding import held
from tests.rooms.reader import Room, RoomError, read_rooms, unmet
from tests.rooms.telling import Told, told
from workbook.documents.wanted import Wanted
from workbook.model.opened import OpenSession
from workbook.operations import Library
from workbook.operations.print_room import Handout, make
from workbook.printing.pages.pdf import NothingToPrint
from workbook.readings.findings import Findings

PAPERS = (Handout.SUMMARY, Handout.TAKE_HOME, Handout.LETTER, Handout.STATEMENT)


def main(arguments: list[str] | None = None) -> int:
    """Hold every room of a file; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.rooms", description=__doc__)
    parser.add_argument("file", type=Path, help="rooms, as tests/rooms/reader.py describes them")
    parser.add_argument("--json", action="store_true", help="print a list of objects")
    parser.add_argument("-o", dest="folder", type=Path, help="write papers of each room here")
    asked = parser.parse_args(arguments)
    try:
        rooms = read_rooms(asked.file)
    except (RoomError, OSError) as problem:
        print(f"{asked.file}: {problem}", file=sys.stderr)
        return 2
    found = list(_hold(rooms, asked.folder))
    if asked.json:
        objects = [{"name": room.name, **asdict(words)} for room, words in found]
        print(json.dumps(objects, ensure_ascii=False, indent=1))
    else:
        for room, words in found:
            _print(room, words)
    broken = [(room, problem) for room, words in found for problem in _unmet(room, words)]
    for room, problem in broken:
        print(f"{room.name}: {problem}", file=sys.stderr)
    return 1 if broken else 0


def _hold(rooms: tuple[Room, ...], folder: Path | None) -> Iterator[tuple[Room, Told]]:
    for room in rooms:
        with tempfile.TemporaryDirectory() as scratch:
            library = Library.open(Path(scratch) / "library")
            with closing(library):
                opened = held(room, library)
        if folder is not None:
            _write(opened, folder / _file_name(room.name))
        yield room, told(opened)


def _unmet(room: Room, words: Told) -> tuple[str, ...]:
    return unmet(room, words.said, words.consent)


def _print(room: Room, words: Told) -> None:
    print(f"{room.name}\n{'=' * len(room.name)}")
    print(f"{room.people} people · consent: {words.consent}\n")
    print("Page one")
    print(*(f"  {sentence}" for sentence in words.page_one), sep="\n")
    print("All that is said")
    rest = (sentence for sentence in words.said if sentence not in words.page_one)
    print(*(f"  {sentence}" for sentence in rest), sep="\n")
    print()


def _write(opened: OpenSession, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for paper in PAPERS:
        try:
            make(paper, Wanted(opened.guide, Findings(opened)), folder / f"{paper.value.id}.pdf")
        except NothingToPrint as why:
            print(f"{folder.name}: {paper.value.id}: {why}", file=sys.stderr)


def _file_name(name: str) -> str:
    """A room's name as every file system takes it."""
    return re.sub(r"\W+", "-", name).strip("-")[:80]


if __name__ == "__main__":
    sys.exit(main())
