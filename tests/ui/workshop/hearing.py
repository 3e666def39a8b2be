"""All that the program says anywhere: on screens, in tooltips, to a screen reader, in titles."""

from collections.abc import Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from workbook.ui.widgets.chart_canvas import ChartCanvas


def everything_said(*roots: QWidget) -> list[str]:
    """Every word of these widgets and of all in them, hidden parts included."""
    found: list[str] = []
    for root in roots:
        for widget in (root, *root.findChildren(QWidget)):
            found += _said(widget)
        for action in root.findChildren(QAction):
            found += [action.text(), action.toolTip(), action.statusTip(), action.whatsThis()]
    return sorted(filter(None, found))


def _said(widget: QWidget) -> Iterator[str]:
    yield widget.windowTitle()
    yield widget.toolTip()
    yield widget.statusTip()
    yield widget.whatsThis()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, ChartCanvas):
        yield "a chart" if widget.isVisible() else ""
