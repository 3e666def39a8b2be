"""A card that is a button as a whole: a title and a sentence of what it does."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from workbook.ui.widgets.basics import Button, column, label


class CardButton(Button):
    """A button as large as its words."""

    def __init__(self, title: str, text: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAutoDefault(False)
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = self._words = column(self, margins=(20, 16, 20, 16), gap=2)
        self._title, self._text = label(title, "strong", wrap=False), label("", "soft")
        for part in (self._title, self._text):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)
        layout.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text)

    def say(self, text: str) -> None:
        """Change the sentence."""
        self._text.setText(text)
        self.setAccessibleDescription(text)

    def sizeHint(self) -> QSize:
        """That of its words; a push button would take that of a text it does not have."""
        return self._words.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """That of its words."""
        return self._words.totalMinimumSize()
