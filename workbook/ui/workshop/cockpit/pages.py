"""The pages of an open workshop: made when first needed or, while nobody waits, a little before."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from workbook.model.guide import Page, Phase, Step
from workbook.ui.charts import Charts
from workbook.ui.session.kept_pages import KeptPages
from workbook.ui.theme import Theme
from workbook.ui.workshop.voting.vote_page import RoomStepPage, VotePage
from workbook.ui.workshop.workshop import Room

AFTER = 120  # ms for a page to be drawn before others are built

RoomPage = VotePage | RoomStepPage
_Name = tuple[str, str]  # a step, and the page of it that is written on, "" where the room votes


class RoomPages(QObject):
    """Keeps every page that was made, with its texts' undo. `made` tells of another one."""

    made = Signal(object)  # RoomPage

    def __init__(self, theme: Theme, charts: Charts, room: Room, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._theme, self._charts, self._room, self._stack = theme, charts, room, stack
        self.kept: KeptPages[_Name, RoomPage] = KeptPages(
            stack,
            theme,
            self._make,
            self._coming,
            lambda page: page.holds_something,
            after=AFTER,
        )

    def show(self) -> RoomPage:
        """Show the page of the phase at which the room is."""
        page = self.kept.page(_name(self._room.step, self._room.phase))
        if isinstance(page, RoomStepPage):
            page.build()
            page.refresh()
        self._stack.setCurrentWidget(page)
        self.kept.build_ahead()
        return page

    def _make(self, name: _Name) -> RoomPage:
        step = self._room.guide.step(name[0])
        wanted = next((page for page in step.pages if page.id == name[1]), None)
        made: RoomPage
        if wanted is None:
            made = VotePage(self._theme, self._charts, self._room, step, self._stack)
        else:
            made = RoomStepPage(self._theme, self._charts, self._room, step, wanted, self._stack)
        self.made.emit(made)
        return made

    def _coming(self) -> list[_Name]:
        """The pages in the order in which they are likely to be needed."""
        room = self._room
        boxes = [(box.step, box.phase) for box in room.agenda]
        here = (room.clock.step, room.clock.phase)
        at = boxes.index(here) if here in boxes else 0
        names = []
        for step_id, phase_id in (*boxes[at:], *boxes[:at]):
            step = room.guide.step(step_id)
            phase = next((p for p in step.phases if p.id == phase_id), None)
            names.append(_name(step, phase))
        return names


def _name(step: Step, phase: Phase | None) -> _Name:
    wanted = page_of(step, phase)
    return step.id, wanted.id if wanted else ""


def page_of(step: Step, phase: Phase | None) -> Page | None:
    """The page of the guide that a phase takes down; None where the room votes."""
    if phase is None or not phase.page:
        return step.pages[0] if not step.ballot else None
    return next(page for page in step.pages if page.id == phase.page)
