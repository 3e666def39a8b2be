"""Reads odd rooms from a TOML file as plain values, and refuses what such a room cannot be.

A file holds one [[room]] after another. Each has a `name` and the number of `people` in it, and any
of the following; what is missing was not asked. A ballot lists a person's answers in the order
given here; "-" is a pass.

purpose     rounds of ballots [inside do, inside say, outside do, outside say], 0 to 10
optimising  rounds of ballots [now, wished], 0 to 10
cases       rounds of ballots, a letter a case in the guide's order: "w" work, "p" people, "-" pass
order       rounds of "people", "work" or "-"
ladder      rounds of a rung's id, "never" or "-"
consent     [{ scores = [..], purpose = "..", priority = ".." }, …], a score from 0 to 5 or "-"
words_now   { purpose = "..", priority = ".." }, where the words were changed after the last round
together    [[what, number who chose, "members" or "top"], …]
evidence    [[fact, "inside" or "outside"], …]
offers      [[project, needs, offered], …]
open        true where rounds are not secret
present     people in the room at each round of a step: { purpose = [10, 11] }; else `people`
slips       true where ballots of two rounds at the same place in their lists bear the same slip; or
            a list of what stands on the slip at each place, "" for none
state       the consent state that must come out
say, never  regular expressions over all sentences, in small letters, each sentence by itself: every
            `say` is found in one at least, no `never` in any
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar

from workbook.model.guide import PASS
from workbook.readings.consent import ConsentState

PASSED = "-"
CASE_LETTERS = {"w": "work", "p": "people", PASSED: PASS}
STEPS = {"cases": "wrong", "ladder": "wrong", "order": "wrong", "consent": "statement"}
MOST = 2000  # people

Ballot = tuple[str, ...]  # the answers of one person; PASS for a pass
Rounds = tuple[tuple[Ballot, ...], ...]
T = TypeVar("T")


class RoomError(ValueError):
    """A room cannot be read; str() says which, and what about it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One round of consent: everybody's score, and the words that it was about."""

    scores: tuple[str, ...]
    purpose: str
    priority: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the statement as they stand."""

    purpose: str
    priority: str


@dataclass(frozen=True, slots=True)
class Together:
    """A project, how many chose to join it, and where it came from."""

    what: str
    chose: int
    origin: Literal["members", "top"]


@dataclass(frozen=True)
class Room:
    """One odd room."""

    name: str
    people: int
    purpose: Rounds = ()
    optimising: Rounds = ()
    cases: Rounds = ()
    order: Rounds = ()
    ladder: Rounds = ()
    consent: tuple[Asked, ...] = ()
    words_now: Words | None = None  # None where they are those of the last round
    together: tuple[Together, ...] = ()
    evidence: tuple[tuple[str, str], ...] = ()
    offers: tuple[tuple[str, str, str], ...] = ()
    open: bool = False
    present: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # by step
    slips: tuple[str, ...] | bool = False
    state: ConsentState | None = None
    say: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    def people_at(self, step: str, number: int) -> int:
        """How many were in the room at a round of a step, its number from 1."""
        there = self.present.get(step, ())
        return there[number - 1] if number <= len(there) else self.people

    def slip(self, place: int) -> str:
        """What stands on the slip of the ballot at a place, from 0; "" where there is none."""
        if isinstance(self.slips, bool):
            return f"{place:04X}" if self.slips else ""  # as a room makes its own
        return self.slips[place] if place < len(self.slips) else ""


def read_rooms(path: Path) -> tuple[Room, ...]:
    """All rooms of a file.

    Raises:
        RoomError: where it cannot be read.
    """
    return parse_rooms(path.read_text("utf-8"))


def parse_rooms(text: str) -> tuple[Room, ...]:
    """All rooms of a text.

    Raises:
        RoomError: where it is no TOML, or a room is none.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RoomError(f"this is no TOML: {error}") from error
    if set(found) != {"room"} or not isinstance(found["room"], list):
        raise RoomError("expected one [[room]] after another, and nothing else")
    rooms = tuple(_room(raw) for raw in found["room"])
    names = [room.name for room in rooms]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise RoomError(f"two rooms have the name “{twice[0]}”")
    return rooms


