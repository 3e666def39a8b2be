"""Reads the counts of a round that was revealed: everything a room may see of it, in order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from workbook.model.guide import (
    NEVER,
    PASS,
    CaseQuestion,
    ConsentQuestion,
    Guide,
    Item,
    Mark,
    Option,
    OrderQuestion,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    Side,
    TextQuestion,
)
from workbook.model.marks import CHOICE, FIRST, LAST
from workbook.model.spots import spots_of
from workbook.model.workshop import FEWEST, Counts, Round, RoundState, Spot
from workbook.readings.change import Changed, Moved, changed_between, moved_by_slips
from workbook.readings.counting import DO, purpose_scale
from workbook.readings.distribution import Distribution, distribution
from workbook.readings.divided import most_divided
from workbook.readings.gap import GapOfRoom, gap_of_room
from workbook.readings.group import (
    BreakingShares,
    CasesOfRoom,
    CaseVotes,
    ConsentVotes,
    MapOfRoom,
    OptionVotes,
    RoomReading,
    Spread,
    SpreadList,
)
from workbook.readings.map_of_room import room_by_margins, room_on_map
from workbook.readings.purpose import Point, middle_point
from workbook.readings.shape import shape_of
from workbook.readings.wrong import share_people_first

SAY = "say"
PURPOSE_SCALES = ("inside_scale", "outside_scale")
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
    shown = _Shown(guide, round, counts, earlier, slips)
    asked = [guide.questions[name] for name in round.questions]
    each = [reading for question in asked for reading in shown.of(question)]
    return tuple(sorted((*each, *shown.map(), *shown.cases()), key=_turn))


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


def divided_case(guide: Guide, counts: Counts) -> str:
    """The case on which the answers are the most divided, "" where nobody disagrees."""
    return most_divided(
        (case.id, *_sides(case.options, counts.answers.get(Spot(case.id, CHOICE))))
        for case in guide.questions.values()
        if isinstance(case, CaseQuestion)
    )


def _sides(options: tuple[Option, ...], chosen: Mapping[str, int] | None) -> tuple[int, int]:
    """How many chose something of the side of people, and of the side of work."""
    of = {option.id: option.side for option in options}
    inside, outside = (
        sum(people for choice, people in (chosen or {}).items() if of.get(choice) is side)
        for side in (Side.INSIDE, Side.OUTSIDE)
    )
    return inside, outside


def _upwards(scale: ScaleQuestion) -> Side:
    """The side that a high mark speaks for: a scale of one side alone leads up to that."""
    one_sided = scale.low_side is scale.high_side is Side.NEITHER
    return scale.side if one_sided else scale.high_side


def _marks(chosen: Mapping[str, int] | None) -> list[int]:
    """Every mark that was placed, one for each person."""
    return [int(choice) for choice, people in (chosen or {}).items() for _ in range(people)]


def _middle(x: Mapping[str, int] | None, y: Mapping[str, int] | None) -> Point | None:
    """Where the medians stand on the map, None while one of the two has no marks."""
    return middle_point(_marks(x), _marks(y)) if x and y else None


def _turns(question: RungsQuestion, chosen: Mapping[str, int] | None) -> list[int | None]:
    """The rung from which work comes first, for each person; None for never."""
    rungs = [rung.id for rung in question.rungs]
    return [
        None if choice == NEVER else rungs.index(choice)
        for choice, people in (chosen or {}).items()
        for _ in range(people)
    ]


def _distribution(
    question: ScaleQuestion | RatingsQuestion, chosen: Mapping[str, int] | None
) -> Distribution | None:
    return distribution(_marks(chosen), question.low, question.high)


def _with_passes(counts: Counts, spot: Spot) -> Mapping[str, int]:
    """How many gave which answer at a spot, a pass counted as one."""
    passed = counts.passes.get(spot, 0)
    return {**counts.answers.get(spot, {}), **({PASS: passed} if passed else {})}


@dataclass(frozen=True, slots=True)
class _Shown:
    """A round that may be shown, and what the round before it has kept."""

    guide: Guide
    round: Round
    counts: Counts
    earlier: Counts
    slips: bool

    def answers(self, spot: Spot) -> Mapping[str, int]:
        """What was answered at a spot; nothing where it is withheld."""
        return {} if self.withheld(spot) else self.counts.answers.get(spot, {})

    def answered(self, spot: Spot) -> int:
        """How many answered at a spot."""
        return sum(self.answers(spot).values())

    def withheld(self, spot: Spot) -> bool:
        """Whether so few answered in secret that nothing is shown."""
        return spot in self.counts.withheld

    def of(self, question: Question) -> Iterator[RoomReading]:
        """What is read from a question by itself."""
        match question:
            case ScaleQuestion():
                yield from self.spreads(question)
            case RatingsQuestion():
                yield self.ratings(question)
            case CaseQuestion():
                return  # all cases are told in one
            case RungsQuestion():
                yield self.breaking(question)
            case ConsentQuestion():
                yield self.consent(question)
            case ReasonedQuestion():
                yield self.options(question, CHOICE)
            case OrderQuestion():
                yield self.options(question, FIRST)
            case TextQuestion() | RecordsQuestion():
                return  # nobody votes on them
            case _:
                assert_never(question)

    def spreads(self, scale: ScaleQuestion) -> Iterator[Spread]:
        """A scale, mark by mark; of the purpose scales what is done first."""
        marks = scale.marks
        if scale.role in PURPOSE_SCALES:
            marks = tuple(sorted(marks, key=lambda mark: (DO, SAY).index(mark.id)))
        for mark in marks:
            yield self.spread(scale, mark)

    def spread(self, question: ScaleQuestion | RatingsQuestion, mark: Mark | Item) -> Spread:
        """How the marks at one spot lie, now and in the round before."""
        spot = Spot(question.id, mark.id)
        before = _distribution(question, self.earlier.answers.get(spot))
        now = _distribution(question, self.answers(spot))
        scale = question if isinstance(question, ScaleQuestion) else None
        return Spread(
            question=question.id,
            mark=mark.id,
            title=mark.name if isinstance(mark, Mark) else mark.label,
            low_label=question.low_label,
            high_label=question.high_label,
            low_side=scale.low_side if scale else Side.NEITHER,
            high_side=_upwards(scale) if scale else Side.NEITHER,
            low=question.low,
            high=question.high,
            now=now,
            passes=self.counts.passes.get(spot, 0),
            withheld=self.withheld(spot),
            before=before,
            moved=self._moved(spot, before) if now else None,
            moves_withheld=bool(self.slips and now and before and spot not in self.counts.moves),
            changed=self._changed(spot) if now and before else None,
            shape=shape_of(now) if now else None,
            shape_before=shape_of(before) if before else None,
            people=self.round.people or 0,
            label=mark.label,
            scale=scale.prompt if scale and self._shares_marks(scale) else "",
        )

    def _moved(self, spot: Spot, before: Distribution | None) -> Moved | None:
        """How people moved, seen from the median of the round before."""
        table = self.counts.moves.get(spot)
        if table is None or before is None:
            return None
        return moved_by_slips(table, before.median, self.answered(spot))

    def _changed(self, spot: Spot) -> Changed:
        """How many must have answered otherwise than before; a pass is an answer here."""
        then, now = (_with_passes(each, spot) for each in (self.earlier, self.counts))
        return changed_between(then, now, self.round.people or 0)

    def _shares_marks(self, scale: ScaleQuestion) -> bool:
        """Whether its marks alone do not say which scale it is."""
        return any(
            isinstance(other, ScaleQuestion)
            and other is not scale
            and {mark.id for mark in other.marks} & {mark.id for mark in scale.marks}
            for other in self.guide.questions.values()
        )

    def map(self) -> Iterator[MapOfRoom]:
        """Everyone's place on the purpose map, where both scales were voted on."""
        inside = purpose_scale(self.guide, self.round, "inside_scale")
        outside = purpose_scale(self.guide, self.round, "outside_scale")
        if inside and outside:
            pair = (Spot(outside.id, DO), Spot(inside.id, DO))
            withheld = any(self.withheld(spot) for spot in pair)
            table = {} if withheld else self.counts.pairs.get(pair, {})
            points = tuple(sorted((int(x), int(y), n) for (x, y), n in table.items()))
            there = self.round.people or 0
            room = None
            if points:
                room = room_on_map(points, there)
            elif not withheld:
                room = room_by_margins(self.answers(pair[0]), self.answers(pair[1]), there)
            yield MapOfRoom(
                points=points,
                do=None if withheld else self._place(outside, inside, DO),
                say=None if withheld else self._place(outside, inside, SAY),
                withheld=withheld,
                before=None if withheld else _middle(*map(self.earlier.answers.get, pair)),
                room=room,
                inside=None if withheld else self._gap(inside),
                outside=None if withheld else self._gap(outside),
            )

    def _gap(self, scale: ScaleQuestion) -> GapOfRoom | None:
        """What the room says against what it does on a scale."""
        say, do = (self.answers(Spot(scale.id, mark)) for mark in (SAY, DO))
        return gap_of_room(say, do, self.round.people or 0)

    def _place(self, outside: ScaleQuestion, inside: ScaleQuestion, mark: str) -> Point | None:
        return _middle(*(self.answers(Spot(question.id, mark)) for question in (outside, inside)))

    def ratings(self, question: RatingsQuestion) -> SpreadList:
        """Statements that were rated; those nobody may see stand last."""
        items = [self.spread(question, item) for item in question.items]
        if question.role != "pulse":
            items.sort(key=lambda item: -item.now.median if item.now else -question.low + 1)
        return SpreadList(question.id, question.role, question.prompt, tuple(items))

    def cases(self) -> Iterator[CasesOfRoom]:
        """All cases of the round in one, where there are any."""
        asked = [self.guide.questions[name] for name in self.round.questions]
        cases = [self._case(question) for question in asked if isinstance(question, CaseQuestion)]
        if cases:
            sides = ((case.question, case.people, case.work) for case in cases)
            yield CasesOfRoom(tuple(cases), most_divided(sides))

    def _case(self, question: CaseQuestion) -> CaseVotes:
        choice, last = Spot(question.id, CHOICE), Spot(question.id, LAST)
        people, work = _sides(question.options, self.answers(choice))
        last_people, last_work = _sides(question.last_time, self.answers(last))
        compared, differ = self._compared(question)
        before = self.earlier.answers.get(choice)
        people_before, work_before = _sides(question.options, before)
        to_people, to_work = self._went_over(question)
        return CaseVotes(
            question=question.id,
            title=question.title,
            people=people,
            work=work,
            passes=self.counts.passes.get(choice, 0),
            withheld=self.withheld(choice),
            last_people=last_people,
            last_work=last_work,
            last_never=self.answered(last) - last_people - last_work,
            compared=compared,
            differ=differ,
            people_before=people_before if before else None,
            work_before=work_before if before else None,
            to_people=to_people,
            to_work=to_work,
        )

    def _compared(self, question: CaseQuestion) -> tuple[int | None, int | None]:
        """How many chose and know a last time, and how many of them chose otherwise."""
        pair = (Spot(question.id, CHOICE), Spot(question.id, LAST))
        if any(self.withheld(spot) for spot in pair):
            return None, None
        chosen = {option.id: option.side for option in question.options}
        done = {option.id: option.side for option in question.last_time}
        table = {
            (chosen[first], done[second]): people
            for (first, second), people in self.counts.pairs.get(pair, {}).items()
        }
        compared = sum(table.values())
        if not compared or (self.round.secret and compared < FEWEST):
            return None, None
        return compared, sum(n for (first, second), n in table.items() if first != second)

    def _went_over(self, question: CaseQuestion) -> tuple[int | None, int | None]:
        spot = Spot(question.id, CHOICE)
        table = self.counts.moves.get(spot)
        if table is None or spot not in self.earlier.answers:
            return None, None
        to: dict[str, int] = {}
        for (first, second), people in table.items():
            if first != second:
                to[second] = to.get(second, 0) + people
        return _sides(question.options, to)

    def breaking(self, question: RungsQuestion) -> BreakingShares:
        """The share that still puts people first at each rung."""
        spot, count = Spot(question.id), len(question.rungs)
        turns = _turns(question, self.answers(spot))
        before = [] if self.withheld(spot) else _turns(question, self.earlier.answers.get(spot))
        return BreakingShares(
            question=question.id,
            rungs=tuple(rung.label for rung in question.rungs),
            shares=share_people_first(count, turns) if turns else (),
            answered=len(turns),
            never=turns.count(None),
            passes=self.counts.passes.get(spot, 0),
            withheld=self.withheld(spot),
            before=share_people_first(count, before) if before else (),
            answered_before=len(before),
        )

    def consent(self, question: ConsentQuestion) -> ConsentVotes:
        """How many stand at each level of consent."""
        spot = Spot(question.id)
        chosen, before = self.answers(spot), self.earlier.answers.get(spot)
        levels = tuple(level.id for level in question.levels)
        table = self.counts.moves.get(spot) if before else None
        steps = [(int(b) - int(a), n) for (a, b), n in (table or {}).items() if a != b]
        return ConsentVotes(
            question=question.id,
            counts=() if self.withheld(spot) else tuple(chosen.get(id_, 0) for id_ in levels),
            labels=tuple(level.label for level in question.levels),
            answered=self.answered(spot),
            passes=self.counts.passes.get(spot, 0),
            low=sum(n for choice, n in chosen.items() if int(choice) <= OBJECTING),
            withheld=self.withheld(spot),
            before=tuple(before.get(id_, 0) for id_ in levels) if before else (),
            higher=None if table is None else sum(n for step, n in steps if step > 0),
            lower=None if table is None else sum(n for step, n in steps if step < 0),
        )

    def options(self, question: ReasonedQuestion | OrderQuestion, mark: str) -> OptionVotes:
        """How often each option was chosen, or put first."""
        spot = Spot(question.id, mark)
        chosen, options = self.answers(spot), question.options
        before = None if self.withheld(spot) else self.earlier.answers.get(spot)
        return OptionVotes(
            question=question.id,
            prompt=question.prompt,
            options=()
            if self.withheld(spot)
            else tuple((option.label, chosen.get(option.id, 0)) for option in options),
            answered=self.answered(spot),
            passes=self.counts.passes.get(spot, 0),
            withheld=self.withheld(spot),
            before=tuple(before.get(option.id, 0) for option in options) if before else (),
        )
