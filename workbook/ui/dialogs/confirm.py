"""Asks once before something that cannot be taken back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workbook.catalogue import tr
from workbook.ui.dialogs.dialog import Dialog
from workbook.ui.widgets.basics import button, label, row


class ConfirmDialog(Dialog):
    """A question, what follows from it, and two buttons; the careful one has the focus.

    Open it with `open()`; `accepted` tells that the answer was yes.
    """

    def __init__(self, question: str, text: str, action: str, parent: QWidget) -> None:
        super().__init__(action.rstrip("…"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(question)
        self.setAccessibleDescription(text)
        layout = self.inside
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
