"""The sections of a step inside the summary: a page's answers and what they say back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from workbook.documents.blocks import (
    Banner,
    Block,
    Chart,
    Columns,
    Facts,
    Heading,
    PageBreak,
    Reading,
    Table,
    Text,
    Together,
)
from workbook.documents.said_back import questions_told, readings_on
from workbook.documents.written import BESIDE, written
from workbook.model.guide import CaseQuestion, Guide, Mode, Question, Step
from workbook.readings.answer_findings import AnswerFindings


@dataclass(frozen=True, slots=True)
class Section:
    """Questions in rows as they are asked side by side, and the names of their readings."""

    headline: str
    rows: tuple[tuple[Question, ...], ...]
    readings: tuple[str, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Its questions in reading order."""
        return tuple(question for row in self.rows for question in row)


def sections(guide: Guide, step: Step, mode: Mode) -> list[Section]:
    """The pages of a step as sections; pages of nothing but cases make one together."""
    found: list[Section] = []
    for page in guide.pages_of(step, mode):
        asked = tuple(guide.questions_on(page, mode))
        rows = tuple(tuple(q for q in asked if q.id in row) for row in page.rows)
        section = Section(page.headline_in(mode), rows, page.readings)
        if found and _only_cases(found[-1]) and _only_cases(section):
            last = found.pop()
            readings = (*last.readings, *section.readings)
            section = Section(last.headline, (*last.rows, *rows), readings)
        found.append(section)
    return found


def _only_cases(section: Section) -> bool:
    asked = section.questions
    return bool(asked) and all(isinstance(question, CaseQuestion) for question in asked)


def section_blocks(section: Section, found: AnswerFindings) -> Iterator[Block]:
    """What was written, and the readings; a short answer on the map stands beside it."""
    told = questions_told(section.readings, found)
    answered = tuple(written(section.rows, found.answers, told))
    beside = "kind" in section.readings and _letters(answered) <= BESIDE
    said = tuple(
        readings_on(section.readings, found, section.questions, told, answered if beside else ())
    )
    if not (beside and said):
        yield from answered
    yield from said


def _letters(blocks: Sequence[Block]) -> int:
    """How long short blocks are; more than any page holds for others."""
    return sum(map(_length, blocks))


def _length(block: Block) -> int:
    match block:
        case Text():
            return len(block.text)
        case Facts():
            return sum(len(cell) for row in block.rows for cell in row)
        case Together():
            return _letters(block.blocks)
        case Heading() | Banner() | Table() | Reading() | Chart() | Columns() | PageBreak():
            return BESIDE + 1
        case _:
            assert_never(block)
