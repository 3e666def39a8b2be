"""What stands around the pages of any open session: its bar, the rail, the notes, back and next."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from workbook.catalogue import tr
from workbook.model.answers import Key, step_progress
from workbook.ui.session.document import SessionDocument
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, frame, label, row, set_kind
from workbook.ui.widgets.notes_panel import NotesPanel
from workbook.ui.widgets.rail import Rail, RailEntry

NARROW = 1120  # pixels at 100 % below which the rail shows numbers only


class SessionScreen(QWidget):
    """The frame of a screen on which a session is gone through, alone or in a workshop. Which page
    is shown, and what else stands in the bar and at the foot, is up to the screens made of it.
    """

    home_requested = Signal()
    summary_requested = Signal()
    export_requested = Signal()
    notes_toggled = Signal(bool)

    _beside_name = (0, 0)  # pixels at 100 % that the bar needs beside a name, and the name's least

    def __init__(self, theme: Theme, document: SessionDocument, *, notes_shown: bool) -> None:
        super().__init__()
        self._theme, self.document = theme, document
        self._notes_shown, self._shared = notes_shown, False
        outer = column(self, gap=0)
        outer.addWidget(self._make_bar())
        middle = row(gap=0)
        self.rail = Rail(theme)
        self.rail.chosen.connect(self.go_to_step)
        self._add_to_rail()
        middle.addWidget(self.rail)
        centre = column(gap=0)
        self._stack = QStackedWidget()
        centre.addWidget(self._stack, 1)
        centre.addWidget(self._make_foot())
        middle.addLayout(centre, 1)
        self.notes = NotesPanel(theme, document.session.mode, self)
        self.notes.show_scratch(document.scratch)
        self.notes.noted.connect(document.note)
        self.notes.left.connect(document.leave)
        self.notes.hide_requested.connect(self._hide_notes)
        self.notes.setVisible(notes_shown)
        middle.addWidget(self.notes)
        outer.addLayout(middle, 1)
        document.answered.connect(self._answered)
        document.revealed.connect(self._undone)
        document.saving_changed.connect(self._show_saving)

    def _make_bar(self) -> QFrame:
        bar = frame("bar")
        line = row(bar, margins=(14, 9, 20, 9), gap=10)
        self.home_button = button(tr("‹ All sessions"), "quiet")
        self.home_button.clicked.connect(self.home_requested)
        line.addWidget(self.home_button)
        self._name = label("", "name", wrap=False)
        line.addWidget(self._name)
        self._kind = label("", "chip", wrap=False)
        line.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        self.saved = label("", "soft", wrap=False)
        self.saved.setAccessibleName(tr("Saved"))
        line.addWidget(self.saved)
        line.addSpacing(6)
        self._add_to_bar(line)
        self.export_button = button(tr("Export…"))
        self.export_button.clicked.connect(self.export_requested)
        line.addWidget(self.export_button)
        return bar

    def _make_foot(self) -> QFrame:
        foot = frame("foot")
        line = row(foot, margins=(36, 11, 36, 11))
        self.back_button = button(tr("Back"))
        self.back_button.clicked.connect(self.go_back)
        line.addWidget(self.back_button)
        self._add_to_foot(line)
        self.next_button = button("", "primary")
        self.next_button.clicked.connect(self.go_next)
        line.addWidget(self.next_button)
        return foot

    # What each screen has of its own

    def _add_to_bar(self, line: QHBoxLayout) -> None:
        """Add what stands in the bar before the export."""

    def _add_to_rail(self) -> None:
        """Add what stands in the rail beside the steps."""

    def _add_to_foot(self, line: QHBoxLayout) -> None:
        """Add what stands between back and next."""

    def go_next(self) -> None:
        """What comes next; after all of it the summary."""
        raise NotImplementedError

    def go_back(self) -> None:
        """What was before."""
        raise NotImplementedError

    def go_to_step(self, step_id: str) -> None:
        """The beginning of a step; stays where it is if that step is open already."""
        raise NotImplementedError

    def _answered(self, keys: frozenset[Key]) -> None:
        """Other answers are given than before."""
        raise NotImplementedError

    def _undone(self, key: Key) -> None:
        """An undo or redo has changed what was answered there."""
        raise NotImplementedError

    # What is shown

    def _show_steps(
        self, minutes: dict[str, int], current: str, voted: Collection[str] = ()
    ) -> None:
        """Show in the rail how long each step is and how much of it is answered."""
        document = self.document
        mode, answers = document.session.mode, document.answers
        self.rail.show_entries(
            [
                RailEntry(
                    step.id,
                    number,
                    step.title,
                    minutes.get(step.id),
                    step_progress(document.guide, step, mode, answers, voted),
                )
                for number, step in enumerate(document.guide.steps)
            ],
            current,
        )

    def _show_name(self, name: str) -> None:
        """Show as much of a name as the bar has room for."""
        taken, least = (self._theme.px(pixels) for pixels in self._beside_name)
        free = max(self.width() - taken, least)
        elided = self._name.fontMetrics().elidedText(
            " ".join(name.split()), Qt.TextElideMode.ElideRight, free
        )
        self._name.setText(elided)

    def _show_next(self, words: str, *, short: bool) -> None:
        """Say on the button what comes next, or only that something does."""
        self.next_button.setAccessibleName(words)
        self.next_button.setText((tr("Next") if short else words).replace("&", "&&"))

    @property
    def unsaved(self) -> bool:
        """Whether something is not on disk yet."""
        return self.document.unsaved

    def _show_saving(self) -> None:
        error = self.document.error
        words = error or (tr("Saving…") if self.unsaved else self._saved_words())
        self.saved.setText(words)
        set_kind(self.saved, "danger" if error else "soft")

    def _saved_words(self) -> str:
        """What the bar says while everything is stored."""
        return ""

    # Notes and width

    def show_notes(self, shown: bool) -> None:
        """Show or hide the notes; a screen that the room looks at never shows them."""
        self._notes_shown = shown
        self.notes.setVisible(shown and not self._shared)

    def _hide_notes(self) -> None:
        self.notes_toggled.emit(False)

    @property
    def _narrow(self) -> bool:
        return self.width() < self._theme.px(NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_compact(self._narrow)
        self.notes.fit(self.width())


def next_words(title: str) -> str:
    """What a button to the next thing says."""
    return tr("Next: {title}").format(title=title[:1].lower() + title[1:])
