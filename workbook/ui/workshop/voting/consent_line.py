"""The line that tells the facilitator what the words are, and brings back those of the vote."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from workbook.catalogue import tr
from workbook.catalogue.consent import state_words, wall_words
from workbook.catalogue.words import sentences
from workbook.model.answers import Key
from workbook.model.guide import Step
from workbook.model.workshop import Proposal, RoundState
from workbook.readings.consent import changed_words
from workbook.readings.proposal import PRIORITY, STATEMENT, proposal
from workbook.ui.widgets.basics import button, column, label, set_kind, show_if
from workbook.ui.workshop.workshop import RunningWorkshop

_ROLES = {"purpose": STATEMENT, "priority": PRIORITY}


def asks_for_consent(running: RunningWorkshop, step: Step) -> bool:
    """Whether consent to the group's words is asked in a step."""
    return any(running.guide.step_of(q.id) is step for q in running.guide.with_role("consent"))


class ConsentLine(QFrame):
    """What the words are as they stand; where they are others than those of the vote, that is said,
    and a button puts those back. Undo takes that back like any answer.
    """

    def __init__(self, running: RunningWorkshop, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self._running, self._step = running, step
        self._asked = {q.id for role in _ROLES.values() for q in running.guide.with_role(role)}
        inside = column(self, gap=6)
        self.words = label("", "soft")
        inside.addWidget(self.words)
        self.back_button = button(tr("Put back the words of the vote"))
        self.back_button.clicked.connect(self.put_back)
        inside.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        running.document.answered.connect(self._answered)
        for signal in (running.changed, running.moved, running.counted):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say how it stands now."""
        running = self._running
        if running.step is not self._step:
            return
        changed = self._changed()
        words = self._said(changed)
        if words != self.words.text():
            self.words.setText(words)
        set_kind(self.words, "warn" if changed else "soft")
        show_if(self.back_button, bool(changed))

    def put_back(self) -> None:
        """Let the words be those of the vote again, in one step of undo."""
        asked, document = self._voted(), self._running.document
        if asked is None:
            return
        document.leave()
        document.undo.beginMacro(tr("Put back the words of the vote"))
        for which in self._changed():
            question = document.guide.with_role(_ROLES[which])[0]
            document.edit(question.id, "", getattr(asked, which) or None, typing=False)
        document.undo.endMacro()

    def _said(self, changed: tuple[str, ...]) -> str:
        running, consent = self._running, self._running.document.findings.consent
        if consent is None:
            return ""
        if running.open is not None and changed:
            return tr(
                "The round is about other words than these. Put those back, or void the round and"
                " ask about these."
            )
        waiting = running.round is not None and running.round.state in (
            RoundState.OPEN,
            RoundState.CLOSED,
        )
        said = wall_words(consent, voting=waiting)
        return sentences(said, "" if waiting else state_words(consent).reason)

    def _voted(self) -> Proposal | None:
        """The words of the vote that these are held against, None where there is none."""
        running = self._running
        if running.open is not None:
            # Until somebody has answered, the round goes with the words.
            return running.open.proposal if running.ballots.count() else None
        if running.round is not None and running.round.state is RoundState.CLOSED:
            return running.round.proposal
        consent = running.document.findings.consent
        return consent.last.proposal if consent is not None and consent.last else None

    def _changed(self) -> tuple[str, ...]:
        asked, document = self._voted(), self._running.document
        if asked is None:
            return ()
        return changed_words(asked, proposal(document.guide, document.answers))

    def _answered(self, keys: frozenset[Key]) -> None:
        if any(key.question in self._asked for key in keys):
            self.refresh()
