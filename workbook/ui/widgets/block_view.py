"""Draws the neutral blocks of a document as widgets: the summary's other writer beside the PDF."""

import re
import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workbook.documents.blocks import (
    Banner,
    Block,
    Chart,
    Columns,
    Facts,
    Heading,
    PageBreak,
    Reading,
    Table,
    Text,
    Together,
)
from workbook.model.guide import Side
from workbook.ui.charts import Charts
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column, frame, label, row, rule
from workbook.ui.widgets.chart_canvas import ChartCanvas

PART = 12  # letters of a long word that stay together
_LONG = re.compile(r"\S{25,}")
_JOINER = "\N{ZERO WIDTH JOINER}"
_TEXT_KINDS = {"lead": "framing", "soft": "soft", "small": "small", "label": "label", "body": ""}


class BlockView:
    """Makes a widget of each block, in the theme's colours, with text that can be selected."""

    def __init__(self, theme: Theme, charts: Charts) -> None:
        self._theme, self._charts = theme, charts

    def add(self, into: QVBoxLayout, blocks: Sequence[Block]) -> None:
        """Add the blocks to a layout, one under the other."""
        for block in blocks:
            self._add_one(into, block)

    def _add_one(self, into: QVBoxLayout, block: Block) -> None:
        match block:
            case Heading():
                self._heading(into, block)
            case Text(text, style, side):
                kind = _TEXT_KINDS[style]
                if style == "label" and side is not Side.NEITHER:
                    kind = f"label-{side.value}"
                into.addWidget(_selectable(text, kind))
            case Banner():
                self._banner(into, block)
            case Facts(rows):
                into.addWidget(_facts(rows))
            case Table():
                into.addWidget(_table(block))
            case Reading(lead, reason):
                card = frame("reading")
                inside = column(card, margins=(14, 10, 14, 10), gap=2)
                inside.addWidget(_selectable(lead, "strong"))
                if reason:
                    inside.addWidget(_selectable(reason, "soft"))
                into.addWidget(card)
            case Chart(spec, alt, height):
                canvas = ChartCanvas(self._theme, self._charts, round(height * 96 / 72))
                canvas.show_spec(spec, alt)
                into.addWidget(canvas)
            case Columns(left, right, share):
                beside = row(gap=32)
                for blocks, part in ((left, share), (right, 1 - share)):
                    stack = column(gap=8)
                    self.add(stack, blocks)
                    stack.addStretch(1)
                    beside.addLayout(stack, round(part * 100))
                into.addLayout(beside)
            case Together(blocks):
                self.add(into, blocks)
            case PageBreak():
                into.addSpacing(24)
                into.addWidget(rule())

    def _heading(self, into: QVBoxLayout, block: Heading) -> None:
        into.addSpacing({1: 20, 2: 12, 3: 6}[block.level])
        if block.kicker:
            into.addWidget(_selectable(block.kicker.upper(), "kicker"))
        kind = {1: "headline", 2: "heading", 3: "label"}[block.level]
        into.addWidget(_selectable(block.text, kind))

    def _banner(self, into: QVBoxLayout, block: Banner) -> None:
        card = frame(f"banner-{block.side.value}")
        inside = column(card, margins=(20, 16, 20, 16), gap=6)
        inside.addWidget(_selectable(block.text, "banner"))
        if block.small:
            inside.addWidget(_selectable(block.small, "small"))
        into.addWidget(card)


def _parted(word: re.Match[str]) -> str:
    """A long word with places to break it, which a label does not find by itself: never before a
    letter's accent or within a joined sign.
    """
    parts = [""]
    for letter in word[0]:
        joins = unicodedata.combining(letter) or letter == _JOINER or parts[-1][-1:] == _JOINER
        if len(parts[-1]) >= PART and not joins:
            parts.append("")
        parts[-1] += letter
    return "\N{ZERO WIDTH SPACE}".join(parts)


def _selectable(text: str, kind: str) -> QLabel:
    made = label(_LONG.sub(_parted, text), kind)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _facts(rows: Sequence[tuple[str, str]]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(6)
    for at, (name, value) in enumerate(rows):
        said = _selectable(value, "strong")
        said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_selectable(name, "soft"), 2 * at, 0)
        grid.addWidget(said, 2 * at, 1)
        grid.addWidget(rule(), 2 * at + 1, 0, 1, 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return made


def _table(table: Table) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    columns = max(len(table.headers), *(len(cells) for cells in table.rows), 1)
    line = 0
    for kind, rows in (("small", [table.headers]), ("", table.rows)):
        for cells in rows:
            if not any(cells):
                continue
            for at, cell in enumerate(cells):
                shown = _selectable(cell, kind)
                across = Qt.AlignmentFlag.AlignRight if at in table.numeric else Qt.AlignmentFlag(0)
                shown.setAlignment(across | Qt.AlignmentFlag.AlignTop)
                grid.addWidget(shown, line, at)
            grid.addWidget(rule(), line + 1, 0, 1, columns)
            line += 2
    for at in range(columns):
        share = table.widths[at] if at < len(table.widths) else 1
        grid.setColumnStretch(at, max(round(share * 100), 1))
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return made
