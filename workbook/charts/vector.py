"""Hands a figure over to a pen, line by line: how charts get onto paper without a picture."""

from collections.abc import Sequence
from typing import Any, Literal, NoReturn

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

from workbook.charts.lettering import face_of
from workbook.charts.pen import Fill, Pen, Step, Stroke


def draw_with(pen: Pen, figure: Figure) -> None:
    """Draw a figure with a pen, its lower left at the pen's origin, in points.

    Raises:
        ValueError: where the figure's dpi is not 72, so that its pixels are not points.
        NotImplementedError: for a picture, a pattern or a gradient in it: those are no lines.
    """
    if figure.dpi != 72:
        raise ValueError(f"a figure for paper has 72 dpi, not {figure.dpi}")
    figure.draw(_PenRenderer(pen, figure))


class _PenRenderer(RendererBase):
    """What matplotlib draws on, with one pixel a point and y upwards."""

    def __init__(self, pen: Pen, figure: Figure) -> None:
        super().__init__()
        self._pen = pen
        self._size = (float(figure.bbox.width), float(figure.bbox.height))

    def flipy(self) -> bool:
        """No: y is upwards here."""
        return False

    def get_canvas_width_height(self) -> tuple[float, float]:
        """The figure's size in points."""
        return self._size

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Draw a path, filled where a colour is given, stroked where its line has a width."""
        if gc.get_hatch() is not None:
            raise NotImplementedError("draw stripes as lines: patterns are not kept on paper")
        steps = _steps(path, transform)
        if steps:
            self._pen.path(steps, _fill(gc, rgbFace), _stroke(gc), _clips(gc))

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | Literal["TeX"] = False,
        mtext: Any = None,
    ) -> None:
        """Write a line of text. Text is not clipped: charts see to it that words fit."""
        fill = _fill(gc, gc.get_rgb())
        if fill is not None:
            size = prop.get_size_in_points()
            self._pen.words(s, face_of(prop), size, float(x), float(y), angle, fill)

    def draw_image(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: a picture would be blurred on paper."""
        raise NotImplementedError("charts are drawn in lines; a picture cannot be one of them")

    def draw_gouraud_triangles(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: a gradient is not kept on paper."""
        raise NotImplementedError("charts are drawn in lines and plain fills, without gradients")


def _fill(gc: GraphicsContextBase, colour: Sequence[float] | None) -> Fill | None:
    if colour is None:
        return None
    own = colour[3] if len(colour) > 3 and not gc.get_forced_alpha() else gc.get_alpha()
    red, green, blue = (float(part) for part in colour[:3])
    return Fill((red, green, blue), float(own)) if own else None


def _stroke(gc: Any) -> Stroke | None:
    width = float(gc.get_linewidth())
    fill = _fill(gc, gc.get_rgb())
    if not width or fill is None:
        return None
    offset, dashes = gc.get_dashes()
    return Stroke(
        fill.colour,
        width,
        fill.alpha,
        tuple(float(dash) for dash in dashes or ()),
        float(offset or 0),
        gc.get_capstyle(),
        gc.get_joinstyle(),
    )


def _clips(gc: Any) -> list[Sequence[Step]]:
    clips: list[Sequence[Step]] = []
    box = gc.get_clip_rectangle()
    if box is not None:
        corners = [(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)]
        clips.append(_steps(Path([*corners, corners[0]], closed=True), Affine2D()))
    path, transform = gc.get_clip_path()
    if path is not None:
        clips.append(_steps(path, transform))
    return clips


def _steps(path: Path, transform: Transform) -> list[Step]:
    """A path in moves, lines and cubic curves. matplotlib's own `iter_segments` takes as long for
    this as all the rest of a chart.
    """
    clean: Any = path.cleaned(transform, remove_nans=True, simplify=False, curves=True)
    points: list[list[float]] = clean.vertices.tolist()
    codes: list[int] = clean.codes.tolist()
    steps: list[Step] = []
    at = 0
    while at < len(codes) and codes[at] != Path.STOP:
        code = codes[at]
        if code == Path.CLOSEPOLY:
            steps.append(("Z", ()))
            at += 1
        elif code == Path.CURVE4:
            steps.append(("C", (*points[at], *points[at + 1], *points[at + 2])))
            at += 3
        elif code == Path.CURVE3:
            steps.append(("C", _raised(points[at - 1], (*points[at], *points[at + 1]))))
            at += 2
        else:
            steps.append(("M" if code == Path.MOVETO else "L", tuple(points[at])))
            at += 1
    return steps


def _raised(start: Sequence[float], points: tuple[float, ...]) -> tuple[float, ...]:
    """The cubic curve that a quadratic one is."""
    x, y, end_x, end_y = points
    return (
        (start[0] + 2 * x) / 3,
        (start[1] + 2 * y) / 3,
        (end_x + 2 * x) / 3,
        (end_y + 2 * y) / 3,
        end_x,
        end_y,
    )
