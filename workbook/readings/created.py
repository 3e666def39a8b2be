"""What members made together, apart from what was set from the top."""

from collections.abc import Iterable
from dataclasses import dataclass

ALIVE = 2  # members who chose it, before a project counts as alive
MEMBERS, TOP = "members", "top"  # where a project came from
MOST = 100_000  # people; a longer number is a telephone's


@dataclass(frozen=True, slots=True)
class Project:
    """One project. `chose` is how many chose to join, None where no number was given."""

    name: str
    chose: int | None
    origin: str  # MEMBERS, TOP, or "" where it was not said


@dataclass(frozen=True, slots=True)
class Created:
    """All projects, each in the order given."""

    members: tuple[Project, ...]  # co-created: what members chose themselves
    top: tuple[Project, ...]  # set from the top, whoever joined
    unsaid: tuple[Project, ...]  # nobody said where it came from, so it counts for neither

    @property
    def counted(self) -> tuple[Project, ...]:
        """Those of the members' projects of which it is known how many people chose them."""
        return tuple(p for p in self.members if p.chose is not None)

    @property
    def uncounted(self) -> tuple[Project, ...]:
        """Those of the members' projects where no number was given."""
        return tuple(p for p in self.members if p.chose is None)

    @property
    def alive(self) -> tuple[Project, ...]:
        """Those of the members' projects that two or more people chose."""
        return tuple(p for p in self.members if p.chose is not None and p.chose >= ALIVE)


def by_origin(projects: Iterable[Project]) -> Created:
    """The projects by where they came from. Only those of members are co-created, so only of them
    it is counted how many are alive.
    """
    by: dict[str, list[Project]] = {MEMBERS: [], TOP: [], "": []}
    for project in projects:
        by[project.origin if project.origin in by else ""].append(project)
    return Created(tuple(by[MEMBERS]), tuple(by[TOP]), tuple(by[""]))


def how_many_chose(number: float | None, names: str = "") -> int | None:
    """How many chose to join, None where it was not said.

    It is the number in the field beside the names. Where that is empty, a names field that holds a
    number and nothing else is read as one, as an older guide asked for it. Nothing is guessed: not
    from "everybody", "a dozen" or "nobody", and names are not counted, for "Ana, Tomé and the
    rest" are not three.

    Args:
        number: what stands in the number field; not a whole number from 0 says nothing.
        names: what stands in the field of names.
    """
    if number is not None:
        return int(number) if float(number).is_integer() and 0 <= number <= MOST else None
    digits = names.strip()
    if digits.isdecimal() and len(digits) <= len(str(MOST)) and int(digits) <= MOST:
        return int(digits)
    return None
