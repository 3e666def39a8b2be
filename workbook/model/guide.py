"""What a guide is: steps, pages, questions and plans, frozen values that carry their words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import final, get_args

from workbook.model.kinds import Mode as Mode
from workbook.model.kinds import Side as Side


class ColumnType(StrEnum):
    """What a cell of a record holds."""

    TEXT = "text"
    NUMBER = "number"
    NAMES = "names"  # people, separated by commas or semicolons, or just how many
    CHOICE = "choice"


class TextFormat(StrEnum):
    """What a text answer is expected to hold. What cannot be read as that stays as typed."""

    PLAIN = "plain"
    DATE = "date"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen: its stable id, its words and its side of the contrast."""

    id: str
    label: str
    side: Side = Side.NEITHER
    sentence: str = ""  # the option as a part of a sentence: "how we treat each other"


@dataclass(frozen=True, slots=True)
class Mark:
    """One named mark on a scale: short as drawn beside it ("do"), long as spoken ("what we do")."""

    id: str
    label: str
    name: str
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One statement that is rated, or one rung of a ladder."""

    id: str
    label: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One typed column of a records question."""

    id: str
    label: str
    type: ColumnType = ColumnType.TEXT
    hint: str = ""
    options: tuple[Option, ...] = ()
    width: int = 1  # share of the row's width


@dataclass(frozen=True, kw_only=True)
class _Question:
    """What every question has. `id` is stable for ever; `role` is what readings look it up by."""

    id: str
    role: str
    prompt: str
    help: str = ""
    side: Side = Side.NEITHER
    optional: bool = False
    modes: frozenset[Mode] = frozenset(Mode)


@final
@dataclass(frozen=True, kw_only=True)
class TextQuestion(_Question):
    """Free writing. Value: str at mark ""."""

    hint: str = ""
    lines: int = 3
    format: TextFormat = TextFormat.PLAIN
    draft: str = ""  # a sentence with {role} places that earlier answers fill


@final
@dataclass(frozen=True, kw_only=True)
class ScaleQuestion(_Question):
    """One line with one or several named marks. Value: int from low to high at each mark's id."""

    low: int = 0
    high: int = 10
    low_label: str = ""
    high_label: str = ""
    low_side: Side = Side.NEITHER
    high_side: Side = Side.NEITHER
    marks: tuple[Mark, ...] = ()


@final
@dataclass(frozen=True, kw_only=True)
class RatingsQuestion(_Question):
    """Several statements on one short scale.

    Value: int from low to high at each item's id; with `notes`, str at "<item id>.note".
    """

    low: int = 1
    high: int = 5
    low_label: str = ""
    high_label: str = ""
    items: tuple[Item, ...] = ()
    notes: bool = False
    note_hint: str = ""


PASS = "pass"  # noqa: S105 - the answer of somebody who would rather not say
NEVER = "never"


@final
@dataclass(frozen=True, kw_only=True)
class CaseQuestion(_Question):
    """A forced choice in a story. Value: an option's id or "pass" at mark "choice";
    what was done last time, an id of `last_time`, at mark "last".
    """

    title: str = ""
    story: str = ""
    options: tuple[Option, ...] = ()
    last_prompt: str = ""
    last_time: tuple[Option, ...] = ()


@final
@dataclass(frozen=True, kw_only=True)
class RungsQuestion(_Question):
    """A story on rising rungs. Value at mark "": the id of the first rung from which the
    other thing comes first, or "never".
    """

    story: str = ""
    rungs: tuple[Item, ...] = ()
    never_label: str = ""
    below_label: str = ""  # what comes first below the chosen rung
    above_label: str = ""  # what comes first from the chosen rung on
    below_side: Side = Side.INSIDE
    above_side: Side = Side.OUTSIDE


@final
@dataclass(frozen=True, kw_only=True)
class OrderQuestion(_Question):
    """A forced order. Value at mark "": tuple of option ids, first things first."""

    options: tuple[Option, ...] = ()


@final
@dataclass(frozen=True, kw_only=True)
class RecordsQuestion(_Question):
    """Rows of typed columns. Value at mark "": tuple of records."""

    columns: tuple[Column, ...] = ()
    add_hint: str = ""


@final
@dataclass(frozen=True, kw_only=True)
class ReasonedQuestion(_Question):
    """A choice with its reason. Value: an option's id at mark "choice", str at mark "reason"."""

    options: tuple[Option, ...] = ()
    reason_prompt: str = ""
    reason_hint: str = ""


@final
@dataclass(frozen=True, kw_only=True)
class ConsentQuestion(_Question):
    """Fist-to-five. Value at mark "": int from 0 (block) to 5 (strong support)."""

    levels: tuple[Option, ...] = ()  # ids "0" … "5"


# Every kind of question there is. Whoever asks which kind one is does it by a `match` that names
# each and ends in `assert_never`: a kind that is added here is then named by mypy in every place
# that does not know it (workbook/README.md, "A question kind").
Question = (
    TextQuestion
    | ScaleQuestion
    | RatingsQuestion
    | CaseQuestion
    | RungsQuestion
    | OrderQuestion
    | RecordsQuestion
    | ReasonedQuestion
    | ConsentQuestion
)
KINDS: tuple[type[Question], ...] = get_args(Question)


@dataclass(frozen=True, slots=True)
class Page:
    """One screen of a step: questions in rows that stand side by side, then what they say back."""

    id: str
    headline: str
    framing: str
    rows: tuple[tuple[str, ...], ...]  # question ids
    readings: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()  # roles that must be answered before this page can say anything
    needs_words: str = ""
    room_headline: str = ""  # where a room is asked otherwise than somebody alone
    room_framing: str = ""

    def headline_in(self, mode: Mode) -> str:
        """The question of the page, as it is asked in this mode."""
        return (mode is Mode.WORKSHOP and self.room_headline) or self.headline

    def framing_in(self, mode: Mode) -> str:
        """What stands under it in this mode."""
        return (mode is Mode.WORKSHOP and self.room_framing) or self.framing


