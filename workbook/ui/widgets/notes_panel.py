"""What only the person at the laptop reads and writes beside a step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QWidget

from workbook.catalogue import tr
from workbook.model.guide import Mode, Step
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, label, row
from workbook.ui.widgets.scroll import Scroll


class ScratchField(QPlainTextEdit):
    """A plain text field that tells when it is left; Tab leaves it, Page Up and Down turn pages."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
            return
        super().keyPressEvent(event)


class NotesPanel(QFrame):
    """Notes of the guide for the open step, and scratch notes for the whole session."""

    hide_requested = Signal()
    noted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, mode: Mode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notes")
        self._theme = theme
        self.setAccessibleName(tr("Notes for you"))

        outer = column(self, gap=0)
        head = row(margins=(18, 14, 12, 6))
        head.addWidget(label(tr("Notes for you"), "strong", wrap=False), 1)
        hide = button(tr("Hide"), "quiet")
        hide.setToolTip(tr("Hide the notes. Readings stay on the page."))
        hide.clicked.connect(self.hide_requested)
        head.addWidget(hide)
        outer.addLayout(head)

        self._area = Scroll("surface")
        self._inside = column(self._area.inner, margins=(18, 4, 18, 18), gap=4)
        alone = mode is Mode.SOLO
        self._alone = self._section(tr("How to think it through"))
        self._check = self._section(tr("Whose answer would differ?"))
        self._inside.addSpacing(8)
        self._inside.addWidget(label(tr("Scratch notes"), "heading"))
        self.scratch = ScratchField()
        self.scratch.setPlaceholderText(tr("Only you see these."))
        self.scratch.setAccessibleName(tr("Scratch notes"))
        self.scratch.setTabChangesFocus(True)
        self.scratch.textChanged.connect(self._typed)
        self.scratch.left.connect(self.left)
        self._inside.addWidget(self.scratch)
        self._run = self._section(
            tr("With a group: how to run it") if alone else tr("How to run it")
        )
        self._listen = self._section(tr("Listen for"))
        self._hot = self._section(tr("If it gets hot"))
        self._inside.addStretch(1)
        outer.addWidget(self._area, 1)
        theme.changed.connect(self._resize)
        self._resize()

    def show_scratch(self, text: str) -> None:
        """Show stored scratch notes without telling of a change."""
        self.scratch.blockSignals(True)
        self.scratch.setPlainText(text)
        self.scratch.blockSignals(False)

    def _section(self, title: str) -> QLabel:
        text = label("", "soft")
        self._inside.addSpacing(8)
        self._inside.addWidget(label(title, "heading"))
        self._inside.addWidget(text)
        return text

    def show_step(self, step: Step) -> None:
        """Show the guide's notes for a step."""
        notes = step.notes
        self._alone.setText(notes.alone)
        self._check.setText(notes.check)
        self._run.setText("\n".join(f"{at}. {line}" for at, line in enumerate(notes.run, 1)))
        self._listen.setText(notes.listen)
        self._hot.setText(notes.hot)
        self._area.verticalScrollBar().setValue(0)
        self._area.measure()

    def _typed(self) -> None:
        self.noted.emit(self.scratch.toPlainText())

    def _resize(self) -> None:
        self.setFixedWidth(self._theme.px(300))
        self.scratch.setFixedHeight(self._theme.px(92))
