"""What the readings and the summary expect of the question that plays a role."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from workbook.model.guide import (
    CaseQuestion,
    ColumnType,
    ConsentQuestion,
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

# Yields (key below the question, what was expected) for everything that is not as expected.
Check = Callable[[Question], Iterable[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Role:
    """The kind of question a role needs, what else it needs, and whether several may play it."""

    kind: type[Question]
    check: Check = lambda question: ()
    several: bool = False


def _marks(*names: str) -> Check:
    """A scale from 0 to 10 with exactly these marks."""

    def check(question: Question) -> Iterable[tuple[str, str]]:
        if isinstance(question, ScaleQuestion):
            if (question.low, question.high) != (0, 10):
                yield "low", "expected a scale from 0 to 10 for this role"
            if {mark.id for mark in question.marks} != set(names):
                yield "marks", "expected the marks " + ", ".join(names) + " for this role"

    return check


def _columns(**wanted: ColumnType | tuple[str, ...]) -> Check:
    """At least these columns: of this type, or a choice among exactly these options."""

    def check(question: Question) -> Iterable[tuple[str, str]]:
        columns = (
            {c.id: c for c in question.columns} if isinstance(question, RecordsQuestion) else {}
        )
        for id_, want in wanted.items():
            type_ = ColumnType.CHOICE if isinstance(want, tuple) else want
            if id_ not in columns or columns[id_].type is not type_:
                yield f"columns.{id_}", f"expected a column of type {type_} for this role"
            elif isinstance(want, tuple) and {o.id for o in columns[id_].options} != set(want):
                yield f"columns.{id_}.options", "expected the options " + ", ".join(want)

    return check


def _two_sides(question: Question) -> Iterable[tuple[str, str]]:
    """A case offers one thing of each side, and may have been solved either way last time."""
    if isinstance(question, CaseQuestion):
        both = {Side.INSIDE, Side.OUTSIDE}
        if len(question.options) != 2 or {option.side for option in question.options} != both:
            yield "options", "expected one option of the side inside and one of the side outside"
        if not both <= {option.side for option in question.last_time}:
            yield "last_time", "expected an option of the side inside and one of the side outside"


def _two_sentences(question: Question) -> Iterable[tuple[str, str]]:
    """The order becomes "A, even over B": both options need words for it."""
    if isinstance(question, OrderQuestion):
        if len(question.options) != 2:
            yield "options", "expected two options for this role"
        for option in question.options:
            if not option.sentence:
                yield f"options.{option.id}.sentence", "expected the option as part of a sentence"


_TEXT = Role(TextQuestion)
_OF = ColumnType

# fmt: off
_TEXTS = (
    "group_name", "self_name", "place", "date", "facilitator", "people_count", "why_now",
    "inside_text", "outside_text", "own_name", "trust_story", "results_story", "goal_bound",
    "trust_helped", "until", "statement", "priority_sentence", "who_agrees", "ask_when",
    "dissent", "go_on", "closing", "look_again",
)
# fmt: on

ROLES: Mapping[str, Role] = {
    **dict.fromkeys(_TEXTS, _TEXT),
    "evidence": Role(
        RecordsQuestion,
        _columns(
            source=("calendar", "money", "praise", "other"),
            fact=_OF.TEXT,
            side=("inside", "outside"),
        ),
    ),
    "inside_scale": Role(ScaleQuestion, _marks("say", "do")),
    "outside_scale": Role(ScaleQuestion, _marks("say", "do")),
    "kind_fit": Role(ReasonedQuestion),
    "priority_scale": Role(ScaleQuestion, _marks("now", "wished")),
    "pulse": Role(RatingsQuestion),
    "pressures": Role(RatingsQuestion),
    "hours": Role(RecordsQuestion, _columns(promise=_OF.TEXT, needed=_OF.NUMBER, given=_OF.NUMBER)),
    "case": Role(CaseQuestion, _two_sides, several=True),
    "breaking_point": Role(RungsQuestion),
    "order": Role(OrderQuestion, _two_sentences),
    "member_projects": Role(
        RecordsQuestion,
        _columns(
            project=_OF.TEXT, whose=_OF.TEXT, needs=_OF.TEXT, offered=_OF.TEXT, changed=_OF.TEXT
        ),
    ),
    "co_created": Role(
        RecordsQuestion,
        _columns(
            project=_OF.TEXT,
            started=_OF.TEXT,
            chose=_OF.NAMES,
            how_many=_OF.NUMBER,
            origin=("members", "top"),
        ),
    ),
    "consent": Role(ConsentQuestion),
    "objections": Role(RecordsQuestion, _columns(objection=_OF.TEXT, safe=_OF.TEXT)),
    "commitments": Role(RecordsQuestion, _columns(what=_OF.TEXT, who=_OF.TEXT, when=_OF.TEXT)),
    # What a room writes down beside its steps.
    "step_sentence": Role(TextQuestion, several=True),
    "said_otherwise": Role(TextQuestion, several=True),
    "quotes": Role(RecordsQuestion, _columns(quote=_OF.TEXT), several=True),
    "parking_lot": Role(RecordsQuestion, _columns(item=_OF.TEXT, becomes=_OF.TEXT)),
}
