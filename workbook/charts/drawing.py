"""What charts draw and write on: a matplotlib figure of a few primitives, handed over to pens.

`Drawing` makes the figure and puts everything into it; it has points, y downwards from the top
left. `draw_with` draws a finished figure with a pen, line by line.
"""

from collections.abc import Sequence
from math import cos, radians, sin
from typing import Any, Literal, NoReturn

from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox, Transform, TransformedBbox

from workbook.charts.palette import Palette
from workbook.charts.pen import (
    Face,
    Fill,
    Lettering,
    Pen,
    ScreenLettering,
    Step,
    Stroke,
    elided,
    face_of,
    one_line,
    properties,
    steps_of,
    wrapped,
)
from workbook.model.guide import Side

LABEL = 9.0  # type sizes in points
SMALL = 8.25
LEADING = 1.22  # from baseline to baseline, of the size
RISE = 0.33  # half a capital's height, of the size: the baseline below the middle of a line
ASCENT, DESCENT = 0.75, 0.25  # of the size

THIN = 0.5
DOTS = (2.0, 2.0)

Anchor = Literal["left", "center", "right"]
_SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}  # of a text, before its anchor


class ChartFigure(Figure):
    """A figure whose letters keep their measured widths: fitting them to pixels, as matplotlib does
    by default, makes words up to 6 % wider than they were measured.
    """

    def draw(self, renderer: RendererBase) -> None:
        """Draw everything."""
        hinting = rcParams["text.hinting"]
        rcParams["text.hinting"] = "none"  # rc_context would copy all settings for it, twice
        try:
            super().draw(renderer)
        finally:
            rcParams["text.hinting"] = hinting


class Words(Artist):
    """A line of text from its baseline's left end. matplotlib's own Text would measure again what
    has been measured, which costs as much as drawing it.
    """

    def __init__(
        self,
        text: str,
        start: tuple[float, float],
        colour: str,
        props: FontProperties,
        angle: float,
    ) -> None:
        super().__init__()
        self.text, self.start, self.colour = text, start, colour
        self.props, self.angle = props, angle

    def draw(self, renderer: RendererBase) -> None:
        """Draw the text as it is: nothing in it is mathematics."""
        x, y = self.get_transform().transform(self.start)
        if renderer.flipy():
            y = renderer.get_canvas_width_height()[1] - y
        gc = renderer.new_gc()
        gc.set_foreground(self.colour)
        renderer.draw_text(gc, x, y, self.text, self.props, self.angle, ismath=False)
        gc.restore()


