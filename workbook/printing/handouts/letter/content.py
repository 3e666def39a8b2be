"""What stands in the return letter: what was said and promised, and what is asked on that day."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbook.catalogue import ntr, tr
from workbook.catalogue.consent import letter_end, letter_lead
from workbook.catalogue.dates import long_date
from workbook.catalogue.words import capitalised, quoted, sentences
from workbook.documents.blocks import Banner
from workbook.documents.outcome import Outcome, Promise, outcome
from workbook.documents.wanted import Wanted
from workbook.printing.forms.parts import Lines

_JOINT = " · "


@dataclass(frozen=True, slots=True)
class Labelled:
    """Words, and above them what they are."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in the order in which it is read. What is not written yet has lines to be written on
    by hand.
    """

    title: str  # of the file
    kicker: str
    footer: str
    at_foot: str  # when it is read, on every page
    language: str
    day: str  # on which it was written
    to: str
    when: str  # it is read, and how far ahead that is
    greeting: str
    body: tuple[Banner | Labelled | Lines, ...]
    end: str
    today: Lines  # what is asked when it is read; with as many lines as there is paper left


def letter(wanted: Wanted) -> Letter:
    """The letter that a group reads to itself on the day that is wanted; without one on the day
    that was set to look again, or 90 days after the session.

    Raises:
        ValueError: where there is no session.
    """
    made = outcome(wanted.findings())
    consent, on = made.standing.consent, made.due(wanted.day)
    # Translators: on the return letter, with the day on which it is read.
    when = tr("To be read on {date}").format(date=long_date(on))
    return Letter(
        title=_JOINT.join(filter(None, (tr("Return letter"), made.group, when))),
        kicker=tr("Return letter"),
        footer=_JOINT.join(filter(None, (made.title, made.group))),
        at_foot=when,
        language=made.language,
        day=long_date(made.day),
        to=made.group or tr("To ourselves"),
        when=_ahead(when, (on - made.day).days),
        greeting=_greeting(made),
        body=(*_words(made), _promise(made)),
        end=letter_end(consent) if consent else tr("Until then."),
        today=_today(made),
    )


def _ahead(when: str, days: int) -> str:
    if days <= 0:
        return when
    ahead = ntr("in {n} day", "in {n} days", days).format(n=days)
    # Translators: the day on which a letter is read, and how far ahead that is.
    return tr("{when}, {ahead}").format(when=when, ahead=ahead)


def _greeting(made: Outcome) -> str:
    day = long_date(made.day)
    if made.standing.consent is None:
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
    return sentences(begun, letter_lead(made.standing.consent, worded=made.worded))


def _words(made: Outcome) -> Iterator[Banner | Labelled | Lines]:
    """The sentence, the statement, what they are, and what was said otherwise."""
    if made.sentence:
        yield Banner(made.sentence, made.standing.line, made.side)
    if made.statement:
        yield Labelled(made.statement_prompt, made.statement)
        if not made.sentence:
            yield Labelled(tr("What this is"), made.standing.line)
    if not made.worded:
        yield Lines(made.statement_prompt or tr("Our words"), count=4)
    if made.dissent:
        yield Labelled(made.dissent_prompt, quoted(made.dissent))


def _promise(made: Outcome) -> Labelled | Lines:
    """The first promise, or lines to write one by hand."""
    label = tr("One promise")
    promise = next((each for each in made.promises if each.what), None)
    if promise is not None:
        return Labelled(label, _promised(promise))
    return Lines(label, tr("Write it by hand before you fold this: what, who and by when."), 2)


def _promised(promise: Promise) -> str:
    """A promise as it is read out: what, then who and by when."""
    what = promise.what if promise.what.endswith((".", "!", "?", "…")) else f"{promise.what}."
    after_it = ", ".join(filter(None, (promise.who, promise.when)))
    return sentences(what, f"{capitalised(after_it)}." if after_it else "")


def _today(made: Outcome) -> Lines:
    """What is asked on the day that the letter is read."""
    asked = tr("What would I write today?") if made.alone else tr("What would we write today?")
    true = tr("Is it still true? Where did it hold on a bad day, and where not?")
    return Lines(tr("And now?"), sentences(true, asked))
