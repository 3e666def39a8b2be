"""A scale as one line, on which marks are placed by mouse and keyboard."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from workbook.model.guide import ScaleQuestion
from workbook.ui.theme import Theme
from workbook.ui.widgets.scale_mark import ScaleMark
from workbook.ui.widgets.scale_painter import paint_scale
from workbook.ui.widgets.scale_shape import LINE, ScaleShape

_REACH = 30  # pixels before enlarging from the line within which a click is meant for it


class ScaleLine(QWidget):
    """Shows a scale; `moved(mark, value)` tells what a person did to a mark.

    Marks that are not placed wait in outline beside the line. A click on the line places the mark
    that has the focus, else the first that waits, else moves the nearest; dragging goes on from
    there.
    """

    moved = Signal(str, object)
    _ready = False  # Qt already tells of a style while the scale is being made

    def __init__(
        self, question: ScaleQuestion, theme: Theme, prompt: QLabel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._question, self._theme, self._prompt = question, theme, prompt
        self._dragged: ScaleMark | None = None
        prompt.setParent(self)
        self.marks = tuple(
            ScaleMark(mark, question.prompt, question.low, question.high, self)
            for mark in question.marks
        )
        for mark in self.marks:
            mark.moved.connect(self._mark_moved)
            mark.focused.connect(self.update)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._ready = True

    def shape_at(self, width: int) -> ScaleShape:
        """Where everything stands within a width."""
        return ScaleShape(self._question, self._theme, self._prompt, self.marks, width)

    def x_of(self, value: float) -> float:
        """Where a value stands on the line, in pixels from the left."""
        return self.shape_at(self.width()).x_of(value)

    def y_line(self) -> float:
        """How far from the top the line stands, in pixels."""
        return self.shape_at(self.width()).y(LINE)

    def value_at(self, x: float) -> int:
        """The value nearest to a place on the line, the end where it lies beyond."""
        return self.shape_at(self.width()).value_at(x)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.shape_at(width).height()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self.heightForWidth(self._theme.px(480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(76))

    # What a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        mark = self._under(at) if event.button() == Qt.MouseButton.LeftButton else None
        if mark is None and event.button() == Qt.MouseButton.LeftButton and self._on_line(at):
            mark = self._meant(at)
            if mark is not None:
                mark.place(self.value_at(at.x()))
        if mark is None:
            event.ignore()
            return
        mark.setFocus(Qt.FocusReason.MouseFocusReason)
        self._dragged = mark

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at, dragged = event.position(), self._dragged
        if dragged is None:
            reached = self._on_line(at) or self._under(at) is not None
            shape = Qt.CursorShape.PointingHandCursor if reached else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
        # A waiting mark is not placed by a hand that trembles: it comes in at the line's start.
        elif dragged.placed() is not None or at.x() >= self._begins():
            dragged.place(self.value_at(at.x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None

    def _begins(self) -> float:
        return self.shape_at(self.width()).ends[0] - self._theme.px(16)

    def _on_line(self, at: QPointF) -> bool:
        return abs(at.y() - self.y_line()) <= self._theme.px(_REACH) and at.x() >= self._begins()

    def _under(self, at: QPointF) -> ScaleMark | None:
        shape = self.shape_at(self.width())
        found = [mark for mark in self.marks if shape.box(mark).contains(at)]
        return min(found, key=lambda mark: _far(shape.centre(mark), at), default=None)

    def _meant(self, at: QPointF) -> ScaleMark | None:
        shape, focus = self.shape_at(self.width()), QApplication.focusWidget()
        waiting = shape.waiting
        for mark in waiting or self.marks:
            if mark is focus:
                return mark
        if waiting:
            return waiting[0]
        return min(self.marks, key=lambda mark: _far(shape.centre(mark), at), default=None)

    def _mark_moved(self, mark: str, value: object) -> None:
        self.settle()
        self.moved.emit(mark, value)

    # How it is kept in place

    def settle(self) -> None:
        """Put prompt and marks where they stand now."""
        self.updateGeometry()
        self._put()

    def _put(self) -> None:
        shape = self.shape_at(self.width())
        self._prompt.setGeometry(shape.prompt_box())
        for mark in self.marks:
            mark.setGeometry(shape.box(mark).toAlignedRect())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._ready:
            self.settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_scale(QPainter(self), self.shape_at(self.width()))


def _far(a: QPointF, b: QPointF) -> float:
    return float((a - b).manhattanLength())
