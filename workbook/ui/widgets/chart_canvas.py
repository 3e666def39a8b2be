"""The one widget that shows a matplotlib figure: drawn when needed, kept as a picture."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbook.charts.palette import palette_from
from workbook.charts.specs import ChartSpec
from workbook.ui.charts import Charts
from workbook.ui.theme import Theme


class ChartCanvas(QWidget):
    """A chart in the theme's colours, as wide as it is given room, `height` pixels high at 100 %.

    Its words for who cannot see it are its accessible name.
    """

    def __init__(
        self, theme: Theme, charts: Charts, height: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._charts, self._height = theme, charts, height
        self._spec: ChartSpec | None = None
        self._image: QImage | None = None
        self._drawn: object = None  # all that the picture depends on
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._draw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyled)
        charts.ready.connect(self._redraw)

    def show_spec(self, spec: ChartSpec, words: str) -> None:
        """Draw this chart, as soon as the page stands and matplotlib is there; `words` say all
        of it for who cannot see it.
        """
        if spec == self._spec:
            return
        self._spec = spec
        self.setAccessibleName(words)
        self._redraw()

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._theme.px(self._height))

    def _restyled(self) -> None:
        self.updateGeometry()
        self._redraw()

    def _redraw(self) -> None:
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()

    def _draw(self) -> None:
        if self._spec is None or not self._charts.warm or self.width() < 60:
            return
        if self._image is not None and not self.isVisible():
            return  # nobody sees it: it is drawn again when it is shown
        ratio = self.devicePixelRatioF()
        drawn = (self._spec, self._theme.tokens, self._theme.scale, self.size(), ratio)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self._image = render(self._spec, self._theme, self.width(), self.height(), ratio)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is not None:
            painter = QPainter(self)
            painter.drawImage(0, 0, self._image)
            painter.end()


def render(spec: ChartSpec, theme: Theme, width: int, height: int, ratio: float) -> QImage:
    """The chart as a picture of width × height device-independent pixels.

    A figure is laid out in points; at 100 % there are 96 pixels to 72 points, as everywhere.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    from workbook.charts.figures import figure

    palette = palette_from(theme.tokens.colours())
    points = 0.75 / theme.scale
    drawn = figure(spec, palette, width * points, height * points)
    drawn.set_dpi(96 * theme.scale * ratio)
    canvas = FigureCanvasAgg(drawn)
    canvas.draw()  # type: ignore[no-untyped-call]
    buffer = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
    rows, columns = buffer.shape[:2]
    raw = QImage(bytes(buffer), columns, rows, columns * 4, QImage.Format.Format_RGBA8888)
    image = raw.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    return image
