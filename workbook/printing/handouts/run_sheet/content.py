"""What stands on a run sheet: times of day, phases, cards, what to bring, what gives time back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from workbook.catalogue import ntr, tr
from workbook.catalogue.print_room import day_words
from workbook.catalogue.words import capitalised, listed, quoted
from workbook.documents.steps import numbered
from workbook.documents.wanted import Wanted
from workbook.model.agenda import BREAK, Agenda, Timebox, agenda, buffer, minutes_of, total
from workbook.model.guide import CaseQuestion, Guide, Option, PhaseKind, RungsQuestion, Step
from workbook.model.replanning import replan
from workbook.model.timing import begin
from workbook.model.workshop import Setup
from workbook.printing.handouts.run_sheet.bring import bring

_QUARTERS = ("", "¼", "½", "¾")
_DAY = datetime(2000, 1, 3, tzinfo=UTC)  # any: only the time of day is read


@dataclass(frozen=True, slots=True)
class Moment:
    """One phase: when, how long, what it is called, and the facilitator's card."""

    at: str
    minutes: str
    title: str
    firm: bool
    lead: str
    card: str


@dataclass(frozen=True, slots=True)
class Case:
    """A case: its title, its story to be read aloud, each choice with what it puts first."""

    title: str
    story: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A step with its phases; or the break before one, which has none."""

    at: str
    minutes: str
    title: str  # as in the list on page one
    question: str  # over its phases, "" for a break
    moments: tuple[Moment, ...] = ()
    cases: tuple[Case, ...] = ()
    story: str = ""  # of the rungs
    rungs: str = ""
    listen: str = ""
    hot: str = ""


@dataclass(frozen=True, slots=True)
class Timetable:
    """A whole run sheet in words."""

    title: str
    lead: str
    span: str  # when it begins and ends
    kicker: str
    footer: str
    language: str
    parts: tuple[Part, ...]
    spare: tuple[str, str]  # when the buffer begins, and how long it is; empty without one
    end: str
    bring: tuple[str, ...]
    late: tuple[str, ...]


def run_sheet(wanted: Wanted) -> Timetable:
    """The run sheet of a workshop; no name of anybody in it is printed.

    Raises:
        KeyError: where the guide has no such plan.
    """
    day = day_words(wanted.held)
    return timetable(wanted.guide, wanted.setup, wanted.start, wanted.group, day)


def timetable(guide: Guide, setup: Setup, start: time, group: str, date: str) -> Timetable:
    """The run sheet of a workshop that begins at a time of day.

    Args:
        guide: what is asked.
        setup: how it is held; nobody's name in it is printed.
        start: when it begins.
        group: the group's name, "" to leave it out.
        date: the day in words, "" to leave it out.

    Raises:
        KeyError: where the guide has no such plan.
    """
    plan = guide.plan(setup.plan)
    clock = _Clock(start)
    end = clock.at(total(guide, setup))
    spare = buffer(guide, setup)
    parts = tuple(_parts(guide, agenda(guide, setup), clock))
    people = ntr("{n} person", "{n} people", setup.people).format(n=setup.people)
    # Translators: when a workshop begins and ends.
    span = tr("{begin} to {end}").format(begin=clock.at(0), end=end)
    about = (plan.title if group else "", date, span, people if setup.people else "")
    return Timetable(
        title=group or plan.title,
        lead=" · ".join(filter(None, about)),
        span=span,
        kicker=tr("Run sheet · for the facilitator"),
        footer=" · ".join(filter(None, (guide.title, group, date))),
        language=guide.language,
        parts=parts,
        spare=(clock.at(total(guide, setup) - spare), _minutes(spare)) if spare else ("", ""),
        end=end,
        bring=bring(guide, setup),
        late=tuple(_late(guide, setup)),
    )


@dataclass(frozen=True, slots=True)
class _Clock:
    start: time

    def at(self, seconds: int) -> str:
        """The time of day so many seconds after the beginning, in begun minutes: "14:02"."""
        begun = _DAY.replace(hour=self.start.hour, minute=self.start.minute)
        return f"{begun + timedelta(seconds=seconds):%H:%M}"


def _minutes(seconds: int) -> str:
    """A time as it is read at a glance: "2½ min". Phases are multiples of a quarter."""
    whole, rest = divmod(seconds, 60)
    quarter = _QUARTERS[rest // 15]
    return tr("{n} min").format(n=f"{whole or ''}{quarter}" or "0")


def _parts(guide: Guide, boxes: Agenda, clock: _Clock) -> Iterator[Part]:
    spent = 0
    numbers = {step.id: number for number, step in enumerate(guide.steps)}
    for step in guide.steps:
        own = [box for box in boxes if box.step == step.id]
        for box in own:
            if box.phase == BREAK:
                yield Part(clock.at(spent), _minutes(box.seconds), tr("Break"), "")
                spent += box.seconds
        held = [box for box in own if box.phase != BREAK]
        if held:
            yield _step(step, numbers[step.id], held, spent, clock, guide)
            spent += sum(box.seconds for box in held)


def _step(
    step: Step, number: int, boxes: Sequence[Timebox], spent: int, clock: _Clock, guide: Guide
) -> Part:  # fmt: skip
    asked = [guide.questions[each] for each in step.ballot]
    ladder = next((q for q in asked if isinstance(q, RungsQuestion)), None)
    return Part(
        at=clock.at(spent),
        minutes=_minutes(sum(box.seconds for box in boxes)),
        title=numbered(number, step.title),
        question=numbered(number, step.headline),
        moments=tuple(_moments(step, boxes, spent, clock)),
        cases=tuple(_case(q, guide) for q in asked if isinstance(q, CaseQuestion)),
        story=ladder.story if ladder else "",
        rungs=_rungs(ladder) if ladder else "",
        listen=step.notes.listen,
        hot=step.notes.hot,
    )


def _moments(step: Step, boxes: Sequence[Timebox], spent: int, clock: _Clock) -> Iterator[Moment]:
    phases = {phase.id: phase for phase in step.phases}
    for box in boxes:
        if phase := phases.get(box.phase):
            at, length = clock.at(spent), _minutes(box.seconds)
            yield Moment(at, length, phase.title, phase.firm, phase.card_title, phase.card)
        spent += box.seconds


def _case(question: CaseQuestion, guide: Guide) -> Case:
    return Case(
        question.title, question.story, tuple(_choice(option, guide) for option in question.options)
    )


def _choice(option: Option, guide: Guide) -> str:
    first = _first(option, guide)
    # Translators: what a choice in a case puts first, and the choice: "Work first: keep the date".
    return (
        tr("{first}: {choice}").format(first=first, choice=option.label) if first else option.label
    )


def _first(option: Option, guide: Guide) -> str:
    """What an option puts first, in the guide's own words; "" where it has none for that."""
    for question in guide.questions.values():
        if isinstance(question, RungsQuestion):
            sides = {
                question.below_side: question.below_label,
                question.above_side: question.above_label,
            }
            if option.side in sides:
                return capitalised(sides[option.side])
    return ""


