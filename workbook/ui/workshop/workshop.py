"""The open workshop as the window holds it: its set-up, its rounds, what is counted and shown."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from workbook.catalogue import tr
from workbook.documents.wall import Audience, Picture, Shown, audience, gallery
from workbook.model import agenda as timing
from workbook.model.agenda import Replan
from workbook.model.answers import Key, Value
from workbook.model.guide import Phase, PhaseKind
from workbook.model.session import Session
from workbook.model.spots import spots
from workbook.model.workshop import (
    Ballot,
    Clock,
    Person,
    Round,
    RoundId,
    RoundState,
    Setup,
    Spot,
    Workshop,
)
from workbook.operations import Change, Library, LibraryError, open_session
from workbook.operations import workshops as operations
from workbook.operations.named_answers import named
from workbook.ui.session.document import SessionDocument
from workbook.ui.system.saver import Saver, Then
from workbook.ui.workshop.box import BallotBox
from workbook.ui.workshop.clock import RoomClock

SAID = ("step_sentence", "statement", "priority_sentence")  # roles of what a step writes down


class Room(RoomClock):
    """One workshop while it is open. Everything done with its rounds and clock goes through here.

    Beside what `RoomClock` tells: `changed` that rounds, set-up or counts are others, `counted`
    that there are more or fewer ballots, `over` that the workshop has ended, `saved` that all
    ballots are on disk; `asked` hands on what needs a dialog or another window.
    """

    changed = Signal()
    counted = Signal()
    saved = Signal()
    over = Signal()
    asked = Signal(str)  # a command of `Desk.run`, from a card of the page

    def __init__(
        self,
        document: SessionDocument,
        workshop: Workshop,
        library: Library,
        saver: Saver,
        now: Callable[[], datetime],
        parent: QObject | None = None,
        *,
        rehearsal: bool = False,
    ) -> None:
        super().__init__(document, workshop, library, saver, now, parent)
        self.rehearsal = rehearsal
        self._box: BallotBox | None = None
        self._closing = False  # whether a round is being closed or voided: it takes no more ballots
        self._replanned_from: Setup | None = None
        self._offered: RoundId | None = None  # a further round that waits to be opened
        self._chosen: dict[RoundId, tuple[str, ...]] = {}  # what rounds ask, where it was chosen
        self.picture = 0
        self._gallery: dict[str, tuple[Shown, ...]] = {}
        self._open_box()
        if self.open is not None and self._box is None:
            QTimer.singleShot(0, self, self._open_box)  # says why not once somebody hears it

    def _arrived(self, *, other_step: bool) -> None:
        self._offered = None
        if other_step:
            self.picture = 0
        self._open_box()

    # Set-up

    def proposal(self) -> Replan:
        """Which steps could give minutes so that it ends as promised."""
        return timing.replan(self.guide, self.setup, self.clock, self.now())

    def replan(self, proposed: Replan) -> None:
        """Do as was proposed; `undo_replan` takes it back."""
        self._replanned_from = self.setup
        self._change_setup(proposed.setup)

    @property
    def can_undo_replan(self) -> bool:
        """Whether minutes that were given can be taken back."""
        return self._replanned_from is not None

    def undo_replan(self) -> None:
        """Give every step the minutes it had before the last re-plan."""
        if self._replanned_from is not None:
            back = replace(self.setup, minutes=self._replanned_from.minutes)
            self._replanned_from = None
            self._change_setup(back)

    def set_setup(self, setup: Setup) -> None:
        """Change how the workshop is held; where it stood in what is left out now, it goes on."""
        self._replanned_from = None  # its minutes would not be those of this set-up
        self._change_setup(setup)

    def _change_setup(self, setup: Setup) -> None:
        self._do(partial(operations.change_setup, self._library, self._id, setup), self._set_up)

    def _set_up(self, change: Change | None, problem: str) -> None:
        self._done(change, problem)
        if change is not None and not self._ended:
            clock = timing.settle(self.guide, self.setup, self.clock, self.now())
            if clock != self.clock:
                self._be_at(clock)

    # Rounds

    @property
    def round(self) -> Round | None:
        """The latest round of the step that is shown."""
        return self.workshop.last_round(self.step.id)

    @property
    def open(self) -> Round | None:
        """The round of this step that takes ballots now, None where none does."""
        found = self.round
        return None if found is None or found.over else found

    @property
    def waits_to_open(self) -> bool:
        """Whether this phase is a vote whose round has not been opened yet, or another round was
        offered in it. A second vote waits only once the first round was shown or withheld: nobody
        could be shown it any more.
        """
        found, phase = self.round, self.phase
        if self._offered is not None and self._offered == self._next_round:
            return True
        if not is_vote(phase):
            return False
        if found is None:
            return True
        first = phase is not None and phase.kind is PhaseKind.WRITE
        shown = found.state in (RoundState.REVEALED, RoundState.WITHHELD)
        return not first and shown and found.id.number == 1

    @property
    def secret_next(self) -> bool:
        """Whether the next round of this step is secret, unless the facilitator says otherwise: as
        the one before, so that a second vote can be laid beside the first.
        """
        found = self.round
        return self.step.id not in self.setup.open_steps if found is None else found.secret

    @property
    def _next_round(self) -> RoundId:
        found = self.round
        return RoundId(self.step.id, 1 if found is None else found.id.number + 1)

    @property
    def ballot(self) -> tuple[str, ...]:
        """The questions that this step's ballot asks in the workshop's plan."""
        return self.guide.ballot_of(self.step, self.setup.plan)

    def offer_round(self) -> None:
        """Get the next round of this step ready to be opened, where the step votes once more."""
        wanted = (PhaseKind.SECOND, PhaseKind.WRITE)
        votes = [phase for kind in wanted for phase in self.step.phases if phase.kind is kind]
        if votes and self.phase is not votes[0]:
            self.go_to(self.step.id, votes[0].id)
        self._offered = self._next_round
        self.changed.emit()

    def ask_next(self, questions: Sequence[str]) -> None:
        """Let the next round of this step ask these questions of its ballot."""
        asked = tuple(question for question in self.ballot if question in questions)
        self._chosen[self._next_round] = asked
        self.changed.emit()

    @property
    def chose_next(self) -> bool:
        """Whether the facilitator has chosen what the next round asks."""
        return self._next_round in self._chosen

    def asked_next(self) -> tuple[str, ...]:
        """The questions of the next round: those that the facilitator chose, or else all of the
        ballot first, then those of the focus.
        """
        chosen = self._chosen.get(self._next_round)
        return self._usually_next() if chosen is None else chosen

    def _usually_next(self) -> tuple[str, ...]:
        step = self.step
        if self.round is None:
            return self.ballot
        if step.focus:
            return step.focus
        first = self.workshop.round(RoundId(step.id, 1))
        if first is None or first.state is not RoundState.REVEALED:
            return self.ballot  # to ask the most divided case alone would tell which it is
        divided = self.document.findings.rounds.most_divided(first.id)
        return (divided,) if divided else self.ballot

    def open_round(self, *, secret: bool, questions: Sequence[str] = ()) -> None:
        """Open the next round of this step, on what is asked next or on other questions of it."""
        asked = tuple(questions) or self.asked_next()
        if not asked:
            return
        opening = partial(operations.open_round, self._library, self._id, self.step.id, asked)
        self._do(partial(opening, secret=secret))

    def set_secret(self, secret: bool) -> None:
        """Make the open round secret or not, while nobody has answered."""
        if self.open is not None:
            change = partial(operations.set_secrecy, self._library, self._id, self.open.id)
            self._do(partial(change, secret=secret))

    def close(self) -> None:
        """Close the open round: its ballots become counts."""
        found = self.open
        if found is None or self._closing or (self._box is not None and not self._box.close()):
            return
        self.document.leave()
        self.picture = 0
        self._closing = True
        self._do(partial(operations.close_round, self._library, self._id, found.id))

    def reveal(self) -> None:
        """Show the closed round to everyone."""
        found = self.round
        if found is not None and found.state is RoundState.CLOSED:
            self.picture = 0
            self._do(partial(operations.reveal_round, self._library, self._id, found.id))

    def void(self) -> None:
        """Forget the latest round of this step, so that it can be asked again."""
        found = self.round
        if found is not None and not self._closing:
            self.picture = 0
            self._closing = True
            self._do(partial(operations.void_round, self._library, self._id, found.id))

    def end(self) -> None:
        """End the workshop: its clock stands, slips and names that are not to be kept go."""
        before, clock = self.clock, timing.end(self.clock, self.now())
        self.workshop = replace(self.workshop, clock=clock)
        job = partial(operations.end_workshop, self._library, self._id, clock)
        self._do(job, partial(self._end_done, before))

    def _end_done(self, before: Clock, change: Change | None, problem: str) -> None:
        if change is None:
            self.workshop = replace(self.workshop, clock=before)
        self._done(change, problem)
        if change is not None and not self._ended:
            self.over.emit()

    @property
    def unanimous(self) -> bool:
        """Whether all agreed somewhere in the closed secret round: showing it names everyone."""
        found = self.round
        if found is None or found.state is not RoundState.CLOSED or not found.secret:
            return False
        return self.document.findings.rounds.is_unanimous(found.id)

    def _do(self, job: Callable[[], Change], then: Then | None = None) -> None:
        self._saver.submit(job, then or self._done, wait=True)

    def _done(self, change: Change | None, problem: str) -> None:
        self._closing = False
        if self._ended:
            return
        if change is None:
            self._look_again()
            self.problem.emit(problem)
        elif change.workshop is not None:
            # The clock is this object's own: it may have gone on since the job was queued.
            self._hold(change.session, replace(change.workshop, clock=self.clock), change.keys)

    def _look_again(self) -> None:
        """Hold what is on disk: an operation can fail after its transaction, and a round that is
        closed there must take no more ballots here.
        """
        try:
            opened = open_session(self._library, self._id)
        except LibraryError:
            return  # nothing can be known; that the disk fails is told anyway
        if opened.workshop is None:
            return
        clock = opened.workshop.clock if opened.workshop.clock.ended else self.clock
        gone: list[Key] = []
        if not self.document.unsaved:
            gone = [key for key in self.document.answers if key not in opened.answers]
        self._hold(opened.session, replace(opened.workshop, clock=clock), gone)

    def _hold(self, session: Session, workshop: Workshop, gone: Collection[Key]) -> None:
        self.workshop = workshop
        self._gallery.clear()
        self.document.took(session)
        self.document.forgot(gone)
        self.agenda = timing.agenda(self.guide, self.setup)
        self._open_box()
        self.changed.emit()

    # Ballots

    def _open_box(self) -> None:
        """Hold the box of the round that is open, and of no other."""
        found, box = self.open, self._box
        if box is not None and (found is None or box.round.id != found.id):
            box.end()
            box.deleteLater()
            self._box = box = None
        if box is not None and found is not None:
            box.round = found
        elif found is not None:
            try:
                box = BallotBox(found, self.document.session, self._library, self._saver, self)
            except LibraryError as error:
                self.problem.emit(str(error))
                return
            box.counted.connect(self.counted)
            box.stored.connect(self.saved)
            box.problem.connect(self.problem)
            self._box = box

    def take(self, ballots: Mapping[Ballot, int]) -> bool:
        """Take ballots into the open round; together they are one step of taking back.

        False, and a sentence told, where no box is open to take them: then they are still with
        whoever has handed them in.
        """
        if self._box is None:
            self._open_box()  # which says why where it cannot
        if self._box is None or self._closing:
            if self.open is None or self._closing:
                self.problem.emit(tr("This round is closed, so it takes no more answers."))
            return False
        self._box.take(ballots)
        return True

    def has_slip(self, code: str) -> bool:
        """Whether a ballot with this code of a slip is in the open round already."""
        return self._box is not None and self._box.has_slip(code)

    def take_back(self) -> bool:
        """Take back what was taken last; False where this program knows of nothing."""
        return self._box is not None and not self._closing and self._box.take_back()

    @property
    def can_take_back(self) -> bool:
        """Whether there is something to take back."""
        return self._box is not None and self._box.can_take_back

    @property
    def unsaved(self) -> bool:
        """Whether a ballot is not on disk yet."""
        return self._box is not None and self._box.unstored

    def leave(self) -> None:
        """The workshop may be left: try again to store what the disk did not take."""
        if self._box is not None and self._box.unstored:
            self._box.store()
        if self._clock_unstored:
            self._set_clock(self.clock)

    def count(self) -> int:
        """How many have answered in the latest round of this step."""
        found = self.round
        if found is None:
            return 0
        return found.ballots if self._box is None else self._box.count(self._named())

    def count_at(self, spot: Spot) -> int:
        """How many have answered, or passed, at one spot of the open round."""
        named = sum(n for b, n in self._named().items() if b.get(spot) is not None)
        return named + (self._box.count_at(spot) if self._box is not None else 0)

    def _named(self) -> Counter[Ballot]:
        found = self.open
        if found is None or found.secret:
            return Counter()
        return named(self.guide, self.document.answers, found)

    def spots(self) -> tuple[Spot, ...]:
        """What a ballot of the open round answers, in the order in which it is asked."""
        asked = self.open.questions if self.open else ()
        return tuple(spot for q in asked for spot in spots(self.guide.questions[q]))

    def answer_by_name(self, person: Person, spot: Spot, value: Value | None) -> None:
        """Take in what somebody answers by name in an open round that is not secret."""
        found = self.open
        if found is not None and not found.secret and not self._closing:
            self.document.put(Key(spot.question, spot.mark, found.id.number, person.id), value)
            self.counted.emit()

    # What is shown

    def show_picture(self, number: int) -> None:
        """Show another of the revealed pictures, here and to the room."""
        if number != self.picture:
            self.picture = number
            self.moved.emit()

    def pictures(self) -> tuple[Picture, ...]:
        """The pictures of the rounds of this step that are revealed."""
        return tuple(shown.picture for shown in self._shown())

    def _shown(self) -> tuple[Shown, ...]:
        """The same with their rounds, made once for every change of a round."""
        step = self.step.id
        if step not in self._gallery:
            self._gallery[step] = gallery(self.document.findings.rounds, step)
        return self._gallery[step]

    def audience(self) -> Audience:
        """All that the room may see now."""
        return audience(
            self.guide,
            self.document.session.name,
            self.workshop,
            self._said(),
            step=self.step.id,
            phase=self.clock.phase,
            counted=self.count() if self.round is not None else None,
            picture=self.picture,
            now=self.now(),
            agenda=self.agenda,
            gallery=self._shown(),
        )

    def _said(self) -> str:
        """What this step writes for everyone: its sentence, or all of the statement."""
        asked = (question for role in SAID for question in self.guide.with_role(role))
        mine = (q for q in asked if self.guide.step_of(q.id) is self.step)
        texts = (self.document.answers.text(question.id).strip() for question in mine)
        return "\n\n".join(filter(None, texts))

    def stop(self) -> None:
        """The workshop is left: nothing is told any more."""
        super().stop()
        if self._box is not None:
            self._box.end()


def is_vote(phase: Phase | None) -> bool:
    """Whether ballots are taken in a phase."""
    return phase is not None and phase.kind in (PhaseKind.WRITE, PhaseKind.SECOND)
