"""Where everything stands on the wall: sizes are shares of its height, so that what is
legible from eight metres on one projector is so on every other.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from workbook.catalogue.asking import Asked
from workbook.catalogue.words import quoted
from workbook.charts.sizes import least_height
from workbook.documents.wall import Picture, WallContent
from workbook.ui.wall.setting import Setting, fitted, typeface


class TextSize(StrEnum):
    """How large the room reads."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"
    LARGER = "larger"


FACTORS = {
    TextSize.SMALL: 0.85,
    TextSize.NORMAL: 1.0,
    TextSize.LARGE: 1.2,
    TextSize.LARGER: 1.45,
}

# Shares of the height; sizes at the usual size of text.
_SIDE, _TOP, _FOOT, _GAP = 0.09, 0.07, 0.06, 0.016  # margins, and between things
_KICKER, _CLOCK, _LEAST_CLOCK = 0.0275, 0.0425, 0.0375
_HEADLINE, _LEAST_HEADLINE, _HEADLINE_ROOM = 0.07, 0.05, 0.34
_LINE, _INVITE, _CAPTION, _REASON = 0.029, 0.033, 0.0285, 0.0255
_SENTENCE, _SENTENCE_SPACE = 0.041, 0.26
_ALONE = 1.4  # how much larger words are where no picture needs the room
_ASKED = (1.7, 0.85)  # of what is asked: how large, and then how much smaller, of a line
_LEAD, _WHY = 0.05, 0.034  # of a picture that is only words
_LEAST = 0.025  # of everything that has no least size of its own
_TIGHT = 0.6  # of margins and gaps where nothing else helps
_MIDDLE = 0.3  # what a picture gets at least
# Tried in turn, each part down to its least.
_SMALLER = (1.0, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.55, 0.5)

_LABEL = 11.0  # pixels of a chart's smallest type at zoom 1, which is 8.25 points
_POINTS = 0.75  # of a pixel at zoom 1
_NARROW = 0.75  # of the width: where a screen is higher than wide, shares are shares of this

_Line = tuple[Setting, str, float]  # words, their colour, and the pixels after them


