"""The menus hold every command, with words and keys that are its own."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from workbook.guides import load_guide
from workbook.ui.actions import Actions, Handlers
from workbook.ui.theme import SIZES, Appearance

STEPS = [step.title for step in load_guide().steps]


class Told:
    """Handlers that note what they were told."""

    def __init__(self) -> None:
        self.said: list[tuple[object, ...]] = []
        self.handlers = Handlers(**{name: self._hear(name) for name in Handlers._fields})

    def _hear(self, name: str):
        return lambda *arguments: self.said.append((name, *arguments))


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window: QMainWindow, told: Told) -> Actions:
    made = Actions(window, told.handlers)
    made.show_steps(STEPS)
    return made


def in_menus(menu: QMenu | None, window: QMainWindow) -> Iterator[QAction]:
    """Every command of the menus, submenus included."""
    for action in menu.actions() if menu else window.menuBar().actions():
        if isinstance(inner := action.menu(), QMenu):
            yield from in_menus(inner, window)
        elif not action.isSeparator():
            yield action


def words(action: QAction) -> str:
    return action.text().replace("&", "")


def test_every_command_has_words(window: QMainWindow, actions: Actions) -> None:
    found = list(in_menus(None, window))
    assert len(found) > 35
    assert all(words(action).strip() for action in found)


def test_no_two_commands_share_a_key(window: QMainWindow, actions: Actions) -> None:
    keys = Counter(
        keys.toString() for action in in_menus(None, window) for keys in action.shortcuts()
    )
    assert len(keys) > 20
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_menus_carry_every_key_of_the_window(window: QMainWindow, actions: Actions) -> None:
    held = set(in_menus(None, window))
    assert all(action in held for action in window.findChildren(QAction) if action.shortcuts())


def test_no_two_commands_of_a_menu_share_a_letter(window: QMainWindow, actions: Actions) -> None:
    for menu in window.findChildren(QMenu):
        letters = [
            text[text.index("&") + 1].lower()
            for action in menu.actions()
            if "&" in (text := action.text().replace("&&", ""))
        ]
        assert len(letters) == len(set(letters)), menu.title()


@pytest.mark.parametrize(
    ("name", "standard"),
    [
        ("new", QKeySequence.StandardKey.New),
        ("quit", QKeySequence.StandardKey.Quit),
        ("undo", QKeySequence.StandardKey.Undo),
        ("redo", QKeySequence.StandardKey.Redo),
        ("find", QKeySequence.StandardKey.Find),
    ],
)
def test_usual_commands_have_the_systems_keys(
    actions: Actions, name: str, standard: QKeySequence.StandardKey
) -> None:
    assert getattr(actions, name).shortcut() == QKeySequence(standard)


def test_every_command_does_something(window: QMainWindow, actions: Actions, told: Told) -> None:
    for action in list(in_menus(None, window)):
        before = len(told.said)
        action.trigger()
        assert len(told.said) == before + 1, words(action)
    assert {name for name, *_ in told.said} == set(Handlers._fields)


def test_steps_are_offered_with_alt_and_their_number(actions: Actions, told: Told) -> None:
    offered = actions.steps.actions()
    assert [words(action) for action in offered] == [f"{n}  {t}" for n, t in enumerate(STEPS)]
    assert offered[5].shortcut().toString() == "Alt+5"
    offered[5].trigger()
    assert told.said == [("step", 5)]


def test_a_guide_of_twelve_steps_gives_no_key_twice(window: QMainWindow, actions: Actions) -> None:
    actions.show_steps([f"Step & {number}" for number in range(12)])
    offered = actions.steps.actions()
    assert len(offered) == 12
    assert words(offered[0]) == "0  Step  0"
    assert not offered[10].shortcuts() and not offered[11].shortcuts()


@pytest.mark.parametrize("size", SIZES)
def test_each_size_of_text_can_be_chosen(actions: Actions, told: Told, size: int) -> None:
    actions.sizes[size].trigger()
    assert told.said == [("size", size)]
    assert actions.sizes[size].isChecked()


def test_one_appearance_is_chosen_at_a_time(actions: Actions, told: Told) -> None:
    actions.appearances[Appearance.DARK].trigger()
    actions.appearances[Appearance.LIGHT].trigger()
    assert [a for a, action in actions.appearances.items() if action.isChecked()] == [
        Appearance.LIGHT
    ]
    assert told.said == [("appearance", Appearance.DARK), ("appearance", Appearance.LIGHT)]


def test_what_cannot_be_done_here_is_grey(actions: Actions) -> None:
    inside = (actions.next, actions.back, actions.summary, actions.export, actions.notes)
    actions.in_session(inside=False, at_home=True)
    assert not any(action.isEnabled() for action in inside)
    assert not actions.home.isEnabled() and not actions.steps.isEnabled()
    actions.in_session(inside=True, at_home=False)
    assert all(action.isEnabled() for action in (*inside, actions.home, actions.steps))
