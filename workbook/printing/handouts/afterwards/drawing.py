"""Draws what is read after a workshop: the return letter, and the sheet to take home."""

from collections.abc import Iterator, Sequence
from datetime import date

from workbook.catalogue import ntr, tr
from workbook.catalogue.dates import long_date
from workbook.catalogue.words import capitalised, quoted, sentences
from workbook.charts.palette import PRINT
from workbook.documents.blocks import Banner, Block, Facts, Heading, Reading, Table, Text, Together
from workbook.documents.outcome import Outcome, Promise
from workbook.printing.forms.kit import fitted, holding_on
from workbook.printing.forms.leaf import Leaf, LeafWriter
from workbook.printing.forms.parts import Headline, Lines, Note, Part
from workbook.printing.pages.pdf import Report, Tick
from workbook.printing.pages.slices import Hold, Placed, Slice, after, fill, held, nearer
from workbook.printing.pages.style import Style
from workbook.printing.pages.writer import Drawn
from workbook.printing.type.fonts import Face
from workbook.printing.type.tags import Tag

_LETTER = Style(Face.SERIF, 11.75, 17.5, hyphens=True)
_STRONG = Style(Face.SERIF_SEMIBOLD, 11.75, 17.5)
_SOFT = Style(Face.SERIF, 11.75, 17.5, PRINT.soft, hyphens=True)
_LABEL = Style(Face.SANS_SEMIBOLD, 10, 14, PRINT.soft)
_FEWEST_LINES, _MOST_LINES = 3, 14  # to answer the letter on
_MOST_MINE = 6  # lines under each question for whoever takes it home
# The room between the parts of the take-home sheet, of the usual: the first that needs the fewest
# pages.
_ROOMS = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52)
_JOINT = " · "


