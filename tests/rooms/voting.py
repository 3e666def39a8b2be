"""Turns the answers of an odd room into ballots of a guide, step by step and round by round."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from tests.rooms.reader import Ballot as Answers
from tests.rooms.reader import Room, Rounds
from workbook.model.guide import Guide
from workbook.model.workshop import Ballot, Round, RoundId, RoundState, Spot

Ballots = tuple[Ballot, ...]  # in the order of the room's lists: a place is a person
Asked = tuple[str, ...]  # the ids of the questions of a round


def spots_of_answers(guide: Guide) -> Mapping[str, tuple[Spot, ...]]:
    """Which spot each answer of a ballot belongs to, by the room's key.

    Raises:
        ValueError: where the guide lacks a question.
    """

    def one(role: str) -> str:
        found = guide.with_role(role)
        if not found:
            raise ValueError(f"the guide has no question of the role {role}")
        return found[0].id

    inside, outside, scale = map(one, ("inside_scale", "outside_scale", "priority_scale"))
    return {
        "purpose": tuple(Spot(q, mark) for q in (inside, outside) for mark in ("do", "say")),
        "optimising": (Spot(scale, "now"), Spot(scale, "wished")),
        "cases": tuple(Spot(case.id, "choice") for case in guide.with_role("case")),
        "order": (Spot(one("order"), "first"),),
        "ladder": (Spot(one("breaking_point")),),
        "consent": (Spot(one("consent")),),
    }


def voted(room: Room, guide: Guide) -> Mapping[str, tuple[tuple[Asked, Ballots], ...]]:
    """The rounds of each step that was voted on, with what each asked and its ballots.

    Raises:
        ValueError: where a ballot has more cases than the guide.
    """
    consent: Rounds = tuple(tuple((score,) for score in asked.scores) for asked in room.consent)
    steps: Mapping[str, Mapping[str, Rounds]] = {
        "purpose": {"purpose": room.purpose},
        "optimising": {"optimising": room.optimising},
        "wrong": {"cases": room.cases, "order": room.order, "ladder": room.ladder},
        "statement": {"consent": consent},
    }
    spots = spots_of_answers(guide)
    return {
        step: found
        for step, rounds in steps.items()
        if (found := tuple(_rounds(room, spots, rounds)))
    }


def _rounds(
    room: Room, spots: Mapping[str, tuple[Spot, ...]], rounds: Mapping[str, Rounds]
) -> Iterator[tuple[Asked, Ballots]]:
    for number in range(max(map(len, rounds.values()))):
        held = {key: found[number] for key, found in rounds.items() if number < len(found)}
        places = [
            _ballot({k: b for k, b in zip(held, each, strict=True) if b is not None}, spots)
            for each in zip_longest(*held.values())
        ]
        asked = dict.fromkeys(spot.question for key in held for spot in spots[key])
        ballots = (Ballot.of(p, room.slip(at)) for at, p in enumerate(places))
        yield tuple(asked), tuple(ballots)


def _ballot(
    answers: Mapping[str, Answers], spots: Mapping[str, tuple[Spot, ...]]
) -> Mapping[Spot, str]:
    """What one person answered, at each spot.

    Raises:
        ValueError: where there are more answers than spots.
    """
    found: dict[Spot, str] = {}
    for key, given in answers.items():
        if len(given) > len(spots[key]):
            raise ValueError(f"{key}: {len(given)} answers at {len(spots[key])} places")
        found.update(zip(spots[key], given, strict=False))
    return found


def round_of(room: Room, step: str, number: int, asked: Asked, ballots: Ballots) -> Round:
    """A round of the room as one that was revealed, its number from 1."""
    return Round(
        RoundId(step, number),
        asked,
        not room.open,
        RoundState.REVEALED,
        ballots=len(ballots),
        people=room.people_at(step, number),
    )
