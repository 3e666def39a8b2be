"""The words of a guide by which forms call its questions, their marks and their answers."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbook.exchange.folding import fold
from workbook.model.guide import (
    NEVER,
    CaseQuestion,
    ConsentQuestion,
    Guide,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RungsQuestion,
    ScaleQuestion,
    Side,
)
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
    words = [question.id, question.prompt]
    if isinstance(question, CaseQuestion):
        words += [question.title, question.story, f"{question.title} {question.story}"]
    if isinstance(question, RungsQuestion):
        words += [question.story, f"{question.story} {question.prompt}"]
    return _folded(words)


def question_codes(question: Question) -> frozenset[str]:
    """What a form that takes single words only may call a question: the last part of its id."""
    return _folded([question.id.rpartition(".")[2]])


def mark_names(question: Question, mark: str) -> frozenset[str]:
    """What a form may call a mark of a question, folded: its id, its label, its words."""
    words = [mark]
    if isinstance(question, ScaleQuestion):
        for each in question.marks:
            words += [each.label, each.name] if each.id == mark else []
    if isinstance(question, RatingsQuestion):
        for item in question.items:
            words += [item.label, item.text, f"{item.label} {item.text}"] * (item.id == mark)
    if isinstance(question, CaseQuestion) and mark == "last":
        words.append(question.last_prompt)
    return _folded(words)


def numbers_of(question: Question) -> Numbers | None:
    """The numbers that answer a question, None where it is answered by a choice."""
    match question:
        case ScaleQuestion() | RatingsQuestion():
            low, high = question.low, question.high
            labels = {fold(question.low_label): low, fold(question.high_label): high}
        case ConsentQuestion():
            levels = [int(level.id) for level in question.levels]
            low, high = min(levels), max(levels)
            labels = {fold(level.label): int(level.id) for level in question.levels}
        case _:
            return None
    labels.pop("", None)
    return Numbers(low, high, labels)


def options_of(guide: Guide, spot: Spot) -> Options:
    """The choices that answer a question at a mark. A word that could mean two means none."""
    question = guide.questions[spot.question]
    called: list[tuple[str, list[str]]] = []
    match question:
        case CaseQuestion():
            options = question.last_time if spot.mark == "last" else question.options
            for option in options:
                words = [option.label, option.id, option.sentence]
                called.append((option.id, words + _sides(guide, option.side)))
        case ReasonedQuestion():
            called = [(option.id, [option.label, option.id]) for option in question.options]
        case RungsQuestion():
            for rung in question.rungs:
                called.append(
                    (rung.id, [rung.label, rung.id, rung.text, f"{rung.label} {rung.text}"])
                )
            called.append((NEVER, [question.never_label, NEVER]))
    meanings: dict[str, set[str]] = {}
    for choice, words in called:
        for word in _folded(words):
            meanings.setdefault(word, set()).add(choice)
    names = {word: next(iter(found)) for word, found in meanings.items() if len(found) == 1}
    return Options(names, tuple(words[0] or choice for choice, words in called))


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
