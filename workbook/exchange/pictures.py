"""Lists the charts of a session, each with a name for its file and the words that stand over it."""

import re
from collections.abc import Container, Iterator
from itertools import chain, count
from typing import NamedTuple, assert_never

from workbook.catalogue import tr
from workbook.catalogue.rounds import room_title, round_name
from workbook.charts.of_readings import reading_chart
from workbook.charts.of_rounds import room_chart
from workbook.charts.specs import ChartSpec
from workbook.exchange.exportable import Leaving
from workbook.model.guide import Step
from workbook.readings.across import ToAsk
from workbook.readings.created import Created
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
from workbook.readings.of_answers import AnswerReading
from workbook.readings.purpose import FactCount, Priority, Purpose
from workbook.readings.rare import Pressures, Pulse, Shortfall
from workbook.readings.shown import ShownRound
from workbook.readings.wrong import BreakingPoint, Cases, Sentence

LONGEST = 60  # characters of a file's name without its ending


class NamedChart(NamedTuple):
    """A chart; `stem` is its file's name without the ending, safe on every system."""

    stem: str
    spec: ChartSpec
    title: str


def charts(found: Leaving) -> tuple[NamedChart, ...]:
    """Everything that can be drawn of a session, step by step: what the written answers say back,
    then each round that was shown. No two stems are the same, also where capitals do not count.
    """
    listed: list[NamedChart] = []
    taken: set[str] = set()
    drawn: set[ChartSpec] = set()  # of the answers: the map stands on two pages
    for step in found.guide.steps:
        for each in (*_of_answers(found, step, drawn), *_of_rounds(found, step)):
            stem = _free(each.stem, taken)
            taken.add(stem)
            listed.append(each._replace(stem=stem))
    return tuple(listed)


def _free(stem: str, taken: Container[str]) -> str:
    """The stem, numbered where it is taken."""
    numbered = (f"{stem}-{number}" for number in count(2))
    return next(each for each in chain((stem,), numbered) if each not in taken)


def _of_answers(found: Leaving, step: Step, drawn: set[ChartSpec]) -> Iterator[NamedChart]:
    """The charts of a step's readings that are not drawn yet; they are from now on."""
    for name in (name for page in step.pages for name in page.readings):
        reading = found.written.named(name)
        spec = reading_chart(name, reading)
        if spec is not None and spec not in drawn:
            drawn.add(spec)
            yield NamedChart(_stem(step.id, name), spec, _titled(name, reading))


def _titled(name: str, found: AnswerReading | None) -> str:
    """The title of a reading's chart, "" for one of words alone."""
    match found:
        case Purpose():
            return tr("What we say and what we do") if name == "gap" else tr("The purpose map")
        case Priority():
            return tr("Trust or results")
        case Pulse():
            return tr("How safe it is to speak up")
        case Pressures():
            return tr("Pressures")
        case Shortfall():
            return tr("Hours a month, given and needed")
        case Cases():
            return tr("Cases")
        case BreakingPoint():
            return tr("Breaking point")
        case FactCount() | Sentence() | Created() | ToAsk() | [*_] | None:
            return ""
        case _:
            assert_never(found)


def _of_rounds(found: Leaving, step: Step) -> Iterator[NamedChart]:
    for round_ in found.rounds_of(step.id):
        for reading in round_.readings:
            spec = room_chart(reading, round_.number)
            if spec is not None:
                stem = _stem(step.id, _called(reading), "round", str(round_.number))
                yield NamedChart(stem, spec, _title(round_, reading))


def _title(round_: ShownRound, reading: RoomReading) -> str:
    # Translators: a picture's name, and from which round it is: "Cases · First round".
    return tr("{title} · {round}").format(
        title=room_title(reading), round=round_name(round_.number)
    )


def _called(reading: RoomReading) -> str:
    """A short name of a reading in ids, which no translation changes."""
    match reading:
        case Spread():
            return f"{reading.question.rpartition('.')[2]}-{reading.mark}"
        case SpreadList() | OptionVotes():
            return reading.question.rpartition(".")[2]
        case MapOfRoom():
            return "map"
        case CasesOfRoom():
            return "cases"
        case BreakingShares():
            return "breaking-point"
        case ConsentVotes():
            return "consent"


def _stem(*parts: str) -> str:
    """Small letters, digits and hyphens, which every file system takes. With a hyphen in it, it is
    none of the names that Windows keeps for itself.
    """
    joined = "-".join(re.sub("[^a-z0-9]+", "-", part.lower()).strip("-") for part in parts)
    stem = joined.strip("-")[:LONGEST].strip("-")
    return stem if "-" in stem else f"chart-{stem}".strip("-")
