"""Invents the answers of a room for a rehearsal: plausible ones, in two groups, some passing."""

from collections import Counter
from collections.abc import Sequence
from random import Random

from workbook.model.guide import (
    NEVER,
    PASS,
    CaseQuestion,
    ConsentQuestion,
    Guide,
    Option,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RungsQuestion,
    ScaleQuestion,
    Side,
)
from workbook.model.spots import spots
from workbook.model.workshop import Ballot, Spot

PASSES = 0.05  # of the answers that may be passes
FIRST_GROUP = 0.6  # of the people; the others see things from the other side
CENTRES = (0.3, 0.75)  # where on a scale from 0 to 1 the two groups gather
SPREAD = 0.14  # of a scale around such a centre
FAITHFUL = 0.75  # of a group's choices that are those of its side
CONSENTS = (1, 2, 6, 14, 30, 20)  # weights of the levels of consent, from block to strong support


def invented_ballots(
    guide: Guide, questions: Sequence[str], people: int, seed: int
) -> Counter[Ballot]:
    """The ballots of people who do not exist.

    Args:
        guide: what is asked.
        questions: the ids of those that the round asks.
        people: how many answer.
        seed: the same one invents the same answers.
    """
    chance = Random(seed)  # noqa: S311 - nothing depends on nobody guessing it
    asked = [(guide.questions[q], spot) for q in questions for spot in spots(guide.questions[q])]
    found = Counter[Ballot]()
    for _ in range(people):
        second = chance.random() >= FIRST_GROUP
        chosen = {spot: _answer(question, spot, second, chance) for question, spot in asked}
        found[Ballot.of(chosen)] += 1
    return found


def _answer(question: Question, spot: Spot, second: bool, chance: Random) -> str:
    fact = isinstance(question, CaseQuestion) and spot.mark == "last"
    if not fact and chance.random() < PASSES:
        return PASS
    match question:
        case ScaleQuestion() | RatingsQuestion():
            return str(_number(question, spot, second, chance))
        case CaseQuestion():
            return _of_side(question.last_time if fact else question.options, second, chance)
        case ReasonedQuestion():
            return chance.choice(question.options).id
        case RungsQuestion():
            rungs = [*(rung.id for rung in question.rungs), NEVER]
            return rungs[_near(0.7 if second else 0.35, len(rungs), chance)]
        case ConsentQuestion():
            return chance.choices(question.levels, CONSENTS)[0].id
    raise ValueError(f"{question.id} is not voted on")


def _number(
    question: ScaleQuestion | RatingsQuestion, spot: Spot, second: bool, chance: Random
) -> int:
    # Every mark is a little elsewhere, so that now and wished, or two statements, differ.
    shift = 0.08 * (question.marks_needed.index(spot.mark) - 1)
    size = question.high - question.low + 1
    return question.low + _near(CENTRES[second] + shift, size, chance)


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
