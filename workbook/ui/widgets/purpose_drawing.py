"""A drawing of the purpose map with two marks: what a group says, and what it does."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbook.catalogue import tr
from workbook.catalogue.kinds import kind_name
from workbook.model.kinds import Kind
from workbook.ui.theme import Theme

_SIDE = 300  # of the map, in pixels before enlarging
_AXIS = 28  # room for the words along an axis
_SAY, _DO = (0.90, 0.50), (0.30, 0.80)  # outside and inside, 0 to 1, as in the picture of a step


class PurposeDrawing(QWidget):
    """Shows what the workbook is about; nothing in it is anybody's answer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("A drawing of the purpose map"))
        self.setAccessibleDescription(
            tr(
                "Up is for each other, right is for the outside. One open mark shows what a group "
                "says, one filled mark what it does; a dashed line joins them."
            )
        )
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A square with room for the words along two sides."""
        side = self._theme.px(_SIDE + _AXIS)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map, its corners and axes, and the two marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._theme.px
        area = QRectF(px(_AXIS), 1, px(_SIDE) - 2, px(_SIDE) - 2)
        painter.setPen(QPen(self._theme.color("line"), 1.5))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(area, 8, 8)
        centre = area.center()
        painter.drawLine(QPointF(area.left(), centre.y()), QPointF(area.right(), centre.y()))
        painter.drawLine(QPointF(centre.x(), area.top()), QPointF(centre.x(), area.bottom()))
        self._paint_corners(painter, area)
        self._paint_axes(painter, area)
        self._paint_marks(painter, area)
        painter.end()

    def _paint_corners(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(self._theme.font(12))
        painter.setPen(self._theme.color("soft"))
        inner = area.adjusted(10, 8, -10, -8)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        for kind, place in (
            (Kind.COMMUNITY, top | left),
            (Kind.BOTH, top | right),
            (Kind.UNCLEAR, bottom | left),
            (Kind.TEAM, bottom | right),
        ):
            painter.drawText(inner, place | Qt.AlignmentFlag.AlignAbsolute, kind_name(kind))

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(self._theme.font(13, bold=True))
        height = self._theme.px(_AXIS)
        middle = Qt.AlignmentFlag.AlignCenter
        painter.setPen(self._theme.color("outside"))
        below = QRectF(area.left(), area.bottom(), area.width(), height)
        painter.drawText(below, middle, tr("for the outside →"))
        painter.setPen(self._theme.color("inside"))
        painter.save()
        painter.translate(0, area.bottom())
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, area.height(), height - 4), middle, tr("for each other →"))
        painter.restore()

    def _paint_marks(self, painter: QPainter, area: QRectF) -> None:
        say, do = (
            QPointF(area.left() + x * area.width(), area.bottom() - y * area.height())
            for x, y in (_SAY, _DO)
        )
        ink, radius = self._theme.color("ink"), self._theme.px(9)
        painter.setPen(QPen(ink, 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(do, say)
        painter.setPen(QPen(ink, 3))
        painter.setBrush(self._theme.color("surface"))
        painter.drawEllipse(say, radius, radius)
        painter.setBrush(ink)
        painter.drawEllipse(do, radius, radius)
        painter.setFont(self._theme.font(13, bold=True))
        size, gap = self._theme.px(80), self._theme.px(12)
        for mark, words, up in ((say, tr("say"), True), (do, tr("do"), False)):
            top = mark.y() - gap - size if up else mark.y() + gap
            side = Qt.AlignmentFlag.AlignBottom if up else Qt.AlignmentFlag.AlignTop
            place = QRectF(mark.x() - size / 2, top, size, size)
            painter.drawText(place, side | Qt.AlignmentFlag.AlignHCenter, words)
