"""What the room may see at one moment, as one immutable value. The audience screen draws it and is
given nothing else, so what does not stand in it cannot leak.
"""

from dataclasses import dataclass
from datetime import datetime

from workbook.charts.specs import ChartSpec


@dataclass(frozen=True, slots=True)
class Countdown:
    """The time left in a phase: it runs down to `until`, or stands at `left` where that is None."""

    until: datetime | None  # aware, UTC
    left: float  # seconds where it stands; negative over time
    whole: int  # seconds that the phase has, for amber at 20 % and red at 5 % of them


@dataclass(frozen=True, slots=True)
class Picture:
    """One revealed reading: its short name, its chart, its words, and the chart in words."""

    title: str
    chart: ChartSpec | None  # None where only words can be shown, because it is withheld
    lead: str
    reason: str
    alt: str


@dataclass(frozen=True, slots=True)
class Audience:
    """All that the room may see."""

    group: str
    place: str  # "3 of 7"
    headline: str
    line: str  # "Second round, 9 of 14 answers."
    invite: str  # "Two minutes of silence: write, then mark."
    countdown: Countdown | None
    picture: Picture | None  # only of a revealed round
    sentence: str
