"""Reads and writes rounds of voting, and what a closed one keeps: how many chose what.

Rows are put in by their keys, so that equal counts leave equal bytes, however they came about.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from workbook.model.guide import PASS
from workbook.model.workshop import Counts, Pair, Proposal, Round, RoundId, RoundState, Spot
from workbook.storage.database import Connection
from workbook.storage.errors import unreadable
from workbook.storage.values import from_json, to_json

_OF_ROUND = "questions, secret, state, ballots, people, purpose, priority"
_ROUND = "session = ? AND step = ? AND number = ?"

# The tables of what a round keeps, and what lies in them beside the round.
_COUNTED = {
    "counts": "question, mark, choice, people",
    "withheld": "question, mark",
    "pairs": "first_question, first_mark, second_question, second_mark, first_choice, "
    "second_choice, people",
    "moves": "question, mark, from_choice, to_choice, people",
}


def read(reading: Connection, session_id: str) -> tuple[Round, ...]:
    """A session's rounds by step and number, within a transaction."""
    rows = reading.execute(
        f"SELECT step, number, {_OF_ROUND} "  # noqa: S608 - our own names
        "FROM rounds WHERE session = ? ORDER BY step, number",
        (session_id,),
    )
    try:
        return tuple(_round(*row) for row in rows)
    except (ValueError, TypeError) as error:
        raise unreadable(f"a round of {session_id}") from error


def read_counts(reading: Connection, session_id: str) -> dict[RoundId, Counts]:
    """What each of a session's rounds that are over has kept, within a transaction."""
    found: defaultdict[RoundId, _Gathered] = defaultdict(_Gathered)
    for at, question, mark, choice, people in _rows(reading, "counts", session_id):
        if choice == PASS:
            found[at].passes[Spot(question, mark)] = people
        else:
            found[at].answers[Spot(question, mark)][choice] = people
    for at, question, mark in _rows(reading, "withheld", session_id):
        found[at].withheld.add(Spot(question, mark))
    for at, q1, m1, q2, m2, first, second, people in _rows(reading, "pairs", session_id):
        found[at].pairs[Spot(q1, m1), Spot(q2, m2)][first, second] = people
    for at, question, mark, before, after, people in _rows(reading, "moves", session_id):
        found[at].moves[Spot(question, mark)][before, after] = people
    over = reading.execute(
        "SELECT step, number FROM rounds WHERE session = ? AND state <> ? ORDER BY step, number",
        (session_id, RoundState.OPEN),
    )
    return {at: found[at].counts() for at in (RoundId(*row) for row in over)}


def put(writing: Connection, session_id: str, found: Round) -> None:
    """Store a round, in place of the one with the same id; what that one kept stays."""
    values = {
        "session": session_id,
        "step": found.id.step,
        "number": found.id.number,
        "questions": to_json(found.questions),
        "secret": found.secret,
        "state": found.state.value,
        "ballots": found.ballots,
        "people": found.people,
        "purpose": to_json(found.proposal.purpose) if found.proposal else None,
        "priority": to_json(found.proposal.priority) if found.proposal else None,
    }
    kept = [name for name in values if name not in ("session", "step", "number")]
    writing.execute(
        f"INSERT INTO rounds ({', '.join(values)}) "  # noqa: S608 - our own column names
        f"VALUES ({', '.join('?' * len(values))}) ON CONFLICT DO UPDATE SET "
        + ", ".join(f"{name} = excluded.{name}" for name in kept),
        tuple(values.values()),
    )


def put_counts(writing: Connection, session_id: str, round_id: RoundId, counts: Counts) -> None:
    """Store what a round keeps of its ballots, in place of what it kept. The round itself must be
    there. What nobody chose is not stored.

    Raises:
        ValueError: where something is told of a spot that is withheld; nothing is stored.
    """
    told = {*counts.answers, *counts.moves, *(spot for pair in counts.pairs for spot in pair)}
    if told & counts.withheld:
        raise ValueError("what is withheld must not be counted")
    _delete_counts(writing, session_id, round_id)
    for table, rows in (
        ("counts", _answer_rows(counts)),
        ("withheld", counts.withheld),
        ("pairs", _pair_rows(counts)),
        ("moves", _move_rows(counts)),
    ):
        columns = _COUNTED[table]
        places = ", ".join("?" * (columns.count(",") + 1))
        writing.executemany(
            f"INSERT INTO {table} (session, step, number, {columns}) "  # noqa: S608 - our own names
            f"VALUES (?, ?, ?, {places})",
            [(session_id, *round_id, *row) for row in sorted(rows)],
        )


