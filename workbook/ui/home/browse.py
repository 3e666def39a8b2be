"""The sessions there are: search, filter and order above the list, two cards below it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QWidget

from workbook.catalogue import ntr, tr
from workbook.catalogue.dates import short_date, time_of_day
from workbook.catalogue.sessions import shown_name
from workbook.catalogue.words import shorten
from workbook.model.kinds import Mode
from workbook.model.session import Session
from workbook.ui.home.session_list import SessionList
from workbook.ui.home.sessions_model import Order, SessionsModel
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, frame, label, row
from workbook.ui.widgets.card_button import CardButton
from workbook.ui.widgets.choice_chip import ChoiceChip
from workbook.ui.widgets.scrolled import LowPage

PAUSE = 120  # milliseconds without a key until a search is asked for
_GROUPS = 24  # in the menu; the search finds any other
_LETTERS = 44  # of a name in the menu


def order_words(order: Order) -> str:
    """An order as a choice."""
    return {
        Order.NEWEST: tr("Newest first"),
        Order.OLDEST: tr("Oldest first"),
        Order.NAME: tr("By name"),
        Order.PROGRESS: tr("By progress"),
    }[order]


def trash_words(trashed: int, last_backup: datetime | None, now: datetime) -> str:
    """What the trash holds, and when everything was last copied."""
    held = tr("Trash is empty.")
    if trashed:
        held = ntr("Trash holds {n} session.", "Trash holds {n} sessions.", trashed)
        held = held.format(n=trashed)
    if last_backup is None:
        return held
    day, today = last_backup.astimezone().date(), now.astimezone().date()
    if day == today:
        backup = tr("Last backup today {time}.").format(time=time_of_day(last_backup))
    else:
        backup = tr("Last backup {date}.").format(date=short_date(day, today))
    return f"{held} {backup}"


class SearchField(QLineEdit):
    """A field that Escape empties and that Down leaves for the list."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties, Down and Enter go to what was found."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class BrowsePage(LowPage):
    """Shows sessions and what can be done with them; asks nobody and changes nothing itself."""

    open_requested = Signal(str)
    new_requested = Signal()
    print_requested = Signal()
    workshop_requested = Signal(str)  # the reflection that comes along, "" for none
    example_requested = Signal()
    trash_view_requested = Signal()
    rename_requested = Signal(str)
    duplicate_requested = Signal(str)
    trash_requested = Signal(list)
    export_requested = Signal(str)
    summary_requested = Signal(str)
    search_changed = Signal(str)
    undo_requested = Signal()

    def __init__(self, theme: Theme, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._theme, self._clock = theme, clock
        self.model = SessionsModel(clock, self)
        self.asked = ""  # the search that was last asked for
        self._wanted = ""  # the session to select as soon as it is shown
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        self._nothing: QWidget | None = None
        self._warning: QFrame | None = None
        self._layout = column(self, gap=0)
        self._layout.addLayout(self._head())
        self._layout.addSpacing(24)
        self._layout.addLayout(self._tools())
        self._layout.addSpacing(12)
        self.list = self._make_list()
        self._layout.addWidget(self.list)
        self._layout.addSpacing(18)
        self._layout.addLayout(self._cards())
        self._layout.addStretch(1)
        self._tell_choices()
        self.setFocusProxy(self.list)

    def _head(self) -> QHBoxLayout:
        words = column(gap=0)
        words.addWidget(label(tr("Your sessions"), "title", wrap=False))
        words.addWidget(label(tr("Everything stays on this computer."), "framing", wrap=False))
        self.print_button = button(tr("Print handouts…"))
        self.print_button.clicked.connect(self.print_requested)
        self.new_button = button(tr("New reflection"))
        self.new_button.clicked.connect(self.new_requested)
        self.workshop_button = button(tr("New workshop"), "primary")
        self.workshop_button.clicked.connect(partial(self.workshop_requested.emit, ""))
        head = row(gap=12)
        head.addLayout(words)
        head.addStretch(1)
        head.addWidget(self.print_button)
        head.addWidget(self.new_button)
        head.addWidget(self.workshop_button)
        return head

    def _tools(self) -> QHBoxLayout:
        self.search = SearchField()
        self.search.setProperty("kind", "search")
        self.search.setPlaceholderText(tr("Search groups, words, people…"))
        self.search.setAccessibleName(tr("Search in names and in everything written"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._typed)
        self.search.left_downwards.connect(self._go_to_list)
        self.group_chip = ChoiceChip(tr("Group"), self._theme, self._groups, self._more_groups)
        self.group_chip.chosen.connect(self._choose_group)
        self.order_chip = ChoiceChip(tr("Order"), self._theme, self._orders)
        self.order_chip.chosen.connect(self._choose_order)
        tools = row(gap=12)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.group_chip)
        tools.addWidget(self.order_chip)
        return tools

    def _make_list(self) -> SessionList:
        made = SessionList(self.model, self._theme)
        made.setAccessibleName(tr("Your sessions"))
        made.setAccessibleDescription(
            tr("Enter opens, F2 renames, Delete moves to trash, the menu key shows more.")
        )
        made.opened.connect(self.open_requested)
        made.menu_wanted.connect(self._open_menu)
        made.rename_wanted.connect(self.rename_requested)
        made.removal_wanted.connect(self.trash_requested)
        made.undo_wanted.connect(self.undo_requested)
        made.escaped.connect(self.clear_search)
        return made

    def _cards(self) -> QHBoxLayout:
        self.trash_card = CardButton(tr("Trash"))
        self.trash_card.clicked.connect(self.trash_view_requested)
        self.example_card = CardButton(
            tr("Open the example"),
            tr("A finished reflection of an invented group, to look around in."),
        )
        self.example_card.clicked.connect(self.example_requested)
        cards = row(gap=16)
        cards.addWidget(self.trash_card, 1)
        cards.addWidget(self.example_card, 1)
        return cards

    # What is shown

    def show_sessions(
        self,
        sessions: Sequence[Session],
        trashed: int,
        last_backup: datetime | None,
        warning: str | None,
    ) -> None:
        """Show the sessions that answer the search last asked for, and how full the trash is."""
        current, at = self.list.current_id(), self.list.currentIndex().row()
        had_rows = self.model.rowCount() > 0
        group = self.model.group
        self.model.show(sessions, group=group)
        if not self.asked and group is not None and not self.model.rowCount():
            self.model.show(group=None)  # renamed or removed: its filter would hide all the rest
        self._tell_choices()
        self.trash_card.say(trash_words(trashed, last_backup, self._clock()))
        self._warn(warning)
        self._show_rows(current, at if had_rows else 0)

    def _show_rows(self, current: str, at: int) -> None:
        rows = self.model.rowCount()
        held_focus = self.list.hasFocus()
        self.list.setVisible(rows > 0)
        if rows and not self.list.current_id():
            self.list.go_to(current, at)
        if self._wanted and self.model.row_of(self._wanted) >= 0:
            self.list.go_to(self._wanted, select=True)
            self._wanted = ""
        if not rows:
            self._show_nothing()
            if held_focus:
                self.search.setFocus()
        elif self._nothing is not None:
            self._nothing.hide()

    def point_to(self, session_id: str) -> None:
        """Select a session and put the keyboard on it, now or when it is shown; a search, a group
        or an order chosen before that ends the waiting.
        """
        if self.model.row_of(session_id) >= 0:
            self.list.go_to(session_id, select=True)
        self._wanted = session_id  # also where it stands already: the next list may be another

    def _show_nothing(self) -> None:
        if self._nothing is None:
            self._nothing = frame("card")
            inside = column(self._nothing, margins=(24, 32, 24, 32), gap=4)
            self._found_nothing = label("", "heading")
            hint = label(
                tr("The search looks at names and at everything written. Try fewer letters."),
                "soft",
            )
            self.clear_button = button(tr("Clear search"))
            self.clear_button.clicked.connect(self.clear_search)
            for part in (self._found_nothing, hint):
                part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                inside.addWidget(part)
            inside.addSpacing(12)
            inside.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._layout.insertWidget(self._layout.indexOf(self.list), self._nothing)
            QWidget.setTabOrder(self.order_chip, self.clear_button)
        group, text = self.model.group, self.asked
        words = tr("No session has “{text}” in it.").format(text=text)
        if group is not None:
            words = tr("No session of {group} has “{text}” in it.").format(
                group=shown_name(group), text=text
            )
        self._found_nothing.setText(words)
        self._nothing.show()

    def _warn(self, warning: str | None) -> None:
        if self._warning is None:
            if not warning:
                return
            self._warning = frame("warning")
            self._warning_label = label("", "warning-words")
            row(self._warning, margins=(16, 10, 16, 10)).addWidget(self._warning_label)
            self._layout.insertWidget(1, self._warning)
            self._layout.insertSpacing(1, 16)
        self._warning_label.setText(warning or "")
        self._warning.setVisible(bool(warning))

    # Search, filter, order

    def _typed(self) -> None:
        if self.search.text().strip():
            self._pause.start()
        else:
            self._ask()  # an emptied search need not wait

    def _ask(self) -> None:
        self._pause.stop()
        text = self.search.text().strip()
        if text != self.asked:
            self.asked = text
            self._wanted = ""
            self.search_changed.emit(text)

    def clear_search(self) -> None:
        """Show everything again."""
        self.search.clear()
        if not self.model.rowCount() and self.model.group is not None:
            self._choose_group(None)
        if self._nothing is not None and self._nothing.isVisible():
            self.search.setFocus()

    def _go_to_list(self) -> None:
        if self._pause.isActive():
            self._ask()
        if self.model.rowCount():
            if not self.list.current_id():
                self.list.go_to("")
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _groups(self) -> list[tuple[object, str]]:
        found = self.model.groups()[:_GROUPS]
        return [
            (None, tr("All groups")),
            *((g.name, f"{shorten(shown_name(g.name), _LETTERS)} ({g.count})") for g in found),
        ]

    def _more_groups(self) -> str:
        more = len(self.model.groups()) - _GROUPS
        if more <= 0:
            return ""
        return ntr(
            "{n} more group: type its name in the search",
            "{n} more groups: type a name in the search",
            more,
        ).format(n=more)

    def _orders(self) -> list[tuple[object, str]]:
        return [(order, order_words(order)) for order in Order]

    def _choose_group(self, group: str | None) -> None:
        self._rearrange(group, self.model.order)

    def _choose_order(self, order: Order) -> None:
        self._rearrange(self.model.group, order)

    def _rearrange(self, group: str | None, order: Order) -> None:
        self._wanted = ""
        self.model.show(group=group, order=order)
        self._tell_choices()
        self._show_rows("", 0)
        self.list.scrollToTop()

    def _tell_choices(self) -> None:
        group = self.model.group
        self.group_chip.show_choice(group, tr("All groups") if group is None else shown_name(group))
        self.order_chip.show_choice(self.model.order, order_words(self.model.order))

    # The menu of a row

    def menu_of(self, session_id: str) -> QMenu:
        """What can be done with a session; "Move to trash" takes all selected rows with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.list.chosen()
        going = chosen if session_id in chosen else [session_id]
        workshop = (tr("Start a workshop from this…"), "", self.workshop_requested, session_id)
        alone = self.model.session(self.model.row_of(session_id)).mode is Mode.SOLO
        for words, keys, told, value in (
            (tr("Open"), "Enter", self.open_requested, session_id),
            (tr("Show summary"), "", self.summary_requested, session_id),
            *([workshop] if alone else []),
            (tr("Rename…"), "F2", self.rename_requested, session_id),
            (tr("Duplicate"), "", self.duplicate_requested, session_id),
            (tr("Export…"), "", self.export_requested, session_id),
            (tr("Move to trash"), "Delete", self.trash_requested, going),
        ):
            if told is self.trash_requested:
                menu.addSeparator()
            action = menu.addAction(words)
            # Only shown: the list itself listens to these keys.
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(partial(told.emit, value))
        return menu

    def _open_menu(self, session_id: str, at: QPoint) -> None:
        self.menu_of(session_id).popup(at)
