"""The first start: what the workbook is, what will happen, and how to begin."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbook.catalogue import tr
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, frame, label, row
from workbook.ui.widgets.purpose_drawing import PurposeDrawing
from workbook.ui.widgets.scrolled import LowPage

_WITH_DRAWING = 860  # from this width on, in pixels before enlarging, there is room for both
_READING = 560  # widest column of text


class WelcomePage(LowPage):
    """Explains itself; shown while there are no sessions."""

    new_requested = Signal()
    workshop_requested = Signal(str)  # the reflection that comes along: always "" here
    example_requested = Signal()
    trash_view_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.drawing = PurposeDrawing(theme)
        self._words = QWidget()
        self._fill(column(self._words, gap=0))
        across = row(self, gap=64)
        across.addStretch(1)
        across.addWidget(self._words, 100, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self.drawing, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        self.setFocusProxy(self.new_button)
        theme.changed.connect(self._fit)

    def _fill(self, layout: QVBoxLayout) -> None:
        layout.addWidget(label(tr("COMMUNITY PURPOSE WORKBOOK"), "kicker"))
        layout.addSpacing(4)
        layout.addWidget(label(tr("What is your group for?"), "title"))
        layout.addSpacing(8)
        layout.addWidget(
            label(
                tr(
                    "Some groups exist for their members, some for a goal outside, and a few for "
                    "both. This workbook helps you see which of these yours says it is, and which "
                    "it lives. At the end you hold a summary to show your group."
                ),
                "framing",
            )
        )
        layout.addSpacing(20)
        for words, more in (
            (
                tr("25 minutes, eight steps"),
                tr("One question at a time. With your group, a workshop of 60 to 180."),
            ),
            (tr("Stop at any time"), tr("You come back to the very field you left.")),
            (tr("Everything stays on this computer"), tr("No account, no network.")),
        ):
            point = frame("point")
            lines = column(point, margins=(16, 2, 0, 2), gap=0)
            lines.addWidget(label(words, "strong"))
            lines.addWidget(label(more, "soft"))
            layout.addWidget(point)
            layout.addSpacing(12)
        layout.addSpacing(16)
        self.new_button = button(tr("Start a reflection"), "primary")
        self.workshop_button = button(tr("Set up a workshop"))
        self.example_button = button(tr("Look at the example"))
        self.trash_button = button("", "quiet")
        self.trash_button.hide()
        self.new_button.clicked.connect(self.new_requested)
        self.workshop_button.clicked.connect(partial(self.workshop_requested.emit, ""))
        self.example_button.clicked.connect(self.example_requested)
        self.trash_button.clicked.connect(self.trash_view_requested)
        begin = row(gap=12)
        begin.addWidget(self.new_button)
        begin.addWidget(self.workshop_button)
        begin.addWidget(self.example_button)
        begin.addStretch(1)
        layout.addLayout(begin)
        layout.addSpacing(8)
        layout.addWidget(self.trash_button, 0, Qt.AlignmentFlag.AlignLeft)

    def tell_trash(self, words: str) -> None:
        """Offer the way to the trash in these words; "" where it is empty."""
        self.trash_button.setText(words)
        self.trash_button.setAccessibleName(words)
        self.trash_button.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The drawing needs room beside the words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.drawing.setVisible(self.width() >= self._theme.px(_WITH_DRAWING))
        self._words.setMaximumWidth(self._theme.px(_READING))
