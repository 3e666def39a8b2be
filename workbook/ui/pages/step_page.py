"""One page of a step: headline, framing, editors in rows, and what the answers say back."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbook.catalogue import tr
from workbook.model.answers import Key
from workbook.model.guide import (
    Page,
    Question,
    RecordsQuestion,
    ScaleQuestion,
    Step,
    TextQuestion,
)
from workbook.model.session import Place
from workbook.readings.session import draft, missing_roles
from workbook.ui.document import SessionDocument
from workbook.ui.editors.editor import Editor
from workbook.ui.editors.factory import make_editor
from workbook.ui.editors.text_editor import TextEditor
from workbook.ui.reading_views import Shown, shown, waits_for
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, frame, label, row
from workbook.ui.widgets.chart_canvas import Charts
from workbook.ui.widgets.reading_card import ReadingCard
from workbook.ui.widgets.scroll import Scroll

FACTS = "facts"  # the one reading that stands before the questions
WIDTH = 820  # pixels at 100 %: what a page takes of a wide window


class StepPage(Scroll):
    """Shows one page of the open session and takes its answers to the document.

    `go_to` asks for a step, where the page cannot say anything before that one is answered.
    """

    go_to = Signal(str)

    def __init__(
        self, theme: Theme, charts: Charts, document: SessionDocument, step: Step, page: Page
    ) -> None:
        inner = QWidget()
        super().__init__(inner, "paper")
        self._theme, self._charts, self._document = theme, charts, document
        self.step, self.page = step, page
        self.editors: dict[str, Editor] = {}
        self._before = FACTS in page.readings
        self._after = [name for name in page.readings if name != FACTS]
        self._centre = row(inner, margins=(36, 20, 36, 20), gap=0)
        self._body = QWidget()
        self._centre.addStretch(1)
        self._centre.addWidget(self._body, 1000)
        self._centre.addStretch(1)
        self._column = column(self._body, gap=12)
        self._build()
        theme.changed.connect(self._resize)
        document.answered.connect(self._answered)
        self._resize()
        self.refresh()

    # Building

    def _build(self) -> None:
        document, page, step = self._document, self.page, self.step
        number = document.guide.steps.index(step)
        head = column(gap=3)
        kicker = tr("Step {number} · {title}").format(number=number, title=step.title)
        head.addWidget(label(kicker.upper(), "kicker"))
        headline = label(page.headline, "headline")
        head.addWidget(headline)
        if page.framing:
            head.addWidget(label(page.framing, "framing"))
        self._column.addLayout(head)
        self._needs = self._needs_card()
        self._column.addWidget(self._needs)
        self._facts = label("", "soft")
        self._facts.hide()
        self._column.addWidget(self._facts)
        self._questions = QWidget()
        self._build_questions(column(self._questions, gap=14))
        self._column.addWidget(self._questions)
        self._reading = ReadingCard(self._theme, self._charts)
        self._reading.hide()
        self._column.addWidget(self._reading)
        self._column.addStretch(1)
        self.setAccessibleName(f"{kicker}: {page.headline}")

    def _build_questions(self, into: QVBoxLayout) -> None:
        scales: QVBoxLayout | None = None
        for question_ids in self.page.rows:
            asked = [
                self._document.guide.questions[question_id]
                for question_id in question_ids
                if self._document.session.mode in self._document.guide.questions[question_id].modes
            ]
            if not asked:
                continue
            if all(isinstance(question, ScaleQuestion) for question in asked):
                if scales is None:
                    card = frame("card")
                    scales = column(card, margins=(20, 12, 20, 12), gap=6)
                    into.addWidget(card)
                for question in asked:
                    scales.addWidget(self._editor(question))
                continue
            scales = None
            into.addLayout(self._row_of(asked))

    def _row_of(self, questions: Iterable[Question]) -> QHBoxLayout:
        line = row(gap=16)
        for question in questions:
            editor = self._editor(question)
            if isinstance(question, TextQuestion | RecordsQuestion):
                line.addWidget(editor, 1, Qt.AlignmentFlag.AlignTop)
            else:
                line.addWidget(self._carded(editor), 1)
        return line

    def _carded(self, editor: Editor) -> QFrame:
        card = frame("card")
        column(card, margins=(20, 12, 20, 12)).addWidget(editor)
        return card

    def _editor(self, question: Question) -> Editor:
        editor = make_editor(question, self._theme)
        editor.set_values(self._document.values_of(question.id))
        editor.edited.connect(self._edited)
        editor.left.connect(self._document.leave)
        self.editors[question.id] = editor
        return editor

    def _needs_card(self) -> QFrame:
        card = frame("tint")
        inside = column(card, margins=(20, 16, 20, 16), gap=10)
        inside.addWidget(label(self.page.needs_words))
        self.take_me_there = button(tr("Take me there"))
        self.take_me_there.clicked.connect(self._go_to_needed)
        inside.addWidget(self.take_me_there, 0, Qt.AlignmentFlag.AlignLeft)
        card.hide()
        return card

    # Living

    def _edited(self, mark: str, value: object, typing: bool) -> None:
        editor = self.sender()
        if isinstance(editor, Editor):
            self._document.edit(editor.question_id, mark, value, typing)  # type: ignore[arg-type]

    def _answered(self, keys: frozenset[Key]) -> None:
        for question_id in {key.question for key in keys} & self.editors.keys():
            self.editors[question_id].set_values(self._document.values_of(question_id))
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Say back what can be said now."""
        guide, answers = self._document.guide, self._document.answers
        missing = bool(missing_roles(guide, answers, self.page.needs))
        self._needs.setVisible(missing)
        self._questions.setVisible(not missing)
        self._show_facts(missing)
        self._show_readings(missing)
        for question_id, editor in self.editors.items():
            question = guide.questions[question_id]
            if isinstance(question, TextQuestion) and isinstance(editor, TextEditor):
                editor.set_draft(draft(guide, answers, question))

    def _show_facts(self, missing: bool) -> None:
        """Facts stand before the marks that rest on them, in one line."""
        found = None if missing or not self._before else self._read(FACTS)
        self._facts.setVisible(found is not None)
        if found is not None and found.words is not None:
            self._facts.setText(f"{found.words.lead} {found.words.reason}".strip())

    def _show_readings(self, missing: bool) -> None:
        found = [] if missing else [self._read(name) for name in self._after]
        readings = [reading for reading in found if reading is not None]
        waiting = "" if missing else " ".join(filter(None, map(waits_for, self._after)))
        self._reading.show_readings(readings, waiting)

    def _read(self, name: str) -> Shown | None:
        return shown(name, self._document.guide, self._document.answers)

    def _go_to_needed(self) -> None:
        guide = self._document.guide
        missing = missing_roles(guide, self._document.answers, self.page.needs)
        if missing:
            self.go_to.emit(missing[0].id)

    def _resize(self) -> None:
        self._body.setMaximumWidth(self._theme.px(WIDTH))

    # Where one is

    def place(self) -> Place:
        """Where the focus is on this page."""
        for question_id, editor in self.editors.items():
            focused = self.focusWidget()
            if focused is not None and editor.isAncestorOf(focused):
                return Place(self.step.id, self.page.id, question_id, editor.current_mark())
        return Place(self.step.id, self.page.id)

    def go_to_field(self, question_id: str, mark: str) -> None:
        """Give the focus to a field and bring it into view; the first one where it has none."""
        editor = self.editors.get(question_id) or next(iter(self.editors.values()), None)
        if editor is None:
            return
        editor.focus_mark(mark)
        QTimer.singleShot(0, self, self._show_focus)

    def _show_focus(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            self.ensureWidgetVisible(focused, 20, 40)
