"""Answers from a file: columns are confirmed, what cannot be read is listed, all is one undo."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.seeing import clipped, overlapping, words
from tests.ui.workshop.voting.collecting import Open, opened
from workbook.model.workshop import Ballot, Spot
from workbook.operations.importing import Sheet, read_sheet
from workbook.ui.settings import Settings
from workbook.ui.theme import Appearance, Theme
from workbook.ui.workshop.dialogs import import_ballots as module
from workbook.ui.workshop.dialogs.import_ballots import ImportDialog

LEFT = Qt.MouseButton.LeftButton
SAY, DO = Spot("purpose.inside_scale", "say"), Spot("purpose.inside_scale", "do")
OUT = Spot("purpose.outside_scale", "do")
HEAD = 'Timestamp,Email Address,"For each other [say]","For each other [do]",Code,Comments'
ROWS = (
    "2026/11/22 7:03:11 PM,ines@example.org,8,7,K7QP,fine",
    "2026/11/22 7:03:40 PM,marek@example.org,pass,eleven,M2XY,",
    "2026/11/22 7:04:02 PM,tome@example.org,,,,",
)


class Import:
    """The dialog over a room, used as a facilitator does."""

    def __init__(self, qtbot: QtBot, theme: Theme, world: Open, folder: Path) -> None:
        self.qtbot, self.world = qtbot, world
        self.settings = Settings(folder)
        self.dialog = ImportDialog(theme, world.running, self.settings, world.window)
        self.gone: list[bool] = []
        self.dialog.destroyed.connect(lambda: self.gone.append(True))
        self.dialog.open()
        self.dialog.activateWindow()
        qtbot.waitUntil(self.dialog.isActiveWindow)

    def is_gone(self) -> bool:
        return bool(self.gone)

    def read(self, path: Path) -> None:
        """Read a file and wait until it is counted."""
        self.dialog.read(path)
        self.counted()

    def counted(self) -> None:
        self.qtbot.waitUntil(lambda: self.dialog.imported is not None)

    def choose(self, column: int, words_: str) -> None:
        """Choose what a column is for, by keys."""
        assert self.dialog.preview is not None
        preview = self.dialog.preview
        preview.scrollTo(preview.model().index(0, column))
        box = preview.boxes[column]
        box.setFocus()
        place = box.findText(words_)
        assert place >= 0, [box.itemText(at) for at in range(box.count())]
        self.qtbot.keyClick(box, Qt.Key.Key_Home)
        for _ in range(place):
            self.qtbot.keyClick(box, Qt.Key.Key_Down)
        self.counted()

    def chosen(self) -> list[str]:
        assert self.dialog.preview is not None
        return [box.currentText() for _, box in sorted(self.dialog.preview.boxes.items())]

    def listed(self) -> str:
        return self.dialog.left_out.toPlainText()

    def said(self) -> str:
        QApplication.processEvents()
        return words(self.dialog)

    def take(self) -> None:
        self.qtbot.mouseClick(self.dialog.take_button, LEFT)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "answers.csv"
    path.write_text("\n".join([HEAD, *ROWS]), "utf-8")
    return path


@pytest.fixture
def world(own_library: Path) -> Iterator[Open]:
    with opened(own_library, "purpose", slips=True) as made:
        yield made


@pytest.fixture
def importing(qtbot: QtBot, theme: Theme, world: Open, tmp_path: Path) -> Iterator[Import]:
    made = Import(qtbot, theme, world, tmp_path)
    yield made
    if not made.gone:
        made.dialog.done(0)
        QApplication.processEvents()


@pytest.fixture
def picks(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], list[str]]:
    """Let the system's dialog give a file; the folders in which it opened."""

    def pick(path: Path | None) -> list[str]:
        folders: list[str] = []

        def ask(_parent: object, _title: str, folder: str, _filter: str) -> tuple[str, str]:
            folders.append(folder)
            return (str(path) if path else "", "")

        monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
        return folders

    return pick


def test_a_form_becomes_ballots_once_it_is_confirmed(importing: Import, form: Path) -> None:
    importing.read(form)
    assert importing.chosen() == [
        "For each other · say",
        "For each other · do",
        "Not used",
    ]
    assert "2 ballots come of this file. 1 row holds no answer." in importing.said()
    assert not importing.world.ballots()  # nothing before it is said so
    assert importing.dialog.take_button.text() == "Take in 2 ballots"
    importing.take()
    assert importing.world.ballots() == Counter(
        {Ballot.of({SAY: "8", DO: "7"}): 1, Ballot.of({SAY: "pass"}): 1}
    )
    assert "2 ballots taken in" in importing.said()
    assert "“Undo the last” takes all of them back" in importing.said()
    assert importing.world.running.ballots.take_back()
    assert not importing.world.ballots()


