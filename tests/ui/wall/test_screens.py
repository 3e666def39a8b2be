"""The room's screen is filled by itself, whatever is plugged in, and never the facilitator's."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.seeing import clipped, words
from workbook.documents.wall import WallContent
from workbook.ui.charts import Charts
from workbook.ui.theme import Theme
from workbook.ui.wall.check import ScreenBadge, ScreenCheck
from workbook.ui.wall.screens import (
    Known,
    Plan,
    ScreenKeeper,
    Show,
    Wish,
    choose_screen,
    mirrored,
    plan,
)
from workbook.ui.wall.view import WallView
from workbook.ui.wall.window import WallWindow

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Fake:
    """A screen that is nowhere."""

    called: str
    left: int
    width: int = 1280

    def name(self) -> str:
        return self.called

    def geometry(self) -> QRect:
        return QRect(self.left, 0, self.width, 800)


LAPTOP, PROJECTOR, MONITOR = Fake("laptop", 0), Fake("projector", 1280), Fake("monitor", 2560)
MIRROR = Fake("mirror", 0)
SMALL_MIRROR = Fake("small mirror", 0, 1024)
UNKNOWN = Known()


def planned(
    screens: list[Fake], main_on: Fake, known: Known = UNKNOWN, wish: Wish = Wish.PROJECTOR
) -> Plan[Fake]:
    return plan(screens, main_on, known, wish)


def test_a_second_screen_is_the_rooms_unless_it_mirrors_the_first() -> None:
    assert choose_screen([LAPTOP], LAPTOP) is None
    assert choose_screen([LAPTOP, PROJECTOR], LAPTOP) is PROJECTOR
    assert choose_screen([LAPTOP, PROJECTOR], PROJECTOR) is LAPTOP
    assert choose_screen([LAPTOP, MIRROR], LAPTOP) is None
    assert choose_screen([LAPTOP, SMALL_MIRROR], LAPTOP) is None
    assert choose_screen([LAPTOP, MIRROR, PROJECTOR], LAPTOP) is PROJECTOR
    assert choose_screen([LAPTOP, PROJECTOR, MONITOR], LAPTOP, "monitor") is MONITOR
    assert choose_screen([LAPTOP, PROJECTOR], LAPTOP, "monitor") is PROJECTOR
    assert choose_screen([], None) is None


def test_screens_that_show_the_same_are_told() -> None:
    assert not mirrored([LAPTOP, PROJECTOR, MONITOR])
    assert mirrored([LAPTOP, MIRROR]) and mirrored([LAPTOP, PROJECTOR, SMALL_MIRROR])


def test_with_a_projector_it_is_filled_and_without_there_is_a_window() -> None:
    assert planned([LAPTOP, PROJECTOR], LAPTOP) == Plan(Show.FULL, PROJECTOR, LAPTOP, False)
    assert planned([LAPTOP], LAPTOP) == Plan(Show.WINDOW, None, LAPTOP, False)
    assert planned([LAPTOP, MIRROR], LAPTOP).show is Show.WINDOW


def test_an_unplugged_projector_hides_it_and_a_replugged_one_is_filled_again() -> None:
    known = Known("laptop", "projector", filled=True)
    assert planned([LAPTOP], LAPTOP, known).show is Show.HIDDEN
    assert planned([LAPTOP, PROJECTOR], LAPTOP, known) == Plan(Show.FULL, PROJECTOR, LAPTOP, False)


def test_where_the_system_put_the_facilitator_on_the_projector_it_is_moved_back() -> None:
    known = Known("laptop", "projector", filled=True)
    lid_shut = planned([PROJECTOR], PROJECTOR, known)
    assert (lid_shut.show, lid_shut.move_main) == (Show.HIDDEN, False)
    lid_open = planned([PROJECTOR, LAPTOP], PROJECTOR, known)
    assert lid_open == Plan(Show.FULL, PROJECTOR, LAPTOP, True)


def test_a_screen_that_has_just_gone_counts_no_longer() -> None:
    known = Known("laptop", "projector", filled=True)
    assert planned([PROJECTOR], LAPTOP, known).show is Show.HIDDEN
    assert planned([], LAPTOP, known).home is None


def test_a_facilitator_who_goes_to_a_third_screen_stays_there() -> None:
    known = Known("laptop", "projector", filled=True)
    found = planned([LAPTOP, PROJECTOR, MONITOR], MONITOR, known)
    assert found == Plan(Show.FULL, PROJECTOR, MONITOR, False)


@pytest.mark.parametrize("screens", [[LAPTOP], [LAPTOP, PROJECTOR]])
def test_who_shares_a_window_gets_one_and_who_has_one_screen_none(screens: list[Fake]) -> None:
    assert planned(screens, LAPTOP, wish=Wish.WINDOW).show is Show.WINDOW
    assert planned(screens, LAPTOP, wish=Wish.ONE).show is Show.HIDDEN


@pytest.fixture
def windows(qtbot: QtBot, theme: Theme) -> tuple[QWidget, WallWindow]:
    main = QWidget()
    window = WallWindow(WallView(theme, Charts()))
    qtbot.addWidget(main)
    qtbot.addWidget(window)
    main.show()
    main.activateWindow()
    qtbot.waitUntil(main.isActiveWindow)
    return main, window


def test_with_one_screen_a_window_is_shown_that_does_not_cover_all_of_it(
    qtbot: QtBot, windows: tuple[QWidget, WallWindow]
) -> None:
    main, window = windows
    keeper = ScreenKeeper(main, window)
    assert not keeper.shown
    with qtbot.waitSignal(keeper.changed):
        keeper.show()
    assert keeper.shown and not window.isFullScreen() and keeper.room is None
    keeper.choose(Wish.ONE)
    assert not keeper.shown
    keeper.choose(Wish.WINDOW)
    assert keeper.shown
    with qtbot.waitSignal(keeper.changed):
        window.close()
    assert not keeper.shown
    keeper.follow()
    assert not keeper.shown


def is_badge(widget: QWidget) -> bool:
    return isinstance(widget, ScreenBadge) and widget.isVisible()


def test_the_check_says_what_there_is_and_does_what_is_chosen(
    qtbot: QtBot, theme: Theme, windows: tuple[QWidget, WallWindow]
) -> None:
    main, window = windows
    keeper = ScreenKeeper(main, window)
    keeper.show()
    check = ScreenCheck(keeper, main)
    check.open()
    qtbot.waitExposed(check)
    assert "There is one screen." in words(check)
    assert "1 · This is the facilitator’s screen" in words(check)
    assert not check.swap_button.isVisible() and clipped(check) == []
    check.one_button.click()
    assert keeper.wish is Wish.ONE and not keeper.shown
    assert "One screen, for you and the room." in words(check)
    check.window_button.click()
    assert keeper.shown and "a window that you share" in words(check)
    check.projector_button.click()
    assert keeper.wish is Wish.PROJECTOR
    (badge,) = (w for w in QApplication.topLevelWidgets() if is_badge(w))
    assert clipped(badge) == []
    check.done_button.click()
    assert not badge.isVisible()


TWO_SCREENS = """
import os, sys
sys.path.insert(0, sys.argv[1])
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from workbook.documents.wall import WallContent
from workbook.ui.wall.check import ScreenBadge, ScreenCheck
from workbook.ui.wall.screens import ScreenKeeper, Wish
from workbook.ui.wall.view import WallView
from workbook.ui.wall.window import WallWindow
from workbook.ui.charts import Charts
from workbook.ui.theme import Theme

