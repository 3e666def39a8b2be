"""One page of a step: headline, framing, editors in rows, and what the answers say back."""

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from workbook.catalogue import tr
from workbook.catalogue.words import shorten
from workbook.model.answers import Key
from workbook.model.guide import (
    Mode,
    Page,
    Question,
    ScaleQuestion,
    Step,
    TextQuestion,
)
from workbook.model.session import Place
from workbook.ui.charts import Charts
from workbook.ui.editors.editor import Editor
from workbook.ui.editors.factory import make_editor
from workbook.ui.editors.text_editor import TextEditor
from workbook.ui.session.bound import Bound
from workbook.ui.session.document import SessionDocument
from workbook.ui.session.reading_views import shown, waits_for
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, frame, label, row, show_if
from workbook.ui.widgets.reading_card import ReadingCard, Shown
from workbook.ui.widgets.scroll import Scroll

FACT = 64  # characters of a fact where it is only recalled
FACTS = "facts"  # the one reading that stands before the questions
WIDTH = 820  # pixels at 100 %: what a page takes of a wide window


class StepPage(Scroll):
    """Shows one page of the open session and takes its answers to the document.

    `go_to` asks for a step, where the page cannot say anything before that one is answered.
    """

    go_to = Signal(str)

    def __init__(
        self,
        theme: Theme,
        charts: Charts,
        document: SessionDocument,
        step: Step,
        page: Page,
        parent: QWidget,
    ) -> None:
        super().__init__("paper", parent)
        self._theme, self._charts, self._document = theme, charts, document
        self.step, self.page = step, page
        self.editors: dict[str, Editor] = {}
        self._before = FACTS in page.readings
        self._after = [name for name in page.readings if name != FACTS]
        self._unbuilt = deque(self._rows_asked())
        self._laid_out = False
        self._scales: QVBoxLayout | None = None  # of the card that scales in a row share
        centre = row(self.inner, margins=(36, 18, 36, 16), gap=0)
        self._body = QWidget(self.inner)
        centre.addStretch(1)
        centre.addWidget(self._body, 1000)
        centre.addStretch(1)
        self._build_frame(column(self._body, gap=12))
        theme.changed.connect(self._resize)
        document.answered.connect(self._answered)
        self._resize()

    # Building

    def _build_frame(self, into: QVBoxLayout) -> None:
        """Everything but the editors."""
        document, page, step = self._document, self.page, self.step
        number = document.guide.steps.index(step)
        mode = document.session.mode
        headline, framing = page.headline_in(mode), page.framing_in(mode)
        kicker = tr("Step {number} · {title}").format(number=number, title=step.title)
        self.setAccessibleName(f"{kicker}: {headline}")
        head = column(gap=3)
        into.addLayout(head)
        head.addWidget(label(kicker.upper(), "kicker"))
        head.addWidget(label(headline, "headline"))
        if framing:
            head.addWidget(label(framing, "framing"))
        self.top(into)
        self._needs = self._needs_card()
        into.addWidget(self._needs)
        self._facts = label("", "soft")
        self._facts.hide()
        into.addWidget(self._facts)
        self._questions = QWidget(self._body)
        self._rows = column(self._questions, gap=14)
        self._reading = ReadingCard(self._theme, self._charts, self._body)
        self._reading.hide()
        # What a page cannot do without is read from earlier pages and stands before its questions.
        for part in (
            (self._reading, self._questions) if page.needs else (self._questions, self._reading)
        ):
            into.addWidget(part)
        into.addStretch(1)

    def top(self, into: QVBoxLayout) -> None:
        """What stands between the headline and the questions: nothing, alone."""

    def _rows_asked(self) -> Iterator[list[Question]]:
        guide, session = self._document.guide, self._document.session
        mode = session.mode
        voted = guide.ballot_of(self.step, session.plan) if mode is Mode.WORKSHOP else ()
        for question_ids in self.page.rows:
            questions = [guide.questions[q] for q in question_ids if q not in voted]
            asked = [question for question in questions if mode in question.modes]
            if asked:
                yield asked

    def build_some(self, size: QSize) -> bool:
        """Build and style one more row of questions ahead of time, and at last lay the page out
        in the size it will be shown in; False once nothing is left to do.
        """
        if self._unbuilt:
            for editor in self._build_row(self._unbuilt.popleft()):
                for part in editor.findChildren(QWidget):
                    part.ensurePolished()
            return True
        if self._laid_out or self.isVisible():
            return False
        self._laid_out = True
        self.refresh()
        self.resize(size)
        self.grab()  # makes Qt lay out, and charts draw, what is not shown yet
        return True

    def build(self) -> None:
        """Build what is not built yet."""
        while self._unbuilt:
            self._build_row(self._unbuilt.popleft())

    def _build_row(self, questions: list[Question]) -> list[Editor]:
        editors = []
        scales = all(isinstance(question, ScaleQuestion) for question in questions)
        line: QBoxLayout
        if scales:
            line = self._scales = self._scales or self._card(self._rows)
        else:
            line = row(gap=16)
            self._scales = None
            self._rows.addLayout(line)
        for question in questions:
            editor = self._editor(question)
            if editor.plain:
                line.addWidget(editor, 1, Qt.AlignmentFlag.AlignTop)
            else:
                (line if scales else self._card(line)).addWidget(editor)
            editors.append(editor)
        TextEditor.level(editors)
        return editors

    def _card(self, into: QBoxLayout) -> QVBoxLayout:
        card = frame("card", self._questions)
        into.addWidget(card, 1)
        return column(card, margins=(20, 12, 20, 12), gap=6)

    def _editor(self, question: Question) -> Editor:
        editor = make_editor(question, self._theme, self._questions)
        Bound(editor, self._document)
        self.editors[question.id] = editor
        return editor

    def _needs_card(self) -> QFrame:
        card = frame("tint", self._body)
        inside = column(card, margins=(20, 16, 20, 16), gap=10)
        inside.addWidget(label(self.page.needs_words))
        self.take_me_there = button(tr("Take me there"))
        self.take_me_there.clicked.connect(self._go_to_needed)
        inside.addWidget(self.take_me_there, 0, Qt.AlignmentFlag.AlignLeft)
        card.hide()
        return card

    # Living

    def _answered(self, keys: frozenset[Key]) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Say back what can be said now."""
        guide, written = self._document.guide, self._document.findings.written
        missing = bool(self._missing())
        show_if(self._needs, missing)
        show_if(self._questions, not missing)
        self._show_facts(missing)
        self._show_readings(missing)
        for question_id, editor in self.editors.items():
            question = guide.questions[question_id]
            if isinstance(question, TextQuestion) and isinstance(editor, TextEditor):
                editor.set_draft(written.draft(question))

    def _show_facts(self, missing: bool) -> None:
        """Facts stand before the marks that rest on them, in one line."""
        found = None if missing or not self._before else self._read(FACTS)
        show_if(self._facts, found is not None)
        if found is not None and found.words is not None:
            said = f"{found.words.lead} {found.words.reason}".strip()
            facts = " · ".join(shorten(fact, FACT) for fact in self._facts_written())
            self._facts.setText("\n".join(filter(None, (said, facts))))

    def _facts_written(self) -> list[str]:
        document = self._document
        return [
            str(row["fact"])
            for question in document.guide.with_role("evidence")
            for row in document.answers.records(question.id)
            if row.get("fact")
        ]

    def _show_readings(self, missing: bool) -> None:
        found = [] if missing else [self._read(name) for name in self._after]
        readings = [reading for reading in found if reading is not None]
        waiting = (
            "" if missing or self._voted else " ".join(filter(None, map(waits_for, self._after)))
        )
        self._reading.show_readings(readings, waiting)

    def _read(self, name: str) -> Shown | None:
        return shown(name, self._document.findings.written)

    @property
    def _voted(self) -> bool:
        """Whether what a page's readings rest on is voted on by a room, and so shown elsewhere."""
        return self._document.session.mode is Mode.WORKSHOP

    def _missing(self) -> tuple[Question, ...]:
        """The questions without which this page cannot say anything."""
        if self._voted:
            return ()
        return self._document.findings.written.missing(self.page.needs)

    def _go_to_needed(self) -> None:
        missing = self._missing()
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
        """Give the focus to a field and bring it into view; to the first one, at the top of the
        page, where no field is named; to the way out where the page cannot say anything yet.
        """
        if not self._needs.isHidden():
            self.take_me_there.setFocus(Qt.FocusReason.TabFocusReason)
            return
        editor = self.editors.get(question_id)
        if editor is not None:
            editor.focus_mark(mark)
            QTimer.singleShot(0, self, self._show_focus)
            return
        first = next(iter(self.editors.values()), None)
        if first is not None:
            first.focus_mark("")
            self.verticalScrollBar().setValue(0)

    def last_field(self) -> QWidget:
        """The last widget of the page in the order of Tab, the page itself where it has none."""
        last: QWidget = self
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self and self.isAncestorOf(widget):
            last, widget = widget, widget.nextInFocusChain()
        return last

    def _show_focus(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            self.ensureWidgetVisible(focused, 20, 40)
