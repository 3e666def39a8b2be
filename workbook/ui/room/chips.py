"""The phases of a step in a row: where in the loop the room is, and a way to every other phase."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from workbook.catalogue import tr
from workbook.ui.room.room import Room
from workbook.ui.widgets.basics import Button, button, restyle, row


class PhaseChips(QWidget):
    """One chip a phase of the step that is shown. Where they have no room, all but the present one
    show their number only.
    """

    chosen = Signal(str)  # the id of a phase

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self._chips: dict[str, Button] = {}
        self.setAccessibleName(tr("Phases of this step"))
        line = row(self, gap=8)
        for number, phase in enumerate(room.step.phases, 1):
            chip = button(f"{number} {phase.title}", "phase")
            chip.setParent(self)
            chip.setCheckable(True)
            chip.setToolTip(phase.title)
            chip.setAccessibleName(
                tr("Phase {number}, {title}").format(number=number, title=phase.title)
            )
            chip.clicked.connect(partial(self.chosen.emit, phase.id))
            self._chips[phase.id] = chip
            line.addWidget(chip)
        line.addStretch(1)
        self._step = room.step.id
        room.moved.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Mark the phase that is shown."""
        if self._room.step.id != self._step:
            return
        for phase_id, chip in self._chips.items():
            here = phase_id == self._room.clock.phase
            chip.setChecked(here)
            if chip.property("here") != here:
                chip.setProperty("here", here)
                restyle(chip)
        self._fit()

    def _fit(self) -> None:
        for short in (False, True):
            for number, phase in enumerate(self._room.step.phases, 1):
                chip = self._chips[phase.id]
                words = str(number) if short and not chip.isChecked() else f"{number} {phase.title}"
                chip.setText(words.replace("&", "&&"))
            if sum(chip.sizeHint().width() + 8 for chip in self._chips.values()) <= self.width():
                return

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