def test_what_tells_who_answered_is_never_shown_nor_taken(importing: Import, form: Path) -> None:
    importing.read(form)
    preview = importing.dialog.preview
    assert preview is not None
    model = preview.model()
    shown = [
        str(model.index(row, at).data())
        for row in range(model.rowCount())
        for at in range(model.columnCount())
    ]
    assert "example.org" not in " ".join(shown)
    assert "2026" not in " ".join(shown)
    assert 0 not in preview.boxes
    assert 1 not in preview.boxes
    assert [model.index(row, 1).data() for row in (0, 1)] == [
        "Never taken",
        "Tells who answered, by an address. It is not read.",
    ]


def test_what_cannot_be_read_is_listed_and_copied(importing: Import, form: Path) -> None:
    importing.read(form)
    listed = importing.listed().split("\n")
    first = "Row 3, “For each other [do]”, “eleven”: Expected a whole number from 0 to 10."
    assert listed[0] == first
    assert "Column “Comments”: No question is chosen for this column." in listed
    assert any(line.startswith("Column “Timestamp”: Tells when") for line in listed)
    importing.qtbot.mouseClick(importing.dialog.copy_button, LEFT)
    assert QApplication.clipboard().text() == importing.listed()


def test_below_an_answer_with_line_breaks_row_and_line_are_told(
    importing: Import, form: Path
) -> None:
    head, first, *others = form.read_text(encoding="utf-8").splitlines()
    several = f'{first},"one\ntwo\nthree"'
    form.write_text("\n".join([f"{head},Wishes", several, *others]), encoding="utf-8")
    importing.read(form)
    said = "Row 3 (line 5 of the file), “For each other [do]”, “eleven”: Expected a whole number"
    assert importing.listed().startswith(said)


def test_another_choice_counts_anew(importing: Import, form: Path) -> None:
    importing.read(form)
    importing.choose(3, "Not used")
    assert "eleven" not in importing.listed()
    importing.choose(3, "For the outside · do")
    assert "eleven" in importing.listed()
    importing.choose(2, "Not used")
    assert importing.dialog.take_button.text() == "Take in 1 ballot"
    importing.take()
    assert importing.world.ballots() == Counter({Ballot.of({OUT: "7"}): 1})


def test_without_any_answer_nothing_can_be_taken(importing: Import, form: Path) -> None:
    importing.read(form)
    importing.choose(2, "Not used")
    importing.choose(3, "Not used")
    assert not importing.dialog.take_button.isEnabled()
    importing.take()
    assert not importing.world.ballots()


def test_one_column_holds_the_slips(importing: Import, form: Path) -> None:
    importing.read(form)
    importing.choose(5, "Slip code")
    importing.choose(4, "Slip code")
    assert importing.chosen()[2:] == ["Slip code", "Not used"]
    importing.take()
    assert {ballot.slip for ballot in importing.world.ballots()} == {"K7QP", "M2XY"}


def test_where_nobody_draws_slips_none_are_read(
    qtbot: QtBot, theme: Theme, own_library: Path, form: Path
) -> None:
    with opened(own_library, "purpose") as world:
        made = Import(qtbot, theme, world, form.parent)
        made.read(form)
        assert made.dialog.preview is not None
        assert all(box.findText("Slip code") < 0 for box in made.dialog.preview.boxes.values())
        made.dialog.done(0)


def test_a_double_click_takes_them_in_once(importing: Import, form: Path) -> None:
    importing.read(form)
    importing.take()
    importing.dialog.take_button.click()
    assert importing.world.ballots().total() == 2


def test_the_folder_is_remembered(
    importing: Import, form: Path, picks: Callable[[Path | None], list[str]]
) -> None:
    picks(form)
    importing.qtbot.mouseClick(importing.dialog.choose_button, LEFT)
    importing.counted()
    folders = picks(None)
    importing.qtbot.mouseClick(importing.dialog.other_button, LEFT)
    assert folders == [str(form.parent)]
    assert importing.dialog.imported is not None  # choosing none changes nothing


