"""Shows which steps could give minutes back, before and after, and asks whether they shall."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from workbook.catalogue import tr
from workbook.catalogue.agenda import before_and_after, late_words, replan_words
from workbook.model.replanning import Replan
from workbook.ui.dialogs.dialog import Dialog
from workbook.ui.widgets.basics import button, label, row
from workbook.ui.workshop.workshop import RunningWorkshop


class ReplanDialog(Dialog):
    """A proposal that is taken as a whole or not at all. `taken` hands it on."""

    taken = Signal(object)  # Replan

    def __init__(self, running: RunningWorkshop, parent: QWidget) -> None:
        super().__init__(tr("Re-plan"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._found: Replan = running.proposal()
        found, layout = self._found, self.inside
        layout.addWidget(label(late_words(found.late_before), "heading"))
        layout.addWidget(
            label(tr("The silence, the second vote and the check-out keep their minutes."), "soft")
        )
        layout.addSpacing(6)
        for give in found.gives:
            layout.addWidget(label(before_and_after(running.guide, give)))
        layout.addSpacing(6)
        if running.clock.promised is not None:
            layout.addWidget(label(replan_words(found, running.clock.promised), "strong"))
        layout.addSpacing(12)
        answers = row(gap=12)
        answers.addStretch(1)
        self.cancel_button = button(tr("Leave it as it is"))
        self.cancel_button.clicked.connect(self.reject)
        self.take_button = button(tr("Take these minutes"), "primary")
        self.take_button.clicked.connect(self._take)
        self.take_button.setEnabled(bool(found.gives))
        answers.addWidget(self.cancel_button)
        answers.addWidget(self.take_button)
        layout.addLayout(answers)
        self.take_button.setDefault(True)

    def _take(self) -> None:
        self.taken.emit(self._found)
        self.accept()
