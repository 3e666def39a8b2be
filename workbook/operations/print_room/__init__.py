"""Prints: one table of what can be printed, what can be chosen for it, and one way to make it."""

from workbook.operations.print_room.choosing import (
    CannotPrint,
    check,
    first_look,
    letter_day,
    offered,
    posters_of,
    read_names,
)
from workbook.operations.print_room.kinds import Handout
from workbook.operations.print_room.making import keep, make

__all__ = [
    "CannotPrint",
    "Handout",
    "check",
    "first_look",
    "keep",
    "letter_day",
    "make",
    "offered",
    "posters_of",
    "read_names",
]
