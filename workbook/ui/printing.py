"""Opens the print room, and remembers the folder in which something was saved."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from workbook.ui.settings import Settings
from workbook.ui.theme import Theme

if TYPE_CHECKING:
    from workbook.readings.findings import Findings

_FOLDER = "print_folder"  # the setting that holds the folder chosen last


class Printing(QObject):
    """Opens the print room over a window."""

    def __init__(self, window: QWidget, theme: Theme, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._theme, self._settings = window, theme, settings
        # What was chosen, by sessions; gone with the program, as names must be.
        self._kept: dict[str, dict[str, object]] = {}

    def open(self, found: "Findings | None", *, summary: bool = False) -> None:
        """Open it for a session, or for any workshop without one; on the summary, or else on what
        a workshop begins with, or with what was chosen there last.
        """
        from workbook.ui.print_room.entrance import print_room  # and all that is seen in there

        kept = Path(self._settings.text(_FOLDER) or "")
        folder = kept if kept.is_absolute() and kept.is_dir() else None
        session = found.session.id if found else ""
        chosen = self._kept.setdefault(session, {})
        dialog = print_room(found, summary, chosen, self._theme, folder, self._window)
        dialog.saved_to.connect(self._saved_to)
        dialog.quit_asked.connect(self._quit)
        dialog.open()

    def _quit(self) -> None:
        """As the menu does it, once the print room, which stands before the window, is gone."""
        QTimer.singleShot(0, QApplication.closeAllWindows)

    def _saved_to(self, path: Path) -> None:
        self._settings.set_text(_FOLDER, str(path.parent))
