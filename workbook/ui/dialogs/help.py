"""Small windows that tell something: the keys, what this program is, a problem."""

from PySide6 import QtGui
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QPushButton, QScrollArea, QWidget

from workbook import __version__
from workbook.catalogue import tr
from workbook.catalogue.news import news
from workbook.resources import resource
from workbook.ui.dialogs.dialog import Dialog
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, label, row, rule


class _Telling(Dialog):
    """A window with words and a button that closes it."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(title, parent)
        self.setAccessibleName(title)
        self.inside.addWidget(label(title, "heading"))

    def end(self, *others: QPushButton) -> None:
        """Add the button, after everything else; others stand before it."""
        ends = row()
        for other in others:
            ends.addWidget(other)
        ends.addStretch(1)
        close = button(tr("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        ends.addWidget(close)
        self.inside.addSpacing(8)
        self.inside.addLayout(ends)
        close.setFocus()


class _LongTelling(_Telling):
    """One that scrolls where the screen is too low for all of its words."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(title, parent)
        self.long = QWidget()
        self._area = area = QScrollArea()
        area.setFixedHeight(1)
        area.setWidgetResizable(True)
        area.setWidget(self.long)
        self.inside.addWidget(area, 1)
        self.end()

    def fit(self) -> None:
        """All at once where the screen is high enough; else it scrolls."""
        super().fit()
        margins = self.inside.contentsMargins()
        across = self.width() - margins.left() - margins.right() - 2 * self._area.frameWidth()
        rest = self.inside.totalHeightForWidth(self.width()) - self._area.height()
        needed = max(self.long.heightForWidth(across), self.long.minimumSizeHint().height())
        wanted = needed + 2 * self._area.frameWidth()
        self._area.setFixedHeight(min(wanted, self.space().height() - rest))
        super().fit()


class KeysDialog(_LongTelling):
    """Which keys do what."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(tr("Keys"), parent)
        grid = QGridLayout(self.long)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for at, (keys, what) in enumerate(_keys()):
            # Without an alignment both are as high as the row and start at its top, on one line.
            for place, words in enumerate((label(keys, "label", wrap=False), label(what, "soft"))):
                words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                grid.addWidget(words, 2 * at, place)
            grid.addWidget(rule(), 2 * at + 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)


def _keys() -> list[tuple[str, str]]:
    return [
        (tr("Page Down, Page Up"), tr("next page, page before; a presenter’s remote sends these")),
        (tr("Tab, Shift+Tab"), tr("next field, field before")),
        (tr("0 to 9, +"), tr("set a mark on a scale; + is ten")),
        (tr("Arrow keys"), tr("move a mark by one, or go through choices")),
        (tr("Home, End"), tr("a mark to the ends of its scale")),
        (tr("Delete"), tr("take a mark or a choice away; Undo brings it back")),
        (tr("Enter"), tr("in a table: a new row")),
        (tr("Ctrl+Delete"), tr("in a table: remove the row; Undo brings it back")),
        (tr("Ctrl+Z, Ctrl+Shift+Z"), tr("undo, redo")),
        (tr("Alt+0 to Alt+7"), tr("go to a step")),
        (tr("Ctrl+Enter"), tr("summary")),
        (tr("Alt+Home"), tr("all sessions")),
        (tr("Ctrl+E"), tr("export the summary as PDF")),
        (tr("Ctrl+F"), tr("find a session")),
        (tr("Menu key, Shift+F10"), tr("on a session: what can be done with it")),
        (tr("F9"), tr("show or hide the notes")),
        (tr("F11"), tr("full screen")),
        (tr("Ctrl++, Ctrl+−, Ctrl+0"), tr("larger, smaller, usual text")),
    ]


class AboutDialog(_Telling):
    """What the program is, whose thoughts it carries, and what it keeps where."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(tr("Community Purpose Workbook"), parent)
        picture = QLabel()
        size = QSize(theme.px(56), theme.px(56))
        # Named here alone: QIcon is made, with many names, when it is first named.
        picture.setPixmap(QtGui.QIcon(str(resource("icons", "workbook.svg"))).pixmap(size))
        self.inside.insertWidget(0, picture)
        self.inside.addWidget(label(tr("Version {version}").format(version=__version__), "soft"))
        self.inside.addWidget(
            label(
                tr(
                    "Steps you, alone or with a group, through the questions of one essay: “Why do"
                    " communities exist: for internal or external purpose, or both?”, together.is."
                    " The questions here are written afresh; what the workbook says back are"
                    " readings of your own answers, never verdicts."
                )
            )
        )
        self.inside.addWidget(
            label(tr("Everything stays on this computer. It never uses the internet."), "soft")
        )
        self.inside.addWidget(
            label(
                tr(
                    "Set in Source Serif and Source Sans by Adobe, under the SIL Open Font Licence."
                ),
                "small",
            )
        )
        self.end()


class NewsDialog(_LongTelling):
    """What each version of the program brought, the newest first."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(tr("What’s new"), parent)
        lines = column(self.long, margins=(0, 0, 8, 0), gap=6)
        for version in news():
            lines.addWidget(label(tr("Version {version}").format(version=version.number), "label"))
            for part in version.parts:
                lines.addSpacing(8)
                lines.addWidget(label(part.heading, "label"))
                for line in part.lines:
                    lines.addWidget(label(line, "soft"))


class UnexpectedDialog(_Telling):
    """That something went wrong which nobody expected, with details that can be handed on."""

    def __init__(self, sentence: str, details: str, parent: QWidget | None) -> None:
        super().__init__(tr("That should not have happened"), parent)
        self.inside.addWidget(label(sentence))
        self.inside.addWidget(
            label(
                tr(
                    "The details say which version this is, on which system, and where in the"
                    " program it happened; nothing of what anybody wrote."
                ),
                "soft",
            )
        )
        self._details = details
        self._copy = button(tr("Copy details"))
        self._copy.clicked.connect(self._copy_details)
        self.end(self._copy)

    def _copy_details(self) -> None:
        QApplication.clipboard().setText(self._details)
        self._copy.setText(tr("Copied"))


def tell(title: str, sentence: str, parent: QWidget | None) -> None:
    """Show one sentence that a person has to know, and wait until it is read."""
    dialog = _Telling(title, parent)
    dialog.inside.addWidget(label(sentence))
    dialog.end()
    dialog.exec()
