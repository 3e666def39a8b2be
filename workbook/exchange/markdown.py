"""Writes a document as Markdown: the same blocks as on paper and on the page, a chart in words."""

from collections.abc import Iterable, Iterator
from typing import assert_never

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
from workbook.exchange.markdown_text import bold, inline, paragraphs, quote, table


def markdown(document: Document) -> bytes:
    """The document as Markdown in UTF-8. Parts are parted by empty lines."""
    parts = (*_head(document), *_written(document.blocks))
    return ("\n\n".join(filter(None, parts)) + "\n").encode("utf-8", "replace")


def _head(document: Document) -> Iterator[str]:
    yield f"# {inline(document.title)}"
    yield " · ".join(filter(None, map(inline, (document.kicker, document.date))))
    yield inline(document.subtitle)


def _written(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from _heading(block)
        case Text(text, style):
            yield bold(text) if style == "label" else paragraphs(text)
        case Banner(text, small):
            yield quote(text)
            yield inline(small)
        case Facts(rows):
            yield "\n".join(f"- {bold(label)} {inline(value)}" for label, value in rows)
        case Table(headers, rows, numeric=numeric):
            width = max(map(len, (headers, *rows)))
            yield table(headers or ("",) * width, rows, sorted(numeric))
        case Reading(lead, reason):
            yield " ".join(filter(None, (bold(lead), inline(reason))))
        case Chart(alt=alt):
            yield paragraphs(alt)
        case Columns(left, right):
            yield from _written((*left, *right))
        case Together(blocks):
            yield from _written(blocks)
        case PageBreak():
            yield "---"
        case _:
            assert_never(block)


def _heading(heading: Heading) -> Iterator[str]:
    """One level below the title; the small words above it name it, where there are any."""
    yield f"{'#' * (heading.level + 1)} {inline(heading.kicker or heading.text)}"
    if heading.kicker:
        yield inline(heading.text)
