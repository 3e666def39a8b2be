"""What was written, as blocks: one small function per kind of question, nothing for the empty."""

from collections.abc import Iterable, Iterator

from workbook.catalogue import tr
from workbook.catalogue.dates import long_date, number, read_date
from workbook.catalogue.words import capitalised
from workbook.model.answers import Answers, Cell, Record
from workbook.model.guide import (
    NEVER,
    PASS,
    CaseQuestion,
    Column,
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
    TextFormat,
    TextQuestion,
)
from workbook.printing.blocks import Block, Facts, Table, Text, Together

SHORT = 80  # characters of an answer that stands beside its prompt instead of under it
PARAGRAPH = 600  # characters of an answer that is kept together with its prompt


def written(questions: Iterable[Question], answers: Answers) -> Iterator[Block]:
    """The answers to questions in their order. Short answers that follow one another share one
    list, and so do cases; a question without an answer leaves nothing.
    """
    facts: list[tuple[str, str]] = []
    cases: list[CaseQuestion] = []
    for question in questions:
        if facts and not _is_short(question, answers):
            yield Facts(tuple(facts))
            facts = []
        if cases and not isinstance(question, CaseQuestion):
            yield from _cases(cases, answers)
            cases = []
        if isinstance(question, TextQuestion) and _is_short(question, answers):
            facts.append((question.prompt, _typed(question, answers)))
        elif isinstance(question, CaseQuestion):
            cases.append(question)
        else:
            yield from _question(question, answers)
    if facts:
        yield Facts(tuple(facts))
    yield from _cases(cases, answers)


def _question(question: Question, answers: Answers) -> Iterator[Block]:
    match question:
        case TextQuestion():
            yield from _labelled(question, _typed(question, answers))
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


def _labelled(question: Question, answer: str) -> Iterator[Block]:
    """The prompt as a small label over its answer; a long answer may part over pages."""
    if not answer.strip():
        return
    blocks = (Text(question.prompt, "label", question.side), Text(answer))
    if len(answer) <= PARAGRAPH:
        yield Together(blocks)
    else:
        yield from blocks


def _is_short(question: Question, answers: Answers) -> bool:
    if not isinstance(question, TextQuestion) or question.lines > 1:
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
        note = answers.text(question.id, f"{item.id}.note")
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


def _cases(questions: list[CaseQuestion], answers: Answers) -> Iterator[Block]:
    rows = []
    for question in questions:
        choice = answers.text(question.id, "choice")
        last = answers.text(question.id, "last")
        if choice or last:
            chosen = tr("Passed") if choice == PASS else _option(question.options, choice)
            rows.append((question.title, chosen, _option(question.last_time, last)))
    if rows:
        yield Text(questions[0].prompt, "label", questions[0].side)
        headers = (tr("Case"), tr("Chosen"), questions[0].last_prompt)
        yield Table(headers, tuple(rows), (4, 3, 2))


def _rung(question: RungsQuestion, chosen: str) -> str:
    if chosen == NEVER:
        return question.never_label
    return next((rung.label for rung in question.rungs if rung.id == chosen), "")


def _order(question: OrderQuestion, answers: Answers) -> str:
    order = (_option(question.options, chosen) for chosen in answers.order(question.id))
    return " · ".join(f"{place}. {label}" for place, label in enumerate(order, 1))


def _reasoned(question: ReasonedQuestion, answers: Answers) -> Iterator[Block]:
    chosen = _option(question.options, answers.text(question.id, "choice"))
    reason = answers.text(question.id, "reason")
    if not chosen:
        yield from _labelled(question, reason)
        return
    yield from _labelled(question, chosen)
    if reason.strip():
        yield Text(capitalised(question.reason_prompt), "small")
        yield Text(reason)


def _option(options: tuple[Option, ...], chosen: str) -> str:
    """The label of an option; what is not one of them is shown as it is, never dropped."""
    return next((option.label for option in options if option.id == chosen), chosen)


def records_table(question: RecordsQuestion, rows: tuple[Record, ...]) -> Table | None:
    """The filled rows and the columns in which anything stands; None where nothing does."""
    cells = [[_cell(column, row.get(column.id, "")) for column in question.columns] for row in rows]
    cells = [row for row in cells if any(cell.strip() for cell in row)]
    filled = [at for at in range(len(question.columns)) if any(row[at].strip() for row in cells)]
    if not filled:
        return None
    columns = [question.columns[at] for at in filled]
    return Table(
        tuple(column.label for column in columns),
        tuple(tuple(row[at] for at in filled) for row in cells),
        tuple(float(column.width) for column in columns),
        frozenset(at for at, c in enumerate(columns) if c.type is ColumnType.NUMBER),
    )


def _cell(column: Column, cell: Cell) -> str:
    if not isinstance(cell, str):
        return number(cell)
    return _option(column.options, cell) if cell else ""
