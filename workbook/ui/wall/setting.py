"""Sets words in lines: wrapped at a width, as large as there is room for, never clipped."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from workbook.ui.theme import SANS, SERIF

_LEADING = 1.18  # from line to line, of the size
_BALANCED = 3  # lines up to which they are made alike
_SPECK = 4.0  # pixels: nobody reads what is smaller, so nothing is tried below
_STEP = 0.94  # from one size to the next smaller one


def typeface(size: float, *, bold: bool = False, serif: bool = False, slant: bool = False) -> QFont:
    """The program's font of a size in pixels; bold is semibold."""
    font = QFont(SERIF if serif else SANS)
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setItalic(slant)
    return font


class Setting:
    """Words in lines at a width in pixels.

    With `most` lines at most: the last one then ends in "…", if there are more.
    """

    def __init__(self, words: str, font: QFont, width: float, most: int = 0) -> None:
        self.words, self.font = words, font
        self._leading = font.pixelSize() * _LEADING
        self._lines = list(_lines(words, font.toString(), width))
        self.cut = 0 < most < len(self._lines)
        if self.cut:
            rest = "".join(self._lines[most - 1 :])
            elided = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
            self._lines[most - 1 :] = [elided]
        self.height = len(self._lines) * self._leading

    @property
    def lines(self) -> Sequence[str]:
        """The lines as they are drawn."""
        return self._lines

    @property
    def size(self) -> int:
        """The size of the type in pixels."""
        return self.font.pixelSize()

    def draw(self, painter: QPainter, left: float, top: float, colour: QColor) -> None:
        """Draw the lines under each other."""
        painter.setFont(self.font)
        painter.setPen(colour)
        metrics = QFontMetricsF(self.font)
        above = (self._leading - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        for at, line in enumerate(self._lines):
            painter.drawText(QPointF(left, top + at * self._leading + above), line)


@lru_cache(4096)
def _lines(words: str, typeface: str, width: float) -> tuple[str, ...]:
    """The lines, each with the blank at its end; a word longer than a line is broken inside. They
    are kept: on the wall most words stay while a number in them changes.
    """
    font = QFont()
    font.fromString(typeface)
    return tuple(_broken(words, font, width))


def _broken(words: str, font: QFont, width: float) -> Iterator[str]:
    units = words.encode("utf-16-le")  # Qt counts in these
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        start, end = line.textStart(), line.textStart() + line.textLength()
        if end > start:
            yield units[2 * start : 2 * end].decode("utf-16-le")
    layout.endLayout()


def fitted(words: str, font: QFont, floor: float, width: float, space: float) -> Setting:
    """The words in the largest size up to the font's at which they fit into width × room, all in
    pixels, in lines of about the same length. At `floor` and still too long, they end in "…"; a
    word never breaks where a size down to the floor would keep it whole.
    """
    font, size, floor = QFont(font), float(font.pixelSize()), max(floor, _SPECK)
    widest = max(words.split(), key=QFontMetricsF(font).horizontalAdvance, default="")
    while True:
        font.setPixelSize(max(1, round(size)))
        found = Setting(words, QFont(font), width)
        whole = QFontMetricsF(font).horizontalAdvance(widest) <= width
        if found.height <= space and whole:
            return _balanced(found, width)
        if size <= floor:
            most = max(1, int(space / (font.pixelSize() * _LEADING)))
            return Setting(words, QFont(font), width, most)
        size = max(size * _STEP, floor)


def _balanced(found: Setting, width: float) -> Setting:
    """The same words in as many lines, none of them much shorter than the others."""
    count = len(found.lines)
    if not 1 < count <= _BALANCED:
        return found
    low, high = width / count, width
    for _ in range(6):
        middle = (low + high) / 2
        tried = Setting(found.words, found.font, middle)
        if len(tried.lines) > count or _breaks_words(tried):
            low = middle
        else:
            high, found = middle, tried
    return found


def _breaks_words(found: Setting) -> bool:
    return found.words.split() != [word for line in found.lines for word in line.split()]
