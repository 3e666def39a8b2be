"""What the room may see of an open workshop now; whatever shows it gets nothing else."""

from workbook.catalogue.consent import wall_words
from workbook.catalogue.words import sentences
from workbook.documents.standing import go_on_of
from workbook.documents.wall import Picture, Shown, WallContent, gallery, wall_content
from workbook.model.workshop import RoundState
from workbook.ui.workshop.ballots import Ballots
from workbook.ui.workshop.clock import WorkshopClock

SAID = ("step_sentence", "statement", "priority_sentence")  # roles of what a step writes down


class Wall:
    """Puts together what is on the wall, and knows which of several pictures is."""

    def __init__(self, clock: WorkshopClock, ballots: Ballots) -> None:
        self._clock, self._ballots = clock, ballots
        self.picture = 0
        self._gallery: dict[str, tuple[Shown, ...]] = {}

    def forget(self) -> None:
        """A round has changed: what was made of it is made again."""
        self._gallery.clear()

    def show_picture(self, number: int) -> None:
        """Show another of the revealed pictures, here and to the room."""
        if number != self.picture:
            self.picture = number
            self._clock.moved.emit()

    def pictures(self) -> tuple[Picture, ...]:
        """The pictures of the rounds of this step that are revealed."""
        return tuple(shown.picture for shown in self._shown())

    def _shown(self) -> tuple[Shown, ...]:
        """The same with their rounds, made once for every change of a round."""
        clock, step = self._clock, self._clock.step.id
        if step not in self._gallery:
            self._gallery[step] = gallery(clock.document.findings.rounds, step)
        return self._gallery[step]

    def content(self) -> WallContent:
        """All that the room may see now."""
        clock = self._clock
        return wall_content(
            clock.guide,
            clock.document.session.name,
            clock.workshop,
            self._said(),
            step=clock.step.id,
            phase=clock.clock.phase,
            counted=self._ballots.count() if clock.round is not None else None,
            fewest=self._ballots.fewest(),
            picture=self.picture,
            now=clock.now(),
            agenda=clock.agenda,
            gallery=self._shown(),
            standing=self._standing(),
        )

    def _standing(self) -> str:
        """What the words of this step are, where the room is asked for consent to them."""
        clock, findings = self._clock, self._clock.document.findings
        asked = {clock.guide.step_of(q.id).id for q in clock.guide.with_role("consent")}
        if findings.consent is None or clock.step.id not in asked:
            return ""
        waiting = (RoundState.OPEN, RoundState.CLOSED)
        voting = clock.round is not None and clock.round.state in waiting
        go_on = "" if voting or findings.consent.carried else go_on_of(findings)
        return sentences(wall_words(findings.consent, voting=voting), go_on)

    def _said(self) -> str:
        """What this step writes for everyone: its sentence, or all of the statement."""
        clock = self._clock
        voted = clock.round
        if voted is not None and not voted.over and voted.proposal and self._ballots.count():
            # What some have scored the others are asked as well, whatever is typed meanwhile.
            words = (voted.proposal.purpose.strip(), voted.proposal.priority.strip())
            return "\n\n".join(filter(None, words))
        asked = (question for role in SAID for question in clock.guide.with_role(role))
        mine = (q for q in asked if clock.guide.step_of(q.id) is clock.step)
        texts = (clock.document.answers.text(question.id).strip() for question in mine)
        return "\n\n".join(filter(None, texts))
