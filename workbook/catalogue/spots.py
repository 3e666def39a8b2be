"""Names what is asked at each spot of a ballot."""

from collections import Counter
from collections.abc import Sequence

from workbook.catalogue import tr
from workbook.catalogue.asking import ends_words
from workbook.model.guide import CaseQuestion, Guide, Question, ScaleQuestion
from workbook.model.marks import LAST, OnLine, mark_of
from workbook.model.spots import spots
from workbook.model.workshop import Spot


def spot_name(guide: Guide, spot: Spot) -> str:
    """What is asked at a spot, short: "now", "Asking for help", "Funder wants numbers"."""
    question = guide.questions[spot.question]
    at = mark_of(question, spot.mark)
    return (at.label if at else "") or question_name(question)


def spot_words(guide: Guide, spot: Spot) -> str:
    """What is asked at a spot, beside its name: the question, and what its ends mean."""
    question = guide.questions[spot.question]
    at = mark_of(question, spot.mark)
    if at and isinstance(at.takes, OnLine):
        # Translators: a question, and both ends of its scale.
        words = tr("{question} {ends}") if at.takes.low_label else tr("{question}: {ends}")
        return words.format(question=question.prompt, ends=ends_words(at.takes))
    return question_name(question) if at and at.fact else ""


def spot_names(guide: Guide, among: Sequence[Spot]) -> list[str]:
    """The names of several spots, with their question where the name alone would not tell."""
    names = [spot_name(guide, spot) for spot in among]
    told = Counter(names)
    return [
        f"{question_name(guide.questions[spot.question])}: {name}" if told[name] > 1 else name
        for spot, name in zip(among, names, strict=True)
    ]


def question_name(question: Question) -> str:
    """What a question is called where several are listed."""
    return question.title if isinstance(question, CaseQuestion) else question.prompt


def spot_title(guide: Guide, spot: Spot) -> str:
    """What is asked at a spot, so that it cannot be taken for another of the same ballot."""
    question = guide.questions[spot.question]
    name = spot_name(guide, spot)
    several = isinstance(question, ScaleQuestion) and len(spots(question)) > 1
    if not several and spot.mark != LAST:
        return name
    # Translators: a question, and one of the things it asks for: "For each other · say".
    return tr("{question} · {part}").format(question=question_name(question), part=name)
