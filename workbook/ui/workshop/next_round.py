"""The round that a step of an open workshop takes next: when it waits, and what it asks."""

from collections.abc import Sequence

from workbook.model.guide import Phase, PhaseKind
from workbook.model.workshop import RoundId, RoundState
from workbook.ui.workshop.clock import WorkshopClock


class NextRound:
    """What the facilitator has chosen for the next round of the step that is shown, and else what
    is usual.
    """

    def __init__(self, clock: WorkshopClock) -> None:
        self._clock = clock
        self._offered: RoundId | None = None  # a further round that waits to be opened
        self._chosen: dict[RoundId, tuple[str, ...]] = {}  # what rounds ask, where it was chosen

    @property
    def waits(self) -> bool:
        """Whether this phase is a vote whose round has not been opened yet, or another round was
        offered in it. A second vote waits only once the first round was shown or withheld: nobody
        could be shown it any more.
        """
        found, phase = self._clock.round, self._clock.phase
        if self._offered is not None and self._offered == self._id:
            return True
        if not is_vote(phase):
            return False
        if found is None:
            return True
        first = phase is not None and phase.kind is PhaseKind.WRITE
        shown = found.state in (RoundState.REVEALED, RoundState.WITHHELD)
        return not first and shown and found.id.number == 1

    @property
    def secret(self) -> bool:
        """Whether it is secret, unless the facilitator says otherwise: as the one before, so that a
        second vote can be laid beside the first.
        """
        found, clock = self._clock.round, self._clock
        return clock.step.id not in clock.setup.open_steps if found is None else found.secret

    @property
    def _id(self) -> RoundId:
        found = self._clock.round
        return RoundId(self._clock.step.id, 1 if found is None else found.id.number + 1)

    @property
    def ballot(self) -> tuple[str, ...]:
        """The questions that this step's ballot asks in the workshop's plan."""
        return self._clock.guide.ballot_of(self._clock.step, self._clock.setup.plan)

    def offer(self) -> None:
        """Get it ready to be opened, where the step votes once more."""
        wanted, step = (PhaseKind.SECOND, PhaseKind.WRITE), self._clock.step
        votes = [phase for kind in wanted for phase in step.phases if phase.kind is kind]
        if votes and self._clock.phase is not votes[0]:
            self._clock.go_to(step.id, votes[0].id)
        self._offered = self._id

    def forget_offer(self) -> None:
        """Another phase is shown: what was offered waits no more."""
        self._offered = None

    def ask(self, questions: Sequence[str]) -> None:
        """Let it ask these questions of the step's ballot."""
        ballot = self.ballot
        self._chosen[self._id] = tuple(question for question in ballot if question in questions)

    @property
    def chosen(self) -> bool:
        """Whether the facilitator has chosen what it asks."""
        return self._id in self._chosen

    @property
    def asked(self) -> tuple[str, ...]:
        """The questions it asks: those that the facilitator chose, or else all of the ballot first,
        then those of the focus.
        """
        chosen = self._chosen.get(self._id)
        return self._usual() if chosen is None else chosen

    def _usual(self) -> tuple[str, ...]:
        clock, step = self._clock, self._clock.step
        if clock.round is None:
            return self.ballot
        if step.focus:
            return step.focus
        first = clock.workshop.round(RoundId(step.id, 1))
        if first is None or first.state is not RoundState.REVEALED:
            return self.ballot  # to ask the most divided case alone would tell which it is
        divided = clock.document.findings.rounds.most_divided(first.id)
        return (divided,) if divided else self.ballot


def is_vote(phase: Phase | None) -> bool:
    """Whether ballots are taken in a phase."""
    return phase is not None and phase.kind in (PhaseKind.WRITE, PhaseKind.SECOND)
