"""What the facilitator reads aloud before and while the room answers: the questions themselves."""

from PySide6.QtWidgets import QFrame, QWidget

from workbook.catalogue import tr
from workbook.catalogue.asking import Asked, asked_words
from workbook.ui.room.room import Room
from workbook.ui.widgets.basics import clear, column, label


class AloudCard(QFrame):
    """The words of the round that is open, or of the one that would be opened next."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(tr("Read aloud"))
        self._room = room
        self._shown: tuple[Asked, ...] | None = None
        inside = column(self, margins=(20, 12, 20, 14), gap=6)
        inside.addWidget(label(tr("Read aloud"), "small"))
        self._lines = column(gap=6)
        inside.addLayout(self._lines)

    def refresh(self) -> None:
        """Show what is asked now."""
        room = self._room
        asked = asked_words(room.guide, room.open.questions if room.open else room.asked_next())
        if asked == self._shown:
            return
        self._shown = asked
        clear(self._lines)
        for each in asked:
            lines = column(gap=1)
            for words, kind in ((each.question, "body"), (each.answers, "soft")):
                if words:
                    lines.addWidget(label(words, kind))
            self._lines.addLayout(lines)
