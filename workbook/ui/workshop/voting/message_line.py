"""One line below a way of collecting: a hint, until there is something to say."""

from PySide6.QtWidgets import QLabel, QWidget

from workbook.ui.widgets.basics import label, set_kind, show_if


def message_line(hint: str, parent: QWidget) -> QLabel:
    """A line that shows a hint, or takes no room without one; `say` changes it."""
    made = label(hint, "small")
    made.setParent(parent)
    show_if(made, bool(hint))
    return made


def say(line: QLabel, sentence: str, *, problem: bool = False) -> None:
    """Say a sentence in a line, and stress it where it is a problem; "" for nothing."""
    kind = "warn" if problem else "small"
    set_kind(line, kind)
    if line.text() != sentence:
        line.setText(sentence)
    show_if(line, bool(sentence))
