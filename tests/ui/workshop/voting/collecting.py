"""An open workshop without its window, for tests of the ways of collecting."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.ui.worlds import NOON
from workbook.guides import load_guide
from workbook.model.answers import Answers
from workbook.model.workshop import Ballot, Person, RoundId, Setup
from workbook.operations import open_library, open_session
from workbook.operations.workshops import load_ballots, new_workshop
from workbook.ui.session.document import SessionDocument
from workbook.ui.system.saver import Saver
from workbook.ui.workshop.workshop import RunningWorkshop

PEOPLE = tuple(Person(f"p{n}", name) for n, name in enumerate(("Ada", "Bo", "Chidi"), 1))


class Open:
    """A room whose step has an open round; `window` stands for the facilitator's."""

    def __init__(self, folder: Path, step: str, setup: Setup, *, secret: bool) -> None:
        self.folder = folder
        self.library = open_library(folder)
        guide = load_guide()
        session = new_workshop(self.library, guide, "Makers", setup).session
        opened = open_session(self.library, session.id)
        assert opened.workshop is not None
        self.window = QWidget()
        self.window.resize(1280, 800)
        self.window.show()
        self.saver = Saver()
        self.document = SessionDocument(opened, self.library, self.saver, lambda: NOON)
        self.running = RunningWorkshop(
            self.document, opened.workshop, self.library, self.saver, lambda: NOON, self.window
        )
        self.document.setParent(self.running)
        self.problems: list[str] = []
        self.running.problem.connect(self.problems.append)
        self.running.go_to(step)
        self.running.open_round(secret=secret)
        self.saver.flush()

    @property
    def round(self) -> RoundId:
        """The round that was opened."""
        return RoundId(self.running.step.id, 1)

    def ballots(self) -> Counter[Ballot]:
        """What is in the box, on disk."""
        self.saver.flush()
        return load_ballots(self.library, self.document.session.id, self.round)

    def on_disk(self) -> Answers:
        """The answers by name that another program would read."""
        self.saver.flush()
        other = open_library(self.folder)
        try:
            return open_session(other, self.document.session.id).answers
        finally:
            other.close()

    def close_round(self) -> None:
        """Close the round, as the facilitator does."""
        self.running.close()
        self.saver.flush()

    def close(self) -> None:
        """End it."""
        self.running.stop()
        self.document.end()
        self.saver.close()
        self.library.close()
        self.window.close()
        self.window.deleteLater()


@contextmanager
def opened(
    folder: Path, step: str, *, secret: bool = True, slips: bool = False, keep: bool = False
) -> Iterator[Open]:
    """An open round on a step's ballot in a workshop of three people."""
    setup = Setup("90", 3, names=PEOPLE, slips=slips, keep_names=keep)
    made = Open(folder, step, setup, secret=secret)
    yield made
    made.close()
