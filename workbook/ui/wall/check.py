"""Shows which screen is which before people come, and lets it be changed."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbook.catalogue import tr
from workbook.ui.dialogs.dialog import Dialog
from workbook.ui.wall.screens import ScreenKeeper, Wish
from workbook.ui.widgets.basics import button, clear, column, label, row, show_if

_LETTERS = 30  # across a badge
_EDGE = 24  # of a badge from the corner of its screen


class ScreenCheck(Dialog):
    """Names every screen, with its number in large on the screen itself as long as this is open.

    Open it with `open()`; what is chosen is done at once.
    """

    def __init__(self, keeper: ScreenKeeper, parent: QWidget) -> None:
        super().__init__(tr("Which screen is which"), parent, gap=12)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keeper = keeper
        self._badges: list[ScreenBadge] = []
        inside = self.inside
        self.says = label("", "heading")
        self.why = label("", "soft")
        inside.addWidget(self.says)
        inside.addWidget(self.why)
        self._rows = QVBoxLayout()
        inside.addLayout(self._rows)
        inside.addSpacing(8)
        self.swap_button = button(tr("Swap the screens"))
        self.projector_button = button(tr("Use the second screen"))
        self.window_button = button(tr("Use a window for screen sharing"))
        self.one_button = button(tr("Use one screen only"))
        for choice, does in (
            (self.swap_button, keeper.swap),
            (self.projector_button, lambda: keeper.choose(Wish.PROJECTOR)),
            (self.window_button, lambda: keeper.choose(Wish.WINDOW)),
            (self.one_button, lambda: keeper.choose(Wish.ONE)),
        ):
            choice.clicked.connect(does)
            inside.addWidget(choice)
        inside.addSpacing(8)
        foot = row()
        foot.addStretch(1)
        self.done_button = button(tr("Done"), "primary")
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        foot.addWidget(self.done_button)
        inside.addLayout(foot)
        keeper.changed.connect(self.refresh)
        self.finished.connect(self._take_badges_down)
        self.refresh()
        self.done_button.setFocus()

    def refresh(self) -> None:
        """Say how it is now."""
        keeper = self._keeper
        self.says.setText(_says(keeper))
        self.why.setText(_why(keeper))
        show_if(self.why, bool(self.why.text()))
        clear(self._rows)
        self._take_badges_down()
        shown: list[QRect] = []
        for number, screen in enumerate(QGuiApplication.screens(), start=1):
            size = tr("{width} × {height}").format(
                width=screen.geometry().width(), height=screen.geometry().height()
            )
            what = screen_words(keeper, screen)
            # Translators: a screen's number, what it is for, and its size in pixels.
            words = tr("{number} · {what} · {size}").format(number=number, what=what, size=size)
            self._rows.addWidget(label(words))
            if screen.geometry() not in shown:  # mirrored ones show the same badge anyway
                self._badges.append(ScreenBadge(number, what, screen))
            shown.append(screen.geometry())
        show_if(self.swap_button, keeper.room is not None)
        show_if(self.projector_button, keeper.wish is not Wish.PROJECTOR)
        show_if(self.window_button, keeper.wish is not Wish.WINDOW)
        show_if(self.one_button, keeper.wish is not Wish.ONE)

    def _take_badges_down(self) -> None:
        for badge in self._badges:
            badge.hide()
            badge.deleteLater()
        self._badges = []


class ScreenBadge(QWidget):
    """A screen's number on it, large enough to be read from the back, and what the screen is."""

    def __init__(self, number: int, what: str, screen: QScreen) -> None:
        super().__init__(
            None,
            Qt.WindowType.ToolTip
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setProperty("kind", "screen-badge")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = column(self, margins=(24, 12, 24, 16), gap=0)
        digits = label(str(number), "screen-number", wrap=False)
        digits.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = label(what, "screen-words")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(digits)
        inside.addWidget(words)
        self.ensurePolished()
        words.ensurePolished()
        digits.ensurePolished()
        width = words.fontMetrics().averageCharWidth() * _LETTERS
        place = QRect(0, 0, width, inside.totalHeightForWidth(width))
        place.moveBottomLeft(screen.availableGeometry().bottomLeft())
        self.setScreen(screen)
        self.setGeometry(place.translated(_EDGE, -_EDGE))
        self.show()


def screen_words(keeper: ScreenKeeper, screen: QScreen) -> str:
    """What a screen is for."""
    if keeper.home is not None and screen.geometry().intersects(keeper.home.geometry()):
        if screen == keeper.home and not keeper.mirrored:
            return tr("This is the facilitator’s screen")
        return tr("The facilitator’s screen, and the room sees it too")
    if screen == keeper.room:
        return tr("The room sees this screen")
    return tr("Not used")


def _says(keeper: ScreenKeeper) -> str:
    if keeper.wish is Wish.ONE:
        return tr("One screen, for you and the room.")
    if keeper.wish is Wish.WINDOW:
        return tr("The room sees a window that you share.")
    if keeper.room is not None:
        return tr("The room has a screen of its own.")
    if keeper.mirrored:
        return tr("Both screens show the same.")
    return tr("There is one screen.")


def _why(keeper: ScreenKeeper) -> str:
    if keeper.wish is Wish.ONE:
        return tr("Your notes and buttons are covered until you press a key.")
    if keeper.wish is Wish.WINDOW:
        return tr("Share only that window in your video call, not the whole screen.")
    if keeper.room is not None:
        return tr("It is filled by itself, also when the projector is plugged in again.")
    if keeper.mirrored:
        return tr(
            "The room would see your notes. Let your system extend the screen instead of mirroring"
            " it, or use one screen only."
        )
    return tr(
        "Plug in the projector: it is filled by itself. Or share a window in a video call, or use"
        " one screen for you and the room."
    )
