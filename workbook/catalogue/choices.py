"""The answers that a question offers, with the guide's words for each, in the guide's order."""

from typing import assert_never

from workbook.catalogue import tr
from workbook.model.guide import PASS, CaseQuestion, Guide, Option, Question
from workbook.model.marks import (
    CHOICE,
    InColumns,
    InOrder,
    OneOf,
    OnLevels,
    OnLine,
    Takes,
    Written,
    is_number,
    mark_of,
    takes_at,
)
from workbook.model.workshop import Spot
from workbook.readings.shown import ShownRound

Choices = tuple[tuple[str, str], ...]  # the text of a choice as a ballot has it, and its words


def choices(question: Question, mark: str = "") -> Choices:
    """What can be chosen at a mark; empty where something is written instead."""
    takes = takes_at(question, mark)
    return () if takes is None else _offered(takes)


def _offered(takes: Takes) -> Choices:
    match takes:
        case OnLine(low, high):
            ends = {low: takes.low_label, high: takes.high_label}
            return tuple((str(n), ends.get(n, "")) for n in range(low, high + 1))
        case OneOf(options=options):
            passing = ((PASS, tr("Passed")),) if takes.passing else ()
            return (*_options(options), *passing)
        case OnLevels(options) | InOrder(options):
            return _options(options)
        case Written() | InColumns():
            return ()
        case _:
            assert_never(takes)


def words_of(question: Question, mark: str, choice: str) -> str:
    """The guide's words for a choice; what is none of them is shown as it is, never dropped."""
    return dict(choices(question, mark)).get(choice) or choice


def counted(guide: Guide, round: ShownRound, spot: Spot) -> tuple[tuple[str | int, int], ...]:
    """What was chosen at a spot and by how many, without passes; numbers as numbers."""
    question, found = guide.questions[spot.question], round.answers.get(spot, {})
    takes = takes_at(question, spot.mark)
    number = takes is not None and is_number(takes)
    order = [choice for choice, _ in choices(question, spot.mark)]
    chosen = sorted(found, key=lambda choice: order.index(choice) if choice in order else -1)
    return tuple((int(c) if number else c, found[c]) for c in chosen if found[c])


def mark_words(question: Question, mark: str) -> str:
    """The guide's words for a mark, "" where the question has only one."""
    if isinstance(question, CaseQuestion) and mark == CHOICE:
        return tr("Chosen")
    found = mark_of(question, mark)
    return found.name if found else ""


def _options(options: tuple[Option, ...]) -> Choices:
    return tuple((option.id, option.label) for option in options)
