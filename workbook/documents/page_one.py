"""Page one of the summary: what came out at a glance, shortened so that it fits one page."""

from collections.abc import Iterator

from workbook.catalogue import ntr, tr
from workbook.catalogue.dates import day_of, long_date, number, read_date, short_date
from workbook.catalogue.readings import kind_phrase, protects_first, sentence_words
from workbook.catalogue.together import alive_of_counted
from workbook.catalogue.words import capitalised, shorten
from workbook.charts.of_readings import choices_spec, map_spec
from workbook.documents.blocks import Banner, Block, Columns, Facts, Heading, Table, Text, Together
from workbook.documents.said_back import HALF, chart
from workbook.documents.written import records_table, text_of
from workbook.model.guide import RecordsQuestion, Side
from workbook.model.session import Session
from workbook.readings.findings import Findings
from workbook.readings.wrong import Basis

BANNER, VALUE, CELL, NARROW_CELL = (
    170,
    30,
    60,
    28,
)  # characters that stand on page one, the rest inside
COMMITMENTS = 4
FACTS = 8


def glance(found: Findings) -> tuple[Block, ...]:
    """The blocks of page one in their order; empty where there is nothing to see yet."""
    return (
        *banner(found),
        *_map_and_facts(found),
        *_wrong(found),
        *commitments(found),
    )


def banner(found: Findings) -> Iterator[Block]:
    """The sentence of a session, else its statement, else its order; nothing without any."""
    text, side = words_of_banner(found)
    if text:
        small = tr("One person’s words on {date}.").format(date=date_of(found))
        yield Banner(text, small.replace("….", "…"), side)


def words_of_banner(found: Findings) -> tuple[str, Side]:
    """The words of a banner, "" where there are none, and the side that comes first in them."""
    order = found.written.sentence
    text = written_on(found, "priority_sentence") or written_on(found, "statement")
    if not text and order and order.basis is Basis.OWN:
        text = sentence_words(order)
    return shorten(text, BANNER), order.first_side if order and order.stands else Side.NEITHER


def date_of(found: Findings) -> str:
    """The day of a session in words."""
    return long_date(day_of(written_on(found, "date"), found.session.changed))


def written_on(found: Findings, role: str) -> str:
    """What was written in answer to the questions of a role, "" where nothing was."""
    return text_of(found.guide, found.answers, role)


def _map_and_facts(found: Findings) -> Iterator[Block]:
    rows = tuple(_facts(found))[:FACTS]
    facts: tuple[Block, ...] = (Heading(tr("At a glance"), 2), Facts(rows)) if rows else ()
    purpose = found.written.purpose
    if purpose is None:
        yield from facts
        return
    drawn: tuple[Block, ...] = (
        Heading(tr("Purpose map"), 2),
        chart(map_spec(purpose), HALF),
    )
    yield Columns(drawn, facts, 0.47)


def _facts(found: Findings) -> Iterator[tuple[str, str]]:
    if purpose := found.written.purpose:
        arrow = tr("{said} → {done}")
        yield tr("By the essay’s definition"), capitalised(kind_phrase(purpose.do.kind))
        inside, outside = purpose.inside, purpose.outside
        yield tr("For each other, say → do"), arrow.format(said=inside.say, done=inside.do)
        yield tr("For the outside, say → do"), arrow.format(said=outside.say, done=outside.do)
    if priority := found.written.priority:
        yield tr("Protects first"), protects_first(priority.now)
    if (cases := found.written.cases) and cases.passes < len(cases.cases):
        chosen = len(cases.cases) - cases.passes
        people = ntr("{people} of {n} case", "{people} of {n} cases", chosen)
        count = cases.count(Side.INSIDE)
        yield tr("Chose people over work"), people.format(people=count, n=chosen)
    if shortfall := found.written.shortfall:
        yield tr("Hours missing each month"), number(shortfall.missing)
    if (made := found.written.created) and made.counted:
        yield tr("Co-created projects alive"), alive_of_counted(made)
    if again := written_on(found, "look_again"):
        day = read_date(again)
        yield tr("Look again"), long_date(day) if day else shorten(again, VALUE)


def _wrong(found: Findings) -> Iterator[Block]:
    if cases := found.written.cases:
        heading = Heading(tr("When things go wrong"), 2)
        yield Together((heading, chart(choices_spec(cases))))


def commitments(found: Findings) -> Iterator[Block]:
    """The first commitments, and how many more there are; nothing without any."""
    questions = [q for q in found.guide.with_role("commitments") if isinstance(q, RecordsQuestion)]
    tables = (records_table(q, found.answers.records(q.id)) for q in questions)
    table = next((table for table in tables if table), None)
    if table is None:
        return
    rows = tuple(
        tuple(
            _in_short(found.session, cell, NARROW_CELL if at else CELL)
            for at, cell in enumerate(row)
        )
        for row in table.rows
    )
    yield Heading(tr("What we will do"), 2)
    last = len(table.widths) - 1
    yield Table((), rows[:COMMITMENTS], table.widths, frozenset({last} if last else ()))
    if len(rows) > COMMITMENTS:
        more = tr("And {n} more inside.").format(n=len(rows) - COMMITMENTS)
        yield Text(more, "small")


def _in_short(session: Session, cell: str, limit: int) -> str:
    day = read_date(cell)
    today = session.changed.astimezone().date()
    return short_date(day, today) if day else shorten(cell, limit)
