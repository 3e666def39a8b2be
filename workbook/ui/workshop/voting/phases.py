"""The phases of a step in a row: where in the loop the room is, and a way to every other phase."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbook.catalogue import tr
from workbook.model.guide import Step
from workbook.ui.widgets.basics import Button, button, restyle
from workbook.ui.widgets.wrapping import Wrapping
from workbook.ui.workshop.workshop import RunningWorkshop


class Chips(QWidget):
    """Chips that stand in lines; one of them is the present one. `chosen` tells a chip's number."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chips: list[Button] = []
        self._titles: list[str] = []
        self._inside = Wrapping(self, gap=6)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_titles(self, titles: list[str], here: int | None) -> None:
        """Show a chip for each title, and mark the present one."""
        if titles != self._titles:
            self._titles = titles
            for chip in self.chips:
                self._inside.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self.chips = [self._make(number, title) for number, title in enumerate(titles)]
        for number, chip in enumerate(self.chips):
            chip.setChecked(number == here)
            if chip.property("here") != (number == here):
                chip.setProperty("here", number == here)
                restyle(chip)

    def take_keyboard(self) -> None:
        """Put the keyboard on the present chip."""
        here = next((chip for chip in self.chips if chip.isChecked()), None)
        if here is not None:
            here.setFocus()

    def _make(self, number: int, title: str) -> Button:
        chip = button(title, "phase")
        chip.setParent(self)
        chip.setCheckable(True)
        chip.clicked.connect(partial(self.chosen.emit, number))
        self._inside.addWidget(chip)
        chip.show()
        return chip


class PhaseChips(Chips):
    """The phases of a step. `picked` tells a phase's id."""

    picked = Signal(str)

    def __init__(self, running: RunningWorkshop, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self._running, self._step = running, step
        self.setAccessibleName(tr("Phases of this step"))
        self.chosen.connect(self._chosen)
        running.moved.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Mark the phase that is shown."""
        phases = self._step.phases
        titles = [f"{number} {phase.title}" for number, phase in enumerate(phases, 1)]
        ids = [phase.id for phase in phases]
        here = self._running.clock.phase if self._running.step is self._step else ""
        self.show_titles(titles, ids.index(here) if here in ids else None)

    def _chosen(self, number: int) -> None:
        self.picked.emit(self._step.phases[number].id)
        self.refresh()  # a click has checked the chip, also where nothing moved
