"""All readings of an opened session as one value: each is made when first asked for, and kept.

Documents, exports, the wall and the pages are given it, or one of its two parts, so that nobody
reads the same thing twice, and no two of them can say different things of one session.
"""

from dataclasses import replace
from functools import cached_property

from workbook.model.answers import Answers, voice_of
from workbook.model.guide import Guide, Mode
from workbook.model.opened import OpenSession
from workbook.model.session import Outcome, Session
from workbook.model.workshop import Setup, Workshop
from workbook.readings import of_answers
from workbook.readings.answer_findings import AnswerFindings
from workbook.readings.consent import Consent, consent_of
from workbook.readings.proposal import proposal
from workbook.readings.round_findings import RoundFindings
from workbook.readings.shown import ShownRound, shown_rounds

NO_ROUNDS = Workshop(Setup(plan="", people=0))  # of somebody alone


def _own(opened: OpenSession) -> Answers:
    """My answers, or the group's: in a workshop others have answered beside it, by name."""
    voice = voice_of(opened.session.mode)
    own = {key: value for key, value in opened.answers.items() if key.respondent == voice}
    return Answers(own, voice)


class Findings:
    """All that can be read of a session as it was opened, or as it is after a change."""

    def __init__(self, opened: OpenSession, before: "Findings | None" = None) -> None:
        """What a session says; nothing of it is read yet.

        Args:
            opened: the session.
            before: what it said before a change; what still holds of that is not read again.
        """
        self.opened = opened
        guide, workshop = opened.guide, opened.workshop
        self.rounds = RoundFindings(guide, workshop or NO_ROUNDS)
        kept = before if before is not None and before.guide is guide else None
        if kept and kept.rounds.rest_on(workshop or NO_ROUNDS):
            self.rounds = kept.rounds
        voted = None if opened.session.mode is Mode.SOLO else self.rounds
        self.written = AnswerFindings(guide, _own(opened), voted)
        if kept and kept.written.rounds is voted and kept.opened.answers is opened.answers:
            self.written = kept.written

    @property
    def session(self) -> Session:
        """The session that is read."""
        return self.opened.session

    @property
    def guide(self) -> Guide:
        """The words it was asked with."""
        return self.opened.guide

    @property
    def answers(self) -> Answers:
        """The answers that are read: mine, or the group's, and nobody else's."""
        return self.written.answers

    @property
    def workshop(self) -> Workshop | None:
        """How it is held in a room, None of_answers."""
        return self.opened.workshop

    @cached_property
    def consent(self) -> Consent | None:
        """What the words of the group are: the one state that every screen, export and paper obeys.
        None alone.
        """
        if self.session.mode is Mode.SOLO:
            return None
        now = proposal(self.guide, self.answers)
        return consent_of(self.guide, self.workshop or NO_ROUNDS, now)

    @cached_property
    def shown(self) -> tuple[ShownRound, ...]:
        """What the room has seen of its rounds, by step and number."""
        if self.workshop is None:
            return ()
        everyones = self.opened.answers
        return tuple(shown_rounds(self.guide, self.workshop, everyones, self.rounds.of_round))

    @cached_property
    def outcome(self) -> Outcome:
        """The one line of what came out that Home shows."""
        voted = self.workshop.voted if self.workshop else frozenset()
        found = of_answers.outcome(
            self.guide, self.session.mode, self.answers, self.rounds.place, voted
        )
        if found.kind == "sentence" and self.consent and not self.consent.carried:
            return replace(found, kind="proposal")
        return found

    def after(self, opened: OpenSession) -> "Findings":
        """What the session says as it is now; what still holds is not read again."""
        mine = self.opened
        same = (
            opened.session is mine.session
            and opened.guide is mine.guide
            and opened.answers is mine.answers
            and opened.workshop is mine.workshop
        )
        return self if same else Findings(opened, self)
