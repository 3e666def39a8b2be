"""The model of the sessions: words, order, filter, and what a view is told."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication

from tests.ui.sessions import NOW, clock, session
from workbook.model.kinds import Mode
from workbook.model.session import Outcome
from workbook.ui.home.sessions_model import Order, Role, SessionsModel, ordered, row_of


@pytest.fixture
def model(qapp: QApplication) -> Iterator[SessionsModel]:
    made = SessionsModel(clock)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    yield made
    tester.deleteLater()
    made.deleteLater()


def shown(model: SessionsModel) -> list[str]:
    return [model.index(row).data(Role.ID) for row in range(model.rowCount())]


def test_a_row_says_all_of_a_session() -> None:
    drift = Outcome("drift", say="outside", do="inside")
    row = row_of(session(outcome=drift, days_ago=19), NOW)
    assert row.name == "River Street Makers"
    assert row.kind == "Solo reflection"
    assert row.outcome == "Says outside, does inside"
    assert (row.progress, row.done) == ("5 of 8", 0.625)
    assert row.date == "3 Nov"
    assert row.spoken == (
        "River Street Makers. Solo reflection. Says outside, does inside. 5 of 8. "
        "Last changed: 3 Nov."
    )


@pytest.mark.parametrize(
    ("done", "outcome", "progress"),
    [(0, "Not started yet", "0 of 8"), (3, "In progress", "3 of 8"), (8, "", "Complete")],
)
def test_a_session_without_an_outcome_says_how_far_it_is(
    done: int, outcome: str, progress: str
) -> None:
    row = row_of(session(done=done), NOW)
    assert (row.outcome, row.progress) == (outcome, progress)


def test_a_session_without_a_name_has_one_all_the_same() -> None:
    row = row_of(session(name="  \n "), NOW)
    assert row.untitled
    assert row.name == "Untitled reflection"


def test_a_name_is_one_line() -> None:
    assert row_of(session(name=" River\nStreet\t Makers "), NOW).name == "River Street Makers"


def test_in_the_trash_the_date_is_that_of_the_removal() -> None:
    row = row_of(session(days_ago=3, trashed=True), NOW)
    assert row.date == "19 Nov"
    assert row.spoken.endswith("Moved to trash: 19 Nov.")


def test_order() -> None:
    sessions = [
        session("b", "beta", done=8, days_ago=2),
        session("n", "", done=1, days_ago=0),
        session("a", "Alpha", done=3, days_ago=1),
    ]
    found = {order: "".join(s.id for s in ordered(sessions, order)) for order in Order}
    assert found == {
        Order.NEWEST: "nab",
        Order.OLDEST: "ban",
        Order.NAME: "abn",  # what has no name stands last
        Order.PROGRESS: "ban",
    }


@given(st.lists(st.tuples(st.text(max_size=5), st.integers(0, 9)), max_size=12))
def test_no_order_loses_a_session(drawn: list[tuple[str, int]]) -> None:
    sessions = [
        session(str(at), name, done=number, days_ago=number)
        for at, (name, number) in enumerate(drawn)
    ]
    for order in Order:
        assert sorted(s.id for s in ordered(sessions, order)) == sorted(s.id for s in sessions)


def test_one_group_or_all(model: SessionsModel) -> None:
    model.show([session("a"), session("b", "Choir", days_ago=1), session("c", days_ago=2)])
    assert [(group.name, group.count) for group in model.groups()] == [
        ("River Street Makers", 2),
        ("Choir", 1),
    ]
    model.show(group="River Street Makers")
    assert shown(model) == ["a", "c"]
    model.show(group="Choir", order=Order.NAME)
    assert shown(model) == ["b"]
    model.show(order=Order.NEWEST)
    assert shown(model) == ["a", "b", "c"]


def test_rows_that_stay_are_refreshed_in_place(model: SessionsModel) -> None:
    model.show([session("a", done=1), session("b", days_ago=1)])
    assert model.index(0).data(Role.ROW).progress == "1 of 8"
    reset, changed = QSignalSpy(model.modelReset), QSignalSpy(model.dataChanged)
    model.show([session("a", done=2), session("b", days_ago=1)])
    assert (reset.count(), changed.count()) == (0, 1)
    assert model.index(0).data(Role.ROW).progress == "2 of 8"
    model.show([session("b", days_ago=1)])
    assert reset.count() == 1


def test_a_view_asks_and_gets_the_name_and_everything_to_be_read_out(
    model: SessionsModel,
) -> None:
    model.show([session()])
    index = model.index(0)
    assert index.data() == "River Street Makers"
    assert "5 of 8" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable


def test_a_row_is_found_by_its_session(model: SessionsModel) -> None:
    model.show([session("a"), session("b", days_ago=1)])
    assert (model.row_of("b"), model.row_of("gone")) == (1, -1)
    assert model.session(1).id == "b"


@pytest.mark.parametrize(
    ("people", "kind"),
    [(0, "Workshop"), (1, "Workshop · 1 person"), (14, "Workshop · 14 people")],
)
def test_a_workshop_says_how_many_it_is_for(people: int, kind: str) -> None:
    held = replace(session(name=" "), mode=Mode.WORKSHOP, people=people)
    row = row_of(held, NOW)
    assert (row.name, row.untitled, row.kind) == ("Untitled workshop", True, kind)
