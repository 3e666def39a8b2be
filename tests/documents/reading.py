"""Reads a document back: its words, headings and facts."""

from collections.abc import Iterator

from tests.small_guide import findings, small_guide
from workbook.documents.blocks import (
    Banner,
    Block,
    Chart,
    Columns,
    Document,
    Facts,
    Heading,
    PageBreak,
    Reading,
    Table,
    Text,
    Together,
)
from workbook.documents.summary import summary
from workbook.model.answers import Answers

GUIDE = small_guide()


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block that is drawn, those inside others too, in reading order."""
    for block in blocks:
        match block:
            case Columns():
                yield from flat((*block.left, *block.right))
            case Together():
                yield from flat(block.blocks)
            case _:
                yield block


def texts(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in flat(blocks):
        match block:
            case Heading() | Text():
                found.append(block.text)
            case Banner():
                found += [block.text, block.small]
            case Facts():
                found += [cell for row in block.rows for cell in row]
            case Table():
                found += [cell for row in (block.headers, *block.rows) for cell in row]
            case Reading():
                found += [block.lead, block.reason]
            case Chart():
                found.append(block.alt)
    return found


def page_one(document: Document) -> tuple[Block, ...]:
    blocks = document.blocks
    end = blocks.index(PageBreak()) if PageBreak() in blocks else len(blocks)
    return blocks[:end]


def inside(document: Document) -> tuple[Block, ...]:
    return document.blocks[len(page_one(document)) + 1 :]


def made(given_answers: Answers) -> Document:
    return summary(findings(given_answers, GUIDE))


def headings(blocks: tuple[Block, ...], level: int) -> list[str]:
    return [b.text for b in flat(blocks) if isinstance(b, Heading) and b.level == level]


def facts(document: Document) -> dict[str, str]:
    return dict(row for b in flat(page_one(document)) if isinstance(b, Facts) for row in b.rows)
