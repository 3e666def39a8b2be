"""The card in which a page says back what the answers on it say."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from workbook.ui.reading_views import Shown
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import clear, column, label, row
from workbook.ui.widgets.chart_canvas import ChartCanvas, Charts


class ReadingCard(QFrame):
    """Readings of one page: a chart at the left where there is one, words with their reason at
    the right; a wide chart stands above. Before anything can be read, what it waits for.
    """

    WIDE = 500  # pixels of height:width beyond which a chart wants the whole width

    def __init__(self, theme: Theme, charts: Charts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "reading")
        self._theme, self._charts = theme, charts
        self._shown: tuple[Shown, ...] = ()
        self._waiting = ""
        self._canvases: dict[str, ChartCanvas] = {}
        self._column = column(self, margins=(18, 14, 18, 14), gap=6)

    def show_readings(self, readings: Sequence[Shown], waiting: str) -> None:
        """Show these readings, or what they wait for."""
        if (tuple(readings), waiting) == (self._shown, self._waiting) and self._column.count():
            return
        self._shown, self._waiting = tuple(readings), waiting
        for canvas in self._canvases.values():
            canvas.setParent(self)  # kept: a chart that only moves its marks is not built anew
        clear(self._column)
        self.setVisible(bool(readings or waiting))
        if not readings:
            self._column.addWidget(label(waiting, "small"))
            return
        words = column(gap=4)
        for reading in readings:
            if reading.words is not None:
                if words.count():
                    words.addSpacing(6)
                words.addWidget(label(reading.words.lead, "strong"))
                for text in (reading.words.reason, *reading.words.items):
                    if text:
                        words.addWidget(label(text, "soft"))
        words.addStretch(1)
        with_chart = [reading for reading in readings if reading.chart is not None]
        if not with_chart:
            self._column.addLayout(words)
            return
        beside = row(gap=20)
        for reading in with_chart:
            beside.addWidget(self._canvas(reading), 1)
        beside.addLayout(words, 1)
        self._column.addLayout(beside)

    def _canvas(self, reading: Shown) -> ChartCanvas:
        canvas = self._canvases.get(reading.name)
        if canvas is None:
            canvas = ChartCanvas(self._theme, self._charts, reading.height, self)
            self._canvases[reading.name] = canvas
        if reading.chart is not None:
            canvas.show_spec(reading.chart, reading.chart_words)
        canvas.show()
        return canvas