app = QApplication([])
app.setStyle("Fusion")
theme = Theme(app)
theme.choose()
laptop, projector = app.screens()

def settle():
    loop = QEventLoop()
    QTimer.singleShot(30, loop.quit)
    loop.exec()

def where():
    settle()
    full = window.isFullScreen() and window.isVisible()
    print(main.screen().name(), window.screen().name() if full else "nowhere",
          window.geometry() == window.screen().geometry() if full else "-")

main = QWidget()
main.resize(800, 600)
main.show()
main.activateWindow()
window = WallWindow(WallView(theme, Charts()))
keeper = ScreenKeeper(main, window)
where()
keeper.show(); where()
print(main.isActiveWindow(), window.isActiveWindow())
keeper.swap(); where()
keeper.swap(); where()
main.setScreen(projector); main.setGeometry(projector.geometry()); settle()
app.primaryScreenChanged.emit(laptop); where()
main.showMaximized(); main.setScreen(projector); main.setGeometry(projector.geometry()); settle()
app.screenRemoved.emit(projector); where()
print(main.isMaximized())
check = ScreenCheck(keeper, main)
check.open(); settle()
badges = [w for w in app.topLevelWidgets() if isinstance(w, ScreenBadge) and w.isVisible()]
print(sorted(badge.screen().name() for badge in badges), check.swap_button.isVisible())
check.swap_button.click(); where()
check.done_button.click()
window.close(); where()
"""


def test_two_screens_are_told_apart(tmp_path: Path) -> None:
    screens = [
        {"name": name, "x": x, "y": 0, "width": 1280, "height": 800}
        | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, x in (("laptop", 0), ("projector", 1280))
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}), "utf-8")
    platform = "offscreen:configfile=screens.json"  # a name without a colon, on every system
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, str(ROOT)],
        cwd=tmp_path,
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        timeout=120,
    )
    said = [li for li in done.stderr.splitlines() if "This plugin does not support" not in li]
    assert said == []
    assert done.stdout.splitlines() == [
        "laptop nowhere -",
        "laptop projector True",
        "True False",
        "projector laptop True",
        "laptop projector True",
        "laptop projector True",
        "laptop projector True",
        "True",
        "['laptop', 'projector'] True",
        "projector laptop True",
        "projector nowhere -",
    ]


def test_nothing_is_shown_before_there_is_something(theme: Theme, qtbot: QtBot) -> None:
    window = WallWindow(WallView(theme, Charts()))
    qtbot.addWidget(window)
    assert window.view.value == WallContent("", "", "", "", "", None, None, "")
