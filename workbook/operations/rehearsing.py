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
from workbook.model.slips import slip_codes
from workbook.model.spots import spots
from workbook.model.workshop import Ballot, Spot

PASSES = 0.05  # of the answers that may be passes
FIRST_GROUP = 0.6  # of the people; the others see things from the other side
CENTRES = (0.3, 0.75)  # where on a scale from 0 to 1 the two groups gather
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
    asked = [(guide.questions[q], spot) for q in questions for spot in spots(guide.questions[q])]
    chosen = {
        spot: _answers(question, spot, seconds, f"{seed} {spot}", number)
        for question, spot in asked
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


def _answers(
    question: Question, spot: Spot, seconds: Sequence[bool], seed: str, number: int
) -> list[str]:
    """What everyone answers at a spot in a round; `seconds` tells who is of the second group."""
    chance = Random(seed)  # noqa: S311
    found = [_answer(question, spot, second, chance) for second in seconds]
    for later in range(2, number + 1):
        chance = Random(f"{seed} {later}")  # noqa: S311
        found = [
            _moved(question, spot, answer, chance) if chance.random() < MOVING else answer
            for answer in found
        ]
    return found


def _moved(question: Question, spot: Spot, answer: str, chance: Random) -> str:
    """Another answer of somebody who has heard the others; what happened last time stays so."""
    step = chance.choice((1, 2))
    if answer == PASS or (isinstance(question, CaseQuestion) and spot.mark == "last"):
        return answer
    match question:
        case ScaleQuestion() | RatingsQuestion():
            size = question.high - question.low + 1
            return str(question.low + _inwards(int(answer) - question.low, size, step))
        case CaseQuestion() | ReasonedQuestion():
            return chance.choice(question.options).id
        case RungsQuestion():
            rungs = [*(rung.id for rung in question.rungs), NEVER]
            return rungs[_inwards(rungs.index(answer), len(rungs), step)]
        case ConsentQuestion():
            levels = [level.id for level in question.levels]
            return levels[min(levels.index(answer) + step, len(levels) - 1)]
    raise ValueError(f"{question.id} is not voted on")


def _inwards(at: int, size: int, step: int) -> int:
    """A place among `size` ones, so many steps nearer to the middle, and never past it."""
    middle = size // 2
    return max(at - step, middle) if at > middle else min(at + step, middle)


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