def draw_letter(
    made: Outcome, on: date, size: tuple[float, float], report: Report, tick: Tick
) -> Drawn:
    """The letter that a group reads to itself on a day, on paper of a size in points. `report`
    hears of finished pages, `tick` is called often and may raise to stop.
    """
    # Translators: on the return letter, with the day on which it is read.
    when = tr("To be read on {date}").format(date=long_date(on))
    leaf = Leaf(
        _JOINT.join(filter(None, (tr("Return letter"), made.group, when))),
        tr("Return letter"),
        _JOINT.join(filter(None, (made.title, made.group))),
        made.language,
    )
    writer = LeafWriter(leaf, size, made.created, report, tick)
    letter = _Letter(made, on, when, writer)
    return writer.draw(_most_lines(letter, writer, tick), when)


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

    def __init__(self, made: Outcome, on: date, when: str, writer: LeafWriter) -> None:
        self._made = made
        self._on = on
        self._when = when
        self._writer = writer

    def words(self, tag: Tag) -> list[Slice]:
        """What is read aloud."""
        parts = (self._beginning, self._words, self._promise, self._end)
        words = [each for part in parts for each in part(tag)]
        return self._writer.bookmarked(words, tr("Return letter"))

    def _text(self, text: str, style: Style, tag: Tag, above: float = 9.0) -> list[Slice]:
        return after(self._writer.kit.text(text, style, tag), above)

    def _beginning(self, tag: Tag) -> Iterator[Slice]:
        made = self._made
        yield from self._text(long_date(made.day), _SOFT.at_right(), tag, 0.0)
        yield from holding_on(self._text(made.group or tr("To ourselves"), _STRONG, tag, 0.0))
        days = (self._on - made.day).days
        ahead = ntr("in {n} day", "in {n} days", days).format(n=days) if days > 0 else ""
        # Translators: the day on which a letter is read, and how far ahead that is.
        when = tr("{when}, {ahead}").format(when=self._when, ahead=ahead) if ahead else self._when
        yield from self._text(when, _SOFT, tag, 0.0)
        yield from self._text(self._greeting(), _LETTER, tag, 22.0)

    def _greeting(self) -> str:
        made, day = self._made, long_date(self._made.day)
        if made.alone:
            begun = tr("On {date} I sat down and asked what this group is for.").format(date=day)
            left = tr("These are the words I was left with. Read them before anything else.")
            if not made.worded:
                left = tr("The words I was left with stand below, by hand. Read them first.")
            return sentences(begun, left)
        begun = tr("On {date} we sat together and asked what we are for.").format(date=day)
        if made.people:
            begun = ntr(
                "On {date}, {n} of us sat down and asked what we are for.",
                "On {date}, {n} of us sat together and asked what we are for.",
                made.people,
            ).format(date=day, n=made.people)
        left = tr(
            "These are the words we left with. Read them aloud, before anything else is said."
        )
        if not made.worded:
            left = tr("The words we left with stand below, by hand. Read them aloud, first of all.")
        return sentences(begun, left)

    def _words(self, tag: Tag) -> Iterator[Slice]:
        """The sentence, the statement, and what was said otherwise."""
        made, writer = self._made, self._writer
        if made.sentence:
            yield from writer.flow.slices(
                [Banner(made.sentence, made.about, made.side)], writer.kit.width, tag
            )
        if made.statement:
            yield from self._labelled(made.statement_prompt, made.statement, tag)
        if not made.worded:
            yield from writer.setter.slices(_by_hand(made), tag)
        if made.dissent:
            yield from self._labelled(made.dissent_prompt, quoted(made.dissent), tag)

    def _promise(self, tag: Tag) -> Iterator[Slice]:
        """The first promise, or lines to write one by hand."""
        label = tr("One promise")
        promise = next((each for each in self._made.promises if each.what), None)
        if promise is not None:
            yield from self._labelled(label, _promised(promise), tag)
        else:
            by_hand = tr("Write it by hand before you fold this: what, who and by when.")
            yield from self._writer.setter.slices(Lines(label, by_hand, 2), tag)

    def _labelled(self, label: str, text: str, tag: Tag) -> Iterator[Slice]:
        yield from holding_on(self._text(label, _LABEL, tag, 15.0))
        yield from self._text(text, _LETTER, tag, 1.0)

    def _end(self, tag: Tag) -> Iterator[Slice]:
        words = tr("Until then.") if self._made.alone else tr("Until then,\nall of us")
        yield from self._text(words, _LETTER, tag, 18.0)

    def today(self, tag: Tag, lines: int) -> list[Slice]:
        """What is asked on the day that the letter is read, with lines to answer on."""
        asked = sentences(
            tr("Is it still true? Where did it hold on a bad day, and where not?"),
            tr("What would I write today?")
            if self._made.alone
            else tr("What would we write today?"),
        )
        part = Lines(tr("And now?"), asked, lines)
        found = self._writer.bookmarked(self._writer.setter.slices(part, tag), part.label)
        return after(found, 24.0)


def _by_hand(made: Outcome) -> Lines:
    """Room for the words that nobody has typed."""
    return Lines(made.statement_prompt or tr("Our words"), count=4)


def _promised(promise: Promise) -> str:
    """A promise as it is read out: what, then who and by when."""
    what = promise.what if promise.what.endswith((".", "!", "?", "…")) else f"{promise.what}."
    after_it = ", ".join(filter(None, (promise.who, promise.when)))
    return sentences(what, f"{capitalised(after_it)}." if after_it else "")


# ------------------------------------------------------------------------------ the take-home sheet


def draw_take_home(
    made: Outcome, size: tuple[float, float], report: Report, tick: Tick
) -> Drawn:  # fmt: skip
    """What everybody takes home, on paper of a size in points. `report` hears of finished pages,
    `tick` is called often and may raise to stop.
    """
    day = long_date(made.day)
    leaf = Leaf(
        _JOINT.join(filter(None, (tr("Take-home sheet"), made.group))),
        tr("Take-home sheet · yours to keep"),
        _JOINT.join(filter(None, (made.title, made.group, day))),
        made.language,
    )
    writer = LeafWriter(leaf, size, made.created, report, tick)
    return writer.draw(_sheet(made, writer, tick))


