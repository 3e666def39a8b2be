"""Which spots a ballot answers for a question, in the order in which they are asked."""

from workbook.model.guide import Guide, Question
from workbook.model.marks import marks_of
from workbook.model.workshop import Round, Spot


def opinions_of(guide: Guide, round: Round) -> tuple[Spot, ...]:
    """Those of `spots_of` that everybody can answer: what was done last time is nobody's who was
    not there.
    """
    asked = [guide.questions[name] for name in round.questions]
    return tuple(
        Spot(question.id, mark.id)
        for question in asked
        for mark in marks_of(question)
        if mark.voted and not mark.fact
    )


def spots_of(guide: Guide, round: Round) -> tuple[Spot, ...]:
    """Everything that a ballot of the round answers, in the round's order."""
    return tuple(spot for name in round.questions for spot in spots(guide.questions[name]))


def spots(question: Question) -> tuple[Spot, ...]:
    """The spots that a ballot answers for a question, in asking order.

    Each mark of a scale, each statement that is rated, of a case the choice and what was done
    last time, of a reasoned question the choice without its reason; empty for a question that
    cannot be voted on.
    """
    return tuple(Spot(question.id, mark.id) for mark in marks_of(question) if mark.voted)
