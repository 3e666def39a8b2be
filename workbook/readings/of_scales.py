"""Reads the marks on scales of a round that may be shown, and the map that two of them make."""

from collections.abc import Iterator, Mapping

from workbook.model.guide import (
    PASS,
    Item,
    Mark,
    RatingsQuestion,
    ScaleQuestion,
    Side,
)
from workbook.model.workshop import Counts, Spot
from workbook.readings.change import Changed, Moved, changed_between, moved_by_slips
from workbook.readings.counting import DO, purpose_scale
from workbook.readings.distribution import Distribution, distribution
from workbook.readings.gap import GapOfRoom, gap_of_room
from workbook.readings.group import (
    MapOfRoom,
    Spread,
    SpreadList,
)
from workbook.readings.map_of_room import room_by_margins, room_on_map
from workbook.readings.purpose import Point, middle_point
from workbook.readings.round_to_read import RoundToRead
from workbook.readings.shape import shape_of

SAY = "say"
PURPOSE_SCALES = ("inside_scale", "outside_scale")


def spreads(shown: RoundToRead, scale: ScaleQuestion) -> Iterator[Spread]:
    """A scale, mark by mark; of the purpose scales what is done first."""
    marks = scale.marks
    if scale.role in PURPOSE_SCALES:
        marks = tuple(sorted(marks, key=lambda mark: (DO, SAY).index(mark.id)))
    for mark in marks:
        yield _spread(shown, scale, mark)


def _spread(
    shown: RoundToRead, question: ScaleQuestion | RatingsQuestion, mark: Mark | Item
) -> Spread:
    """How the marks at one spot lie, now and in the round before."""
    spot = Spot(question.id, mark.id)
    before = _distribution(question, shown.earlier.answers.get(spot))
    now = _distribution(question, shown.answers(spot))
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
        passes=shown.counts.passes.get(spot, 0),
        withheld=shown.withheld(spot),
        before=before,
        moved=_moved(shown, spot, before) if now else None,
        moves_withheld=bool(shown.slips and now and before and spot not in shown.counts.moves),
        changed=_changed(shown, spot) if now and before else None,
        shape=shape_of(now) if now else None,
        shape_before=shape_of(before) if before else None,
        people=shown.round.people or 0,
        label=mark.label,
        scale=scale.prompt if scale and _shares_marks(shown, scale) else "",
    )


def _moved(shown: RoundToRead, spot: Spot, before: Distribution | None) -> Moved | None:
    """How people moved, seen from the median of the round before."""
    table = shown.counts.moves.get(spot)
    if table is None or before is None:
        return None
    return moved_by_slips(table, before.median, shown.answered(spot))


def _changed(shown: RoundToRead, spot: Spot) -> Changed:
    """How many must have answered otherwise than before; a pass is an answer here."""
    then, now = (_with_passes(each, spot) for each in (shown.earlier, shown.counts))
    return changed_between(then, now, shown.round.people or 0)


def _shares_marks(shown: RoundToRead, scale: ScaleQuestion) -> bool:
    """Whether its marks alone do not say which scale it is."""
    return any(
        isinstance(other, ScaleQuestion)
        and other is not scale
        and {mark.id for mark in other.marks} & {mark.id for mark in scale.marks}
        for other in shown.guide.questions.values()
    )


def maps(shown: RoundToRead) -> Iterator[MapOfRoom]:
    """Everyone's place on the purpose map, where both scales were voted on."""
    inside = purpose_scale(shown.guide, shown.round, "inside_scale")
    outside = purpose_scale(shown.guide, shown.round, "outside_scale")
    if inside and outside:
        pair = (Spot(outside.id, DO), Spot(inside.id, DO))
        withheld = any(shown.withheld(spot) for spot in pair)
        table = {} if withheld else shown.counts.pairs.get(pair, {})
        points = tuple(sorted((int(x), int(y), n) for (x, y), n in table.items()))
        there = shown.round.people or 0
        room = None
        if points:
            room = room_on_map(points, there)
        elif not withheld:
            room = room_by_margins(shown.answers(pair[0]), shown.answers(pair[1]), there)
        yield MapOfRoom(
            points=points,
            do=None if withheld else _place(shown, outside, inside, DO),
            say=None if withheld else _place(shown, outside, inside, SAY),
            withheld=withheld,
            before=None if withheld else _middle(*map(shown.earlier.answers.get, pair)),
            room=room,
            inside=None if withheld else _gap(shown, inside),
            outside=None if withheld else _gap(shown, outside),
            scales=(inside.id, outside.id),
        )


def _gap(shown: RoundToRead, scale: ScaleQuestion) -> GapOfRoom | None:
    """What the room says against what it does on a scale."""
    say, do = (shown.answers(Spot(scale.id, mark)) for mark in (SAY, DO))
    return gap_of_room(say, do, shown.round.people or 0)


def _place(
    shown: RoundToRead, outside: ScaleQuestion, inside: ScaleQuestion, mark: str
) -> Point | None:
    return _middle(*(shown.answers(Spot(question.id, mark)) for question in (outside, inside)))


def ratings(shown: RoundToRead, question: RatingsQuestion) -> SpreadList:
    """Statements that were rated; those nobody may see stand last."""
    items = [_spread(shown, question, item) for item in question.items]
    if question.role != "pulse":
        items.sort(key=lambda item: -item.now.median if item.now else -question.low + 1)
    return SpreadList(question.id, question.role, question.prompt, tuple(items))


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


def _distribution(
    question: ScaleQuestion | RatingsQuestion, chosen: Mapping[str, int] | None
) -> Distribution | None:
    return distribution(_marks(chosen), question.low, question.high)


def _with_passes(counts: Counts, spot: Spot) -> Mapping[str, int]:
    """How many gave which answer at a spot, a pass counted as one."""
    passed = counts.passes.get(spot, 0)
    return {**counts.answers.get(spot, {}), **({PASS: passed} if passed else {})}
