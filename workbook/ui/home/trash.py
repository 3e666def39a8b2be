"""The trash: sessions that can be restored, or deleted for good after one question."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from workbook.catalogue import ntr, tr
from workbook.catalogue.sessions import shown_name
from workbook.catalogue.words import shorten
from workbook.model.session import Session
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.home.session_list import SessionList
from workbook.ui.home.sessions_model import SessionsModel
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, frame, label, row
from workbook.ui.widgets.focus import holds_focus
from workbook.ui.widgets.scrolled import LowPage

_LETTERS = 60  # of a name in a question


class TrashPage(LowPage):
    """Shows trashed sessions, the one moved last first; its buttons act on the selected rows."""

    left = Signal()
    restore_requested = Signal(list)  # ids
    delete_requested = Signal(list)  # ids, after it was confirmed

    def __init__(self, theme: Theme, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.model = SessionsModel(clock, self)
        self.list = SessionList(self.model, theme, opens=False)
        self.list.setAccessibleName(tr("Trash"))
        self.list.setAccessibleDescription(tr("Enter restores, Delete asks to delete for good."))
        self.list.opened.connect(self._restore)
        self.list.menu_wanted.connect(self._open_menu)
        self.list.removal_wanted.connect(self.ask_to_delete)
        self.list.escaped.connect(self.left)
        self.list.selection_changed.connect(self._tell_selection)
        self._empty = self._explanation()
        layout = column(self, gap=0)
        layout.addLayout(self._head())
        layout.addSpacing(24)
        layout.addWidget(self.list)
        layout.addWidget(self._empty)
        layout.addSpacing(16)
        layout.addLayout(self._foot())
        layout.addStretch(1)
        self.setTabOrder(self.back_button, self.list)

    def _head(self) -> QHBoxLayout:
        self.back_button = button(tr("‹ All sessions"), "back")
        self.back_button.setAccessibleName(tr("Back to all sessions"))
        self.back_button.clicked.connect(self.left)
        words = column(gap=0)
        words.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(label(tr("Trash"), "title", wrap=False))
        words.addWidget(
            label(tr("What is here can be restored until you delete it for good."), "framing")
        )
        head = row()
        head.addLayout(words, 1)
        return head

    def _explanation(self) -> QWidget:
        card = frame("card")
        inside = column(card, margins=(24, 32, 24, 32), gap=4)
        for part in (
            label(tr("The trash is empty."), "heading"),
            label(tr("A session that you move to the trash waits here, complete."), "soft"),
        ):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(part)
        return card

    def _foot(self) -> QHBoxLayout:
        self.restore_button = button(tr("Restore"), "primary")
        self.delete_button = button(tr("Delete for good…"), "danger")
        self.empty_button = button(tr("Empty trash…"))
        self.restore_button.clicked.connect(self._restore)
        self.delete_button.clicked.connect(self._ask_about_selected)
        self.empty_button.clicked.connect(self._ask_about_all)
        foot = row(gap=12)
        foot.addWidget(self.restore_button)
        foot.addWidget(self.delete_button)
        foot.addStretch(1)
        foot.addWidget(self.empty_button)
        return foot

    def show_trashed(self, trashed: Sequence[Session]) -> None:
        """Show what is in the trash."""
        current, at = self.list.current_id(), self.list.currentIndex().row()
        held_focus = holds_focus(self)
        self.model.show(trashed)
        any_left = self.model.rowCount() > 0
        self.list.setVisible(any_left)
        self._empty.setVisible(not any_left)
        for made in (self.restore_button, self.delete_button, self.empty_button):
            made.setVisible(any_left)
        if any_left and not self.list.current_id():
            self.list.go_to(current, at, select=True)
        self.setFocusProxy(self.list if any_left else self.back_button)
        if held_focus and not any_left:
            self.back_button.setFocus()
        self._tell_selection()

    def _tell_selection(self) -> None:
        some = bool(self.list.chosen())
        self.restore_button.setEnabled(some)
        self.delete_button.setEnabled(some)

    def _restore(self) -> None:
        self.restore_requested.emit(self.list.chosen())

    def _ask_about_selected(self) -> None:
        self.ask_to_delete(self.list.chosen())

    def _ask_about_all(self) -> None:
        self.ask_to_delete([self.model.session(row).id for row in range(self.model.rowCount())])

    def ask_to_delete(self, ids: list[str]) -> None:
        """Ask once; `delete_requested` follows where the answer is yes."""
        if not ids:
            return
        first = self.model.session(self.model.row_of(ids[0]))
        name = shown_name(first.name, first.mode)
        question = ntr("Delete “{name}” for good?", "Delete {n} sessions for good?", len(ids))
        dialog = ConfirmDialog(
            question.format(name=shorten(name, _LETTERS), n=len(ids)),
            ntr(
                "Everything written in it will be gone, and nothing can bring it back. "
                "PDF files you exported stay where they are.",
                "Everything written in them will be gone, and nothing can bring it back. "
                "PDF files you exported stay where they are.",
                len(ids),
            ),
            tr("Delete for good"),
            self,
        )
        dialog.accepted.connect(partial(self.delete_requested.emit, ids))
        dialog.open()

    def menu_of(self, session_id: str) -> QMenu:
        """What can be done with a row; with all selected rows where it is one of them."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.list.chosen()
        ids = chosen if session_id in chosen else [session_id]
        menu.addAction(tr("Restore")).triggered.connect(partial(self.restore_requested.emit, ids))
        menu.addAction(tr("Delete for good…")).triggered.connect(partial(self.ask_to_delete, ids))
        return menu

    def _open_menu(self, session_id: str, at: QPoint) -> None:
        self.menu_of(session_id).popup(at)
