"""What a sentence claims about the answers, as data beside its words.

Words can be read by people only; the claim is what they say in a form that can be recounted from
the ballots. A sentence that claims nothing about the answers (a question, a hedge) carries none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from workbook.model.kinds import Kind
from workbook.readings.change import Changed, Moved
from workbook.readings.consent import Consent, ConsentState
from workbook.readings.counted import Majority
from workbook.readings.gap import GapOfRoom
from workbook.readings.group import (
    BreakingShares,
    CasesOfRoom,
    ConsentVotes,
    MapOfRoom,
    OptionVotes,
    RoomReading,
    Spread,
    SpreadList,
)
from workbook.readings.map_of_room import CORNERS, RoomOnMap, Standing
from workbook.readings.shape import FEWEST_FOR_SHAPE, Group, Shape, ShapeFound


@dataclass(frozen=True, slots=True)
class About:
    """Which answers a claim is about: a mark of a question in a round."""

    question: str
    mark: str = ""
    round: int = 1


class Ways(StrEnum):
    """How people moved from one round to the next."""

    MOVED = "moved"
    CLOSER = "closer"
    FURTHER = "further"
    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Gave:
    """So many gave an answer ("pass" for a pass), of so many people in the room."""

    about: About
    answer: str
    n: int
    of: int


@dataclass(frozen=True, slots=True)
class MostGave:
    """More than half of all people in the room gave an answer."""

    about: About
    answer: str


@dataclass(frozen=True, slots=True)
class HasShape:
    """The marks have a shape; the groups and the side where these are told."""

    about: About
    shape: Shape
    groups: tuple[Group, ...] = ()
    side: int = 0


@dataclass(frozen=True, slots=True)
class OnBothSides:
    """So many stand below the middle of the scale, and so many above."""

    about: About
    below: int
    above: int


@dataclass(frozen=True, slots=True)
class MiddleMark:
    """The median of the marks."""

    about: About
    value: float


@dataclass(frozen=True, slots=True)
class MiddleHalf:
    """The middle half of the marks, from quartile to quartile."""

    about: About
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class WentWay:
    """So many of those joined by slips moved this way since the round before, seen from a middle
    where the way is closer or further.
    """

    about: About
    way: Ways
    n: int
    joined: int
    middle: float


@dataclass(frozen=True, slots=True)
class ChangedAtLeast:
    """So many, at the least, answered otherwise than in the round before."""

    about: About
    n: int


@dataclass(frozen=True, slots=True)
class AboutAsBefore:
    """The counts do not show that a quarter of the room answered otherwise than before."""

    about: About


@dataclass(frozen=True, slots=True)
class StandIn:
    """So many stand in a place of the purpose map by what the group does, of so many in the room;
    the claim is about the round of its question. Not exact: at least so many.
    """

    about: About
    kind: Kind
    n: int
    of: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class RoomIs:
    """The room is named by a kind, or is divided where `kind` is None."""

    about: About
    kind: Kind | None


@dataclass(frozen=True, slots=True)
class SayAgainstDo:
    """The medians of say and do on a scale; `most` is where it is said of most people, too."""

    about: About  # the question; its mark is ""
    say: float
    do: float
    most: bool


@dataclass(frozen=True, slots=True)
class MostDivided:
    """No other case of the round has a larger smaller side."""

    about: About


@dataclass(frozen=True, slots=True)
class WordsAre:
    """The state of the words of the workshop."""

    state: ConsentState


Claim = (
    Gave
    | MostGave
    | HasShape
    | OnBothSides
    | MiddleMark
    | MiddleHalf
    | WentWay
    | ChangedAtLeast
    | AboutAsBefore
    | StandIn
    | RoomIs
    | SayAgainstDo
    | MostDivided
    | WordsAre
)


def of_shape(about: About, found: ShapeFound) -> Iterator[Claim]:
    """What the words for a shape claim."""
    yield HasShape(about, found.shape, found.groups, found.side)
    if found.both_sides:
        yield OnBothSides(about, found.below, found.above)


def of_moved(about: About, found: Moved) -> Iterator[Claim]:
    """What the words for a movement by slips claim."""
    for way, n in (
        (Ways.MOVED, found.moved),
        (Ways.CLOSER, found.closer),
        (Ways.FURTHER, found.further),
        (Ways.HIGHER, found.higher),
        (Ways.LOWER, found.lower),
    ):
        yield WentWay(about, way, n, found.joined, found.middle)


def of_changed(about: About, found: Changed) -> Claim:
    """What the words for two rounds without slips claim."""
    if found.about_as_before:
        return AboutAsBefore(about)
    return ChangedAtLeast(about, found.at_least)


def of_map(about: About, found: RoomOnMap) -> Iterator[Claim]:
    """What the words for a room on the map claim: its name or that it is divided, and how many
    stand where.
    """
    if found.standing is not Standing.UNSAID:
        yield RoomIs(about, found.kind)
    for kind in (*CORNERS, Kind.ON_LINE):
        if found.count(kind):
            yield StandIn(about, kind, found.count(kind), found.people, found.exact)


def of_gap(about: About, found: GapOfRoom) -> Iterator[Claim]:
    """What the words for say against do claim; nothing where there is no gap."""
    if found.told:
        yield SayAgainstDo(about, found.say, found.do, found.most)


def of_reading(reading: RoomReading, round: int) -> tuple[Claim, ...]:
    """What the words for a reading of a round claim; nothing of what is withheld.

    Args:
        reading: the reading.
        round: the number of its round, from 1.
    """
    match reading:
        case Spread():
            return tuple(_of_spread(reading, round))
        case SpreadList():
            return tuple(claim for item in reading.items for claim in _of_spread(item, round))
        case MapOfRoom():
            return tuple(_of_map_reading(reading, round))
        case CasesOfRoom():
            if not reading.most_divided or any(case.withheld for case in reading.cases):
                return ()
            return (MostDivided(About(reading.most_divided, "", round)),)
        case BreakingShares() | ConsentVotes() | OptionVotes():
            return ()  # their words are their counts
        case _:
            assert_never(reading)


def _of_spread(found: Spread, round: int) -> Iterator[Claim]:
    now = found.now
    if now is None or found.withheld:
        return
    about = About(found.question, found.mark, round)
    if now.n >= FEWEST_FOR_SHAPE and found.shape is not None:
        yield from of_shape(about, found.shape)
    yield MiddleMark(about, now.median)
    yield MiddleHalf(about, now.lower, now.upper)
    if found.moved is not None:
        yield from of_moved(about, found.moved)
    elif found.changed is not None:
        yield of_changed(about, found.changed)


def _of_map_reading(found: MapOfRoom, round: int) -> Iterator[Claim]:
    inside, outside = found.scales
    if found.room is not None:
        yield from of_map(About(inside, "do", round), found.room)
    for question, gap in ((inside, found.inside), (outside, found.outside)):
        if gap is not None:
            yield from of_gap(About(question, "", round), gap)


def of_majority(about: About, found: Majority) -> Iterator[Claim]:
    """What the words for the answer given most often claim."""
    for answer in found.leading:
        yield Gave(about, answer, found.n, found.people)
    if found.of_room:
        yield MostGave(about, found.leading[0])


def of_consent(found: Consent) -> Claim:
    """What the words for the state of the words claim."""
    return WordsAre(found.state)
