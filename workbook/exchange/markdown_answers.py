"""Writes what was answered to one question as Markdown: in its own words, or counted in a table."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from workbook.catalogue import tr
from workbook.catalogue.dates import number
from workbook.exchange.choices import choices, counted, mark_words, words_of
from workbook.exchange.exportable import ShownRound
from workbook.exchange.markdown_text import inline, paragraphs, table
from workbook.model.answers import Cell, Value
from workbook.model.guide import (
    PASS,
    CaseQuestion,
    Column,
    ColumnType,
    ConsentQuestion,
    Guide,
    OrderQuestion,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    TextQuestion,
)
from workbook.model.marks import story_of
from workbook.model.spots import spots
from workbook.model.workshop import Spot

Written = Sequence[tuple[str, Value]]  # the marks of a question with what was answered at each


def answer(question: Question, written: Written) -> Iterator[str]:
    """What was written in answer to a question, as blocks; nothing where nothing was."""
    if not written:
        return
    match question:
        case RecordsQuestion():
            yield from _records(question, written[0][1])
        case RatingsQuestion():
            yield _ratings(question, dict(written))
        case OrderQuestion():
            yield from _order(question, written[0][1])
        case (
            TextQuestion()
            | ScaleQuestion()
            | CaseQuestion()
            | RungsQuestion()
            | ReasonedQuestion()
            | ConsentQuestion()
        ):
            yield from story(question)
            yield from _single(question, written)
        case _:
            assert_never(question)


def story(question: Question) -> Iterator[str]:
    """What a case or a ladder tells before it asks."""
    if told := story_of(question):
        yield "\n".join(f"> {line}" for line in paragraphs(told).split("\n"))


def _single(question: Question, written: Written) -> Iterator[str]:
    """Answers mark by mark: those with names as a list, others as they were typed."""
    lines = []
    for mark, value in written:
        name = mark_words(question, mark)
        if name:
            lines.append(f"- {inline(name)}: {inline(_words(question, mark, value))}")
        else:
            yield paragraphs(_words(question, mark, value))
    if lines:
        yield "\n".join(lines)


def _words(question: Question, mark: str, value: Value) -> str:
    if isinstance(question, ScaleQuestion | RatingsQuestion) and isinstance(value, int):
        return tr("{value} of {high}").format(value=value, high=question.high)
    return words_of(question, mark, str(value))


def _order(question: OrderQuestion, value: Value) -> Iterator[str]:
    if isinstance(value, tuple):
        places = (words_of(question, "", str(each)) for each in value)
        yield "\n".join(f"{place}. {inline(words)}" for place, words in enumerate(places, 1))


def _ratings(question: RatingsQuestion, written: dict[str, Value]) -> str:
    rows = [
        (item.label, str(written.get(item.id, "")), str(written.get(f"{item.id}.note", "")))
        for item in question.items
    ]
    # Translators: the header of a column of ratings, with the two ends of their scale.
    scale = tr("{low} to {high}").format(low=question.low, high=question.high)
    if any(note for _, _, note in rows):
        return table(("", scale, tr("Note")), rows, (1,))
    return table(("", scale), [row[:2] for row in rows], (1,))


def _records(question: RecordsQuestion, value: Value) -> Iterator[str]:
    rows = [row for row in value if not isinstance(row, str)] if isinstance(value, tuple) else []
    if rows:
        yield table(
            [column.label for column in question.columns],
            [
                [_cell(column, row.get(column.id, "")) for column in question.columns]
                for row in rows
            ],
            [at for at, c in enumerate(question.columns) if c.type is ColumnType.NUMBER],
        )


def _cell(column: Column, cell: Cell) -> str:
    if not isinstance(cell, str):
        return number(cell)
    return next((option.label for option in column.options if option.id == cell), cell)


def counts(guide: Guide, question: Question, round_: ShownRound) -> Iterator[str]:
    """How many answered what in a round, as tables; of what is withheld, only that it is."""
    asked = spots(question)
    if isinstance(question, ScaleQuestion | RatingsQuestion):
        yield _numbers(guide, question, round_, asked)
        return
    for spot in asked:
        if spot in round_.few:
            yield inline(_few(mark_words(question, spot.mark)))
        else:
            yield _options(guide, question, round_, spot)


def _few(name: str) -> str:
    said = tr("fewer than five answered, so nothing is shown")
    return tr("{mark}: {said}").format(mark=name, said=said) if name else said


def _numbers(guide: Guide, question: Question, round_: ShownRound, asked: Sequence[Spot]) -> str:
    """A line for each mark, a column for each number."""
    numbers = [choice for choice, _ in choices(question, asked[0].mark)]
    rows = []
    for spot in asked:
        name = mark_words(question, spot.mark)
        passes = str(round_.passes.get(spot, 0))
        if spot in round_.few:
            rows.append((_few(name), *("" for _ in numbers), passes))
        else:
            people = {str(value): n for value, n in counted(guide, round_, spot)}
            rows.append((name, *(str(people.get(each, 0)) for each in numbers), passes))
    return table(("", *numbers, tr("Passed")), rows, range(1, len(numbers) + 2))


def _options(guide: Guide, question: Question, round_: ShownRound, spot: Spot) -> str:
    """A line for each thing that could be chosen."""
    people = {str(value): n for value, n in counted(guide, round_, spot)}
    passes = round_.passes.get(spot, 0)
    offered = [each for each in choices(question, spot.mark) if each[0] != PASS]
    rows = [(words, str(people.get(choice, 0))) for choice, words in offered]
    if passes:
        rows.append((tr("Passed"), str(passes)))
    return table((mark_words(question, spot.mark), tr("People")), rows, (1,))


def said_by_name(guide: Guide, round_: ShownRound) -> Iterator[str]:
    """What was answered by name in an open round."""
    rows = []
    for each in round_.by_name:
        question = guide.questions[each.question]
        asked = " ".join(filter(None, (question.prompt, mark_words(question, each.mark))))
        rows.append((each.name, asked, _words(question, each.mark, each.value)))
    if rows:
        yield table((tr("Name"), tr("Question"), tr("Answer")), rows)