def delete(writing: Connection, session_id: str, round_id: RoundId) -> None:
    """Delete a round with all that it kept."""
    _delete_counts(writing, session_id, round_id)
    writing.execute(f"DELETE FROM rounds WHERE {_ROUND}", (session_id, *round_id))  # noqa: S608


def copy(writing: Connection, session_id: str, copy_id: str) -> None:
    """Give another session the same rounds that are over, with what they kept."""
    columns = {"rounds": _OF_ROUND, **_COUNTED}
    for table, names in columns.items():
        writing.execute(
            f"INSERT INTO {table} (session, step, number, {names}) "  # noqa: S608 - our own names
            f"SELECT ?, step, number, {names} FROM {table} WHERE session = ? AND (step, number) IN "
            "(SELECT step, number FROM rounds WHERE session = ? AND state <> ?) "
            f"ORDER BY step, number, {names}",
            (copy_id, session_id, session_id, RoundState.OPEN),
        )


def _round(
    step: str,
    number: int,
    questions: str,
    secret: int,
    state: str,
    ballots: int,
    people: int | None,
    purpose: str | None,
    priority: str | None,
) -> Round:
    """A round as its row holds it."""
    return Round(
        id=RoundId(step, number),
        questions=tuple(from_json(questions)),
        secret=bool(secret),
        state=RoundState(state),
        ballots=ballots,
        people=people,
        proposal=_proposal(purpose, priority),
    )


def _proposal(purpose: str | None, priority: str | None) -> Proposal | None:
    if purpose is None or priority is None:
        return None
    words = from_json(purpose), from_json(priority)
    if not all(isinstance(each, str) for each in words):
        raise ValueError("the words of a proposal are texts")
    return Proposal(*words)


@dataclass
class _Gathered:
    """Counts while they are read."""

    answers: defaultdict[Spot, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    passes: dict[Spot, int] = field(default_factory=dict)
    withheld: set[Spot] = field(default_factory=set)
    pairs: defaultdict[Pair, dict[tuple[str, str], int]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    moves: defaultdict[Spot, dict[tuple[str, str], int]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def counts(self) -> Counts:
        return Counts(
            answers=dict(self.answers),
            passes=self.passes,
            withheld=frozenset(self.withheld),
            pairs=dict(self.pairs),
            moves=dict(self.moves),
        )


def _rows(reading: Connection, table: str, session_id: str) -> Iterator[tuple[Any, ...]]:
    """What a table holds of a session, by its keys: each row with its round first."""
    columns = _COUNTED[table]
    rows = reading.execute(
        f"SELECT step, number, {columns} FROM {table} WHERE session = ? "  # noqa: S608 - our names
        f"ORDER BY step, number, {columns}",
        (session_id,),
    )
    for step, number, *row in rows:
        yield RoundId(step, number), *row


def _delete_counts(writing: Connection, session_id: str, round_id: RoundId) -> None:
    for table in _COUNTED:
        writing.execute(
            f"DELETE FROM {table} WHERE {_ROUND}",  # noqa: S608 - our own names
            (session_id, *round_id),
        )


def _answer_rows(counts: Counts) -> Iterator[tuple[str | int, ...]]:
    for spot, chosen in counts.answers.items():
        yield from ((*spot, choice, people) for choice, people in chosen.items() if people)
    yield from ((*spot, PASS, people) for spot, people in counts.passes.items() if people)


def _pair_rows(counts: Counts) -> Iterator[tuple[str | int, ...]]:
    for (first, second), table in counts.pairs.items():
        yield from (
            (*first, *second, *choices, people) for choices, people in table.items() if people
        )


def _move_rows(counts: Counts) -> Iterator[tuple[str | int, ...]]:
    for spot, table in counts.moves.items():
        yield from ((*spot, *way, people) for way, people in table.items() if people)
