"""The pages of an open workshop: made when first needed or, while nobody waits, a little before."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from workbook.model.guide import Page, Phase, Step
from workbook.ui.charts import Charts
from workbook.ui.theme import Theme
from workbook.ui.workshop.voting.vote_page import RoomStepPage, VotePage
from workbook.ui.workshop.workshop import Room

AFTER = 120  # ms for a page to be drawn before others are built
AHEAD = 25  # ms between two bits of building pages ahead of time

RoomPage = VotePage | RoomStepPage


class RoomPages(QObject):
    """Keeps every page that was made, with its texts' undo. `made` tells of another one."""

    made = Signal(object)  # RoomPage

    def __init__(self, theme: Theme, charts: Charts, room: Room, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._theme, self._charts, self._room, self._stack = theme, charts, room, stack
        self._pages: dict[tuple[str, str], RoomPage] = {}
        self._ahead = QTimer(self)
        self._ahead.timeout.connect(self._build_ahead)
        theme.changing.connect(self._drop_unseen)

    def show(self) -> RoomPage:
        """Show the page of the phase at which the room is."""
        page = self._page(self._room.step, self._room.phase)
        if isinstance(page, RoomStepPage):
            page.build()
            page.refresh()
        self._stack.setCurrentWidget(page)
        self._ahead.start(AFTER)
        return page

    def _page(self, step: Step, phase: Phase | None) -> RoomPage:
        return self._pages.get(_key(step, phase)) or self._make(step, phase)

    def _make(self, step: Step, phase: Phase | None) -> RoomPage:
        wanted = page_of(step, phase)
        made: RoomPage
        if wanted is None:
            made = VotePage(self._theme, self._charts, self._room, step, self._stack)
        else:
            made = RoomStepPage(self._theme, self._charts, self._room, step, wanted, self._stack)
        self._pages[_key(step, phase)] = made
        self._stack.addWidget(made)
        self.made.emit(made)
        return made

    def _build_ahead(self) -> None:
        """Build a little of the pages that come next, while nobody waits for it."""
        self._ahead.setInterval(AHEAD)
        room = self._room
        boxes = [(box.step, box.phase) for box in room.agenda]
        here = (room.clock.step, room.clock.phase)
        at = boxes.index(here) if here in boxes else 0
        for step_id, phase_id in (*boxes[at:], *boxes[:at]):
            step = room.guide.step(step_id)
            phase = next((p for p in step.phases if p.id == phase_id), None)
            page = self._pages.get(_key(step, phase))
            if page is None:
                self._make(step, phase)
                return
            if page.build_some(self._stack.size()):
                return
        self._ahead.stop()

    def _drop_unseen(self) -> None:
        """Pages that are not shown go before everything is styled anew: made again they cost less
        than styled again. But not one that holds something.
        """
        self._ahead.stop()
        for key, page in list(self._pages.items()):
            if page is not self._stack.currentWidget() and not page.holds_something:
                del self._pages[key]
                self._stack.removeWidget(page)
                page.deleteLater()
                QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
        self._ahead.start(AFTER)


def _key(step: Step, phase: Phase | None) -> tuple[str, str]:
    wanted = page_of(step, phase)
    return step.id, wanted.id if wanted else ""


def page_of(step: Step, phase: Phase | None) -> Page | None:
    """The page of the guide that a phase takes down; None where the room votes."""
    if phase is None or not phase.page:
        return step.pages[0] if not step.ballot else None
    return next(page for page in step.pages if page.id == phase.page)
