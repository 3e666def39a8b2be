"""Asks once before something that cannot be taken back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from workbook.catalogue import tr
from workbook.ui.widgets.basics import button, column, label, row


class ConfirmDialog(QDialog):
    """A question, what follows from it, and two buttons; the careful one has the focus.

    Open it with `open()`; `accepted` tells that the answer was yes.
    """

    def __init__(self, question: str, text: str, action: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(action.rstrip("…"))
        self.setAccessibleName(question)
        self.setAccessibleDescription(text)
        self._layout = layout = column(self, margins=(24, 24, 24, 20), gap=8)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # see showEvent
        layout.addWidget(label(question, "heading"))
        layout.addWidget(label(text))
        layout.addSpacing(12)
        answers = row(gap=12)
        answers.addStretch(1)
        self.cancel_button = button(tr("Cancel"))
        self.action_button = button(action, "danger")
        answers.addWidget(self.cancel_button)
        answers.addWidget(self.action_button)
        layout.addLayout(answers)
        self.cancel_button.clicked.connect(self.reject)
        self.action_button.clicked.connect(self.accept)
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its words need at a readable width: wrapped text has no one height."""
        width = max(self.fontMetrics().averageCharWidth() * 62, self._layout.minimumSize().width())
        self.setFixedSize(width, self._layout.totalHeightForWidth(width))
        super().showEvent(event)
