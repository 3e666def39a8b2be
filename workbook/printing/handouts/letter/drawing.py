"""Draws the return letter, with as much room to answer it as its last page has left."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbook.charts.palette import PRINT
from workbook.documents.blocks import Banner
from workbook.printing.forms.kit import fitted, holding_on
from workbook.printing.forms.leaf import Leaf, LeafWriter
from workbook.printing.forms.parts import Lines
from workbook.printing.handouts.letter.content import Labelled, Letter
from workbook.printing.pages.pdf import Job, Tick
from workbook.printing.pages.slices import Placed, Slice, after, fill
from workbook.printing.pages.style import Style
from workbook.printing.pages.writer import Drawn
from workbook.printing.type.fonts import Face
from workbook.printing.type.tags import Tag

_LETTER = Style(Face.SERIF, 11.75, 17.5, hyphens=True)
_STRONG = Style(Face.SERIF_SEMIBOLD, 11.75, 17.5)
_SOFT = Style(Face.SERIF, 11.75, 17.5, PRINT.soft, hyphens=True)
_LABEL = Style(Face.SANS_SEMIBOLD, 10, 14, PRINT.soft)
_FEWEST_LINES, _MOST_LINES = 3, 14  # to answer the letter on


def draw(made: Letter, job: Job) -> Drawn:
    """The letter on as many pages as its words need."""
    writer = LeafWriter(Leaf(made.title, made.kicker, made.footer, made.language), job)
    return writer.draw(_most_lines(_Letter(made, writer), writer, job.tick), made.at_foot)


def _most_lines(letter: "_Letter", writer: LeafWriter, tick: Tick) -> list[list[Placed]]:
    """The pages with as many lines to write on as they have room for."""
    words = letter.words(writer.root.add("Sect"))
    tag = writer.root.add("Sect")

    def pages(lines: int) -> list[list[Placed]]:
        tick()
        tag.content.clear()
        return _pages([*words, *letter.today(tag, lines)], writer)

    fewest = len(pages(_FEWEST_LINES))
    for lines in range(_MOST_LINES, _FEWEST_LINES, -1):
        found = pages(lines)
        if len(found) <= fewest:
            return found
    return pages(_FEWEST_LINES)


def _pages(slices: Sequence[Slice], writer: LeafWriter) -> list[list[Placed]]:
    return fill(fitted(slices, writer.height), lambda _page: writer.height)


class _Letter:
    """Sets the letter."""

    def __init__(self, made: Letter, writer: LeafWriter) -> None:
        self._made = made
        self._writer = writer

    def words(self, tag: Tag) -> list[Slice]:
        """What is read aloud."""
        words = [*self._beginning(tag), *self._body(tag)]
        words += self._text(self._made.end, _LETTER, tag, 18.0)
        return self._writer.bookmarked(words, self._made.kicker)

    def today(self, tag: Tag, lines: int) -> list[Slice]:
        """What is asked on the day that the letter is read, with lines to answer on."""
        part = replace(self._made.today, count=lines)
        found = self._writer.bookmarked(self._writer.setter.slices(part, tag), part.label)
        return after(found, 24.0)

    def _text(self, text: str, style: Style, tag: Tag, above: float = 9.0) -> list[Slice]:
        return after(self._writer.kit.text(text, style, tag), above)

    def _beginning(self, tag: Tag) -> Iterator[Slice]:
        made = self._made
        yield from self._text(made.day, _SOFT.at_right(), tag, 0.0)
        yield from holding_on(self._text(made.to, _STRONG, tag, 0.0))
        yield from self._text(made.when, _SOFT, tag, 0.0)
        yield from self._text(made.greeting, _LETTER, tag, 22.0)

    def _body(self, tag: Tag) -> Iterator[Slice]:
        writer = self._writer
        for part in self._made.body:
            match part:
                case Banner():
                    yield from writer.flow.slices([part], writer.kit.width, tag)
                case Labelled():
                    yield from holding_on(self._text(part.label, _LABEL, tag, 15.0))
                    yield from self._text(part.text, _LETTER, tag, 1.0)
                case Lines():
                    yield from writer.setter.slices(part, tag)
