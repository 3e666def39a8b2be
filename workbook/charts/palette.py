"""The colours a chart is drawn in, taken from a theme's tokens; knows nothing of matplotlib."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from workbook.model.guide import Side

_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as "#rrggbb". What each is for stands in the themes' tokens."""

    paper: str
    surface: str
    line: str
    edge: str
    ink: str
    soft: str
    faint: str
    inside: str
    outside: str
    inside_tint: str
    outside_tint: str

    def side(self, side: Side) -> str:
        """The colour of a side of the contrast, ink for neither."""
        return {Side.INSIDE: self.inside, Side.OUTSIDE: self.outside}.get(side, self.ink)

    def tint(self, side: Side) -> str:
        """The pale ground of a side, the line colour for neither."""
        return {Side.INSIDE: self.inside_tint, Side.OUTSIDE: self.outside_tint}.get(side, self.line)

    def track(self, side: Side) -> str:
        """The line of a scale, on which marks stand out: its side's colour, mostly surface."""
        return _mixed(self.side(side), self.surface, 0.28)

    @property
    def past(self) -> str:
        """Marks of the round before: a fainter ink, still seen from afar."""
        return _mixed(self.ink, self.surface, 0.58)


def _mixed(colour: str, ground: str, share: float) -> str:
    """A colour laid over a ground, covering this share of it."""
    parts = zip(bytes.fromhex(colour[1:]), bytes.fromhex(ground[1:]), strict=True)
    return "#" + "".join(f"{round(c * share + g * (1 - share)):02x}" for c, g in parts)


def palette_from(tokens: Mapping[str, str]) -> Palette:
    """The palette of a theme's tokens, each a colour as "rrggbb" or "#rrggbb".

    Tokens that charts have no use for are left aside.

    Raises:
        ValueError: where a colour is missing or is none; the message names it.
    """
    colours = {}
    for name in (field.name for field in fields(Palette)):
        found = _COLOUR.fullmatch(tokens.get(name, ""))
        if found is None:
            raise ValueError(f'the theme needs "{name}" as a colour of six hexadecimal digits')
        colours[name] = f"#{found[1].lower()}"
    return Palette(**colours)


# The light tokens on white paper. They are written out because a PDF must look the same whatever
# themes a person has made; a test compares them with the light theme.
PRINT = Palette(
    paper="#ffffff",
    surface="#ffffff",
    line="#e4dfd5",
    edge="#8a8577",
    ink="#1f2933",
    soft="#52606d",
    faint="#5f6773",
    inside="#0f6b6b",
    outside="#a84b14",
    inside_tint="#e3f0ef",
    outside_tint="#faeadf",
)
