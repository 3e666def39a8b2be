"""Ties an editor to the open session: what is edited goes there, what changes there is shown."""

from PySide6.QtCore import QObject

from workbook.model.answers import Key
from workbook.ui.editors.editor import Editor
from workbook.ui.session.document import SessionDocument


class Bound(QObject):
    """Lives as long as its editor."""

    def __init__(self, editor: Editor, document: SessionDocument) -> None:
        super().__init__(editor)
        self._editor, self._document = editor, document
        self._telling = False  # while the editor itself says what is typed
        editor.set_values(document.values_of(editor.question_id))
        editor.edited.connect(self._edited)
        editor.left.connect(document.leave)
        document.answered.connect(self._answered)

    def _edited(self, mark: str, value: object, typing: bool) -> None:
        self._telling = typing
        self._document.edit(self._editor.question_id, mark, value, typing)  # type: ignore[arg-type]
        self._telling = False

    def _answered(self, keys: frozenset[Key]) -> None:
        # What is being typed is never written back: a field that holds only blanks counts as not
        # answered, and writing that back would take the blanks and the field's undo away.
        question = self._editor.question_id
        if not self._telling and any(key.question == question for key in keys):
            self._editor.set_values(self._document.values_of(question))
