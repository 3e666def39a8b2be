"""What only the person at the laptop reads and writes beside a step."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QWidget

from workbook.catalogue import tr
from workbook.model.guide import Mode, Step
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, frame, label, row, show_if
from workbook.ui.widgets.scroll import Scroll

WIDTH = 300  # pixels at 100 %
LEAST = 220  # pixels


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
        self._theme, self._window = theme, 1280
        alone = mode is Mode.SOLO
        title = tr("Notes for you") if alone else tr("Only you see this")
        self.setAccessibleName(title)

        outer = column(self, gap=0)
        head = row(margins=(18, 14, 12, 6))
        head.addWidget(label(title, "strong", wrap=False), 1)
        self.hide_button = button(tr("Hide"), "quiet")
        self.hide_button.setToolTip(tr("Hide the notes. Readings stay on the page."))
        self.hide_button.clicked.connect(self.hide_requested)
        head.addWidget(self.hide_button)
        outer.addLayout(head)

        self._area = Scroll("surface")
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows scroll it
        self._area.setAccessibleName(title)
        self._inside = column(self._area.inner, margins=(18, 0, 18, 18), gap=4)
        self._card = frame("tint", self._area.inner)
        card = column(self._card, margins=(14, 12, 14, 12), gap=2)
        self._card_title, self._card_text = label("", "card-title"), label("", "body")
        card.addWidget(self._card_title)
        card.addWidget(self._card_text)
        self._card.hide()
        self._inside.addWidget(self._card)
        self._sections: dict[str, tuple[QLabel, QLabel]] = {}
        thinking = {
            "alone": tr("How to think it through"),
            "check": tr("Whose answer would differ?"),
        }
        running = {
            "run": tr("With a group: how to run it") if alone else tr("How to run it"),
            "listen": tr("Listen for"),
            "hot": tr("If it gets hot"),
        }
        self._add_sections(thinking if alone else running)
        self._add_scratch(alone)
        self._add_drafts()
        if alone:
            self._add_sections(running)
        self._inside.addStretch(1)
        outer.addWidget(self._area, 1)
        theme.changed.connect(self._resize)
        self._resize()

    def show_scratch(self, text: str) -> None:
        """Show stored scratch notes without telling of a change."""
        self.scratch.blockSignals(True)
        self.scratch.setPlainText(text)
        self.scratch.blockSignals(False)

    def show_card(self, title: str, text: str) -> None:
        """Show what the facilitator may say in the present phase; "" hides the card."""
        self._card_title.setText(title)
        self._card_text.setText(text)
        show_if(self._card, bool(title or text))
        self._area.measure()

    def show_drafts(self, drafts: Sequence[tuple[str, str]]) -> None:
        """Show what the facilitator wrote alone about this step: prompts with their answers."""
        text = "\n".join(f"{prompt}: {answer}" for prompt, answer in drafts)
        self._drafts_heading.setVisible(bool(text))
        self._drafts.setText(text)
        self._drafts.setVisible(bool(text))
        self._area.measure()

    def _add_drafts(self) -> None:
        self._drafts_heading = label(tr("Your own reflection"), "heading")
        self._drafts_heading.setContentsMargins(0, 10, 0, 0)
        self._drafts = label("", "soft")
        for part in (self._drafts_heading, self._drafts):
            part.setParent(self._area.inner)
            part.hide()
            self._inside.addWidget(part)

    def _add_sections(self, titles: Mapping[str, str]) -> None:
        for name, title in titles.items():
            self._sections[name] = heading, text = label(title, "heading"), label("", "soft")
            heading.setContentsMargins(0, 10, 0, 0)
            self._inside.addWidget(heading)
            self._inside.addWidget(text)

    def _add_scratch(self, alone: bool) -> None:
        heading = label(tr("Scratch notes"), "heading")
        heading.setContentsMargins(0, 10, 0, 0)
        self._inside.addWidget(heading)
        self.scratch = ScratchField()
        self.scratch.setPlaceholderText(
            tr("Only you see these.") if alone else tr("Never on the audience screen.")
        )
        self.scratch.setAccessibleName(tr("Scratch notes"))
        self.scratch.setTabChangesFocus(True)
        self.scratch.textChanged.connect(self._typed)
        self.scratch.left.connect(self.left)
        self._inside.addWidget(self.scratch)

    def show_step(self, step: Step) -> None:
        """Show the guide's notes for a step; what a guide leaves out leaves no heading."""
        notes = step.notes
        said = {
            "alone": notes.alone,
            "check": notes.check,
            "run": "\n".join(f"{at}. {line}" for at, line in enumerate(notes.run, 1)),
            "listen": notes.listen,
            "hot": notes.hot,
        }
        for name, (heading, text) in self._sections.items():
            text.setText(said[name])
            show_if(heading, bool(said[name]))
            show_if(text, bool(said[name]))
        self._area.verticalScrollBar().setValue(0)
        self._area.measure()

    def _typed(self) -> None:
        self.noted.emit(self.scratch.toPlainText())

    def fit(self, window: int) -> None:
        """Leave a window of this width, in pixels, to the page for two thirds at least."""
        self._window = window
        self._resize()

    def _resize(self) -> None:
        self.setFixedWidth(max(min(self._theme.px(WIDTH), round(self._window * 0.3)), LEAST))
        self.scratch.setFixedHeight(self._theme.px(92))