def unmet(room: Room, said: Iterable[str], state: str | None = None) -> tuple[str, ...]:
    """The expectations of a room that do not hold, each in words.

    Args:
        room: the room.
        said: all that the program says about it, sentence by sentence.
        state: its consent state.
    """
    sentences = [sentence.lower() for sentence in said]
    found = []
    if room.state is not None and state != room.state:
        found.append(f"the state is {state}, not {room.state}")
    for wanted in room.say:
        if not any(re.search(wanted, sentence) for sentence in sentences):
            found.append(f"nothing says {wanted}")
    for unwanted in room.never:
        found += [f"{unwanted} is in: {s}" for s in sentences if re.search(unwanted, s)]
    return tuple(found)


def _room(raw: object) -> Room:
    if not isinstance(raw, dict) or not isinstance(raw.get("name"), str) or not raw["name"]:
        raise RoomError("a room has no name")
    try:
        return _read(raw)
    except RoomError as problem:
        raise RoomError(f"“{raw['name']}”: {problem}") from problem


def _read(raw: dict[str, Any]) -> Room:
    unknown = sorted(set(raw) - {"name", "people"} - set(_READERS))
    if unknown:
        raise RoomError(f"nothing is known of `{unknown[0]}`")
    if not _is_count(raw.get("people")) or raw["people"] == 0:
        raise RoomError(f"`people` is a number from 1 to {MOST}")
    values = {}
    for key, read in _READERS.items():
        if key in raw:
            try:
                values[key] = read(raw[key])
            except RoomError as problem:
                raise RoomError(f"`{key}`: {problem}") from problem
    room = Room(raw["name"], raw["people"], **values)
    _check_present(room)
    return room


def _check_present(room: Room) -> None:
    held = {"purpose": len(room.purpose), "optimising": len(room.optimising)}
    held["wrong"] = max(map(len, (room.cases, room.order, room.ladder)))
    held["statement"] = len(room.consent)
    for step, there in room.present.items():
        if len(there) > held[step]:
            raise RoomError(f"`present`: {step} has {held[step]} rounds, not {len(there)}")


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST


def _list(read: Callable[[object], T]) -> Callable[[object], tuple[T, ...]]:
    """Reads a list, each of its elements by `read`."""

    def whole(raw: object) -> tuple[T, ...]:
        if not isinstance(raw, list):
            raise RoomError(f"expected a list, not {raw!r}")
        return tuple(read(each) for each in raw)

    return whole


def _marks(*between: tuple[int, int]) -> Callable[[object], Ballot]:
    """Reads a ballot of so many marks, each from one number to another or a pass."""

    def ballot(raw: object) -> Ballot:
        if not isinstance(raw, list) or len(raw) != len(between):
            raise RoomError(f"expected {len(between)} answers, not {raw!r}")
        return tuple(_mark(each, *ends) for each, ends in zip(raw, between, strict=True))

    return ballot


def _mark(raw: object, low: int, high: int) -> str:
    if raw == PASSED:
        return PASS
    if not _is_count(raw) or not low <= int(str(raw)) <= high:
        raise RoomError(f'expected a number from {low} to {high} or "-", not {raw!r}')
    return str(raw)


def _letters(raw: object) -> Ballot:
    if not isinstance(raw, str) or not raw or set(raw) - set(CASE_LETTERS):
        raise RoomError(f'expected one of "w", "p" and "-" for each case, not {raw!r}')
    return tuple(CASE_LETTERS[letter] for letter in raw)


def _cases(raw: object) -> Rounds:
    rounds = _list(_list(_letters))(raw)
    if len({len(ballot) for ballots in rounds for ballot in ballots}) > 1:
        raise RoomError("every ballot has a letter for every case")
    return rounds


