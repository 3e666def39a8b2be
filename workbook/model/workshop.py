"""What a workshop is beside its answers: how it was set up, its rounds of voting, its clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

FEWEST = 5  # answers to a secret question below which nothing of them is stored or shown


class Spot(NamedTuple):
    """One thing that a ballot answers: a question, and a mark of it."""

    question: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one person answered at once: no name, no time, no place.

    A choice is the text of a mark ("7"), the id of an option or a rung, "never", or "pass".
    """

    choices: tuple[tuple[Spot, str], ...]  # in the order of the spots, each once
    slip: str = ""  # the code that joins two rounds, where the person wrote one

    @classmethod
    def of(cls, choices: Mapping[Spot, str], slip: str = "") -> "Ballot":
        """The ballot with these choices, in the one order in which it is written."""
        return cls(tuple(sorted(choices.items())), slip)

    def get(self, spot: Spot) -> str | None:
        """What was chosen at a spot, None where nothing was."""
        return next((choice for at, choice in self.choices if at == spot), None)


class Quorum(StrEnum):
    """How many of the people in the room have to give a score before consent can carry."""

    HALF = "half"
    TWO_THIRDS = "two_thirds"
    ALL = "all"

    @property
    def share(self) -> Fraction:
        """The share of the people in the room, from 0 to 1."""
        match self:
            case Quorum.HALF:
                return Fraction(1, 2)
            case Quorum.TWO_THIRDS:
                return Fraction(2, 3)
            case Quorum.ALL:
                return Fraction(1)


class RoundState(StrEnum):
    """How far a round is."""

    OPEN = "open"  # ballots are taken; nothing but their number is seen
    CLOSED = "closed"  # counted, not shown yet
    WITHHELD = "withheld"  # counted, and so few answered in secret that nothing is ever shown
    REVEALED = "revealed"


class RoundId(NamedTuple):
    """A step's ballot is voted on in rounds, numbered from 1."""

    step: str
    number: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """The words that a round of consent is about, exactly as they were when it was asked."""

    purpose: str = ""
    priority: str = ""

    @property
    def worded(self) -> bool:
        """Whether there are any words in it."""
        return bool(self.purpose.strip() or self.priority.strip())


@dataclass(frozen=True, slots=True)
class Round:
    """One round of voting on some of a step's questions.

    `ballots` and `people` are known once it is closed. `people` is None, and so is the proposal of
    a round of consent, where the round was held with a version that did not keep them.
    """

    id: RoundId
    questions: tuple[str, ...]
    secret: bool
    state: RoundState = RoundState.OPEN
    ballots: int = 0
    people: int | None = None  # in the room when it closed, the facilitator not counted
    proposal: Proposal | None = None  # what consent was asked to

    @property
    def over(self) -> bool:
        """Whether no more ballots are taken."""
        return self.state is not RoundState.OPEN


Pair = tuple[Spot, Spot]
Table = Mapping[tuple[str, str], int]  # (first choice, second choice) → how many people


@dataclass(frozen=True)
class Counts:
    """All that a closed round keeps of its ballots: how many, never which belong together.

    A spot of a secret round that fewer than five answered stands in `withheld` and nowhere else;
    its passes are kept. `pairs` are the few joint counts that a reading needs, `moves` are, for
    each spot, how many went from one choice to another since the round before, joined by slips;
    who kept their choice is counted at ("", ""), whatever it was.
    """

    answers: Mapping[Spot, Mapping[str, int]] = field(default_factory=dict)  # without passes
    passes: Mapping[Spot, int] = field(default_factory=dict)
    withheld: frozenset[Spot] = frozenset()
    pairs: Mapping[Pair, Table] = field(default_factory=dict)
    moves: Mapping[Spot, Table] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the room; the id is the respondent of what they answer by name."""

    id: str
    name: str


@dataclass(frozen=True)
class Setup:
    """How a workshop is held. All but the secrecy of a round with ballots can change meanwhile."""

    plan: str
    people: int  # in the room, the facilitator not counted
    minutes: Mapping[str, int] = field(default_factory=dict)  # own minutes a step; 0 leaves it out
    names: tuple[Person, ...] = ()
    keep_names: bool = False  # whether the group wants the names kept once it is over
    open_steps: frozenset[str] = frozenset()  # whose rounds are not secret
    slips: bool = False  # whether slips join two rounds
    sound: bool = False  # whether a soft sound tells that a timebox is over
    quorum: Quorum = Quorum.HALF  # of the people in the room, before consent can carry

    @property
    def kept(self) -> tuple[Person, ...]:
        """Who was there, if the group wants that kept."""
        return self.names if self.keep_names else ()


@dataclass(frozen=True, slots=True)
class Clock:
    """Where in its agenda a workshop is: enough to tell the truth after a crash or a sleep.

    Times are aware, in UTC; durations are seconds.
    """

    step: str = ""
    phase: str = ""
    started: datetime | None = None  # when the workshop began
    promised: datetime | None = None  # when it was to end, as said at the beginning
    since: datetime | None = None  # running since then; None while it is paused
    spent: float = 0.0  # in this phase, before `since`
    added: int = 0  # to this phase, by +1 minute
    ended: datetime | None = None


@dataclass(frozen=True)
class Workshop:
    """A workshop with all of its rounds."""

    setup: Setup
    clock: Clock = Clock()
    rounds: tuple[Round, ...] = ()  # by step and number
    counts: Mapping[RoundId, Counts] = field(default_factory=lambda: MappingProxyType({}))

    def round(self, round_id: RoundId) -> Round | None:
        """The round with this id, None where there is none."""
        return next((found for found in self.rounds if found.id == round_id), None)

    def rounds_of(self, step: str) -> tuple[Round, ...]:
        """A step's rounds, the first one first."""
        return tuple(found for found in self.rounds if found.id.step == step)

    def last_round(self, step: str) -> Round | None:
        """A step's latest round, None where there was none yet."""
        return next(reversed(self.rounds_of(step)), None)

    @property
    def voted(self) -> frozenset[str]:
        """The questions that have been voted on and shown."""
        return frozenset(
            question
            for found in self.rounds
            if found.state is RoundState.REVEALED
            for question in found.questions
        )
