"""Makes the window and everything it needs, and runs it until it is closed."""

import gc
import logging
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6 import QtGui
from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator, Signal, qVersion
from PySide6.QtWidgets import QApplication

from workbook import operations
from workbook.catalogue import tr
from workbook.log import Log, machine, trace_of
from workbook.operations import (
    Library,
    LibraryError,
    LibraryInUse,
    hold_library,
    listing,
    open_library,
)
from workbook.resources import resource
from workbook.ui.charts import Charts
from workbook.ui.dialogs.help import UnexpectedDialog, tell
from workbook.ui.home.lister import Lister
from workbook.ui.main_window import MainWindow
from workbook.ui.settings import Settings
from workbook.ui.system.garbage import Garbage
from workbook.ui.system.interrupt import Interrupt
from workbook.ui.system.saver import Saver
from workbook.ui.theme import Theme

IDLE = 300  # ms after the first painting before work starts that nobody waits for
HOURLY = 3_600_000  # ms between looks whether a day's backup is due

_log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The time now, aware, in UTC."""
    return datetime.now(UTC)


class Backups(QObject):
    """Makes the day's backup on a thread of its own. `made` gives its time, `failed` why not."""

    made = Signal(object)  # datetime
    failed = Signal(str)
    _surprised = Signal(object)  # an exception nobody expected, from the other thread

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._surprised.connect(self._tell)
        self._thread: threading.Thread | None = None

    def look(self) -> None:
        """Make today's backup unless there is one."""
        self.finish()
        self._thread = threading.Thread(target=self._make, name="backup")
        self._thread.start()

    def finish(self) -> None:
        """Wait for a backup that is being made."""
        if self._thread is not None:
            self._thread.join()

    def _make(self) -> None:
        try:
            self.made.emit(operations.back_up(self._library))
        except LibraryError as error:
            self.failed.emit(str(error))
        except Exception as error:  # noqa: BLE001 - told on the window's thread as any other
            self._surprised.emit(error)

    def _tell(self, error: Exception) -> None:
        sys.excepthook(type(error), error, error.__traceback__)


class Program:
    """One window on one library, with its threads; `close` ends them in order. `when_idle` is
    called on a thread of its own once the window stands.
    """

    def __init__(
        self,
        app: QApplication,
        library: Library,
        clock: Callable[[], datetime] = utc_now,
        when_idle: Callable[[], None] | None = None,
    ) -> None:
        self._library = library
        self.interrupted = False
        self.theme = Theme(app)
        settings = Settings(library.folder)
        self.saver = Saver()
        self._lister = Lister(partial(listing, library))
        self.charts = Charts()
        with self.theme.building():
            settings.apply_to(self.theme)
            self.window = MainWindow(
                library, self.saver, self._lister, self.theme, settings, self.charts, clock
            )
        self.backups = Backups(library)
        self.backups.made.connect(self.window.backed_up)
        self.backups.failed.connect(self.window.not_backed_up)
        self._garbage = Garbage()
        self._hourly = QTimer(interval=HOURLY)
        self._hourly.timeout.connect(self.backups.look)
        self._idle = QTimer(singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self._when_idle)
        self.window.drawn.connect(self._idle.start)
        self._loading = threading.Thread(
            target=_load_what_comes_next, args=(when_idle,), name="loading"
        )

    def _when_idle(self) -> None:
        gc.freeze()  # what the start has made stays to the end: never look through it again
        self._garbage.start()
        self._loading.start()
        self.charts.warm_up()
        self.backups.look()
        self._hourly.start()

    def interrupt(self) -> None:
        """Close the window because of Ctrl-C, unless what was typed last would be lost."""
        QApplication.closeAllWindows()
        self.interrupted = not self.window.isVisible()

    def close(self) -> None:
        """Store what is queued and end every thread."""
        for timer in (self._idle, self._hourly, self._garbage):
            timer.stop()
        self.saver.close()
        self._lister.close()
        self.backups.finish()
        self.charts.finish()
        if self._loading.is_alive():
            self._loading.join()
        self._library.close()


