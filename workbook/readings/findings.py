"""All readings of an opened session as one value: each is made when first asked for, and kept.

Documents, exports, the wall and the pages are given it, or one of its two parts, so that nobody
reads the same thing twice, and no two of them can say different things of one session.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from workbook.model.answers import Answers, voice_of
from workbook.model.guide import Guide, Mode, Question, TextQuestion
from workbook.model.opened import OpenSession
from workbook.model.session import Outcome, Session
from workbook.model.workshop import Round, RoundId, Setup, Workshop
from workbook.readings import of_answers
from workbook.readings.across import Across, Answered, ToAsk, Votes, contradictions
from workbook.readings.consent import Consent, consent_of
from workbook.readings.counting import unanimous
from workbook.readings.created import Created
from workbook.readings.group import CasesOfRoom, ConsentVotes, MapOfRoom, RoomReading, Spread
from workbook.readings.impact import Match
from workbook.readings.map_of_room import RoomOnMap
from workbook.readings.of_answers import AnswerReading
from workbook.readings.of_cases import divided_case
from workbook.readings.of_room import answered_in_room, order_of_room, sentence_of_room
from workbook.readings.of_workshop import (
    SHOWN,
    Said,
    map_of,
    place_of_room,
    read_round,
    told_once,
)
from workbook.readings.on_wall import Seen, on_wall
from workbook.readings.proposal import proposal
from workbook.readings.purpose import FactCount, Priority, Purpose
from workbook.readings.rare import Pressures, Pulse, Shortfall
from workbook.readings.shown import ShownRound, shown_rounds
from workbook.readings.wrong import BreakingPoint, Cases, Sentence

NOW = "now"  # the mark of the priority scale for what is
NO_ROUNDS = Workshop(Setup(plan="", people=0))  # of somebody alone


class AnswerFindings:
    """What the written answers of a session say: mine, or the group's, and nobody else's. A reading
    is None while what it rests on is incomplete.
    """

    def __init__(
        self, guide: Guide, answers: Answers, rounds: "RoundFindings | None" = None
    ) -> None:
        """What these answers say; nothing of it is read yet.

        Args:
            guide: what was asked.
            answers: mine, or the group's.
            rounds: what the room voted on, None of somebody alone.
        """
        self.guide = guide
        self.answers = answers
        self.rounds = rounds

    @cached_property
    def facts(self) -> FactCount:
        """How many written facts point inside and outside."""
        return of_answers.facts(self.guide, self.answers)

    @cached_property
    def purpose(self) -> Purpose | None:
        """Gap, map and drift."""
        return of_answers.purpose(self.guide, self.answers)

    @cached_property
    def priority(self) -> Priority | None:
        """Trust or performance."""
        return of_answers.priority(self.guide, self.answers)

    @cached_property
    def pulse(self) -> Pulse | None:
        """How safe it is to speak up."""
        return of_answers.pulse(self.guide, self.answers)

    @cached_property
    def pressures(self) -> Pressures | None:
        """The four pressures, strongest first."""
        return of_answers.pressures(self.guide, self.answers)

    @cached_property
    def shortfall(self) -> Shortfall | None:
        """The hours audit."""
        return of_answers.shortfall(self.guide, self.answers)

    @cached_property
    def cases(self) -> Cases | None:
        """What was chosen in each case, against what was done last time."""
        return of_answers.cases(self.guide, self.answers)

    @cached_property
    def breaking_point(self) -> BreakingPoint | None:
        """From which rung on work comes first."""
        return of_answers.breaking_point(self.guide, self.answers)

    @cached_property
    def sentence(self) -> Sentence | None:
        """The order in words: in a room as it was voted on, else as it was written down."""
        written = of_answers.sentence(self.guide, self.answers)
        return self.rounds.sentence(written) if self.rounds else written

    @cached_property
    def to_ask(self) -> ToAsk | None:
        """The first contradiction across the steps: the one open question, None where all answers
        go together.
        """
        if self.rounds:
            answered = self.rounds.answered(self.facts)
        else:
            answered = of_answers.answered(self.guide, self.answers)
        first = next(iter(contradictions(answered)), None)
        return ToAsk(first, in_room=self.rounds is not None) if first else None

    def to_ask_about(self, *about: Across) -> ToAsk | None:
        """The same, where it is about one of these."""
        found = self.to_ask
        return found if found and found.about.about in about else None

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """Offers that share words with another project's need."""
        return of_answers.suggestions(self.guide, self.answers)

    @cached_property
    def created(self) -> Created | None:
        """The projects made together: those of members, and those set from the top."""
        return of_answers.created(self.guide, self.answers)

    def named(self, name: str) -> AnswerReading | None:
        """The reading that a guide's page asks for by this name.

        Raises:
            KeyError: where there is none.
        """
        return READINGS[name].of(self)

    def to_tell(self, name: str) -> AnswerReading | None:
        """The same as a document tells it: None also where no offer matches, or no fact stands."""
        found = self.named(name)
        return None if found in ((), (0, 0)) else found

    def draft(self, question: TextQuestion) -> str:
        """The question's draft sentence, filled with earlier answers."""
        order = self.sentence
        standing = order if order and order.stands else None
        return of_answers.draft(self.guide, self.answers, question, standing)

    def missing(self, roles: Iterable[str]) -> tuple[Question, ...]:
        """The questions of these roles that are not answered yet."""
        return of_answers.missing_roles(self.guide, self.answers, roles)


