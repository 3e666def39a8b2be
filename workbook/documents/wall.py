"""What the room may see at one moment, as one immutable value. The wall draws it and is
given nothing else, so what does not stand in it cannot leak.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workbook.catalogue import tr
from workbook.catalogue.asking import Asked, asked_words, case_answers
from workbook.catalogue.round_votes import invitation
from workbook.catalogue.rounds import room_title, room_words, round_name, round_words
from workbook.catalogue.words import Words, sentences
from workbook.charts.of_rounds import alt_text, room_chart
from workbook.charts.specs import ChartSpec, DotsSpec
from workbook.model import timing
from workbook.model.agenda import BREAK, Agenda
from workbook.model.guide import CaseQuestion, Guide, Mode, Phase, PhaseKind, Step
from workbook.model.workshop import Clock, Round, RoundState, Setup, Workshop
from workbook.readings.group import (
    CasesOfRoom,
    CaseVotes,
    ConsentVotes,
    RoomReading,
    Spread,
    SpreadList,
)
from workbook.readings.on_wall import Seen
from workbook.readings.round_findings import RoundFindings

_SEEN = (RoundState.REVEALED, RoundState.WITHHELD)


@dataclass(frozen=True, slots=True)
class Countdown:
    """The time left in a phase: it runs down to `until`, or stands at `left` where that is None."""

    until: datetime | None  # aware, UTC
    left: float  # seconds where it stands; negative over time
    whole: int  # seconds that the phase has, for amber at 20 % and red at 5 % of them


@dataclass(frozen=True, slots=True)
class Picture:
    """One revealed reading: its short name, its chart, its words, and the chart in words."""

    title: str
    chart: ChartSpec | None  # None where only words can be shown, because it is withheld
    lead: str
    reason: str
    alt: str


@dataclass(frozen=True, slots=True)
class WallContent:
    """All that the room may see."""

    group: str
    place: str  # "3 of 7"
    headline: str
    line: str  # "Second round, 9 of 14 answers."
    invite: str  # "Two minutes of silence: write, then mark."
    countdown: Countdown | None
    picture: Picture | None  # only of a revealed round
    sentence: str
    standing: str = ""  # what the words of the sentence are: "A proposal. Not agreed: 1 of 9 …"
    asked: tuple[Asked, ...] = ()  # while the room answers: what, and between what it chooses


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture, and which round of which step it is of."""

    picture: Picture
    round: Round
    before: Round | None  # the round of the same questions before it
    fewest: int | None = None  # how many gave something at the mark with the fewest; None unknown


def gallery(rounds: RoundFindings, step_id: str) -> tuple[Shown, ...]:
    """The pictures of a step that the room may see, the latest first. Some milliseconds of work:
    whoever needs them every second keeps them until a round is another.

    Raises:
        KeyError: where the guide has no such step.
    """
    return _told_apart([_picture(seen) for seen in rounds.on_wall(step_id)])


def _picture(seen: Seen) -> Shown:
    chart = room_chart(seen.reading, seen.number)
    words = room_words(seen.reading, seen.round.id.number)
    title = room_title(seen.reading)
    reason = sentences(words.reason, *_withheld(seen.reading, words))
    if isinstance(seen.reading, ConsentVotes):
        reason = sentences(reason, invitation(seen.reading))
    alt = "" if chart is None else alt_text(chart)
    return Shown(
        Picture(title, chart, words.lead, reason, alt), seen.round, seen.before, seen.fewest
    )


def _withheld(reading: RoomReading, words: Words) -> tuple[str, ...]:
    """What is said of the parts of a reading that its chart leaves out."""
    parts: tuple[Spread | CaseVotes, ...] = ()
    if isinstance(reading, SpreadList):
        parts = reading.items
    elif isinstance(reading, CasesOfRoom):
        parts = reading.cases
    if len(words.items) != len(parts):
        return ()  # all of it is withheld, and the lead says so
    return tuple(said for part, said in zip(parts, words.items, strict=True) if part.withheld)


def _told_apart(found: Sequence[Shown]) -> tuple[Shown, ...]:
    """The same, with the round in titles that would be there twice."""
    apart, titles = [], set()
    for shown in found:
        picture = shown.picture
        if picture.title in titles:
            # Translators: a picture's name, and from which round it is: "Cases · First round".
            title = tr("{title} · {round}").format(
                title=picture.title, round=round_name(shown.round.id.number)
            )
            picture = replace(picture, title=title)
        titles.add(picture.title)
        apart.append(replace(shown, picture=picture))
    return tuple(apart)


