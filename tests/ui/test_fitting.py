"""One thing at a time, without scrolling; nothing clipped, however small the window or large the
text.
"""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.seeing import clipped, overlapping
from tests.ui.worlds import World
from workbook.guides import load_guide
from workbook.model.guide import Page, RecordsQuestion
from workbook.model.session import Place
from workbook.ui.session import kept_pages
from workbook.ui.session.step_page import StepPage

GUIDE = load_guide()
PAGES = [page for step in GUIDE.steps for page in step.pages]
WITHOUT_RECORDS = [
    page
    for page in PAGES
    if not any(isinstance(GUIDE.questions[q], RecordsQuestion) for row in page.rows for q in row)
]


def wrong_with(world: World) -> list[str]:
    """What is clipped or covered in the window, once Qt has laid it out."""
    found = []
    for _ in range(10):
        QApplication.processEvents()
        found = clipped(world.window) + overlapping(world.window)
        if not found:
            break
    return found


@pytest.fixture(autouse=True)
def nothing_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page is shown here: building it ahead of time would only be slower."""
    monkeypatch.setattr(kept_pages, "AHEAD", 60_000)


@pytest.fixture
def example(world: World) -> World:
    """The finished example, its notes shown."""
    world.open_example()
    return world


def current(world: World) -> StepPage:
    """The page that is shown."""
    assert world.window.workspace is not None and world.window.workspace.current is not None
    return world.window.workspace.current


def show(world: World, page: Page) -> None:
    """Show a page."""
    assert world.window.workspace is not None
    world.window.workspace.open_at(Place(page=page.id))
    QApplication.processEvents()


def hidden_below(world: World) -> int:
    """How many pixels of the page one would have to scroll to, once Qt has laid it out."""
    bar = current(world).verticalScrollBar()
    for _ in range(10):
        QApplication.processEvents()
        if not bar.maximum():
            break
    return bar.maximum()


def test_no_page_but_those_of_records_needs_to_scroll(example: World) -> None:
    example.window.resize(1280, 800)
    hidden = {}
    for page in WITHOUT_RECORDS:
        show(example, page)
        hidden[page.id] = hidden_below(example)
    assert not {page: pixels for page, pixels in hidden.items() if pixels}


SIZES = [(1280, 800, 1.0), (1024, 640, 1.0), (1024, 640, 1.5), (1024, 640, 2.0)]


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_nothing_is_clipped_or_covered(
    example: World, width: int, height: int, scale: float
) -> None:
    example.program.theme.choose(scale=scale)
    example.window.resize(width, height)
    wrong = {}
    for page in PAGES:
        show(example, page)
        wrong[page.id] = wrong_with(example)
    example.window.screens.show_summary()
    wrong["summary"] = wrong_with(example)
    assert not {page: found for page, found in wrong.items() if found}


@pytest.mark.parametrize(("width", "height", "scale"), SIZES[::2])
def test_nor_is_it_where_nothing_is_answered_yet(
    world: World, width: int, height: int, scale: float
) -> None:
    world.begin()
    world.program.theme.choose(scale=scale)
    world.window.resize(width, height)
    wrong = {}
    for page in PAGES:
        show(world, page)
        wrong[page.id] = wrong_with(world)
    assert not {page: found for page, found in wrong.items() if found}


def test_the_focus_is_always_in_view(example: World) -> None:
    example.program.theme.choose(scale=1.5)
    example.window.resize(1024, 640)
    for page in PAGES:
        show(example, page)
        for question in current(example).editors:
            current(example).go_to_field(question, "")
            QApplication.processEvents()
            focused = QApplication.focusWidget()
            assert focused is not None
            assert not focused.visibleRegion().isEmpty(), (page.id, question)
