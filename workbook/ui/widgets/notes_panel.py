"""What only the person at the laptop reads and writes beside a step."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from workbook.catalogue import tr
from workbook.model.guide import Mode, Step
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, clear, column, label, row
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
        self._theme, self._mode = theme, mode
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
        inside = column(self._area.inner, margins=(18, 4, 18, 18), gap=0)
        self._first = column(gap=4)
        inside.addLayout(self._first)
        inside.addSpacing(16)
        inside.addWidget(label(tr("Scratch notes"), "heading"))
        inside.addSpacing(6)
        self.scratch = ScratchField()
        self.scratch.setPlaceholderText(tr("Only you see these."))
        self.scratch.setAccessibleName(tr("Scratch notes"))
        self.scratch.setTabChangesFocus(True)
        self.scratch.textChanged.connect(self._typed)
        self.scratch.left.connect(self.left)
        inside.addWidget(self.scratch)
        self._second = column(gap=4)
        inside.addSpacing(12)
        inside.addLayout(self._second)
        inside.addStretch(1)
        outer.addWidget(self._area, 1)
        theme.changed.connect(self._resize)
        self._resize()

    def show_scratch(self, text: str) -> None:
        """Show stored scratch notes without telling of a change."""
        self.scratch.blockSignals(True)
        self.scratch.setPlainText(text)
        self.scratch.blockSignals(False)

    def show_step(self, step: Step) -> None:
        """Show the guide's notes for a step: alone first what helps alone."""
        clear(self._first)
        clear(self._second)
        notes = step.notes
        alone = self._mode is Mode.SOLO
        first, second = (self._first, self._second) if alone else (self._second, self._first)
        self._add(first, tr("How to think it through"), notes.alone)
        self._add(first, tr("Whose answer would differ?"), notes.check)
        with_group = tr("With a group: how to run it") if alone else tr("How to run it")
        numbered = "\n".join(f"{at}. {line}" for at, line in enumerate(notes.run, 1))
        self._add(second, with_group, numbered)
        self._add(second, tr("Listen for"), notes.listen)
        self._add(second, tr("If it gets hot"), notes.hot)
        self._area.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, self._area, self._area.measure)

    def _add(self, layout: QVBoxLayout, title: str, text: str) -> None:
        if not text:
            return
        layout.addSpacing(8)
        layout.addWidget(label(title, "heading"))
        layout.addWidget(label(text, "soft"))

    def _typed(self) -> None:
        self.noted.emit(self.scratch.toPlainText())

    def _resize(self) -> None:
        self.setFixedWidth(self._theme.px(300))
        self.scratch.setFixedHeight(self._theme.px(92))
