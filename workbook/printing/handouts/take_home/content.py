"""What stands on the sheet to take home: what came out and was promised, what is one's own."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbook.catalogue import tr
from workbook.catalogue.consent import take_home_lead
from workbook.catalogue.dates import long_date
from workbook.catalogue.words import quoted, sentences
from workbook.documents.blocks import Banner, Block, Facts, Heading, Reading, Table, Text, Together
from workbook.documents.outcome import Outcome, outcome
from workbook.documents.wanted import Wanted
from workbook.printing.forms.parts import Headline, Lines, Note

_JOINT = " · "


@dataclass(frozen=True, slots=True)
class TakeHome:
    """What everybody takes home."""

    title: str  # of the file
    kicker: str
    footer: str
    language: str
    opening: Headline
    came_out: tuple[Block, ...]
    open: tuple[Lines, ...]  # what was left open
    mine: Headline  # over what each person writes in alone
    mine_asked: tuple[Lines, ...]  # the first one stands there alone where there is no more room
    home: Headline  # over the questions that there was no time for
    home_asked: tuple[Lines, ...]
    source: Note


def take_home(wanted: Wanted) -> TakeHome:
    """The sheet of a session.

    Raises:
        ValueError: where there is no session.
    """
    made = outcome(wanted.findings())
    lead = tr("There was no time for these. Take them with you, for yourself or for a talk.")
    return TakeHome(
        title=_JOINT.join(filter(None, (tr("Take-home sheet"), made.group))),
        kicker=tr("Take-home sheet · yours to keep"),
        footer=_JOINT.join(filter(None, (made.title, made.group, long_date(made.day)))),
        language=made.language,
        opening=Headline(made.group or made.title, _lead(made)),
        came_out=tuple(_came_out(made)),
        open=tuple(_open(made)),
        mine=Headline(tr("And I?"), tr("This is for you. Nobody collects it."), 2),
        mine_asked=(
            Lines(tr("One small thing I will do, and by when"), count=2),
            Lines(tr("What I see otherwise")),
            Lines(tr("Whom I will tell about today")),
        ),
        home=Headline(tr("For at home"), lead, 2),
        home_asked=tuple(Lines(each.question, each.framing, 3) for each in made.home),
        source=Note(made.source),
    )


def _lead(made: Outcome) -> str:
    day = long_date(made.day)
    if made.bare:
        return tr("No statement was written on {date}. Here is room for one.").format(date=day)
    if made.standing.consent is None:
        return tr("What I wrote on {date}, and what happens next.").format(date=day)
    return take_home_lead(made.standing.consent, day)


def _came_out(made: Outcome) -> Iterator[Block]:
    if made.sentence:
        yield Banner(made.sentence, made.standing.kept, made.side)
    if made.statement:
        yield Heading(made.statement_prompt, 2)
        yield Text(made.statement)
    yield from _standing(made)
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
    if made.to_ask:
        yield Heading(tr("A question that is still open"), 2)
        yield Reading(made.to_ask.lead, made.to_ask.reason)
    if made.again or made.again_words:
        again = long_date(made.again) if made.again else made.again_words
        yield Facts(((tr("We look at this again"), again),))


def _standing(made: Outcome) -> Iterator[Block]:
    """What the words are: what stands for them or against them, and why a group goes on."""
    told = made.standing
    if told.consent is None or not (made.worded or told.consent.last):
        return
    kept = "" if made.sentence or not made.worded else told.kept
    yield Reading(sentences(kept, told.says), sentences(told.why, made.votes))
    if told.go_on:
        yield Text(told.go_on)


def _sentence(sentence: str, otherwise: str) -> str:
    """A step's sentence, and under it what was said otherwise."""
    kept = tr("Said otherwise: {words}").format(words=quoted(otherwise)) if otherwise else ""
    return "\n".join(filter(None, (sentence, kept)))


def _open(made: Outcome) -> Iterator[Lines]:
    """Lines for what was left open: all of it, or the day to look again."""
    if made.bare:
        yield Lines(made.statement_prompt or tr("Our words"), count=4)
    if not (made.again or made.again_words):
        yield Lines(tr("When we look at this again"), count=1)
