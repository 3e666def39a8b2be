"""The plans of a workshop as large buttons: how long it takes, and what then happens."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbook.ui.theme import Theme
from workbook.ui.widgets.choice_row import ChoiceGroup
from workbook.ui.widgets.option_button import OptionButton

_GAP = 12
_WRAPPED = (
    Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value
) | Qt.TextFlag.TextWordWrap.value


@dataclass(frozen=True, slots=True)
class PlanWords:
    """A plan as it is offered: its id, how long it takes, and a line of what that means."""

    id: str
    title: str
    line: str


class PlanButton(OptionButton):
    """One plan, in two sizes of type."""

    def __init__(self, words: PlanWords, theme: Theme, parent: QWidget) -> None:
        self._words = words
        spoken = f"{words.title}. {words.line}"
        super().__init__(words.id, words.title, theme, name=spoken, parent=parent)

    def least_width(self) -> int:
        title = QFontMetrics(self._title_font()).horizontalAdvance(self._words.title)
        metrics = QFontMetrics(self.theme.font(14))
        line = max(metrics.horizontalAdvance(word) for word in self._words.line.split())
        return max(title, line) + 2 * self._pad()

    def natural_width(self) -> int:
        return self.least_width()

    def height_at(self, width: int) -> int:
        title, line = self._heights(width)
        return title + line + 2 * self.theme.px(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_box(painter)
        pad, top = self._pad(), self.theme.px(12)
        title, line = self._heights(self.width())
        space = self.width() - 2 * pad
        align = _WRAPPED
        if self.isRightToLeft():
            align = align & ~Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignRight.value
        painter.setPen(self._word_color())
        painter.setFont(self._title_font())
        painter.drawText(QRect(pad, top, space, title), align, self._words.title)
        painter.setFont(self.theme.font(14))
        painter.setPen(self.theme.color("surface" if self.isChecked() else "soft"))
        painter.drawText(QRect(pad, top + title, space, line), align, self._words.line)

    def _heights(self, width: int) -> tuple[int, int]:
        space = max(width - 2 * self._pad(), 1)
        metrics = QFontMetrics(self.theme.font(14))
        line = metrics.boundingRect(0, 0, space, 10_000, _WRAPPED, self._words.line)
        return QFontMetrics(self._title_font()).lineSpacing(), line.height()

    def _title_font(self) -> QFont:
        return self.theme.font(19, bold=True, serif=True)


class PlanChoice(ChoiceGroup):
    """Plans side by side and equally wide, or below one another where they do not fit. One of
    them is always chosen.
    """

    def __init__(
        self, plans: Sequence[PlanWords], chosen: str, theme: Theme, *, name: str, parent: QWidget
    ) -> None:
        self._plans, self._theme = plans, theme
        super().__init__("", name, parent)
        self.set_value(chosen)

    def make_buttons(self) -> Sequence[OptionButton]:
        return [PlanButton(words, self._theme, self) for words in self._plans]

    def plan(self) -> str:
        """The id of the plan that is chosen."""
        return self.value() or self._plans[0].id

    def sizeHint(self) -> QSize:
        wide = max(button.natural_width() for button in self.buttons)
        across = wide * len(self.buttons) + _GAP * (len(self.buttons) - 1)
        return QSize(across, self.heightForWidth(across))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(button.least_width() for button in self.buttons), self._theme.px(36))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(place.bottom() + 1 for place in self._places(width))

    def place(self) -> None:
        for button, place in zip(self.buttons, self._places(self.width()), strict=True):
            if self.isRightToLeft():
                place.moveRight(self.width() - 1 - place.left())
            button.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        number = len(self.buttons)
        each = (width - _GAP * (number - 1)) // number
        if each >= max(button.least_width() for button in self.buttons):
            tall = max(button.height_at(each) for button in self.buttons)
            return [QRect(at * (each + _GAP), 0, each, tall) for at in range(number)]
        places, top = [], 0
        for button in self.buttons:
            tall = button.height_at(width)
            places.append(QRect(0, top, width, tall))
            top += tall + _GAP
        return places

    def _choose(self, button: OptionButton) -> None:
        if button.choice != self.value():
            self._tell(button.choice)

    def _tell(self, choice: str | None) -> None:
        if choice is not None:  # Delete takes nothing away: a plan there must be
            super()._tell(choice)
