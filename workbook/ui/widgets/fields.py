"""Fields for plain text: one that grows with what is typed and one of a single line."""

from itertools import takewhile

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

PAGE_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_CHROME = QSize(24, 14)  # border and padding of both sides, as in the style sheet
_MARGIN = 2  # of the document, in pixels
_RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
_LAYOUT_ROOM = 2  # what Qt keeps free at the end of a line for the cursor


class GrowingText(QPlainTextEdit):
    """A text of `least` lines that grows with what is typed up to `most` lines, then scrolls.

    `typed(mark, text)` tells what a person typed; `left()` that the focus went. Tab leaves it,
    and Page Up and Page Down are left to the page.
    """

    typed = Signal(str, str)
    left = Signal()

    def __init__(
        self,
        mark: str,
        name: str,
        parent: QWidget,
        *,
        least: int = 3,
        most: int = 10,
        chrome: QSize = _CHROME,
    ) -> None:
        super().__init__(parent)
        self.mark = mark
        self._least, self._most, self._chrome = least, max(most, least), chrome
        self._known = ""
        self._showing = False
        self._tall = 0
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().clearUndoRedoStacks()  # Qt counts the margin as a change of the text
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.textChanged.connect(self._changed)

    def text(self) -> str:
        """What is in the field; unlike toPlainText it keeps spaces that do not break."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Show a text without telling anybody, with nothing to undo; where it is shown already,
        or blanks stand for an empty one, all stays as it is.
        """
        if _same(text, self._known):
            return
        at, old = self.textCursor().position(), self._known
        self._showing = True
        self.setPlainText(text)
        self._showing = False
        self._known = self.text()  # line ends may not be as they came
        cursor = self.textCursor()
        cursor.setPosition(self._place_after(at, old))
        self.setTextCursor(cursor)
        self._resized()
        self._align()

    def _place_after(self, at: int, old: str) -> int:
        """Where the cursor stands once another text is shown: where one is writing, after what
        has changed, so that typing goes on there.
        """
        if not self.hasFocus():
            return min(at, len(self._known))
        pairs = zip(reversed(old), reversed(self._known), strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        before = self._known[: len(self._known) - same]
        return len(before.encode("utf-16-le", "surrogatepass")) // 2  # as Qt counts

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = max(self._lines(self._space(width), self._most), self._least)
        line = QFontMetrics(self.font()).lineSpacing()
        return lines * line + 2 * _MARGIN + self._chrome.height()

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._least * QFontMetrics(self.font()).lineSpacing() + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._allow_scrolling()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PAGE_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _changed(self) -> None:
        text = self.text()
        if text != self._known and not self._showing:
            self._known = text
            self._resized()
            self._align()
            self.typed.emit(self.mark, text)

    def _resized(self) -> None:
        tall = self.heightForWidth(self.width())
        if tall != self._tall:
            self._tall = tall
            self.updateGeometry()
        self._allow_scrolling()

    def _align(self) -> None:
        # Unlike other fields this one orders right-to-left words but leaves them at the left.
        rightwards = self.document().firstBlock().textDirection() == _RIGHT_TO_LEFT
        side = Qt.AlignmentFlag.AlignRight if rightwards else Qt.AlignmentFlag.AlignLeft
        option = self.document().defaultTextOption()
        if option.alignment() != side:
            option.setAlignment(side)
            self.document().setDefaultTextOption(option)

    def _allow_scrolling(self) -> None:
        # Only what is longer than the most lines scrolls; else a bar would flash while it grows.
        full = self._lines(self._space(self.width()), self._most + 1) > self._most
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAsNeeded if full else policy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != wanted:
            self.setVerticalScrollBarPolicy(wanted)

    def _space(self, width: int) -> int:
        return width - self._chrome.width() - 2 * _MARGIN - _LAYOUT_ROOM

    def _lines(self, width: int, enough: int) -> int:
        """How many lines the text takes, counted no further than enough."""
        count = 0
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for block in self._known.split("\n"):
            layout = QTextLayout(block, self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            while count < enough and (line := layout.createLine()).isValid():
                line.setLineWidth(max(width, 1))
                count += 1
            layout.endLayout()
        return count


class LineField(QLineEdit):
    """A text of one line; `typed(mark, text)` and `left()` as in GrowingText."""

    typed = Signal(str, str)
    left = Signal()

    def __init__(self, mark: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.mark = mark
        self.setAccessibleName(name)
        self.textEdited.connect(self._edited)

    def show_text(self, text: str) -> None:
        """Show a text without telling anybody, as in GrowingText."""
        if not _same(text, self.text()):
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)))

    def put_in(self, text: str) -> None:
        """Type a text at the cursor for the person: it can be undone like typing."""
        self.insert(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _edited(self, text: str) -> None:
        self.typed.emit(self.mark, text)


def _same(wanted: str, shown: str) -> bool:
    """Whether a text is shown; blanks are stored as no answer, and so are as good as none."""
    return wanted == shown or not (wanted.strip() or shown.strip())
