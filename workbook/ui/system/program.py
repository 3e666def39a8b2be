"""Runs one small program of the system beside the window, which never waits for it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Signal

PATIENCE = 500  # ms for a program that was killed to be gone; it takes a few, if it is not stuck


class Program(QObject):
    """A program that says nothing and ends with the window at the latest.

    `started` tells that it runs, `ended` that it is over or never ran, with whether all went well.
    Neither comes after `stop`. Its standard input stays open until then, so that a program that
    reads it learns that the window is gone, however that came about.
    """

    started = Signal()
    ended = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def running(self) -> bool:
        """Whether it runs, or is about to."""
        return self._process is not None

    def run(self, program: str, arguments: Sequence[str]) -> None:
        """Start a program, found as the system finds it, in place of the one before."""
        self.stop()
        process = QProcess(self)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.started.connect(self.started)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed)
        self._process = process
        process.start(program, list(arguments))

    def stop(self) -> None:
        """End the program, if it runs, and hear no more of it."""
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)
        process.closeWriteChannel()
        process.kill()
        process.waitForFinished(PATIENCE)
        process.deleteLater()

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._over(status is QProcess.ExitStatus.NormalExit and code == 0)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # after any other one it finishes as well
            self._over(False)

    def _over(self, well: bool) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self.ended.emit(well)
