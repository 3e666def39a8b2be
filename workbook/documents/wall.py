"""What the room may see at one moment, as one immutable value. The audience screen draws it and is
given nothing else, so what does not stand in it cannot leak.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workbook.catalogue import tr
from workbook.catalogue.asking import Asked, asked_words, case_answers
from workbook.catalogue.rounds import room_title, room_words, round_name, round_words
from workbook.catalogue.words import Words, sentences
from workbook.charts.of_rounds import alt_text, room_chart
from workbook.charts.specs import ChartSpec, DotsSpec
from workbook.model import agenda as timing
from workbook.model.agenda import BREAK, Agenda
from workbook.model.guide import CaseQuestion, Guide, Mode, Phase, PhaseKind, Question, Step
from workbook.model.workshop import Clock, Counts, Round, RoundState, Setup, Workshop
from workbook.readings.group import CasesOfRoom, CaseVotes, RoomReading, Spread, SpreadList
from workbook.readings.of_rounds import PURPOSE_SCALES, reveal

_SEEN = (RoundState.REVEALED, RoundState.WITHHELD)
MAP = "map"  # the reading of a page that shows the purpose map


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
class Audience:
    """All that the room may see."""

    group: str
    place: str  # "3 of 7"
    headline: str
    line: str  # "Second round, 9 of 14 answers."
    invite: str  # "Two minutes of silence: write, then mark."
    countdown: Countdown | None
    picture: Picture | None  # only of a revealed round
    sentence: str
    asked: tuple[Asked, ...] = ()  # while the room answers: what, and between what it chooses


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture, and which round of which step it is of."""

    picture: Picture
    round: Round
    before: Round | None  # the round of the same questions before it


def pictures(guide: Guide, workshop: Workshop, step_id: str) -> tuple[Picture, ...]:
    """The pictures of a step that the room may see, the latest first.

    They are those of the step's latest round that was revealed (or withheld, in words only); then,
    of rounds before it, those of the questions that were not asked again since; and where the step
    shows the purpose map without asking for it, the map of the step that did.

    Raises:
        KeyError: where the guide has no such step.
    """
    return tuple(found.picture for found in gallery(guide, workshop, step_id))


def gallery(guide: Guide, workshop: Workshop, step_id: str) -> tuple[Shown, ...]:
    """The same with their rounds. Some milliseconds of work: whoever needs them every second keeps
    them until a round is another.

    Raises:
        KeyError: where the guide has no such step.
    """
    step = guide.step(step_id)
    found: list[Shown] = []
    covered: set[str] = set()
    for round_ in reversed(_to_see(workshop, step.id)):
        left = tuple(question for question in round_.questions if question not in covered)
        found += _of_round(guide, workshop, replace(round_, questions=left))
        if round_.state is RoundState.REVEALED:
            covered |= set(left)
    if _shows_map(guide, step):
        found += _map(guide, workshop)
    return _told_apart(found)


def _to_see(workshop: Workshop, step_id: str) -> list[Round]:
    """The rounds of a step that were revealed or withheld, the first one first. Of withheld ones
    only the latest of all: what was withheld earlier says nothing any more.
    """
    rounds = [found for found in workshop.rounds_of(step_id) if found.state in _SEEN]
    last = rounds[-1:]
    return [found for found in rounds[:-1] if found.state is RoundState.REVEALED] + last


def _of_round(guide: Guide, workshop: Workshop, round_: Round) -> Iterator[Shown]:
    """The pictures of a round, of those of its questions that are named in it."""
    before = _before(workshop, round_)
    number = round_.id.number
    if before is not None and before.id.number != number - 1:
        number = 0  # then "the round before" is not the one of the number before
    for reading in reveal(
        guide,
        round_,
        _only(workshop.counts.get(round_.id, Counts()), round_),
        before,
        None if before is None else workshop.counts.get(before.id),
    ):
        chart, words = room_chart(reading, number), room_words(reading)
        title = room_title(reading)
        reason = sentences(words.reason, *_withheld(reading, words))
        alt = "" if chart is None else alt_text(chart)
        yield Shown(Picture(title, chart, words.lead, reason, alt), round_, before)


