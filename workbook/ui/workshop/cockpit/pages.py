"""The pages of an open workshop: made when first needed or, while nobody waits, a little before."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from workbook.model.guide import Page, Phase, Step
from workbook.ui.charts import Charts
from workbook.ui.session.kept_pages import KeptPages
from workbook.ui.theme import Theme
from workbook.ui.workshop.voting.vote_page import VotePage, WorkshopStepPage
from workbook.ui.workshop.workshop import RunningWorkshop

AFTER = 120  # ms for a page to be drawn before others are built

CockpitPage = VotePage | WorkshopStepPage
_Name = tuple[str, str]  # a step, and the page of it that is written on, "" where the room votes


class CockpitPages(QObject):
    """Keeps every page that was made, with its texts' undo. `made` tells of another one."""

    made = Signal(object)  # CockpitPage

    def __init__(
        self, theme: Theme, charts: Charts, running: RunningWorkshop, stack: QStackedWidget
    ) -> None:
        super().__init__(stack)
        self._theme, self._charts, self._running, self._stack = theme, charts, running, stack
        self.kept: KeptPages[_Name, CockpitPage] = KeptPages(
            stack,
            theme,
            self._make,
            self._coming,
            lambda page: page.holds_something,
            after=AFTER,
        )

    def show(self) -> CockpitPage:
        """Show the page of the phase that has come."""
        page = self.kept.page(_name(self._running.step, self._running.phase))
        if isinstance(page, WorkshopStepPage):
            page.build()
            page.refresh()
        self._stack.setCurrentWidget(page)
        self.kept.build_ahead()
        return page

    def _make(self, name: _Name) -> CockpitPage:
        step = self._running.guide.step(name[0])
        wanted = next((page for page in step.pages if page.id == name[1]), None)
        made: CockpitPage
        if wanted is None:
            made = VotePage(self._theme, self._charts, self._running, step, self._stack)
        else:
            made = WorkshopStepPage(
                self._theme, self._charts, self._running, step, wanted, self._stack
            )
        self.made.emit(made)
        return made

    def _coming(self) -> list[_Name]:
        """The pages in the order in which they are likely to be needed."""
        running = self._running
        boxes = [(box.step, box.phase) for box in running.agenda]
        here = (running.clock.step, running.clock.phase)
        at = boxes.index(here) if here in boxes else 0
        names = []
        for step_id, phase_id in (*boxes[at:], *boxes[:at]):
            step = running.guide.step(step_id)
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
