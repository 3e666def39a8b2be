"""What the rounds of a workshop say that may be shown, each read when first asked for, and kept."""

from collections.abc import Mapping
from functools import cached_property

from workbook.model.guide import Guide
from workbook.model.spots import opinions_of
from workbook.model.workshop import Round, RoundId, Workshop
from workbook.readings.across import Answered, Votes
from workbook.readings.counted import head_count
from workbook.readings.counting import unanimous
from workbook.readings.group import CasesOfRoom, ConsentVotes, MapOfRoom, RoomReading, Spread
from workbook.readings.map_of_room import RoomOnMap
from workbook.readings.of_cases import divided_case
from workbook.readings.of_room import answered_in_room, order_of_room, sentence_of_room
from workbook.readings.of_workshop import (
    SHOWN,
    Said,
    map_of,
    place_of_room,
    read_round,
    told_once,
)
from workbook.readings.on_wall import Seen, on_wall
from workbook.readings.purpose import FactCount
from workbook.readings.wrong import Sentence

NOW = "now"  # the mark of the priority scale for what is


class RoundFindings:
    """What the rounds of a workshop say that were revealed or withheld; nothing of others."""

    def __init__(self, guide: Guide, workshop: Workshop) -> None:
        self.guide = guide
        # Of it only rounds and counts are read: its set-up and clock may have gone on since.
        self._workshop = workshop
        self._rounds: dict[RoundId, tuple[RoomReading, ...]] = {}
        self._on_wall: dict[str, tuple[Seen, ...]] = {}

    @cached_property
    def by_step(self) -> Mapping[str, tuple[Said, ...]]:
        """What all rounds of each step say back, by the ids of the steps in their order."""
        return {
            step.id: told_once(
                [
                    (found, self.of_round(found))
                    for found in self._workshop.rounds_of(step.id)
                    if found.state in SHOWN
                ]
            )
            for step in self.guide.steps
        }

    @cached_property
    def told(self) -> tuple[Said, ...]:
        """The same of all steps in one."""
        return tuple(said for of_step in self.by_step.values() for said in of_step)

    def of_round(self, found: Round) -> tuple[RoomReading, ...]:
        """All that one round says back, compared with the round right before it.

        Raises:
            ValueError: where it may not be shown.
        """
        if found.id not in self._rounds:
            self._rounds[found.id] = read_round(self.guide, self._workshop, found)
        return self._rounds[found.id]

    def on_wall(self, step: str) -> tuple[Seen, ...]:
        """The readings of a step that the wall may show, the latest first.

        Raises:
            KeyError: where the guide has no such step.
        """
        if step not in self._on_wall:
            self._on_wall[step] = on_wall(self.guide, self._workshop, step)
        return self._on_wall[step]

    @cached_property
    def map(self) -> MapOfRoom | None:
        """The purpose map as the room marked it last, None where none was shown."""
        return map_of(self.told)

    @cached_property
    def place(self) -> RoomOnMap | None:
        """Where the people of the room stand on that map."""
        return place_of_room(self.guide, self._workshop)

    @cached_property
    def consent_votes(self) -> ConsentVotes | None:
        """What the last round of consent has counted, None without one: figures only. What the
        words are follows from `Findings.consent` alone.
        """
        asked = [said.reading for said in self.told if isinstance(said.reading, ConsentVotes)]
        return next(reversed(asked), None)

    @cached_property
    def cases(self) -> CasesOfRoom | None:
        """The cases as the round that asked the most of them has told them."""
        found = [said.reading for said in self.told if isinstance(said.reading, CasesOfRoom)]
        return max(found, key=lambda each: len(each.cases), default=None)

    @cached_property
    def priority(self) -> Spread | None:
        """What the room protects first, as it marked it last; None where nobody did."""
        scales = {question.id for question in self.guide.with_role("priority_scale")}
        marks = [
            each
            for each in (said.reading for said in self.told)
            if isinstance(each, Spread) and each.question in scales and each.mark == NOW
        ]
        return next((each for each in reversed(marks) if each.now is not None), None)

    @cached_property
    def order(self) -> Votes | None:
        """How many put people first on a bad day, and how many work; None where nobody voted."""
        return order_of_room(self.guide, self._workshop)

    def sentence(self, written: Sentence | None) -> Sentence | None:
        """The order in words as it was voted on, else as it was written down."""
        return sentence_of_room(self.guide, self._workshop, written)

    def answered(self, facts: FactCount) -> Answered:
        """What the room answered, to be held against each other and these facts."""
        return answered_in_room(self.guide, self._workshop, facts)

    def fewest(self, found: Round) -> int | None:
        """How many gave something at the mark of a revealed round with the fewest; None unknown."""
        counts = self._workshop.counts.get(found.id)
        if counts is None:
            return None
        return head_count(opinions_of(self.guide, found), counts, found.people or 0).fewest

    def most_divided(self, round_id: RoundId) -> str:
        """The case on which a closed round is the most divided, "" where nobody disagrees.

        Raises:
            KeyError: where nothing is counted of it.
        """
        return divided_case(self.guide, self._workshop.counts[round_id])

    def is_unanimous(self, round_id: RoundId) -> bool:
        """Whether all who answered a closed round agreed somewhere: showing it names everyone.

        Raises:
            KeyError: where nothing is counted of it.
        """
        return bool(unanimous(self._workshop.counts[round_id]))

    def rest_on(self, workshop: Workshop) -> bool:
        """Whether the rounds of a workshop are those that were read here."""
        mine = self._workshop
        return mine.rounds == workshop.rounds and mine.counts == workshop.counts
