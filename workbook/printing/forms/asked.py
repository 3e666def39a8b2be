"""Turns a guide's questions into parts of a sheet: one small function per kind of question."""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from workbook.catalogue import tr
from workbook.catalogue.words import capitalised
from workbook.model.guide import (
    CaseQuestion,
    ColumnType,
    ConsentQuestion,
    Option,
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
from workbook.printing.forms.parts import (
    Blanks,
    Boxes,
    Choice,
    CircleRow,
    Field,
    Ladder,
    Levels,
    Lines,
    Note,
    Part,
    Pole,
    Ranks,
    Ratings,
    Ruled,
    Scale,
)

_PLACE = re.compile(r"\{[^}]*\}\.?")
_REASON_LINES = 2
_ROWS = 3  # of an empty table


def row_parts(row: Sequence[Question]) -> Iterator[Part]:
    """What a row of questions comes to on a worksheet; short answers stay side by side."""
    if len(row) > 1 and all(isinstance(q, TextQuestion) and q.lines == 1 for q in row):
        yield Blanks(tuple(question.prompt for question in row))
        return
    for question in row:
        yield from _parts(question)


def voted_parts(question: Question) -> Iterator[Part]:
    """What a question comes to on a ballot: marks, and nothing that could be read as a hand."""
    return _parts(question, voted=True)


def _parts(question: Question, *, voted: bool = False) -> Iterator[Part]:
    match question:
        case TextQuestion():
            if not voted:
                yield _text(question)
        case RecordsQuestion():
            if not voted:
                yield _records(question)
        case OrderQuestion():
            yield _first(question) if voted else _ranks(question)
        case ScaleQuestion():
            yield _scale(question)
        case RatingsQuestion():
            yield _ratings(question, noted=question.notes and not voted)
        case CaseQuestion():
            yield _case(question, "" if voted else question.story)
        case ReasonedQuestion():
            reason, lines = ("", 0) if voted else (question.reason_prompt, _REASON_LINES)
            yield _reasoned(question, reason, lines)
        case RungsQuestion():
            yield _ladder(question, "" if voted else question.story)
        case ConsentQuestion():
            levels = tuple((level.id, level.label) for level in question.levels)
            yield Levels(question.prompt, question.help, levels)
        case _:
            assert_never(question)


def names_map(question: Question) -> bool:
    """Whether a question is about the name that the map gives."""
    return isinstance(question, ReasonedQuestion) and question.role == "kind_fit"


def name_on_map() -> Choice:
    """The name that the map gave, to be copied from the wall onto a ballot."""
    return Choice(tr("The name on our map:"), "", (), blank=True)


def how_to_circle(questions: Sequence[Question]) -> Note | None:
    """How the scales among the questions are marked; None where there is none."""
    scales = [q for q in questions if isinstance(q, ScaleQuestion)]
    bare = [q for q in scales if not (q.low_label or q.high_label)]
    if bare:
        words = tr("Circle one number in each row: {low} not at all, {high} entirely.")
        return Note(words.format(low=bare[0].low, high=bare[0].high), strong=True)
    return Note(tr("Circle one number in each row."), strong=True) if scales else None


def _text(question: TextQuestion) -> Lines:
    frame = _frame(question.draft)
    helping = " ".join(part for part in (question.help, frame) if part)
    return Lines(question.prompt, helping, question.lines, question.side)


def _frame(draft: str) -> str:
    """A draft as something to fill in: "…, even over …, until …"."""
    return " ".join(_PLACE.sub("…", draft).replace("|", " ").split())


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!", "…", ":")) else f"{words}."


def _records(question: RecordsQuestion) -> Ruled:
    fields = tuple(
        Field(
            column.label,
            column.width,
            tuple(option.label for option in column.options)
            if column.type is ColumnType.CHOICE
            else (),
        )
        for column in question.columns
    )
    return Ruled(question.prompt, question.help, fields, _ROWS, question.side)


def _ranks(question: OrderQuestion) -> Ranks:
    words = tr("{question} Write 1 beside what comes first.")
    label = words.format(question=_sentence(question.prompt))
    return Ranks(label, tuple(CircleRow(o.label, "", o.side) for o in question.options))


def _first(question: OrderQuestion) -> Choice:
    """On a ballot only what comes first is crossed."""
    return Choice(question.prompt, "", (Boxes("", _labels(question.options)),), aside=tr("pass"))


def _scale(question: ScaleQuestion) -> Scale:
    low = Pole(question.low, question.low_label, question.low_side)
    high = Pole(question.high, question.high_label, question.high_side)
    if question.low_label or question.high_label:
        rows = tuple(CircleRow("", capitalised(mark.name)) for mark in question.marks)
        return Scale(question.prompt, low, high, rows)
    rows = tuple(CircleRow(question.prompt, mark.name, question.side) for mark in question.marks)
    return Scale("", low, high, rows or (CircleRow(question.prompt, "", question.side),))


def _ratings(question: RatingsQuestion, *, noted: bool) -> Ratings:
    return Ratings(
        question.prompt,
        Pole(question.low, question.low_label),
        Pole(question.high, question.high_label),
        tuple(CircleRow(item.label, item.text) for item in question.items),
        noted,
        question.note_hint if noted else "",
    )


def _case(question: CaseQuestion, story: str) -> Choice:
    """A case: what to stand for, and what was done last time."""
    last = Boxes(question.last_prompt, _labels(question.last_time))
    chosen = Boxes(question.prompt if story else "", _labels(question.options))
    return Choice(question.title, story, (chosen, last), aside=tr("pass"))


def any_case(question: CaseQuestion, sides: Sequence[Option]) -> Choice:
    """A case that is only known in the room: its name is written in, sides stand for options."""
    rows = (
        Boxes(question.prompt, _labels(sides)),
        Boxes(question.last_prompt, _labels(question.last_time)),
    )
    return Choice(tr("The case:"), "", rows, blank=True, aside=tr("pass"))


def _reasoned(question: ReasonedQuestion, reason: str, lines: int) -> Choice:
    """A choice, with room for a reason where it stays with whoever wrote it."""
    return Choice(question.prompt, "", (Boxes("", _labels(question.options)),), reason, lines)


def _ladder(question: RungsQuestion, story: str) -> Ladder:
    """The rungs of a story; without it only their names stand there."""
    return Ladder(
        question.prompt,
        story,
        tuple(CircleRow(rung.label, rung.text if story else "") for rung in question.rungs),
        question.never_label,
        question.below_label,
        question.above_label,
        question.below_side,
        question.above_side,
    )


def _labels(options: Sequence[Option]) -> tuple[str, ...]:
    return tuple(option.label for option in options)


def with_side(options: Sequence[Option]) -> tuple[Option, ...]:
    """The options that stand on one side of the contrast."""
    return tuple(option for option in options if option.side is not Side.NEITHER)
