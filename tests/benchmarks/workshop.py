"""How long the window is blocked in a workshop of 500 people, through all of its phases: slips
keyed and answers given on the laptop, hands raised, rounds closed and revealed, texts typed, and
the wall's window shown all along.

The promise is a time: a ratio of 1 is the limit. What counts of one thing done is the median of the
workshops gone through; beside it stands the longest wait of a window in which nothing is done.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.benchmarks import Row
from tests.benchmarks._turns import Watchdog, rest, until
from workbook import operations
from workbook.guides import load_guide
from workbook.model.workshop import RoundState, Setup
from workbook.operations.rehearsing import invented_ballots
from workbook.operations.workshops import new_workshop
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.main_window import MainWindow
from workbook.ui.session.step_page import StepPage
from workbook.ui.start import Program
from workbook.ui.widgets.choice_row import ChoiceGroup
from workbook.ui.widgets.scale_mark import ScaleMark
from workbook.ui.workshop.cockpit.cockpit import Cockpit
from workbook.ui.workshop.next_round import is_vote
from workbook.ui.workshop.voting.ballot_sheet import BallotSheet
from workbook.ui.workshop.voting.keys import choices
from workbook.ui.workshop.voting.laptop import LaptopBallot
from workbook.ui.workshop.voting.raised_hands import HandsPanel
from workbook.ui.workshop.voting.vote_page import VotePage
from workbook.ui.workshop.workshop import RunningWorkshop

BLOCKED = 50.0  # milliseconds
PEOPLE = 500
PLAN = "90"
OPEN = "kind"  # the step in which hands are raised
TIMES = 3
THINKING = 120  # milliseconds until the next thing is done, at the very least: people take longer
NEXT_KEY = 15  # and between two keys, or two marks
KEYED = 2  # slips keyed in each round; the others come from elsewhere at once
WORDS = "Coffee for all."

LEFT = Qt.MouseButton.LeftButton
Deed = tuple[str, Callable[[], object]]  # what is done, and how
QUICK = ("type a letter", "key a mark", "mark on the laptop", "write how many hands")


def measure() -> list[Row]:
    """Go through the workshop several times."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        library = operations.open_library(Path(folder))
        program = Program(app, library)
        program.charts.warm_up()
        program.charts.finish()
        window = program.window
        window.showNormal()  # on whatever screen there is
        window.resize(1280, 800)
        rest(app, 1500)  # what is loaded once the window stands
        waits: list[dict[str, float]] = []
        for _ in range(TIMES):
            setup = Setup(PLAN, PEOPLE, open_steps=frozenset({OPEN}))
            workshop = new_workshop(library, load_guide(), "River Street Makers", setup).session.id
            waits.append(_go_through(app, program, workshop))
            window.show_home()
        window.close()
        program.close()
    idle = median(each.pop("nothing") for each in waits)
    blocked = {name: median(each[name] for each in waits) for name in waits[0]}
    for name in sorted(blocked, key=blocked.__getitem__)[-8:]:
        print(f"  {blocked[name]:.0f} ms: {name}", file=sys.stderr)
    middle, longest = median(blocked.values()), max(blocked.values())
    return [
        Row(
            f"a workshop of {PEOPLE}: a block, in the middle",
            middle,
            BLOCKED,
            middle / BLOCKED,
            1.0,
        ),
        Row(f"a workshop of {PEOPLE}: the longest block", longest, BLOCKED, longest / BLOCKED, 1.0),
        Row("while nothing is done", idle, BLOCKED, idle / BLOCKED, 1.0),
    ]


def _go_through(app: QApplication, program: Program, session: str) -> dict[str, float]:
    watchdog = Watchdog()
    found: dict[str, float] = {}
    for name, do in _Script(program.window, session).deeds():
        watchdog.forget()
        do()
        rest(app, NEXT_KEY if name in QUICK else THINKING)
        until(app, lambda: not program.saver._waiting, watchdog)
        found[name] = max(found.get(name, 0.0), watchdog.longest)
    watchdog.forget()
    rest(app, 2500)
    found["nothing"] = watchdog.longest
    watchdog.end()
    return found


