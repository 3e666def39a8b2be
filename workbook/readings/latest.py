"""Which round of each question is the latest that the room has seen, and which was before it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbook.model.workshop import Round, RoundState


@dataclass(frozen=True, slots=True)
class Latest:
    """The rounds of one question that count."""

    round: Round  # the latest that was revealed
    before: Round | None  # the one right before it, where that was revealed too
    last: bool  # whether no later round has asked it, be it open, not shown yet or withheld


def latest_rounds(rounds: Iterable[Round]) -> Mapping[str, Latest]:
    """For every question that was revealed, its latest round and the one before. Whatever tells a
    single figure (page one, Home, the kind, the cases) takes it from the latest.

    Args:
        rounds: of a workshop, in any order; a question belongs to one step only.
    """
    found: dict[str, Latest] = {}
    for each in sorted(rounds, key=lambda each: each.id.number):
        for question in each.questions:
            known = found.get(question)
            if each.state is RoundState.REVEALED:
                before = known.round if known and known.last else None
                found[question] = Latest(each, before, last=True)
            elif known:
                found[question] = Latest(known.round, known.before, last=False)
    return found
