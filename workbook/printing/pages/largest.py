"""Finds the largest type in which a text fits its room, and lines of about the same length."""

from collections.abc import Sequence
from dataclasses import replace

from workbook.printing.pages.paragraphs import StyledLine, styled_lines
from workbook.printing.pages.style import Style
from workbook.printing.type.breaking import units
from workbook.printing.type.characters import clean
from workbook.printing.type.fonts import Fonts

_STEP = 0.5  # points between two sizes
_NARROWER = 0.5  # of a line's width, at most, to make lines alike
_ROUNDS = 7  # of halving that
_LONGEST = 40  # letters of a word


def sized(style: Style, size: float) -> Style:
    """The style at another size in points, its leading with it."""
    return replace(style, size=size, leading=style.leading * size / style.size)


def largest(
    fonts: Fonts, text: str, style: Style, least: float, width: float, height: float
) -> list[StyledLine]:
    """The text in the largest type from `least` points to the style's own size that stands in the
    room without parting a word; in the least where it does not stand in it. All in points.
    """
    count = max(0, int((style.size - least) / _STEP))
    widest = widest_word(fonts, text, style)
    low, high = 0, count  # sizes are least + n steps; the lowest is always taken
    while low < high:
        middle = (low + high + 1) // 2
        size = least + middle * _STEP
        fits = widest * size <= width
        if fits and height_of(styled_lines(fonts, text, sized(style, size), width)) <= height:
            low = middle
        else:
            high = middle - 1
    return styled_lines(fonts, text, sized(style, least + low * _STEP), width)


def balanced(fonts: Fonts, text: str, style: Style, width: float) -> list[StyledLine]:
    """The text in as few lines as the width needs, none of them much longer than the others."""
    found = styled_lines(fonts, text, style, width)
    least = max(width * _NARROWER, widest_word(fonts, text, style) * style.size)
    low, high = min(least, width), width
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        tried = styled_lines(fonts, text, style, middle)
        if len(tried) <= len(found):
            found, high = tried, middle
        else:
            low = middle
    return found


def height_of(lines: Sequence[StyledLine]) -> float:
    """How high lines stand, in points."""
    return sum(row.height for row in lines)


def widest_word(fonts: Fonts, text: str, style: Style) -> float:
    """The widest piece of a text that stays whole, in em. Longer than any word is what has no
    spaces, an address or a line of Thai: that may part.
    """
    pieces = (unit for line in clean(text).split("\n") for unit in units(line))
    words = (unit for unit in pieces if len(unit) <= _LONGEST)
    return max((fonts.width(word, style.face, 1.0) for word in words), default=0.0)
