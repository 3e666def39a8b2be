"""The rows and cells of an editor of records."""

from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.editors import questions as q
from tests.ui.editors.conftest import Show, Shown
from workbook.model.answers import Record
from workbook.ui.editors.records_editor import RecordsEditor
from workbook.ui.widgets.cells import ChoiceCell, NumberCell, TextCell
from workbook.ui.widgets.record_row import RecordRow

FACT = {"source": "money", "fact": "Four fifths went on rent.", "side": "inside"}
OTHER = {"fact": "Nine evenings of eleven."}


def rows(shown: Shown) -> list[RecordRow]:
    assert isinstance(shown.editor, RecordsEditor)
    return shown.editor.rows


def cell(shown: Shown, row: int, column: str) -> TextCell | NumberCell | ChoiceCell:
    return next(each for each in rows(shown)[row].cells if each.column.id == column)


def filled(show: Show, *records: Record, question: object = q.FACTS) -> Shown:
    shown = show(question)
    shown.editor.set_values({"": records})
    QApplication.processEvents()
    return shown


def warnings(shown: Shown) -> list[str]:
    labels = shown.editor.findChildren(QLabel)
    return [each.text() for each in labels if "is kept" in each.text() and each.isVisible()]
