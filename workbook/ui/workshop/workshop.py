"""The open workshop as the window holds it: its set-up, its rounds, what is counted and shown."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from workbook.model import timing
from workbook.model.agenda import agenda
from workbook.model.answers import Key
from workbook.model.replanning import Replan, replan
from workbook.model.session import Session
from workbook.model.workshop import (
    Clock,
    RoundState,
    Setup,
    Workshop,
)
from workbook.operations import Change, Library, LibraryError, open_session, workshops
from workbook.ui.session.document import SessionDocument
from workbook.ui.system.saver import Saver, Then
from workbook.ui.workshop.ballots import Ballots
from workbook.ui.workshop.clock import WorkshopClock
from workbook.ui.workshop.next_round import NextRound
from workbook.ui.workshop.wall import Wall


class RunningWorkshop(WorkshopClock):
    """One workshop while it is open. Everything done with its rounds and clock goes through here.

    Beside what `WorkshopClock` tells: `changed` that rounds, set-up or counts are others, `counted`
    that there are more or fewer ballots, `over` that the workshop has ended, `saved` that all
    ballots are on disk; `asked` hands on what needs a dialog or another window.
    """

    changed = Signal()
    counted = Signal()
    saved = Signal()
    over = Signal()
    asked = Signal(str)  # a command of `OpenWorkshop.run`, from a card of the page

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
        self._replanned_from: Setup | None = None
        self.next_round = NextRound(self)
        self.ballots = Ballots(self, library, saver)
        self.ballots.counted.connect(self.counted)
        self.ballots.stored.connect(self.saved)
        self.ballots.problem.connect(self.problem)
        self.wall = Wall(self, self.ballots)
        document.bound.connect(self._bound)
        self.ballots.follow()
        if self.open is not None and not self.ballots.held:
            # Says why not once somebody hears it.
            QTimer.singleShot(0, self.ballots, self.ballots.follow)

    def _arrived(self, *, other_step: bool) -> None:
        self.next_round.forget_offer()
        if other_step:
            self.wall.picture = 0
        self.ballots.follow()

    # Set-up

    def proposal(self) -> Replan:
        """Which steps could give minutes so that it ends as promised."""
        return replan(self.guide, self.setup, self.clock, self.now())

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
        self._do(partial(workshops.change_setup, self._library, self._id, setup), self._set_up)

    def _set_up(self, change: Change | None, problem: str) -> None:
        self._done(change, problem)
        if change is not None and not self._ended:
            clock = timing.settle(self.guide, self.setup, self.clock, self.now())
            if clock != self.clock:
                self._be_at(clock)

    # Rounds

    def offer_round(self) -> None:
        """Get the next round of this step ready to be opened, where the step votes once more."""
        self.next_round.offer()
        self.changed.emit()

    def ask_next(self, questions: Sequence[str]) -> None:
        """Let the next round of this step ask these questions of its ballot."""
        self.next_round.ask(questions)
        self.changed.emit()

    def open_round(self, *, secret: bool, questions: Sequence[str] = ()) -> None:
        """Open the next round of this step, on what is asked next or on other questions of it."""
        asked = tuple(questions) or self.next_round.asked
        if not asked:
            return
        self.document.leave()  # what is being typed goes first: the round is about these words
        opening = partial(workshops.open_round, self._library, self._id, self.step.id, asked)
        self._do(partial(opening, secret=secret))

    def set_secret(self, secret: bool) -> None:
        """Make the open round secret or not, while nobody has answered."""
        if self.open is not None:
            change = partial(workshops.set_secrecy, self._library, self._id, self.open.id)
            self._do(partial(change, secret=secret))

    def close(self) -> None:
        """Close the open round: its ballots become counts."""
        found = self.open
        if found is None or self.ballots.shut or not self.ballots.close():
            return
        self.document.leave()
        self.wall.picture = 0
        self.ballots.shut = True
        self._do(partial(workshops.close_round, self._library, self._id, found.id))

    def reveal(self) -> None:
        """Show the closed round to everyone."""
        found = self.round
        if found is not None and found.state is RoundState.CLOSED:
            self.wall.picture = 0
            self._do(partial(workshops.reveal_round, self._library, self._id, found.id))

    def void(self) -> None:
        """Forget the latest round of this step, so that it can be asked again."""
        found = self.round
        if found is not None and not self.ballots.shut:
            self.wall.picture = 0
            self.ballots.shut = True
            self._do(partial(workshops.void_round, self._library, self._id, found.id))

    def end(self) -> None:
        """End the workshop: its clock stands, slips and names that are not to be kept go."""
        before, clock = self.clock, timing.end(self.clock, self.now())
        self.workshop = replace(self.workshop, clock=clock)
        job = partial(workshops.end_workshop, self._library, self._id, clock)
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
        self.ballots.shut = False
        if self._ended:
            return
        if change is None:
            self._look_again()
            self.problem.emit(problem)
        elif change.workshop is not None:
            # The clock is this object's own: it may have gone on since the job was queued.
            self._hold(change.session, replace(change.workshop, clock=self.clock), change.keys)

    def _bound(self, workshop: Workshop) -> None:
        """An open round is about other words by now; all else of it is as it was."""
        self.workshop = replace(workshop, clock=self.clock)
        self.ballots.follow()

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
        self.wall.forget()
        self.document.took(session)
        self.document.forgot(gone)
        self.agenda = agenda(self.guide, self.setup)
        self.ballots.follow()
        self.changed.emit()

    # Leaving it

    @property
    def unsaved(self) -> bool:
        """Whether a ballot is not on disk yet."""
        return self.ballots.unsaved

    def leave(self) -> None:
        """The workshop may be left: try again to store what the disk did not take."""
        self.ballots.store()
        if self._clock_unstored:
            self._set_clock(self.clock)

    def stop(self) -> None:
        """The workshop is left: nothing is told any more."""
        super().stop()
        self.ballots.end()
