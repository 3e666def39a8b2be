"""Draws the cases of one person: what is chosen now, filled, and what was done last time, open."""

from workbook.charts.drawing import DESCENT, DOTS, RISE, SMALL, THIN, Drawing
from workbook.charts.parts.rows import labels, side_notes
from workbook.charts.pen import Face
from workbook.charts.sizes import CASES_FOOT, CASES_HEAD
from workbook.charts.specs import ChoiceRow, ChoicesSpec
from workbook.model.guide import Side

_RADIUS = 5.5
_GAP = 10.0


def draw(drawing: Drawing, spec: ChoicesSpec) -> None:
    """Draw the rows with a column for each side.

    Raises:
        ValueError: where a choice is on neither side; None is for no choice.
    """
    if any(Side.NEITHER in (row.chosen, row.last) for row in spec.rows):
        raise ValueError("a case is chosen for people or for work; None stands for no choice")
    bottom = drawing.height - CASES_FOOT
    pitch = (bottom - CASES_HEAD) / max(len(spec.rows), 1)
    tops = [CASES_HEAD + at * pitch for at in range(len(spec.rows))]
    column = labels(drawing, [row.label for row in spec.rows], tops, pitch)
    end = side_notes(drawing, [row.note for row in spec.rows], tops, pitch)
    start = column + (_GAP if column else 0)
    width = (end - start) / 2
    places = {Side.INSIDE: start + width / 2, Side.OUTSIDE: end - width / 2}
    words = ((spec.people_label, Side.INSIDE), (spec.work_label, Side.OUTSIDE))
    for text, side in words:
        fitted = drawing.fit(text, width - 4, Face.SEMIBOLD, SMALL)
        colour = drawing.palette.side(side)
        baseline = CASES_HEAD - 4 - DESCENT * SMALL
        drawing.write(fitted, places[side], baseline, colour, Face.SEMIBOLD, SMALL, "center")
    for row, top in zip(spec.rows, tops, strict=True):
        drawing.stroke(((0, top), (drawing.width, top)), drawing.palette.line, THIN)
        _marks(drawing, row, places, top + pitch / 2)
    drawing.stroke(((0, bottom), (drawing.width, bottom)), drawing.palette.line, THIN)
    _key(drawing, spec, start)


def _marks(drawing: Drawing, row: ChoiceRow, places: dict[Side, float], y: float) -> None:
    palette = drawing.palette
    if row.chosen and row.last and row.chosen != row.last:
        ends = [
            (x + sign * (_RADIUS + 3), y) for x, sign in zip(places.values(), (1, -1), strict=True)
        ]
        drawing.stroke(ends, palette.soft, 0.9, DOTS)
    if row.last:
        # A ring, drawn around the dot where the choice is the same as last time.
        drawing.circle(places[row.last], y, _RADIUS + 1.5, None, palette.side(row.last), 1.4)
    if row.chosen:
        same = row.chosen == row.last
        drawing.circle(
            places[row.chosen], y, _RADIUS - (2 if same else 0), palette.side(row.chosen)
        )


def _key(drawing: Drawing, spec: ChoicesSpec, start: float) -> None:
    middle = drawing.height - SMALL / 2 - 1
    x = start
    space = (drawing.width - start) / 2 - 2 * _RADIUS - 8
    for name, filled in ((spec.chosen_label, True), (spec.last_label, False)):
        text = drawing.fit(name, space, size=SMALL)
        if not text:
            continue
        if filled:
            drawing.circle(x + 4, middle, 4, drawing.palette.ink)
        else:
            drawing.circle(x + 4, middle, 4.2, None, drawing.palette.ink, 1.3)
        x += 12
        drawing.write(text, x, middle + RISE * SMALL, drawing.palette.soft, size=SMALL)
        x += drawing.measure(text, size=SMALL) + 14