def _rungs(question: RungsQuestion) -> str:
    return " → ".join([*(rung.label for rung in question.rungs), question.never_label])


# ------------------------------------------------------------------------------ when it gets late


def _late(guide: Guide, setup: Setup) -> Iterator[str]:
    """What gives time back, the first one first, and what never does."""
    if spare := buffer(guide, setup) // 60:
        words = ntr(
            "The first {n} minute late costs nothing: it is to spare.",
            "The first {n} minutes late cost nothing: they are to spare.",
            spare,
        )
        yield words.format(n=spare)
    yield from _giving(guide, setup)
    if kept := _kept(guide, setup):
        yield tr("Never cut {these}. All firm phases keep their minutes.").format(
            these=listed(kept)
        )


def _giving(guide: Guide, setup: Setup) -> Iterator[str]:
    begun = begin(guide, setup, _DAY)
    found = replan(guide, setup, begun, _DAY + timedelta(days=1))  # so late that all give all
    most: Mapping[str, int] = {give.step: give.minutes for give in found.gives}
    held = minutes_of(guide, setup)
    first = [step for step in guide.gives if most.get(step)]
    for at, step in enumerate(first):
        number = guide.steps.index(guide.step(step))
        words = (
            tr("Then shorten {step}: it can give {give} of its {all} minutes.")
            if at
            else tr("First shorten {step}: it can give {give} of its {all} minutes.")
        )
        yield words.format(
            step=numbered(number, guide.step(step).title), give=most[step], all=held[step]
        )
    if set(most) - set(first):
        if first:
            yield tr("After that, every other step can give a little of its talking.")
        else:
            yield tr("Every step can give a little of its talking.")


def _kept(guide: Guide, setup: Setup) -> list[str]:
    """The firm phases by what they are for."""
    held = [step for step in guide.steps if step.id in minutes_of(guide, setup)]
    firm = [phase for step in held for phase in step.phases if phase.firm]
    kinds = {phase.kind for phase in firm}
    found = [tr("the silence")] if PhaseKind.WRITE in kinds else []
    found += [tr("the second vote")] if PhaseKind.SECOND in kinds else []
    last = [phase for step in held[-1:] for phase in step.phases[-1:] if phase.firm]
    return found + [quoted(phase.title) for phase in last if phase.kind is PhaseKind.PAGE]
