"""Pages are turned and made larger with keys, buttons and the wheel, and drawn sharply."""

from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.print_room.conftest import PATIENCE
from workbook.documents.wanted import Wanted
from workbook.operations import built_in_example
from workbook.operations.print_room import Handout, make
from workbook.readings.findings import Findings
from workbook.ui.print_room import drawer
from workbook.ui.print_room.panel import PreviewPanel
from workbook.ui.print_room.pdf_file import PdfFile
from workbook.ui.print_room.view import STEPS, Fit
from workbook.ui.theme import Theme

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def summary_of(name: str, path: Path) -> None:
    opened = built_in_example(name)
    make(Handout.SUMMARY, Wanted(opened.guide, Findings(opened)), path)


@pytest.fixture(scope="module")
def summary(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("summary") / "a.pdf"
    summary_of("workshop", path)
    return path.read_bytes()


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, summary: bytes, tmp_path: Path) -> Iterator[PreviewPanel]:
    window = QWidget()
    qtbot.addWidget(window)
    made = PreviewPanel(theme, window)
    window.resize(700, 560)
    made.resize(700, 560)
    window.show()
    path = tmp_path / "shown.pdf"
    path.write_bytes(summary)
    with qtbot.waitSignal(made.drawer.opened, timeout=PATIENCE):
        made.drawer.show(path)
    sharp(qtbot, made)
    yield made
    made.drawer.close()


def sharp(qtbot: QtBot, panel: PreviewPanel) -> None:
    qtbot.waitUntil(lambda: panel.view.sharp, timeout=PATIENCE)


def said(panel: PreviewPanel) -> str:
    assert panel.view.accessibleName() == panel.page_label.text()
    return panel.page_label.text()


