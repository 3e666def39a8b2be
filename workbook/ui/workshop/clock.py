"""Where an open workshop is in its agenda, and its clock, as the window holds them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from workbook.model import timing
from workbook.model.agenda import Agenda, Timebox, agenda
from workbook.model.guide import Phase, Step
from workbook.model.places import following, preceding
from workbook.model.workshop import Clock, Round, Setup, Workshop
from workbook.operations import Change, Library, workshops
from workbook.ui.session.document import SessionDocument
from workbook.ui.system.saver import Saver

TICK = 1000  # ms between two looks at the clock


class WorkshopClock(QObject):
    """A workshop's place and time. `moved` tells that another step, phase or picture is shown,
    `ticked` that the clock is to be read again, `time_over` once that a timebox is over, `problem`
    what could not be done.
    """

    moved = Signal()
    ticked = Signal()
    time_over = Signal()
    problem = Signal(str)

    def __init__(
        self,
        document: SessionDocument,
        workshop: Workshop,
        library: Library,
        saver: Saver,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.document, self.workshop, self.now = document, workshop, now
        self.guide = document.guide
        self._library, self._saver = library, saver
        self._ended = False
        self._clock_unstored = False
        self.agenda: Agenda = agenda(self.guide, workshop.setup)
        if not workshop.clock.step:
            nowhere = Timebox(self.guide.steps[0].id, "", 0, firm=False)
            first = next(iter(self.agenda), nowhere)
            clock = replace(workshop.clock, step=first.step, phase=first.phase)
            self.workshop = replace(workshop, clock=clock)
        self._told_over = self.left() <= 0  # and not told again because it is opened again
        self._tick = QTimer(self)
        self._tick.setInterval(TICK)
        self._tick.timeout.connect(self._ticked)
        self._tick.start()

    # Where it is

    @property
    def workshop(self) -> Workshop:
        """All of it as it is now."""
        return self._workshop

    @workshop.setter
    def workshop(self, workshop: Workshop) -> None:
        self._workshop = self.document.workshop = workshop

    @property
    def setup(self) -> Setup:
        """How the workshop is held."""
        return self.workshop.setup

    @property
    def clock(self) -> Clock:
        """Where in its agenda it is."""
        return self.workshop.clock

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.guide.step(self.clock.step)

    @property
    def phase(self) -> Phase | None:
        """The phase that is shown; None in a break."""
        return next((p for p in self.step.phases if p.id == self.clock.phase), None)

    def go_to(self, step: str, phase: str = "") -> None:
        """Go to a phase of a step, the first one where none is named; its time begins anew."""
        if not phase:
            boxes = [box.phase for box in self.agenda if box.step == step]
            named = [p.id for p in self.guide.step(step).phases]
            phase = next(iter(boxes or named), "")
        if (step, phase) == (self.clock.step, self.clock.phase):
            return
        self._be_at(timing.go_to(self.clock, step, phase, self.now()))

    def _be_at(self, clock: Clock) -> None:
        other = clock.step != self.clock.step
        self._set_clock(clock)
        self._told_over = self.left() <= 0
        self._arrived(other_step=other)
        self.moved.emit()

    def _arrived(self, *, other_step: bool) -> None:
        """What has to be done at another phase before anybody hears of it."""

    def following(self) -> Timebox | None:
        """The timebox that comes next, None at the end."""
        return following(self.guide, self.agenda, self.clock.step, self.clock.phase)

    def preceding(self) -> Timebox | None:
        """The timebox before, None at the beginning."""
        return preceding(self.guide, self.agenda, self.clock.step, self.clock.phase)

    def go_next(self) -> bool:
        """The timebox that comes next; False at the end."""
        return self._go(self.following())

    def go_back(self) -> bool:
        """The timebox before; False at the beginning."""
        return self._go(self.preceding())

    def _go(self, box: Timebox | None) -> bool:
        if box is None:
            return False
        self.go_to(box.step, box.phase)
        return True

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

    # Time

    @property
    def clock_runs(self) -> bool:
        """Whether the clock runs."""
        return self.clock.since is not None

    def start(self) -> None:
        """Start the clock, or let it go on; the first time, the workshop begins."""
        clock = self.clock
        if clock.started is None:
            begun = timing.begin(self.guide, self.setup, self.now())
            clock = replace(begun, step=clock.step, phase=clock.phase)
        else:
            clock = timing.start(clock, self.now())
        self._set_clock(clock)
        self.ticked.emit()

    def pause(self) -> None:
        """Let the clock stand."""
        self._set_clock(timing.pause(self.clock, self.now()))
        self.ticked.emit()

    def add_minute(self) -> None:
        """Give this phase another minute."""
        self._set_clock(timing.add_minute(self.clock))
        self._told_over = self.left() <= 0
        self.ticked.emit()

    def left(self) -> float:
        """Seconds left in this phase, negative over time."""
        return timing.left(self.agenda, self.clock, self.now())

    def _set_clock(self, clock: Clock) -> None:
        self.workshop = replace(self.workshop, clock=clock)
        job = partial(workshops.set_clock, self._library, self._id, clock)
        self._saver.submit(job, self._clock_stored)

    def _clock_stored(self, change: Change | None, problem: str) -> None:
        self._clock_unstored = change is None
        if change is None and not self._ended:
            self.problem.emit(problem)

    def _ticked(self) -> None:
        if not self.clock_runs:
            return
        if self.left() <= 0 and not self._told_over:
            self._told_over = True
            self.time_over.emit()
        self.ticked.emit()

    @property
    def _id(self) -> str:
        return self.document.session.id

    def stop(self) -> None:
        """The workshop is left: nothing is told any more."""
        self._ended = True
        self.blockSignals(True)
        self._tick.stop()
