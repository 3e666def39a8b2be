"""Reads a list of names, one a line, and keeps apart who is who when the list is changed."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import count

from workbook.model.workshop import Person

_ALIKE = 0.8  # how alike two names are, 0 to 1, of which one corrects the spelling of the other
_NUMBERED = re.compile(r"p([0-9]+)")


def names_in(text: str) -> tuple[str, ...]:
    """The names in a text, one a line; empty lines are none."""
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


def twice(names: Sequence[str]) -> str:
    """The first name that stands there a second time, whatever its capitals; "" where none does."""
    seen = set()
    for name in names:
        if name.casefold() in seen:
            return name
        seen.add(name.casefold())
    return ""


def named(names: Sequence[str], before: Sequence[Person] = ()) -> tuple[Person, ...]:
    """The people of a list of names, in its order.

    Who stood in the list before is the same person still, also where only the spelling of the name
    was corrected. Nobody gets the id of somebody who was taken out of it: with the id would go
    what that person answered.
    """
    known = _known([person.name for person in before], names)
    numbers = [int(found[1]) for p in before if (found := _NUMBERED.fullmatch(p.id))]
    fresh = count(max(numbers, default=0) + 1)
    return tuple(
        Person(before[known[at]].id if at in known else f"p{next(fresh)}", name)
        for at, name in enumerate(names)
    )


def _known(before: Sequence[str], names: Sequence[str]) -> dict[int, int]:
    """Where in the list before each of these names stood; those that are new are left out."""
    left = {name.casefold(): at for at, name in reversed(list(enumerate(before)))}
    known = {}
    for at, name in enumerate(names):
        if name.casefold() in left:
            known[at] = left.pop(name.casefold())
    for at, name in enumerate(names):
        if at not in known and (alike := _alike(name.casefold(), left)):
            known[at] = left.pop(alike)
    return known


def _alike(name: str, others: Iterable[str]) -> str:
    """Of the others the one that this corrects the spelling of; "" where none is. They begin with
    the same letter: Dana is nobody's correction of Ana.
    """
    beginning = [other for other in others if other[:1] == name[:1]]
    return next(iter(get_close_matches(name, beginning, 1, _ALIKE)), "")
