"""Which questions of its ballot a later round of a step asks: a box to tick for each of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from workbook.catalogue import tr
from workbook.ui.widgets.wrapping import Wrapping

GAP = 16  # pixels between two boxes


class AskedTicks(QWidget):
    """`picked` tells the ids of all that are ticked now, in the order in which they are asked."""

    picked = Signal(tuple)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("This round asks"))
        self.boxes: dict[str, QCheckBox] = {}
        self._inside = Wrapping(self, gap=GAP)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_questions(self, names: dict[str, str], ticked: tuple[str, ...]) -> None:
        """Offer these questions, by id and in words, and tick some of them."""
        words = {question: box.accessibleName() for question, box in self.boxes.items()}
        if words != names:
            for box in self.boxes.values():
                self._inside.removeWidget(box)
                box.hide()
                box.deleteLater()
            self.boxes = {question: self._make(name) for question, name in names.items()}
        for question, box in self.boxes.items():
            box.setChecked(question in ticked)

    def take_focus(self) -> None:
        """Put the keyboard on the first box."""
        next(iter(self.boxes.values())).setFocus()

    def _make(self, name: str) -> QCheckBox:
        box = QCheckBox(name.replace("&", "&&"), self)
        box.setAccessibleName(name)
        box.clicked.connect(self._clicked)
        self._inside.addWidget(box)
        box.show()
        return box

    def _clicked(self) -> None:
        self.picked.emit(tuple(q for q, box in self.boxes.items() if box.isChecked()))
