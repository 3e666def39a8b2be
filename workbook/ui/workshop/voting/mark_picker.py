"""Says for which mark of the ballot answers are counted, and goes to another."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbook.catalogue import ntr, tr
from workbook.catalogue.spots import spot_names
from workbook.model.workshop import Spot
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, label, row, show_if
from workbook.ui.widgets.choice_chip import ChoiceChip
from workbook.ui.workshop.voting.keys import Choice, choices
from workbook.ui.workshop.workshop import RunningWorkshop


class MarkPicker(QWidget):
    """A chip with the marks of the open round, a way to the next, and how many have answered it.

    `picked` tells that another mark is counted.
    """

    picked = Signal()

    def __init__(self, theme: Theme, running: RunningWorkshop, parent: QWidget) -> None:
        super().__init__(parent)
        self._running = running
        self._spots: tuple[Spot, ...] = ()
        self._at = 0
        line = row(self, gap=8)
        self.chip = ChoiceChip(tr("Mark"), theme, self._named, parent=self)
        self.chip.chosen.connect(self._choose)
        line.addWidget(self.chip)
        self.next_button = button(tr("Next mark"), "quiet")
        self.next_button.clicked.connect(self._go_on)
        line.addWidget(self.next_button)
        line.addStretch(1)
        self._count = label("", "small", wrap=False)
        line.addWidget(self._count)

    @property
    def spot(self) -> Spot | None:
        """The mark that is counted, None where no round is open."""
        return self._spots[self._at] if self._spots else None

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The answers to the mark that is counted."""
        if self.spot is None:
            return ()
        return choices(self._running.guide.questions[self.spot.question], self.spot.mark)

    @property
    def name(self) -> str:
        """What the mark is called, "" where there is none."""
        return self._names()[self._at] if self._spots else ""

    def refresh(self) -> None:
        """Begin with the first mark where another round is open; count anew."""
        spots = self._running.ballots.spots()
        if spots != self._spots:
            self._spots, self._at = spots, 0
            self._show()
            self.picked.emit()
        self.show_count()

    def show_count(self) -> None:
        """Show how many have answered this mark."""
        if self.spot is not None:
            n = self._running.ballots.count_at(self.spot)
            words = ntr("{n} answer here", "{n} answers here", n).format(n=n)
            if self._count.text() != words:
                self._count.setText(words)

    def _names(self) -> Sequence[str]:
        return spot_names(self._running.guide, self._spots)

    def _named(self) -> Sequence[tuple[object, str]]:
        return list(enumerate(self._names()))

    def _choose(self, at: object) -> None:
        if isinstance(at, int) and at != self._at:
            self._at = at
            self._show()
            self.show_count()
            self.picked.emit()

    def _go_on(self) -> None:
        self._choose((self._at + 1) % len(self._spots))

    def _show(self) -> None:
        self.chip.show_choice(self._at, self.name)
        show_if(self.next_button, len(self._spots) > 1)
