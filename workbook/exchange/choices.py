"""The answers that a question offers, with the guide's words for each, in the guide's order."""

from workbook.catalogue import tr
from workbook.exchange.exportable import ShownRound
from workbook.model.guide import (
    NEVER,
    PASS,
    CaseQuestion,
    ConsentQuestion,
    Guide,
    Option,
    OrderQuestion,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RungsQuestion,
    ScaleQuestion,
)
from workbook.model.workshop import Spot

Choices = tuple[tuple[str, str], ...]  # the text of a choice as a ballot has it, and its words


def choices(question: Question, mark: str = "") -> Choices:
    """What can be chosen at a mark; empty where something is written instead."""
    match question:
        case ScaleQuestion() | RatingsQuestion():
            ends = {question.low: question.low_label, question.high: question.high_label}
            numbers = range(question.low, question.high + 1)
            written = isinstance(question, RatingsQuestion) and mark.endswith(".note")
            return () if written else tuple((str(n), ends.get(n, "")) for n in numbers)
        case CaseQuestion():
            if mark == "last":
                return _options(question.last_time)
            return (*_options(question.options), (PASS, tr("Passed")))
        case ReasonedQuestion():
            return () if mark == "reason" else _options(question.options)
        case RungsQuestion():
            rungs = tuple((rung.id, rung.label) for rung in question.rungs)
            return (*rungs, (NEVER, question.never_label))
        case ConsentQuestion():
            return _options(question.levels)
        case OrderQuestion():
            return _options(question.options)
    return ()


def words_of(question: Question, mark: str, choice: str) -> str:
    """The guide's words for a choice; what is none of them is shown as it is, never dropped."""
    return dict(choices(question, mark)).get(choice) or choice


def is_number(question: Question) -> bool:
    """Whether what is chosen is a number."""
    return isinstance(question, ScaleQuestion | RatingsQuestion | ConsentQuestion)


def counted(guide: Guide, round: ShownRound, spot: Spot) -> tuple[tuple[str | int, int], ...]:
    """What was chosen at a spot and by how many, without passes; numbers as numbers."""
    question, found = guide.questions[spot.question], round.answers.get(spot, {})
    order = [choice for choice, _ in choices(question, spot.mark)]
    chosen = sorted(found, key=lambda choice: order.index(choice) if choice in order else -1)
    return tuple((int(c) if is_number(question) else c, found[c]) for c in chosen if found[c])


def mark_words(question: Question, mark: str) -> str:
    """The guide's words for a mark, "" where the question has only one."""
    match question:
        case ScaleQuestion():
            return {each.id: each.name for each in question.marks}.get(mark, mark)
        case RatingsQuestion():
            return {item.id: item.label for item in question.items}.get(mark, mark)
        case CaseQuestion():
            return question.last_prompt if mark == "last" else tr("Chosen")
        case ReasonedQuestion():
            return question.reason_prompt if mark == "reason" else ""
    return ""


def _options(options: tuple[Option, ...]) -> Choices:
    return tuple((option.id, option.label) for option in options)
