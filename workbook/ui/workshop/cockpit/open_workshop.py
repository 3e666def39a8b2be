"""What the window does for an open workshop: its screens, its dialogs, what the menu commands."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbook.catalogue import ntr, tr
from workbook.model.opened import OpenSession
from workbook.model.workshop import FEWEST, Round, Setup
from workbook.operations import Library
from workbook.ui.charts import Charts
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.session.document import SessionDocument
from workbook.ui.settings import Settings
from workbook.ui.system.awake import Awake
from workbook.ui.system.chime import Chime
from workbook.ui.system.saver import Saver
from workbook.ui.theme import Theme
from workbook.ui.workshop.cockpit.cockpit import Cockpit
from workbook.ui.workshop.cockpit.projection import Projection
from workbook.ui.workshop.dialogs.import_ballots import ImportDialog
from workbook.ui.workshop.dialogs.replan import ReplanDialog
from workbook.ui.workshop.dialogs.setup import WorkshopDialog
from workbook.ui.workshop.dialogs.what_is_stored import StoredDialog
from workbook.ui.workshop.voting.by_name import NameGrid
from workbook.ui.workshop.voting.laptop import LaptopBallot
from workbook.ui.workshop.workshop import RunningWorkshop


class OpenWorkshop(QObject):
    """Holds one open workshop together: how it runs, its cockpit, what is projected.

    `told` is a title and a sentence for the facilitator.
    """

    told = Signal(str, str)
    private = Signal(bool)  # as `Projection.private`
    covered = Signal(object)  # as `Projection.covered`

    def __init__(
        self,
        opened: OpenSession,
        library: Library,
        saver: Saver,
        theme: Theme,
        charts: Charts,
        settings: Settings,
        clock: Callable[[], datetime],
        window: QWidget,
        *,
        rehearsal: bool = False,
    ) -> None:
        super().__init__(window)
        if opened.workshop is None:
            raise ValueError("this session is no workshop")
        self._theme, self._settings, self._window = theme, settings, window
        document = SessionDocument(opened, library, saver, clock)
        self.running = RunningWorkshop(
            document, opened.workshop, library, saver, clock, rehearsal=rehearsal
        )
        notes = settings.flag("notes", True)
        self.cockpit = Cockpit(theme, charts, self.running, notes_shown=notes)
        document.setParent(self.cockpit)
        self.running.setParent(self.cockpit)
        self.projection = Projection(self.running, self.cockpit, theme, charts, settings, window)
        self.projection.private.connect(self.private)
        self.projection.covered.connect(self.covered)
        self.awake = Awake(self)
        self.awake.changed.connect(self._say_sleepy)
        self.chime = Chime(self)
        self.cockpit.wall_toggled.connect(self.projection.toggle)
        self.cockpit.black_toggled.connect(self.projection.toggle_black)
        self.cockpit.late.replan_requested.connect(self.replan)
        self.running.problem.connect(partial(self.told.emit, tr("That could not be done")))
        self.running.asked.connect(self.run)
        self.running.time_over.connect(self._time_over)
        self.running.over.connect(self._over)
        self.running.ticked.connect(self._keep_awake)
        self._keep_awake()

    def run(self, command: str) -> None:
        """Do what the menu asks for; KeyError where there is no such command."""
        commands: dict[str, Callable[[], None]] = {
            "clock": self.cockpit.start_or_pause,
            "minute": self.running.add_minute,
            "replan": self.replan,
            "undo_replan": self.running.undo_replan,
            "close": self.close,
            "reveal": self.reveal,
            "void": self.void,
            "wall": self.projection.toggle,
            "freeze": self.projection.toggle_freeze,
            "black": self.projection.toggle_black,
            "one_screen": self.projection.toggle_one_screen,
            "screens": self.projection.check_screens,
            "larger": partial(self.projection.size_by, 1),
            "smaller": partial(self.projection.size_by, -1),
            "light": self.projection.toggle_light,
            "setup": self.change_setup,
            "stored": self.show_stored,
            "end": self.end,
            "laptop": self.take_on_laptop,
            "by_name": self.take_by_name,
            "import": self.take_from_file,
        }
        commands[command]()

    # Rounds

    def reveal(self) -> None:
        """Show the closed round; where all agreed in secret, the facilitator is asked first."""
        if self.running.unanimous:
            question = tr(
                "Everyone gave the same answer, so showing it tells what each of them said. Ask"
                " the room whether that is all right."
            )
            if not self._agreed(tr("All answers are the same"), question, tr("Show them")):
                return
        self.running.reveal()

    def close(self) -> None:
        """Close the open round; where few answered in secret, the facilitator is asked first."""
        found = self.running.open
        if found is None:
            return
        count = self.running.ballots.count()
        if found.secret and count < FEWEST:
            question = ntr(
                "Only {n} person has answered. Fewer than five secret answers are never shown:"
                " if you close now, they are gone, and only their number is kept.",
                "Only {n} people have answered. Fewer than five secret answers are never shown:"
                " if you close now, they are gone, and only their number is kept.",
                count,
            ).format(n=count)
            if not self._agreed(tr("Close with so few answers?"), question, tr("Close it")):
                return
        self.running.close()

    def void(self) -> None:
        """Forget the latest round of the step, once the facilitator is sure."""
        found = self.running.round
        if found is None:
            return
        question = tr(
            "All answers of this round are forgotten, and it can be asked again. This cannot be"
            " undone."
        )
        if self._agreed(tr("Void this round?"), question, tr("Void it")):
            self.running.void()

    def take_on_laptop(self) -> None:
        """Let one person after the other answer on this laptop."""
        question = tr(
            "The room sees this screen. Whoever answers on it is watched: turn the projector"
            " away, or let people answer on paper."
        )
        if self._may_be_seen(tr("Answer before everybody’s eyes?"), question):
            LaptopBallot(self._theme, self.running, self._window).begin()

    def take_by_name(self) -> None:
        """Take answers down by name, in a round that is not secret."""
        question = tr("The room sees this screen, and would read there who answers what.")
        if self._may_be_seen(tr("Show names to the room?"), question):
            NameGrid(self._theme, self.running, self._window).open()

    def take_from_file(self) -> None:
        """Take in answers that were collected elsewhere."""
        question = tr("The room sees this screen, and would read there the first rows of the file.")
        if self._may_be_seen(tr("Show answers to the room?"), question):
            ImportDialog(self._theme, self.running, self._settings, self._window).open()

    # Set-up and time

    def change_setup(self) -> None:
        """Change how the workshop is held."""
        running = self.running
        question = tr("The room sees this screen, and would read there the names in the set-up.")
        if running.setup.names and not self._may_be_seen(tr("Show names to the room?"), question):
            return
        dialog = WorkshopDialog(
            running.guide,
            self._theme,
            self._window,
            setup=running.setup,
            name=running.document.session.name,
            begun_steps=frozenset(found.id.step for found in running.workshop.rounds),
        )
        dialog.changed.connect(self._set_setup)
        dialog.open()

    def _set_setup(self, setup: Setup) -> None:
        self.running.set_setup(setup)

    def replan(self) -> None:
        """Show which steps could give minutes, before and after."""
        dialog = ReplanDialog(self.running, self._window)
        dialog.taken.connect(self.running.replan)
        dialog.open()

    def show_stored(self) -> None:
        """Say in plain words what this session holds."""
        name = self.running.document.session.name
        StoredDialog(
            self._theme, self.running.setup, self.running.guide, self._window, name=name
        ).open()

    def end(self) -> None:
        """End the workshop, once the facilitator is sure."""
        still = [found for found in self.running.workshop.rounds if not found.over]
        if still:
            self.told.emit(tr("A round is still open"), self._still_open(still[0]))
            return
        question = tr("The clock stops. Slips go, and so do names unless the group wanted them.")
        if self._agreed(tr("End the workshop?"), question, tr("End it")):
            self.running.end()
            self._keep_awake()

    def _over(self) -> None:
        """What has come of it opens, unless the room looks on: then the facilitator decides."""
        if self.projection.cover is None:
            self.cockpit.summary_requested.emit()

    def _still_open(self, found: Round) -> str:
        title = self.running.guide.step(found.id.step).title
        return tr("“{step}” still takes ballots. Close that round or void it first.").format(
            step=title
        )

    def _time_over(self) -> None:
        if self.running.setup.sound:
            self.chime.play()

    def _keep_awake(self) -> None:
        if self.running.clock_runs:
            self.awake.start()
        else:
            self.awake.stop()

    def _say_sleepy(self) -> None:
        self.cockpit.late.say_sleepy(self.awake.why_not)

    def _may_be_seen(self, title: str, question: str) -> bool:
        """Whether nobody but the facilitator sees this screen, or they go on all the same."""
        return not self.projection.room_looks_on or self._agreed(title, question, tr("Go on"))

    # Leaving

    def _agreed(self, title: str, question: str, yes: str) -> bool:
        dialog = ConfirmDialog(title, question, yes, self._window)
        return dialog.exec() == ConfirmDialog.DialogCode.Accepted

    def leave(self) -> None:
        """The workshop is left: the room sees nothing any more."""
        self.projection.end()
        self.awake.stop()
        self.running.stop()
        self.running.document.end()
