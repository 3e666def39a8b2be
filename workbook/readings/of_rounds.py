"""Reads the counts of a round that was revealed: everything a room may see of it, in order."""

from collections.abc import Iterator
from typing import assert_never

from workbook.model.guide import (
    CaseQuestion,
    ConsentQuestion,
    Guide,
    OrderQuestion,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    TextQuestion,
)
from workbook.model.marks import CHOICE, FIRST
from workbook.model.spots import spots_of
from workbook.model.workshop import Counts, Round, RoundState, Spot
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
from workbook.readings.of_cases import breaking, cases
from workbook.readings.of_scales import maps, ratings, spreads
from workbook.readings.round_to_read import RoundToRead

OBJECTING = 2  # the highest level of consent at which objections are invited


def reveal(
    guide: Guide,
    round: Round,
    counts: Counts,
    before: Round | None = None,
    counts_before: Counts | None = None,
    *,
    slips: bool = False,
) -> tuple[RoomReading, ...]:
    """What a round says back, in the order in which it is shown.

    First the scales, mark by mark, and the map; then statements that were rated, cases, the
    breaking point, consent, and other choices. Of a withheld round, and of what is withheld in
    another, the readings say so and carry no figure.

    Args:
        guide: what was asked.
        round: the round.
        counts: what it has kept.
        before: the round of the same questions before it, left out of the readings where it was
            not revealed; None where there was none.
        counts_before: what that one has kept.
        slips: whether slips join the two.

    Raises:
        ValueError: where the round is open, or closed and not revealed yet.
    """
    if round.state not in (RoundState.REVEALED, RoundState.WITHHELD):
        raise ValueError(f"round {round.id} is {round.state}: nothing of it may be shown")
    if round.state is RoundState.WITHHELD:
        counts = Counts(withheld=frozenset(spots_of(guide, round)))
    earlier = Counts()
    if before is not None and before.state is RoundState.REVEALED:
        earlier = counts_before or earlier
    shown = RoundToRead(guide, round, counts, earlier, slips)
    asked = [guide.questions[name] for name in round.questions]
    each = [reading for question in asked for reading in _of(shown, question)]
    return tuple(sorted((*each, *maps(shown), *cases(shown)), key=_turn))


def _turn(reading: RoomReading) -> int:
    """When a reading is shown, among the others."""
    match reading:
        case Spread():
            return 0
        case MapOfRoom():
            return 1
        case SpreadList():
            return 2
        case CasesOfRoom():
            return 3
        case BreakingShares():
            return 4
        case ConsentVotes():
            return 5
        case OptionVotes():
            return 6
        case _:
            assert_never(reading)


def _of(shown: RoundToRead, question: Question) -> Iterator[RoomReading]:
    """What is read from a question by itself."""
    match question:
        case ScaleQuestion():
            yield from spreads(shown, question)
        case RatingsQuestion():
            yield ratings(shown, question)
        case CaseQuestion():
            return  # all cases are told in one
        case RungsQuestion():
            yield breaking(shown, question)
        case ConsentQuestion():
            yield _consent(shown, question)
        case ReasonedQuestion():
            yield _options(shown, question, CHOICE)
        case OrderQuestion():
            yield _options(shown, question, FIRST)
        case TextQuestion() | RecordsQuestion():
            return  # nobody votes on them
        case _:
            assert_never(question)


def _consent(shown: RoundToRead, question: ConsentQuestion) -> ConsentVotes:
    """How many stand at each level of consent."""
    spot = Spot(question.id)
    chosen, before = shown.answers(spot), shown.earlier.answers.get(spot)
    levels = tuple(level.id for level in question.levels)
    table = shown.counts.moves.get(spot) if before else None
    steps = [(int(b) - int(a), n) for (a, b), n in (table or {}).items() if a != b]
    return ConsentVotes(
        question=question.id,
        counts=() if shown.withheld(spot) else tuple(chosen.get(id_, 0) for id_ in levels),
        labels=tuple(level.label for level in question.levels),
        answered=shown.answered(spot),
        passes=shown.counts.passes.get(spot, 0),
        low=sum(n for choice, n in chosen.items() if int(choice) <= OBJECTING),
        withheld=shown.withheld(spot),
        before=tuple(before.get(id_, 0) for id_ in levels) if before else (),
        higher=None if table is None else sum(n for step, n in steps if step > 0),
        lower=None if table is None else sum(n for step, n in steps if step < 0),
    )


def _options(
    shown: RoundToRead, question: ReasonedQuestion | OrderQuestion, mark: str
) -> OptionVotes:
    """How often each option was chosen, or put first."""
    spot = Spot(question.id, mark)
    chosen, options = shown.answers(spot), question.options
    before = None if shown.withheld(spot) else shown.earlier.answers.get(spot)
    return OptionVotes(
        question=question.id,
        prompt=question.prompt,
        options=()
        if shown.withheld(spot)
        else tuple((option.label, chosen.get(option.id, 0)) for option in options),
        answered=shown.answered(spot),
        passes=shown.counts.passes.get(spot, 0),
        withheld=shown.withheld(spot),
        before=tuple(before.get(option.id, 0) for option in options) if before else (),
    )
