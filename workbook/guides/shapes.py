"""What may stand in a guide's structure, and which words belong to it: one table a thing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from types import MappingProxyType
from typing import Any, assert_never

from workbook.model.guide import (
    KINDS,
    CaseQuestion,
    Column,
    ColumnType,
    ConsentQuestion,
    Item,
    Mark,
    Mode,
    Notes,
    Option,
    OrderQuestion,
    Page,
    Phase,
    PhaseKind,
    Plan,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    Side,
    Step,
    TextFormat,
    TextQuestion,
)

Read = Callable[[object], object]  # raises ValueError with what was expected


@dataclass(frozen=True, slots=True)
class Fixed:
    """A key of the structure: how it is read, and whether it must be there."""

    read: Read
    required: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A text of the words file: whether it must be there, and whether it is a list of texts."""

    required: bool = True
    many: bool = False


@dataclass(frozen=True, slots=True)
class Nested:
    """A list of things with ids, each with words of its own.

    `words_at` names the part of the words file where they stand, where that is not below the
    thing that holds the list; `shared_at` the part where those of the same id in several lists
    have words in common.
    """

    shape: "Shape"
    at_least: int = 1
    words_at: str = ""
    shared_at: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a thing of a guide is made from: keys of the structure, words, lists of things.

    `dotted` says that its id begins with its step's id and a dot.
    """

    make: Callable[..., Any]
    fixed: Mapping[str, Fixed] = field(default_factory=dict)
    words: Mapping[str, Word] = field(default_factory=dict)
    lists: Mapping[str, Nested] = field(default_factory=dict)
    dotted: bool = False


def a_text(value: object) -> str:
    """Text with something in it."""
    if isinstance(value, str) and value.strip():
        return value
    raise ValueError("a text")


def a_flag(value: object) -> bool:
    """True or false."""
    if isinstance(value, bool):
        return value
    raise ValueError("true or false")


def whole(low: int, high: int) -> Read:
    """A whole number from low to high."""

    def read(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        raise ValueError(f"a whole number from {low} to {high}")

    return read


def one_of(kinds: type[StrEnum]) -> Read:
    """One of the values of an enumeration."""

    def read(value: object) -> StrEnum:
        if isinstance(value, str) and value in list(kinds):
            return kinds(value)
        raise ValueError("one of " + ", ".join(kinds))

    return read


def texts(value: object) -> tuple[str, ...]:
    """A list of texts, which may be empty."""
    if isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value):
        return tuple(value)
    raise ValueError("a list of texts")


def some_texts(value: object) -> tuple[str, ...]:
    """A list of at least one text."""
    found = texts(value)
    if found:
        return found
    raise ValueError("a list of texts")


def modes(value: object) -> frozenset[Mode]:
    """A list of one or more modes."""
    if isinstance(value, list) and value and all(v in list(Mode) for v in value):
        return frozenset(Mode(v) for v in value)
    raise ValueError("a list of " + " and ".join(Mode))


def rows(value: object) -> tuple[tuple[str, ...], ...]:
    """Rows of one or two question ids."""
    if isinstance(value, list) and value:
        found = [texts(row) for row in value]
        if all(1 <= len(row) <= 2 for row in found):
            return tuple(found)
    raise ValueError("rows of one or two question ids each")


def minutes(value: object) -> Mapping[str, int]:
    """Whole minutes for each of some steps."""
    if isinstance(value, dict) and all(
        isinstance(m, int) and not isinstance(m, bool) and m > 0 for m in value.values()
    ):
        return MappingProxyType(dict(value))
    raise ValueError("steps with whole minutes above 0")


def _step(**values: Any) -> Step:
    notes = Notes(**{field.name: values.pop(field.name) for field in fields(Notes)})
    return Step(**values, notes=notes)


_MAYBE = Word(required=False)
_SIDE = Fixed(one_of(Side))
_LINE = Fixed(whole(-100, 100), required=True)
_QUESTION = {
    "role": Fixed(a_text),
    "side": _SIDE,
    "optional": Fixed(a_flag),
    "modes": Fixed(modes),
}
_ASKED = {"prompt": Word(), "help": _MAYBE}

OPTION = Shape(Option, {"side": _SIDE}, {"label": Word(), "sentence": _MAYBE})
ITEM = Shape(Item, {}, {"label": Word(), "text": _MAYBE})
MARK = Shape(Mark, {"filled": Fixed(a_flag)}, {"label": Word(), "name": Word()})
COLUMN = Shape(
    Column,
    {"type": Fixed(one_of(ColumnType)), "width": Fixed(whole(1, 12))},
    {"label": Word(), "hint": _MAYBE},
    {"options": Nested(OPTION, at_least=0)},
)


def _question(
    make: Callable[..., Any],
    fixed: Mapping[str, Fixed] | None = None,
    words: Mapping[str, Word] | None = None,
    lists: Mapping[str, Nested] | None = None,
) -> Shape:
    keys, texts_ = _QUESTION | dict(fixed or {}), _ASKED | dict(words or {})
    return Shape(make, keys, texts_, lists or {}, dotted=True)


_TEXT = _question(
    TextQuestion,
    {"lines": Fixed(whole(1, 20)), "format": Fixed(one_of(TextFormat))},
    {"hint": _MAYBE, "draft": _MAYBE},
)
_SCALE = _question(
    ScaleQuestion,
    {"low": _LINE, "high": _LINE, "low_side": _SIDE, "high_side": _SIDE},
    {"low_label": _MAYBE, "high_label": _MAYBE},
    {"marks": Nested(MARK)},
)
_RATINGS = _question(
    RatingsQuestion,
    {"low": _LINE, "high": _LINE, "notes": Fixed(a_flag)},
    {"low_label": Word(), "high_label": Word(), "note_hint": _MAYBE},
    {"items": Nested(ITEM)},
)
_CASE = _question(
    CaseQuestion,
    {},
    {"title": Word(), "story": Word(), "last_prompt": Word()},
    {"options": Nested(OPTION, 2), "last_time": Nested(OPTION, 2)},
)
_RUNGS = _question(
    RungsQuestion,
    {"below_side": _SIDE, "above_side": _SIDE},
    {"story": Word(), "never_label": Word(), "below_label": Word(), "above_label": Word()},
    {"rungs": Nested(ITEM, 2)},
)
_ORDER = _question(OrderQuestion, lists={"options": Nested(OPTION, 2)})
_RECORDS = _question(RecordsQuestion, words={"add_hint": Word()}, lists={"columns": Nested(COLUMN)})
_REASONED = _question(
    ReasonedQuestion,
    words={"reason_prompt": Word(), "reason_hint": _MAYBE},
    lists={"options": Nested(OPTION, 2)},
)
_CONSENT = _question(ConsentQuestion, lists={"levels": Nested(OPTION)})


def _kind(blank: Question) -> tuple[str, Shape]:
    """What guides call a kind of question, and what one of it is made from."""
    match blank:
        case TextQuestion():
            return "text", _TEXT
        case ScaleQuestion():
            return "scale", _SCALE
        case RatingsQuestion():
            return "ratings", _RATINGS
        case CaseQuestion():
            return "case", _CASE
        case RungsQuestion():
            return "rungs", _RUNGS
        case OrderQuestion():
            return "order", _ORDER
        case RecordsQuestion():
            return "records", _RECORDS
        case ReasonedQuestion():
            return "reasoned", _REASONED
        case ConsentQuestion():
            return "consent", _CONSENT
        case _:
            assert_never(blank)


_BLANK = [kind(id="", role="", prompt="") for kind in KINDS]
SHAPES: Mapping[str, Shape] = dict(map(_kind, _BLANK))
KIND_NAMES: Mapping[type, str] = {type(blank): _kind(blank)[0] for blank in _BLANK}
PAGE = Shape(
    Page,
    {"rows": Fixed(rows, required=True), "readings": Fixed(texts), "needs": Fixed(texts)},
    {
        "headline": Word(),
        "framing": Word(),
        "needs_words": _MAYBE,
        "room_headline": _MAYBE,
        "room_framing": _MAYBE,
    },
    dotted=True,
)
PHASE = Shape(
    Phase,
    {
        "kind": Fixed(one_of(PhaseKind), required=True),
        "share": Fixed(whole(1, 1000), required=True),
        "firm": Fixed(a_flag),
        "page": Fixed(a_text),
    },
    {"title": Word(), "card_title": Word(), "card": Word(), "invite": _MAYBE},
)
STEP = Shape(
    _step,
    {"ballot": Fixed(texts), "focus": Fixed(texts), "room": Fixed(texts)},
    {
        "title": Word(),
        "run": Word(many=True),
        "listen": Word(),
        "hot": Word(),
        "alone": Word(),
        "check": Word(),
    },
    {
        "pages": Nested(PAGE, words_at="pages"),
        "phases": Nested(PHASE, at_least=0, shared_at="phases"),
    },
)
PLAN = Shape(
    Plan,
    {
        "mode": Fixed(one_of(Mode), required=True),
        "total": Fixed(whole(1, 1440), required=True),
        "minutes": Fixed(minutes, required=True),
        "breaks": Fixed(minutes),
        "buffer": Fixed(whole(0, 240)),
        "unvoted": Fixed(texts),
    },
    {"title": Word()},
)
GUIDE = Shape(
    dict,
    {
        "id": Fixed(a_text, required=True),
        "version": Fixed(whole(1, 10**6), required=True),
        "language": Fixed(a_text, required=True),
        "gives": Fixed(texts),
        "questions": Fixed(lambda value: value, required=True),
    },
    {"title": Word(), "source": Word(), "ignored_words": Word(required=False, many=True)},
    {
        "steps": Nested(STEP, words_at="steps"),
        "plans": Nested(PLAN, words_at="plans"),
    },
)
