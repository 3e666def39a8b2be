"""Turns what the rounds of a room say back into what a chart shows, with the catalogue's words."""

from workbook.catalogue import tr
from workbook.catalogue.kinds import kind_name
from workbook.charts.alt import CORNERS, alt_text
from workbook.charts.specs import (
    ChartSpec,
    Column,
    ColumnsSpec,
    DivergingRow,
    DivergingSpec,
    DotsSpec,
    LastTime,
    MapSpec,
    Marks,
    ShareRow,
    SharesSpec,
    SpreadRow,
    SpreadsSpec,
)
from workbook.readings.distribution import Distribution
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
from workbook.readings.of_rounds import OBJECTING
from workbook.readings.purpose import Point

__all__ = ["alt_text", "room_chart"]

Names = tuple[str, str]  # of a round, and of the one before it


def room_chart(reading: RoomReading, number: int = 0, before: int = 0) -> ChartSpec | None:
    """The chart of a reading; None where it is withheld or nobody answered.

    Args:
        reading: what the room says back.
        number: which round it is, from 1, so that it is named; 0 for "this round".
        before: which round its figures of before are from, if not the one with the number before.
    """
    names = _names(number, before or number - 1)
    if not isinstance(reading, CasesOfRoom | SpreadList) and reading.withheld:
        return None
    match reading:
        case Spread():
            return _dots(reading, names)
        case CasesOfRoom():
            return _cases(reading, names)
        case BreakingShares():
            return _shares(reading, names)
        case MapOfRoom():
            return _map(reading, names)
        case SpreadList():
            return _spreads(reading)
        case ConsentVotes():
            return _consent(reading, names)
        case OptionVotes():
            return _options(reading, names)


def _name(number: int) -> str:
    """A round in a word, beside its marks."""
    # Translators: rounds of voting, beside their marks.
    names = {1: tr("first"), 2: tr("second"), 3: tr("third")}
    return names.get(number) or tr("round {number}").format(number=number)


def _names(number: int, before: int) -> Names:
    if number > before > 0:
        return _name(number), _name(before)
    # Translators: two rounds of voting, beside their marks.
    return tr("this round"), tr("round before")


def _marks(found: Distribution) -> Marks:
    return Marks(found.counts, found.median, (found.lower, found.upper))


def _dots(reading: Spread, names: Names) -> DotsSpec | None:
    if reading.now is None:
        return None
    now, before = names
    return DotsSpec(
        reading.low,
        reading.high,
        _marks(reading.now),
        now,
        _marks(reading.before) if reading.before else None,
        before,
        reading.low_label,
        reading.high_label,
        reading.low_side,
        reading.high_side,
    )


def _spreads(reading: SpreadList) -> SpreadsSpec | None:
    """The statements that were answered; what is withheld is said beside the chart."""
    known = [item for item in reading.items if item.now is not None and not item.withheld]
    if not known:
        return None
    first = known[0]
    return SpreadsSpec(
        tuple(SpreadRow(item.title, _marks(item.now)) for item in known if item.now),
        first.low,
        first.high,
        # Translators: short, over a column of medians.
        tr("median"),
        first.low_label,
        first.high_label,
    )


def _cases(reading: CasesOfRoom, names: Names) -> DivergingSpec | None:
    known = [case for case in reading.cases if not case.withheld]
    if not any(case.people or case.work or case.passes for case in known):
        return None
    now, before = names
    again = any(case.people_before is not None for case in known)
    return DivergingSpec(
        tuple(map(_case, known)),
        people_label=tr("people first"),
        work_label=tr("work first"),
        # Translators: stands behind the number of people who passed.
        pass_label=tr("passed"),
        chosen_label=now if again else tr("chosen now"),
        last_label=tr("done last time"),
        # Translators: stands behind the number of people to whom a case has not happened.
        never_label=tr("not happened"),
        before_label=before,
    )


def _case(case: CaseVotes) -> DivergingRow:
    last = LastTime(case.last_people, case.last_work, case.last_never)
    before = None
    if case.people_before is not None and case.work_before is not None:
        before = case.people_before, case.work_before
    return DivergingRow(
        case.title, case.people, case.work, case.passes, last if any(last) else None, before
    )


def _shares(reading: BreakingShares, names: Names) -> SharesSpec | None:
    if not reading.shares or not reading.answered:
        return None
    past = reading.before or (None,) * len(reading.rungs)
    rows = zip(reading.rungs, reading.shares, past, strict=True)
    return SharesSpec(
        tuple(
            ShareRow(rung, round(share * reading.answered), before) for rung, share, before in rows
        ),
        reading.answered,
        people_label=tr("people first"),
        work_label=tr("work first"),
        before_label=names[1] if reading.before else "",
    )


def _map(reading: MapOfRoom, names: Names) -> MapSpec | None:
    if not (reading.points or reading.do or reading.say):
        return None
    top_left, top_right, bottom_left, bottom_right = map(kind_name, CORNERS)
    return MapSpec(
        do=_place(reading.do),
        say=_place(reading.say),
        do_label=tr("do"),
        say_label=tr("say"),
        x_label=tr("for the outside →"),
        y_label=tr("for each other →"),
        corners=(top_left, top_right, bottom_left, bottom_right),
        others=tuple(reading.points),
        before=_place(reading.before),
        naming=False,
        # Translators: what a group does, as marked in an earlier round: "do, first".
        before_label=tr("{do}, {round}").format(do=tr("do"), round=names[1]),
    )


def _place(point: Point | None) -> tuple[float, float] | None:
    return None if point is None else (point.outside, point.inside)


def _consent(reading: ConsentVotes, names: Names) -> ColumnsSpec | None:
    if not reading.counts or not reading.answered:
        return None
    now, before = names
    past = reading.before or (None,) * len(reading.counts)
    levels = enumerate(zip(reading.labels, reading.counts, past, strict=True))
    return ColumnsSpec(
        tuple(
            Column(label, count, str(level), earlier, level <= OBJECTING)
            for level, (label, count, earlier) in levels
        ),
        now,
        before,
    )


def _options(reading: OptionVotes, names: Names) -> ColumnsSpec | None:
    if not reading.options or not reading.answered:
        return None
    if not reading.before:
        return ColumnsSpec(tuple(Column(label, count) for label, count in reading.options))
    both = zip(reading.options, reading.before, strict=True)
    columns = tuple(Column(label, count, before=before) for (label, count), before in both)
    return ColumnsSpec(columns, *names)
