"""Says all of a chart in words, for who hears the page or searches it."""

from workbook.catalogue import ntr, tr
from workbook.catalogue.dates import number
from workbook.catalogue.kinds import kind_name
from workbook.catalogue.words import capitalised, listed, sentences
from workbook.charts.specs import (
    BarsSpec,
    ChartSpec,
    ChoiceRow,
    ChoicesSpec,
    DivergingSpec,
    LadderSpec,
    LineMark,
    LineRow,
    LinesSpec,
    MapSpec,
)
from workbook.model.guide import Side
from workbook.readings.purpose import Kind, Point

CORNERS = (Kind.COMMUNITY, Kind.BOTH, Kind.UNCLEAR, Kind.TEAM)  # as a map's corners are ordered


def alt_text(spec: ChartSpec) -> str:
    """All of a chart in a few sentences; typed words stand in them as they are, on one line."""
    match spec:
        case MapSpec():
            said = _map(spec)
        case LinesSpec():
            said = sentences(*(_line(row, spec) for row in spec.rows))
        case DivergingSpec():
            said = _diverging(spec)
        case ChoicesSpec():
            said = _choices(spec)
        case BarsSpec():
            said = _bars(spec)
        case LadderSpec():
            said = _ladder(spec)
    return " ".join(said.split())


def _pair(label: str, what: str) -> str:
    # Translators: one row of a chart in words: its name and what it shows.
    if label.strip():
        return tr("{label}: {what}.").format(label=label.strip(), what=what)
    return f"{what}."


def _map(spec: MapSpec) -> str:
    across, up = spec.x_label.rstrip(" →"), spec.y_label.rstrip(" →")
    said = [
        tr("A map from 0 to 10: {across} to the right, {up} upwards, parted at 5.").format(
            across=across, up=up
        )
    ]
    for label, point in ((spec.do_label, spec.do), (spec.say_label, spec.say)):
        if point:
            place = tr("{across} {x}, {up} {y}, {field}").format(
                across=across,
                x=number(point[0]),
                up=up,
                y=number(point[1]),
                field=_field(spec, point),
            )
            said.append(_pair(label, place))
    if spec.others:
        points = [f"{number(x)}/{number(y)}" for x, y in sorted(spec.others)]
        said.append(
            ntr("One more point: {points}.", "{n} more points: {points}.", len(points)).format(
                n=len(points), points=listed(points)
            )
        )
    return sentences(*said)


def _field(spec: MapSpec, point: tuple[float, float]) -> str:
    kind = Point(*point).kind
    return kind_name(kind) if kind is Kind.ON_LINE else spec.corners[CORNERS.index(kind)]


def _line(row: LineRow, spec: LinesSpec) -> str:
    marks = listed([_mark(mark) for mark in row.marks])
    low, high = number(spec.low), number(spec.high)
    scale = tr("from {low} to {high}").format(low=low, high=high)
    if row.low_label and row.high_label:
        scale = tr("from {low}, {low_label}, to {high}, {high_label}").format(
            low=low, low_label=row.low_label, high=high, high_label=row.high_label
        )
    if row.label.strip():
        scale = f"{row.label.strip()}, {scale}"
    return _pair(capitalised(scale), marks) if marks else f"{capitalised(scale)}."


def _mark(mark: LineMark) -> str:
    return f"{mark.label} {number(mark.value)}".strip()


def _choices(spec: ChoicesSpec) -> str:
    return sentences(*(_pair(row.label, _choice(row, spec)) for row in spec.rows))


def _choice(row: ChoiceRow, spec: ChoicesSpec) -> str:
    sides = {Side.INSIDE: spec.people_label, Side.OUTSIDE: spec.work_label}
    parts = [row.note] if row.note else []
    if row.chosen:
        parts.append(f"{spec.chosen_label} {sides[row.chosen]}")
    if row.last:
        parts.append(f"{spec.last_label} {sides[row.last]}")
    return ", ".join(parts) or tr("no choice")


def _diverging(spec: DivergingSpec) -> str:
    said = []
    for row in spec.rows:
        counts = [f"{row.people} {spec.people_label}", f"{row.work} {spec.work_label}"]
        if row.passes:
            counts.append(f"{row.passes} {spec.pass_label}")
        said.append(_pair(row.label, ", ".join(counts)))
    return sentences(*said)


def _bars(spec: BarsSpec) -> str:
    head = ""
    if spec.value_name and spec.outline_name:
        head = capitalised(
            tr("{value} of {whole}.").format(value=spec.value_name, whole=spec.outline_name)
        )
    elif spec.value_name:
        head = capitalised(f"{spec.value_name}.")
    rows = (_pair(row.label, row.value_label or number(row.value)) for row in spec.rows)
    return sentences(head, *rows)


def _ladder(spec: LadderSpec) -> str:
    head = ntr("{n} rung.", "{n} rungs, from the mildest to the hardest.", len(spec.rungs))
    rungs = []
    for at, rung in enumerate(spec.rungs):
        people = spec.breaks_at is None or at < spec.breaks_at
        rungs.append(_pair(rung, spec.people_label if people else spec.work_label))
    return sentences(head.format(n=len(spec.rungs)), *rungs)
