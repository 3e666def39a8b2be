"""Writes a session as JSON, as `resources/schemas/session.schema.json` describes it.

Ids and numbers are those of the guide and the library, so that files of today and of next year can
be compared. Nothing is rounded or reworded.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, assert_never

from workbook.catalogue.choices import choices, counted, mark_words
from workbook.exchange.exportable import Held, Leaving, questions_of
from workbook.guides.shapes import KIND_NAMES
from workbook.model.answers import Value, voice_of
from workbook.model.guide import Guide, Question, RecordsQuestion
from workbook.model.marks import marks_of
from workbook.model.workshop import Proposal, Spot
from workbook.readings.consent import Consent, ConsentState
from workbook.readings.group import (
    BreakingShares,
    CasesOfRoom,
    ConsentVotes,
    MapOfRoom,
    OptionVotes,
    RoomReading,
    Spread,
    SpreadList,
)
from workbook.readings.shown import ShownRound

FORMAT, VERSION = "community-purpose-workbook/session", 1


def session_json(found: Leaving) -> bytes:
    """The session as JSON in UTF-8; the same session gives the same bytes."""
    plain = {
        "format": FORMAT,
        "version": VERSION,
        "session": _session(found),
        "guide": _guide(found.guide),
        "answers": list(_answers(found)),
        "workshop": _held(found.held, found.consent) if found.held else None,
        "rounds": [_round(found.guide, round_) for round_ in found.rounds],
    }
    text = json.dumps(plain, indent=2, ensure_ascii=False, allow_nan=False)
    return f"{text}\n".encode("utf-8", "replace")


def _session(found: Leaving) -> dict[str, Any]:
    return {
        "id": found.id,
        "group": found.group,
        "mode": found.mode.value,
        "plan": found.plan,
        "created": _moment(found.created),
        "changed": _moment(found.changed),
    }


def _moment(time: datetime | None) -> str | None:
    return time.astimezone(UTC).isoformat(timespec="seconds") if time else None


def _guide(guide: Guide) -> dict[str, Any]:
    return {
        "id": guide.id,
        "version": guide.version,
        "language": guide.language,
        "hash": guide.content_hash,
        "title": guide.title,
        "source": guide.source,
        "steps": [
            {
                "id": step.id,
                "title": step.title,
                "headline": step.headline,
                "questions": [_question(each) for each in questions_of(guide, step)],
            }
            for step in guide.steps
        ],
    }


def _question(question: Question) -> dict[str, Any]:
    """The words without which the answers to a question could not be understood."""
    return {
        "id": question.id,
        "kind": KIND_NAMES[type(question)],
        "role": question.role,
        "prompt": question.prompt,
        "marks": [
            {
                "mark": mark.id,
                "words": mark_words(question, mark.id),
                "choices": [
                    {"choice": choice, "words": words}
                    for choice, words in choices(question, mark.id)
                ],
            }
            for mark in marks_of(question)
        ],
        "columns": [
            {
                "id": column.id,
                "words": column.label,
                "type": column.type.value,
                "choices": [{"choice": o.id, "words": o.label} for o in column.options],
            }
            for column in (question.columns if isinstance(question, RecordsQuestion) else ())
        ],
    }


def _answers(found: Leaving) -> Iterator[dict[str, Any]]:
    for step in found.guide.steps:
        for question in questions_of(found.guide, step):
            for mark, value in found.answered(question):
                yield {
                    "question": question.id,
                    "mark": mark,
                    "respondent": voice_of(found.mode),
                    "value": _plain(value),
                }


def _plain(value: Value) -> Any:
    if isinstance(value, tuple):
        return [each if isinstance(each, str) else dict(each) for each in value]
    return value


def _held(held: Held, consent: Consent | None) -> dict[str, Any]:
    return {
        "people": held.people,
        "names": list(held.names),
        "started": _moment(held.started),
        "ended": _moment(held.ended),
        "consent": _consent(consent or Consent(ConsentState.NOT_ASKED)),
    }


def _consent(found: Consent) -> dict[str, Any]:
    return {
        "state": found.state.value,
        "changed": list(found.changed),
        "of_round": found.of_round.value if found.of_round else None,
    }


def _proposal(asked: Proposal | None) -> dict[str, str] | None:
    return {"purpose": asked.purpose, "priority": asked.priority} if asked else None


def _round(guide: Guide, round_: ShownRound) -> dict[str, Any]:
    about = {
        "step": round_.step,
        "number": round_.number,
        "questions": list(round_.questions),
        "secret": round_.secret,
        "people": round_.people,
        "proposal": _proposal(round_.proposal),
    }
    if round_.withheld:
        return {**about, "state": "withheld"}
    return {
        **about,
        "state": "revealed",
        "ballots": round_.ballots,
        "counts": [_counts(guide, round_, spot) for spot in round_.spots],
        "map": [
            {"outside": x, "inside": y, "people": people}
            for reading in round_.readings
            if isinstance(reading, MapOfRoom)
            for x, y, people in reading.points
        ],
        "figures": [each for reading in round_.readings for each in _figures(reading)],
        "by_name": [
            {"name": name, "question": question, "mark": mark, "value": _plain(value)}
            for name, question, mark, value in round_.by_name
        ],
    }


def _counts(guide: Guide, round_: ShownRound, spot: Spot) -> dict[str, Any]:
    return {
        "question": spot.question,
        "mark": spot.mark,
        "withheld": spot in round_.few,
        "answers": [{"value": v, "people": n} for v, n in counted(guide, round_, spot)],
        "passes": round_.passes.get(spot, 0),
    }


def _figures(reading: RoomReading) -> Iterator[dict[str, Any]]:
    """Of what two rounds, or a choice and last time, say together: as much as the room has seen."""
    match reading:
        case Spread(moved=moved) if moved is not None:
            names = "joined", "moved", "closer", "further"
            yield from _people(reading.question, reading.mark, moved, names)
        case CasesOfRoom():
            for case in reading.cases:
                names = "compared", "differ", "to_people", "to_work"
                yield from _people(case.question, "choice", case, names)
        case ConsentVotes():
            yield from _people(reading.question, "", reading, ("higher", "lower"))
        case Spread() | BreakingShares() | MapOfRoom() | SpreadList() | OptionVotes():
            return
        case _:
            assert_never(reading)


def _people(
    question: str, mark: str, found: object, names: tuple[str, ...]
) -> Iterator[dict[str, Any]]:
    for name in names:
        people = getattr(found, name)
        if people is not None:
            yield {"question": question, "mark": mark, "figure": name, "people": people}
