"""Workshops in which something is on the wall."""

from collections import Counter
from datetime import UTC, datetime

from workbook.charts.specs import ChartSpec
from workbook.documents.wall import Picture, WallContent, gallery, wall_content
from workbook.guides import load_guide
from workbook.model.agenda import agenda
from workbook.model.workshop import (
    Clock,
    Counts,
    Round,
    RoundId,
    RoundState,
    Setup,
    Spot,
    Workshop,
)
from workbook.readings.round_findings import RoundFindings

GUIDE = load_guide()
NOWHERE = Clock()
NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
SETUP = Setup("90", 14)
BOXES = agenda(GUIDE, SETUP)
REVEALED, WITHHELD = RoundState.REVEALED, RoundState.WITHHELD
OPEN, CLOSED = RoundState.OPEN, RoundState.CLOSED
SCALE, PULSE = "optimising.scale", "optimising.pulse"
INSIDE, OUTSIDE = "purpose.inside_scale", "purpose.outside_scale"
FIT, FEUD, WORN = "kind.fit", "wrong.feud", "wrong.worn_out"


def held(
    step: str, number: int = 1, state: RoundState = REVEALED, *questions: str, ballots: int = 14
) -> Round:
    return Round(RoundId(step, number), questions or GUIDE.step(step).ballot, True, state, ballots)


def workshop(
    *rounds: tuple[Round, Counts], setup: Setup = SETUP, clock: Clock = NOWHERE
) -> Workshop:
    return Workshop(setup, clock, tuple(r for r, _ in rounds), {r.id: c for r, c in rounds})


def marks(question: str, mark: str, *values: object) -> Counts:
    return Counts({Spot(question, mark): Counter(map(str, values))})


def seen(
    shop: Workshop,
    step: str,
    phase: str = "reveal",
    *,
    counted: int | None = None,
    picture: int = 0,
    now: datetime = NOW,
) -> WallContent:
    return wall_content(
        GUIDE, "River Street Makers", shop, "We do.", step=step, phase=phase, counted=counted,
        picture=picture, now=now, agenda=agenda(GUIDE, shop.setup),
        gallery=gallery(RoundFindings(GUIDE, shop), step),
    )  # fmt: skip


def pictures(shop: Workshop, step: str) -> tuple[Picture, ...]:
    return tuple(shown.picture for shown in gallery(RoundFindings(GUIDE, shop), step))


def chart(value: WallContent) -> ChartSpec | None:
    return value.picture.chart if value.picture else None
