"""What a reader sees of a figure: its words with the places they take, its colours, its pixels."""

from dataclasses import dataclass

import numpy as np
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Patch, PathPatch, Rectangle
from matplotlib.path import Path
from numpy.typing import NDArray

from workbook.charts.drawing import Words
from workbook.charts.parts.boxes import Box


@dataclass(frozen=True)
class Shown:
    """A line of text, its colour, and the box its letters take, in points, y downwards."""

    text: str
    colour: str
    box: Box


def words(figure: Figure) -> list[Shown]:
    """Every line of text as Agg measures it, at 4 pixels a point."""
    renderer = RendererAgg(10, 10, 72 * 4)
    height = figure.get_size_inches()[1] * 72
    shown = []
    with rc_context({"text.hinting": "none"}):
        for artist in figure.artists:
            if not isinstance(artist, Words):
                continue
            x, y = artist.get_transform().transform(artist.start)
            wide, high, below = (
                size / 4
                for size in renderer.get_text_width_height_descent(artist.text, artist.props, False)
            )
            if artist.angle:  # upwards
                box = Box(x - (high - below), height - y - wide, x + below, height - y)
            else:
                box = Box(x, height - y - (high - below), x + wide, height - y + below)
            shown.append(Shown(artist.text, to_hex(artist.colour), box))
    return shown


def texts(figure: Figure) -> list[str]:
    """The words alone."""
    return [shown.text for shown in words(figure)]


def clashes(figure: Figure, slack: float = 0.7) -> list[str]:
    """Words that touch each other or leave the figure, by more than a hair."""
    width, height = (inches * 72 for inches in figure.get_size_inches())
    whole = Box(-slack, -slack, width + slack, height + slack)
    shown = words(figure)
    found = [f"{one.text!r} leaves the figure" for one in shown if not one.box.within(whole)]
    for at, one in enumerate(shown):
        inner = Box(
            one.box.left + slack, one.box.top + slack, one.box.right - slack, one.box.bottom - slack
        )
        found += [
            f"{one.text!r} touches {two.text!r}"
            for two in shown[at + 1 :]
            if inner.overlaps(two.box)
        ]
    return found


def bars(figure: Figure, colour: str, *, filled: bool = True) -> list[Box]:
    """Rectangles filled with a colour, or open ones with such an edge, as they were drawn; in the
    drawing's points, which are the figure's unless it is drawn smaller.
    """
    found = []
    for artist in figure.artists:
        if isinstance(artist, Rectangle):
            edge, face = artist.get_edgecolor(), artist.get_facecolor()
            if filled and face[3] and to_hex(face) == colour:
                inset = 0.0
            elif not filled and edge[3] and artist.get_linewidth() and to_hex(edge) == colour:
                inset = artist.get_linewidth() / 2
            else:
                continue
            left, top = artist.get_x() - inset, artist.get_y() - inset
            right = left + artist.get_width() + 2 * inset
            found.append(Box(left, top, right, top + artist.get_height() + 2 * inset))
    return found


def strokes(figure: Figure, colour: str, width: float) -> list[list[tuple[float, float]]]:
    """The points of lines of a colour and width, as they were drawn."""
    return [
        [(float(x), float(y)) for x, y in artist.get_path().vertices]
        for artist in figure.artists
        if isinstance(artist, PathPatch)
        and not artist.get_facecolor()[3]
        and to_hex(artist.get_edgecolor()) == colour
        and abs(artist.get_linewidth() - width) < 0.01
    ]


def discs(figure: Figure, colour: str) -> list[Box]:
    """The boxes of the discs of a colour that were drawn together, as they were drawn."""
    found = []
    for artist in figure.artists:
        if isinstance(artist, PathPatch) and artist.get_facecolor()[3]:
            path = artist.get_path()
            if to_hex(artist.get_facecolor()) == colour and Path.CURVE4 in path.codes:
                starts = [at for at, code in enumerate(path.codes) if code == Path.MOVETO]
                for start, end in zip(starts, [*starts[1:], len(path.codes)], strict=True):
                    xs, ys = zip(*path.vertices[start : end - 1], strict=True)
                    found.append(Box(min(xs), min(ys), max(xs), max(ys)))
    return found


def colours(figure: Figure) -> set[str]:
    """Every colour in the figure."""
    used = {shown.colour for shown in words(figure)}
    for artist in figure.artists:
        if isinstance(artist, Patch):
            if artist.get_facecolor()[3]:
                used.add(to_hex(artist.get_facecolor()))
            if artist.get_edgecolor()[3] and artist.get_linewidth():
                used.add(to_hex(artist.get_edgecolor()))
    return used


def grey(figure: Figure, scale: int = 4) -> NDArray[np.float64]:
    """The figure on white as a copier sees it: greys from 0 to 1, `scale` pixels a point."""
    figure.set_dpi(72 * scale)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    pixels = np.asarray(canvas.buffer_rgba()) / 255
    figure.set_dpi(72)
    luma = pixels[..., :3] @ np.array([0.299, 0.587, 0.114])
    return luma * pixels[..., 3] + (1 - pixels[..., 3])


def is_striped(area: NDArray[np.float64]) -> bool:
    """Whether an area changes between light and dark rather than being of one tone."""
    return float(area.max() - area.min()) > 0.3
