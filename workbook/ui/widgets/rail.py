"""The steps of a session down the left side: where one is, what is done, where one can go."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QWidget

from workbook.catalogue import ntr, tr
from workbook.model.answers import Progress
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column, label, show_if


@dataclass(frozen=True, slots=True)
class RailEntry:
    """What the rail says of one step."""

    step: str
    number: int
    title: str
    minutes: int | None
    progress: Progress


class RailItem(QAbstractButton):
    """One step: a circle with its number or a tick, its title and minutes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.entry: RailEntry | None = None
        self.compact = False
        self._hover = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_entry(self, entry: RailEntry) -> None:
        """Show another state of the step."""
        if entry == self.entry:
            return
        self.entry = entry
        done, total = entry.progress.done, entry.progress.total
        state = (
            tr("complete")
            if entry.progress.complete
            else tr("{done} of {total} answered").format(done=done, total=total)
        )
        name = tr("Step {number}, {title}, {state}")
        self.setAccessibleName(name.format(number=entry.number, title=entry.title, state=state))
        self.setToolTip(tr("{title}: {state}").format(title=entry.title, state=state))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(44 if self.compact else 214), self._theme.px(38))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.entry is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        self._paint_circle(painter)
        if not self.compact:
            self._paint_words(painter)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        px = self._theme.px
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self._hover:
            painter.setBrush(self._theme.color("surface" if self.isChecked() else "chip"))
            outline = self._theme.color("line") if self.isChecked() else Qt.GlobalColor.transparent
            painter.setPen(QPen(outline, 1))
            painter.drawRoundedRect(box, px(10), px(10))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("ink"), 2))
            painter.drawRoundedRect(box, px(10), px(10))

    def _circle(self) -> QRectF:
        size = self._theme.px(22)
        left = (self.width() - size) / 2 if self.compact else float(self._theme.px(11))
        return QRectF(left, (self.height() - size) / 2, size, size)

    def _paint_circle(self, painter: QPainter) -> None:
        entry = self.entry
        if entry is None:
            return
        circle, theme = self._circle(), self._theme
        if entry.progress.complete:
            painter.setBrush(theme.color("ink"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(circle)
            if self.compact:  # where no title stands beside it, the number says which step it is
                self._paint_number(painter, circle, "surface")
                return
            painter.setPen(_round_pen(theme, 1.8))
            u = circle.width() / 22
            c = circle.topLeft()
            painter.drawPolyline(
                [c + QPointF(6.6, 11.4) * u, c + QPointF(9.8, 14.6) * u, c + QPointF(15.6, 7.8) * u]
            )
            return
        ring = circle.adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("ink" if self.isChecked() else "edge"), 1.2))
        painter.drawEllipse(ring)
        if entry.progress.done:
            share = entry.progress.done / entry.progress.total
            painter.setPen(QPen(theme.color("ink"), 2.4))
            painter.drawArc(ring, 90 * 16, -round(share * 360 * 16))
        self._paint_number(painter, circle, "ink" if self.isChecked() else "soft")

    def _paint_number(self, painter: QPainter, circle: QRectF, color: str) -> None:
        if self.entry is not None:
            painter.setPen(self._theme.color(color))
            painter.setFont(self._theme.font(12, bold=True))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self.entry.number))

    def _paint_words(self, painter: QPainter) -> None:
        entry = self.entry
        if entry is None:
            return
        theme, px = self._theme, self._theme.px
        left = px(44)
        right = self.width() - px(12)
        painter.setFont(theme.font(12))
        minutes = ""
        if entry.minutes is not None:
            first = entry.number == 0
            minutes = ntr("{n} min", "{n} min", entry.minutes) if first else "{n}"
            minutes = minutes.format(n=entry.minutes)
            painter.setPen(theme.color("soft"))
            area = QRectF(left, 0, right - left, self.height())
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, flags, minutes)
        space = right - left - QFontMetrics(painter.font()).horizontalAdvance(minutes) - px(8)
        painter.setFont(theme.font(14.5, bold=self.isChecked()))
        painter.setPen(theme.color("ink" if self.isChecked() else "soft"))
        title = QFontMetrics(painter.font()).elidedText(
            entry.title, Qt.TextElideMode.ElideRight, space
        )
        area = QRectF(left, 0, space, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)


def _round_pen(theme: Theme, width: float) -> QPen:
    pen = QPen(theme.color("surface"), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


class Rail(QFrame):
    """All steps. `chosen` tells the id of the step a person wants to go to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self._theme = theme
        self._items: list[RailItem] = []
        self._title: QWidget | None = None
        self._foot: QWidget | None = None
        self._column = column(self, margins=(8, 14, 8, 14), gap=0)
        self._column.addStretch(1)
        self._compact = False
        theme.changed.connect(self._resize)
        self._resize()

    def frame_with(self, title: str, foot: QWidget) -> None:
        """Put a title above the steps and a widget below them; a narrow rail shows neither."""
        self._title = label(title, "strong")
        self._title.setContentsMargins(12, 6, 0, 8)
        self._column.insertWidget(0, self._title)
        self._column.insertSpacing(self._column.count() - 1, 16)
        self._column.insertWidget(self._column.count() - 1, foot)
        self._foot = foot
        self.set_compact(self._compact)

    def show_entries(self, entries: Sequence[RailEntry], current: str) -> None:
        """Show the steps, always the same ones, and which one is open."""
        while len(self._items) < len(entries):
            item = RailItem(self._theme, self)
            item.clicked.connect(self._clicked)
            self._column.insertWidget(len(self._items) + (self._title is not None), item)
            self._items.append(item)
        for item, entry in zip(self._items, entries, strict=True):
            item.compact = self._compact
            item.show_entry(entry)
            item.setChecked(entry.step == current)

    def set_compact(self, compact: bool) -> None:
        """Show numbers only, where the window is narrow."""
        self._compact = compact
        for beside in (self._title, self._foot):
            if beside is not None:
                show_if(beside, not compact)
        for item in self._items:
            item.compact = compact
            item.updateGeometry()
        self._resize()

    def _resize(self) -> None:
        self.setFixedWidth(self._theme.px(62 if self._compact else 232))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        focused = [at for at, item in enumerate(self._items) if item.hasFocus()]
        if focused and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._items[focused[0]].click()
            return
        if step is None or not focused:
            super().keyPressEvent(event)
            return
        self._items[(focused[0] + step) % len(self._items)].setFocus()

    def _clicked(self) -> None:
        item = self.sender()
        if isinstance(item, RailItem) and item.entry is not None:
            self.chosen.emit(item.entry.step)