class Drawing:
    """Everything a chart draws with. All measures are points; what comes later lies above."""

    def __init__(
        self, width: float, height: float, zoom: float, palette: Palette, lettering: Lettering
    ) -> None:
        """A drawing for a figure of these points; with a zoom of 0.5 it has room for twice as many,
        each drawn half as large.
        """
        self.width, self.height = width / zoom, height / zoom
        self.palette = palette
        self.lettering = lettering
        self.figure = ChartFigure(figsize=(width / 72, height / 72), dpi=72, frameon=False)
        self.figure.set_layout_engine("none")
        inches = Affine2D().scale(zoom / 72, -zoom / 72).translate(0, height / 72)
        self._transform = inches + self.figure.dpi_scale_trans
        self._zoom = zoom

    # Measuring

    def line(self, text: str) -> str:
        """Typed text as one line of what can be drawn."""
        return self.lettering.drawable(one_line(text))

    def measure(self, text: str, face: Face = Face.REGULAR, size: float = LABEL) -> float:
        """The width of a text as `line` gives it."""
        return self.lettering.width(text, face, size)

    def fit(self, text: str, width: float, face: Face = Face.REGULAR, size: float = LABEL) -> str:
        """Typed text on one line, elided to a width."""
        return elided(self.line(text), width, face, size, self.lettering)

    def wrap(
        self, text: str, width: float, lines: int, face: Face = Face.REGULAR, size: float = LABEL
    ) -> tuple[str, ...]:
        """Typed text on at most so many lines, elided to a width."""
        return wrapped(self.line(text), width, lines, face, size, self.lettering)

    # Writing

    def write(
        self,
        text: str,
        x: float,
        y: float,
        colour: str,
        face: Face = Face.REGULAR,
        size: float = LABEL,
        anchor: Anchor = "left",
        angle: float = 0,
    ) -> None:
        """Write a line that has been fitted, from its baseline."""
        if not text:
            return
        back = _SHARES[anchor] * self.measure(text, face, size)
        turn = radians(angle)
        start = (x - back * cos(turn), y + back * sin(turn))
        # Who measures words elsewhere finds the fonts of other scripts there too.
        known = text if isinstance(self.lettering, ScreenLettering) else ""
        self._add(Words(text, start, colour, properties(known, face, size * self._zoom), angle))

    def write_lines(
        self,
        lines: Sequence[str],
        x: float,
        middle: float,
        colour: str,
        face: Face = Face.REGULAR,
        size: float = LABEL,
        anchor: Anchor = "left",
    ) -> None:
        """Write lines under each other, all together centred on a height."""
        y = middle + RISE * size - (len(lines) - 1) * size * LEADING / 2
        for line in lines:
            self.write(line, x, y, colour, face, size, anchor)
            y += size * LEADING

    # Drawing

    def rectangle(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str | None = None,
        edge: str | None = None,
        edge_width: float = THIN,
    ) -> None:
        """A rectangle from its top left."""
        self._add(Rectangle((x, y), width, height, **self._look(fill, edge, edge_width)))

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str | None,
        edge: str | None = None,
        edge_width: float = 1.8,
    ) -> None:
        """A disc or ring; an outline lies inside the radius."""
        inner = radius - edge_width / 2 if edge else radius
        self._add(Circle((x, y), inner, **self._look(fill, edge, edge_width)))

    def discs(self, centres: Sequence[tuple[float, float]], radius: float, fill: str) -> None:
        """Many discs of one size that do not touch, drawn at once: hundreds cost what one does."""
        if not centres:
            return
        path = Path.make_compound_path(*(Path.circle(centre, radius) for centre in centres))
        self._add(PathPatch(path, **self._look(fill, None, 0)))

    def polygon(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        """A filled shape with straight edges."""
        self._add(PathPatch(Path([*points, points[0]], closed=True), **self._look(fill, None, 0)))

    def stroke(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        width: float = THIN,
        dashes: tuple[float, float] | None = None,
        round_ends: bool = False,
    ) -> None:
        """A line through points."""
        self._add(
            PathPatch(
                Path(list(points)),
                **self._look(None, colour, width),
                linestyle=(0, tuple(d / width for d in dashes)) if dashes else "solid",
                capstyle="round" if round_ends else "butt",
            )
        )

    def hatch(
        self, x: float, y: float, width: float, height: float, colour: str, *, fine: bool = False
    ) -> None:
        """Diagonal stripes in a rectangle, with its outline; fine ones for large fields. They are
        drawn as lines, not as matplotlib's pattern, so that they look the same at every resolution
        and on paper.
        """
        spacing, thickness = (5.5, 1.0) if fine else (4.2, 1.5)
        steps = int((width + height) / spacing) + 1
        starts = [x - height + spacing * (step + 0.5) for step in range(steps)]
        ends = [((s, y + height), (s + height, y)) for s in starts]
        codes = [Path.MOVETO, Path.LINETO] * steps
        path = Path([point for end in ends for point in end], codes)
        stripes = PathPatch(path, **self._look(None, colour, thickness), capstyle="projecting")
        inset = min(
            0.4, width / 2, height / 2
        )  # under the outline, so that no edge shows beside it
        box = Bbox(
            [(x + inset, y + height - inset), (x + width - inset, y + inset)]
        )  # turned over: y is downwards here
        self._add(stripes)
        stripes.set_clip_box(TransformedBbox(box, self._transform))
        self.outline(x, y, width, height, colour)

    def outline(
        self, x: float, y: float, width: float, height: float, colour: str, thickness: float = 0.9
    ) -> None:
        """An open rectangle whose line lies inside."""
        self.rectangle(
            x + thickness / 2,
            y + thickness / 2,
            max(width - thickness, 0),
            height - thickness,
            None,
            colour,
            thickness,
        )

    def bar(self, x: float, y: float, width: float, height: float, side: Side) -> None:
        """A bar as each side has it: hatched for the outside, else solid; soft for neither."""
        if width <= 0:
            return
        palette = self.palette
        if side is Side.OUTSIDE:
            self.hatch(x, y, width, height, palette.outside)
        else:
            fill = palette.soft if side is Side.NEITHER else palette.inside
            self.rectangle(x, y, width, height, fill)

    def _add(self, artist: Artist) -> None:
        artist.set_transform(self._transform)
        artist.set_zorder(len(self.figure.artists))
        self.figure.add_artist(artist)

    def _look(self, fill: str | None, edge: str | None, edge_width: float) -> dict[str, Any]:
        """Every property that a person's matplotlib settings could change, given outright."""
        return {
            "facecolor": fill or "none",
            "edgecolor": edge or "none",
            "linewidth": edge_width * self._zoom if edge else 0,
            "joinstyle": "miter",
            "antialiased": True,
        }


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
        steps = steps_of(path, transform)
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
        clips.append(steps_of(Path([*corners, corners[0]], closed=True), Affine2D()))
    path, transform = gc.get_clip_path()
    if path is not None:
        clips.append(steps_of(path, transform))
    return clips
