"""What the answers say back, as blocks: a chart where there is one, then the words."""

from collections.abc import Iterator

from workbook.catalogue.readings import reading_words
from workbook.charts.of_readings import (
    alt_text,
    choices_spec,
    gap_spec,
    hours_spec,
    ladder_spec,
    map_spec,
    pressures_spec,
    priority_spec,
    pulse_spec,
)
from workbook.charts.sizes import natural_height
from workbook.charts.specs import ChartSpec, MapSpec
from workbook.model.answers import Answers
from workbook.model.guide import Guide, Page
from workbook.printing.blocks import Block, Chart, Columns, Reading, Text, Together
from workbook.readings.purpose import Priority, Purpose
from workbook.readings.rare import Pressures, Pulse, Shortfall
from workbook.readings.session import READINGS
from workbook.readings.wrong import BreakingPoint, Cases

FULL, HALF = 490.0, 235.0  # points: about the width between the margins, and of one column


def chart(spec: ChartSpec, width: float = FULL) -> Chart:
    """A chart as a block, as high as it looks best at a width in points, with its words."""
    return Chart(spec, alt_text(spec), natural_height(spec, width))


def readings_on(page: Page, guide: Guide, answers: Answers) -> Iterator[Block]:
    """What the readings of a page found; nothing for those that are incomplete."""
    for name in page.readings:
        found = READINGS[name].read(guide, answers)
        if found in (None, (), (0, 0)):  # incomplete, no match, no fact
            continue
        words = reading_words(name, found)
        if words is None:  # the map stands on page one and beside the kind
            continue
        said = Reading(words.lead, words.reason)
        items = tuple(Text(item, "soft") for item in words.items)
        spec = _spec(name, found)
        if spec is None:
            yield said
        elif isinstance(spec, MapSpec):
            yield Columns((chart(spec, HALF),), (said,))
        else:
            yield Together((chart(spec), said))
        yield from items


def _spec(name: str, found: object) -> ChartSpec | None:
    match name, found:
        case "gap", Purpose():
            return gap_spec(found)
        case "kind", Purpose():
            return map_spec(found)
        case _, Priority():
            return priority_spec(found)
        case _, Pulse():
            return pulse_spec(found)
        case _, Pressures():
            return pressures_spec(found)
        case _, Shortfall():
            return hours_spec(found)
        case _, Cases():
            return choices_spec(found)
        case _, BreakingPoint():
            return ladder_spec(found)
    return None
