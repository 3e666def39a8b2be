"""Page one of a workshop's summary: its sentence, the map of the room, the strongest readings."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbook.catalogue import tr
from workbook.catalogue.dates import long_date, number, read_date
from workbook.catalogue.kinds import kind_phrase
from workbook.catalogue.readings import protects_first
from workbook.catalogue.round_spreads import agreement_name
from workbook.catalogue.words import capitalised, quoted, sentences, shorten
from workbook.charts.of_rounds import room_chart
from workbook.charts.specs import DivergingSpec
from workbook.documents.blocks import Banner, Block, Columns, Facts, Heading, Together
from workbook.documents.page_one import VALUE, commitments, date_of, words_of_banner
from workbook.documents.said_back import HALF, chart
from workbook.documents.written import text_of
from workbook.model.answers import Answers
from workbook.model.guide import Guide
from workbook.model.session import Session
from workbook.readings import session as read
from workbook.readings.distribution import agreement_word
from workbook.readings.group import CasesOfRoom, ConsentVotes, MapOfRoom, RoomReading, Spread
from workbook.readings.of_workshop import Said, map_of

DISSENT = 90  # characters
FACTS = 9
NOW = "now"  # the mark of the priority scale for what is


def room_glance(
    session: Session, guide: Guide, answers: Answers, told: Sequence[Said]
) -> tuple[Block, ...]:
    """The blocks of page one in their order; empty where there is nothing to see yet.

    Args:
        session: whose page it is.
        guide: what was asked.
        answers: the group's.
        told: what all rounds say back that were shown, step by step.
    """
    said = [each.reading for each in told]
    return (
        *room_banner(session, guide, answers, told),
        *_map_and_facts(guide, answers, map_of(told), said),
        *_wrong(said),
        *commitments(session, guide, answers),
    )


def room_banner(
    session: Session, guide: Guide, answers: Answers, told: Sequence[Said]
) -> Iterator[Block]:
    """The sentence of the group, whether it was agreed on, and what was said otherwise."""
    text, side = words_of_banner(guide, answers)
    if not text:
        return
    consent = _consent([each.reading for each in told])
    words = tr("The group’s words on {date}.")
    if consent and not consent.low:
        words = tr("Agreed on {date}.")
    small = words.format(date=date_of(session, guide, answers)).replace("….", "…")
    dissent = shorten(text_of(guide, answers, "dissent"), DISSENT)
    if dissent:
        dissent = tr("Said otherwise, and kept: {words}").format(words=quoted(dissent))
    yield Banner(text, sentences(small, dissent), side)


def _consent(said: list[RoomReading]) -> ConsentVotes | None:
    """The last time that consent was asked for, where anybody answered."""
    found = [each for each in said if isinstance(each, ConsentVotes) and each.answered]
    return found[-1] if found else None


def _map_and_facts(
    guide: Guide, answers: Answers, place: MapOfRoom | None, said: list[RoomReading]
) -> Iterator[Block]:
    rows = tuple(_facts(guide, answers, place, said))[:FACTS]
    facts: tuple[Block, ...] = (Heading(tr("At a glance"), 2), Facts(rows)) if rows else ()
    spec = room_chart(place) if place else None
    if spec is None:
        yield from facts
        return
    yield Columns((Heading(tr("Purpose map"), 2), chart(spec, HALF)), facts, 0.47)


def _facts(
    guide: Guide, answers: Answers, place: MapOfRoom | None, said: list[RoomReading]
) -> Iterator[tuple[str, str]]:
    if place:
        yield from _place(place)
    yield from _priority(guide, said)
    cases = _cases(said)
    voted = [case for case in cases.cases if case.people + case.work] if cases else []
    if voted:
        people = sum(case.people > case.work for case in voted)
        of_cases = tr("{people} of {n} cases").format(people=people, n=len(voted))
        yield tr("More put people first in"), of_cases
    if consent := _consent(said):
        along = tr("{n} of {all}").format(n=consent.answered - consent.low, all=consent.answered)
        yield tr("Go along or support it"), along
    if alive := read.alive(guide, answers):
        living = tr("{alive} of {n}").format(alive=len(alive.alive), n=len(alive.projects))
        yield tr("Co-created projects alive"), living
    if again := text_of(guide, answers, "look_again"):
        day = read_date(again)
        yield tr("Look again"), long_date(day) if day else shorten(again, VALUE)


def _place(place: MapOfRoom) -> Iterator[tuple[str, str]]:
    """The kind of group by the medians of what it does, and both medians of what it says."""
    if place.do is None:
        return
    yield tr("By the essay’s definition"), capitalised(kind_phrase(place.do.kind))
    if place.say is not None:
        arrow = tr("{said} → {done}")
        inside = arrow.format(said=number(place.say.inside), done=number(place.do.inside))
        outside = arrow.format(said=number(place.say.outside), done=number(place.do.outside))
        yield tr("For each other, say → do"), inside
        yield tr("For the outside, say → do"), outside


def _priority(guide: Guide, said: list[RoomReading]) -> Iterator[tuple[str, str]]:
    """What the room protects first by its median, and how far it came to agree on that."""
    scales = {question.id for question in guide.with_role("priority_scale")}
    marks = [
        each
        for each in said
        if isinstance(each, Spread) and each.question in scales and each.mark == NOW
    ]
    shown = [each for each in marks if each.now is not None]
    if not shown:
        return
    now, before = shown[-1].now, shown[-1].before
    if now is None:
        return
    yield tr("Protects first"), protects_first(now.median)
    if before and before.agreement is not None and now.agreement is not None:
        words = [agreement_name(agreement_word(a)) for a in (before.agreement, now.agreement)]
        moved = tr("the marks went from {before} to {now}")
        if words[0] == words[1]:
            moved = tr("the marks stayed {now}")
        yield tr("Between the two votes"), moved.format(before=words[0], now=words[1])


def _wrong(said: list[RoomReading]) -> Iterator[Block]:
    """All cases at once, without what was done last time: that stands inside."""
    cases = _cases(said)
    spec = room_chart(cases) if cases else None
    if isinstance(spec, DivergingSpec):
        plain = replace(spec, rows=tuple(replace(row, last=None) for row in spec.rows))
        yield Together((Heading(tr("When things go wrong"), 2), chart(plain)))


def _cases(said: list[RoomReading]) -> CasesOfRoom | None:
    """The round that asked the most cases."""
    found = [each for each in said if isinstance(each, CasesOfRoom)]
    return max(found, key=lambda each: len(each.cases), default=None)
