"""Which words a room has agreed on, if any: one state, which every screen and paper obeys."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil

from workbook.model.guide import ConsentQuestion, Guide
from workbook.model.workshop import FEWEST, Counts, Proposal, Quorum, RoundState, Spot, Workshop

HALF = Quorum.HALF.share  # of the people in the room, who have to give a score
LEVELS = 6  # of fist-to-five: 0 blocks, 5 supports strongly
BLOCK = 0
GOING_ALONG = 3  # from here on nobody stands against the words


class ConsentState(StrEnum):
    """What the words of a workshop are. The first of these that holds is the state; only words
    that are carried are ever called agreed, decided or ours.
    """

    NOT_ASKED = "not_asked"
    UNKNOWN = "unknown"  # a round of an older version, which did not keep its words
    WITHHELD = "withheld"  # fewer than five scores in secret
    CHANGED = "changed"  # the words are no longer those of the last round
    BLOCKED = "blocked"  # somebody stands at 0
    NOT_YET = "not_yet"  # somebody stands at 1 or 2
    TOO_FEW = "too_few"  # so many passed that the scores do not speak for the room
    CARRIED = "carried"


def changed_words(asked: Proposal, now: Proposal) -> tuple[str, ...]:
    """Which of "purpose" and "priority" differ by more than white space."""
    pairs = {"purpose": (asked.purpose, now.purpose), "priority": (asked.priority, now.priority)}
    return tuple(name for name, (then, here) in pairs.items() if _bare(then) != _bare(here))


def _bare(text: str) -> str:
    """The text with single spaces, and each accent typed in one way."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@dataclass(frozen=True, slots=True)
class ConsentRound:
    """All that a closed round of consent keeps."""

    proposal: Proposal | None  # None in a round of a version that kept none
    scores: tuple[int, ...]  # how many at each level from 0 to 5; all 0 where they are withheld
    passes: int
    people: int  # in the room when it closed
    secret: bool

    @property
    def scored(self) -> int:
        """How many gave a score; a pass is none."""
        return sum(self.scores)

    @property
    def asked(self) -> int:
        """How many were asked: all in the room, and nobody is counted out who answered."""
        return max(self.people, self.scored + self.passes)

    @property
    def silent(self) -> int:
        """How many gave neither a score nor a pass."""
        return self.asked - self.scored - self.passes

    @property
    def worded(self) -> bool:
        """Whether there were any words to go along with."""
        return self.proposal is not None and self.proposal.worded

    @property
    def blocks(self) -> int:
        """How many stand at 0."""
        return self.scores[BLOCK]

    @property
    def reservations(self) -> int:
        """How many stand at 1 or 2."""
        return sum(self.scores[BLOCK + 1 : GOING_ALONG])

    @property
    def going_along(self) -> int:
        """How many stand at 3 or above."""
        return sum(self.scores[GOING_ALONG:])


@dataclass(frozen=True, slots=True)
class Consent:
    """The state of a workshop's words, and what it rests on."""

    state: ConsentState
    last: ConsentRound | None = None  # the round it follows from
    changed: tuple[str, ...] = ()  # "purpose", "priority", where these are other words by now
    # The state that the last round has by itself, for its own words; the same as `state` unless
    # the words were changed since.
    of_round: ConsentState | None = None
    share: Fraction = HALF  # of the people in the room that must have given a score

    @property
    def carried(self) -> bool:
        """Whether the words may be called agreed, decided or ours, and names stand below them:
        where there are any, for what is carried of nothing is nothing.
        """
        worded = self.last is not None and self.last.worded
        return self.state is ConsentState.CARRIED and worded

    @property
    def needed(self) -> int:
        """How many have to give a score before the last round's words can carry."""
        return ceil(self.share * self.last.people) if self.last else 0


def consent(last: ConsentRound | None, now: Proposal, share: Fraction = HALF) -> Consent:
    """The state of the words of a workshop; alone there is none, so it is not asked for there.

    Method: the states of ConsentState in their order. That nobody may stand below 3 is the rule of
    fist-to-five (A. Fletcher, Firestarter Youth Power Curriculum, The Freechild Project, 2002: "a
    minimum of three fingers or higher"). That half of the people in the room must have given a
    score is ours, a choice of the set-up: without it five of fourteen, the others passing, would
    carry.

    Args:
        last: the latest round of consent that was shown or withheld, None where there was none.
        now: the words as they stand.
        share: of the people in the room that must have given a score, from 0 to 1.

    Raises:
        ValueError: where a share or a round's scores are none.
    """
    if not 0 <= share <= 1:
        raise ValueError("a share lies from 0 to 1")
    if last is None:
        return Consent(ConsentState.NOT_ASKED, share=share)
    if len(last.scores) != LEVELS or min(*last.scores, last.passes, last.people) < 0:
        raise ValueError(f"a round of consent counts {LEVELS} levels, none below 0")
    if last.proposal is None:
        return Consent(ConsentState.UNKNOWN, last, of_round=ConsentState.UNKNOWN, share=share)
    own = _own_state(last, share)
    if own is ConsentState.WITHHELD:
        return Consent(own, last, of_round=own, share=share)
    changed = changed_words(last.proposal, now)
    return Consent(ConsentState.CHANGED if changed else own, last, changed, own, share)


def _own_state(last: ConsentRound, share: Fraction) -> ConsentState:
    """What a round says of its own words."""
    if last.secret and last.scored < FEWEST:
        return ConsentState.WITHHELD
    if last.blocks:
        return ConsentState.BLOCKED
    if last.reservations:
        return ConsentState.NOT_YET
    if last.scored == 0 or last.scored < share * last.people:
        return ConsentState.TOO_FEW
    return ConsentState.CARRIED


def consent_of(guide: Guide, workshop: Workshop, now: Proposal) -> Consent:
    """The state of a workshop's words, by its latest round of consent that was shown or withheld:
    what is still voted on, or counted and not shown yet, changes nothing.

    Args:
        guide: what was asked.
        workshop: with its rounds and the share that its set-up asks for.
        now: the words as they stand.
    """
    return consent(last_consent(guide, workshop), now, workshop.setup.quorum.share)


def last_consent(guide: Guide, workshop: Workshop) -> ConsentRound | None:
    """What the latest round of consent that was shown or withheld has kept, None without one."""
    for found in reversed(workshop.rounds):
        asked = [q for q in found.questions if isinstance(guide.questions[q], ConsentQuestion)]
        if not asked or found.state not in (RoundState.REVEALED, RoundState.WITHHELD):
            continue
        counts, spot = workshop.counts.get(found.id, Counts()), Spot(asked[0])
        hidden = found.state is RoundState.WITHHELD or spot in counts.withheld
        chosen = {} if hidden else counts.answers.get(spot, {})
        return ConsentRound(
            proposal=found.proposal,
            scores=tuple(chosen.get(str(level), 0) for level in range(LEVELS)),
            passes=counts.passes.get(spot, 0),
            people=found.ballots if found.people is None else max(found.people, found.ballots),
            secret=found.secret,
        )
    return None
