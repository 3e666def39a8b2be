"""Draws what the room may see: one value, in sizes that are shares of the view's height."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from workbook.catalogue.agenda import countdown_words
from workbook.documents.wall import Countdown, Picture, WallContent
from workbook.model.timing import Level, level
from workbook.ui.charts import Charts
from workbook.ui.theme import Theme, Tokens, load_tokens
from workbook.ui.wall.layout import Layout, TextSize, arrange
from workbook.ui.widgets.chart_canvas import ChartCanvas, Zoom

_FADE = 180  # milliseconds
NOTHING = WallContent("", "", "", "", "", None, None, "")

Moment = Callable[[], datetime]


def _utc() -> datetime:
    return datetime.now(UTC)


class WallView(QWidget):
    """All that the room may see, as large as the view; dark as a cinema unless it is told.

    Its accessible name is all of it in words, but for the time.
    """

    def __init__(
        self,
        theme: Theme,
        charts: Charts,
        *,
        now: Moment = _utc,
        motion: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """A view; `motion` lets a picture fade in when it is revealed."""
        super().__init__(parent)
        self._theme, self._now, self.motion = theme, now, motion
        self._value = NOTHING
        self._dark, self._size, self._black = True, TextSize.NORMAL, False
        self._tokens = self._chosen_tokens()
        self._layout: Layout | None = None
        self._canvas = ChartCanvas(theme, charts, 1, self)
        self._canvas.hide()
        self._canvas.drawn.connect(self._unveil)
        self._veil = _Veil(self)
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_FADE)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._veil.show_through)
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._ticked)
        theme.changed.connect(self._restyle)

    @property
    def value(self) -> WallContent:
        """What is shown."""
        return self._value

    @property
    def is_black(self) -> bool:
        """Whether nothing but black is shown."""
        return self._black

    @property
    def fresh(self) -> bool:
        """Whether everything is drawn, its picture too."""
        picture = self._value.picture
        return picture is None or picture.chart is None or self._canvas.fresh

    def show_value(self, value: WallContent) -> None:
        """Show this from now on."""
        if value == self._value:
            return
        before, self._value = self._value.picture, value
        if value.picture != before:
            self._show_picture(value.picture)
        self.setAccessibleName(in_words(value))
        self._rearrange()

    def choose(self, *, dark: bool | None = None, size: TextSize | None = None) -> None:
        """Change what is given: light or dark, and the size of the text."""
        self._dark = self._dark if dark is None else dark
        self._size = self._size if size is None else size
        self._restyle()

    def black(self, black: bool) -> None:
        """Show nothing but black, or everything again."""
        self._black = black
        if black:
            self._fade.stop()
            self._veil.hide()
        self._rearrange()

    # ------------------------------------------------------------------------------- arranging

    def _chosen_tokens(self) -> Tokens:
        name = "dark" if self._dark else "light"
        tokens = load_tokens(name + ("-high-contrast" if self._theme.high_contrast else ""))
        return replace(tokens, surface=tokens.paper)  # charts stand on the ground, not on a card

    def _restyle(self) -> None:
        self._tokens = self._chosen_tokens()
        self._rearrange()

    def _rearrange(self) -> None:
        """Give everything its place anew."""
        self._layout = None
        place = self._placed()
        self._canvas.zoom(Zoom(self._tokens, place.zoom))
        self._canvas.setGeometry(place.chart.toAlignedRect())
        self._canvas.setVisible(not place.chart.isEmpty() and not self._black)
        self._veil.setGeometry(self._canvas.geometry())
        self._veil.colour = self._color("paper")
        self._go_on()
        self.update()

    def _placed(self) -> Layout:
        if self._layout is None:
            self._layout = arrange(self._value, QSizeF(self.size()), self._size)
        return self._layout

    def _show_picture(self, picture: Picture | None) -> None:
        """Show another picture; nothing of the one before stays, not even for a moment."""
        self._fade.stop()
        self._veil.hide()
        self._canvas.clear()
        if picture is not None and picture.chart is not None:
            self._veil.setVisible(self.motion and self.isVisible() and not self._black)
            self._veil.show_through(1.0)
            self._veil.raise_()
            self._canvas.show_spec(picture.chart, picture.alt)

    def _unveil(self) -> None:
        if not self._veil.isHidden() and self._fade.state() != self._fade.State.Running:
            self._fade.start()

    # ---------------------------------------------------------------------------- the countdown

    def _left(self) -> float | None:
        """The seconds left, None without a countdown."""
        return (
            None
            if self._value.countdown is None
            else seconds_left(self._value.countdown, self._now())
        )

    def _go_on(self) -> None:
        """Wait for the moment at which the countdown says another second."""
        countdown, left = self._value.countdown, self._left()
        if countdown is None or left is None or countdown.until is None or not self.isVisible():
            self._tick.stop()
            return
        self._tick.start(max(1, int(left % 1 * 1000) + 1))

    def _ticked(self) -> None:
        self.update(self._placed().clock.toAlignedRect())
        self._go_on()

    # --------------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words; the chart is a widget of its own."""
        painter = QPainter(self)
        if self._black:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
        else:
            painter.fillRect(self.rect(), self._color("paper"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for words in self._placed().words:
                words.setting.draw(painter, words.left, words.top, self._color(words.colour))
            self._paint_countdown(painter)
        painter.end()

    def _paint_countdown(self, painter: QPainter) -> None:
        """The time left. What is urgent has an outline, then a ground: never colour alone."""
        left = self._left()
        if left is None or self._value.countdown is None:
            return
        place, words = self._placed(), countdown_words(left)
        how = level(left, self._value.countdown.whole)
        painter.setFont(place.clock_font)
        metrics = painter.fontMetrics()
        pad = 0.35 * metrics.height()
        wide = metrics.horizontalAdvance(words)
        pill = QRectF(place.clock)
        pill.setLeft(pill.right() - wide - 2 * pad)
        colour = self._color({Level.CALM: "ink", Level.AMBER: "warn"}.get(how, "danger"))
        ink = colour
        if how is Level.CALM:
            pill.translate(pad, 0)  # the digits alone end where everything ends
        else:
            thick = max(2.0, pill.height() / 22)
            painter.setPen(QPen(colour, thick))
            full = how is not Level.AMBER
            painter.setBrush(colour if full else Qt.BrushStyle.NoBrush)
            inner = pill.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
            painter.drawRoundedRect(inner, pill.height() / 4, pill.height() / 4)
            ink = self._color("paper") if full else colour
        painter.setPen(ink)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    def _color(self, name: str) -> QColor:
        return QColor(f"#{getattr(self._tokens, name)}")

    # ----------------------------------------------------------------------------------- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rearrange()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()
        super().hideEvent(event)


class _Veil(QWidget):
    """Covers a picture with the ground, ever more thinly."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = QColor()
        self._share = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_through(self, share: float) -> None:
        """Cover with this share of the ground, from 1 to 0; at 0 there is no veil any more."""
        self._share = share
        if share <= 0:
            self.hide()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(self.colour)
        colour.setAlphaF(self._share)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour)
        painter.end()


def seconds_left(countdown: Countdown, now: datetime) -> float:
    """The seconds that a countdown shows at a moment, negative over time."""
    if countdown.until is None:
        return countdown.left
    return (countdown.until - now).total_seconds()


def in_words(value: WallContent) -> str:
    """All of a value in words, for who cannot see it; its countdown changes too often for that."""
    picture = value.picture
    shown = () if picture is None else (picture.title, picture.lead, picture.reason, picture.alt)
    asked = (words for each in value.asked for words in (each.question, each.answers))
    parts = (value.group, value.place, value.headline, value.line, value.invite, *asked)
    return "\n".join(part for part in (*parts, *shown, value.sentence, value.standing) if part)
