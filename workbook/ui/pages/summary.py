"""The summary in the program: the same blocks as the PDF, on a sheet that scrolls."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from workbook.catalogue import tr
from workbook.printing.blocks import Block, Document, PageBreak
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, frame, label, row, rule
from workbook.ui.widgets.block_view import BlockView
from workbook.ui.widgets.chart_canvas import Charts

WIDTH = 800  # pixels of the sheet at 100 %


class SummaryPage(QWidget):
    """Shows a document. Page one stands at once; what follows is added while nobody waits."""

    back_requested = Signal()
    export_requested = Signal()

    def __init__(self, theme: Theme, charts: Charts) -> None:
        super().__init__()
        self._theme = theme
        self._view = BlockView(theme, charts)
        self._document: Document | None = None
        self._rest: list[Block] = []
        self._sheet_column: QVBoxLayout | None = None
        outer = column(self, gap=0)
        bar = frame("bar")
        line = row(bar, margins=(14, 9, 20, 9), gap=10)
        self.back_button = button(tr("‹ Back to the questions"), "quiet")
        self.back_button.clicked.connect(self.back_requested)
        line.addWidget(self.back_button)
        line.addWidget(label(tr("Summary"), "name", wrap=False))
        line.addStretch(1)
        self.export_button = button(tr("Export PDF…"), "primary")
        self.export_button.clicked.connect(self.export_requested)
        line.addWidget(self.export_button)
        outer.addWidget(bar)
        self._area = QScrollArea()
        self._area.setProperty("kind", "paper")
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("Summary"))
        outer.addWidget(self._area, 1)
        self._more = QTimer(self)
        self._more.setInterval(0)
        self._more.timeout.connect(self._add_more)

    def show_document(self, document: Document) -> None:
        """Show this document from its beginning; nothing happens where it is shown already."""
        if document == self._document:
            return
        self._document = document
        blocks = list(document.blocks)
        breaks = [at for at, block in enumerate(blocks) if isinstance(block, PageBreak)]
        first = breaks[0] if breaks else len(blocks)
        self._rest = blocks[first:]
        paper = QWidget()
        paper.setProperty("kind", "paper")
        centre = row(paper, margins=(24, 24, 24, 24), gap=0)
        sheet = frame("card")
        sheet.setMaximumWidth(self._theme.px(WIDTH))
        self._sheet_column = column(sheet, margins=(44, 32, 44, 40), gap=10)
        centre.addStretch(1)
        centre.addWidget(sheet, 1000)
        centre.addStretch(1)
        head = row()
        head.addWidget(label(document.kicker.upper(), "kicker"), 1)
        head.addWidget(label(document.date, "small", wrap=False))
        self._sheet_column.addLayout(head)
        self._sheet_column.addWidget(rule())
        self._sheet_column.addWidget(label(document.title, "title"))
        if document.subtitle:
            self._sheet_column.addWidget(label(document.subtitle, "framing"))
        self._view.add(self._sheet_column, blocks[:first])
        self._sheet_column.addStretch(1)
        self._area.setWidget(paper)
        self._more.start()

    def _add_more(self) -> None:
        if not self._rest or self._sheet_column is None:
            self._more.stop()
            return
        batch, self._rest = self._rest[:3], self._rest[3:]
        self._sheet_column.takeAt(self._sheet_column.count() - 1)
        self._view.add(self._sheet_column, batch)
        self._sheet_column.addStretch(1)

    def scroll_page(self, direction: int) -> bool:
        """Scroll by nearly a screen, down (1) or up (−1); False where that end is reached."""
        bar = self._area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + direction * (bar.pageStep() - 40))
        return bar.value() != before

    def focus(self) -> None:
        """Give the focus to the sheet, so that arrows and Page Down scroll it."""
        self._area.setFocus()
