"""The ballots of the round that an open workshop takes now, in whichever way they come in."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from workbook.catalogue import tr
from workbook.model.answers import Key, Value
from workbook.model.spots import opinions_of, spots
from workbook.model.workshop import Ballot, Person, RoundState, Spot
from workbook.operations import Library, LibraryError
from workbook.operations.named_answers import named
from workbook.ui.system.saver import Saver
from workbook.ui.workshop.box import BallotBox
from workbook.ui.workshop.clock import WorkshopClock


class Ballots(QObject):
    """Holds the box of the round that is open, and of no other. Tells what `BallotBox` tells; who
    closes or voids the round sets `shut` meanwhile, and nothing more is taken.
    """

    counted = Signal()
    stored = Signal()
    problem = Signal(str)

    def __init__(self, clock: WorkshopClock, library: Library, saver: Saver) -> None:
        super().__init__(clock)
        self._clock, self._library, self._saver = clock, library, saver
        self._box: BallotBox | None = None
        self.shut = False

    def follow(self) -> None:
        """Hold the box of the round that is open now; tells why where it cannot."""
        found, box = self._clock.open, self._box
        if box is not None and (found is None or box.round.id != found.id):
            box.end()
            box.deleteLater()
            self._box = box = None
        if box is not None and found is not None:
            box.round = found
        elif found is not None:
            session = self._clock.document.session
            try:
                box = BallotBox(found, session, self._library, self._saver, self)
            except LibraryError as error:
                self.problem.emit(str(error))
                return
            box.counted.connect(self.counted)
            box.stored.connect(self.stored)
            box.problem.connect(self.problem)
            self._box = box

    @property
    def held(self) -> bool:
        """Whether there is a box to put ballots in."""
        return self._box is not None

    def take(self, ballots: Mapping[Ballot, int]) -> bool:
        """Take ballots into the open round; together they are one step of taking back.

        False, and a sentence told, where no box is open to take them: then they are still with
        whoever has handed them in.
        """
        if self._box is None:
            self.follow()  # which says why where it cannot
        if self._box is None or self.shut:
            if self._clock.open is None or self.shut:
                self.problem.emit(tr("This round is closed, so it takes no more answers."))
            return False
        self._box.take(ballots)
        return True

    def has_slip(self, code: str) -> bool:
        """Whether a ballot with this code of a slip is in the open round already."""
        return self._box is not None and self._box.has_slip(code)

    def take_back(self) -> bool:
        """Take back what was taken last; False where this program knows of nothing."""
        return self._box is not None and not self.shut and self._box.take_back()

    @property
    def can_take_back(self) -> bool:
        """Whether there is something to take back."""
        return self._box is not None and self._box.can_take_back

    @property
    def unsaved(self) -> bool:
        """Whether a ballot is not on disk yet."""
        return self._box is not None and self._box.unstored

    def store(self) -> None:
        """Try again to store what the disk did not take."""
        if self._box is not None and self._box.unstored:
            self._box.store()

    def close(self) -> bool:
        """Make sure that all is on disk; False where the disk does not take it."""
        return self._box is None or self._box.close()

    def count(self) -> int:
        """How many have answered in the latest round of this step."""
        found = self._clock.round
        if found is None:
            return 0
        return found.ballots if self._box is None else self._box.count(self._named())

    def fewest(self) -> int | None:
        """How many have answered at the mark with the fewest of the latest round of this step, None
        where that may not be told.
        """
        found = self._clock.round
        if found is None:
            return None
        if not found.over:
            asked = opinions_of(self._clock.guide, found)
            return min(map(self.count_at, asked), default=None)
        if found.state is not RoundState.REVEALED:
            return None
        return self._clock.document.findings.rounds.fewest(found)

    def count_at(self, spot: Spot) -> int:
        """How many have answered, or passed, at one spot of the open round."""
        named = sum(n for b, n in self._named().items() if b.get(spot) is not None)
        return named + (self._box.count_at(spot) if self._box is not None else 0)

    def _named(self) -> Counter[Ballot]:
        found = self._clock.open
        if found is None or found.secret:
            return Counter()
        return named(self._clock.guide, self._clock.document.answers, found)

    def spots(self) -> tuple[Spot, ...]:
        """What a ballot of the open round answers, in the order in which it is asked."""
        asked = self._clock.open.questions if self._clock.open else ()
        return tuple(spot for q in asked for spot in spots(self._clock.guide.questions[q]))

    def answer_by_name(self, person: Person, spot: Spot, value: Value | None) -> None:
        """Take in what somebody answers by name in an open round that is not secret."""
        found = self._clock.open
        if found is not None and not found.secret and not self.shut:
            key = Key(spot.question, spot.mark, found.id.number, person.id)
            self._clock.document.put(key, value)
            self.counted.emit()

    def end(self) -> None:
        """The workshop is left: nothing is told any more."""
        if self._box is not None:
            self._box.end()