def _load_what_comes_next(first: Callable[[], None] | None) -> None:
    """Load what Home was drawn without, so that nobody waits for it at the first click: what opens
    and begins sessions, then what workshops and papers need. None of it imports Qt, which is
    imported on the window's thread alone.
    """
    if first is not None:
        first()
    operations.load_guide  # noqa: B018 - to name it loads all that opens and begins sessions
    from workbook.operations import exporting_files, importing, proposing, tallying  # noqa: F401

    _log.debug("what is needed next is loaded")


def run_window(folder: Path, log: Log) -> int:
    """Open the window on the library in a folder, and tell the log what nobody expected.

    Returns:
        The exit status: 0, or 1 where the library cannot be used; then a window has said why.

    Raises:
        KeyboardInterrupt: where Ctrl-C in the terminal has closed it, and all is stored.
    """
    # The style as an argument: the call for it would load every name of QStyle.
    app = QApplication.instance() or QApplication([sys.argv[0], "-style", "Fusion"])
    assert isinstance(app, QApplication)  # noqa: S101 - there is never another kind here
    app.setApplicationName("workbook")
    app.setDesktopFileName("community-purpose-workbook")
    translator = QTranslator(app)
    folder_of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale("en_GB"), "qtbase", "_", folder_of_qt):
        app.installTranslator(translator)
    try:
        library = open_library(folder)
        _log.debug("the library is %s", folder)
    except LibraryError as error:
        return _refuse(app, tr("The sessions cannot be opened"), str(error))
    try:
        with hold_library(library):
            return _run(app, library, log)
    except LibraryInUse:
        library.close()
        sentence = tr("It is open in another window already, with the sessions in {folder}.")
        return _refuse(app, tr("The workbook is open"), sentence.format(folder=folder))
    except LibraryError as error:
        library.close()
        return _refuse(app, tr("The sessions cannot be opened"), str(error))


def _run(app: QApplication, library: Library, log: Log) -> int:
    program = Program(app, library, when_idle=log.watch_for_crashes)
    sys.excepthook = _Surprise(program.window, log)
    program.window.drawn.connect(partial(_show_icon, app))
    program.window.drawn.connect(partial(_log.debug, "Home is drawn"))
    program.window.show()
    interrupt = Interrupt()
    interrupt.pressed.connect(program.interrupt)
    try:
        app.exec()
    finally:
        interrupt.close()
        program.close()
    if program.interrupted:
        raise KeyboardInterrupt
    return 0


def _show_icon(app: QApplication) -> None:
    """Give the windows their icon; its SVG needs a part of Qt that Home is drawn without."""
    app.setWindowIcon(QtGui.QIcon(str(resource("icons", "workbook.svg"))))


def _refuse(app: QApplication, title: str, sentence: str) -> int:
    theme = Theme(app)
    theme.choose()
    _show_icon(app)
    _log.error("%s: %s", title, sentence)
    tell(title, sentence, None)
    return 1


class _Surprise:
    """What happens to an exception nobody expected: it is kept in the log and told once, and the
    work goes on.
    """

    def __init__(self, window: MainWindow, log: Log) -> None:
        self._window, self._log = window, log
        self._telling = False

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            return
        self._log.keep(error)
        if self._telling:
            return
        self._telling = True
        sentence = tr(
            "Something went wrong in the program ({error}). What you wrote is kept. Please close"
            " the workbook and open it again; if it happens again, tell whoever gave it to you."
        ).format(error=f"{kind.__name__}: {error}")
        UnexpectedDialog(sentence, _details(error), self._window).exec()
        self._telling = False


def _details(error: BaseException) -> str:
    """What helps to find a mistake, without a word that anybody typed."""
    versions = f"PySide {PySide6.__version__}, Qt {qVersion()}"
    return f"{machine()}\n{versions}\n\n{trace_of(error)}\n"