def test_a_file_that_is_none_is_said_and_another_can_be_chosen(
    importing: Import, form: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "slides.pdf"
    wrong.write_bytes(b"%PDF-1.7")
    importing.dialog.read(wrong)
    importing.qtbot.waitUntil(lambda: importing.dialog.problem.isVisible())
    assert "This is a PDF" in importing.said()
    importing.read(form)
    assert importing.dialog.take_button.isVisible()


def test_a_round_that_is_closed_meanwhile_takes_nothing(importing: Import, form: Path) -> None:
    importing.read(form)
    importing.world.close_round()
    assert "This round is closed" in importing.said()
    assert not importing.dialog.take_button.isVisible()
    importing.dialog.take_button.click()
    assert not importing.world.ballots()


def test_the_window_goes_on_while_a_file_is_read_and_reading_can_be_stopped(
    importing: Import, form: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, begun = threading.Event(), threading.Event()

    def slow(path: Path) -> Sheet:
        begun.set()
        go.wait()
        return read_sheet(path)

    monkeypatch.setattr(module, "read_sheet", slow)
    importing.dialog.read(form)
    assert begun.wait(5)
    assert "Reading the file…" in importing.said()  # while the other thread still reads
    importing.qtbot.mouseClick(importing.dialog.progress.stop, LEFT)
    assert "Answers from a file" in importing.said()
    go.set()
    monkeypatch.setattr(module, "read_sheet", read_sheet)
    importing.read(form)  # what was stopped never comes
    assert importing.dialog.take_button.text() == "Take in 2 ballots"


def test_closing_does_not_wait_for_the_reading(
    importing: Import, form: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    monkeypatch.setattr(module, "read_sheet", lambda _: go.wait())
    importing.dialog.read(form)
    importing.qtbot.keyClick(importing.dialog, Qt.Key.Key_Escape)
    importing.qtbot.waitUntil(importing.is_gone)
    go.set()


def test_a_long_file_is_shown_without_holding_the_window_up(
    importing: Import, tmp_path: Path
) -> None:
    path = tmp_path / "long.csv"
    row = ROWS[1].replace("eleven", "twelve and a half")
    path.write_text("\n".join([HEAD, *[row] * 5000]), "utf-8")
    beats: list[None] = []
    timer = QTimer()
    timer.setInterval(1)
    timer.timeout.connect(lambda: beats.append(None))
    timer.start()
    importing.read(path)
    timer.stop()
    assert importing.dialog.take_button.text() == "Take in 5000 ballots"
    assert "… and 4500 cells more" in importing.listed()
    # The window drew, counted and listed meanwhile; held up, it would hardly have had a beat.
    assert len(beats) > 10


def test_a_thousand_columns_make_only_the_boxes_that_are_seen(
    importing: Import, tmp_path: Path
) -> None:
    path = tmp_path / "wide.csv"
    heads = [f"Question {n}" for n in range(999)]
    path.write_text("\n".join([",".join(heads), ",".join(["1"] * 999)]), "utf-8")
    importing.read(path)
    preview = importing.dialog.preview
    assert preview is not None
    few = len(preview.boxes)
    assert few < 12
    box = preview.boxes[max(preview.boxes)]
    box.setFocus()  # as Tab does
    QApplication.processEvents()
    assert len(preview.boxes) > few
    preview.horizontalScrollBar().setValue(preview.horizontalScrollBar().maximum())
    assert 998 in preview.boxes


@pytest.mark.parametrize(
    ("size", "scale"), [((1280, 800), 1.0), ((1024, 640), 1.0), ((1024, 640), 1.5)]
)
def test_every_face_fits(
    qtbot: QtBot,
    theme: Theme,
    own_library: Path,
    form: Path,
    size: tuple[int, int],
    scale: float,
) -> None:
    theme.choose(appearance=Appearance.DARK, scale=scale)
    with opened(own_library, "purpose", slips=True) as world:
        world.window.resize(*size)
        made = Import(qtbot, theme, world, form.parent)

        def fits() -> None:
            QApplication.processEvents()
            assert not clipped(made.dialog)
            assert not [each for each in overlapping(made.dialog) if "QLabel" in each]
            assert made.dialog.width() <= size[0]
            assert made.dialog.height() <= size[1]

        fits()
        made.read(form)
        fits()
        made.take()
        fits()
        made.dialog.done(0)
