"""Turns the ballots of a round into counts, and leaves out what would tell on a few people."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from workbook.model.guide import (
    PASS,
    CaseQuestion,
    ConsentQuestion,
    Guide,
    OrderQuestion,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    Side,
    TextQuestion,
)
from workbook.model.marks import CHOICE, LAST
from workbook.model.spots import spots_of
from workbook.model.workshop import FEWEST, Ballot, Counts, Pair, Round, Spot, Table

DO = "do"  # the mark of the purpose scales that the map is drawn from
MOVED_AT_LEAST = 2  # people, so that a change is not that of the one who is known to have moved
STAYED = ("", "")  # the place in a table of moves where all who kept their answer are counted


def count(guide: Guide, round: Round, ballots: Counter[Ballot]) -> Counts:
    """How many answered what at each spot of the round; nothing depends on the ballots' order.

    Spots, choices and passes that nobody chose are left out. Of a secret round, a spot that one to
    four answered stands in `withheld` only, its passes beside it. Moves are added by `moves`.
    """
    answers: dict[Spot, Mapping[str, int]] = {}
    passes: dict[Spot, int] = {}
    withheld = set()
    ballots = +ballots  # a ballot that was taken back may have left a zero
    given = _given(ballots)
    for spot in spots_of(guide, round):
        chosen = dict(sorted(given.get(spot, Counter()).items()))
        passed = chosen.pop(PASS, 0)
        if passed:
            passes[spot] = passed
        if round.secret and 0 < sum(chosen.values()) < FEWEST:
            withheld.add(spot)
        elif chosen:
            answers[spot] = chosen
    return Counts(answers, passes, frozenset(withheld), _pairs(guide, round, ballots))


def _given(ballots: Counter[Ballot]) -> Mapping[Spot, Counter[str]]:
    given: dict[Spot, Counter[str]] = {}
    for ballot, people in ballots.items():
        for spot, choice in ballot.choices:
            given.setdefault(spot, Counter())[choice] += people
    return given


def _answer(choices: Mapping[Spot, str], spot: Spot) -> str | None:
    """What was answered at a spot; None for a pass as for nothing."""
    choice = choices.get(spot)
    return None if choice == PASS else choice


# Joint counts. A table says more than its margins: who knows a person's one answer may find the
# other in it. That much is meant, for the map shows everyone's place; but it takes an answer to
# know, and answers are secret, a pass as any other: it is written like a mark. Having answered
# nothing is not: an empty line on a slip is seen, and who was not there last time leaves "last
# time" empty. Those who answered one of the two and left the other empty are what remains when the
# table is taken from the margin; where they are fewer than five, what they answered would be kept
# as if it had been asked of them alone. Then the table is not kept.


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Two spots that a reading needs together; of the second one only these choices, or all."""

    pair: Pair
    of_second: frozenset[str] | None = None


def _wanted(guide: Guide, round: Round) -> Iterator[_Wanted]:
    outside = purpose_scale(guide, round, "outside_scale")
    inside = purpose_scale(guide, round, "inside_scale")
    if outside and inside:
        yield _Wanted((Spot(outside.id, DO), Spot(inside.id, DO)))
    for name in round.questions:
        case = guide.questions[name]
        if isinstance(case, CaseQuestion):
            # What has not happened can't be compared, so no reading needs it beside the choice.
            happened = frozenset(o.id for o in case.last_time if o.side is not Side.NEITHER)
            yield _Wanted((Spot(name, CHOICE), Spot(name, LAST)), happened)


def purpose_scale(guide: Guide, round: Round, role: str) -> ScaleQuestion | None:
    """The scale of the round that plays a role of the purpose map, None where there is none."""
    for question in guide.with_role(role):
        if isinstance(question, ScaleQuestion) and question.id in round.questions:
            return question
    return None


def _pairs(guide: Guide, round: Round, ballots: Counter[Ballot]) -> Mapping[Pair, Table]:
    tables = {w.pair: _joint(w, ballots, secret=round.secret) for w in _wanted(guide, round)}
    return {pair: table for pair, table in tables.items() if table}


def _joint(wanted: _Wanted, ballots: Counter[Ballot], *, secret: bool) -> Table:
    """How many chose what at both spots; empty where that is not to be kept."""
    table: Counter[tuple[str, str]] = Counter()
    only_first = only_second = not_wanted = 0
    for ballot, people in ballots.items():
        choices = dict(ballot.choices)
        first, second = (_answer(choices, spot) for spot in wanted.pair)
        counted = wanted.of_second is None or second in wanted.of_second
        if first is not None and second is not None:
            if counted:
                table[first, second] += people
            else:
                not_wanted += people
        elif first is not None and wanted.pair[1] not in choices:
            only_first += people
        elif second is not None and counted and wanted.pair[0] not in choices:
            only_second += people
    if secret and (
        table.total() < FEWEST or _exposed(only_first, not_wanted) or _exposed(only_second)
    ):
        return {}
    return dict(sorted(table.items()))