@dataclass(frozen=True, slots=True)
class ReadingSpec:
    """A reading that a guide's page can show, and the roles a guide must declare for it."""

    of: Callable[[AnswerFindings], AnswerReading | None]
    roles: tuple[str, ...]


# The question across steps stands where the later of the two answers is given.
ACROSS = ("across_do", "across_ladder", "across_order")

READINGS: Mapping[str, ReadingSpec] = {
    "facts": ReadingSpec(lambda found: found.facts, ("evidence",)),
    "gap": ReadingSpec(lambda found: found.purpose, ("inside_scale", "outside_scale")),
    "map": ReadingSpec(lambda found: found.purpose, ("inside_scale", "outside_scale")),
    "kind": ReadingSpec(lambda found: found.purpose, ("inside_scale", "outside_scale")),
    "priority": ReadingSpec(lambda found: found.priority, ("priority_scale",)),
    "pulse": ReadingSpec(lambda found: found.pulse, ("pulse",)),
    "pressures": ReadingSpec(lambda found: found.pressures, ("pressures",)),
    "shortfall": ReadingSpec(lambda found: found.shortfall, ("hours",)),
    "cases": ReadingSpec(lambda found: found.cases, ("case",)),
    "breaking_point": ReadingSpec(lambda found: found.breaking_point, ("breaking_point",)),
    "sentence": ReadingSpec(lambda found: found.sentence, ("order",)),
    "across_do": ReadingSpec(
        lambda found: found.to_ask_about(Across.FACTS_DO),
        ("evidence", "inside_scale", "outside_scale"),
    ),
    "across_ladder": ReadingSpec(
        lambda found: found.to_ask_about(Across.CASES_LADDER), ("case", "breaking_point")
    ),
    "across_order": ReadingSpec(
        lambda found: found.to_ask_about(Across.CASES_ORDER, Across.WISH_ORDER), ("case", "order")
    ),
    "matches": ReadingSpec(lambda found: found.matches, ("member_projects",)),
    "alive": ReadingSpec(lambda found: found.created, ("co_created",)),
}


class RoundFindings:
    """What the rounds of a workshop say that were revealed or withheld; nothing of others."""

    def __init__(self, guide: Guide, workshop: Workshop) -> None:
        self.guide = guide
        # Of it only rounds and counts are read: its set-up and clock may have gone on since.
        self._workshop = workshop
        self._rounds: dict[RoundId, tuple[RoomReading, ...]] = {}
        self._on_wall: dict[str, tuple[Seen, ...]] = {}

    @cached_property
    def by_step(self) -> Mapping[str, tuple[Said, ...]]:
        """What all rounds of each step say back, by the ids of the steps in their order."""
        return {
            step.id: told_once(
                [
                    (found, self.of_round(found))
                    for found in self._workshop.rounds_of(step.id)
                    if found.state in SHOWN
                ]
            )
            for step in self.guide.steps
        }

    @cached_property
    def told(self) -> tuple[Said, ...]:
        """The same of all steps in one."""
        return tuple(said for of_step in self.by_step.values() for said in of_step)

    def of_round(self, found: Round) -> tuple[RoomReading, ...]:
        """All that one round says back, compared with the round right before it.

        Raises:
            ValueError: where it may not be shown.
        """
        if found.id not in self._rounds:
            self._rounds[found.id] = read_round(self.guide, self._workshop, found)
        return self._rounds[found.id]

    def on_wall(self, step: str) -> tuple[Seen, ...]:
        """The readings of a step that the wall may show, the latest first.

        Raises:
            KeyError: where the guide has no such step.
        """
        if step not in self._on_wall:
            self._on_wall[step] = on_wall(self.guide, self._workshop, step)
        return self._on_wall[step]

    @cached_property
    def map(self) -> MapOfRoom | None:
        """The purpose map as the room marked it last, None where none was shown."""
        return map_of(self.told)

    @cached_property
    def place(self) -> RoomOnMap | None:
        """Where the people of the room stand on that map."""
        return place_of_room(self.guide, self._workshop)

    @cached_property
    def consent_votes(self) -> ConsentVotes | None:
        """What the last round of consent has counted, None without one: figures only. What the
        words are follows from `Findings.consent` alone.
        """
        asked = [said.reading for said in self.told if isinstance(said.reading, ConsentVotes)]
        return next(reversed(asked), None)

    @cached_property
    def cases(self) -> CasesOfRoom | None:
        """The cases as the round that asked the most of them has told them."""
        found = [said.reading for said in self.told if isinstance(said.reading, CasesOfRoom)]
        return max(found, key=lambda each: len(each.cases), default=None)

    @cached_property
    def priority(self) -> Spread | None:
        """What the room protects first, as it marked it last; None where nobody did."""
        scales = {question.id for question in self.guide.with_role("priority_scale")}
        marks = [
            each
            for each in (said.reading for said in self.told)
            if isinstance(each, Spread) and each.question in scales and each.mark == NOW
        ]
        return next((each for each in reversed(marks) if each.now is not None), None)

    @cached_property
    def order(self) -> Votes | None:
        """How many put people first on a bad day, and how many work; None where nobody voted."""
        return order_of_room(self.guide, self._workshop)

    def sentence(self, written: Sentence | None) -> Sentence | None:
        """The order in words as it was voted on, else as it was written down."""
        return sentence_of_room(self.guide, self._workshop, written)

    def answered(self, facts: FactCount) -> Answered:
        """What the room answered, to be held against each other and these facts."""
        return answered_in_room(self.guide, self._workshop, facts)

    def most_divided(self, round_id: RoundId) -> str:
        """The case on which a closed round is the most divided, "" where nobody disagrees.

        Raises:
            KeyError: where nothing is counted of it.
        """
        return divided_case(self.guide, self._workshop.counts[round_id])

    def is_unanimous(self, round_id: RoundId) -> bool:
        """Whether all who answered a closed round agreed somewhere: showing it names everyone.

        Raises:
            KeyError: where nothing is counted of it.
        """
        return bool(unanimous(self._workshop.counts[round_id]))

    def rest_on(self, workshop: Workshop) -> bool:
        """Whether the rounds of a workshop are those that were read here."""
        mine = self._workshop
        return mine.rounds == workshop.rounds and mine.counts == workshop.counts