def _choice(*options: str) -> Callable[[object], Ballot]:
    """Reads a ballot of one choice; any word where no options are named."""

    def ballot(raw: object) -> Ballot:
        if raw == PASSED:
            return (PASS,)
        if not isinstance(raw, str) or not raw or (options and raw not in options):
            raise RoomError(f"expected {' or '.join(options) or 'a word'}, not {raw!r}")
        return (raw,)

    return ballot


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise RoomError(f"expected a text, not {raw!r}")
    return raw


def _texts(*names: str) -> Callable[[object], tuple[str, ...]]:
    """Reads a row of so many texts."""

    def row(raw: object) -> tuple[str, ...]:
        if not isinstance(raw, list) or len(raw) != len(names):
            raise RoomError(f"expected [{', '.join(names)}], not {raw!r}")
        return tuple(map(_text, raw))

    return row


def _table(raw: object, *keys: str) -> dict[str, Any]:
    if not isinstance(raw, dict) or set(raw) != set(keys):
        raise RoomError(f"expected {{ {', '.join(keys)} }}, not {raw!r}")
    return raw


def _asked(raw: object) -> Asked:
    found = _table(raw, "scores", "purpose", "priority")
    scores = _list(lambda score: _mark(score, 0, 5))(found["scores"])
    return Asked(scores, _text(found["purpose"]), _text(found["priority"]))


def _words(raw: object) -> Words:
    found = _table(raw, "purpose", "priority")
    return Words(_text(found["purpose"]), _text(found["priority"]))


def _together(raw: object) -> Together:
    if not isinstance(raw, list) or len(raw) != 3 or not _is_count(raw[1]):
        raise RoomError(f"expected [what, how many, where it came from], not {raw!r}")
    if raw[2] not in ("members", "top"):
        raise RoomError(f"a project came from members or the top, not from {raw[2]!r}")
    return Together(_text(raw[0]), raw[1], raw[2])


def _fact(raw: object) -> tuple[str, ...]:
    found = _texts("fact", "side")(raw)
    if found[1] not in ("inside", "outside"):
        raise RoomError(f"a fact points inside or outside, not {found[1]!r}")
    return found


def _flag(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise RoomError(f"expected true or false, not {raw!r}")
    return raw


def _slips(raw: object) -> tuple[str, ...] | bool:
    return raw if isinstance(raw, bool) else _list(_text)(raw)


def _present(raw: object) -> dict[str, tuple[int, ...]]:
    if not isinstance(raw, dict):
        raise RoomError(f"expected {{ step = [people, …] }}, not {raw!r}")
    steps = {"purpose", "optimising", *STEPS, *STEPS.values()}
    found: dict[str, tuple[int, ...]] = {}
    for step, there in raw.items():
        if step not in steps:
            raise RoomError(f"there are no rounds of {step!r}")
        if not isinstance(there, list) or not all(map(_is_count, there)):
            raise RoomError(f"expected how many people at each round, not {there!r}")
        found[STEPS.get(str(step), str(step))] = tuple(there)
    return found


def _state(raw: object) -> ConsentState:
    try:
        return ConsentState(_text(raw))
    except ValueError as error:
        raise RoomError(f"there is no such state: {raw!r}") from error


def _pattern(raw: object) -> str:
    text = _text(raw)
    try:
        re.compile(text)
    except re.error as error:
        raise RoomError(f"{text!r} is no regular expression: {error}") from error
    return text


_READERS: Mapping[str, Callable[[object], Any]] = {
    "purpose": _list(_list(_marks(*[(0, 10)] * 4))),
    "optimising": _list(_list(_marks(*[(0, 10)] * 2))),
    "cases": _cases,
    "order": _list(_list(_choice("people", "work"))),
    "ladder": _list(_list(_choice())),
    "consent": _list(_asked),
    "words_now": _words,
    "together": _list(_together),
    "evidence": _list(_fact),
    "offers": _list(_texts("project", "needs", "offered")),
    "open": _flag,
    "present": _present,
    "slips": _slips,
    "state": _state,
    "say": _list(_pattern),
    "never": _list(_pattern),
}
