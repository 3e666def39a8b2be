"""Reads the workshop of a finished example: its set-up, its clock, and rounds as lists of ballots.

The file lists ballots and the library never does: they are counted here as a closing round counts
them, and only the counts go on.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from workbook.guides.errors import Path, Problems
from workbook.guides.values import expected_choice
from workbook.model.guide import Guide
from workbook.model.secrecy import usually_open
from workbook.model.spots import spots_of
from workbook.model.workshop import (
    Ballot,
    Clock,
    Counts,
    Person,
    Proposal,
    Round,
    RoundId,
    RoundState,
    Setup,
    Spot,
    Workshop,
)
from workbook.readings.counting import count, moves, size, slips
from workbook.readings.proposal import asks_consent

KEYS = ("people", "names", "slips", "started", "promised", "ended", "rounds")
_ROUND_KEYS = ("step", "questions", "ballots", "purpose", "priority")
NOTHING = "."  # on a ballot, where a person left a line empty


def read_workshop(
    guide: Guide, plan: str, table: Mapping[str, Any], asked: Proposal, problems: Problems
) -> Workshop:
    """The finished workshop in a table of an example; whatever does not fit is noted as a problem.

    Every round was revealed. Consent was asked to `asked`, save for the words that a round names
    as its `purpose` and `priority`. A line of `ballots` is one person's: what they chose at each
    spot of the round's questions in asking order, "." for nothing, then, where they had one, "|"
    and their slip.
    """
    for key in table.keys() - set(KEYS):
        problems.add(("workshop", key), "no such key; expected one of " + ", ".join(KEYS))
    names = _typed(table, "names", list, [], problems)
    setup = Setup(
        plan,
        _typed(table, "people", int, 0, problems),
        names=tuple(Person(f"p{at}", str(name)) for at, name in enumerate(names, 1)),
        keep_names=bool(names),
        open_steps=usually_open(guide),
        slips=_typed(table, "slips", bool, False, problems),
    )
    rounds, counts = [], {}
    for found, counted in _rounds(
        guide, setup, _typed(table, "rounds", list, [], problems), asked, problems
    ):
        rounds.append(found)
        counts[found.id] = counted
    ordered = tuple(sorted(rounds, key=lambda found: found.id))
    return Workshop(setup, _clock(guide, table, problems), ordered, counts)


def _typed(table: Mapping[str, Any], key: str, kind: type, without: Any, problems: Problems) -> Any:
    found = table.get(key, without)
    if type(found) is kind:
        return found
    problems.add(("workshop", key), f"expected a {kind.__name__}")
    return without


def _clock(guide: Guide, table: Mapping[str, Any], problems: Problems) -> Clock:
    """A clock that stands at the end of the last step."""
    times: dict[str, datetime] = {}
    for name in ("started", "promised", "ended"):
        moment = table.get(name)
        if isinstance(moment, datetime) and moment.tzinfo is not None:
            times[name] = moment.astimezone(UTC)
        else:
            problems.add(("workshop", name), "expected a moment such as 2026-11-22T13:30:00Z")
    last = guide.steps[-1]
    phase = last.phases[-1].id if last.phases else ""
    ended = times.get("ended")
    return Clock(last.id, phase, times.get("started"), times.get("promised"), ended=ended)


def _rounds(
    guide: Guide, setup: Setup, tables: Sequence[Any], words: Proposal, problems: Problems
) -> Iterator[tuple[Round, Counts]]:
    """The rounds with their counts. Slips join two rounds of a step and are gone then."""
    numbers = Counter[str]()
    waiting: dict[str, tuple[Round, Mapping[str, Ballot], Counts]] = {}
    for at, table in enumerate(tables, 1):
        path = ("workshop", f"rounds.{at}")
        step, asked = _asked(guide, setup.plan, table, path, problems)
        if not asked:
            continue
        numbers[step] += 1
        secret = step not in setup.open_steps
        found = Round(
            RoundId(step, numbers[step]),
            asked,
            secret,
            RoundState.REVEALED,
            people=setup.people,
            proposal=_proposal(table, words) if asks_consent(guide, asked) else None,
        )
        ballots = _ballots(guide, found, str(table.get("ballots", "")), path, problems)
        counts = count(guide, found, ballots)
        if step in waiting:
            before, joined, earlier = waiting.pop(step)
            moved = moves(guide, found, joined, ballots, earlier, before_secret=before.secret)
            counts = replace(counts, moves=moved)
        elif setup.slips:
            waiting[step] = found, slips(ballots), counts
        yield replace(found, ballots=size(ballots, found)), counts


def _asked(
    guide: Guide, plan: str, table: Any, path: Path, problems: Problems
) -> tuple[str, tuple[str, ...]]:
    """The step of a round and its questions: the step's ballot where none are named."""
    if not isinstance(table, dict) or table.keys() - set(_ROUND_KEYS):
        problems.add(path, "expected a round with " + ", ".join(_ROUND_KEYS))
        return "", ()
    votes = {step.id: guide.ballot_of(step, plan) for step in guide.steps if step.ballot}
    step = str(table.get("step"))
    if step not in votes:
        problems.add((*path, "step"), "expected one of " + ", ".join(votes))
        return "", ()
    asked = tuple(map(str, table.get("questions", votes[step])))
    if not set(asked) <= set(votes[step]):
        problems.add((*path, "questions"), "expected some of " + ", ".join(votes[step]))
        return "", ()
    return step, asked


def _proposal(table: Mapping[str, Any], words: Proposal) -> Proposal:
    return Proposal(
        str(table.get("purpose", words.purpose)), str(table.get("priority", words.priority))
    )


def _ballots(
    guide: Guide, found: Round, text: str, path: Path, problems: Problems
) -> Counter[Ballot]:
    spots = spots_of(guide, found)
    ballots = Counter[Ballot]()
    for number, line in enumerate(text.strip().splitlines(), 1):
        written, _, slip = line.partition("|")
        choices = written.split()
        at = (*path, "ballots", str(number))
        if len(choices) != len(spots):
            problems.add(at, f"expected {len(spots)} answers, “{NOTHING}” for none")
            continue
        chosen = {spot: c for spot, c in zip(spots, choices, strict=True) if c != NOTHING}
        _check(guide, chosen, at, problems)
        ballots[Ballot.of(chosen, slip.strip())] += 1
    return ballots


def _check(guide: Guide, chosen: Mapping[Spot, str], at: Path, problems: Problems) -> None:
    for spot, choice in chosen.items():
        expected = expected_choice(guide.questions[spot.question], spot.mark, choice)
        if expected:
            problems.add((*at, spot.question, spot.mark), expected)
