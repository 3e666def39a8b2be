"""A laptop that is passed from one person to the next, and what they do with it."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.seeing import words
from tests.ui.workshop.voting.collecting import Open
from workbook.model.workshop import Ballot
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.theme import Theme
from workbook.ui.widgets.choice_row import ChoiceGroup
from workbook.ui.widgets.scale_mark import ScaleMark
from workbook.ui.widgets.second_click import SecondClick
from workbook.ui.workshop.voting.ballot_sheet import BallotSheet
from workbook.ui.workshop.voting.laptop import LaptopBallot

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
INSIDE, OUTSIDE = "purpose.inside_scale", "purpose.outside_scale"
SIZES = [((1280, 800), 1.0), ((1024, 640), 1.0), ((1280, 800), 1.5), ((1024, 640), 1.5)]


class Laptop:
    """The laptop as it is handed round."""

    def __init__(self, qtbot: QtBot, theme: Theme, world: Open, size: tuple[int, int]) -> None:
        self.qtbot, self.world = qtbot, world
        self.window = LaptopBallot(theme, world.running, world.window)
        self.gone: list[bool] = []
        self.window.destroyed.connect(lambda: self.gone.append(True))
        self.window.begin()
        assert self.window.isFullScreen()
        self.window.showNormal()
        self.window.resize(*size)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        QApplication.processEvents()

    @property
    def sheet(self) -> BallotSheet:
        assert isinstance(self.window.face, BallotSheet)
        return self.window.face

    def marks(self) -> list[ScaleMark]:
        return self.sheet.findChildren(ScaleMark)

    def groups(self) -> list[ChoiceGroup]:
        return self.sheet.findChildren(ChoiceGroup)

    def press(self, name: str) -> None:
        """Click the button with this name, where it stands in the window."""
        found = [b for b in self.window.findChildren(QPushButton) if b.accessibleName() == name]
        shown = [b for b in found if b.isVisible()]
        assert len(shown) == 1, name
        self.click(shown[0])

    def hand_in(self) -> None:
        """Hand in, also what is not answered in full."""
        self.press("Hand in")
        if isinstance(self.window.face, BallotSheet) and "once more" in self.sheet.problem.text():
            self.wait_for_a_double_click()
            self.press("Hand in")

    def click(self, widget: QWidget) -> None:
        at = widget.mapTo(self.window, widget.rect().center())
        QTest.mouseClick(self.window.windowHandle(), LEFT, NONE, at)
        QApplication.processEvents()

    def option(self, group: int, words_: str) -> None:
        """Click an option of a group of choices."""
        button = next(b for b in self.groups()[group].buttons if b.text() == words_)
        self.click(button)

    def sees(self, words_: str) -> bool:
        """Whether an answer with these words is on the page that is shown."""
        found = (b for group in self.groups() for b in group.buttons if b.text() == words_)
        return any(not button.visibleRegion().isEmpty() for button in found)

    def keys(self, *keys: Qt.Key | str) -> None:
        """Type where the focus is."""
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget() or self.window, key)

    def said(self) -> str:
        QApplication.processEvents()
        return words(self.window)

    def wait_for_a_double_click(self) -> None:
        """Until a click at the place of the last one counts again."""
        handle = self.window.windowHandle()
        self.qtbot.waitUntil(lambda: handle.findChild(SecondClick) is None)

    def question(self) -> ConfirmDialog | None:
        """What the facilitator is asked."""
        QApplication.processEvents()
        dialogs = self.window.findChildren(ConfirmDialog)
        return next((each for each in dialogs if each.isVisible()), None)


def lent(
    qtbot: QtBot, theme: Theme, world: Open, size: tuple[int, int] = (1280, 800)
) -> Iterator[Laptop]:
    made = Laptop(qtbot, theme, world, size)
    yield made
    if not made.gone:
        made.window._leave()
        QApplication.processEvents()


def take_all(laptop: Laptop) -> Counter[Ballot]:
    return laptop.world.ballots()
