"""A chip that shows a choice and opens a menu to change it: "All groups" with an arrow."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QWidget

from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import Button

_WIDEST = 170  # pixels of text before enlarging; a longer one is shortened


class ChoiceChip(Button):
    """One of several choices. `choices` is asked when the menu opens: what is chosen, and words.

    `note` is a last line of the menu that cannot be chosen, "" for none.
    """

    chosen = Signal(object)

    def __init__(
        self,
        what: str,
        theme: Theme,
        choices: Callable[[], Sequence[tuple[object, str]]],
        note: Callable[[], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._what, self._theme = what, theme
        self._choices, self._note = choices, note
        self._value: object = None
        self._words = ""
        self.setProperty("kind", "chip")
        self.setAutoDefault(False)
        self.clicked.connect(self.open_menu)

    def show_choice(self, value: object, words: str) -> None:
        """Show what is chosen."""
        self._value, self._words = value, words
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:
        """The text is measured anew in a new font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._shorten()

    def _shorten(self) -> None:
        short = self.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, self._theme.px(_WIDEST)
        )
        self.setText(short.replace("&", "&&"))
        self.setToolTip(self._words if short != self._words else "")
        self.setAccessibleName(f"{self._what}: {self._words}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow, since our letters have no small one: the machine would be searched for a
        font that has, and that takes longer than all other letters of Home.
        """
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.color("ink" if self.underMouse() else "soft"))
        pen.setWidthF(1.6 * self._theme.scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        tip = QPointF(self.width() - self._theme.px(18), self.height() / 2 + self._theme.px(2))
        for side in (-4, 4):
            painter.drawLine(tip, tip + QPointF(self._theme.px(side), -self._theme.px(4)))
        painter.end()

    def menu_of_choices(self) -> QMenu:
        """The menu, made anew each time: what there is to choose may have changed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for value, words in self._choices():
            action = QAction(words.replace("&", "&&"), menu, checkable=True)
            action.setChecked(value == self._value)
            action.setData((value,))  # in a tuple: None is a choice too
            group.addAction(action)
            menu.addAction(action)
        if note := self._note():
            menu.addSeparator()
            menu.addAction(note.replace("&", "&&")).setEnabled(False)
        menu.triggered.connect(self._choose)
        return menu

    def open_menu(self) -> None:
        """Open the menu below the chip, on the present choice."""
        menu = self.menu_of_choices()
        for action in menu.actions():
            if action.isChecked():
                menu.setActiveAction(action)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data()[0])
