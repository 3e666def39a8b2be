"""What stands on the statement poster: the group's sentence, its statement, what they are.

Names stand only below words that are carried; a poster of others says that they are a proposal.
"""

from dataclasses import dataclass

from workbook.catalogue import tr
from workbook.catalogue.consent import unsigned_words
from workbook.catalogue.words import listed, quoted, sentences
from workbook.documents.outcome import Outcome, outcome
from workbook.documents.wanted import Wanted
from workbook.model.guide import Guide
from workbook.printing.pages.pdf import NothingToPrint


@dataclass(frozen=True, slots=True)
class Statement:
    """One poster; the words that stand smaller may be ""."""

    title: str  # of the file
    kicker: str
    language: str
    large: str
    small: str
    about: str  # whose words these are, of when, and what stands against them


def statement(wanted: Wanted) -> Statement:
    """The sentence, the statement, or both. Where `wanted.signed` it says who facilitated, and who
    was there where the group wanted that kept.

    Raises:
        NothingToPrint: where there is neither yet, or where names are wanted below a group's words
            that are not carried; str() is a sentence for people.
        ValueError: where there is no session.
    """
    made = outcome(wanted.findings())
    if not made.worded:
        raise NothingToPrint(_none_yet(wanted.guide))
    told = made.standing
    proposed = told.consent is not None and not told.carried
    if wanted.signed and told.consent is not None and proposed:
        raise NothingToPrint(unsigned_words(told.consent))
    title = tr("A proposal") if proposed else tr("Statement")
    whose = made.group or made.title
    return Statement(
        title=" · ".join(filter(None, (title, made.group))),
        kicker=" · ".join((title, whose)) if proposed else whose,
        language=made.language,
        large=made.sentence or made.statement,
        small=made.statement if made.sentence else "",
        about=sentences(told.line, _people(made) if wanted.signed else ""),
    )


def _none_yet(guide: Guide) -> str:
    """That there is none yet, and where it is written."""
    pages = [guide.step_of(question.id).title for question in guide.with_role("statement")]
    words = tr("There is no statement in this session yet. Write one on the page {page}.")
    if not pages:
        words = tr("There is no statement in this session.")
    return words.format(page="".join(quoted(page) for page in pages[:1]))


def _people(made: Outcome) -> str:
    facilitator = ""
    if made.facilitator:
        words = tr("Written by {name}.") if made.alone else tr("Facilitated by {name}.")
        facilitator = words.format(name=made.facilitator)
    there = tr("In the room: {names}.").format(names=listed(made.names)) if made.names else ""
    return sentences(facilitator, there)
