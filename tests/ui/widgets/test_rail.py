"""The rail says where one is, what is done, and leads anywhere, also without a mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbook.model.answers import Progress
from workbook.ui.theme import Theme
from workbook.ui.widgets.rail import Rail, RailEntry, RailItem

STEPS = ["Set up", "Purpose", "Kind"]
STATES = [Progress(3, 3), Progress(2, 5), Progress(0, 4)]
MINUTES = [2, 5, None]


def entries(states: list[Progress] = STATES) -> list[RailEntry]:
    return [
        RailEntry(title.lower(), number, title, minutes, state)
        for number, (title, minutes, state) in enumerate(zip(STEPS, MINUTES, states, strict=True))
    ]


@pytest.fixture
def rail(qtbot: QtBot, theme: Theme) -> Rail:
    made = Rail(theme)
    qtbot.addWidget(made)
    made.show_entries(entries(), "purpose")
    made.resize(made.width(), 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def items(rail: Rail) -> list[RailItem]:
    return rail.findChildren(RailItem)


def circle_of(item: RailItem) -> str:
    """The colour in the middle of the upper half of an item's circle."""
    image = item.grab().toImage()
    left = item.width() // 2 if item.compact else 22
    return image.pixelColor(QPoint(left, item.height() // 2 - 7)).name()


def test_each_step_says_its_number_title_and_how_far_it_is(rail: Rail) -> None:
    assert [item.accessibleName() for item in items(rail)] == [
        "Step 0, Set up, complete",
        "Step 1, Purpose, 2 of 5 answered",
        "Step 2, Kind, 0 of 4 answered",
    ]


def test_the_open_step_is_checked_also_for_who_listens(rail: Rail) -> None:
    assert [item.isChecked() for item in items(rail)] == [False, True, False]
    spoken = QAccessible.queryAccessibleInterface(items(rail)[1])
    assert spoken.state().checked


def test_a_complete_step_has_a_tick_in_a_filled_circle(rail: Rail, theme: Theme) -> None:
    ink, surface = theme.color("ink").name(), theme.color("surface").name()
    assert [circle_of(item) == ink for item in items(rail)] == [True, False, False]
    assert circle_of(items(rail)[2]) == surface


def test_completing_a_step_shows_at_once(rail: Rail, theme: Theme) -> None:
    rail.show_entries(entries([Progress(3, 3), Progress(2, 5), Progress(4, 4)]), "purpose")
    assert circle_of(items(rail)[2]) == theme.color("ink").name()
    assert items(rail)[2].accessibleName() == "Step 2, Kind, complete"


def test_a_step_begun_shows_its_share_as_an_arc(rail: Rail) -> None:
    begun = items(rail)[1].grab().toImage()
    rail.show_entries(entries([Progress(3, 3), Progress(0, 5), Progress(0, 4)]), "purpose")
    assert items(rail)[1].grab().toImage() != begun


def test_a_click_leads_to_a_step(qtbot: QtBot, rail: Rail) -> None:
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.mouseClick(items(rail)[2], Qt.MouseButton.LeftButton)
    assert chosen.args == ["kind"]


@pytest.mark.parametrize("press", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_arrows_move_the_focus_around_and_a_key_goes_there(
    qtbot: QtBot, rail: Rail, press: Qt.Key
) -> None:
    window = rail.windowHandle()
    items(rail)[0].setFocus()
    QTest.keyClick(window, Qt.Key.Key_Down)
    QTest.keyClick(window, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is items(rail)[2]
    QTest.keyClick(window, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is items(rail)[0]
    QTest.keyClick(window, Qt.Key.Key_Up)
    with qtbot.waitSignal(rail.chosen) as chosen:
        QTest.keyClick(window, press)
    assert chosen.args == ["kind"]


def test_arrows_alone_go_nowhere(qtbot: QtBot, rail: Rail) -> None:
    items(rail)[0].setFocus()
    with qtbot.assertNotEmitted(rail.chosen):
        QTest.keyClick(rail.windowHandle(), Qt.Key.Key_Down)


def test_the_focus_can_be_seen(qtbot: QtBot, rail: Rail) -> None:
    item = items(rail)[2]
    without = item.grab().toImage()
    item.setFocus()
    qtbot.waitUntil(item.hasFocus)
    assert item.grab().toImage() != without


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_compact_it_is_a_quarter_as_wide_and_says_the_same(
    rail: Rail, theme: Theme, scale: float
) -> None:
    theme.choose(scale=scale)
    wide, names = rail.width(), [item.accessibleName() for item in items(rail)]
    rail.set_compact(True)
    assert rail.width() < wide / 3
    assert [item.accessibleName() for item in items(rail)] == names
    assert all(item.toolTip() for item in items(rail))
    rail.set_compact(False)
    assert rail.width() == wide


def test_it_grows_with_the_text(rail: Rail, theme: Theme) -> None:
    before = rail.width(), items(rail)[0].sizeHint().height()
    theme.choose(scale=1.5)
    assert (rail.width(), items(rail)[0].sizeHint().height()) == (
        round(before[0] * 1.5),
        round(before[1] * 1.5),
    )
