"""What the rounds of a room say back, as blocks: each picture with its words, both rounds together.

Rounds that were not shown to the room are not here: `readings.of_workshop` reads no others.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import assert_never

from workbook.catalogue import tr
from workbook.catalogue.rounds import room_title, room_words, round_name
from workbook.catalogue.words import Words, capitalised, listed
from workbook.charts.of_rounds import room_chart
from workbook.charts.specs import ChartSpec
from workbook.documents.blocks import Block, Columns, Reading, Text, Together
from workbook.documents.said_back import FULL, HALF, chart
from workbook.readings.group import (
    BreakingShares,
    CasesOfRoom,
    ConsentVotes,
    MapOfRoom,
    OptionVotes,
    Spread,
    SpreadList,
)
from workbook.readings.of_scales import PURPOSE_SCALES
from workbook.readings.of_workshop import Said


def anchor(said: Said, roles: dict[str, str]) -> str:
    """The question at which a reading of a round is told: of several cases the first, and for the
    map the later one of its scales.

    Args:
        said: the reading.
        roles: of every question of the round.
    """
    match said.reading:
        case CasesOfRoom(cases):
            return cases[0].question
        case MapOfRoom():
            scales = [q for q in said.round.questions if roles[q] in PURPOSE_SCALES]
            return scales[-1]
        case reading:
            return reading.question


def round_blocks(said: Sequence[Said]) -> Iterator[Block]:
    """What rounds say back about the same questions, in their order; nothing of what nobody
    answered. Marks on scales stand two by two, the rest with its words beside it.
    """
    told = [each for each in said if not _is_silent(each)]
    several = any(each.round.id.number > 1 for each in told)
    for kind, alike in groupby(told, lambda each: type(each.reading)):
        group = list(alike)
        drawn = [each for each in group if _spec(each) is not None]
        if kind is Spread:
            yield from _in_pairs(drawn, several)
        else:
            for each in drawn:
                yield from _picture(each, several)
        yield from _untold([each for each in group if each not in drawn], several)


def _is_silent(said: Said) -> bool:
    """Whether there is nothing to tell. That single places are withheld is said of the marks."""
    reading = said.reading
    if _spec(said) is not None:
        return False
    match reading:
        case MapOfRoom():
            return True
        case CasesOfRoom(cases):
            return not any(case.withheld or case.passes for case in cases)
        case SpreadList(items=items):
            return not any(item.withheld or item.passes for item in items)
        case Spread() | BreakingShares() | ConsentVotes() | OptionVotes():
            return not (reading.withheld or reading.passes)
        case _:
            assert_never(reading)


def _spec(said: Said) -> ChartSpec | None:
    return room_chart(said.reading, said.round.id.number)


def _title(said: Said, several: bool) -> Text:
    """What was voted on, and of several rounds in which, unless the chart says so."""
    reading = said.reading
    match reading:
        case Spread(scale="", title=title):
            name = title
        case CasesOfRoom(cases) if len(cases) == 1:
            name = cases[0].title
        case _:
            name = room_title(reading)
    compared = (
        isinstance(reading, Spread | ConsentVotes | OptionVotes) and reading.before and _spec(said)
    )
    if several and not compared and not isinstance(reading, MapOfRoom):
        # Translators: what was voted on, and in which round.
        name = tr("{title} · {round}").format(title=name, round=round_name(said.round.id.number))
    return Text(capitalised(name), "label")


def _reading(words: Words) -> Reading:
    return Reading(words.lead, words.reason)


def _in_pairs(drawn: Sequence[Said], several: bool) -> Iterator[Block]:
    for at in range(0, len(drawn) - 1, 2):
        left, right = (_stack(each, several) for each in drawn[at : at + 2])
        yield Columns(left, right)
    if len(drawn) % 2:
        yield from _picture(drawn[-1], several)


def _stack(said: Said, several: bool) -> tuple[Block, ...]:
    """A chart under its title, and its words under it."""
    spec = _spec(said)
    drawn = () if spec is None else (chart(spec, HALF),)
    return (_title(said, several), *drawn, _reading(room_words(said.reading, said.round.id.number)))


def _picture(said: Said, several: bool) -> Iterator[Block]:
    """One chart with its words: beside it, or where there are many cases, below."""
    spec, words = _spec(said), room_words(said.reading, said.round.id.number)
    if spec is None:
        return
    title = _title(said, several)
    items = tuple(Text(item, "soft") for item in words.items)
    if isinstance(said.reading, CasesOfRoom) and len(said.reading.cases) > 1:
        yield Together((title, chart(spec, FULL), _reading(words)))
        yield from items
    else:
        share = _share(said)
        yield Columns((title, chart(spec, share * FULL)), (_reading(words), *items), share)


def _share(said: Said) -> float:
    """The share of the width that a chart's own words need."""
    match said.reading:
        case ConsentVotes():
            return 0.68
        case MapOfRoom() | Spread():
            return 0.5
        case CasesOfRoom() | BreakingShares() | SpreadList() | OptionVotes():
            return 0.58
        case _:
            assert_never(said.reading)


def _untold(rest: Sequence[Said], several: bool) -> Iterator[Block]:
    """What has no chart, because it is withheld or everybody passed: the same words once."""
    for words, alike in groupby(rest, lambda each: room_words(each.reading)):
        titles = [_title(each, several).text for each in alike]
        yield Together((Text(listed(titles), "label"), _reading(words)))
