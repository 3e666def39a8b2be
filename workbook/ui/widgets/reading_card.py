"""The card in which a page says back what the answers on it say."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from workbook.catalogue.words import Words
from workbook.charts.specs import ChartSpec
from workbook.ui.charts import Charts
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import clear, column, label, row, show_if
from workbook.ui.widgets.chart_canvas import ChartCanvas

BESIDE = 520  # pixels at 100 % from which a chart and its words have room beside each other


@dataclass(frozen=True, slots=True)
class Shown:
    """One reading as a page shows it now. The height is that of its chart."""

    name: str
    words: Words | None
    chart: ChartSpec | None
    chart_words: str
    height: int


class ReadingCard(QFrame):
    """Readings of one page: charts at the left where there are any, at the right the words with
    their reasons. Before anything can be read, it says what it waits for.
    """

    def __init__(self, theme: Theme, charts: Charts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "reading")
        self._theme, self._charts = theme, charts
        self._shown: tuple[Shown, ...] | None = None
        self._canvases: dict[str, ChartCanvas] = {}
        self._inside = row(self, margins=(18, 14, 18, 14), gap=20)
        self._pictures = QWidget()
        self._stack = column(self._pictures, gap=12)
        self._inside.addWidget(self._pictures, 1)
        self._words = column(gap=4)
        self._inside.addLayout(self._words, 1)

    def show_readings(self, readings: Sequence[Shown], waiting: str) -> None:
        """Show these readings, or what they wait for."""
        show_if(self, bool(readings or waiting))
        if self._shown != tuple(readings):
            self._shown = tuple(readings)
            self._show_words(readings, waiting)
            self._show_charts(readings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words stand beside a chart where both have room, else under it."""
        super().resizeEvent(event)
        beside = self.width() >= self._theme.px(BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._inside.direction() is not way:
            self._inside.setDirection(way)

    def _show_words(self, readings: Sequence[Shown], waiting: str) -> None:
        clear(self._words)
        if not readings:
            self._say(waiting, "small")
        for reading in readings:
            if reading.words is None:
                continue
            if self._words.count():
                self._words.addSpacing(6)
            self._say(reading.words.lead, "strong")
            for text in filter(None, (reading.words.reason, *reading.words.items)):
                self._say(text, "soft")
        self._words.addStretch(1)

    def _say(self, text: str, kind: str) -> None:
        said = label(text, kind)
        self._words.addWidget(said)
        said.show()  # at once: Qt would measure the page without it first

    def _show_charts(self, readings: Sequence[Shown]) -> None:
        with_chart = {reading.name: reading for reading in readings if reading.chart is not None}
        show_if(self._pictures, bool(with_chart))
        for name, reading in with_chart.items():
            if name not in self._canvases:
                canvas = ChartCanvas(self._theme, self._charts, reading.height, self)
                self._canvases[name] = canvas
                self._stack.addWidget(canvas)
            if reading.chart is not None:
                self._canvases[name].show_spec(reading.chart, reading.chart_words)
        for name, canvas in self._canvases.items():
            show_if(canvas, name in with_chart)
