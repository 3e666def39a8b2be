"""Which spots a ballot answers for a question, in the order in which they are asked."""

from workbook.model.guide import (
    CaseQuestion,
    ConsentQuestion,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RungsQuestion,
    ScaleQuestion,
)
from workbook.model.workshop import Spot

CHOICE, LAST = "choice", "last"  # the marks of a case; LAST asks for a fact, which nobody passes on


def spots(question: Question) -> tuple[Spot, ...]:
    """The spots that a ballot answers for a question, in asking order.

    Each mark of a scale, each statement that is rated, of a case the choice and what was done
    last time, of a reasoned question the choice without its reason; empty for a question that
    cannot be voted on.
    """
    match question:
        case ScaleQuestion() | RatingsQuestion():
            return tuple(Spot(question.id, mark) for mark in question.marks_needed)
        case CaseQuestion():
            return Spot(question.id, CHOICE), Spot(question.id, LAST)
        case ReasonedQuestion():
            return (Spot(question.id, CHOICE),)
        case RungsQuestion() | ConsentQuestion():
            return (Spot(question.id),)
    return ()
