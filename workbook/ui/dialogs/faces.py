"""What dialogs share that ask, then work a while, then tell: their faces, and how far it is."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from workbook.catalogue import tr
from workbook.ui.dialogs.dialog import Dialog
from workbook.ui.widgets.basics import button, column, label, row, show_if


class Faces:
    """The faces of a dialog, of which one is seen at a time; none until `show` says which."""

    def __init__(self, dialog: Dialog, count: int) -> None:
        self.faces = [QWidget(dialog) for _ in range(count)]
        for face in self.faces:
            dialog.inside.addWidget(face)

    def begin(self, number: int, heading: str = "", *, gap: int = 10) -> QVBoxLayout:
        """The layout of a face, with its heading where it has one that stays."""
        inside = column(self.faces[number], gap=gap)
        if heading:
            inside.addWidget(label(heading, "heading"))
        return inside

    def show(self, number: int) -> None:
        """Show one face, and no other."""
        for at, face in enumerate(self.faces):
            show_if(face, at == number)

    def shows(self, number: int) -> bool:
        """Whether this face is the one that is seen."""
        return not self.faces[number].isHidden()


class Progress:
    """A face while something takes long: a bar, words under it, and a button to stop it."""

    def __init__(self, faces: Faces, number: int, heading: str) -> None:
        inside = faces.begin(number, heading, gap=12)
        self.bar = progress_bar()
        inside.addWidget(self.bar)
        self.doing = label("", "soft")
        self.doing.hide()
        inside.addWidget(self.doing)
        self.stop = button(tr("Cancel"))
        end_with(inside, self.stop)

    def begin(self) -> None:
        """Nothing is known yet of how far it is."""
        self.bar.setRange(0, 0)
        self.doing.hide()
        self.stop.setEnabled(True)
        self.stop.setFocus()

    def show_done(self, done: int, total: int) -> None:
        """Say how much of it is done."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def say(self, words: str) -> None:
        """Say what is being done."""
        self.doing.setText(words)
        show_if(self.doing, True)


def progress_bar() -> QProgressBar:
    """A bar that says how far something is, of an unknown length at first."""
    made = QProgressBar()
    made.setTextVisible(False)
    made.setRange(0, 0)
    made.setAccessibleName(tr("Progress"))
    return made


def end_with(
    inside: QVBoxLayout, *buttons: QPushButton, at_left: QPushButton | None = None
) -> None:
    """Close a face with its buttons, in the order in which Tab goes to them."""
    inside.addSpacing(8)
    inside.addLayout(buttons_line(*buttons, at_left=at_left))


def buttons_line(*buttons: QPushButton, at_left: QPushButton | None = None) -> QHBoxLayout:
    """Buttons at the right end of a line, and one at its left."""
    line = row()
    if at_left is not None:
        line.addWidget(at_left)
    line.addStretch(1)
    for each in buttons:
        line.addWidget(each)
    return line