@dataclass(frozen=True, slots=True)
class Placed:
    """Words at their place, in a colour of the tokens."""

    setting: Setting
    left: float
    top: float
    colour: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything at its place, in pixels."""

    words: tuple[Placed, ...]
    chart: QRectF  # empty where there is none
    zoom: float  # of the chart
    clock: QRectF  # the countdown's place: its digits end at the right
    clock_font: QFont


def arrange(value: WallContent, size: QSizeF, text: TextSize) -> Layout:
    """Give everything its place: as large as the room's size of text asks for, then smaller and
    smaller until the picture has the height that its labels need.
    """
    factor = FACTORS[text]
    tried = _Sheet(value, size, factor)
    for smaller in _SMALLER[1:]:
        if tried.has_space:
            return tried.layout()
        tried = _Sheet(value, size, factor * smaller)
    if not tried.has_space:
        tried = _Sheet(value, size, factor * _SMALLER[-1], tight=True)
    return tried.layout()


class _Sheet:
    """One way to set everything, from the top down and the sentence at the foot. A tight one has
    thin margins and leaves the picture's figures to its chart.
    """

    def __init__(
        self, value: WallContent, size: QSizeF, factor: float, *, tight: bool = False
    ) -> None:
        self._value, self._factor, self._tight = value, factor, tight
        air = _TIGHT if tight else 1.0
        self._unit = min(size.height(), size.width() * _NARROW)
        self._left = _SIDE * self._unit
        self._width = size.width() - 2 * self._left
        self._words: list[Placed] = []
        self._gap = _GAP * air * self._unit
        self._y = _TOP * air * self._unit
        self._foot = size.height() - _FOOT * air * self._unit
        self._alone = value.picture is None and not value.asked
        self._clock_font = typeface(self._px(_CLOCK, _LEAST_CLOCK), bold=True, serif=True)
        self._head()
        self._sentence()
        if value.picture is not None:
            self._caption(value.picture)
        self._asked()
        self._zoom = self._px(_LEAST * 1.06, _LEAST) / _LABEL
        self._chart = QRectF(
            self._left, self._y, self._width, max(self._foot - self._y - self._gap, 0)
        )

    @property
    def has_space(self) -> bool:
        """Whether the picture's labels are as large as they should be."""
        picture = self._value.picture
        if picture is None or picture.chart is None:
            return self._chart.height() > 0
        width = self._width / self._zoom * _POINTS
        needed = least_height(picture.chart, width) / _POINTS * self._zoom
        return self._chart.height() >= max(needed, _MIDDLE * self._unit)

    def layout(self) -> Layout:
        """The places found."""
        picture = self._value.picture
        shown = picture is not None and picture.chart is not None
        return Layout(
            tuple(self._words),
            self._chart if shown else QRectF(),
            self._zoom,
            self._clock,
            self._clock_font,
        )

    def _px(self, share: float, least: float = _LEAST) -> float:
        """A size in pixels, as large as the text is wanted and never below its least."""
        return max(share * self._factor, least) * self._unit

    def _head(self) -> None:
        value = self._value
        clock = QFontMetricsF(self._clock_font)
        wide = clock.horizontalAdvance("+00:00:00") if value.countdown else 0
        high = self._clock_font.pixelSize() * 1.4
        kicker = typeface(self._px(_KICKER))
        middle = self._y + kicker.pixelSize() * 0.6
        self._clock = QRectF(self._left + self._width - wide, middle - high / 2, wide, high)
        # Translators: above the question on the audience screen: "River Street Makers · 3 of 7".
        where = " · ".join(part for part in (value.group, value.place) if part)
        self._line(where, kicker, "soft", width=self._width - wide - self._gap, most=1)
        self._y += (2.2 if self._alone else 1.4) * self._gap
        font = typeface(self._px(_HEADLINE, _LEAST_HEADLINE), bold=True, serif=True)
        self._flow(value.headline, font, "ink", _HEADLINE_ROOM, _LEAST_HEADLINE)
        larger = _ALONE if self._alone else 1.0
        self._y += (1.2 if self._alone else 0.2) * self._gap
        self._flow(value.line, typeface(self._px(_LINE * larger)), "soft")
        self._flow(value.invite, typeface(self._px(_INVITE * larger), bold=True), "ink")

    def _caption(self, picture: Picture) -> None:
        if picture.chart is None:
            self._y += 2 * self._gap
            self._flow(picture.title, typeface(self._px(_WHY), bold=True), "soft")
            lead = typeface(self._px(_LEAD), bold=True, serif=True)
            self._flow(picture.lead, lead, "ink", _HEADLINE_ROOM)
            self._flow(picture.reason, typeface(self._px(_WHY)), "soft", _HEADLINE_ROOM)
            return
        title, lead = typeface(self._px(_CAPTION), bold=True), typeface(self._px(_CAPTION))
        self._y += 0.6 * self._gap
        beside = QFontMetricsF(title).horizontalAdvance(picture.title) + 1.2 * self._gap
        needed = QFontMetricsF(lead).horizontalAdvance(picture.lead)
        if picture.title and beside + needed <= self._width:
            self._place(Setting(picture.title, title, self._width), self._left, "ink")
            self._place(Setting(picture.lead, lead, needed + 1), self._left + beside, "soft")
            self._y += lead.pixelSize() * 1.3
        else:
            self._flow(picture.title, title, "ink")
            self._flow(picture.lead, lead, "soft")
        if not self._tight:
            self._line(picture.reason, typeface(self._px(_REASON)), "soft", most=3)
        self._y += self._gap

    def _sentence(self) -> None:
        """What is said at the foot takes its room from below."""
        if not self._value.sentence.strip():
            return
        larger = _ALONE if self._alone else 1.0
        font = typeface(self._px(_SENTENCE * larger), serif=True, slant=True)
        space = self._foot - self._y - self._gap if self._alone else _SENTENCE_SPACE * self._unit
        paragraphs = (" ".join(each.split()) for each in self._value.sentence.split("\n\n"))
        words = " ".join(quoted(each) for each in paragraphs if each)
        found = fitted(words, font, _LEAST * self._unit, self._width, space)
        foot = self._foot
        if self._value.standing:
            what = fitted(
                self._value.standing, typeface(self._px(_REASON)), _LEAST * self._unit,
                self._width, space,
            )  # fmt: skip
            foot -= what.height
            self._words.append(Placed(what, self._left, foot, "soft"))
        top = foot - found.height
        self._words.append(Placed(found, self._left, top, "ink"))
        self._foot = top - 0.5 * self._gap

    def _asked(self) -> None:
        """What the room answers: all of it, as large as it can be."""
        if not self._value.asked:
            return
        self._y += self._gap
        space = self._foot - self._y - self._gap
        shares = (_LINE * each * smaller for each in _ASKED for smaller in _SMALLER)
        sizes = tuple(self._px(share, 0) for share in shares)
        for words, colour, after in _largest(self._value.asked, sizes, self._width, space):
            self._place(words, self._left, colour)
            self._y += words.height + after

    def _flow(
        self, words: str, font: QFont, colour: str, space: float = 0.2, least: float = _LEAST
    ) -> None:
        """Set a paragraph, smaller where it needs more than its share of the height."""
        if words:
            floor, high = least * self._unit, space * self._unit
            found = fitted(words, font, floor, self._width, high)
            if found.cut:  # better small than not all of it
                found = fitted(words, font, floor / 2, self._width, high)
            self._place(found, self._left, colour)
            self._y += found.height + 0.5 * self._gap

    def _line(self, words: str, font: QFont, colour: str, *, width: float = 0.0, most: int) -> None:
        """Set at most so many lines."""
        if words:
            found = Setting(words, font, width or self._width, most)
            self._place(found, self._left, colour)
            self._y += found.height

    def _place(self, found: Setting, left: float, colour: str) -> None:
        self._words.append(Placed(found, left, self._y, colour))


@lru_cache(8)
def _largest(
    asked: tuple[Asked, ...], sizes: Sequence[float], width: float, space: float
) -> Sequence[_Line]:
    """What is asked in the first of the sizes that fits into the room, else in the last. It stays
    while ballots come in, so it is kept; sizes are halved, because to try each takes too long.
    """

    def fits(size: float) -> bool:
        return sum(words.height + after for words, _, after in _lines(asked, size, width)) <= space

    return _lines(asked, sizes[bisect_left(sizes[:-1], True, key=fits)], width)


def _lines(asked: tuple[Asked, ...], size: float, width: float) -> Sequence[_Line]:
    """Every line of what is asked at a size."""
    question, answers = typeface(size), typeface(size, bold=True)
    found: list[_Line] = []
    for each in asked:
        parts = [(each.question, question, "ink"), (each.answers, answers, "soft")]
        lines = [(words, font, colour) for words, font, colour in parts if words]
        for at, (words, font, colour) in enumerate(lines, 1):
            after = 0.45 * size if at == len(lines) else 0.0
            found.append((Setting(words, font, width), colour, after))
    return found
