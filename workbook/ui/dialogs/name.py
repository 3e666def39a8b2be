"""Asks for a new name of a session."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from workbook.catalogue import tr
from workbook.ui.dialogs.dialog import Dialog
from workbook.ui.widgets.basics import button, label, row


class NameDialog(Dialog):
    """One field with the name it has; `named` carries the new one, never a blank or the same."""

    named = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(tr("Rename"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._before = name
        layout = self.inside
        asks = label(tr("What is the group called?"), "heading")
        self.field = QLineEdit(name)
        self.field.setAccessibleName(tr("Name of the group"))
        self.field.selectAll()
        self.field.textChanged.connect(self._check)
        layout.addWidget(asks)
        layout.addWidget(self.field)
        layout.addSpacing(12)
        answers = row(gap=12)
        answers.addStretch(1)
        self.cancel_button = button(tr("Cancel"))
        self.rename_button = button(tr("Rename"), "primary")
        self.rename_button.setDefault(True)
        answers.addWidget(self.cancel_button)
        answers.addWidget(self.rename_button)
        layout.addLayout(answers)
        self.cancel_button.clicked.connect(self.reject)
        self.rename_button.clicked.connect(self.accept)
        self._check()
        self.field.setFocus()

    def _check(self) -> None:
        self.rename_button.setEnabled(bool(self.field.text().strip()))

    def accept(self) -> None:
        """Tell the new name, if it is one."""
        name = self.field.text().strip()
        if name and name != self._before:
            self.named.emit(name)
        super().accept()
