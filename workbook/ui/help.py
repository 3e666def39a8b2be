"""Shows what the menu Help offers, and tells what has gone wrong."""

from pathlib import Path

from PySide6 import QtCore, QtGui
from PySide6.QtWidgets import QWidget

from workbook.catalogue import tr
from workbook.ui.dialogs.help import AboutDialog, KeysDialog, NewsDialog, tell
from workbook.ui.theme import Theme


class Help:
    """Small windows over the one window."""

    def __init__(self, window: QWidget, theme: Theme, folder: Path) -> None:
        self._window, self._theme, self._folder = window, theme, folder

    def show_keys(self) -> None:
        """Which keys do what."""
        KeysDialog(self._theme, self._window).exec()

    def show_news(self) -> None:
        """What each version brought."""
        NewsDialog(self._theme, self._window).exec()

    def show_about(self) -> None:
        """What this program is."""
        AboutDialog(self._theme, self._window).exec()

    def open_folder(self) -> None:
        """The folder of the library, or where it is if the system cannot show it."""
        # Named here alone: Qt's classes are made, with their names, when they are first named.
        url = QtCore.QUrl.fromLocalFile(str(self._folder))
        if not QtGui.QDesktopServices.openUrl(url):
            self.tell(tr("Where the sessions are kept"), str(self._folder))

    def tell(self, title: str, sentence: str) -> None:
        """Something that a person has to know, until they close it."""
        tell(title, sentence, self._window)
