"""Invents the answers of a room for a rehearsal: plausible ones, in two groups, some passing."""

from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import assert_never

from workbook.model.guide import PASS, Guide, Option, Question, Side
from workbook.model.marks import (
    AtMark,
    InColumns,
    InOrder,
    OneOf,
    OnLevels,
    OnLine,
    Written,
    choices_at,
    marks_of,
)
from workbook.model.slips import slip_codes
from workbook.model.workshop import Ballot, Spot

PASSES = 0.05  # of the answers that may be passes
FIRST_GROUP = 0.6  # of the people; the others see things from the other side
CENTRES = (0.3, 0.75)  # where on a scale from 0 to 1 the two groups gather
RUNGS = (0.35, 0.7)  # where on a ladder
SPREAD = 0.14  # of a scale around such a centre
MOVING = 0.4  # of the people, from one round to the next, towards the middle
FAITHFUL = 0.75  # of a group's choices that are those of its side
CONSENTS = (1, 2, 6, 14, 30, 20)  # weights of the levels of consent, from block to strong support


def invented_ballots(
    guide: Guide,
    questions: Sequence[str],
    people: int,
    seed: int,
    *,
    number: int = 1,
    after: int = 0,
    slips: bool = False,
) -> Counter[Ballot]:
    """The ballots of people who do not exist. Asked once more, most of them answer as before, and
    some have moved towards the others.

    Args:
        guide: what is asked.
        questions: the ids of those that the round asks.
        people: how many answer.
        seed: the same one invents the same people.
        number: of the round, from 1.
        after: how many of the people come first, and have answered already.
        slips: whether each writes a code on the ballot, the same one in every round.
    """
    chance = Random(seed)  # noqa: S311 - nothing depends on nobody guessing it
    seconds = [chance.random() >= FIRST_GROUP for _ in range(after + people)]
    codes = _codes(after + people, f"{seed} slips") if slips else [""] * (after + people)
    chosen = {
        spot: _answers(mark, place, seconds, f"{seed} {spot}", number)
        for question in questions
        for place, (spot, mark) in enumerate(_asked(guide.questions[question]))
    }
    return Counter(
        Ballot.of({spot: answers[at] for spot, answers in chosen.items()}, codes[at])
        for at in range(after, after + people)
    )


def _codes(people: int, seed: str) -> list[str]:
    """A code for everyone; the first people have theirs however many there are."""
    chance = Random(seed)  # noqa: S311
    found: dict[str, None] = {}
    while len(found) < people:
        found[slip_codes(1, chance)[0]] = None
    return list(found)


def _asked(question: Question) -> list[tuple[Spot, AtMark]]:
    return [(Spot(question.id, mark.id), mark) for mark in marks_of(question) if mark.voted]


def _answers(
    mark: AtMark, place: int, seconds: Sequence[bool], seed: str, number: int
) -> list[str]:
    """What everyone answers at a spot in a round; `seconds` tells who is of the second group, and
    `place` which spot of its question it is.
    """
    chance = Random(seed)  # noqa: S311
    found = [_answer(mark, place, second, chance) for second in seconds]
    for later in range(2, number + 1):
        chance = Random(f"{seed} {later}")  # noqa: S311
        found = [
            _moved(mark, answer, chance) if chance.random() < MOVING else answer for answer in found
        ]
    return found


def _moved(mark: AtMark, answer: str, chance: Random) -> str:
    """Another answer of somebody who has heard the others; what happened last time stays so."""
    step = chance.choice((1, 2))
    if answer == PASS or mark.fact:
        return answer
    choices = choices_at(mark.takes)
    match mark.takes:
        case OneOf(never=None):
            return chance.choice(choices)
        case OnLine() | OneOf():
            return choices[_inwards(choices.index(answer), len(choices), step)]
        case OnLevels():
            return choices[min(choices.index(answer) + step, len(choices) - 1)]
        case Written() | InOrder() | InColumns():
            raise ValueError("no ballot asks for this")
        case _:
            assert_never(mark.takes)


def _inwards(at: int, size: int, step: int) -> int:
    """A place among `size` ones, so many steps nearer to the middle, and never past it."""
    middle = size // 2
    return max(at - step, middle) if at > middle else min(at + step, middle)


def _answer(mark: AtMark, place: int, second: bool, chance: Random) -> str:
    if not mark.fact and chance.random() < PASSES:
        return PASS
    choices = choices_at(mark.takes)
    match mark.takes:
        case OnLine():
            # Every mark is a little elsewhere, so that now and wished, or two statements, differ.
            shift = 0.08 * (place - 1)
            return choices[_near(CENTRES[second] + shift, len(choices), chance)]
        case OneOf(listed, never=None):
            return _of_side(listed, second, chance)
        case OneOf():
            return choices[_near(RUNGS[second], len(choices), chance)]
        case OnLevels():
            return chance.choices(choices, CONSENTS)[0]
        case Written() | InOrder() | InColumns():
            raise ValueError("no ballot asks for this")
        case _:
            assert_never(mark.takes)


def _near(centre: float, size: int, chance: Random) -> int:
    """A place among `size` ones, most often near a centre from 0 to 1."""
    return min(max(round(chance.gauss(centre, SPREAD) * (size - 1)), 0), size - 1)


def _of_side(options: Sequence[Option], second: bool, chance: Random) -> str:
    """An option, most often that of a group's side."""
    mine = Side.OUTSIDE if second else Side.INSIDE
    fitting = [option for option in options if option.side is mine]
    if fitting and chance.random() < FAITHFUL:
        return chance.choice(fitting).id
    return chance.choice(options).id
