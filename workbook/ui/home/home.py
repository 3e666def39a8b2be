"""Home: what a person sees first, with a page of its own for a first start and for the trash."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from workbook.catalogue import ntr, tr
from workbook.catalogue.sessions import shown_name
from workbook.catalogue.words import shorten
from workbook.model.session import Session
from workbook.ui.dialogs.name import NameDialog
from workbook.ui.home.browse import BrowsePage, trash_words
from workbook.ui.home.trash import TrashPage
from workbook.ui.home.welcome import WelcomePage
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column
from workbook.ui.widgets.focus import holds_focus
from workbook.ui.widgets.scrolled import LowPage, scrolled
from workbook.ui.widgets.toast import Toast

_LETTERS = 32  # of a name in the bar: it has one line, however large the text


def _short(session: Session) -> str:
    return shorten(shown_name(session.name, session.mode), _LETTERS)


class HomePage(QWidget):
    """Sessions, trash and first start. It is told what there is and tells what a person wants.

    It asks for a new name and, once, before anything is deleted for good. It says "Moved to trash"
    when it is shown that it happened, never before.
    """

    open_requested = Signal(str)
    new_requested = Signal()
    print_requested = Signal()
    workshop_requested = Signal(str)  # the reflection that comes along, "" for none
    example_requested = Signal()
    rename_requested = Signal(str, str)  # id, the new name
    duplicate_requested = Signal(str)
    trash_requested = Signal(list)  # ids
    restore_requested = Signal(list)
    delete_requested = Signal(list)  # after it was confirmed
    export_requested = Signal(str)
    summary_requested = Signal(str)
    search_changed = Signal(str)  # answer with the sessions that match

    def __init__(self, theme: Theme, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._clock = theme, clock
        self._sessions: dict[str, Session] = {}
        self._trashed: list[Session] = []
        self._last_backup: datetime | None = None
        self._told = False  # whether it has been shown anything yet
        self._welcome: WelcomePage | None = None
        self._trash: TrashPage | None = None
        self.browse = self._make_browse()
        self.toast = Toast()
        self.toast.closed.connect(self.setFocus)
        self._going: list[str] = []  # what was last asked to go to the trash
        self.trash_requested.connect(self._remember_going)
        self._stack = QStackedLayout()
        self._areas: dict[LowPage, QScrollArea] = {}
        self._add(self.browse)
        self._shown: LowPage = self.browse
        self.setFocusProxy(self.browse)
        theme.changed.connect(self._fit)
        self._outer: QVBoxLayout = column(self, gap=16)
        self._outer.addLayout(self._stack, 1)
        self._outer.addWidget(self.toast, 0, Qt.AlignmentFlag.AlignHCenter)

    def _make_browse(self) -> BrowsePage:
        made = BrowsePage(self._theme, self._clock)
        made.open_requested.connect(self.open_requested)
        made.new_requested.connect(self.new_requested)
        made.print_requested.connect(self.print_requested)
        made.workshop_requested.connect(self.workshop_requested)
        made.example_requested.connect(self.example_requested)
        made.duplicate_requested.connect(self.duplicate_requested)
        made.trash_requested.connect(self.trash_requested)
        made.export_requested.connect(self.export_requested)
        made.summary_requested.connect(self.summary_requested)
        made.search_changed.connect(self.search_changed)
        made.rename_requested.connect(self.ask_for_name)
        made.trash_view_requested.connect(self.show_trash)
        made.undo_requested.connect(self.undo)
        return made

    # What is shown

    def show_sessions(
        self,
        sessions: list[Session],
        trashed: list[Session],
        last_backup: datetime | None,
        warning: str | None,
    ) -> None:
        """Show what there is: the sessions that match the last search, and all of the trash.

        `warning` is a sentence that stands above the list until it is None. Times are aware.
        """
        before = self._sessions
        were_trashed = {session.id for session in self._trashed}
        self._sessions = {session.id: session for session in sessions}
        self._trashed, self._last_backup = trashed, last_backup
        self.browse.show_sessions(sessions, len(trashed), last_backup, warning)
        if self._trash is not None:
            self._trash.show_trashed(trashed)
        self._choose_view()
        if self._told:
            self._tell_moves(
                [session for session in trashed if session.id in before],
                [session for session in sessions if session.id in were_trashed],
            )
        self._told = True

    def _choose_view(self) -> None:
        if self._trash is not None and self._shown is self._trash:
            return
        if self._sessions or self.browse.asked:
            self._show(self.browse)
        else:
            welcome = self._welcome or self._make_welcome()
            held = len(self._trashed)
            welcome.tell_trash(trash_words(held, self._last_backup, self._clock()) if held else "")
            self._show(welcome)

    def _add(self, page: LowPage) -> None:
        self._areas[page] = scrolled(page)
        self._stack.addWidget(self._areas[page])

    def _show(self, page: LowPage) -> None:
        if self._shown is page:
            return
        held_focus = holds_focus(self._areas[self._shown])
        self._shown = page
        self._stack.setCurrentWidget(self._areas[page])
        self.setFocusProxy(page)
        if held_focus:
            page.setFocus()

    def _make_welcome(self) -> WelcomePage:
        self._welcome = made = WelcomePage(self._theme)
        made.new_requested.connect(self.new_requested)
        made.workshop_requested.connect(self.workshop_requested)
        made.example_requested.connect(self.example_requested)
        made.trash_view_requested.connect(self.show_trash)
        self._add(made)
        return made

    def _make_trash(self) -> TrashPage:
        self._trash = made = TrashPage(self._theme, self._clock)
        made.left.connect(self.show_list)
        made.restore_requested.connect(self.restore_requested)
        made.delete_requested.connect(self.delete_requested)
        made.show_trashed(self._trashed)
        self._add(made)
        return made

    def show_trash(self) -> None:
        """Show what is in the trash, and put the keyboard there."""
        self.toast.dismiss()
        self._show(self._trash or self._make_trash())
        self.setFocus()

    def show_list(self) -> None:
        """Show the sessions, or how to begin where there are none, and put the keyboard there."""
        self.toast.dismiss()
        self._show(self.browse)
        self._choose_view()
        self.setFocus()

    # What was done, and taking it back

    def _tell_moves(self, gone: list[Session], back: list[Session]) -> None:
        if any(session.id in self._going for session in gone):
            # Several may come one by one: the bar tells of all that were asked for together.
            gone = [session for session in self._trashed if session.id in self._going]
        if back:
            self.point_to(back[0].id)
        if gone:
            words = ntr("Moved “{name}” to trash.", "Moved {n} sessions to trash.", len(gone))
            ids = [session.id for session in gone]
            self.toast.say(
                words.format(name=_short(gone[0]), n=len(gone)),
                partial(self.restore_requested.emit, ids),
            )
            QWidget.setTabOrder(self.browse.list, self.toast.undo_button)
            QWidget.setTabOrder(self.toast.undo_button, self.toast.close_button)
            QWidget.setTabOrder(self.toast.close_button, self.browse.trash_card)
        elif back and self._shown is self._trash:
            words = ntr(
                "“{name}” is back among your sessions.",
                "{n} sessions are back among your sessions.",
                len(back),
            )
            self.toast.say(words.format(name=_short(back[0]), n=len(back)))
        elif back:
            self.toast.dismiss()  # what it offered to take back has been

    def tell_copy(self, copy: Session) -> None:
        """Say that a session has been copied, and put the keyboard on the copy."""
        self.point_to(copy.id)
        words = tr("Copied “{name}”. The copy is selected.")
        self.toast.say(words.format(name=_short(copy)))

    def point_to(self, session_id: str) -> None:
        """Select a session and put the keyboard on it, as soon as it is shown."""
        self.browse.point_to(session_id)

    def _remember_going(self, ids: list[str]) -> None:
        self._going = ids

    def undo(self) -> bool:
        """Take back the last move to trash, as the bar offers; False where it offers nothing."""
        return self.toast.undo()

    # What is asked

    def ask_for_name(self, session_id: str) -> None:
        """Ask for a new name of a session that is shown; KeyError where it is not."""
        dialog = NameDialog(self._sessions[session_id].name, self)
        dialog.named.connect(partial(self.rename_requested.emit, session_id))
        dialog.open()

    # Where the keyboard is, and how much room there is

    def focus_search(self) -> None:
        """Put the cursor into the search, for Edit ▸ Find."""
        if self._sessions or self.browse.asked:
            self.show_list()
            self.browse.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.browse.search.selectAll()

    def selected(self) -> list[str]:
        """The ids of the sessions that a menu's command is about; empty outside the list."""
        return self.browse.list.chosen() if self._shown is self.browse else []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find goes to the search, also where no menu has taken the key."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.focus_search()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins as on a printed page where there is room, narrow ones where there is not."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scale = self._theme.scale
        side = 64 if self.width() >= 1120 * scale else 32
        top, bottom = (36, 32) if self.height() >= 620 * scale else (20, 16)
        self._outer.setContentsMargins(side, top, side, bottom)