def wall_content(
    guide: Guide,
    group: str,
    workshop: Workshop,
    sentence: str,
    *,
    step: str,
    phase: str,
    counted: int | None,
    fewest: int | None = None,
    picture: int,
    now: datetime,
    agenda: Agenda,
    gallery: Sequence[Shown],
    standing: str = "",
) -> WallContent:
    """All that the room may see in a phase. It is given nothing else of the session.

    While a round is open or not revealed yet, nothing of the step's earlier rounds is shown.

    Args:
        guide: what is asked.
        group: the group's name.
        workshop: its rounds and its clock; of a round that is not revealed only its state is read.
        sentence: what the step has written down, for everyone to read.
        step: where the room is; KeyError where the guide has no such step.
        phase: the phase of the step, or the break before it.
        counted: how many have answered in the step's latest round, None where there is none.
        fewest: how many of them at the mark with the fewest, while it is open; None where unknown.
        picture: which of the gallery’s pictures is wanted; the last one where there are fewer.
        now: the moment.
        agenda: the timeboxes in which the clock stands.
        gallery: that of the step.
        standing: what the words of the sentence are, where consent is asked to them.
    """
    at = guide.step(step)
    place = [each.id for each in guide.steps].index(step)
    countdown = _countdown(workshop.clock, agenda, now)
    if phase == BREAK and not any(each.id == BREAK for each in at.phases):
        return WallContent(group, "", tr("A break"), "", "", countdown, None, "")
    latest = workshop.last_round(step)
    shown = _chosen(gallery, latest, picture)
    held = next((each for each in at.phases if each.id == phase), None)
    headline = _headline(guide, at, held, latest)
    ballot = guide.ballot_of(at, workshop.setup.plan)
    return WallContent(
        group=group,
        # Translators: which step of how many, on the audience screen.
        place=tr("{n} of {all}").format(n=place, all=len(guide.steps) - 1) if place else "",
        headline=headline,
        line=_line(workshop.setup, latest, counted, fewest, shown),
        invite=_invite(guide, held, latest, headline),
        countdown=countdown,
        picture=shown.picture if shown else None,
        sentence=sentence,
        standing=standing if sentence.strip() else "",
        asked=() if shown else _asked(guide, ballot, held, latest, headline),
    )


def _chosen(shown: Sequence[Shown], latest: Round | None, picture: int) -> Shown | None:
    """The picture that is wanted, or the nearest to it that may stand beside an ongoing round."""
    waiting = latest is not None and latest.state in (RoundState.OPEN, RoundState.CLOSED)
    wanted = shown[max(0, picture) : picture + 1] or shown[-1:]
    if not waiting or latest is None:
        return next(iter(wanted), None)
    others = [each for each in (*wanted, *shown) if each.round.id.step != latest.id.step]
    return next(iter(others), None)


def _case_alone(guide: Guide, latest: Round | None) -> CaseQuestion | None:
    """The case that is voted on alone, None where there is none."""
    if latest is None or latest.state is not RoundState.OPEN or len(latest.questions) != 1:
        return None
    question = guide.questions[latest.questions[0]]
    return question if isinstance(question, CaseQuestion) else None


def _headline(guide: Guide, step: Step, phase: Phase | None, latest: Round | None) -> str:
    """The question of the moment: a case that is voted on alone, else that of the page or step."""
    case = _case_alone(guide, latest)
    if case is not None:
        return case.title
    named = phase.page if phase else ""
    page = next((page for page in step.pages if page.id == named), step.ballot_page)
    return page.headline_in(Mode.WORKSHOP)


def _invite(guide: Guide, phase: Phase | None, latest: Round | None, headline: str) -> str:
    """What the room is asked to do, or the story of the case it votes on; no headline twice.

    Where it has done so, and looks at what came of it, it is not asked any more.
    """
    case = _case_alone(guide, latest)
    if case is not None:
        return case.story
    if phase is not None and latest is not None and latest.state in _SEEN:
        least = {PhaseKind.WRITE: 1, PhaseKind.SECOND: 2}.get(phase.kind)
        if least is not None and latest.id.number >= least:
            return ""
    invite = phase.invite if phase else ""
    return "" if invite == headline else invite


def _asked(
    guide: Guide,
    ballot: tuple[str, ...],
    phase: Phase | None,
    latest: Round | None,
    headline: str,
) -> tuple[Asked, ...]:
    """What the room answers now, or is about to answer for the first time."""
    case = _case_alone(guide, latest)
    if case is not None:  # its story is told beside its name
        return (Asked("", case_answers(case)),)
    if latest is None and phase is not None and phase.kind is PhaseKind.WRITE:
        asked = ballot
    elif latest is not None and latest.state is RoundState.OPEN:
        asked = latest.questions
    else:
        return ()
    told = (headline, "" if phase is None else phase.invite)
    return tuple(
        replace(each, question="") if each.question in told else each
        for each in asked_words(guide, asked)
        if each.answers or each.question not in told
    )


def _line(
    setup: Setup,
    latest: Round | None,
    counted: int | None,
    fewest: int | None,
    shown: Shown | None,
) -> str:
    """How far the round is that the room votes in or looks at."""
    if shown is not None and latest is not None and shown.round.id.step == latest.id.step:
        latest = shown.round
    if latest is None:
        return ""
    answers = latest.ballots if latest.over else counted or 0
    if latest.over:
        fewest = shown.fewest if shown is not None and shown.round == latest else None
    words = round_words(latest, answers, latest.people or setup.people, fewest)
    said = tr("{sentence}.").format(sentence=words)
    chart = shown.picture.chart if shown else None
    if shown and shown.before and isinstance(chart, DotsSpec) and chart.before:
        below = tr("{round} below the line.").format(round=round_name(shown.before.id.number))
        return sentences(said, below)
    return said


def _countdown(clock: Clock, boxes: Agenda, now: datetime) -> Countdown | None:
    """What is left of the phase; None where it has no time, and once the workshop has ended."""
    whole = timing.whole(boxes, clock)
    if not whole or clock.ended is not None:
        return None
    if clock.since is None:
        return Countdown(None, whole - clock.spent, whole)
    # From the moment since which it runs, so that it is the same whenever it is asked.
    until = min(clock.since, now) + timedelta(seconds=whole - clock.spent)
    return Countdown(until, 0.0, whole)
