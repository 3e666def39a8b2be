"""The pages of what is printed, with what turns them and makes them larger."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbook.catalogue import tr
from workbook.ui.dialogs.faces import progress_bar
from workbook.ui.print_room.drawer import Drawer
from workbook.ui.print_room.view import STEPS, Fit, PageView, Zoom
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, frame, label, row, show_if
from workbook.ui.widgets.choice_chip import ChoiceChip


class PreviewPanel(QWidget):
    """Pages with a bar above them, and below it how far something is that takes long.

    `stop_requested` tells that a person wants that to end.
    """

    stop_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.drawer = Drawer(self)
        self.view = PageView(theme, self.drawer, self)
        self.view.turned.connect(self._turned)
        self.view.zoomed.connect(self._zoomed)
        inside = column(self, gap=0)
        inside.addLayout(self._bar(theme))
        inside.addSpacing(8)
        inside.addWidget(self.view, 1)
        self._progress = frame("foot", self)
        self._make_progress(row(self._progress, margins=(0, 8, 0, 0), gap=12))
        inside.addWidget(self._progress)
        stops = (
            self.back_button,
            self.next_button,
            self.smaller_button,
            self.zoom_chip,
            self.larger_button,
            self.view,
            self.stop_button,
        )
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)
        self._turned(0, 0)
        self._zoomed()

    def _bar(self, theme: Theme) -> QHBoxLayout:
        line = row(gap=6)
        self.back_button = button("‹")
        self.next_button = button("›")
        self.page_label = label("", "strong", wrap=False)
        for made, words, by in (
            (self.back_button, tr("The page before"), -1),
            (self.next_button, tr("The next page"), 1),
        ):
            made.setAccessibleName(words)
            made.setToolTip(words)
            made.clicked.connect(lambda _=False, by=by: self.view.go_to(self.view.page + by))
            line.addWidget(made)
        line.addSpacing(6)
        line.addWidget(self.page_label)
        line.addStretch(1)
        self.smaller_button = button("−")
        self.larger_button = button("+")
        for made, words, by in (
            (self.smaller_button, tr("Smaller"), -1),
            (self.larger_button, tr("Larger"), 1),
        ):
            made.setAccessibleName(words)
            made.setToolTip(words)
            made.clicked.connect(lambda _=False, by=by: self.view.zoom_by(by))
        self.zoom_chip = ChoiceChip(tr("Size"), theme, self._sizes)
        self.zoom_chip.chosen.connect(self.view.set_zoom)
        for part in (self.smaller_button, self.zoom_chip, self.larger_button):
            line.addWidget(part)
        return line

    def _make_progress(self, line: QHBoxLayout) -> None:
        self.doing = label("", "soft", wrap=False)
        line.addWidget(self.doing)
        self.bar = progress_bar()
        line.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        self.stop_button = button(tr("Stop"), "small")
        self.stop_button.clicked.connect(self.stop_requested)
        line.addWidget(self.stop_button)
        self._progress.hide()

    def show_progress(self, words: str, done: int = 0, of: int = 0) -> None:
        """Say what is being done, and how much of it is; of an unknown length where `of` is 0."""
        self.doing.setText(words)
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.stop_button.setEnabled(True)
        show_if(self._progress, True)

    def hide_progress(self) -> None:
        """Nothing takes long any more; the keyboard goes to the pages where it was on "Stop"."""
        if self.stop_button.hasFocus():
            self.view.setFocus()
        show_if(self._progress, False)

    def _sizes(self) -> list[tuple[object, str]]:
        fits: list[Zoom] = [Fit.PAGE, Fit.WIDTH]
        return [(zoom, zoom_words(zoom)) for zoom in (*fits, *STEPS)]

    def _turned(self, page: int, pages: int) -> None:
        self.page_label.setText(self.view.words)
        self.back_button.setEnabled(page > 0)
        self.next_button.setEnabled(page < pages - 1)

    def _zoomed(self) -> None:
        zoom = self.view.zoom
        self.zoom_chip.show_choice(zoom, zoom_words(zoom))
        percent = self.view.percent()
        self.smaller_button.setEnabled(percent > STEPS[0])
        self.larger_button.setEnabled(percent < STEPS[-1])


def zoom_words(zoom: Zoom) -> str:
    """A size as a choice: "Whole page", "150 %"."""
    match zoom:
        case Fit.PAGE:
            return tr("Whole page")
        case Fit.WIDTH:
            return tr("Width of the page")
        case percent:
            return tr("{size} %").format(size=percent)