def _exposed(alone: int, among: int = 0) -> bool:
    """Whether subtracting a table from its margin leaves the answers of a few.

    Args:
        alone: people who are not in the table, which others may have seen.
        among: people who are not told from them by subtracting.
    """
    return alone > 0 and alone + among < FEWEST


def slips(ballots: Counter[Ballot]) -> Mapping[str, Ballot]:
    """The ballots with a slip, by its code. A code on two of them says nothing, so it is left out:
    one person may have answered twice, or two may have misread theirs.
    """
    written = Counter[str]()
    for ballot, people in ballots.items():
        written[ballot.slip] += people
    found = {ballot.slip: ballot for ballot in +ballots if ballot.slip}
    return {slip: found[slip] for slip in sorted(found) if written[slip] == 1}


def moves(
    guide: Guide,
    round: Round,
    before: Mapping[str, Ballot],
    ballots: Counter[Ballot],
    earlier: Counts,
    *,
    before_secret: bool = True,
) -> Mapping[Spot, Table]:
    """How many went from which answer to which since the round before, joined by slips only.

    Who kept their answer is counted at STAYED, whatever it was: no reading needs more.
    Of a secret round, a spot is left out with fewer than five joined slips, with fewer than two
    people who moved, and where one to four people gave something at it in one of the two rounds
    and are not joined: they came late, left, or their slip found no partner, and what they
    answered would be what remains when the moves are taken from the counts of both rounds.

    Args:
        guide: what is asked.
        round: the later round.
        before: the earlier round's ballots by their slips, as `slips` gives them.
        ballots: the later round's.
        earlier: what the earlier round has kept of all who answered it, with a slip or without.
        before_secret: whether the earlier round was secret. Where only one of the two was, nothing
            is joined: what somebody said in the open would lead to what they said in secret.
    """
    if before_secret != round.secret:
        return {}
    joined = slips(ballots)
    pairs = [(dict(before[s].choices), dict(b.choices)) for s, b in joined.items() if s in before]
    now = handed_in(ballots)
    found = {}
    for spot in _voted_again(guide, round):
        table = _moved((_answer(first, spot), _answer(second, spot)) for first, second in pairs)
        both = sum(spot in first and spot in second for first, second in pairs)
        then = sum(earlier.answers.get(spot, {}).values()) + earlier.passes.get(spot, 0)
        exposed = _exposed(then - both) or _exposed(now[spot] - both)
        shown = spot not in earlier.withheld
        if table and shown and not (round.secret and (exposed or _few_moved(table))):
            found[spot] = table
    return found


def _voted_again(guide: Guide, round: Round) -> Iterator[Spot]:
    """The spots at which moving means something: what was done last time stays done."""
    for spot in spots_of(guide, round):
        if _may_move(guide.questions[spot.question], spot.mark):
            yield spot


def _may_move(question: Question, mark: str) -> bool:
    match question:
        case ScaleQuestion() | RatingsQuestion() | ConsentQuestion():
            return True
        case CaseQuestion():
            return mark == CHOICE
        case RungsQuestion() | ReasonedQuestion() | OrderQuestion():
            return False  # no reading tells who moved there, so nothing of it is kept
        case TextQuestion() | RecordsQuestion():
            return False  # nobody votes on them
        case _:
            assert_never(question)


def _moved(ways: Iterable[tuple[str | None, str | None]]) -> Table:
    table: Counter[tuple[str, str]] = Counter()
    for first, second in ways:
        if first is not None and second is not None:
            table[STAYED if first == second else (first, second)] += 1
    return dict(sorted(table.items()))


def _few_moved(table: Table) -> bool:
    joined, stayed = sum(table.values()), table.get(STAYED, 0)
    return joined < FEWEST or joined - stayed < MOVED_AT_LEAST


def handed_in(ballots: Counter[Ballot]) -> Counter[Spot]:
    """How many people have handed something in at each spot, passes included."""
    found = Counter[Spot]()
    for ballot, people in ballots.items():
        for spot, _ in ballot.choices:
            found[spot] += people
    return found


def most(found: Counter[Spot], round: Round) -> int:
    """The most people who have handed in at any spot of a round, where each is counted alone."""
    asked = (people for spot, people in found.items() if spot.question in round.questions)
    return max(asked, default=0)


def size(ballots: Counter[Ballot], round: Round) -> int:
    """How many people have handed in: the most, passes included, that any of the spots has. A
    ballot may answer one spot only, for piles are counted question by question.
    """
    return most(handed_in(ballots), round)


def unanimous(counts: Counts) -> tuple[Spot, ...]:
    """The spots where two or more answered and all the same, so that showing it names everyone."""
    return tuple(
        spot
        for spot, chosen in sorted(counts.answers.items())
        if len(chosen) == 1 and sum(chosen.values()) > 1
    )
