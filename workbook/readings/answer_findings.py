"""What the written answers of a session say, each read when first asked for, and kept."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbook.model.answers import Answers
from workbook.model.guide import Guide, Question, TextQuestion
from workbook.readings import of_answers
from workbook.readings.across import Across, ToAsk, contradictions
from workbook.readings.created import Created
from workbook.readings.impact import Match
from workbook.readings.of_answers import AnswerReading
from workbook.readings.purpose import FactCount, Priority, Purpose
from workbook.readings.rare import Pressures, Pulse, Shortfall
from workbook.readings.round_findings import RoundFindings
from workbook.readings.wrong import BreakingPoint, Cases, Sentence


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
