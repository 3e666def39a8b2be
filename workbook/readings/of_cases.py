"""Reads the cases of a round that may be shown, and its breaking point."""

from collections.abc import Iterator, Mapping

from workbook.model.guide import (
    NEVER,
    CaseQuestion,
    Guide,
    Option,
    RungsQuestion,
    Side,
)
from workbook.model.marks import CHOICE, LAST
from workbook.model.workshop import FEWEST, Counts, Spot
from workbook.readings.divided import most_divided
from workbook.readings.group import (
    BreakingShares,
    CasesOfRoom,
    CaseVotes,
)
from workbook.readings.round_to_read import RoundToRead
from workbook.readings.wrong import share_people_first


def divided_case(guide: Guide, counts: Counts) -> str:
    """The case on which the answers are the most divided, "" where nobody disagrees."""
    return most_divided(
        (case.id, *_sides(case.options, counts.answers.get(Spot(case.id, CHOICE))))
        for case in guide.questions.values()
        if isinstance(case, CaseQuestion)
    )


def cases(shown: RoundToRead) -> Iterator[CasesOfRoom]:
    """All cases of the round in one, where there are any."""
    asked = [shown.guide.questions[name] for name in shown.round.questions]
    cases = [_case(shown, question) for question in asked if isinstance(question, CaseQuestion)]
    if cases:
        sides = ((case.question, case.people, case.work) for case in cases)
        yield CasesOfRoom(tuple(cases), most_divided(sides))


def _case(shown: RoundToRead, question: CaseQuestion) -> CaseVotes:
    choice, last = Spot(question.id, CHOICE), Spot(question.id, LAST)
    people, work = _sides(question.options, shown.answers(choice))
    last_people, last_work = _sides(question.last_time, shown.answers(last))
    compared, differ = _compared(shown, question)
    before = shown.earlier.answers.get(choice)
    people_before, work_before = _sides(question.options, before)
    to_people, to_work = _went_over(shown, question)
    return CaseVotes(
        question=question.id,
        title=question.title,
        people=people,
        work=work,
        passes=shown.counts.passes.get(choice, 0),
        withheld=shown.withheld(choice),
        last_people=last_people,
        last_work=last_work,
        last_never=shown.answered(last) - last_people - last_work,
        compared=compared,
        differ=differ,
        people_before=people_before if before else None,
        work_before=work_before if before else None,
        to_people=to_people,
        to_work=to_work,
    )


def _compared(shown: RoundToRead, question: CaseQuestion) -> tuple[int | None, int | None]:
    """How many chose and know a last time, and how many of them chose otherwise."""
    pair = (Spot(question.id, CHOICE), Spot(question.id, LAST))
    if any(shown.withheld(spot) for spot in pair):
        return None, None
    chosen = {option.id: option.side for option in question.options}
    done = {option.id: option.side for option in question.last_time}
    table = {
        (chosen[first], done[second]): people
        for (first, second), people in shown.counts.pairs.get(pair, {}).items()
    }
    compared = sum(table.values())
    if not compared or (shown.round.secret and compared < FEWEST):
        return None, None
    return compared, sum(n for (first, second), n in table.items() if first != second)


def _went_over(shown: RoundToRead, question: CaseQuestion) -> tuple[int | None, int | None]:
    spot = Spot(question.id, CHOICE)
    table = shown.counts.moves.get(spot)
    if table is None or spot not in shown.earlier.answers:
        return None, None
    to: dict[str, int] = {}
    for (first, second), people in table.items():
        if first != second:
            to[second] = to.get(second, 0) + people
    return _sides(question.options, to)


def breaking(shown: RoundToRead, question: RungsQuestion) -> BreakingShares:
    """The share that still puts people first at each rung."""
    spot, count = Spot(question.id), len(question.rungs)
    turns = _turns(question, shown.answers(spot))
    before = [] if shown.withheld(spot) else _turns(question, shown.earlier.answers.get(spot))
    return BreakingShares(
        question=question.id,
        rungs=tuple(rung.label for rung in question.rungs),
        shares=share_people_first(count, turns) if turns else (),
        answered=len(turns),
        never=turns.count(None),
        passes=shown.counts.passes.get(spot, 0),
        withheld=shown.withheld(spot),
        before=share_people_first(count, before) if before else (),
        answered_before=len(before),
    )


def _sides(options: tuple[Option, ...], chosen: Mapping[str, int] | None) -> tuple[int, int]:
    """How many chose something of the side of people, and of the side of work."""
    of = {option.id: option.side for option in options}
    inside, outside = (
        sum(people for choice, people in (chosen or {}).items() if of.get(choice) is side)
        for side in (Side.INSIDE, Side.OUTSIDE)
    )
    return inside, outside


def _turns(question: RungsQuestion, chosen: Mapping[str, int] | None) -> list[int | None]:
    """The rung from which work comes first, for each person; None for never."""
    rungs = [rung.id for rung in question.rungs]
    return [
        None if choice == NEVER else rungs.index(choice)
        for choice, people in (chosen or {}).items()
        for _ in range(people)
    ]