def _before(workshop: Workshop, round_: Round) -> Round | None:
    """The round before in which one of the same questions was asked."""
    return next(
        (
            earlier
            for earlier in reversed(workshop.rounds_of(round_.id.step))
            if earlier.id.number < round_.id.number
            and set(earlier.questions) & set(round_.questions)
        ),
        None,
    )


def _only(counts: Counts, round_: Round) -> Counts:
    """The counts of the questions of a round alone, so that nothing is said of other ones."""
    asked = set(round_.questions)
    answers = {spot: found for spot, found in counts.answers.items() if spot.question in asked}
    return replace(counts, answers=answers)


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


def _shows_map(guide: Guide, step: Step) -> bool:
    """Whether a page of the step shows the map of marks that another step has asked for."""
    shows = any(MAP in page.readings for page in step.pages)
    return shows and not set(step.ballot) & {q.id for q in _purpose_scales(guide)}


def _purpose_scales(guide: Guide) -> tuple[Question, ...]:
    return tuple(q for role in PURPOSE_SCALES for q in guide.with_role(role))


def _map(guide: Guide, workshop: Workshop) -> Iterator[Shown]:
    """The map of the latest round in which the purpose scales were voted on."""
    scales = {question.id for question in _purpose_scales(guide)}
    for step in guide.steps:
        for round_ in reversed(_to_see(workshop, step.id)):
            asked = tuple(question for question in round_.questions if question in scales)
            if set(asked) == scales:
                readings = tuple(_of_round(guide, workshop, replace(round_, questions=asked)))
                yield readings[-1]  # scales first, then the map
                return


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


def audience(
    guide: Guide,
    group: str,
    workshop: Workshop,
    sentence: str,
    *,
    step: str,
    phase: str,
    counted: int | None,
    picture: int,
    now: datetime,
    agenda: Agenda,
    kept: Sequence[Shown] | None = None,
) -> Audience:
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
        picture: which of `pictures` is wanted; the last one where there are fewer.
        now: the moment.
        agenda: the timeboxes in which the clock stands.
        kept: the step's `gallery`, where it is known; else it is made anew.
    """
    at = guide.step(step)
    place = [each.id for each in guide.steps].index(step)
    countdown = _countdown(workshop.clock, agenda, now)
    if phase == BREAK and not any(each.id == BREAK for each in at.phases):
        return Audience(group, "", tr("A break"), "", "", countdown, None, "")
    latest = workshop.last_round(step)
    found = gallery(guide, workshop, step) if kept is None else kept
    shown = _chosen(found, latest, picture)
    held = next((each for each in at.phases if each.id == phase), None)
    headline = _headline(guide, at, held, latest)
    return Audience(
        group=group,
        # Translators: which step of how many, on the audience screen.
        place=tr("{n} of {all}").format(n=place, all=len(guide.steps) - 1) if place else "",
        headline=headline,
        line=_line(workshop.setup, latest, counted, shown),
        invite=_invite(guide, held, latest, headline),
        countdown=countdown,
        picture=shown.picture if shown else None,
        sentence=sentence,
        asked=() if shown else _asked(guide, at, held, latest, headline),
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
    guide: Guide, step: Step, phase: Phase | None, latest: Round | None, headline: str
) -> tuple[Asked, ...]:
    """What the room answers now, or is about to answer for the first time."""
    case = _case_alone(guide, latest)
    if case is not None:  # its story is told beside its name
        return (Asked("", case_answers(case)),)
    if latest is None and phase is not None and phase.kind is PhaseKind.WRITE:
        asked = step.ballot
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


def _line(setup: Setup, latest: Round | None, counted: int | None, shown: Shown | None) -> str:
    """How far the round is that the room votes in or looks at."""
    if shown is not None and latest is not None and shown.round.id.step == latest.id.step:
        latest = shown.round
    if latest is None:
        return ""
    people = latest.ballots if latest.over else counted or 0
    said = tr("{sentence}.").format(sentence=round_words(latest, people, setup.people))
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
