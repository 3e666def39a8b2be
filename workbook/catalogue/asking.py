"""Words what a ballot asks: the story, the ends of a scale, what can be answered. The room reads
them on the wall while it answers, and the facilitator reads them aloud.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from workbook.catalogue import tr
from workbook.catalogue.words import listed, sentences
from workbook.model.guide import (
    CaseQuestion,
    ConsentQuestion,
    Guide,
    Item,
    OrderQuestion,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    TextQuestion,
)
from workbook.model.marks import OnLine


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a ballot: what it is about, and between what people choose."""

    question: str  # "" where the headline says it already
    answers: str = ""  # "" where the question says them


def asked_words(guide: Guide, questions: Sequence[str]) -> tuple[Asked, ...]:
    """What a round asks, in the order of its ballot. Nothing of any answer is in it.

    Raises:
        KeyError: where the guide has no such question.
    """
    return tuple(asked for each in questions for asked in _asked(guide.questions[each]))


def _asked(question: Question) -> tuple[Asked, ...]:
    match question:
        case ScaleQuestion():
            return (Asked(question.prompt, _of_scale(question)),)
        case RatingsQuestion():
            items = (Asked(_item(item)) for item in question.items)
            return (Asked(question.prompt, ends_words(question)), *items)
        case CaseQuestion():
            return (Asked(question.story, case_answers(question)),)
        case RungsQuestion():
            rungs = [*(rung.label for rung in question.rungs), question.never_label]
            return (Asked(sentences(question.story, question.prompt), _choice(rungs)),)
        case ConsentQuestion():
            levels = [_numbered(level.id, level.label) for level in question.levels]
            return (Asked(question.prompt, _choice(levels)),)
        case ReasonedQuestion() | OrderQuestion():
            return (Asked(question.prompt, _choice([each.label for each in question.options])),)
        case TextQuestion() | RecordsQuestion():
            return (Asked(question.prompt),)
        case _:
            assert_never(question)


def case_answers(question: CaseQuestion) -> str:
    """Between what people choose in a case: "Keep the date · Shrink the event"."""
    return _choice([option.label for option in question.options])


def _of_scale(question: ScaleQuestion) -> str:
    if len(question.marks) < 2:
        return ends_words(question)
    marks = listed([mark.name for mark in question.marks])
    # Translators: from where to where a scale goes, and the marks to be placed on it:
    # "0 … 10: what we say and what we do".
    return tr("{ends}: {marks}").format(ends=ends_words(question), marks=marks)


def ends_words(line: ScaleQuestion | RatingsQuestion | OnLine) -> str:
    """Both ends of a scale: "0 Trust between us … 10 Results we deliver"."""
    low = _numbered(str(line.low), line.low_label)
    high = _numbered(str(line.high), line.high_label)
    # Translators: both ends of a scale: "0 Trust between us … 10 Results we deliver".
    return tr("{low} … {high}").format(low=low, high=high)


def _numbered(number: str, words: str) -> str:
    return f"{number}\u00a0{words}" if words else number  # no line ends between the two


def _item(item: Item) -> str:
    # Translators: a statement's short name, and the statement.
    return tr("{name}: {text}").format(name=item.label, text=item.text) if item.text else item.label


def _choice(answers: Sequence[str]) -> str:
    return " · ".join(answers)
