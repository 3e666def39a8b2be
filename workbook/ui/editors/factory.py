"""Makes the editor that fits a question."""

from dataclasses import replace
from typing import assert_never

from PySide6.QtWidgets import QWidget

from workbook.model.guide import (
    CaseQuestion,
    ConsentQuestion,
    OrderQuestion,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    TextQuestion,
)
from workbook.ui.editors.case_editor import CaseEditor
from workbook.ui.editors.choice_only_editor import ChoiceOnlyEditor
from workbook.ui.editors.consent_editor import ConsentEditor
from workbook.ui.editors.editor import Editor
from workbook.ui.editors.order_editor import OrderEditor
from workbook.ui.editors.ratings_editor import RatingsEditor
from workbook.ui.editors.reasoned_editor import ReasonedEditor
from workbook.ui.editors.records_editor import RecordsEditor
from workbook.ui.editors.rungs_editor import RungsEditor
from workbook.ui.editors.scale_editor import ScaleEditor
from workbook.ui.editors.text_editor import TextEditor
from workbook.ui.theme import Theme


def make_editor(
    question: Question, theme: Theme, parent: QWidget | None = None, *, voted: bool = False
) -> Editor:
    """The editor of a question's kind. On a ballot (`voted`) it takes choices and marks, no texts.

    With a parent it is ready sooner: what changes its parent later is styled a second time.
    """
    match question:
        case TextQuestion():
            return TextEditor(question, theme, parent)
        case ScaleQuestion():
            return ScaleEditor(question, theme, parent)
        case RatingsQuestion():
            asked = replace(question, notes=False) if voted else question
            return RatingsEditor(asked, theme, parent)
        case CaseQuestion():
            return CaseEditor(question, theme, parent)
        case RungsQuestion():
            return RungsEditor(question, theme, parent)
        case OrderQuestion():
            return OrderEditor(question, theme, parent)
        case RecordsQuestion():
            return RecordsEditor(question, theme, parent)
        case ReasonedQuestion():
            kind = ChoiceOnlyEditor if voted else ReasonedEditor
            return kind(question, theme, parent)
        case ConsentQuestion():
            return ConsentEditor(question, theme, parent)
        case _:
            assert_never(question)
