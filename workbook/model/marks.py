"""What each kind of question is answered with: its marks, and what can be answered at each.

Every floor asks this of questions: what a ballot asks, what may be stored, what can be chosen, what
still lacks an answer. The kind is looked at here, once; others look at what a mark `takes`.
"""

from dataclasses import dataclass
from typing import assert_never, final

from workbook.model.guide import (
    NEVER,
    CaseQuestion,
    Column,
    ConsentQuestion,
    Option,
    OrderQuestion,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    TextQuestion,
)

CHOICE = "choice"  # of a case or a reasoned question: what is chosen
FIRST = "first"  # of an order, where a room votes on it: what comes first
LAST = "last"  # of a case: what was done last time
REASON = "reason"  # of a reasoned question


@final
@dataclass(frozen=True, slots=True)
class Written:
    """A text, as it is typed."""


@final
@dataclass(frozen=True, slots=True)
class OnLine:
    """A whole number on a line, of which only the ends have words."""

    low: int
    high: int
    low_label: str
    high_label: str


@final
@dataclass(frozen=True, slots=True)
class OnLevels:
    """A whole number, the id of a level that has words of its own."""

    levels: tuple[Option, ...]


@final
@dataclass(frozen=True, slots=True)
class OneOf:
    """The id of an option, or of what a ladder offers beside its rungs."""

    listed: tuple[Option, ...]
    never: Option | None = None
    passing: bool = False  # whether somebody alone may pass as well: a case asks for much

    @property
    def options(self) -> tuple[Option, ...]:
        """Everything that can be chosen."""
        return self.listed if self.never is None else (*self.listed, self.never)


@final
@dataclass(frozen=True, slots=True)
class InOrder:
    """The ids of all options, first things first."""

    options: tuple[Option, ...]


@final
@dataclass(frozen=True, slots=True)
class InColumns:
    """Records, with a cell for each column."""

    columns: tuple[Column, ...]


Takes = Written | OnLine | OnLevels | OneOf | InOrder | InColumns


@dataclass(frozen=True, slots=True)
class AtMark:
    """One mark of a question: what it takes, and what the guide calls it."""

    id: str
    takes: Takes
    # False for what no page asks: the notes of ratings that have none, which files still list, and
    # what only a ballot asks.
    asked: bool = True
    needed: bool = True  # before the question counts as answered
    voted: bool = True  # whether a ballot asks for it
    fact: bool = False  # something that happened: nobody passes on it, and it stays as it was
    label: str = ""  # short, as drawn beside it: "do"; "" where the question says it all
    name: str = ""  # as spoken: "what we do"
    text: str = ""  # the statement in full


def marks_of(question: Question) -> tuple[AtMark, ...]:
    """The marks at which a question can be answered, in the order in which they are asked."""
    match question:
        case TextQuestion():
            return (AtMark("", Written(), voted=False),)
        case ScaleQuestion():
            line = OnLine(question.low, question.high, question.low_label, question.high_label)
            return tuple(AtMark(m.id, line, label=m.label, name=m.name) for m in question.marks)
        case RatingsQuestion():
            return _of_ratings(question)
        case CaseQuestion():
            last, said = OneOf(question.last_time), question.last_prompt
            return (
                AtMark(CHOICE, OneOf(question.options, passing=True)),
                AtMark(LAST, last, needed=False, fact=True, label=said, name=said),
            )
        case RungsQuestion():
            rungs = tuple(Option(r.id, r.label, question.above_side) for r in question.rungs)
            never = Option(NEVER, question.never_label, question.below_side)
            return (AtMark("", OneOf(rungs, never)),)
        case OrderQuestion():
            first = AtMark(FIRST, OneOf(question.options), asked=False, needed=False)
            return AtMark("", InOrder(question.options), voted=False), first
        case RecordsQuestion():
            return (AtMark("", InColumns(question.columns), voted=False),)
        case ReasonedQuestion():
            why = AtMark(REASON, Written(), needed=False, voted=False, name=question.reason_prompt)
            return AtMark(CHOICE, OneOf(question.options)), why
        case ConsentQuestion():
            return (AtMark("", OnLevels(question.levels)),)
        case _:
            assert_never(question)


def _of_ratings(question: RatingsQuestion) -> tuple[AtMark, ...]:
    """Each statement, and what is noted beside it."""
    line = OnLine(question.low, question.high, question.low_label, question.high_label)
    found: list[AtMark] = []
    for item in question.items:
        note = f"{item.id}.note"
        found += (
            AtMark(item.id, line, label=item.label, name=item.label, text=item.text),
            AtMark(note, Written(), asked=question.notes, needed=False, voted=False, name=note),
        )
    return tuple(found)


def mark_of(question: Question, mark: str) -> AtMark | None:
    """One mark of a question, None where it has no such mark."""
    return next((each for each in marks_of(question) if each.id == mark), None)


def takes_at(question: Question, mark: str) -> Takes | None:
    """What a question takes at a mark, None where it has no such mark."""
    found = mark_of(question, mark)
    return found.takes if found else None


def marks_needed(question: Question) -> tuple[str, ...]:
    """The marks that must be answered before the question counts as answered."""
    return tuple(each.id for each in marks_of(question) if each.needed)


def choices_at(takes: Takes) -> tuple[str, ...]:
    """The choices of which a ballot gives one, as it writes them, in the guide's order; none where
    something is written instead.
    """
    match takes:
        case OnLine(low, high):
            return tuple(str(number) for number in range(low, high + 1))
        case OnLevels(options) | OneOf(options=options):
            return tuple(option.id for option in options)
        case Written() | InOrder() | InColumns():
            return ()
        case _:
            assert_never(takes)


def is_number(takes: Takes) -> bool:
    """Whether what is answered is a whole number."""
    match takes:
        case OnLine() | OnLevels():
            return True
        case Written() | OneOf() | InOrder() | InColumns():
            return False
        case _:
            assert_never(takes)


def is_written(takes: Takes) -> bool:
    """Whether a person's own words are in what is answered."""
    match takes:
        case Written() | InColumns():
            return True
        case OnLine() | OnLevels() | OneOf() | InOrder():
            return False
        case _:
            assert_never(takes)


def story_of(question: Question) -> str:
    """What a question tells before it asks, "" where it tells nothing."""
    match question:
        case CaseQuestion() | RungsQuestion():
            return question.story
        case (
            TextQuestion()
            | ScaleQuestion()
            | RatingsQuestion()
            | OrderQuestion()
            | RecordsQuestion()
            | ReasonedQuestion()
            | ConsentQuestion()
        ):
            return ""
        case _:
            assert_never(question)
