"""What was written, as blocks: one small function per kind of question, nothing for the empty."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from workbook.catalogue import tr
from workbook.catalogue.dates import long_date, number, read_date
from workbook.catalogue.words import capitalised
from workbook.documents.blocks import Block, Columns, Facts, Table, Text, Together
from workbook.model.answers import Answers, Cell, Record
from workbook.model.guide import (
    NEVER,
    PASS,
    CaseQuestion,
    Column,
    ColumnType,
    ConsentQuestion,
    Guide,
    Item,
    Option,
    OrderQuestion,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    Side,
    TextFormat,
    TextQuestion,
)
from workbook.model.marks import CHOICE, LAST

SHORT = 80  # characters of an answer that stands beside its prompt instead of under it
PARAGRAPH = 600  # characters of an answer that is kept together with its prompt
BESIDE = 500  # characters of an answer that may stand beside another
BRIEF = 90  # and of two that may stand side by side though they were asked one after the other
NARROW = 36  # characters of a short answer that half the width is enough for


def text_of(guide: Guide, answers: Answers, role: str) -> str:
    """What was written in answer to the questions of a role, "" where nothing was."""
    texts = (answers.text(question.id).strip() for question in guide.with_role(role))
    return next((text for text in texts if text), "")


def ordered_sentence(text: str) -> str:
    """A sentence as it is compared with another: no matter its spaces, capitals and full stop."""
    return " ".join(text.casefold().split()).rstrip(".")


def written(
    rows: Iterable[Sequence[Question]], answers: Answers, told: Container[Question] = ()
) -> Iterator[Block]:
    """The answers to questions in their order. Short answers that follow one another share one
    list, and so do cases; texts that are asked side by side stand so. A question without an
    answer, or one that is `told` elsewhere, leaves nothing.
    """
    parts = [part for row in rows for part in _parts([q for q in row if q not in told], answers)]
    for kind, alike in groupby(parts, type):
        same = list(alike)
        if kind is _Short:
            yield from _facts([(part.label, part.value) for part in same if type(part) is _Short])
        elif kind is CaseQuestion:
            yield _cases([part for part in same if isinstance(part, CaseQuestion)], answers)
        else:
            blocks = [part for part in same if not isinstance(part, _Short | CaseQuestion)]
            yield from _in_pairs(blocks)


def _in_pairs(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, short answers that follow each other side by side."""
    waiting: Block | None = None
    for block in blocks:
        if waiting and _is_brief(block):
            yield Columns((waiting,), (block,))
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = block if _is_brief(block) else None
        if not waiting:
            yield block
    if waiting:
        yield waiting


def _is_brief(block: Block) -> bool:
    """Whether it is a prompt with an answer of a line or two."""
    match block:
        case Together((Text(style="label"), Text(text))):
            return len(text) <= BRIEF
        case _:
            return False


@dataclass(frozen=True, slots=True)
class _Short:
    label: str
    value: str


def _parts(row: Sequence[Question], answers: Answers) -> Iterator[Block | _Short | CaseQuestion]:
    """What a row of questions comes to: blocks, or what still waits to be listed with others."""
    if beside := _beside(row, answers):
        yield beside
        return
    for question in row:
        yield from _question(question, answers)


def _beside(row: Sequence[Question], answers: Answers) -> Columns | None:
    """Two texts side by side, unless they are long, or short enough for a list."""
    texts = [q for q in row if isinstance(q, TextQuestion) and _typed(q, answers).strip()]
    if len(row) != 2 or len(texts) != 2 or all(_is_short(q, answers) for q in texts):
        return None
    if any(len(_typed(question, answers)) > BESIDE for question in texts):
        return None
    left, right = (tuple(_labelled(q, _typed(q, answers))) for q in texts)
    return Columns(left, right)


def _facts(rows: list[tuple[str, str]]) -> Iterator[Block]:
    """A list of short answers, in two halves side by side where it is long and narrow."""
    half = (len(rows) + 1) // 2
    if half > 1 and all(len(value) <= NARROW for _, value in rows):
        yield Columns((Facts(tuple(rows[:half])),), (Facts(tuple(rows[half:])),))
    else:
        yield Facts(tuple(rows))


def _question(question: Question, answers: Answers) -> Iterator[Block | _Short | CaseQuestion]:
    match question:
        case TextQuestion():
            typed = _typed(question, answers)
            if _is_short(question, answers):
                yield _Short(question.prompt, typed)
            else:
                yield from _labelled(question, typed)
        case CaseQuestion():
            if answers.text(question.id, CHOICE) or answers.text(question.id, LAST):
                yield question
        case ScaleQuestion():
            yield from _labelled(question, _marks(question, answers))
        case RatingsQuestion():
            yield from _ratings(question, answers)
        case RungsQuestion():
            yield from _labelled(question, _rung(question, answers.text(question.id)))
        case OrderQuestion():
            yield from _labelled(question, _order(question, answers))
        case RecordsQuestion():
            table = records_table(question, answers.records(question.id))
            if table:
                yield Text(question.prompt, "label", question.side)
                yield table
        case ReasonedQuestion():
            yield from _reasoned(question, answers)
        case ConsentQuestion():
            level = answers.number(question.id)
            said = "" if level is None else _option(question.levels, str(level))
            yield from _labelled(question, said)
        case _:
            assert_never(question)


