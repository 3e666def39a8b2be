"""A field for a whole number: typed, stepped with Up and Down, or with the buttons beside it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from workbook.catalogue import tr
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, row

_DIGITS = 5  # that can be typed, some more than make sense, so that nothing vanishes unseen
_WIDTH = 64  # pixels before enlarging


class _Line(QLineEdit):
    """Tells of the keys that step."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up:
            self.stepped.emit(1)
        elif event.key() == Qt.Key.Key_Down:
            self.stepped.emit(-1)
        else:
            super().keyPressEvent(event)


class NumberField(QWidget):
    """A number from `low` to `high`. What is typed and is none stays as typed, and has no value.

    `changed` tells of every change, typed, stepped or set.
    """

    changed = Signal()

    def __init__(
        self, name: str, low: int, high: int, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._low, self._high, self._theme = low, high, theme
        self.line = _Line()
        self.line.setMaxLength(_DIGITS)
        self.line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(
            tr("{low} to {high}; Up and Down change it").format(low=low, high=high)
        )
        self.line.textChanged.connect(self._typed)
        self.line.stepped.connect(self.step)
        self.fewer = button("−", "small")
        self.more = button("+", "small")
        for part, words, by in (
            (self.fewer, tr("{name}: one less"), -1),
            (self.more, tr("{name}: one more"), 1),
        ):
            part.setAccessibleName(words.format(name=name))
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Up and Down do the same
            part.setAutoRepeat(True)
            part.clicked.connect(partial(self.step, by))
        inside = row(self, gap=6)
        for widget in (self.fewer, self.line, self.more):
            inside.addWidget(widget)
        self.setFocusProxy(self.line)
        theme.changed.connect(self._fit)
        self._fit()

    def value(self) -> int | None:
        """The number, None where what stands there is none, or none that can be."""
        text = self.line.text().strip()
        if not (text.isascii() and text.isdigit()):
            return None
        return int(text) if self._low <= int(text) <= self._high else None

    def set_value(self, value: int) -> None:
        """Show a number."""
        self.line.setText(str(value))

    def step(self, by: int) -> None:
        """Go up or down by so much, not beyond the ends; from nothing, to the lowest."""
        value = self.value()
        wanted = self._low if value is None else value + by
        self.set_value(min(max(wanted, self._low), self._high))
        self.line.selectAll()

    def _typed(self) -> None:
        value = self.value()
        self.fewer.setEnabled(value is None or value > self._low)
        self.more.setEnabled(value is None or value < self._high)
        self.changed.emit()

    def _fit(self) -> None:
        self.line.setFixedWidth(self._theme.px(_WIDTH))
