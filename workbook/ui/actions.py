"""The menus: every command of the window with its words and its keys, once."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QWidget

from workbook.catalogue import tr
from workbook.ui.theme import SIZES, Appearance

Keys = QKeySequence.StandardKey | str | list[str] | None


class Handlers(NamedTuple):
    """What the window does for each command."""

    new: Callable[[], None]
    home: Callable[[], None]
    export: Callable[[], None]
    quit: Callable[[], None]
    undo: Callable[[], None]
    redo: Callable[[], None]
    text: Callable[[str], None]  # "cut", "copy", "paste", "selectAll" in the focused field
    find: Callable[[], None]
    next: Callable[[], None]
    back: Callable[[], None]
    summary: Callable[[], None]
    step: Callable[[int], None]
    notes: Callable[[bool], None]
    appearance: Callable[[Appearance], None]
    contrast: Callable[[bool], None]
    motion: Callable[[bool], None]
    size: Callable[[int], None]  # per cent
    full_screen: Callable[[bool], None]
    keys: Callable[[], None]
    folder: Callable[[], None]
    news: Callable[[], None]
    about: Callable[[], None]
    new_workshop: Callable[[], None]
    print: Callable[[], None]
    workshop: Callable[[str], None]  # a command of an open workshop, as `OpenWorkshop.run` names it


class Actions:
    """The actions of the window; the window enables and checks them as things change."""

    def __init__(self, window: QMainWindow, do: Handlers) -> None:
        self._window = window
        self._menus: list[QMenu] = []
        key = QKeySequence.StandardKey
        file = self._menu(tr("&File"))
        self.new = self._add(file, tr("&New reflection"), do.new, key.New)
        self.new_workshop = self._add(file, tr("New &workshop…"), do.new_workshop, "Ctrl+Shift+N")
        self.home = self._add(file, tr("&All sessions"), do.home, "Alt+Home")
        file.addSeparator()
        self.export = self._add(file, tr("&Export…"), do.export, "Ctrl+E")
        self.print = self._add(file, tr("&Print handouts…"), do.print, key.Print)
        file.addSeparator()
        self.quit = self._add(file, tr("&Quit"), do.quit, key.Quit)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

        edit = self._menu(tr("&Edit"))
        self.undo = self._add(edit, tr("&Undo"), do.undo, key.Undo)
        self.redo = self._add(edit, tr("&Redo"), do.redo, key.Redo)
        edit.addSeparator()
        for words, what, keys in (
            (tr("Cu&t"), "cut", key.Cut),
            (tr("&Copy"), "copy", key.Copy),
            (tr("&Paste"), "paste", key.Paste),
            (tr("Select &all"), "selectAll", key.SelectAll),
        ):
            action = self._add(edit, words, do.text, keys, argument=what)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the field has the key
        edit.addSeparator()
        self.find = self._add(edit, tr("&Find a session"), do.find, key.Find)

        session = self._menu(tr("&Session"))
        self.next = self._add(session, tr("&Next page"), do.next, ["PgDown", "Alt+Right"])
        self.back = self._add(session, tr("Page &before"), do.back, ["PgUp", "Alt+Left"])
        for turn in (self.next, self.back):
            turn.setAutoRepeat(False)  # a key that is held turns one page, not all of them
        self.steps = self._submenu(session, tr("&Go to step"))
        self._step = do.step
        session.addSeparator()
        self.summary = self._add(session, tr("&Summary"), do.summary, "Ctrl+Return")

        self._workshop_menu(do)
        self._view_menu(do)
        help_menu = self._menu(tr("&Help"))
        self._add(help_menu, tr("&Keys"), do.keys, key.HelpContents)
        self._add(help_menu, tr("&Where the sessions are kept"), do.folder)
        self._add(help_menu, tr("What’s &new"), do.news)
        about = self._add(help_menu, tr("&About the workbook"), do.about)
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _workshop_menu(self, do: Handlers) -> None:
        """What only an open workshop can do. Nothing here has a key of a presenter remote."""
        menu = self._menu(tr("&Workshop"))
        self._workshop = menu  # its action is asked for anew each time: PySide loses that one too
        self._workshop_actions: list[QAction] = []
        commands: tuple[tuple[str, str, Keys] | None, ...] = (
            (tr("&Start or pause the clock"), "clock", "Ctrl+Space"),
            (tr("One &minute more"), "minute", "Ctrl+M"),
            (tr("Re-&plan…"), "replan", "Ctrl+Shift+P"),
            (tr("&Undo the re-plan"), "undo_replan", "Ctrl+Shift+U"),
            None,
            (tr("&Reveal"), "reveal", "Ctrl+R"),
            (tr("&Void this round…"), "void", None),
            None,
            (tr("&Audience screen"), "wall", "F7"),
            (tr("&Freeze the audience screen"), "freeze", "Shift+F7"),
            (tr("&Black the audience screen out"), "black", "Ctrl+B"),
            (tr("&One-screen mode"), "one_screen", "F8"),
            (tr("&Which screen is which…"), "screens", None),
            (tr("&Larger text for the room"), "larger", "Ctrl+Alt++"),
            (tr("Smaller te&xt for the room"), "smaller", "Ctrl+Alt+-"),
            (tr("Li&ght or dark for the room"), "light", None),
            None,
            (tr("&Change the set-up…"), "setup", None),
            (tr("What is s&tored…"), "stored", None),
            (tr("&End the workshop…"), "end", None),
        )
        for entry in commands:
            if entry is None:
                menu.addSeparator()
            else:
                words, command, keys = entry
                self._workshop_actions.append(
                    self._add(menu, words, do.workshop, keys, argument=command)
                )

    def in_workshop(self, inside: bool) -> None:
        """Show what only an open workshop can do."""
        self._workshop.menuAction().setVisible(inside)
        for action in self._workshop_actions:
            action.setEnabled(inside)

    def in_private(self, private: bool) -> None:
        """Leave out what would show other sessions, or notes, while the room sees the window."""
        for action in (self.new, self.new_workshop, self.home, self.find, self.notes):
            action.setEnabled(not private)
        for action in (self.export, self.print, self.summary):
            action.setEnabled(not private)

    def under(self, view: QWidget | None) -> None:
        """Open no menu over a view that lies over the window for the room to look at, None for no
        view. What asks nothing and opens nothing keeps its keys: they belong to the view then.
        """
        self._window.menuBar().setEnabled(view is None)
        if view is not None:
            silent = [action for action in self._workshop_actions if "…" not in action.text()]
            view.addActions([*silent, self.next, self.back, self.full_screen, self.quit])

    def _view_menu(self, do: Handlers) -> None:
        view = self._menu(tr("&View"))
        self.notes = self._check(view, tr("&Notes for you"), do.notes, "F9")
        view.addSeparator()
        looks = QActionGroup(self._window)
        self.appearances: dict[Appearance, QAction] = {}
        for appearance, words in (
            (Appearance.SYSTEM, tr("As the &system")),
            (Appearance.LIGHT, tr("&Light")),
            (Appearance.DARK, tr("&Dark")),
        ):
            action = self._add(view, words, do.appearance, argument=appearance)
            action.setCheckable(True)
            looks.addAction(action)
            self.appearances[appearance] = action
        view.addSeparator()  # not one of the appearances: it goes with any of them
        self.contrast = self._check(view, tr("High &contrast"), do.contrast)
        self.motion = self._check(view, tr("&Motion"), do.motion)
        view.addSeparator()
        text = self._submenu(view, tr("Size of &text"))
        sizes = QActionGroup(self._window)
        self.sizes: dict[int, QAction] = {}
        for size in SIZES:
            action = self._add(text, tr("{size} %").format(size=size), do.size, argument=size)
            action.setCheckable(True)
            sizes.addAction(action)
            self.sizes[size] = action
        text.addSeparator()
        self.larger = self._add(text, tr("&Larger"), do.size, ["Ctrl++", "Ctrl+="], argument=1)
        self.smaller = self._add(text, tr("&Smaller"), do.size, "Ctrl+-", argument=-1)
        self._add(text, tr("&Usual"), do.size, "Ctrl+0", argument=100)
        view.addSeparator()
        self.full_screen = self._check(view, tr("&Full screen"), do.full_screen, "F11")

    def show_steps(self, titles: list[str]) -> None:
        """Offer these steps under "Go to step", with Alt and a digit."""
        self.steps.clear()
        for number, title in enumerate(titles):
            words = f"&{number}  {title.replace('&', '&&')}"
            keys = f"Alt+{number}" if number < 10 else None
            self._add(self.steps, words, self._step, keys, argument=number)

    def in_session(self, inside: bool, at_home: bool) -> None:
        """Enable what can be done here, disable what cannot."""
        for action in (self.next, self.back, self.summary, self.export, self.undo, self.redo):
            action.setEnabled(inside)
        self.steps.setEnabled(inside)
        self.notes.setEnabled(inside)
        self.home.setEnabled(not at_home)

    def _menu(self, words: str) -> QMenu:
        return self._submenu(self._window.menuBar(), words)

    def _submenu(self, into: QMenuBar | QMenu, words: str) -> QMenu:
        """A menu that Python keeps: PySide loses those that addMenu makes of words."""
        menu = QMenu(words, self._window)
        into.addMenu(menu)
        self._menus.append(menu)
        return menu

    def _add(
        self,
        menu: QMenu,
        words: str,
        do: Callable[..., None],
        keys: Keys = None,
        argument: object = None,
    ) -> QAction:
        action = QAction(words, self._window)
        if isinstance(keys, list):
            action.setShortcuts([QKeySequence(one) for one in keys])
        elif keys is not None:
            action.setShortcut(QKeySequence(keys))
        if argument is None:
            action.triggered.connect(lambda: do())
        else:
            action.triggered.connect(lambda: do(argument))
        menu.addAction(action)
        return action

    def _check(
        self, menu: QMenu, words: str, do: Callable[[bool], None], keys: Keys = None
    ) -> QAction:
        action = QAction(words, self._window)
        action.setCheckable(True)
        if isinstance(keys, str):
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(do)
        menu.addAction(action)
        return action
