"""Sessions that are stored nowhere, a clock and a theme, for tests of Home and its parts."""

from datetime import UTC, datetime, timedelta
from functools import cache

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from workbook.model.answers import Progress
from workbook.model.guide import Mode
from workbook.model.session import Outcome, Session
from workbook.ui.theme import Appearance, Theme

NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
NO_OUTCOME = Outcome()


def clock() -> datetime:
    """Always the same moment."""
    return NOW


def session(
    session_id: str = "a",
    name: str = "River Street Makers",
    *,
    done: int = 5,
    days_ago: float = 0,
    outcome: Outcome = NO_OUTCOME,
    trashed: bool = False,
) -> Session:
    """A session changed some days ago; one in the trash was moved there an hour later."""
    then = NOW - timedelta(days=days_ago)
    gone = then + timedelta(hours=1) if trashed else None
    progress = Progress(done, 8)
    return Session(
        session_id, name, Mode.SOLO, "g", "h", "solo-25", then, then, gone, progress, outcome
    )


@cache
def _theme() -> Theme:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return Theme(app)


def light_theme(scale: float = 1.0) -> Theme:
    """The light theme, its text enlarged."""
    # The widgets of earlier tests wait for an event loop to delete them, and would be restyled too.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme = _theme()
    theme.choose(appearance=Appearance.LIGHT, high_contrast=False, scale=scale)
    return theme
