"""Makes the editor that fits a question."""

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


def make_editor(question: Question, theme: Theme) -> Editor:
    """The editor of a question's kind; TypeError for a kind that nothing edits."""
    match question:
        case TextQuestion():
            return TextEditor(question, theme)
        case ScaleQuestion():
            return ScaleEditor(question, theme)
        case RatingsQuestion():
            return RatingsEditor(question, theme)
        case CaseQuestion():
            return CaseEditor(question, theme)
        case RungsQuestion():
            return RungsEditor(question, theme)
        case OrderQuestion():
            return OrderEditor(question, theme)
        case RecordsQuestion():
            return RecordsEditor(question, theme)
        case ReasonedQuestion():
            return ReasonedEditor(question, theme)
        case ConsentQuestion():
            return ConsentEditor(question, theme)
    raise TypeError(f"no editor for {type(question).__name__}")
