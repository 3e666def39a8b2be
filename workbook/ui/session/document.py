"""The open session as the window holds it: its answers, what is on disk, what can be undone."""

from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from workbook.catalogue import tr
from workbook.model.answers import Answers, Key, Value
from workbook.model.guide import Guide, RecordsQuestion
from workbook.model.opened import OpenSession
from workbook.model.session import Place, Session
from workbook.operations import (
    Change,
    Library,
    remember_place,
    set_answers,
    set_scratch,
)
from workbook.readings.findings import Findings
from workbook.ui.system.saver import Saver

PAUSE = 250  # ms after the last key before text is stored; with the commit, under 400 ms
LONGEST = 1500  # ms of typing without a pause before it is stored all the same; under 2 s
AGAIN = 3000  # ms before storing is tried again after it failed


class SessionDocument(QObject):
    """One session while it is open. Every change of an answer goes through here.

    `answered` tells which keys have another value, `revealed` which key an undo has touched, so
    that the page can show it; `saving_changed` that `saved_at`, `unsaved` or `error` changed.
    """

    answered = Signal(object)  # frozenset[Key]
    revealed = Signal(object)  # Key
    saving_changed = Signal()
    bound = Signal(object)  # Workshop: a round was bound to words that were changed before a vote

    def __init__(
        self,
        opened: OpenSession,
        library: Library,
        saver: Saver,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session: Session = opened.session
        self.guide: Guide = opened.guide
        self.answers: Answers = opened.answers
        self.workshop = opened.workshop
        self._findings = Findings(opened)
        self.scratch = opened.session.scratch
        self.undo = QUndoStack(self)
        self.saved_at: datetime | None = opened.session.changed
        self.error = ""
        self._library, self._saver, self._clock = library, saver, clock
        self._unsaved: set[Key] = set()
        self._ended = False
        self._in_flight = 0
        self._scratch_unsaved = False
        self.burst = 0  # typing within one burst is one step of undo
        self._pause = self._timer(PAUSE)
        self._longest = self._timer(LONGEST)
        self._again = self._timer(AGAIN)
        saver.closed.connect(self._stop)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer

    # What is answered

    @property
    def findings(self) -> Findings:
        """All that the session says as it is now; what was read once is kept while it holds."""
        now = OpenSession(self.session, self.guide, self.answers, self.workshop)
        self._findings = self._findings.after(now)
        return self._findings

    def values_of(self, question_id: str) -> dict[str, Value]:
        """The session's own values of one question, by mark: mine, or the group's."""
        return {
            key.mark: value
            for key, value in self.answers.items()
            if key == self.answers.key(question_id, key.mark)
        }

    def edit(self, question_id: str, mark: str, value: Value | None, typing: bool) -> None:
        """Take a person's change in. A choice is on disk when this returns, unless the disk is
        slower than the window's patience; text follows after a pause. Text in a field of its own
        has the field's undo; everything else goes on the undo stack.
        """
        key = self.answers.key(question_id, mark)
        old = self.answers.get(key)
        if old == value:
            return
        own_undo = typing and not isinstance(self.guide.questions[question_id], RecordsQuestion)
        if own_undo:
            self._apply(key, value, typing=True)
        else:
            self.undo.push(_Edit(self, key, old, value, typing))

    def put(self, key: Key, value: Value | None) -> None:
        """Take in an answer that is not the session's own: what somebody says by name."""
        if self.answers.get(key) != value:
            self._apply(key, value, typing=False)

    def took(self, session: Session) -> None:
        """The session has changed by something else than an answer."""
        self.session = session

    def forgot(self, keys: Collection[Key]) -> None:
        """Answers are not stored any more, by something else than an edit."""
        left = {key: value for key, value in self.answers.items() if key not in keys}
        if len(left) < len(self.answers):
            self.answers = Answers(left, self.answers.voice)
            self._unsaved -= set(keys)
            self.answered.emit(frozenset(keys))

    def _apply(self, key: Key, value: Value | None, *, typing: bool) -> None:
        self.answers = self.answers.with_value(key, value)
        self._unsaved.add(key)
        self.answered.emit(frozenset({key}))
        self._store_soon() if typing else self._store(wait=True)

    # What is on disk

    @property
    def unsaved(self) -> bool:
        """Whether something is not on disk yet."""
        return bool(self._unsaved or self._scratch_unsaved or self._in_flight)

    def note(self, text: str) -> None:
        """Take the scratch notes in; stored like any text."""
        if text != self.scratch:
            self.scratch = text
            self._scratch_unsaved = True
            self._store_soon()

    def be_at(self, place: Place) -> None:
        """Remember where the person is, so that the session opens there again."""
        if not self._ended:
            job = partial(remember_place, self._library, self.session.id, place)
            self._saver.submit(job)

    def leave(self) -> None:
        """A field, page or the session is left: store at once, and end the burst of typing."""
        self.burst += 1
        self.flush()

    def flush(self) -> None:
        """Store at once what is not stored yet, without waiting for the disk."""
        if not self._ended:
            self._store(wait=False)

    def _stop(self) -> None:
        """Wait for nothing any more: whoever stores takes nothing."""
        for timer in (self._pause, self._longest, self._again):
            timer.stop()

    def _store_soon(self) -> None:
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self.saving_changed.emit()

    def _store(self, *, wait: bool) -> None:
        for timer in (self._pause, self._longest, self._again):
            timer.stop()
        if self._unsaved:
            keys, self._unsaved = self._unsaved, set()
            values = {key: self.answers.get(key) for key in keys}
            job = partial(set_answers, self._library, self.guide, self.session.id, values)
            self._submit(job, partial(self._unsaved.update, keys), wait)
        if self._scratch_unsaved:
            self._scratch_unsaved = False
            note = partial(set_scratch, self._library, self.session.id, self.scratch)
            self._submit(note, self._scratch_failed, wait)
        self.saving_changed.emit()

    def _submit(self, job: Callable[[], Change], keep: Callable[[], None], wait: bool) -> None:
        self._in_flight += 1
        self._saver.submit(job, partial(self._stored, keep), wait=wait)

    def _scratch_failed(self) -> None:
        self._scratch_unsaved = True

    def _stored(self, keep: Callable[[], None], change: Change | None, problem: str) -> None:
        self._in_flight -= 1
        if self._ended:
            return
        if change is None:
            # Only which answers are not stored is kept: stored is what they are by then.
            keep()
            self.error = tr("Not saved yet, trying again. {problem}").format(problem=problem)
            self._again.start()
        else:
            self.session = change.session
            if change.workshop is not None:
                self.bound.emit(change.workshop)
            self.error = ""
            self.saved_at = self._clock()
        self.saving_changed.emit()

    def end(self) -> None:
        """The session is closed for good: nothing is stored or told any more."""
        self._ended = True
        self.blockSignals(True)
        self._stop()


class _Edit(QUndoCommand):
    """One change of one answer; typing into the same rows merges into one step."""

    def __init__(
        self,
        document: SessionDocument,
        key: Key,
        old: Value | None,
        new: Value | None,
        typing: bool,
    ) -> None:
        super().__init__(tr("change"))
        self._document, self.key, self.old, self.new, self.typing = document, key, old, new, typing
        self._fresh = True
        self._burst = document.burst

    def id(self) -> int:
        return 1 if self.typing else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Edit) or other.key != self.key or other._burst != self._burst:
            return False
        self.new = other.new
        return True

    def redo(self) -> None:
        self._document._apply(self.key, self.new, typing=self.typing and self._fresh)
        if not self._fresh:
            self._document.revealed.emit(self.key)
        self._fresh = False

    def undo(self) -> None:
        self._document._apply(self.key, self.old, typing=False)
        self._document.revealed.emit(self.key)
