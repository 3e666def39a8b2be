"""The one widget that shows a chart: drawn when needed, kept as a picture."""

from typing import NamedTuple, Protocol

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbook.charts.palette import palette_from
from workbook.charts.specs import ChartSpec
from workbook.ui.charts import Charts
from workbook.ui.theme import Theme, Tokens

LEAST = 60  # pixels of width below which there is nothing to see


class Style(Protocol):
    """What a chart is drawn in: colours, and how large its type is, 1.0 for the usual size."""

    @property
    def tokens(self) -> Tokens:
        """The colours."""

    @property
    def scale(self) -> float:
        """How much larger than usual everything is drawn."""


class Zoom(NamedTuple):
    """A style of one's own: what hangs on a wall is not drawn as the window is."""

    tokens: Tokens
    scale: float


class ChartCanvas(QWidget):
    """A chart in the theme's colours, as wide as it is given room, `height` pixels high at 100 %.

    Its words for who cannot see it are its accessible name.
    """

    drawn = Signal()  # the picture shows what it should

    def __init__(
        self, theme: Theme, charts: Charts, height: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._charts, self._height = theme, charts, height
        self._style: Style = theme
        self._spec: ChartSpec | None = None
        self._image: QImage | None = None
        self._drawn: object = None  # all that the picture depends on
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._draw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyled)
        charts.ready.connect(self.update)

    def show_spec(self, spec: ChartSpec, words: str) -> None:
        """Draw this chart, as soon as the page stands and matplotlib is there; `words` say all
        of it for who cannot see it.
        """
        if spec == self._spec:
            return
        self._spec = spec
        self.setAccessibleName(words)
        self.update()

    def clear(self) -> None:
        """Show nothing, at once."""
        self._spec = self._image = self._drawn = None
        self.setAccessibleName("")
        self.update()

    def set_height(self, height: int) -> None:
        """Be so many pixels high at 100 % from now on."""
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def zoom(self, zoom: Zoom) -> None:
        """Draw in this style from now on, not as the theme has it."""
        self._style = zoom
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._theme.px(self._height))

    @property
    def fresh(self) -> bool:
        """Whether the picture shows what it should."""
        return self._drawn is not None and self._drawn == self._wanted()

    def _restyled(self) -> None:
        self.updateGeometry()
        self.update()

    def _draw(self) -> None:
        wanted = self._wanted()
        if self._spec is not None and wanted is not None and wanted != self._drawn:
            if not self._charts.take_turn():
                self._soon.start()
                return
            self._drawn = wanted
            ratio = self.devicePixelRatioF()
            self._image = render(self._spec, self._style, self.width(), self.height(), ratio)
            self.update()
            self.drawn.emit()

    def _wanted(self) -> object:
        """All that the picture depends on; None while none can be drawn."""
        if self._spec is None or not self._charts.warm or self.width() < LEAST:
            return None
        style = self._style
        return self._spec, style.tokens, style.scale, self.size(), self.devicePixelRatioF()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the picture there is; another one is drawn only where it would be seen."""
        if self._wanted() != self._drawn:
            self._soon.start()
        if self._image is not None:
            painter = QPainter(self)
            painter.drawImage(0, 0, self._image)
            painter.end()


def render(spec: ChartSpec, style: Style, width: int, height: int, ratio: float) -> QImage:
    """The chart as a picture of width × height device-independent pixels.

    A figure is laid out in points; at 100 % there are 96 pixels to 72 points, as everywhere.
    """
    from workbook.ui.widgets.chart_pen import draw_onto  # loads matplotlib

    form = QImage.Format.Format_ARGB32_Premultiplied
    image = QImage(round(width * ratio), round(height * ratio), form)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    point = style.scale / 0.75  # pixels
    size = (width / point, height / point)
    draw_onto(image, spec, palette_from(style.tokens.colours()), size, point)
    return image
