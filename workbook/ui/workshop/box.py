"""The ballot box of the open round: takes ballots, keeps them on disk, tells only their number."""

from collections import Counter
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from workbook.catalogue import tr
from workbook.model.session import Session
from workbook.model.workshop import Ballot, Round, Spot
from workbook.operations import Change, Library, workshops
from workbook.readings.counting import handed_in, most
from workbook.ui.system.saver import Saver

AGAIN = 3000  # ms before storing is tried again after it failed


class BallotBox(QObject):
    """The ballots of one open round. Nobody is told what is in it.

    `counted` tells that there are more or fewer, `stored` that all of them are on disk, `problem`
    a sentence about what could not be done.
    """

    counted = Signal()
    stored = Signal()
    problem = Signal(str)

    def __init__(
        self, found: Round, session: Session, library: Library, saver: Saver, parent: QObject
    ) -> None:
        """Open the box as a crash or the end of the program left it.

        Raises:
            LibraryError: where its file cannot be read.
        """
        super().__init__(parent)
        self.round = found
        self._session, self._library, self._saver = session, library, saver
        self._ballots = workshops.load_ballots(library, session.id, found.id)
        self._at = handed_in(self._ballots)  # kept, for it is asked at every ballot, several times
        self._taken: list[Counter[Ballot]] = []  # by this program, the latest last
        self.unstored = False
        self._storing = 0  # jobs under way
        self._failing = self._ended = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN)
        self._again.timeout.connect(self.store)

    def take(self, ballots: Mapping[Ballot, int]) -> None:
        """Take ballots in; together they are one step of taking back."""
        taken = Counter(ballots)
        self._ballots += taken
        self._at += handed_in(taken)
        self._taken.append(taken)
        self.store()
        self.counted.emit()

    def take_back(self) -> bool:
        """Take back what was taken last; False where this program knows of nothing."""
        if not self._taken:
            return False
        gone = self._taken.pop()
        self._ballots -= gone
        self._at -= handed_in(gone)
        self.store()
        self.counted.emit()
        return True

    def has_slip(self, code: str) -> bool:
        """Whether a ballot with this code of a slip is in."""
        return any(ballot.slip == code for ballot in self._ballots)

    @property
    def can_take_back(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._taken)

    def count(self, beside: Counter[Ballot]) -> int:
        """How many have answered, with those whose ballots are given as well."""
        return most(self._at + handed_in(beside), self.round)

    def count_at(self, spot: Spot) -> int:
        """How many have answered, or passed, at one spot."""
        return self._at[spot]

    def store(self) -> None:
        """Put all ballots on disk."""
        self._again.stop()
        self.unstored = True
        self._storing += 1
        job = partial(
            workshops.store_ballots,
            self._library,
            self._session,
            self.round.id,
            Counter(self._ballots),
        )
        self._saver.submit(job, self._stored, wait=True)

    def _stored(self, change: Change | None, problem: str) -> None:
        self._storing -= 1
        if self._ended:
            return
        self.unstored = change is None or self._storing > 0
        failed_before, self._failing = self._failing, change is None
        if change is None:
            self._again.start()
            if not failed_before:  # told once, not at every new try
                sentence = tr("The last ballot is not stored yet, trying again. {problem}")
                self.problem.emit(sentence.format(problem=problem))
        elif not self.unstored:
            self.stored.emit()

    def close(self) -> bool:
        """Make sure that all is on disk; False where the disk does not take it."""
        if self.unstored:
            self._failing = False  # who asks for it is told once more why it cannot be
            self.store()
            self._saver.flush()
        return not self.unstored

    def end(self) -> None:
        """The box is left: nothing is told any more."""
        self._ended = True
        self._again.stop()
        self.blockSignals(True)
