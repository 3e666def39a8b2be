"""A window for a table: as large as it says, but never larger than what it opens over."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from workbook.ui.dialogs.dialog import Dialog
from workbook.ui.theme import Theme


class WideDialog(Dialog):
    """A dialog that is `wide` by `high` pixels before enlarging while it is `spread`; otherwise
    as high as its words.
    """

    def __init__(
        self, title: str, theme: Theme, parent: QWidget | None, *, wide: int, high: int
    ) -> None:
        super().__init__(title, parent)
        self.theme, self._size = theme, (wide, high)
        self.spread = False

    def space(self) -> QSize:
        space = super().space()
        over = self.parentWidget()
        return space.boundedTo(over.window().size()) if over is not None else space

    def fit(self) -> None:
        """Take the size for a table, or that of the words."""
        if self.spread:
            self.ensurePolished()
            wide, high = (self.theme.px(each) for each in self._size)
            self.setFixedSize(QSize(wide, high).boundedTo(self.space()))
        else:
            super().fit()
