"""One mark on a scale: a slider for the keyboard and assistive technology, drawn by the scale."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from workbook.catalogue import tr
from workbook.model.guide import Mark

_UP = (Qt.Key.Key_Right, Qt.Key.Key_Up)
_DOWN = (Qt.Key.Key_Left, Qt.Key.Key_Down)
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ScaleMark(QSlider):
    """A mark that is placed from low to high, or not yet.

    A slider always has a value: while the mark is not placed its range begins one below the
    scale and it rests there, so that no value of the scale is claimed and each can be chosen.
    `moved(mark, value)` tells what a person did, value None where the mark was taken away;
    `focused()` that the focus came or went.
    """

    moved = Signal(str, object)
    focused = Signal()

    def __init__(self, mark: Mark, prompt: str, low: int, high: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.mark = mark
        self.low, self.high = low, high
        self._placed: int | None = None
        self._telling = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSingleStep(1)
        self.setPageStep(1)
        self.setAccessibleName(
            # Translators: a mark on a scale as it is spoken: "For each other, what we do".
            tr("{scale}, {mark}").format(scale=prompt, mark=mark.name)
        )
        self._show(None)
        self.valueChanged.connect(self._value_changed)

    def placed(self) -> int | None:
        """Where the mark stands, None where it was not placed."""
        return self._placed

    def show_value(self, value: int | None) -> None:
        """Show the mark there without telling anybody; outside the scale it shows at its end."""
        if value is not None:
            value = min(max(value, self.low), self.high)
        if value != self._placed:
            self._show(value)

    def place(self, value: int | None) -> None:
        """Put the mark there for the person, or take it away, and tell."""
        if value != self._placed:
            self._show(value)
            self.moved.emit(self.mark.id, value)

    def step(self, by: int) -> None:
        """Move by one; a mark that waits comes in at the low end."""
        if self._placed is not None:
            self.place(min(max(self._placed + by, self.low), self.high))
        elif by > 0:
            self.place(self.low)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _UP or key in _DOWN:
            self.step(1 if key in _UP else -1)
        elif key == Qt.Key.Key_Home:
            self.place(self.low)
        elif key == Qt.Key.Key_End:
            self.place(self.high)
        elif key in _CLEAR:
            self.place(None)
        elif (value := _digit(event.text())) is not None and self.low <= value <= self.high:
            self.place(value)
        else:
            event.ignore()  # among them Page Up and Page Down, which turn the page

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page moves no mark

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the scale draws its marks."""

    def _show(self, value: int | None) -> None:
        self._telling = False
        self._placed = value
        self.setRange(self.low - 1 if value is None else self.low, self.high)
        self.setValue(self.low - 1 if value is None else value)
        if value is None:
            self.setAccessibleDescription(tr("not placed"))
        else:
            spoken = tr("{value} of {most}").format(value=value, most=self.high)
            self.setAccessibleDescription(spoken)
        self._telling = True

    def _value_changed(self, value: int) -> None:
        # Only assistive technology sets the slider itself.
        if self._telling:
            self.place(None if value < self.low else value)


def _digit(text: str) -> int | None:
    if text == "+":
        return 10
    return int(text) if len(text) == 1 and text.isdecimal() else None
