"""Shows one page of a document at a time, as large as a person wants it."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from workbook.catalogue import tr
from workbook.ui.print_room.drawer import Drawer, Wish
from workbook.ui.theme import Theme

Sizes = tuple[tuple[float, float], ...]  # widths and heights of pages, in points


class Fit(Enum):
    """A size that follows the window."""

    PAGE = "page"
    WIDTH = "width"


Zoom = Fit | int  # per cent

STEPS = (50, 75, 100, 125, 150, 200, 300, 400)  # per cent
_EDGE = 16  # pixels around a page
_WHOLE = 6_000_000  # pixels up to which a page is drawn whole; beyond, what is seen of it
_NOTCH = 120  # of a wheel, as Qt counts
_LINE = 40  # pixels that an arrow key scrolls


@dataclass(frozen=True, slots=True)
class _Shown:
    """How a page stands: its place in pixels of the window, and how many of the screen's it has."""

    place: QRect
    whole: QSize  # of the page, in the screen's pixels
    drawn: QSize  # of the image of all of it, which has fewer where it would have too many


class PageView(QAbstractScrollArea):
    """The page that is looked at. `turned` tells its number, from 0, and how many there are;
    `zoomed` that it has another size.

    Page Up and Page Down turn, Home and End go to the first and the last page, arrows and the
    space bar scroll, plus and minus change the size.
    """

    turned = Signal(int, int)
    zoomed = Signal()

    def __init__(self, theme: Theme, drawer: Drawer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._drawer = theme, drawer
        self._sizes: Sizes = ()
        self._page = 0
        self._counted = True
        self._zoom: Zoom = Fit.PAGE
        self._wheel = 0
        self._detail: Wish | None = None  # the part of a large page that was drawn last
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        drawer.opened.connect(self._opened)
        drawer.drawn.connect(self._drawn)
        theme.changed.connect(self.viewport().update)
        self._tell()

    # What is looked at

    @property
    def page(self) -> int:
        """The number of the page, from 0."""
        return self._page

    @property
    def sizes(self) -> Sizes:
        """The widths and heights of the pages, in points."""
        return self._sizes

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._sizes)

    @property
    def words(self) -> str:
        """Which page it is of how many, "" where there is none."""
        if not self._sizes:
            return ""
        words = tr("Page {page} of {pages}") if self._counted else tr("Page {page} of …")
        return words.format(page=self._page + 1, pages=self.pages)

    def set_counted(self, counted: bool) -> None:
        """Whether these are all pages of what is chosen, so that their number is told."""
        if counted is not self._counted:
            self._counted = counted
            self._tell()

    @property
    def zoom(self) -> Zoom:
        """A size in per cent, or what it follows."""
        return self._zoom

    def percent(self) -> int:
        """How large the page is, in per cent of paper."""
        if not self._sizes:
            return 100
        return round(self._scale(self._page) / self._natural() * 100)

    @property
    def sharp(self) -> bool:
        """Whether all that is seen of the page is drawn as it should be."""
        if not self._sizes:
            return False
        wishes = self._wishes()
        return all(self._drawer.image(wish) is not None for wish in wishes[: 1 + self._is_large()])

    def go_to(self, page: int) -> None:
        """Look at a page; beyond the ends, at the one there."""
        wanted = min(max(page, 0), max(self.pages - 1, 0))
        if wanted != self._page:
            self._page = wanted
            self._detail = None
            self._settle()
            self.verticalScrollBar().setValue(0)
            self._tell()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show pages in another size, the middle of what is seen staying in the middle; from the
        whole page on, at its top.
        """
        before, middle = self._shown(), self.viewport().rect().center()
        from_whole, self._zoom = self._zoom is Fit.PAGE, zoom
        self._detail = None
        self._settle()
        if before is not None and (now := self._shown()) is not None:
            for bar, size, old, at in (
                (self.horizontalScrollBar(), now.place.width(), before.place, middle.x()),
                (self.verticalScrollBar(), now.place.height(), before.place, middle.y()),
            ):
                across = bar is self.horizontalScrollBar()
                start, long = (old.x(), old.width()) if across else (old.y(), old.height())
                bar.setValue(round((at - start) / max(long, 1) * size + _EDGE - at))
        if from_whole:
            self.verticalScrollBar().setValue(0)
        self.zoomed.emit()

    def zoom_by(self, direction: int) -> None:
        """The next larger (1) or smaller (−1) size."""
        now = self.percent()
        steps = [s for s in STEPS if (s > now if direction > 0 else s < now)]
        if steps:
            self.set_zoom(steps[0] if direction > 0 else steps[-1])

    def _opened(self, sizes: Sizes) -> None:
        self._sizes = sizes
        self._page = min(self._page, max(len(sizes) - 1, 0))
        self._detail = None
        self._settle()
        self._tell()
        self.zoomed.emit()

    def _tell(self) -> None:
        self.setAccessibleName(self.words or tr("No page yet"))
        self.turned.emit(self._page, self.pages)

    # Where it stands

    def _natural(self) -> float:
        """Pixels of the window for a point of paper at 100 %."""
        return self.logicalDpiX() / 72

    def _scale(self, page: int) -> float:
        """Pixels of the window for a point of a page."""
        width, height = self._sizes[page]
        space = self.viewport().size() - QSize(2 * _EDGE, 2 * _EDGE)
        match self._zoom:
            case Fit.PAGE:
                return max(min(space.width() / width, space.height() / height), 0.05)
            case Fit.WIDTH:
                return max(space.width() / width, 0.05)
            case percent:
                return self._natural() * percent / 100

    def _shown(self) -> _Shown | None:
        return self._stands(self._page) if self._sizes else None

    def _stands(self, page: int) -> _Shown:
        scale, ratio = self._scale(page), self.devicePixelRatioF()
        size = QSize(*(max(round(side * scale), 1) for side in self._sizes[page]))
        space = self.viewport().size()
        left = max((space.width() - size.width()) // 2, _EDGE) - self.horizontalScrollBar().value()
        top = max((space.height() - size.height()) // 2, _EDGE) - self.verticalScrollBar().value()
        whole = size * ratio
        share = min((_WHOLE / (whole.width() * whole.height())) ** 0.5, 1.0)
        return _Shown(QRect(QPoint(left, top), size), whole, whole * share)

    def _settle(self) -> None:
        """Let the bars fit the page, and ask for what is seen of it."""
        policy = Qt.ScrollBarPolicy
        off, needed = policy.ScrollBarAlwaysOff, policy.ScrollBarAsNeeded
        fits = isinstance(self._zoom, Fit)
        self.setHorizontalScrollBarPolicy(off if fits else needed)
        # Always there at the width of the window: a bar that comes would change that width.
        down = policy.ScrollBarAlwaysOn if self._zoom is Fit.WIDTH else needed
        self.setVerticalScrollBarPolicy(off if self._zoom is Fit.PAGE else down)
        shown = self._shown()
        if shown is not None:
            space = self.viewport().size()
            for bar, size, seen in (
                (self.horizontalScrollBar(), shown.place.width(), space.width()),
                (self.verticalScrollBar(), shown.place.height(), space.height()),
            ):
                bar.setRange(0, max(size + 2 * _EDGE - seen, 0))
                bar.setPageStep(seen)
                bar.setSingleStep(_LINE)
            self._drawer.want(self._wishes())
        self.viewport().update()

    def _is_large(self) -> bool:
        shown = self._shown()
        return shown is not None and shown.drawn != shown.whole

    def _wishes(self) -> list[Wish]:
        """What is seen of the page first, then its neighbours, which may be turned to."""
        shown = self._shown()
        if shown is None:
            return []
        wishes = [Wish(self._page, shown.drawn.width(), shown.drawn.height())]
        seen = shown.place.intersected(self.viewport().rect()).translated(-shown.place.topLeft())
        if self._is_large() and not seen.isEmpty():
            ratio = self.devicePixelRatioF()
            left, top = round(seen.x() * ratio), round(seen.y() * ratio)
            part = (left, top, round(seen.width() * ratio), round(seen.height() * ratio))
            wishes.append(Wish(self._page, shown.whole.width(), shown.whole.height(), part))
        for page in (self._page + 1, self._page - 1):
            if 0 <= page < self.pages:
                drawn = self._stands(page).drawn
                wishes.append(Wish(page, drawn.width(), drawn.height()))
        return wishes

    def _drawn(self, wish: Wish) -> None:
        if wish.page == self._page:
            if wish.part:
                self._detail = wish
            self.viewport().update()

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.color("chip"))
        shown = self._shown()
        if shown is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(shown.place, Qt.GlobalColor.white)
            self._paint_page(painter, shown)
            painter.setPen(self._theme.color("edge"))
            painter.drawRect(shown.place.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("ink"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_page(self, painter: QPainter, shown: _Shown) -> None:
        image = self._drawer.nearly(Wish(self._page, shown.drawn.width(), shown.drawn.height()))
        if image is not None:
            painter.drawImage(shown.place, image)
        detail = self._detail
        if detail is None or detail.part is None or QSize(*detail[1:3]) != shown.whole:
            return
        image = self._drawer.image(detail)
        if image is not None:
            ratio = self.devicePixelRatioF()
            left, top, width, height = (side / ratio for side in detail.part)
            place = QRectF(left, top, width, height).translated(shown.place.topLeft())
            painter.drawImage(place, image)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Nothing is moved as it is: what comes into view is asked for."""
        self._drawer.want(self._wishes())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()
        self.zoomed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange):
            self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_PageDown:
                self.go_to(self._page + 1)
            case Qt.Key.Key_PageUp:
                self.go_to(self._page - 1)
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(self.pages - 1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(1)
            case Qt.Key.Key_Minus:
                self.zoom_by(-1)
            case Qt.Key.Key_Space:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + bar.pageStep() - _LINE)
            case _:
                super().keyPressEvent(event)  # arrows scroll

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, and turn at the ends of a page; with Ctrl change the size."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            bar, turn = self.verticalScrollBar(), event.angleDelta().y()
            at_end = bar.value() == (bar.maximum() if turn < 0 else 0)
            if not at_end or not turn:
                self._wheel = 0
                super().wheelEvent(event)
                return
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / _NOTCH)
        self._wheel -= notches * _NOTCH
        if notches and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(notches)
        elif notches:
            self._turn(-notches)
        event.accept()

    def _turn(self, by: int) -> None:
        """Turn pages, forwards to their tops, backwards to their bottoms."""
        before = self._page
        self.go_to(before + by)
        if self._page < before:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
