"""A card that collects answers on a page, and what tests do with it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from tests.ui.workshop.voting.collecting import Open
from workbook.model.workshop import Ballot, Setup, Spot
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column
from workbook.ui.workshop.voting.collect import CollectCard

NOW, WISHED = Spot("optimising.scale", "now"), Spot("optimising.scale", "wished")
SCALE = ("optimising.scale",)


class Page(QWidget):
    """What a page of the window does with the keys that it gets."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.turned: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.turned.append(event.key())


class Collecting:
    """A card on a page, of a room whose round asks two marks of one scale."""

    def __init__(self, folder: Path, theme: Theme, setup: Setup) -> None:
        self.open = Open(folder, "kind", setup, secret=True)  # a round of another step stays open
        self.running = self.open.running
        self.running.go_to("optimising")
        self.theme = theme
        self.page = Page(self.open.window)
        inside = column(self.page)
        self.card = CollectCard(theme, self.running, self.running.step, self.page)
        inside.addWidget(self.card)
        inside.addStretch(1)
        self.page.resize(676, 700)
        self.page.show()
        self.asked: list[str] = []
        self.running.asked.connect(self.asked.append)

    def begin(self, *, secret: bool = True) -> "Collecting":
        self.running.open_round(secret=secret, questions=SCALE)
        self.open.saver.flush()
        self.slips.field.setFocus()
        return self

    def click(self, button: QAbstractButton) -> None:
        """Click, and let a slow disk take what follows."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.open.saver.flush()

    @property
    def slips(self):
        return self.card.panels.slips

    @property
    def counts(self):
        return self.card.panels.counts

    @property
    def hands(self):
        return self.card.panels.hands

    @property
    def count(self) -> str:
        return self.card.count.text()

    def key(self, *keys: object) -> None:
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)

    def ballots(self):
        self.open.saver.flush()
        return self.open.library and _of(self.open)


def _of(made: Open):
    from workbook.operations.workshops import load_ballots

    found = made.running.open
    assert found is not None
    return load_ballots(made.library, made.document.session.id, found.id)


def said(card: QWidget) -> list[tuple[str, ...]]:
    """All that a person, a screen reader or a mouse that rests could get out of a card."""
    found = []
    for part in (card, *card.findChildren(QWidget)):
        text = part.text() if isinstance(part, QLabel | QAbstractButton | QLineEdit) else ""
        spoken = QAccessible.queryAccessibleInterface(part)
        told = [spoken.text(kind) for kind in QAccessible.Text if kind.value < 5] if spoken else []
        found.append((type(part).__name__, text, part.toolTip(), part.statusTip(), *told))
    return found


def ballot(now: str | None = None, wished: str | None = None, slip: str = "") -> Ballot:
    given = {NOW: now, WISHED: wished}
    return Ballot.of({spot: choice for spot, choice in given.items() if choice}, slip)
