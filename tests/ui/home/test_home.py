"""Home, as a person uses it: what is shown, found, renamed, moved to the trash and taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sessions import NOW, clock, light_theme, session
from workbook.model.kinds import Mode
from workbook.model.session import Session
from workbook.ui.dialogs.name import NameDialog
from workbook.ui.home.home import HomePage
from workbook.ui.home.sessions_model import Order

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


class Lead:
    """What the main window is to Home: keeps sessions, does what is asked, shows the outcome."""

    def __init__(self, page: HomePage, sessions: list[Session]) -> None:
        self.page, self.sessions = page, sessions
        self.trashed: list[Session] = []
        self.asked: list[str] = []
        page.search_changed.connect(self.search)
        page.trash_requested.connect(self.trash)
        page.restore_requested.connect(self.restore)

    def show(self) -> None:
        text = self.asked[-1] if self.asked else ""
        found = [s for s in self.sessions if text.casefold() in s.name.casefold()]
        self.page.show_sessions(found, self.trashed, None, None)

    def search(self, text: str) -> None:
        self.asked.append(text)
        self.show()

    def trash(self, ids: list[str]) -> None:
        self.trashed += [replace(s, trashed=NOW) for s in self.sessions if s.id in ids]
        self.sessions = [s for s in self.sessions if s.id not in ids]
        self.show()

    def restore(self, ids: list[str]) -> None:
        self.sessions += [replace(s, trashed=None) for s in self.trashed if s.id in ids]
        self.trashed = [s for s in self.trashed if s.id not in ids]
        self.show()


@pytest.fixture
def page(qtbot: QtBot) -> HomePage:
    made = HomePage(light_theme(), clock)
    qtbot.addWidget(made)
    made.resize(1280, 772)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def lead(page: HomePage) -> Lead:
    names = ["River Street Makers", "Night Garden Choir", "", "Open Kitchen"]
    made = Lead(page, [session(str(n), name, days_ago=n) for n, name in enumerate(names)])
    made.show()
    return made


def shown(page: HomePage) -> list[str]:
    model = page.browse.model
    return [model.session(row).id for row in range(model.rowCount())]


def visible_words(page: QWidget) -> str:
    labels = page.findChildren(QLabel) + page.findChildren(QPushButton)
    return " | ".join(label.text() for label in labels if label.isVisible())


def test_a_first_start_explains_itself_and_offers_three_ways(qtbot: QtBot, page: HomePage) -> None:
    page.show_sessions([], [], None, None)
    words = visible_words(page)
    for said in ("25 minutes, eight steps", "Stop at any time", "stays on this computer"):
        assert said in words
    assert not page.browse.isVisible()
    new, example = QSignalSpy(page.new_requested), QSignalSpy(page.example_requested)
    workshop = QSignalSpy(page.workshop_requested)
    page.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert (new.count(), example.count()) == (1, 1)
    assert [workshop.at(n) for n in range(workshop.count())] == [[""]]


def test_a_workshop_can_be_begun_from_the_list(qtbot: QtBot, page: HomePage, lead: Lead) -> None:
    wanted = QSignalSpy(page.workshop_requested)
    qtbot.mouseClick(page.browse.workshop_button, LEFT)
    assert [wanted.at(n) for n in range(wanted.count())] == [[""]]


def test_only_a_reflection_alone_can_start_a_workshop(page: HomePage) -> None:
    alone, held = session("a"), replace(session("b"), mode=Mode.WORKSHOP)
    page.show_sessions([alone, held], [], None, None)
    wanted = QSignalSpy(page.workshop_requested)
    words = "Start a workshop from this…"
    actions = {action.text(): action for action in page.browse.menu_of("a").actions()}
    actions[words].trigger()
    assert wanted.at(0) == ["a"]
    assert words not in [action.text() for action in page.browse.menu_of("b").actions()]


def test_it_lists_sessions_newest_first(page: HomePage, lead: Lead) -> None:
    assert shown(page) == ["0", "1", "2", "3"]
    assert "Everything stays on this computer." in visible_words(page)


def test_cards_say_what_the_trash_holds_and_when_was_the_last_backup(page: HomePage) -> None:
    gone = session("t", trashed=True, days_ago=3)
    page.show_sessions([session()], [gone], NOW - timedelta(days=3), None)
    assert "Trash holds 1 session. Last backup 19 Nov." in visible_words(page)
    page.show_sessions([session()], [], NOW, None)
    assert "Trash is empty. Last backup today " in visible_words(page)


def test_a_warning_stands_there_until_it_is_over(page: HomePage) -> None:
    page.show_sessions([session()], [], None, "The folder is synchronised.")
    assert "The folder is synchronised." in visible_words(page)
    page.show_sessions([session()], [], None, None)
    assert "The folder is synchronised." not in visible_words(page)


def test_a_search_waits_for_a_pause_and_shows_what_was_found(
    qtbot: QtBot, page: HomePage, lead: Lead
) -> None:
    with qtbot.waitSignal(page.search_changed):
        qtbot.keyClicks(page.browse.search, "choir")
    assert lead.asked == ["choir"]
    assert shown(page) == ["1"]


def test_enter_goes_to_what_was_found_without_waiting(
    qtbot: QtBot, page: HomePage, lead: Lead
) -> None:
    opened = QSignalSpy(page.open_requested)
    qtbot.keyClicks(page.browse.search, "choir")
    qtbot.keyClick(page.browse.search, Qt.Key.Key_Return)
    assert page.browse.list.hasFocus()
    qtbot.keyClick(page.browse.list, Qt.Key.Key_Return)
    assert opened.at(0) == ["1"]


@pytest.mark.parametrize("by_key", [True, False])
def test_no_match_says_so_and_clears(
    qtbot: QtBot, page: HomePage, lead: Lead, by_key: bool
) -> None:
    with qtbot.waitSignal(page.search_changed):
        qtbot.keyClicks(page.browse.search, "harbour")
    assert "No session has “harbour” in it." in visible_words(page)
    if by_key:
        qtbot.keyClick(page.browse.search, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(page.browse.clear_button, LEFT)
    assert lead.asked == ["harbour", ""]
    assert len(shown(page)) == 4
    assert "No session" not in visible_words(page)


def test_escape_in_the_list_clears_the_search(qtbot: QtBot, page: HomePage, lead: Lead) -> None:
    page.browse.search.setText("o")
    qtbot.keyClick(page.browse.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.browse.list, Qt.Key.Key_Escape)
    assert page.browse.search.text() == ""
    assert lead.asked == ["o", ""]


def test_find_puts_the_cursor_into_the_search(qtbot: QtBot, page: HomePage, lead: Lead) -> None:
    page.browse.list.setFocus()
    qtbot.keySequence(page.browse.list, QKeySequence(QKeySequence.StandardKey.Find))
    assert page.browse.search.hasFocus()


def test_chips_filter_and_order(page: HomePage, lead: Lead) -> None:
    groups = page.browse.group_chip.menu_of_choices().actions()
    assert [action.text() for action in groups] == [
        "All groups",
        "River Street Makers (1)",
        "Night Garden Choir (1)",
        "Untitled reflection (1)",
        "Open Kitchen (1)",
    ]
    page.browse.order_chip.chosen.emit(Order.OLDEST)
    assert shown(page) == ["3", "2", "1", "0"]
    page.browse.group_chip.chosen.emit("")
    assert shown(page) == ["2"]
    assert page.browse.group_chip.text() == "Untitled reflection"


def test_a_menu_of_very_many_groups_points_to_the_search(page: HomePage) -> None:
    page.show_sessions([session(str(n), f"Group {n}") for n in range(30)], [], None, None)
    last = page.browse.group_chip.menu_of_choices().actions()[-1]
    assert last.text() == "6 more groups: type a name in the search"


def test_a_filter_ends_with_the_last_session_of_its_group(page: HomePage, lead: Lead) -> None:
    page.browse.group_chip.chosen.emit("Open Kitchen")
    page.trash_requested.emit(["3"])
    assert shown(page) == ["0", "1", "2"]
    assert page.browse.group_chip.text() == "All groups"


def test_delete_moves_to_the_trash_and_undo_takes_it_back(
    qtbot: QtBot, page: HomePage, lead: Lead
) -> None:
    page.browse.list.go_to("1")
    page.setFocus()
    qtbot.keyClick(page.browse.list, Qt.Key.Key_Delete)
    assert shown(page) == ["0", "2", "3"]
    assert page.toast.text == "Moved “Night Garden Choir” to trash."
    assert page.browse.list.current_id() == "2"
    qtbot.keyClick(page.browse.list, Qt.Key.Key_Z, CONTROL)
    assert shown(page) == ["0", "1", "2", "3"]
    assert not page.toast.isVisible()


def test_undo_is_the_next_stop_of_the_tab_key(qtbot: QtBot, page: HomePage, lead: Lead) -> None:
    page.setFocus()
    qtbot.keyClick(page.browse.list, Qt.Key.Key_Delete)
    qtbot.keyClick(page.browse.list, Qt.Key.Key_Tab)
    assert page.toast.undo_button.hasFocus()
    qtbot.keyClick(page.toast.undo_button, Qt.Key.Key_Space)
    assert len(shown(page)) == 4


def test_the_bar_tells_only_what_has_happened(page: HomePage) -> None:
    page.show_sessions([session("a"), session("b")], [], None, None)
    page.trash_requested.emit(["a"])  # nobody does it
    page.show_sessions([session("a"), session("b")], [], None, None)
    assert not page.toast.isVisible()


def test_the_last_session_in_the_trash_can_still_be_taken_back(
    qtbot: QtBot, page: HomePage
) -> None:
    lead = Lead(page, [session("a")])
    lead.show()
    page.setFocus()
    qtbot.keyClick(page.browse.list, Qt.Key.Key_Delete)
    assert "Start a reflection" in visible_words(page)
    assert "Trash holds 1 session." in visible_words(page)
    page.undo()
    assert shown(page) == ["a"]
    assert page.browse.isVisible()


def test_the_trash_and_back(qtbot: QtBot, page: HomePage, lead: Lead) -> None:
    lead.trash(["0"])
    qtbot.mouseClick(page.browse.trash_card, LEFT)
    assert "can be restored until" in visible_words(page)
    assert page.selected() == []
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.toast.text == "“River Street Makers” is back among your sessions."
    page.show_list()
    assert len(shown(page)) == 4
    assert page.browse.list.hasFocus()


def test_f2_asks_for_a_name(qtbot: QtBot, page: HomePage, lead: Lead) -> None:
    renamed = QSignalSpy(page.rename_requested)
    page.browse.list.go_to("1")
    qtbot.keyClick(page.browse.list, Qt.Key.Key_F2)
    dialog = page.findChild(NameDialog)
    assert dialog is not None
    assert dialog.field.text() == "Night Garden Choir"
    dialog.field.setText("Choir")
    dialog.rename_button.click()
    assert renamed.at(0) == ["1", "Choir"]


def test_the_menu_of_a_row_does_what_it_says(page: HomePage, lead: Lead) -> None:
    spies = {
        "Open": QSignalSpy(page.open_requested),
        "Show summary": QSignalSpy(page.summary_requested),
        "Start a workshop from this…": QSignalSpy(page.workshop_requested),
        "Duplicate": QSignalSpy(page.duplicate_requested),
        "Export…": QSignalSpy(page.export_requested),
    }
    menu = page.browse.menu_of("2")
    actions = {action.text(): action for action in menu.actions() if action.text()}
    assert list(actions) == [
        "Open",
        "Show summary",
        "Start a workshop from this…",
        "Rename…",
        "Duplicate",
        "Export…",
        "Move to trash",
    ]
    for words, spy in spies.items():
        actions[words].trigger()
        assert [spy.at(n) for n in range(spy.count())] == [["2"]]
    actions["Move to trash"].trigger()
    assert shown(page) == ["0", "1", "3"]


def test_the_menu_moves_all_selected_rows_to_the_trash(page: HomePage, lead: Lead) -> None:
    page.browse.list.selectAll()
    page.browse.menu_of("2").actions()[-1].trigger()
    assert page.toast.text == "Moved 4 sessions to trash."
    page.undo()
    assert len(shown(page)) == 4


def test_sessions_that_go_one_by_one_are_told_together(page: HomePage) -> None:
    both = [session("a"), session("b", days_ago=1)]
    page.show_sessions(both, [], None, None)
    restored = QSignalSpy(page.restore_requested)
    page.trash_requested.emit(["a", "b"])
    gone = [replace(one, trashed=NOW) for one in both]
    page.show_sessions(both[1:], gone[:1], None, None)
    page.show_sessions([], gone, None, None)
    assert page.toast.text == "Moved 2 sessions to trash."
    page.undo()
    assert restored.at(0) == [["a", "b"]]


def test_tab_goes_through_everything_from_top_to_bottom(
    qtbot: QtBot, page: HomePage, lead: Lead
) -> None:
    browse = page.browse
    browse.new_button.setFocus()
    stops = [
        browse.workshop_button,
        browse.search,
        browse.group_chip,
        browse.order_chip,
        browse.list,
    ]
    for stop in [*stops, browse.trash_card, browse.example_card]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is stop


def test_everything_that_takes_the_focus_has_a_name(page: HomePage, lead: Lead) -> None:
    lead.trash(["0"])
    page.show_trash()
    page.show_list()
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and widget.focusProxy() is None
    ]
    assert nameless == []


def cut_off(page: HomePage) -> list[str]:
    """What is visible but not wholly on the page, or lower or narrower than its words."""
    return [
        part.text()
        for part in page.browse.findChildren(QLabel) + page.browse.findChildren(QPushButton)
        if part.isVisible()
        and (
            not page.rect().contains(part.mapTo(page, QPoint(part.width(), part.height())))
            or part.height() < max(part.heightForWidth(part.width()), part.fontMetrics().height())
        )
    ]


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", [(1280, 772), (1024, 612)])
def test_nothing_is_cut_off(
    qtbot: QtBot, page: HomePage, lead: Lead, scale: float, size: tuple[int, int]
) -> None:
    light_theme(scale)
    page.resize(*size)
    qtbot.waitUntil(lambda: cut_off(page) == [])
    light_theme()


def test_what_is_not_looked_at_is_not_built(page: HomePage, lead: Lead) -> None:
    assert page._welcome is None
    assert page._trash is None
