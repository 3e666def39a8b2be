"""Paints a row of a list of sessions: in columns where there is room, else in three lines.

It asks the view for a row's state and mirrors by itself instead of through QStyle, and draws with
pens where it can: PySide makes the hundreds of names of QStyle and those of QBrush when they are
first asked for, which takes longer than drawing the whole list.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from workbook.ui.home.sessions_model import Role, SessionRow
from workbook.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
WIDE = 840  # from this width on, in pixels before enlarging, a row has columns
_CORNER = 11.0  # of the list's frame, inside its border


@dataclass(frozen=True, slots=True)
class Cells:
    """Where the parts of one row stand."""

    name: QRect
    kind: QRect
    outcome: QRect
    bar: QRect
    progress: QRect
    date: QRect
    menu: QRect
    wide: bool


def cells(row: QRect, theme: Theme, direction: Qt.LayoutDirection) -> Cells:
    """The places of a row's parts; mirrored where the interface runs from right to left."""
    px = theme.px
    wide = is_wide(row.width(), theme)
    right = row.width() - px(56)  # where the menu's column begins
    tall = row.height() - 1  # the last pixel is the line between rows

    def place(x: int, y: int, width: int, height: int) -> QRect:
        rect = QRect(row.x() + x, row.y() + y, max(width, 0), height)
        return mirrored(rect, row, direction)

    start, button = px(20), px(36)
    menu = place(row.width() - px(47), (tall - button) // 2, button, button)
    if wide:
        bar = right - px(230)
        second = start + min(round(row.width() * 0.26), px(300))
        middle = (tall - px(24)) // 2
        return Cells(
            place(start, px(16), second - start - px(16), px(26)),
            place(start, px(40), second - start - px(16), px(20)),
            place(second, middle, bar - px(32) - second, px(24)),
            place(bar, px(24), px(120), px(5)),
            place(bar, px(32), px(120), px(20)),
            place(right - px(106), middle, px(106), px(24)),
            menu,
            wide,
        )
    bar = right - px(120)
    space = bar - px(24) - start
    return Cells(
        place(start, px(14), space, px(26)),
        place(start, px(38), space, px(20)),
        place(start, px(60), space, px(22)),
        place(bar, px(25), px(112), px(5)),
        place(bar, px(38), px(112), px(20)),
        place(bar, px(60), px(112), px(22)),
        menu,
        wide,
    )


def mirrored(part: QRect, whole: QRect, direction: Qt.LayoutDirection) -> QRect:
    """Where a part stands when all is laid out in this direction."""
    if direction == Qt.LayoutDirection.LeftToRight:
        return part
    return part.translated(whole.left() + whole.right() - part.left() - part.right(), 0)


def is_wide(width: int, theme: Theme) -> bool:
    """Whether a row of this width, in pixels, has room for columns."""
    return width >= theme.px(WIDE)


class SessionDelegate(QStyledItemDelegate):
    """Paints rows of a SessionsModel. `mouse_row` is the row under the mouse, `menu_row` the row
    whose "⋯" is; -1 for none.
    """

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.mouse_row = self.menu_row = -1
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take fonts anew from the theme, once for all rows."""
        self._name = self._theme.font(18, bold=True, serif=True)
        self._untitled = self._theme.font(18, serif=True)
        self._untitled.setItalic(True)
        self._small = self._theme.font(13)
        self._text = self._theme.font(14)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as its lines need; the width is the view's."""
        return QSize(0, self.row_height())

    def row_height(self) -> int:
        """The height of every row at the view's width, in pixels."""
        wide = is_wide(self._view.viewport().width(), self._theme)
        return self._theme.px(73 if wide else 96) + 1

    def menu_rect(self, row: QRect) -> QRect:
        """Where the "⋯" of a row is."""
        return cells(row, self._theme, self._view.layoutDirection()).menu

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row: ground, words, bar, menu, and the ring of the focus."""
        row: SessionRow = index.data(Role.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = self._view.selectionModel().isSelected(index)
        self._paint_ground(painter, option, index, selected)
        parts = cells(option.rect, self._theme, option.direction)
        self._paint_words(painter, parts, row, option.direction)
        self._paint_bar(painter, parts.bar, row.done, option.direction, selected)
        self._paint_menu(painter, parts.menu, index.row() == self.menu_row)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(self._theme.color("ink"), 2))
            painter.drawRoundedRect(option.rect.adjusted(4, 4, -4, -5), 8, 8)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, selected: bool
    ) -> None:
        frame = QPainterPath()
        frame.addRoundedRect(self._view.viewport().rect(), _CORNER, _CORNER)
        painter.setClipPath(frame)
        if selected or index.row() == self.mouse_row:
            painter.fillRect(option.rect, self._theme.color("chip" if selected else "paper"))
        if selected:
            edge = QRect(option.rect.x(), option.rect.y(), 4, option.rect.height() - 1)
            painter.fillRect(
                mirrored(edge, option.rect, option.direction), self._theme.color("ink")
            )
        if index.row() < self._view.model().rowCount() - 1:
            bottom = option.rect.bottom() + 0.5
            painter.setPen(QPen(self._theme.color("line"), 1))
            painter.drawLine(
                QPointF(option.rect.left(), bottom), QPointF(option.rect.right() + 1, bottom)
            )

    def _paint_words(
        self, painter: QPainter, parts: Cells, row: SessionRow, direction: Qt.LayoutDirection
    ) -> None:
        leading, trailing = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if direction == Qt.LayoutDirection.RightToLeft:
            leading, trailing = trailing, leading
        name_font = self._untitled if row.untitled else self._name
        ink, soft = self._theme.color("ink"), self._theme.color("soft")
        for rect, text, font, colour, align in (
            (parts.name, row.name, name_font, soft if row.untitled else ink, leading),
            (parts.kind, row.kind, self._small, soft, leading),
            (parts.outcome, row.outcome, self._text, soft, leading),
            (parts.progress, row.progress, self._small, soft, leading),
            (parts.date, row.date, self._small, soft, trailing if parts.wide else leading),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(
                rect,
                align
                | Qt.AlignmentFlag.AlignAbsolute
                | Qt.AlignmentFlag.AlignVCenter
                | Qt.TextFlag.TextSingleLine,
                _elided(text, font, rect),
            )

    def _paint_bar(
        self,
        painter: QPainter,
        bar: QRect,
        done: float,
        direction: Qt.LayoutDirection,
        selected: bool,
    ) -> None:
        # On a selected row the ground is a chip's.
        ground = self._theme.color("surface" if selected else "chip")
        self._stroke(painter, bar, bar.height() + 1, self._theme.color("line"))
        self._stroke(painter, bar, bar.height() - 1, ground)
        if done > 0:
            filled = QRect(bar)
            filled.setWidth(max(round(bar.width() * done), bar.height()))
            place = mirrored(filled, bar, direction)
            self._stroke(painter, place, bar.height(), self._theme.color("ink"))

    def _stroke(self, painter: QPainter, bar: QRect, width: float, color: QColor) -> None:
        """A line with round ends from one end of a bar to the other."""
        painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        end, middle = bar.height() / 2, bar.y() + bar.height() / 2
        painter.drawLine(
            QPointF(bar.x() + end, middle), QPointF(bar.x() + bar.width() - end, middle)
        )

    def _paint_menu(self, painter: QPainter, menu: QRect, under_mouse: bool) -> None:
        if under_mouse:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("line"))
            painter.drawEllipse(menu)
        dot = QPen(self._theme.color("ink" if under_mouse else "soft"), 2.8 * self._theme.scale)
        dot.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(dot)
        centre = QPointF(menu.center()) + QPointF(0.5, 0.5)
        for step in (-1, 0, 1):
            painter.drawPoint(centre + QPointF(step * self._theme.px(5), 0))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        """Show in full what a row had to shorten, and nothing where nothing was."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        row: SessionRow = index.data(Role.ROW)
        parts = cells(option.rect, self._theme, option.direction)
        short = [
            text
            for text, font, rect in (
                (row.name, self._name, parts.name),
                (row.outcome, self._text, parts.outcome),
            )
            if _elided(text, font, rect) != text
        ]
        QToolTip.showText(event.globalPos(), "\n".join(short), view.viewport(), option.rect)
        return bool(short)


def _elided(text: str, font: QFont, rect: QRect) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
