"""Says all of a chart in words, for who hears the page or searches it."""

from typing import assert_never

from workbook.catalogue import ntr, tr
from workbook.catalogue.dates import number
from workbook.catalogue.kinds import kind_name
from workbook.catalogue.words import capitalised, listed, sentences
from workbook.charts.specs import (
    BarsSpec,
    ChartSpec,
    ChoiceRow,
    ChoicesSpec,
    Column,
    ColumnsSpec,
    DivergingRow,
    DivergingSpec,
    DotsSpec,
    LadderSpec,
    LineMark,
    LineRow,
    LinesSpec,
    MapSpec,
    Marks,
    SharesSpec,
    SpreadsSpec,
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
        case DotsSpec():
            said = _dots(spec)
        case SpreadsSpec():
            said = _spreads(spec)
        case SharesSpec():
            said = _shares(spec)
        case ColumnsSpec():
            said = _columns(spec)
        case _:
            assert_never(spec)
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
            x, y = map(number, point)
            place = tr("{across} {x}, {up} {y}").format(across=across, x=x, up=up, y=y)
            if spec.naming:
                words = tr("{place}, {field}")
                place = words.format(place=place, field=_field(spec, point))
            said.append(_pair(label, place))
    if spec.before:
        x, y = map(number, spec.before)
        place = tr("{across} {x}, {up} {y}").format(across=across, x=x, up=up, y=y)
        said.append(_pair(spec.before_label, place))
    if spec.others:
        everyone = sum(people for _, _, people in spec.others)
        points = [
            # Translators: how many people stand at a point of the map: "3 at 1/6".
            tr("{n} at {x}/{y}").format(n=people, x=number(x), y=number(y))
            for x, y, people in sorted(spec.others)
        ]
        said.append(
            ntr("{n} person: {points}.", "{n} people: {points}.", everyone).format(
                n=everyone, points=listed(points)
            )
        )
    return sentences(*said)


def _field(spec: MapSpec, point: tuple[float, float]) -> str:
    kind = Point(*point).kind
    return kind_name(kind) if kind is Kind.ON_LINE else spec.corners[CORNERS.index(kind)]


def _line(row: LineRow, spec: LinesSpec) -> str:
    marks = listed([_mark(mark) for mark in row.marks])
    scale = _scale(spec.low, spec.high, row.low_label, row.high_label)
    if row.label.strip():
        scale = f"{row.label.strip()}, {scale}"
    return _pair(capitalised(scale), marks) if marks else f"{capitalised(scale)}."


def _scale(low: int, high: int, low_label: str, high_label: str) -> str:
    if low_label and high_label:
        return tr("from {low}, {low_label}, to {high}, {high_label}").format(
            low=number(low), low_label=low_label, high=number(high), high_label=high_label
        )
    return tr("from {low} to {high}").format(low=number(low), high=number(high))


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
    return sentences(*(_pair(row.label, _case(row, spec)) for row in spec.rows))


def _case(row: DivergingRow, spec: DivergingSpec) -> str:
    sides = tr("{people} {people_label}, {work} {work_label}")
    names = {"people_label": spec.people_label, "work_label": spec.work_label}
    said = [sides.format(people=row.people, work=row.work, **names)]
    if row.passes:
        said[0] += f", {row.passes} {spec.pass_label}"
    if row.before:
        people, work = row.before
        earlier = sides.format(people=people, work=work, **names)
        said.append(f"{spec.before_label} {earlier}".strip())
    if row.last:
        earlier = sides.format(people=row.last.people, work=row.last.work, **names)
        if row.last.never:
            earlier += f", {row.last.never} {spec.never_label}"
        said.append(f"{spec.last_label} {earlier}".strip())
    return "; ".join(said)


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


def _dots(spec: DotsSpec) -> str:
    scale = _scale(spec.low, spec.high, spec.low_label, spec.high_label)
    said = [f"{capitalised(scale)}."]
    if spec.before is None:
        said.append(capitalised(f"{_spread(spec.now, spec.low)}."))
    else:
        for name, marks in ((spec.now_label, spec.now), (spec.before_label, spec.before)):
            said.append(capitalised(_pair(name, _spread(marks, spec.low))))
    return sentences(*said)


def _spread(marks: Marks, low: int) -> str:
    """How many stand where, and their middle."""
    places = [
        # Translators: how many people marked a number of a scale: "3 at 7".
        tr("{n} at {value}").format(n=people, value=low + at)
        for at, people in enumerate(marks.counts)
        if people
    ]
    if not places:
        return tr("no answers")
    said = ntr("{n} answer, {places}", "{n} answers, {places}", marks.n)
    parts = [said.format(n=marks.n, places=listed(places))]
    if marks.median is not None:
        parts.append(tr("median {median}").format(median=number(marks.median)))
    if marks.half is not None:
        start, end = map(number, marks.half)
        words = tr("middle half from {start} to {end}")
        if start == end:
            words = tr("middle half at {start}")
        parts.append(words.format(start=start, end=end))
    return "; ".join(parts)


def _spreads(spec: SpreadsSpec) -> str:
    scale = _scale(spec.low, spec.high, spec.low_label, spec.high_label)
    rows = (_pair(row.label, _spread(row.marks, spec.low)) for row in spec.rows)
    return sentences(f"{capitalised(scale)}.", *rows)


def _shares(spec: SharesSpec) -> str:
    head = ntr("{n} rung.", "{n} rungs, from the mildest to the hardest.", len(spec.rows))
    rows = []
    for row in spec.rows:
        share = tr("{people} of {all} {people_label} ({percent} %)").format(
            people=row.people,
            all=spec.answered,
            people_label=spec.people_label,
            percent=spec.percent(row),
        )
        work = f"{spec.answered - row.people} {spec.work_label}"
        said = f"{share}, {work}"
        if row.before is not None:
            said += f"; {spec.before_label} " + tr("{percent} %").format(
                percent=round(100 * row.before)
            )
        rows.append(_pair(row.label, said))
    return sentences(head.format(n=len(spec.rows)), *rows)


def _columns(spec: ColumnsSpec) -> str:
    head = ""
    if spec.now_label and any(column.before is not None for column in spec.columns):
        head = capitalised(
            tr("{now}, and in brackets {before}.").format(
                now=spec.now_label, before=spec.before_label
            )
        )
    return sentences(head, *(_pair(_column(column), _counts(column)) for column in spec.columns))


def _column(column: Column) -> str:
    return f"{column.head} {column.label}".strip()


def _counts(column: Column) -> str:
    return f"{column.count}" if column.before is None else f"{column.count} ({column.before})"
