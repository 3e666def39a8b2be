"""Random workshops for tests of what leaves them, and each without all that must not leave."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from tests.small_guide import findings, session, small_guide
from workbook.catalogue.choices import choices
from workbook.exchange.exportable import Leaving, leaving
from workbook.model.answers import GROUP, ME, Answers, Key, Value
from workbook.model.guide import PASS, Guide, Mode, Plan
from workbook.model.opened import OpenSession
from workbook.model.session import Place
from workbook.model.spots import spots, spots_of
from workbook.model.workshop import (
    Ballot,
    Clock,
    Counts,
    Person,
    Round,
    RoundId,
    RoundState,
    Setup,
    Workshop,
)
from workbook.readings.counting import count, size
from workbook.readings.findings import Findings

_MINUTES = {step.id: 7 for step in small_guide().steps}
GUIDE = replace(small_guide(), plans=(Plan("60", "An hour", Mode.WORKSHOP, 60, _MINUTES),))
ASKED = {
    "purpose": ("purpose.inside_scale", "purpose.outside_scale"),
    "kind": ("kind.kind_fit",),
    "optimising": ("optimising.priority_scale", "optimising.pulse"),
    "wrong": ("wrong.worn", "wrong.feud", "wrong.breaking_point"),
    "statement": ("statement.consent",),
}
SHOWN = (RoundState.REVEALED, RoundState.WITHHELD)
STARTED = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
NAMES = (Person("p1", "Zebediah"), Person("p2", "Quirina"))

_texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


@st.composite
def _round(draw: st.DrawFn, step: str, number: int) -> tuple[Round, Counts]:
    """A round in any state, counted as a closing one is."""
    found = Round(RoundId(step, number), ASKED[step], draw(st.booleans()))
    state = draw(st.sampled_from(RoundState))
    if state is RoundState.OPEN:
        return found, Counts()
    offered = {s: (*dict(choices(GUIDE.questions[s.question], s.mark)), PASS) for s in
               spots_of(GUIDE, found)}  # fmt: skip
    ballot = st.fixed_dictionaries(
        {}, optional={spot: st.sampled_from(each) for spot, each in offered.items()}
    ).map(Ballot.of)
    ballots = Counter(draw(st.lists(ballot, max_size=9)))
    counts = count(GUIDE, found, ballots)
    if not any(counts.answers.values()) and counts.withheld:
        state = RoundState.WITHHELD
    elif state is RoundState.WITHHELD:
        state = RoundState.CLOSED
    return replace(found, state=state, ballots=size(ballots, found)), counts


@st.composite
def workshops(draw: st.DrawFn) -> OpenSession:
    """A workshop half-way, with drafts, scratch notes, and answers by name."""
    made = [
        draw(_round(step, number))
        for step in ASKED
        for number in range(1, 1 + draw(st.integers(0, 3)))
    ]
    setup = Setup("60", 9, names=NAMES, keep_names=draw(st.booleans()))
    rounds = tuple(found for found, _ in made)
    workshop = Workshop(setup, Clock(started=STARTED), rounds, {f.id: c for f, c in made})
    values: dict[Key, Value] = {}
    for id_ in ("setting.group_name", "purpose.inside_text", "statement.look_again"):
        for respondent in draw(st.sets(st.sampled_from([ME, GROUP]))):
            values[Key(id_, "", 1, respondent)] = draw(_texts)
    for found in rounds:
        for id_ in found.questions:
            for spot in spots(GUIDE.questions[id_]):
                person = draw(st.sampled_from([None, "p1", "p2", ME]))
                if person:
                    at = Key(id_, spot.mark, found.id.number, person)
                    values[at] = draw(st.sampled_from([7, 3]))
    held = replace(session(scratch=draw(_texts)), mode=Mode.WORKSHOP, place=Place("wrong"))
    return OpenSession(held, GUIDE, Answers(values, GROUP), workshop)


def without_secrets(opened: OpenSession) -> OpenSession:
    """The same without anything that must not leave it."""
    workshop = opened.workshop
    assert workshop is not None
    shown = tuple(found for found in workshop.rounds if found.state in SHOWN)
    told = {
        found.id: replace(
            workshop.counts[found.id],
            answers={
                spot: people
                for spot, people in workshop.counts[found.id].answers.items()
                if spot not in workshop.counts[found.id].withheld
            },
        )
        for found in shown
        if found.state is RoundState.REVEALED
    }
    setup = workshop.setup
    kept = replace(setup, names=setup.names if setup.keep_names else ())
    return replace(
        opened,
        session=replace(opened.session, scratch="", place=Place()),
        answers=Answers(
            {k: v for k, v in opened.answers.items() if _may_leave(k, workshop)}, GROUP
        ),
        workshop=replace(workshop, setup=kept, rounds=shown, counts=told),
    )


def _may_leave(key: Key, workshop: Workshop) -> bool:
    if key.respondent == GROUP:
        return True
    found = workshop.round(RoundId(key.question.partition(".")[0], key.round))
    return (
        key.respondent != ME
        and workshop.setup.keep_names
        and found is not None
        and found.state is RoundState.REVEALED
        and not found.secret
    )


def leaving_of(opened: OpenSession) -> Leaving:
    return leaving(Findings(opened))


def solo(answers: Answers, guide: Guide = GUIDE) -> Leaving:
    """A reflection alone with these answers."""
    return leaving(findings(answers, guide))
