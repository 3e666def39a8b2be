"""The summary in the program: the same blocks as the PDF, on a sheet that scrolls."""

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from workbook.catalogue import tr
from workbook.documents.blocks import Block, Document, PageBreak
from workbook.documents.summary import summary
from workbook.readings.findings import Findings
from workbook.ui.charts import Charts
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, frame, label, row, rule, show_if
from workbook.ui.widgets.block_view import BlockView
from workbook.ui.widgets.scroll import Scroll
from workbook.ui.widgets.stack import Stack

AFTER = 120  # ms for page one to be drawn with its charts before what stands below is added
LATER = 15  # ms between two turns of adding what stands below page one
AT_ONCE = 0.02  # seconds that such a turn takes
WIDTH = 800  # pixels of the sheet at 100 %


class SummaryPage(QWidget):
    """Shows a document. Page one stands at once; what follows is added while nobody waits.

    What is the same as when it was last shown is kept as it stands, charts above all.
    """

    back_requested = Signal()
    export_requested = Signal()
    print_requested = Signal()

    def __init__(self, theme: Theme, charts: Charts) -> None:
        super().__init__()
        self._theme = theme
        self._view = BlockView(theme, charts)
        self._document: Document | None = None
        self._shown: list[tuple[Block, QWidget | None]] = []  # None: not made yet
        outer = column(self, gap=0)
        bar = frame("bar", self)
        line = row(bar, margins=(14, 9, 20, 9), gap=10)
        self.back_button = button(tr("‹ Back to the questions"), "quiet")
        self.back_button.clicked.connect(self.back_requested)
        line.addWidget(self.back_button)
        line.addWidget(label(tr("Summary"), "name", wrap=False))
        line.addStretch(1)
        self.print_button = button(tr("Print…"))
        self.print_button.clicked.connect(self.print_requested)
        line.addWidget(self.print_button)
        self.export_button = button(tr("Export…"), "primary")
        self.export_button.clicked.connect(self.export_requested)
        line.addWidget(self.export_button)
        outer.addWidget(bar)
        self.area = Scroll("paper", self)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setAccessibleName(tr("Summary"))
        outer.addWidget(self.area, 1)
        self._make_sheet()
        theme.changing.connect(self._clear)
        theme.changed.connect(self._show_again)
        self._more = QTimer(self)
        self._more.timeout.connect(self._show_more)

    def _make_sheet(self) -> None:
        centre = row(self.area.inner, margins=(24, 24, 24, 24), gap=0)
        self._sheet = frame("card", self.area.inner)
        inside = column(self._sheet, margins=(44, 32, 44, 40), gap=10)
        centre.addStretch(1)
        centre.addWidget(self._sheet, 1000)
        centre.addStretch(1)
        head = row()
        inside.addLayout(head)
        self._kicker = label("", "kicker")
        head.addWidget(self._kicker, 1)
        self._date = label("", "small", wrap=False)
        head.addWidget(self._date)
        inside.addWidget(rule())
        self._title = label("", "title")
        inside.addWidget(self._title)
        self._subtitle = label("", "framing")
        inside.addWidget(self._subtitle)
        self._stack = Stack(10, self._sheet)
        inside.addWidget(self._stack)
        inside.addStretch(1)
        self._resize()

    def _clear(self) -> None:
        """Blocks go before everything is styled anew: made again they cost less than styled."""
        self._more.stop()
        for _, widget in self._shown:
            if widget is not None:
                self._stack.take(widget)
                QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)
        self._shown = []

    def _show_again(self) -> None:
        self._resize()
        document, self._document = self._document, None
        if document is not None:
            self.show_document(document)

    def _resize(self) -> None:
        self._sheet.setMaximumWidth(self._theme.px(WIDTH))

    def show_summary(self, found: Findings) -> None:
        """Show the summary of a session as it is now."""
        self.show_document(summary(found))

    def show_document(self, document: Document) -> None:
        """Show this document from its beginning; nothing happens where it is shown already."""
        if document == self._document:
            return
        self._document = document
        self._kicker.setText(document.kicker.upper())
        self._date.setText(document.date)
        self._title.setText(document.title)
        self._subtitle.setText(document.subtitle)
        show_if(self._subtitle, bool(document.subtitle))
        self._keep_what_stands(document.blocks)
        page_one = next(
            (at for at, block in enumerate(document.blocks) if isinstance(block, PageBreak)),
            len(document.blocks),
        )
        for at in range(page_one):
            self._make_block(at)
        self._stack.settle()
        self.area.verticalScrollBar().setValue(0)
        self._more.start(AFTER)

    def _keep_what_stands(self, blocks: Sequence[Block]) -> None:
        """Blocks that stood before keep their widgets; the others go."""
        old = [(block, widget) for block, widget in self._shown if widget is not None]
        self._shown, dropped = [], []
        for block in blocks:
            # Only in the order of before: what has moved up is made anew.
            at = next((at for at, (stood, _) in enumerate(old) if stood == block), None)
            self._shown.append((block, None if at is None else old[at][1]))
            gone, old = (old[:at], old[at + 1 :]) if at is not None else ([], old)
            dropped += gone
        for _, widget in (*dropped, *old):
            self._stack.take(widget)

    def _make_block(self, at: int) -> None:
        block, widget = self._shown[at]
        if widget is None:
            holder = QWidget(self._stack)
            self._view.add(column(holder, gap=10), [block])
            self._stack.put(sum(made is not None for _, made in self._shown[:at]), holder)
            self._shown[at] = (block, holder)

    def _show_more(self) -> None:
        begun = monotonic()
        self._more.setInterval(LATER)
        for at, (_, widget) in enumerate(self._shown):
            if widget is None:
                self._make_block(at)
                if monotonic() - begun > AT_ONCE:
                    break
        else:
            self._more.stop()
        self._stack.settle()

    def scroll_page(self, direction: int) -> bool:
        """Scroll by nearly a screen, down (1) or up (−1); False where that end is reached."""
        bar = self.area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + direction * (bar.pageStep() - 40))
        return bar.value() != before

    def focus(self) -> None:
        """Give the focus to the sheet, so that arrows and Page Down scroll it."""
        self.area.setFocus()
