"""Small parts of a form: a box to tick, and the place beside a field for what is wrong in it."""

from PySide6.QtWidgets import QCheckBox, QLabel

from workbook.ui.widgets.basics import label, show_if


def tick(words: str, *, on: bool = False) -> QCheckBox:
    """A box to tick, named by its words."""
    made = QCheckBox(words.replace("&", "&&"))
    made.setAccessibleName(words)
    made.setChecked(on)
    return made


def problem_label() -> QLabel:
    """The place beside a field for what is wrong in it; hidden while nothing is."""
    made = label("", "danger")
    made.hide()
    return made


def say(where: QLabel, sentence: str) -> None:
    """Say a sentence there, or nothing."""
    where.setText(sentence)
    show_if(where, bool(sentence))
