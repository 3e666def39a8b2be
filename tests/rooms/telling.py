"""Gathers all that the program says of a session, sentence by sentence: pages, papers, the wall."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum

from workbook.catalogue.outcome import outcome_words
from workbook.charts.specs import ChartSpec
from workbook.documents.blocks import Block, Chart, Columns, Facts, Table, Text, Together
from workbook.documents.page_one_of_workshop import workshop_glance
from workbook.documents.summary import summary
from workbook.documents.wall import gallery
from workbook.documents.wanted import Wanted
from workbook.model.opened import OpenSession
from workbook.model.workshop import Round
from workbook.printing.handouts.letter.content import letter
from workbook.printing.handouts.statement.content import statement
from workbook.printing.handouts.take_home.content import take_home
from workbook.printing.pages.pdf import NothingToPrint
from workbook.readings.consent import consent_of
from workbook.readings.findings import Findings
from workbook.readings.proposal import proposal

_END = re.compile(r"(?<=[.!?…])[”’)]?\s+|\n+")


@dataclass(frozen=True, slots=True)
class Told:
    """All that is said of a session; `consent` is the name of the state of its words."""

    consent: str
    said: tuple[str, ...]
    page_one: tuple[str, ...]


def told(opened: OpenSession) -> Told:
    """What the program says of a workshop: the summary with page one, the sheet to take home, the
    letter, the statement poster, every picture of the wall, and the line on Home.
    """
    assert opened.workshop is not None
    found = Findings(opened)
    page_one = _sentences(_of_blocks(workshop_glance(found)))
    wanted = Wanted(opened.guide, found)
    texts = [*_of_blocks(summary(found).blocks), outcome_words(opened.session.outcome)]
    for paper in (take_home, letter):
        texts += _texts(paper(wanted))
    for signed in (False, True):
        try:
            texts += _texts(statement(Wanted(opened.guide, found, signed=signed)))
        except NothingToPrint as why:
            texts.append(str(why))
    for step in opened.guide.steps:
        texts += _texts(gallery(found.rounds, step.id))
    words = proposal(opened.guide, opened.answers)
    state = consent_of(opened.guide, opened.workshop, words).state
    return Told(state.value, (*page_one, *_sentences(texts)), page_one)


def _of_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """What blocks say. A row of facts or of a table is read as one."""
    for block in blocks:
        match block:
            case Columns(left, right):
                yield from _of_blocks((*left, *right))
            case Together(inner):
                yield from _of_blocks(inner)
            case Facts(rows):
                yield from (f"{label}: {value}" for label, value in rows)
            case Table(headers, rows):
                yield from (" · ".join(filter(None, row)) for row in (headers, *rows))
            case Chart(alt=alt):
                yield alt
            case Text(text=text):
                yield text
            case _:
                yield from _texts(block)


def _texts(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, Round):
        return  # its ids are nobody's words
    elif isinstance(value, Facts | Table | Chart | Text):
        yield from _of_blocks((value,))
    elif is_dataclass(value) and not isinstance(value, type | ChartSpec):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from _texts(each)


def _sentences(texts: Iterable[str]) -> tuple[str, ...]:
    """The sentences of texts, each once."""
    found = (sentence.strip() for text in texts for sentence in _END.split(text))
    return tuple(dict.fromkeys(filter(None, found)))
