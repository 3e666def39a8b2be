"""How the person likes the window, kept beside the library; and what is usual on this machine."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings, QStandardPaths

from workbook.model.paper import Paper
from workbook.ui.theme import Appearance, Theme

MOTION = "motion"  # the flag whether what is revealed may fade in


def usual_paper() -> Paper:
    """Letter where people measure in inches, else A4."""
    imperial = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if imperial else Paper.A4


def usual_folder() -> Path:
    """The person's documents, or home where there is no such folder."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if Path(documents).is_dir() else Path.home()


class Settings:
    """The window's settings in `settings.ini` of the library's folder, typed."""

    def __init__(self, folder: Path) -> None:
        self._file = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)

    def apply_to(self, theme: Theme) -> None:
        """Give a theme the stored choices; what is not stored or unreadable stays as usual."""
        appearance = str(self._file.value("appearance", Appearance.SYSTEM))
        known = [choice.value for choice in Appearance]
        theme.choose(
            appearance=Appearance(appearance if appearance in known else Appearance.SYSTEM),
            high_contrast=self.flag("high_contrast", False),
            scale=self._number("scale", 100) / 100,
        )

    def keep(self, theme: Theme) -> None:
        """Store a theme's choices."""
        self._file.setValue("appearance", theme.appearance.value)
        self.set_flag("high_contrast", theme.high_contrast)
        self._file.setValue("scale", round(theme.scale * 100))

    def flag(self, name: str, usual: bool) -> bool:
        """A yes or no; what is neither stays as usual."""
        return {"true": True, "false": False}.get(str(self._file.value(name)).lower(), usual)

    def set_flag(self, name: str, value: bool) -> None:
        """Store a yes or no."""
        self._file.setValue(name, "true" if value else "false")

    def text(self, name: str) -> str:
        """A text, "" where none is stored."""
        return str(self._file.value(name, ""))

    def set_text(self, name: str, value: str) -> None:
        """Store a text."""
        self._file.setValue(name, value)

    def geometry(self) -> QByteArray | None:
        """Where the window was, None at first."""
        value = self._file.value("geometry")
        return value if isinstance(value, QByteArray) else None

    def set_geometry(self, geometry: QByteArray) -> None:
        """Store where the window is."""
        self._file.setValue("geometry", geometry)

    def _number(self, name: str, usual: int) -> int:
        value = str(self._file.value(name, usual))
        return int(value) if value.isdecimal() else usual
