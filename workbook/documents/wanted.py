"""How something to print is wanted: what can be chosen for it, and what follows from a session.

The print room, the command and the exports fill a `Wanted`; each kind of paper takes what it needs
of it. Which kinds there are, and what each of them takes, stands in one table
(`operations/print_room/kinds.py`).
"""

from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from workbook.model.agenda import minutes_of
from workbook.model.guide import Guide, Mode, Plan
from workbook.model.paper import Paper
from workbook.model.secrecy import voted_steps
from workbook.model.workshop import Setup, Workshop
from workbook.readings.findings import Findings

MOST_PEOPLE = 2000  # a file for more would be longer than any printer's tray
USUAL_PEOPLE = 12  # where nobody has said how many
USUAL_START = time(14, 0)


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


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a paper is wanted. A kind looks only at what it takes."""

    guide: Guide
    found: Findings | None = None  # what the session says that it is for
    plan: str = ""  # the id of one of the guide's; the session's or the usual one if not given
    steps: tuple[str, ...] = ()  # ids; all that there usually are if not given
    people: int = 0  # as many as the session has, or as usual, if not given
    names: tuple[str, ...] = ()  # one worksheet each; for so many people without names if not given
    paper: Paper = Paper.A4
    large: bool = False
    slips: bool = False  # room for a slip's code on ballots
    codes: bool = False  # instead of it a code of its own for each person
    start: time = USUAL_START
    day: date | None = None  # the one that follows from the session if not given
    signed: bool = False
    posters: tuple[str, ...] = ()  # kinds; all that the guide has something for if not given

    def __post_init__(self) -> None:
        """Nobody is printed for fewer than nobody.

        Raises:
            ValueError: where there are.
        """
        if self.people < 0:
            raise ValueError(f"expected 1 to {MOST_PEOPLE} people, not {self.people}")

    def findings(self) -> Findings:
        """What the session says that the paper is made of.

        Raises:
            ValueError: where there is none.
        """
        if self.found is None:
            raise ValueError("this is made of a session")
        return self.found

    @property
    def group(self) -> str:
        """The name of the session's group on one line, "" without a session."""
        return " ".join(self.found.session.name.split()) if self.found else ""

    @property
    def setup(self) -> Setup:
        """How the workshop is held: as in the session where the plan is the same."""
        workshop = self._workshop
        if workshop is not None and self.plan in ("", workshop.setup.plan):
            return replace(workshop.setup, people=self.count)
        return Setup(self.plan or usual_plan(self.guide).id, self.count)

    @property
    def count(self) -> int:
        """For how many people."""
        workshop = self._workshop
        return self.people or (workshop.setup.people if workshop else 0) or USUAL_PEOPLE

    @property
    def held(self) -> date | None:
        """The day on which the session's workshop began, None while it has not."""
        workshop = self._workshop
        started = workshop.clock.started if workshop else None
        return started.astimezone().date() if started else None

    @property
    def _workshop(self) -> Workshop | None:
        return self.found.workshop if self.found else None


def plans(guide: Guide) -> tuple[Plan, ...]:
    """The guide's plans of workshops."""
    return tuple(plan for plan in guide.plans if plan.mode is Mode.WORKSHOP)


def usual_plan(guide: Guide) -> Plan:
    """The middle one of the plans, where nobody has chosen."""
    found = plans(guide)
    return found[len(found) // 2]


def written_steps(wanted: Wanted) -> tuple[str, ...]:
    """The ids of the steps that people write on: all but the first one, which the facilitator
    fills. Where a plan is named, its steps; else those that go home on paper as well.
    """
    every = {step.id for step in wanted.guide.steps}
    held = set(minutes_of(wanted.guide, wanted.setup)) if wanted.plan else every
    return tuple(step.id for step in wanted.guide.steps[1:] if step.id in held)


def balloted_steps(wanted: Wanted) -> tuple[str, ...]:
    """The ids of the steps that are held and voted on."""
    held = set(minutes_of(wanted.guide, wanted.setup))
    return tuple(step.id for step in voted_steps(wanted.guide) if step.id in held)