def _sheet(made: Outcome, writer: LeafWriter, tick: Tick) -> list[list[Placed]]:
    """As few pages as the parts let it be, drawn nearer together where that saves one. What room
    there is left goes to who takes it home.
    """
    told = _told(made, writer, writer.root.add("Sect"))
    tag = writer.root.add("Sect")

    def pages(room: float, mine: int = 0) -> list[list[Placed]]:
        tick()
        tag.content.clear()
        return _pages(nearer([*told, *_asked(made, writer, tag, mine)], room), writer)

    sides = [len(pages(room)) for room in _ROOMS]
    fewest = min(sides)
    if not made.home:
        for mine in range(_MOST_MINE, 1, -1):
            found = pages(_ROOMS[0], mine)
            if len(found) <= fewest:
                return found
    return pages(_ROOMS[sides.index(fewest)])


def _told(made: Outcome, writer: LeafWriter, tag: Tag) -> list[Slice]:
    """What was decided and promised."""
    found = writer.setter.slices(Headline(made.group or made.title, _lead(made)), tag)
    return found + writer.flow.slices(list(_decided(made)), writer.kit.width, tag)


def _asked(made: Outcome, writer: LeafWriter, tag: Tag, mine: int) -> list[Slice]:
    """What is written in at home, with so many lines under each question for oneself; 0 asks for
    one small thing alone.
    """
    setter = writer.setter
    found = [each for part in (*_open(made), *_mine(mine)) for each in setter.slices(part, tag)]
    return [*found, *_home(made, writer, tag), *setter.slices(Note(made.source), tag)]


def _lead(made: Outcome) -> str:
    day = long_date(made.day)
    if made.bare:
        return tr("Nothing was written down on {date}. Here is room for it.").format(date=day)
    if made.alone:
        return tr("What I wrote on {date}, and what happens next.").format(date=day)
    return tr("What we decided on {date}, and what happens next.").format(date=day)


def _decided(made: Outcome) -> Iterator[Block]:
    if made.sentence:
        yield Banner(made.sentence, made.about, made.side)
    if made.statement:
        yield Heading(made.statement_prompt, 2)
        yield Text(made.statement)
    if made.consent:
        yield Reading(made.consent.lead, made.consent.reason)
    if made.dissent:
        yield Together((Text(made.dissent_prompt, "label"), Text(quoted(made.dissent))))
    if made.said:
        yield Heading(tr("Step by step"), 2)
        yield Table((), tuple((each.step, _sentence(each.sentence, each.otherwise))
                              for each in made.said), (2, 5))  # fmt: skip
    if made.promises:
        yield Heading(tr("What we will do"), 2)
        rows = tuple((each.what, each.who, each.when) for each in made.promises)
        yield Table((tr("What"), tr("Who"), tr("By when")), rows, (5, 2, 2))
    if made.again or made.again_words:
        again = long_date(made.again) if made.again else made.again_words
        yield Facts(((tr("We look at this again"), again),))


def _sentence(sentence: str, otherwise: str) -> str:
    """A step's sentence, and under it what was said otherwise."""
    kept = tr("Said otherwise: {words}").format(words=quoted(otherwise)) if otherwise else ""
    return "\n".join(filter(None, (sentence, kept)))


def _open(made: Outcome) -> Iterator[Part]:
    """Lines for what was left open: all of it, or the day to look again."""
    if made.bare:
        yield _by_hand(made)
    if not (made.again or made.again_words):
        yield Lines(tr("When we look at this again"), count=1)


def _mine(lines: int) -> Iterator[Part]:
    """What each person writes in alone."""
    small = tr("One small thing I will do, and by when")
    if not lines:
        yield Lines(small, count=2)
        return
    yield Headline(tr("And I?"), tr("This is for you. Nobody collects it."), 2)
    yield Lines(small, count=lines)
    yield Lines(tr("What I see otherwise"), count=lines)
    yield Lines(tr("Whom I will tell about today"), count=lines)


def _home(made: Outcome, writer: LeafWriter, tag: Tag) -> list[Slice]:
    """The questions that were left for at home, with room to think on paper."""
    if not made.home:
        return []
    setter = writer.setter
    lead = tr("There was no time for these. Take them with you, alone or with somebody.")
    found = setter.slices(Headline(tr("For at home"), lead, 2), tag)
    for each in made.home:
        found += held(setter.slices(Lines(each.question, each.framing, 3), tag), Hold.SOFT)
    return found
