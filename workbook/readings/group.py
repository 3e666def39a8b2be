"""What the rounds of a room say back, as values: each says what was found and how many spoke."""

from dataclasses import dataclass

from workbook.model.guide import Side
from workbook.readings.change import Changed, Moved
from workbook.readings.distribution import Distribution
from workbook.readings.gap import GapOfRoom
from workbook.readings.map_of_room import RoomOnMap
from workbook.readings.purpose import Point
from workbook.readings.shape import ShapeFound


@dataclass(frozen=True, slots=True)
class Spread:
    """How the marks at one spot lie; `now` is None where nobody answered or it is withheld."""

    question: str
    mark: str
    title: str  # what is marked: "what we do", a pressure, a statement of the pulse
    low_label: str
    high_label: str
    low_side: Side
    high_side: Side
    low: int
    high: int
    now: Distribution | None
    passes: int
    withheld: bool
    before: Distribution | None = None  # the round before, where there was one
    moved: Moved | None = None  # since then, by slips
    moves_withheld: bool = False  # whether there are slips, and so few unjoined that none is told
    changed: Changed | None = None  # since then, without slips: at the least
    shape: ShapeFound | None = None  # of the marks now
    shape_before: ShapeFound | None = None
    people: int = 0  # in the room when the round closed; 0 where that was not kept
    label: str = ""  # the mark as drawn beside its line: "do"
    scale: str = ""  # which scale it is on, where another has the same marks


@dataclass(frozen=True, slots=True)
class CaseVotes:
    """One case as the room answered it. `compared` chose and know a last time, of whom `differ`
    chose otherwise than was done; both are None where too few answered to say.
    """

    question: str
    title: str
    people: int
    work: int
    passes: int
    withheld: bool
    last_people: int
    last_work: int
    last_never: int  # has not happened
    compared: int | None
    differ: int | None
    people_before: int | None = None  # in the round before, where there was one
    work_before: int | None = None
    to_people: int | None = None  # went over from work since then, by slips
    to_work: int | None = None


@dataclass(frozen=True, slots=True)
class CasesOfRoom:
    """All cases of a round, in its order; the most divided one has the focus."""

    cases: tuple[CaseVotes, ...]
    most_divided: str  # a question id, "" where nobody disagrees

    @property
    def voted(self) -> int:
        """In how many of them somebody chose a side."""
        return sum(case.people + case.work > 0 for case in self.cases)

    @property
    def people_first(self) -> int:
        """In how many of them more chose people than work."""
        return sum(case.people > case.work for case in self.cases)


@dataclass(frozen=True, slots=True)
class BreakingShares:
    """The share, from 0 to 1, of the people who still put people first at each rung."""

    question: str
    rungs: tuple[str, ...]
    shares: tuple[float, ...]  # empty where it is withheld or nobody answered
    answered: int
    never: int
    passes: int
    withheld: bool
    before: tuple[float, ...] = ()  # the round before, where there was one
    answered_before: int = 0


@dataclass(frozen=True, slots=True)
class MapOfRoom:
    """Everyone's place on the purpose map by what the group does, and the medians, which name
    nothing by themselves. The points of a secret round are empty where too few marked both, or so
    few only one that they could be told.
    """

    points: tuple[tuple[int, int, int], ...]  # outside, inside, how many people
    do: Point | None
    say: Point | None
    withheld: bool
    before: Point | None = None  # the medians of what is done in the round before, if any
    room: RoomOnMap | None = None  # how many stand in each corner; None where nobody marked
    inside: GapOfRoom | None = None  # say against do for each other
    outside: GapOfRoom | None = None  # say against do for the outside
    scales: tuple[str, str] = ("", "")  # the questions: for each other, for the outside


@dataclass(frozen=True, slots=True)
class SpreadList:
    """Several statements on one short scale: those of the pulse in the guide's order, others, as
    the pressures, with the strongest median first.
    """

    question: str
    role: str
    prompt: str
    items: tuple[Spread, ...]


@dataclass(frozen=True, slots=True)
class ConsentVotes:
    """Fist-to-five: how many hands at each level from 0 to 5; empty where it is withheld."""

    question: str
    counts: tuple[int, ...]
    labels: tuple[str, ...]
    answered: int
    passes: int
    low: int  # at 0, 1 or 2: objections are invited
    withheld: bool
    before: tuple[int, ...] = ()  # the round before, where there was one
    higher: int | None = None  # went higher since then, by slips
    lower: int | None = None

    @property
    def along(self) -> int:
        """How many go along or support it."""
        return self.answered - self.low


@dataclass(frozen=True, slots=True)
class OptionVotes:
    """How often each option was chosen (does this name fit: yes, partly, no)."""

    question: str
    prompt: str
    options: tuple[tuple[str, int], ...]  # label, how many; empty where it is withheld
    answered: int
    passes: int
    withheld: bool
    before: tuple[int, ...] = ()  # how many each had in the round before, where there was one


RoomReading = (
    Spread | CasesOfRoom | BreakingShares | MapOfRoom | SpreadList | ConsentVotes | OptionVotes
)