@dataclass(frozen=True, slots=True)
class Notes:
    """What only the facilitator reads beside a step."""

    run: tuple[str, ...]
    listen: str
    hot: str
    alone: str
    check: str  # alone: whose answer would differ?


class PhaseKind(StrEnum):
    """What happens in a phase of a step when it is run in a room."""

    PAGE = "page"  # the facilitator writes what the group says on one of the step's pages
    WRITE = "write"  # silence, then collecting the ballots of the first round
    REVEAL = "reveal"  # all marks at once
    TALK = "talk"  # both ends, then the middle
    SECOND = "second"  # who would like to move: the next round
    SENTENCE = "sentence"  # one sentence that the group stands behind


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase of a step in a room; its id is unique within the step."""

    id: str
    kind: PhaseKind
    title: str  # "Second vote"
    share: int  # of the step's minutes, in parts
    card_title: str  # what the facilitator's card says: "Invite both ends"
    card: str
    invite: str = ""  # what the room reads meanwhile: "Two minutes of silence"
    firm: bool = False  # whether it keeps its minutes when time is short
    page: str = ""  # the page whose questions are answered in this phase


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a guide. The headline is a question a person could say aloud.

    In a room its `ballot` is voted on, in rounds; the `focus` is what is voted on again (where it
    is empty, the case with the most divided answers). `room` are the questions that stand beside
    every phase: the sentence, what was said otherwise, quotes.
    """

    id: str
    title: str
    pages: tuple[Page, ...]
    notes: Notes
    phases: tuple[Phase, ...] = ()
    ballot: tuple[str, ...] = ()  # question ids
    focus: tuple[str, ...] = ()
    room: tuple[str, ...] = ()

    @property
    def headline(self) -> str:
        """The question of the step: that of its first page."""
        return self.pages[0].headline

    def headline_in(self, mode: Mode) -> str:
        """The question of the step, as it is asked in this mode."""
        return self.pages[0].headline_in(mode)

    @property
    def ballot_page(self) -> Page:
        """The page on which what the room votes on stands; the first one where it does not vote."""
        asked = set(self.ballot[:1])
        found = (page for page in self.pages if any(asked.intersection(row) for row in page.rows))
        return next(found, self.pages[0])


@dataclass(frozen=True, slots=True)
class Plan:
    """How long each step takes, in minutes. A step that is not named goes home on paper."""

    id: str
    title: str
    mode: Mode
    total: int
    minutes: Mapping[str, int]
    breaks: Mapping[str, int] = field(default_factory=dict)  # minutes of break before a step
    buffer: int = 0
    unvoted: tuple[str, ...] = ()  # questions of ballots for which it has no time


@dataclass(frozen=True)
class Guide:
    """A whole guide in one language, validated by `workbook.guides`."""

    id: str
    version: int
    language: str
    title: str
    source: str
    steps: tuple[Step, ...]
    questions: Mapping[str, Question]
    plans: tuple[Plan, ...]
    content_hash: str
    ignored_words: tuple[str, ...] = ()  # folded words too common to match offers with needs
    gives: tuple[str, ...] = ()  # the steps that give minutes when time is short, the first first

    @cached_property
    def _by_role(self) -> Mapping[str, tuple[Question, ...]]:
        roles: dict[str, tuple[Question, ...]] = {}
        for question in self.questions.values():
            roles[question.role] = (*roles.get(question.role, ()), question)
        return roles

    def with_role(self, role: str) -> tuple[Question, ...]:
        """Every question that plays the role, in the guide's order; empty where none does."""
        return self._by_role.get(role, ())

    def step(self, step_id: str) -> Step:
        """The step with this id; KeyError where there is none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    def ballot_of(self, step: Step, plan_id: str) -> tuple[str, ...]:
        """The questions of a step's ballot in a plan: all but those it has no time for; KeyError
        where there is no such plan.
        """
        unvoted = self.plan(plan_id).unvoted
        return tuple(question for question in step.ballot if question not in unvoted)

    def step_of(self, question_id: str) -> Step:
        """The step in which the question is asked; KeyError where there is none."""
        for step in self.steps:
            if question_id in step.room:
                return step
            if any(question_id in row for page in step.pages for row in page.rows):
                return step
        raise KeyError(question_id)

    def questions_of(self, step: Step, mode: Mode) -> Iterator[Question]:
        """The questions of a step that are asked in this mode, in page order; those of the room
        last.
        """
        for page in step.pages:
            yield from self.questions_on(page, mode)
        if mode is Mode.WORKSHOP:
            yield from (self.questions[question_id] for question_id in step.room)

    def questions_on(self, page: Page, mode: Mode) -> Iterator[Question]:
        """The questions of a page that are asked in this mode, in reading order."""
        for row in page.rows:
            for question_id in row:
                question = self.questions[question_id]
                if mode in question.modes:
                    yield question

    def pages_of(self, step: Step, mode: Mode) -> tuple[Page, ...]:
        """The pages of a step that have something to show in this mode."""
        return tuple(
            page for page in step.pages if any(self.questions_on(page, mode)) or page.readings
        )

    def plan(self, plan_id: str) -> Plan:
        """The plan with this id; KeyError where there is none."""
        for plan in self.plans:
            if plan.id == plan_id:
                return plan
        raise KeyError(plan_id)