def _own(opened: OpenSession) -> Answers:
    """My answers, or the group's: in a workshop others have answered beside it, by name."""
    voice = voice_of(opened.session.mode)
    own = {key: value for key, value in opened.answers.items() if key.respondent == voice}
    return Answers(own, voice)


class Findings:
    """All that can be read of a session as it was opened, or as it is after a change."""

    def __init__(self, opened: OpenSession, before: "Findings | None" = None) -> None:
        """What a session says; nothing of it is read yet.

        Args:
            opened: the session.
            before: what it said before a change; what still holds of that is not read again.
        """
        self.opened = opened
        guide, workshop = opened.guide, opened.workshop
        self.rounds = RoundFindings(guide, workshop or NO_ROUNDS)
        kept = before if before is not None and before.guide is guide else None
        if kept and kept.rounds.rest_on(workshop or NO_ROUNDS):
            self.rounds = kept.rounds
        voted = None if opened.session.mode is Mode.SOLO else self.rounds
        self.written = AnswerFindings(guide, _own(opened), voted)
        if kept and kept.written.rounds is voted and kept.opened.answers is opened.answers:
            self.written = kept.written

    @property
    def session(self) -> Session:
        """The session that is read."""
        return self.opened.session

    @property
    def guide(self) -> Guide:
        """The words it was asked with."""
        return self.opened.guide

    @property
    def answers(self) -> Answers:
        """The answers that are read: mine, or the group's, and nobody else's."""
        return self.written.answers

    @property
    def workshop(self) -> Workshop | None:
        """How it is held in a room, None of_answers."""
        return self.opened.workshop

    @cached_property
    def consent(self) -> Consent | None:
        """What the words of the group are: the one state that every screen, export and paper obeys.
        None alone.
        """
        if self.session.mode is Mode.SOLO:
            return None
        now = proposal(self.guide, self.answers)
        return consent_of(self.guide, self.workshop or NO_ROUNDS, now)

    @cached_property
    def shown(self) -> tuple[ShownRound, ...]:
        """What the room has seen of its rounds, by step and number."""
        if self.workshop is None:
            return ()
        everyones = self.opened.answers
        return tuple(shown_rounds(self.guide, self.workshop, everyones, self.rounds.of_round))

    @cached_property
    def outcome(self) -> Outcome:
        """The one line of what came out that Home shows."""
        voted = self.workshop.voted if self.workshop else frozenset()
        found = of_answers.outcome(
            self.guide, self.session.mode, self.answers, self.rounds.place, voted
        )
        if found.kind == "sentence" and self.consent and not self.consent.carried:
            return replace(found, kind="proposal")
        return found

    def after(self, opened: OpenSession) -> "Findings":
        """What the session says as it is now; what still holds is not read again."""
        mine = self.opened
        same = (
            opened.session is mine.session
            and opened.guide is mine.guide
            and opened.answers is mine.answers
            and opened.workshop is mine.workshop
        )
        return self if same else Findings(opened, self)