def wheel(panel: PreviewPanel, turn: int, modifiers: Qt.KeyboardModifier) -> None:
    middle = QPointF(panel.view.viewport().rect().center())
    QApplication.sendEvent(
        panel.view.viewport(),
        QWheelEvent(
            middle,
            QPointF(panel.view.viewport().mapToGlobal(middle.toPoint())),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


NOTHING, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def test_files_that_were_just_opened_are_closed_with_the_rest(
    qtbot: QtBot, summary: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: Queue[PdfFile] = Queue()

    def opening(path: Path) -> PdfFile:
        opened.put(file := PdfFile(path))
        return file

    monkeypatch.setattr(drawer, "PdfFile", opening)
    window = QObject()
    drawing = drawer.Drawer(window)
    for name in ("first.pdf", "second.pdf"):
        (tmp_path / name).write_bytes(summary)
        drawing.show(tmp_path / name)
    files = [opened.get(timeout=PATIENCE / 1000) for _ in range(2)]  # before anybody hears of it
    drawing.close()
    for file in files:
        with pytest.raises(ValueError, match="is closed"):
            file.draw(0, 10, 10)


def test_keys_turn_pages_and_stop_at_the_ends(qtbot: QtBot, panel: PreviewPanel) -> None:
    last = panel.view.pages
    assert said(panel) == f"Page 1 of {last}"
    for key, page in (
        (KEY.Key_PageUp, 1), (KEY.Key_PageDown, 2), (KEY.Key_PageDown, 3), (KEY.Key_PageUp, 2),
        (KEY.Key_End, last), (KEY.Key_PageDown, last), (KEY.Key_Home, 1),
    ):  # fmt: skip
        qtbot.keyClick(panel.view, key)
        assert said(panel) == f"Page {page} of {last}"


def test_buttons_turn_pages_and_show_the_ends(qtbot: QtBot, panel: PreviewPanel) -> None:
    assert not panel.back_button.isEnabled()
    qtbot.mouseClick(panel.next_button, LEFT)
    assert said(panel).startswith("Page 2 of")
    assert panel.back_button.isEnabled()
    panel.view.go_to(panel.view.pages - 1)
    assert not panel.next_button.isEnabled()
    qtbot.mouseClick(panel.back_button, LEFT)
    assert panel.next_button.isEnabled()


def test_the_whole_page_is_seen_at_first_whatever_the_size_of_the_window(
    qtbot: QtBot, panel: PreviewPanel
) -> None:
    for size in ((700, 560), (400, 700), (1000, 300)):
        panel.resize(*size)
        sharp(qtbot, panel)
        shown = panel.view._shown()
        assert shown is not None
        assert panel.view.viewport().rect().contains(shown.place)
        assert panel.view.verticalScrollBar().maximum() == 0


def test_the_width_of_the_page_fills_that_of_the_window(qtbot: QtBot, panel: PreviewPanel) -> None:
    panel.view.set_zoom(Fit.WIDTH)
    sharp(qtbot, panel)
    shown, room = panel.view._shown(), panel.view.viewport().width()
    assert shown is not None
    assert room - 40 < shown.place.width() < room
    assert panel.view.verticalScrollBar().maximum() > 0
    assert panel.view.horizontalScrollBar().maximum() == 0
    assert panel.zoom_chip.accessibleName() == "Size: Width of the page"


def test_sizes_go_from_fifty_to_four_hundred_per_cent(qtbot: QtBot, panel: PreviewPanel) -> None:
    panel.view.set_zoom(100)
    for zoom in STEPS[STEPS.index(100) + 1 :]:
        qtbot.mouseClick(panel.larger_button, LEFT)
        assert panel.view.zoom == zoom
    assert not panel.larger_button.isEnabled()
    for zoom in reversed(STEPS[:-1]):
        qtbot.keyClick(panel.view, KEY.Key_Minus)
        assert panel.view.zoom == zoom
    assert not panel.smaller_button.isEnabled()
    assert (STEPS[0], STEPS[-1]) == (50, 400)


def test_a_size_is_that_of_paper(panel: PreviewPanel) -> None:
    panel.view.set_zoom(100)
    shown = panel.view._shown()
    assert shown is not None
    inches = shown.place.width() / panel.view.logicalDpiX()
    assert inches == pytest.approx(210 / 25.4, abs=0.02)


def test_the_menu_offers_the_sizes(panel: PreviewPanel) -> None:
    menu = panel.zoom_chip.menu_of_choices()
    words = [action.text() for action in menu.actions()]
    assert words == ["Whole page", "Width of the page", *(f"{step} %" for step in STEPS)]
    menu.actions()[5].trigger()
    assert panel.view.zoom == STEPS[3]
    menu.deleteLater()


@pytest.mark.parametrize("zoom", [100, 400])
def test_what_is_seen_is_the_page_drawn_in_that_size(
    qtbot: QtBot, panel: PreviewPanel, zoom: int
) -> None:
    panel.view.set_zoom(zoom)
    panel.view.verticalScrollBar().setValue(200)
    panel.view.horizontalScrollBar().setValue(150)
    sharp(qtbot, panel)
    shown = panel.view._shown()
    assert shown is not None
    assert panel.drawer.path is not None
    seen = shown.place.intersected(panel.view.viewport().rect())
    part = seen.translated(-shown.place.topLeft())
    with PdfFile(panel.drawer.path) as file:
        whole = (0, shown.whole.width(), shown.whole.height())
        expected = file.draw(*whole, part) if zoom == 400 else file.draw(*whole).copy(part)
    found = panel.view.viewport().grab(seen).toImage()
    inner = QRect(2, 2, part.width() - 4, part.height() - 4)  # without the border of the page
    assert found.copy(inner) == expected.copy(inner).convertToFormat(found.format())
    assert _ink(expected) > 200  # pixels: this is not a white spot


def _ink(image: QImage) -> int:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(value < 128 for value in bytes(grey.constBits()))


def test_the_middle_stays_in_the_middle(panel: PreviewPanel) -> None:
    panel.view.set_zoom(200)
    bar = panel.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    before, middle = panel.view._shown(), panel.view.viewport().rect().center().y()
    panel.view.set_zoom(300)
    after = panel.view._shown()
    assert before is not None
    assert after is not None
    one, other = ((middle - shown.place.y()) / shown.place.height() for shown in (before, after))
    assert one == pytest.approx(other, abs=0.005)


def test_the_wheel_scrolls_then_turns_and_sizes_with_ctrl(
    qtbot: QtBot, panel: PreviewPanel
) -> None:
    wheel(panel, -120, NOTHING)
    assert said(panel).startswith("Page 2 of")
    wheel(panel, -60, NOTHING)  # half a notch
    assert said(panel).startswith("Page 2 of")
    wheel(panel, 60, NOTHING)
    wheel(panel, 120, NOTHING)
    assert said(panel).startswith("Page 1 of")
    wheel(panel, 120, CTRL)
    assert isinstance(panel.view.zoom, int)
    panel.view.set_zoom(200)
    wheel(panel, -120, NOTHING)
    assert said(panel).startswith("Page 1 of")
    bar = panel.view.verticalScrollBar()
    assert bar.value() > 0
    bar.setValue(bar.maximum())
    wheel(panel, -120, NOTHING)
    assert (said(panel)[:6], bar.value()) == ("Page 2", 0)
    wheel(panel, 120, NOTHING)
    assert (said(panel)[:6], bar.value()) == ("Page 1", bar.maximum())


def test_the_next_page_is_drawn_before_it_is_turned_to(qtbot: QtBot, panel: PreviewPanel) -> None:
    qtbot.waitUntil(lambda: panel.drawer._busy is None and not panel.drawer._wishes)
    panel.view.go_to(1)
    assert panel.view.sharp


def test_another_file_takes_the_place_of_the_first(
    qtbot: QtBot, panel: PreviewPanel, tmp_path: Path
) -> None:
    panel.view.go_to(panel.view.pages - 1)
    old = panel.drawer.path
    other = tmp_path / "other.pdf"
    summary_of("reflection", other)
    with qtbot.waitSignal(panel.drawer.opened, timeout=PATIENCE):
        panel.drawer.show(other)
    assert said(panel) == f"Page {panel.view.pages} of {panel.view.pages}"  # it has fewer
    sharp(qtbot, panel)
    assert old is not None
    qtbot.waitUntil(lambda: not old.exists())
