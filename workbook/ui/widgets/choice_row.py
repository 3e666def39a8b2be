"""A row of options of which at most one is chosen: one stop for Tab, arrows move within it,
Space, Enter or a digit chooses, and what is chosen can be unchosen.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

from workbook.model.guide import Option
from workbook.ui.theme import Theme
from workbook.ui.widgets.option_button import OptionButton

_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ChoiceGroup(QGroupBox):
    """Buttons of which at most one is chosen; who derives from it says where they stand.

    `chosen(mark, choice)` tells what a person chose, choice None where they took it back. Arrows
    only move, so that nothing is answered on the way. A digit chooses the option of that id.
    A group box because that is a named group for assistive technology; it draws nothing.
    """

    chosen = Signal(str, object)
    _ready = False  # Qt already tells of a style while the group is being made

    def __init__(self, mark: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.mark = mark
        self._value: str | None = None
        self.setAccessibleName(name)
        self.setProperty("kind", "choice")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.buttons = tuple(self.make_buttons())
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.clicked.connect(self._clicked)
        self._stop = self.buttons[0]
        self._stop_at(self._stop)
        self._ready = True

    def make_buttons(self) -> Sequence[OptionButton]:
        """The buttons in their order, made as children of the group."""
        raise NotImplementedError

    def value(self) -> str | None:
        """The id of what is chosen, None where nothing is."""
        return self._value

    def set_value(self, choice: str | None) -> None:
        """Show a choice without telling anybody; None or an id that is not here shows none."""
        self._value = choice if any(b.choice == choice for b in self.buttons) else None
        for button in self.buttons:
            checked = button.choice == self._value
            if button.isChecked() != checked:
                # Qt never unchecks the one button of an exclusive group that is checked.
                button.setAutoExclusive(False)
                button.setChecked(checked)
                button.setAutoExclusive(True)
            if checked and not self._has_focus():
                self._stop_at(button)

    def stop(self) -> QWidget:
        """The button that Tab comes to."""
        return self._stop

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at = event.key(), self.buttons.index(self._stop)
        forward, back = _FORWARD, _BACK
        if self.isRightToLeft():
            forward, back = (_BACK[0], _FORWARD[1]), (_FORWARD[0], _BACK[1])
        if key in forward:
            self._go(min(at + 1, len(self.buttons) - 1))
        elif key in back:
            self._go(max(at - 1, 0))
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End:
            self._go(len(self.buttons) - 1)
        elif key in _CHOOSE:
            self._choose(self._stop)
        elif key in _CLEAR and self._value is not None:
            self._tell(None)
        elif not self._digit(event.text()):
            event.ignore()  # among them Page Up and Page Down, which turn the page

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._ready:
            self.measure_again()
            self.updateGeometry()
            self.place()

    def measure_again(self) -> None:
        """Forget how wide the words are, whose font may have changed."""
        for button in self.buttons:
            button.measure_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the buttons are all there is to see."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Put the buttons where they stand."""
        raise NotImplementedError

    def _has_focus(self) -> bool:
        return any(button.hasFocus() for button in self.buttons)

    def _digit(self, text: str) -> bool:
        for button in self.buttons:
            if text and text.isdecimal() and button.choice == text:
                self._go(self.buttons.index(button))
                if self._value != button.choice:
                    self._tell(button.choice)
                return True
        return False

    def _go(self, at: int) -> None:
        self._stop_at(self.buttons[at])
        self._stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, button: OptionButton) -> None:
        self._stop.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stop = button
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, OptionButton):
            self._stop_at(button)
            self._choose(button)

    def _choose(self, button: OptionButton) -> None:
        self._tell(None if button.choice == self._value else button.choice)

    def _tell(self, choice: str | None) -> None:
        self.set_value(choice)
        self.chosen.emit(self.mark, choice)


class ChoiceRow(ChoiceGroup):
    """Options side by side: on one line where they fit, else with their words wrapped to two
    lines, else on several rows. `joined` draws them as touching segments, `equal` makes them
    equally wide; `quiet` is the id of one that stands back; `spoken` holds a fuller name for
    each where its words alone say too little.
    """

    def __init__(
        self,
        mark: str,
        options: Sequence[Option],
        theme: Theme,
        *,
        name: str,
        spoken: Sequence[str] = (),
        joined: bool = False,
        equal: bool = False,
        quiet: str = "",
        parent: QWidget,
    ) -> None:
        self._theme, self._options, self._spoken = theme, options, spoken
        self._gap = -1 if joined else 8
        self._joined = joined
        self._known: dict[int, list[QRect]] = {}
        self._equal = equal
        self._quiet = quiet
        super().__init__(mark, name, parent)

    def make_buttons(self) -> Sequence[OptionButton]:
        spoken = self._spoken or [""] * len(self._options)
        return [
            OptionButton(
                option.id,
                option.label,
                self._theme,
                side=option.side,
                name=name,
                joined=self._joined,
                quiet=option.id == self._quiet,
                parent=self,
            )
            for option, name in zip(self._options, spoken, strict=True)
        ]

    def natural_width(self) -> int:
        """The width in pixels at which all options stand on one line."""
        widths = [button.natural_width() for button in self.buttons]
        if self._equal:
            widths = [max(widths)] * len(widths)
        return sum(widths) + self._gap * (len(widths) - 1)

    def sizeHint(self) -> QSize:
        width = self.natural_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = max(button.least_width() for button in self.buttons)
        return QSize(width, self._theme.px(36))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(place.bottom() + 1 for place in self._places(width))

    def measure_again(self) -> None:
        super().measure_again()
        self._known.clear()

    def place(self) -> None:
        places = [QRect(place) for place in self._places(self.width())]
        for at, (button, place) in enumerate(zip(self.buttons, places, strict=True)):
            if self._joined:
                button.round_left = at == 0 or places[at - 1].top() != place.top()
                button.round_right = at == len(places) - 1 or places[at + 1].top() != place.top()
            if self.isRightToLeft():
                place.moveRight(self.width() - 1 - place.left())
                button.round_left, button.round_right = button.round_right, button.round_left
            button.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        # Layouts ask many times for the same width.
        if width not in self._known:
            self._known[width] = self._found_places(width)
        return self._known[width]

    def _found_places(self, width: int) -> list[QRect]:
        gaps = self._gap * (len(self.buttons) - 1)
        wanted = [button.natural_width() for button in self.buttons]
        if self._equal:
            wanted = [max(wanted)] * len(wanted)
        # Where the words have to wrap, each option gives in proportion.
        share = min(1.0, (width - gaps) / sum(wanted))
        widths = [int(each * share) for each in wanted]
        if any(w < b.least_width() for b, w in zip(self.buttons, widths, strict=True)):
            return self._flowing(width)
        height = max(b.height_at(w) for b, w in zip(self.buttons, widths, strict=True))
        if height > self._theme.px(56):
            return self._flowing(width)  # better a second row than three lines of words
        places, x = [], 0
        for each in widths:
            places.append(QRect(x, 0, each, height))
            x += each + self._gap
        return places

    def _flowing(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        x = y = height = 0
        for button in self.buttons:
            wide = min(button.natural_width(), width)
            if x and x + wide > width:
                x, y, height = 0, y + height + 8, 0
            tall = button.height_at(wide)
            places.append(QRect(x, y, wide, tall))
            height = max(height, tall)
            x += wide + self._gap
        return places
