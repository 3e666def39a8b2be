"""What the facilitator reads aloud before and while the room answers: the questions themselves."""

from PySide6.QtWidgets import QFrame, QWidget

from workbook.catalogue import tr
from workbook.catalogue.asking import Asked, asked_words
from workbook.model.guide import Step
from workbook.ui.widgets.basics import column, label
from workbook.ui.workshop.workshop import RunningWorkshop


class AloudCard(QFrame):
    """The words of the round of a step that is open, or of the one that would be opened next."""

    def __init__(self, running: RunningWorkshop, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(tr("Read aloud"))
        self._running = running
        self._shown: tuple[Asked, ...] | None = None
        self._inside = column(self, margins=(20, 12, 20, 14), gap=6)
        self._inside.addWidget(label(tr("Read aloud"), "small"))
        self._lines = QWidget(self)
        self._show(
            asked_words(running.guide, running.guide.ballot_of(step, running.setup.plan))
        )  # nearly always what comes first

    def refresh(self) -> None:
        """Show what is asked now."""
        running = self._running
        asked = asked_words(
            running.guide, running.open.questions if running.open else running.next_round.asked
        )
        if asked == self._shown:
            return
        self._show(asked)

    def _show(self, asked: tuple[Asked, ...]) -> None:
        self._shown = asked
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = QWidget(self)  # filled before it is shown: Qt then lays it out once
        inside = column(self._lines, gap=6)
        for each in asked:
            lines = column(gap=1)
            for words, kind in ((each.question, "body"), (each.answers, "soft")):
                if words:
                    lines.addWidget(label(words, kind))
            inside.addLayout(lines)
        self._inside.addWidget(self._lines)
