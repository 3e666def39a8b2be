"""The words of a guide by which forms call its questions, their marks and their answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from workbook.exchange.folding import fold
from workbook.model.guide import (
    NEVER,
    CaseQuestion,
    ConsentQuestion,
    Guide,
    OrderQuestion,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    Side,
    TextQuestion,
)
from workbook.model.marks import LAST, mark_of
from workbook.model.workshop import Spot


@dataclass(frozen=True, slots=True)
class Numbers:
    """What answers a question that asks for a number: folded words for some of them."""

    low: int
    high: int
    labels: dict[str, int]


@dataclass(frozen=True, slots=True)
class Options:
    """What answers a question that asks for a choice: folded words → choice."""

    names: dict[str, str]
    shown: tuple[str, ...]  # what the guide calls them


def question_names(question: Question) -> frozenset[str]:
    """What a form may call a question, folded: its id, its prompt, its title, its story."""
    return _folded([question.id, question.prompt, *_called(question)])


def _called(question: Question) -> list[str]:
    """What a kind of question is called beside its prompt."""
    match question:
        case CaseQuestion(title=title, story=story):
            return [title, story, f"{title} {story}"]
        case RungsQuestion(story=story):
            return [story, f"{story} {question.prompt}"]
        case (
            TextQuestion()
            | ScaleQuestion()
            | RatingsQuestion()
            | OrderQuestion()
            | RecordsQuestion()
            | ReasonedQuestion()
            | ConsentQuestion()
        ):
            return []
        case _:
            assert_never(question)


def question_codes(question: Question) -> frozenset[str]:
    """What a form that takes single words only may call a question: the last part of its id."""
    return _folded([question.id.rpartition(".")[2]])


def mark_names(question: Question, mark: str) -> frozenset[str]:
    """What a form may call a mark of a question, folded: its id, its label, its words."""
    at = mark_of(question, mark)
    known = [at.label, at.name, at.text, f"{at.label} {at.text}"] if at else []
    return _folded([mark, *known])


def answers_of(guide: Guide, spot: Spot) -> Numbers | Options:
    """The numbers or the choices that answer a question at a mark.

    Raises:
        ValueError: where the question is not voted on.
    """
    question = guide.questions[spot.question]
    match question:
        case ScaleQuestion() | RatingsQuestion():
            low, high = question.low, question.high
            labels = {fold(question.low_label): low, fold(question.high_label): high}
            return _numbers(low, high, labels)
        case ConsentQuestion():
            numbers = [int(level.id) for level in question.levels]
            labels = {fold(level.label): int(level.id) for level in question.levels}
            return _numbers(min(numbers), max(numbers), labels)
        case CaseQuestion():
            options = question.last_time if spot.mark == LAST else question.options
            return _unmistakable(
                (o.id, [o.label, o.id, o.sentence, *_sides(guide, o.side)]) for o in options
            )
        case ReasonedQuestion():
            return _unmistakable((o.id, [o.label, o.id]) for o in question.options)
        case OrderQuestion():
            return _unmistakable(
                (o.id, [o.label, o.id, o.sentence, *_sides(guide, o.side)])
                for o in question.options
            )
        case RungsQuestion():
            rungs = [(r.id, [r.label, r.id, r.text, f"{r.label} {r.text}"]) for r in question.rungs]
            return _unmistakable([*rungs, (NEVER, [question.never_label, NEVER])])
        case TextQuestion() | RecordsQuestion():
            raise ValueError(f"{question.id} is not voted on")
        case _:
            assert_never(question)


def _numbers(low: int, high: int, labels: dict[str, int]) -> Numbers:
    return Numbers(low, high, {label: number for label, number in labels.items() if label})


def _unmistakable(called: Iterable[tuple[str, list[str]]]) -> Options:
    """Each choice by the words that mean it. A word that could mean two means none."""
    meanings: dict[str, set[str]] = {}
    shown = []
    for choice, words in called:
        shown.append(words[0] or choice)
        for word in _folded(words):
            meanings.setdefault(word, set()).add(choice)
    names = {word: next(iter(found)) for word, found in meanings.items() if len(found) == 1}
    return Options(names, tuple(shown))


def _sides(guide: Guide, side: Side) -> list[str]:
    """What the guide calls the side of a choice: "people first", "work first"."""
    words = []
    for question in guide.questions.values():
        if isinstance(question, RungsQuestion):
            words += [question.below_label] * (question.below_side is side)
            words += [question.above_label] * (question.above_side is side)
    return words


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words) - {""}