def _labelled(question: Question, answer: str) -> Iterator[Block]:
    """The prompt as a small label over its answer; a long answer may part over pages."""
    if not answer.strip():
        return
    blocks = (Text(question.prompt, "label", question.side), Text(answer))
    if len(answer) <= PARAGRAPH:
        yield Together(blocks)
    else:
        yield from blocks


def _is_short(question: TextQuestion, answers: Answers) -> bool:
    if question.lines > 1:
        return False
    typed = _typed(question, answers)
    return bool(typed.strip()) and len(typed) <= SHORT and "\n" not in typed


def _typed(question: TextQuestion, answers: Answers) -> str:
    text = answers.text(question.id)
    return date_as_read(text) if question.format is TextFormat.DATE else text


def date_as_read(text: str) -> str:
    """A date in full where the text is one, else the text as it was typed."""
    day = read_date(text)
    return long_date(day) if day else text


def _marks(question: ScaleQuestion, answers: Answers) -> str:
    placed = ((mark.name, answers.number(question.id, mark.id)) for mark in question.marks)
    words = [
        tr("{mark}: {value} of {high}").format(mark=name, value=value, high=question.high)
        for name, value in placed
        if value is not None
    ]
    return capitalised(" · ".join(words))


def _ratings(question: RatingsQuestion, answers: Answers) -> Iterator[Block]:
    rows = []
    for item in question.items:
        rating = answers.number(question.id, item.id)
        rated = "" if rating is None else str(rating)
        note = _note(question, item, answers)
        if rated or note.strip():
            rows.append((item.label, rated, note))
    if not rows:
        return
    yield Text(question.prompt, "label", question.side)
    # Translators: the header of a column of ratings, with the two ends of their scale.
    scale = tr("{low} to {high}").format(low=question.low, high=question.high)
    if any(note.strip() for _, _, note in rows):
        yield Table(("", scale, tr("Note")), tuple(rows), (3, 1, 4), frozenset({1}))
    else:
        pairs = tuple((label, rated) for label, rated, _ in rows)
        yield Table(("", scale), pairs, (6, 1), frozenset({1}))


def notes_of(question: RatingsQuestion, answers: Answers) -> tuple[Text, ...]:
    """The notes beside ratings, each under what it is about."""
    noted = ((item.label, _note(question, item, answers)) for item in question.items)
    return tuple(
        block
        for label, note in noted
        if note.strip()
        for block in (Text(label, "label"), Text(note))
    )


def _note(question: RatingsQuestion, item: Item, answers: Answers) -> str:
    return answers.text(question.id, f"{item.id}.note")


def _cases(questions: list[CaseQuestion], answers: Answers) -> Table:
    """What was chosen in each case, what that puts first, and what came first last time."""
    rows = []
    for question in questions:
        choice = answers.text(question.id, CHOICE)
        last = answers.text(question.id, LAST)
        chosen = tr("Passed") if choice == PASS else _option(question.options, choice)
        sides = {o.id: o.side for o in question.options if o.side is not Side.NEITHER}
        first = next((o.label for o in question.last_time if o.side is sides.get(choice)), "")
        rows.append((question.title, chosen, first, _option(question.last_time, last)))
    headers = (tr("Case"), tr("Chosen"), tr("Comes first"), questions[0].last_prompt)
    return _filled(headers, rows, (4.0, 3.0, 1.4, 1.4))


def _filled(
    headers: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float],
    numeric: Container[int] = (),
) -> Table:  # fmt: skip
    """A table of the columns in which anything stands."""
    kept = [at for at in range(len(headers)) if any(row[at].strip() for row in rows)]
    return Table(
        tuple(headers[at] for at in kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
        tuple(widths[at] for at in kept),
        frozenset(place for place, at in enumerate(kept) if at in numeric),
    )


def _rung(question: RungsQuestion, chosen: str) -> str:
    if chosen == NEVER:
        return question.never_label
    return next((rung.label for rung in question.rungs if rung.id == chosen), "")


def _order(question: OrderQuestion, answers: Answers) -> str:
    order = (_option(question.options, chosen) for chosen in answers.order(question.id))
    return " · ".join(f"{place}. {label}" for place, label in enumerate(order, 1))


def _reasoned(question: ReasonedQuestion, answers: Answers) -> Iterator[Block]:
    chosen = _option(question.options, answers.text(question.id, CHOICE))
    reason = answers.text(question.id, "reason")
    if chosen and reason.strip():
        # Translators: a choice and its reason: "Partly, because we …".
        joined = tr("{choice}, {because} {reason}")
        chosen = joined.format(choice=chosen, because=question.reason_prompt, reason=reason)
    yield from _labelled(question, chosen or reason)


def _option(options: tuple[Option, ...], chosen: str) -> str:
    """The label of an option; what is not one of them is shown as it is, never dropped."""
    return next((option.label for option in options if option.id == chosen), chosen)


def records_table(question: RecordsQuestion, rows: tuple[Record, ...]) -> Table | None:
    """The filled rows and the columns in which anything stands; None where nothing does."""
    cells = [[_cell(column, row.get(column.id, "")) for column in question.columns] for row in rows]
    cells = [row for row in cells if any(cell.strip() for cell in row)]
    if not cells:
        return None
    return _filled(
        [column.label for column in question.columns],
        cells,
        [float(column.width) for column in question.columns],
        [at for at, column in enumerate(question.columns) if column.type is ColumnType.NUMBER],
    )


def _cell(column: Column, cell: Cell) -> str:
    if not isinstance(cell, str):
        return number(cell)
    return _option(column.options, cell) if cell else ""
