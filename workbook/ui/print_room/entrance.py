"""The way into the print room: what it is opened on, and what is shown again of the last time."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from workbook.guides import load_guide
from workbook.operations.print_room import Handout
from workbook.readings.findings import Findings
from workbook.ui.print_room.dialog import PrintRoom
from workbook.ui.print_room.remembered import KIND, Chosen
from workbook.ui.theme import Theme


def print_room(
    found: Findings | None,
    summary: bool,
    kept: dict[str, object],
    theme: Theme,
    folder: Path | None,
    window: QWidget,
) -> PrintRoom:
    """The print room for a session, or for any workshop without one.

    Args:
        found: the session, with all that is found in it.
        summary: whether it opens on the summary, whatever was chosen last.
        kept: what was chosen the last time; it holds what is chosen when the room is left.
        theme: of the window.
        folder: where something was saved the last time.
        window: the one that it stands before.
    """
    guide = found.guide if found else load_guide()
    handout = Handout.SUMMARY if summary else Handout.WORKSHEET
    here = {name: kept[name] for name in kept if not (summary and name == KIND)}
    dialog = PrintRoom(guide, found, handout, theme, folder, window, here)
    # Who looks at the summary alone finds the kind again that was chosen before.
    before = {KIND: kept[KIND]} if summary and KIND in kept else {}

    def keep(changed: Chosen) -> None:
        kept.clear()
        kept.update({**before, **changed})

    dialog.left.connect(keep)
    return dialog
