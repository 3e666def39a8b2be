"""Which words and which chart each reading of a guide shows on a page."""

from collections.abc import Callable, Mapping
from typing import Any

from workbook.catalogue import tr
from workbook.catalogue.readings import reading_words
from workbook.charts import of_readings
from workbook.charts.specs import ChartSpec
from workbook.readings.answer_findings import AnswerFindings
from workbook.ui.widgets.reading_card import Shown

# The chart of a reading, and its height in pixels at 100 %, where words are not enough.
_CHARTS: Mapping[str, tuple[Callable[[Any], ChartSpec], int]] = {
    "map": (of_readings.map_spec, 190),
    "shortfall": (of_readings.hours_spec, 170),
}


def shown(name: str, written: AnswerFindings) -> Shown | None:
    """What a reading shows now; None while what it rests on is incomplete.

    Raises:
        KeyError: where there is no such reading; guides are checked for that when loaded.
    """
    found = written.named(name)
    if found is None or found == ():
        return None
    words = reading_words(name, found)
    if name not in _CHARTS:
        return Shown(name, words, None, "", 0)
    draw, height = _CHARTS[name]
    chart = draw(found)
    return Shown(name, words, chart, of_readings.alt_text(chart), height)


def waits_for(name: str) -> str:
    """What a reading that cannot be read yet waits for, "" where silence says it better."""
    return {
        "gap": tr("When all four marks are placed, what they say back stands here."),
        "priority": tr("When both marks are placed, what they say back stands here."),
        "pulse": tr("When every statement is rated, what the pulse says stands here."),
        "pressures": tr("When every one is rated, the strongest are named here."),
        "shortfall": tr("When a promise has both figures, the hours are compared here."),
        "cases": tr("When every case has a choice or a pass, they are compared here."),
    }.get(name, "")
