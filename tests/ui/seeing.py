"""What a person would see of a widget: its words, its colours, what does not fit."""

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QWidget


def words(widget: QWidget) -> str:
    """Everything the labels of a widget say that are visible in it, a line each."""
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))


def colours(widget: QWidget) -> set[str]:
    """Every colour of a widget's picture, as "#rrggbb"."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {QColor(pixel).name() for pixel in set(image.constBits().cast("I"))}
