"""Turns readings into what a chart of them shows, with the words on it."""

from typing import assert_never

from workbook.catalogue import tr
from workbook.catalogue.dates import number
from workbook.catalogue.kinds import kind_name
from workbook.charts.alt import CORNERS, alt_text
from workbook.charts.specs import (
    BarRow,
    BarsSpec,
    ChartSpec,
    ChoiceRow,
    ChoicesSpec,
    LadderSpec,
    LineMark,
    LineRow,
    LinesSpec,
    MapSpec,
)
from workbook.model.guide import Side
from workbook.readings.across import ToAsk
from workbook.readings.created import Created
from workbook.readings.of_answers import AnswerReading
from workbook.readings.purpose import FactCount, Gap, Priority, Purpose
from workbook.readings.rare import Pressures, Pulse, Shortfall
from workbook.readings.wrong import BreakingPoint, Cases, Sentence

__all__ = [
    "alt_text",
    "choices_spec",
    "gap_spec",
    "hours_spec",
    "ladder_spec",
    "map_spec",
    "pressures_spec",
    "priority_spec",
    "pulse_spec",
    "reading_chart",
]


def reading_chart(name: str, found: AnswerReading | None) -> ChartSpec | None:
    """What a chart of a reading shows, by its name in a guide's page; None for one of words alone,
    and while it is incomplete.
    """
    match found:
        case Purpose():
            return gap_spec(found) if name == "gap" else map_spec(found)
        case Priority():
            return priority_spec(found)
        case Pulse():
            return pulse_spec(found)
        case Pressures():
            return pressures_spec(found)
        case Shortfall():
            return hours_spec(found)
        case Cases():
            return choices_spec(found)
        case BreakingPoint():
            return ladder_spec(found)
        case FactCount() | Sentence() | Created() | ToAsk() | [*_] | None:
            return None
        case _:
            assert_never(found)


def map_spec(found: Purpose) -> MapSpec:
    """The purpose map with what is done and said."""
    top_left, top_right, bottom_left, bottom_right = map(kind_name, CORNERS)
    return MapSpec(
        do=(found.do.outside, found.do.inside),
        say=(found.say.outside, found.say.inside),
        # Translators: short, beside a mark: what the group really does, and what it says.
        do_label=tr("do"),
        say_label=tr("say"),
        # Translators: along an axis, with an arrow to where it grows.
        x_label=tr("for the outside →"),
        y_label=tr("for each other →"),
        corners=(top_left, top_right, bottom_left, bottom_right),
    )


def gap_spec(found: Purpose) -> LinesSpec:
    """Say and do on both scales."""
    return LinesSpec(
        (
            LineRow(tr("For each other"), Side.INSIDE, _say_do(found.inside)),
            LineRow(tr("For the outside"), Side.OUTSIDE, _say_do(found.outside)),
        )
    )


def _say_do(gap: Gap) -> tuple[LineMark, LineMark]:
    return LineMark(gap.say, tr("say"), filled=False), LineMark(gap.do, tr("do"), filled=True)


def priority_spec(found: Priority) -> LinesSpec:
    """Trust or performance, now and wished."""
    marks = (
        LineMark(found.now, tr("now"), filled=True),
        LineMark(found.wished, tr("wished"), filled=False),
    )
    ends = tr("trust"), tr("results")
    return LinesSpec((LineRow("", Side.NEITHER, marks, *ends, Side.INSIDE, Side.OUTSIDE),))


def choices_spec(found: Cases) -> ChoicesSpec:
    """What was chosen in each case, and what was done last time."""
    return ChoicesSpec(
        tuple(
            ChoiceRow(case.title, case.chosen, case.last, tr("passed") if case.passed else "")
            for case in found.cases
        ),
        people_label=tr("people first"),
        work_label=tr("work first"),
        chosen_label=tr("chosen now"),
        last_label=tr("done last time"),
    )


def ladder_spec(found: BreakingPoint) -> LadderSpec:
    """The rungs and where work comes first."""
    return LadderSpec(found.rungs, found.rung, tr("people first"), tr("work first"))


def pressures_spec(found: Pressures) -> BarsSpec:
    """The pressures, strongest first."""
    return BarsSpec(
        tuple(
            BarRow(p.label, p.median, _of(number(p.median), number(found.high)))
            for p in found.pressures
        ),
        found.low,
        found.high,
    )


def pulse_spec(found: Pulse) -> BarsSpec:
    """How safe it is to speak up. Bars begin one below the lowest rating: this too is seen."""
    return BarsSpec(
        tuple(
            BarRow(text, rating, _of(number(rating), number(found.high)))
            for text, rating in found.ratings
        ),
        found.low - 1,
        found.high,
        Side.INSIDE,
    )


def hours_spec(found: Shortfall) -> BarsSpec:
    """Hours a month given and needed for each promise that has both figures."""
    rows = tuple(
        BarRow(
            p.promise or tr("a promise without a name"),
            p.given or 0.0,
            _of(number(p.given or 0.0), number(p.needed or 0.0)),
            p.needed or 0.0,
        )
        for p in found.complete
    )
    # Nobody gives fewer hours than none, but what was typed shall not break the chart.
    ends = [end for row in rows for end in (row.value, row.outline or 0.0)]
    return BarsSpec(
        rows,
        min(0.0, *ends),
        max(1.0, *ends),
        value_name=tr("hours given"),
        outline_name=tr("hours needed"),
    )


def _of(value: str, whole: str) -> str:
    # Translators: a figure of the most it could be: "3 of 4".
    return tr("{value} of {whole}").format(value=value, whole=whole)
