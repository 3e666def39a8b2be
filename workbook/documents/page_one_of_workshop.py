"""Page one of a workshop's summary: its sentence, the map of the room, the strongest readings."""

from collections.abc import Iterator
from dataclasses import replace

from workbook.catalogue import tr
from workbook.catalogue.consent import along_words
from workbook.catalogue.dates import long_date, number, read_date
from workbook.catalogue.kinds import kind_phrase
from workbook.catalogue.readings import protects_first
from workbook.catalogue.round_spreads import change_of_spread, corners_words, shape_name
from workbook.catalogue.together import alive_of_counted
from workbook.catalogue.words import capitalised, quoted, sentences, shorten
from workbook.charts.of_rounds import room_chart
from workbook.charts.specs import DivergingSpec
from workbook.documents.blocks import Banner, Block, Columns, Facts, Heading, Together
from workbook.documents.page_one import VALUE, commitments, date_of, words_of_banner, written_on
from workbook.documents.said_back import HALF, chart
from workbook.documents.standing import standing
from workbook.readings.findings import Findings
from workbook.readings.group import CasesOfRoom, MapOfRoom, Spread
from workbook.readings.map_of_room import Standing
from workbook.readings.shape import Shape

DISSENT = 90  # characters
FACTS = 9


def workshop_glance(found: Findings) -> tuple[Block, ...]:
    """The blocks of page one in their order; empty where there is nothing to see yet."""
    return (
        *workshop_banner(found),
        *_map_and_facts(found),
        *_wrong(found.rounds.cases),
        *commitments(found),
    )


def workshop_banner(found: Findings) -> Iterator[Block]:
    """The sentence of the group, what it is, and what was said otherwise."""
    text, side = words_of_banner(found)
    if not text:
        return
    small = standing(found, date_of(found)).line
    dissent = shorten(written_on(found, "dissent"), DISSENT)
    if dissent:
        dissent = tr("Said otherwise, and kept: {words}").format(words=quoted(dissent))
    yield Banner(text, sentences(small, dissent), side)


def _map_and_facts(found: Findings) -> Iterator[Block]:
    rows = tuple(_facts(found))[:FACTS]
    facts: tuple[Block, ...] = (Heading(tr("At a glance"), 2), Facts(rows)) if rows else ()
    place = found.rounds.map
    spec = room_chart(place) if place else None
    if spec is None:
        yield from facts
        return
    yield Columns((Heading(tr("Purpose map"), 2), chart(spec, HALF)), facts, 0.47)


def _facts(found: Findings) -> Iterator[tuple[str, str]]:
    rounds = found.rounds
    if rounds.map:
        yield from _place(rounds.map)
    if rounds.priority:
        yield from _priority(rounds.priority)
    if rounds.cases and rounds.cases.voted:
        cases = rounds.cases
        of_cases = tr("{people} of {n} cases").format(people=cases.people_first, n=cases.voted)
        yield tr("More put people first in"), of_cases
    if found.consent and (along := along_words(found.consent)):
        yield tr("Go along or support it"), along
    if (made := found.written.created) and made.counted:
        yield tr("Co-created projects alive"), alive_of_counted(made)
    if again := written_on(found, "look_again"):
        day = read_date(again)
        yield tr("Look again"), long_date(day) if day else shorten(again, VALUE)


def _place(place: MapOfRoom) -> Iterator[tuple[str, str]]:
    """In which corner most of the room stands, or that it is divided; and both medians of what it
    says and does.
    """
    room = place.room
    if place.do is None or room is None:
        return
    if room.kind is not None:
        stands = tr("{kind}: {n} of {all}").format(
            kind=capitalised(kind_phrase(room.kind)), n=room.count(room.kind), all=room.people
        )
        yield tr("By the essay’s definition"), stands
    elif room.standing is Standing.DIVIDED:
        yield tr("The room is divided"), corners_words(room)
    if place.say is not None:
        arrow = tr("{said} → {done}")
        inside = arrow.format(said=number(place.say.inside), done=number(place.do.inside))
        outside = arrow.format(said=number(place.say.outside), done=number(place.do.outside))
        yield tr("For each other, middle marks, say → do"), inside
        yield tr("For the outside, middle marks, say → do"), outside


def _priority(found: Spread) -> Iterator[tuple[str, str]]:
    """What the room protects first where its marks say so, else how they lie; and how before."""
    now, shape = found.now, found.shape
    if now is None or shape is None:
        return
    one_place = max(now.counts) == now.n
    if one_place or (shape.side and shape.shape in (Shape.TOGETHER, Shape.LEANING)):
        yield tr("Protects first, by the middle mark"), protects_first(now.median)
    else:
        yield tr("Trust or results, how the marks lie"), capitalised(shape_name(shape))
    if changed := change_of_spread(found):
        yield tr("Between the two votes"), changed


def _wrong(cases: CasesOfRoom | None) -> Iterator[Block]:
    """All cases at once, without what was done last time: that stands inside."""
    spec = room_chart(cases) if cases else None
    if isinstance(spec, DivergingSpec):
        plain = replace(spec, rows=tuple(replace(row, last=None) for row in spec.rows))
        yield Together((Heading(tr("When things go wrong"), 2), chart(plain)))
