"""What a person would see of a widget: its words, its colours, what does not fit."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget


def words(widget: QWidget) -> str:
    """Everything the labels of a widget say that are visible in it, a line each."""
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))


def colours(widget: QWidget) -> set[str]:
    """Every colour of a widget's picture, as "#rrggbb"."""
    image = widget.grab().toImage()
    places = [QPoint(x, y) for x in range(image.width()) for y in range(image.height())]
    return {QColor(image.pixel(place)).name() for place in places}
