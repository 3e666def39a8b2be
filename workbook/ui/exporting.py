"""Asks where the summary of a session should go, and remembers the folder."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from workbook.ui.settings import Settings
from workbook.ui.theme import Theme

if TYPE_CHECKING:
    from workbook.readings.findings import Findings

_FOLDER = "export_folder"  # the setting that holds the folder chosen last


class Exporting(QObject):
    """Opens the export dialog over a window."""

    def __init__(self, window: QWidget, theme: Theme, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._theme, self._settings = window, theme, settings

    def export(self, found: "Findings") -> None:
        """Ask where the summary of a session should go, and write it there."""
        from workbook.ui.dialogs.export import ExportDialog

        kept = Path(self._settings.text(_FOLDER) or "")
        folder = kept if kept.is_absolute() and kept.is_dir() else None
        dialog = ExportDialog(found, self._theme, folder, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.written_to.connect(self._written_to)
        dialog.open()

    def _written_to(self, path: Path) -> None:
        self._settings.set_text(_FOLDER, str(path.parent))
