"""Windows that ask: whatever grows in them, their buttons stay on the screen."""

from pytestqt.qtbot import QtBot

from workbook.ui.dialogs.dialog import Dialog
from workbook.ui.widgets.basics import label


def test_a_window_that_grows_stays_on_the_screen(qtbot: QtBot) -> None:
    dialog = Dialog("Answers from a file", None)
    qtbot.addWidget(dialog)
    dialog.inside.addWidget(label("Which file?"))
    dialog.show()
    space = dialog.screen().availableGeometry()
    low = space.bottom() - dialog.frameGeometry().height()
    dialog.move(space.right() - dialog.frameGeometry().width(), low)
    lines = "\n".join(f"Row {n} can't be read." for n in range(12))
    dialog.inside.addWidget(label(lines))
    qtbot.waitUntil(lambda: dialog.y() < low)
    assert space.contains(dialog.frameGeometry())


def test_a_window_that_has_room_where_it_stands_is_not_moved(qtbot: QtBot) -> None:
    dialog = Dialog("Answers from a file", None)
    qtbot.addWidget(dialog)
    dialog.inside.addWidget(label("Which file?"))
    dialog.show()
    dialog.move(30, 40)
    before = dialog.height()
    dialog.inside.addWidget(label("One line more."))
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert (dialog.x(), dialog.y()) == (30, 40)
