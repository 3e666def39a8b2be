"""Answers by name are keyed cell by cell, stored at once, and never in a secret round."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.seeing import clipped, words
from tests.ui.workshop.voting.collecting import Open, opened
from workbook.model.answers import Key, Value
from workbook.model.workshop import Person
from workbook.operations.named_answers import named
from workbook.ui.theme import Appearance, Theme
from workbook.ui.workshop.voting.by_name import NameGrid
from workbook.ui.workshop.voting.cells_view import CellsView

ENTER, DOWN, LEFT_KEY = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Left
SCALE = "optimising.scale"


class Grid:
    """The grid over a room, keyed as a facilitator keys it."""

    def __init__(self, qtbot: QtBot, theme: Theme, world: Open) -> None:
        self.qtbot, self.world = qtbot, world
        self.dialog = NameGrid(theme, world.running, world.window)
        self.gone: list[bool] = []
        self.dialog.destroyed.connect(lambda: self.gone.append(True))
        self.dialog.open()
        self.dialog.activateWindow()
        qtbot.waitUntil(self.dialog.isActiveWindow)
        QApplication.processEvents()

    @property
    def cells(self) -> CellsView:
        assert self.dialog.cells is not None
        return self.dialog.cells

    def keys(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget(), key)

    def stored(self, person: str, mark: str, question: str = SCALE) -> Value | None:
        return self.world.on_disk().get(Key(question, mark, 1, person))

    def said(self) -> str:
        QApplication.processEvents()
        return words(self.dialog)

    def shown(self, row: int, column: int) -> str:
        return str(self.cells.model().index(row, column).data() or "")

    def is_gone(self) -> bool:
        return bool(self.gone)

    def at(self) -> tuple[int, int]:
        index = self.cells.currentIndex()
        return index.row(), index.column()


@pytest.fixture
def world(own_library: Path) -> Iterator[Open]:
    with opened(own_library, "optimising", secret=False) as made:
        yield made


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme, world: Open) -> Iterator[Grid]:
    yield from laid(qtbot, theme, world)


def laid(qtbot: QtBot, theme: Theme, world: Open) -> Iterator[Grid]:
    made = Grid(qtbot, theme, world)
    yield made
    if not made.gone:
        made.dialog.done(0)
        QApplication.processEvents()


def test_digits_are_stored_at_once_and_enter_goes_on(grid: Grid) -> None:
    grid.keys("7")
    assert grid.stored("p1", "now") == 7  # before any other key
    grid.keys(ENTER, "1")
    assert grid.stored("p1", "wished") == 1
    grid.keys("0")
    assert grid.stored("p1", "wished") == 10
    grid.keys(DOWN, LEFT_KEY, "+")
    assert grid.at() == (1, 0)
    assert grid.stored("p2", "now") == 10
    assert [grid.shown(0, 0), grid.shown(0, 1), grid.shown(1, 0)] == ["7", "10", "10"]


def test_enter_after_the_last_cell_goes_to_the_next_person(grid: Grid) -> None:
    across = grid.cells.model().columnCount()
    grid.keys(*[ENTER] * across)
    assert grid.at() == (1, 0)
    grid.keys(*[ENTER] * 50)
    assert grid.at() == (2, across - 1)  # and stays at the end


def test_p_passes_and_delete_empties(grid: Grid) -> None:
    grid.keys("p")
    assert grid.stored("p1", "now") == "pass"
    assert grid.shown(0, 0) == "Pass"
    grid.keys("a", "s", "s")  # whole words are understood too
    assert grid.stored("p1", "now") == "pass"
    grid.keys(Qt.Key.Key_Delete)
    assert grid.stored("p1", "now") is None
    assert grid.shown(0, 0) == ""


def test_what_is_no_answer_is_marked_and_takes_nothing_away(grid: Grid) -> None:
    grid.keys("7", ENTER, LEFT_KEY, "4", "4")
    assert grid.stored("p1", "now") == 7
    assert grid.shown(0, 0) == "44 ?"
    assert "“44” is no answer here" in grid.said()
    assert "0 to 9, + for ten, P for pass" in grid.said()
    grid.keys(ENTER)
    assert "no answer" not in grid.said()
    assert grid.shown(0, 0) == "44 ?"  # it waits there
    grid.keys(LEFT_KEY)
    assert "“44” is no answer here" in grid.said()
    grid.keys(Qt.Key.Key_Backspace)
    assert grid.stored("p1", "now") == 4
    assert "no answer" not in grid.said()


def test_escape_brings_back_what_was_there(grid: Grid) -> None:
    grid.keys("7", ENTER, LEFT_KEY, "4", Qt.Key.Key_Escape)
    assert grid.stored("p1", "now") == 7
    assert not grid.gone
    grid.keys(Qt.Key.Key_Escape)
    grid.qtbot.waitUntil(grid.is_gone)


def test_something_wrong_is_shown_once_before_it_is_left(grid: Grid) -> None:
    grid.keys("x", ENTER, "3")
    grid.qtbot.mouseClick(grid.dialog.done_button, Qt.MouseButton.LeftButton)
    assert not grid.gone
    assert grid.at() == (0, 0)
    assert "“x” is no answer and not stored" in grid.said()
    grid.qtbot.mouseClick(grid.dialog.done_button, Qt.MouseButton.LeftButton)
    grid.qtbot.waitUntil(grid.is_gone)
    assert grid.stored("p1", "now") is None
    assert grid.stored("p1", "wished") == 3


def test_options_go_by_number_with_a_legend(qtbot: QtBot, theme: Theme, own_library: Path) -> None:
    with opened(own_library, "wrong", secret=False) as world:
        for grid in laid(qtbot, theme, world):
            assert "1 for Keep the date, 2 for Shrink the event, P for pass" in grid.said()
            grid.keys("2", ENTER)
            assert "3 for not happened" in grid.said()
            grid.keys("p")  # what happened nobody passes on
            assert "is no answer here" in grid.said()
            grid.keys(Qt.Key.Key_Backspace, "1")
            case = "wrong.worn_out"
            assert grid.stored("p1", "choice", case) == "people"
            assert grid.stored("p1", "last", case) == "work"
            assert grid.shown(0, 0) == "Shrink the event"
            grid.keys(Qt.Key.Key_End, Qt.Key.Key_Left, "n")  # the order stands last
            assert grid.stored("p1", "", "wrong.breaking") == "never"


def test_consent_is_a_number(qtbot: QtBot, theme: Theme, own_library: Path) -> None:
    with opened(own_library, "statement", secret=False) as world:
        for grid in laid(qtbot, theme, world):
            grid.keys("4")
            assert grid.stored("p1", "", "statement.consent") == 4
            assert grid.shown(0, 0) == "4"


def test_what_is_keyed_counts_as_ballots(grid: Grid) -> None:
    grid.keys("7", ENTER, "p", DOWN, "2")
    running = grid.world.running
    found = running.open
    assert found is not None
    assert running.ballots.count() == 2
    ballots = named(running.guide, grid.world.on_disk(), found)
    assert sorted(choice for b in ballots for _, choice in b.choices) == ["2", "7", "pass"]


def test_it_says_how_long_names_are_kept(qtbot: QtBot, theme: Theme, own_library: Path) -> None:
    for keep, said in ((False, "until the workshop ends"), (True, "as the group wants it")):
        with opened(own_library / str(keep), "optimising", secret=False, keep=keep) as world:
            for grid in laid(qtbot, theme, world):
                assert said in grid.said()


def test_a_secret_round_takes_no_names(qtbot: QtBot, theme: Theme, own_library: Path) -> None:
    with opened(own_library, "optimising") as world:
        for grid in laid(qtbot, theme, world):
            assert "This round is secret" in grid.said()
            assert grid.dialog.cells is None
            grid.keys(ENTER)
            qtbot.waitUntil(grid.is_gone)


def test_without_names_it_says_where_they_come_from(
    qtbot: QtBot, theme: Theme, world: Open
) -> None:
    world.running.set_setup(replace(world.running.setup, names=()))
    world.saver.flush()
    for grid in laid(qtbot, theme, world):
        assert "No names are written down yet" in grid.said()


def test_a_round_that_is_closed_meanwhile_takes_no_more(grid: Grid) -> None:
    grid.keys("7")
    grid.world.close_round()
    assert "This round is closed" in grid.said()
    assert not grid.cells.isVisible()
    assert grid.dialog.height() < 300


def test_a_large_room_is_keyed_as_fast(qtbot: QtBot, theme: Theme, world: Open) -> None:
    names = tuple(Person(f"p{n}", f"Person {n}") for n in range(500))
    world.running.set_setup(replace(world.running.setup, names=names))
    world.saver.flush()
    for grid in laid(qtbot, theme, world):
        grid.cells.setCurrentIndex(grid.cells.model().index(499, 1))
        grid.keys("6")
        assert grid.stored("p499", "wished") == 6
        assert not grid.cells.verticalHeader().isHidden()  # the names stay in sight
        left = grid.cells.verticalHeader().geometry()
        assert left.left() < grid.cells.viewport().geometry().left()


def test_assistive_technology_hears_who_what_and_the_answer(grid: Grid) -> None:
    grid.keys("7")
    index = grid.cells.currentIndex()
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ada, Where do we stand? · now: 7"
    found = QAccessible.queryAccessibleInterface(grid.cells)
    assert found.text(QAccessible.Text.Name) == "Answers by name"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_words_have_room(qtbot: QtBot, theme: Theme, own_library: Path, scale: float) -> None:
    theme.choose(appearance=Appearance.LIGHT, scale=scale)
    with opened(own_library, "wrong", secret=False) as world:
        world.window.resize(1024, 640)
        for grid in laid(qtbot, theme, world):
            grid.keys("9")
            grid.said()
            assert not clipped(grid.dialog)
            assert grid.dialog.width() <= 1024
            assert grid.dialog.height() <= 640
