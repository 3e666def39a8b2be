"""Asks before what the disk has not taken is lost: words, ballots, or both."""

from PySide6.QtWidgets import QWidget

from workbook.catalogue import tr
from workbook.ui.dialogs.confirm import ConfirmDialog


def may_be_lost(window: QWidget, *, words: bool, ballots: bool) -> bool:
    """Whether the person leaves all the same, although words or ballots are not on disk."""
    if words and ballots:
        title = tr("Your last words and some ballots are not stored")
        text = tr(
            "The disk does not take them. Free some space and they are stored by themselves; if you"
            " leave now, what you typed last is lost, and so are ballots that were handed in."
        )
    elif ballots:
        title = tr("Some ballots are not stored")
        text = tr(
            "The disk does not take them. Free some space and they are stored by themselves; if you"
            " leave now, ballots that were handed in are lost."
        )
    else:
        title = tr("Your last words are not stored")
        text = tr(
            "The disk does not take them. Free some space and they are stored by themselves; if you"
            " leave now, what you typed last is lost."
        )
    dialog = ConfirmDialog(title, text, tr("Leave and lose it"), window)
    return dialog.exec() == ConfirmDialog.DialogCode.Accepted
