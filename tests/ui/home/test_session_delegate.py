"""The rows of the list: where their parts stand, and that only those in view are worded."""

from dataclasses import fields
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.sessions import clock, light_theme, session
from workbook.ui.home.session_delegate import Cells, SessionDelegate, cells
from workbook.ui.home.session_list import SessionList
from workbook.ui.home.sessions_model import SessionsModel

LONG = "The International Association of People who Meet on Thursdays to Repair Things"


def parts(found: Cells) -> dict[str, QRect]:
    return {f.name: getattr(found, f.name) for f in fields(found) if f.name != "wide"}


@given(
    width=st.integers(460, 2600),
    scale=st.sampled_from([1.0, 1.25, 1.5, 2.0]),
    direction=st.sampled_from([Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]),
)
def test_parts_stay_in_the_row_and_apart(
    qapp: object, width: int, scale: float, direction: Qt.LayoutDirection
) -> None:
    theme = light_theme(scale)
    if width < 460 * scale:
        return
    found = cells(QRect(0, 0, width, 1000), theme, direction)
    row = QRect(0, 0, width, theme.px(73 if found.wide else 96) + 1)
    found = cells(row, theme, direction)
    for name, rect in parts(found).items():
        assert row.contains(rect), name
        assert rect.width() >= theme.px(36), name
    for (one, first), (other, second) in combinations(parts(found).items(), 2):
        assert not first.intersects(second) or {one, other} == {"name", "kind"}, (one, other)


def test_a_narrow_row_puts_the_outcome_under_the_name(qtbot: QtBot) -> None:
    theme = light_theme()
    wide = cells(QRect(0, 0, 1152, 74), theme, Qt.LayoutDirection.LeftToRight)
    narrow = cells(QRect(0, 0, 700, 97), theme, Qt.LayoutDirection.LeftToRight)
    assert wide.outcome.left() > wide.name.right()
    assert narrow.outcome.left() == narrow.name.left()
    assert narrow.outcome.top() > narrow.kind.top()


def made_list(qtbot: QtBot, count: int, width: int = 1152) -> SessionList:
    model = SessionsModel(clock)
    view = SessionList(model, light_theme())
    model.setParent(view)
    model.show(
        [session(f"s{n}", LONG if n == 1 else f"Group {n}", days_ago=n) for n in range(count)]
    )
    qtbot.addWidget(view)
    view.resize(width, 500)
    view.show()
    return view


def test_only_rows_in_view_are_worded(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    worded: list[int] = []
    monkeypatch.setattr(
        SessionsModel,
        "_row",
        lambda self, at, real=SessionsModel._row: worded.append(at) or real(self, at),
    )
    view = made_list(qtbot, 10_000)
    view.grab()
    assert worded
    assert max(worded) < 12


@pytest.mark.parametrize("width", [1152, 700])
def test_rows_are_as_high_as_their_lines_need(qtbot: QtBot, width: int) -> None:
    view = made_list(qtbot, 3, width)
    view.grab()
    assert view.sizeHintForRow(0) == (74 if width == 1152 else 97)
    assert view.visualRect(view.model().index(1, 0)).top() == view.sizeHintForRow(0)


def help_on(view: SessionList, row: int) -> str:
    delegate = view.itemDelegate()
    assert isinstance(delegate, SessionDelegate)
    index = view.model().index(row, 0)
    option = QStyleOptionViewItem()
    option.rect = view.visualRect(index)
    event = QHelpEvent(QEvent.Type.ToolTip, option.rect.center(), QPoint(10, 10))
    delegate.helpEvent(event, view, option, index)
    text = QToolTip.text()
    QToolTip.hideText()
    return text


def test_a_shortened_name_is_told_in_full_and_others_are_not(qtbot: QtBot) -> None:
    view = made_list(qtbot, 3)
    view.grab()
    assert help_on(view, 0) == ""
    assert help_on(view, 1) == LONG


def test_hovered_and_selected_rows_look_different(qtbot: QtBot) -> None:
    view = made_list(qtbot, 3)
    calm = view.grab().toImage()
    view.go_to("s1", select=True)
    chosen = view.grab().toImage()
    place = view.visualRect(view.model().index(1, 0)).center() + QPoint(0, 20)
    assert isinstance(calm, QImage)
    assert calm.pixelColor(place) != chosen.pixelColor(place)
