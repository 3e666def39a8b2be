"""What is written while people talk: the sentence, what was said otherwise, quotes, parking lot."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workbook.catalogue import tr
from workbook.model.answers import Key
from workbook.model.guide import Question, RecordsQuestion, Step
from workbook.ui.editors.editor import Editor
from workbook.ui.editors.factory import make_editor
from workbook.ui.session.bound import Bound
from workbook.ui.session.document import SessionDocument
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import Button, button, column, row, show_if


class WrittenPart(QWidget):
    """Texts of the step stand open; its lists, and the parking lot of the whole workshop, open
    where their button is pressed, without leaving the page.
    """

    def __init__(
        self, theme: Theme, document: SessionDocument, step: Step, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._document = theme, document
        self.editors: dict[str, Editor] = {}
        self.buttons: dict[str, Button] = {}
        self._inside = column(self, gap=10)
        texts, lists = self._asked(step)
        for question in texts:
            self._inside.addWidget(self._editor(question))
        line = row(gap=4)
        line.addStretch(1)
        for question in lists:
            opener = button("", "quiet")
            opener.setCheckable(True)
            opener.clicked.connect(partial(self._open, question.id))
            self.buttons[question.id] = opener
            line.addWidget(opener)
        self._inside.addLayout(line)
        document.answered.connect(self._answered)
        for question in lists:
            self._say(question.id)

    def _asked(self, step: Step) -> tuple[list[Question], Sequence[Question]]:
        """The texts of the step, and the lists: its own and the parking lot."""
        guide = self._document.guide
        asked = [guide.questions[question] for question in step.room]
        parked = [q for q in guide.with_role("parking_lot") if q not in asked]
        everything = [*asked, *parked]
        lists = [q for q in everything if isinstance(q, RecordsQuestion)]
        return [q for q in asked if q not in lists], lists

    def _editor(self, question: Question) -> Editor:
        editor = make_editor(question, self._theme, self)
        Bound(editor, self._document)
        self.editors[question.id] = editor
        return editor

    def _open(self, question_id: str) -> None:
        """Open one list, and close the others."""
        opener = self.buttons[question_id]
        if question_id not in self.editors:
            editor = self._editor(self._document.guide.questions[question_id])
            self._inside.addWidget(editor)
            editor.show()
        for other in self.buttons:
            if other in self.editors:
                shown = other == question_id and opener.isChecked()
                show_if(self.editors[other], shown)
                self.buttons[other].setChecked(shown)
        if opener.isChecked():
            self.editors[question_id].focus_mark("")
        else:
            opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answered(self, keys: frozenset[Key]) -> None:
        for question_id in {key.question for key in keys} & self.buttons.keys():
            self._say(question_id)

    def _say(self, question_id: str) -> None:
        """Say on its button how much a list holds."""
        count = len(self._document.answers.records(question_id))
        words = tr("{list} {n}").format(
            list=self._document.guide.questions[question_id].prompt, n=count
        )
        self.buttons[question_id].setText(words.replace("&", "&&"))
        self.buttons[question_id].setAccessibleName(words)