class _Script:
    """What a facilitator and a room do."""

    def __init__(self, window: MainWindow, session: str) -> None:
        self._window, self._session = window, session

    @property
    def _cockpit(self) -> Cockpit:
        space = self._window.workspace
        if not isinstance(space, Cockpit):
            raise TypeError("no workshop is open")
        return space

    @property
    def _running(self) -> RunningWorkshop:
        return self._cockpit.running

    def deeds(self) -> Iterator[Deed]:
        """Everything, one after the other."""
        yield "open the workshop", lambda: self._window.open_session(self._session)
        cockpit, running = self._cockpit, self._running
        yield "show the audience window", cockpit.wall_button.click
        yield "start the clock", cockpit.run_button.click
        while True:
            yield from self._phase()
            if (running.agenda[-1].step, running.agenda[-1].phase) == (
                running.clock.step,
                running.clock.phase,
            ):
                break
            following = cockpit.next_button
            yield f"go on from {running.clock.step} {running.clock.phase}", following.click
        yield "end with the summary", cockpit.next_button.click
        yield "back from it", self._window.screens.show_questions

    def _phase(self) -> Iterator[Deed]:
        page = self._cockpit.current
        if isinstance(page, StepPage):
            yield from self._type(page)
        elif is_vote(self._running.phase):
            yield from self._vote(page)
        elif self._running.round is not None and self._running.round.state is RoundState.REVEALED:
            yield from self._talk(page)

    def _type(self, page: QWidget) -> Iterator[Deed]:
        field = next(
            (
                part
                for part in page.findChildren(QWidget)
                if isinstance(part, QPlainTextEdit | QLineEdit) and part.isVisible()
            ),
            None,
        )
        if field is not None:
            yield "go to a text", field.setFocus
            for letter in WORDS:
                yield "type a letter", partial(QTest.keyClicks, field, letter)

    def _vote(self, page: VotePage) -> Iterator[Deed]:
        running, collect = self._running, page.collect
        step = running.step.id
        if running.open is None:
            yield f"open a round of {step}", collect.opening.open_button.click
        found = running.open
        if found is None:
            raise RuntimeError("no round was opened")
        if not found.secret:
            hands = collect.panels.hands
            yield "show the hands", partial(collect.panels.show_way, hands)
            yield from self._raise_hands(hands)
        yield "show the slips", partial(collect.panels.show_way, collect.panels.slips)
        for _ in range(KEYED):
            yield from self._key(page)
        if found.secret:
            yield from self._answer_on_laptop(page)
        missing = PEOPLE - running.ballots.count() - 1
        taken = invented_ballots(running.guide, found.questions, missing, 7)
        yield "take hundreds of ballots at once", partial(running.ballots.take, taken)
        yield from self._key(page)
        yield "take the last one back", collect.undo_button.click
        yield from self._key(page)
        yield f"close a round of {step}", collect.close_button.click
        yield f"reveal a round of {step}", page.reveal.reveal_button.click
        yield from self._talk(page)

    def _key(self, page: VotePage) -> Iterator[Deed]:
        """A paper slip, a key an answer."""
        running = self._running
        slips = page.collect.panels.slips
        for number, spot in enumerate(running.ballots.spots()):
            known = choices(running.guide.questions[spot.question], spot.mark)
            key = known[number % (len(known) - 1)].key
            yield "key a mark", partial(QTest.keyClicks, slips.field, key)

    def _raise_hands(self, hands: HandsPanel) -> Iterator[Deed]:
        for field in hands.grid.fields:
            yield "write how many hands", partial(QTest.keyClicks, field, "20")
            yield "take hands", partial(QTest.keyClick, field, Qt.Key.Key_Return)

    def _answer_on_laptop(self, page: VotePage) -> Iterator[Deed]:
        yield "hand the laptop over", page.collect.panels.laptop_button.click
        (laptop,) = self._window.findChildren(LaptopBallot)
        for _ in range(2):
            yield from self._answer(laptop)
            yield "hand in on the laptop", laptop.face.hand_in_button.click
            yield "the next person on the laptop", laptop.face.button.click
        yield "ask to leave the laptop", laptop.close
        (asked,) = laptop.findChildren(ConfirmDialog)
        yield "leave the laptop", asked.accept

    def _answer(self, laptop: LaptopBallot) -> Iterator[Deed]:
        """One person's sheet, page by page."""
        sheet = laptop.face
        if not isinstance(sheet, BallotSheet):
            raise TypeError("there is no sheet")
        while True:
            for card in [asked for asked in sheet.asked if asked.isVisible()]:
                for mark in card.findChildren(ScaleMark):
                    yield "mark on the laptop", partial(QTest.mouseClick, mark, LEFT)
                for group in card.findChildren(ChoiceGroup):
                    yield "choose on the laptop", group.buttons[0].click
            if not sheet.next_button.isVisible():
                return
            yield "the next page on the laptop", sheet.next_button.click

    def _talk(self, page: VotePage) -> Iterator[Deed]:
        for number, chip in enumerate(list(page.reveal.chips.chips)):
            if not chip.isHidden():
                yield f"show picture {number} of {self._running.step.id}", chip.click
        yield from self._type(page.written)
