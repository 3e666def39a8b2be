"""What a person would see of a widget: its words, its colours, what does not fit."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from workbook.ui.widgets.scale_mark import ScaleMark


def words(widget: QWidget) -> str:
    """Everything the labels of a widget say that are visible in it, a line each."""
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))


def colours(widget: QWidget) -> set[str]:
    """Every colour of a widget's picture, as "#rrggbb"."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {QColor(pixel).name() for pixel in set(image.constBits().cast("I"))}


def shown_text(widget: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Every visible widget in this one that draws words of its own, and the words."""
    for part in widget.findChildren(QWidget):
        if isinstance(part, QLabel | QAbstractButton) and part.isVisible() and part.text():
            yield part, part.text()


def clipped(widget: QWidget) -> list[str]:
    """The words in a widget that have less room than they need."""
    return [text for part, text in shown_text(widget) if not _has_room(part)]


def _has_room(part: QWidget) -> bool:
    if isinstance(part, QLabel) and part.wordWrap():
        longest = max(part.fontMetrics().horizontalAdvance(word) for word in part.text().split())
        return part.height() >= part.heightForWidth(part.width()) and part.width() >= longest
    if isinstance(part, QLabel):
        needed = part.sizeHint()
        return part.width() >= needed.width() and part.height() >= needed.height()
    if part.hasHeightForWidth():
        return part.height() >= part.heightForWidth(part.width())
    needed = part.minimumSizeHint()
    return part.width() >= needed.width() and part.height() >= needed.height()


def overlapping(widget: QWidget) -> list[str]:
    """Visible neighbours in a widget, at any depth, that cover each other by more than a border;
    marks of one scale may.
    """
    found = []
    for parent in (widget, *widget.findChildren(QWidget)):
        children = [
            child
            for child in parent.children()
            if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
        ]
        for one, other in combinations(children, 2):
            shared = one.geometry().intersected(other.geometry())
            if min(shared.width(), shared.height()) > 1 and not isinstance(one, ScaleMark):
                found.append(f"{_named(one)} and {_named(other)} in {_named(parent)}")
    return found


def _named(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {text or widget.accessibleName()!r}"
