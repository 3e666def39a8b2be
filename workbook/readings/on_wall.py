"""Which readings of a workshop's rounds the wall may show, and in which order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbook.model.guide import Guide, Question, Step
from workbook.model.spots import opinions_of
from workbook.model.workshop import Counts, Round, RoundState, Workshop
from workbook.readings.counted import head_count
from workbook.readings.group import RoomReading
from workbook.readings.of_rounds import reveal
from workbook.readings.of_scales import PURPOSE_SCALES
from workbook.readings.of_workshop import SHOWN

MAP = "map"  # the reading of a page that shows the purpose map


@dataclass(frozen=True, slots=True)
class Seen:
    """One reading of a round that the wall may show."""

    reading: RoomReading
    round: Round
    before: Round | None  # the round of the same questions before it
    fewest: int | None = None  # how many gave something at the mark with the fewest; None unknown

    @property
    def number(self) -> int:
        """Of the round; 0 where the one it is compared with is not the one right before it."""
        number = self.round.id.number
        return number if self.before is None or self.before.id.number == number - 1 else 0


def on_wall(guide: Guide, workshop: Workshop, step_id: str) -> tuple[Seen, ...]:
    """The readings of a step that the wall may show, the latest first.

    They are those of the step's latest round that was revealed (or withheld, in words only); then,
    of rounds before it, those of the questions that were not asked again since; and where the step
    shows the purpose map without asking for it, the map of the step that did.

    Raises:
        KeyError: where the guide has no such step.
    """
    step = guide.step(step_id)
    found: list[Seen] = []
    covered: set[str] = set()
    for round_ in reversed(_to_see(workshop, step.id)):
        left = tuple(question for question in round_.questions if question not in covered)
        found += _of_round(guide, workshop, replace(round_, questions=left))
        if round_.state is RoundState.REVEALED:
            covered |= set(left)
    if _shows_map(guide, step):
        found += _map(guide, workshop)
    return tuple(found)


def _to_see(workshop: Workshop, step_id: str) -> list[Round]:
    """The rounds of a step that were revealed or withheld, the first one first. Of withheld ones
    only the latest of all: what was withheld earlier says nothing any more.
    """
    rounds = [found for found in workshop.rounds_of(step_id) if found.state in SHOWN]
    last = rounds[-1:]
    return [found for found in rounds[:-1] if found.state is RoundState.REVEALED] + last


def _of_round(guide: Guide, workshop: Workshop, round_: Round) -> Iterator[Seen]:
    """The readings of a round, of those of its questions that are named in it."""
    before = _before(workshop, round_)
    counts = workshop.counts.get(round_.id, Counts())
    fewest = None  # of a withheld round not even how many answered a mark may be told
    if round_.state is RoundState.REVEALED:
        fewest = head_count(opinions_of(guide, round_), counts, round_.people or 0).fewest
    for reading in reveal(
        guide,
        round_,
        _only(workshop.counts.get(round_.id, Counts()), round_),
        before,
        None if before is None else workshop.counts.get(before.id),
        slips=workshop.setup.slips,
    ):
        yield Seen(reading, round_, before, fewest)


def _before(workshop: Workshop, round_: Round) -> Round | None:
    """The round before in which one of the same questions was asked."""
    return next(
        (
            earlier
            for earlier in reversed(workshop.rounds_of(round_.id.step))
            if earlier.id.number < round_.id.number
            and set(earlier.questions) & set(round_.questions)
        ),
        None,
    )


def _only(counts: Counts, round_: Round) -> Counts:
    """The counts of the questions of a round alone, so that nothing is said of other ones."""
    asked = set(round_.questions)
    answers = {spot: found for spot, found in counts.answers.items() if spot.question in asked}
    return replace(counts, answers=answers)


def _shows_map(guide: Guide, step: Step) -> bool:
    """Whether a page of the step shows the map of marks that another step has asked for."""
    shows = any(MAP in page.readings for page in step.pages)
    return shows and not set(step.ballot) & {q.id for q in _purpose_scales(guide)}


def _purpose_scales(guide: Guide) -> tuple[Question, ...]:
    return tuple(q for role in PURPOSE_SCALES for q in guide.with_role(role))


def _map(guide: Guide, workshop: Workshop) -> Iterator[Seen]:
    """The map of the latest round in which the purpose scales were voted on."""
    scales = {question.id for question in _purpose_scales(guide)}
    for step in guide.steps:
        for round_ in reversed(_to_see(workshop, step.id)):
            asked = tuple(question for question in round_.questions if question in scales)
            if set(asked) == scales:
                readings = tuple(_of_round(guide, workshop, replace(round_, questions=asked)))
                yield readings[-1]  # scales first, then the map
                return
