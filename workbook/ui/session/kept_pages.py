"""The pages of an open session: made when first needed or, while nobody waits, a little before."""

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, Protocol, TypeVar, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbook.ui.theme import Theme

AHEAD = 25  # ms between two bits of building pages ahead of time


class BuiltInBits(Protocol):
    """A page that can be built bit by bit while it is not shown."""

    def build_some(self, size: QSize) -> bool:
        """Build a little more of it; False once nothing is left to do."""


K = TypeVar("K", bound=Hashable)
P = TypeVar("P", bound=BuiltInBits)


class KeptPages(QObject, Generic[K, P]):
    """Keeps every page that was made, with its texts' undo, in a stack that shows one of them."""

    def __init__(
        self,
        stack: QStackedWidget,
        theme: Theme,
        make: Callable[[K], P],
        coming: Callable[[], Iterable[K]],
        held: Callable[[P], bool] = lambda _: False,
        *,
        after: int = 0,
    ) -> None:
        """`make` makes a page, a widget whose parent is the stack; `coming` names the pages in the
        order in which they are built ahead; `held` tells whether a page holds something that is
        stored nowhere; `after` is how many ms a page has to be drawn in before others are built.
        """
        super().__init__(stack)
        self._stack, self._make_page, self._coming, self._held = stack, make, coming, held
        self._after = after
        self._pages: dict[K, P] = {}
        self._ahead = QTimer(self)
        self._ahead.timeout.connect(self._build_ahead)
        theme.changing.connect(self._drop_unseen)

    def page(self, key: K) -> P:
        """The page of a name, made now where it is not there yet."""
        return self._pages.get(key) or self._make(key)

    def build_ahead(self) -> None:
        """Build what comes next, once the page that is shown has been drawn."""
        self._ahead.start(self._after or AHEAD)

    @property
    def building(self) -> bool:
        """Whether something is still to be built."""
        return self._ahead.isActive()

    def _make(self, key: K) -> P:
        made = self._pages[key] = self._make_page(key)
        self._stack.addWidget(_widget(made))
        return made

    def _build_ahead(self) -> None:
        """Build a little of the pages that come next, while nobody waits for it."""
        self._ahead.setInterval(AHEAD)
        for key in self._coming():
            page = self._pages.get(key)
            if page is None:
                self._make(key)
                return
            if page.build_some(self._stack.size()):
                return
        self._ahead.stop()

    def _drop_unseen(self) -> None:
        """Pages that are not shown go before everything is styled anew: made again they cost less
        than styled again. But not one that holds something.
        """
        self._ahead.stop()
        for key, page in list(self._pages.items()):
            widget = _widget(page)
            if widget is not self._stack.currentWidget() and not self._held(page):
                del self._pages[key]
                self._stack.removeWidget(widget)
                widget.deleteLater()
                QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)
        self._ahead.start(self._after or AHEAD)


def _widget(page: BuiltInBits) -> QWidget:
    return cast(QWidget, page)
