"""What an answer is: a value at (question, round, respondent, mark), and a frozen set of them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from workbook.model.guide import Guide, Question, Step
from workbook.model.kinds import Mode
from workbook.model.marks import marks_needed
from workbook.model.session import Progress as Progress

ME = "me"  # the respondent of a solo reflection
GROUP = "group"  # the respondent of what a group agreed

Cell = str | int | float
Record = Mapping[str, Cell]
Value = str | int | tuple[str, ...] | tuple[Record, ...]


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Where an answer belongs within its session."""

    question: str
    mark: str = ""
    round: int = 1
    respondent: str = ME


class Answers:
    """An immutable set of answers of one session; changing it gives a new one.

    `voice` is whose answers the shapes below give: mine in solo use, the group's in a workshop.
    """

    __slots__ = ("_values", "voice")

    def __init__(self, values: Mapping[Key, Value] | None = None, voice: str = ME) -> None:
        self._values: Mapping[Key, Value] = MappingProxyType(dict(values or {}))
        self.voice = voice

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Answers)
            and self.voice == other.voice
            and self._values == other._values
        )

    def __hash__(self) -> int:
        return hash(frozenset(self._values))

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[Key]:
        return iter(self._values)

    def __contains__(self, key: Key) -> bool:
        return key in self._values

    def get(self, key: Key) -> Value | None:
        """The value at a key, None where nothing was answered."""
        return self._values.get(key)

    def items(self) -> Iterator[tuple[Key, Value]]:
        """Every key with its value."""
        return iter(self._values.items())

    def with_value(self, key: Key, value: Value | None) -> "Answers":
        """The same answers with one changed; None or an empty value takes the answer away."""
        values = dict(self._values)
        if value is None or is_empty(value):
            values.pop(key, None)
        else:
            values[key] = value
        return Answers(values, self.voice)

    def heard_as(self, voice: str) -> "Answers":
        """The same answers, of which the shapes below give another respondent's."""
        return Answers(self._values, voice)

    def key(self, question: str, mark: str = "") -> Key:
        """Where the voice's answer at a mark belongs."""
        return Key(question, mark, 1, self.voice)

    # The few shapes readings ask for. Each returns None or empty where nothing was answered,
    # so that a reading never guesses.

    def text(self, question: str, mark: str = "") -> str:
        """The text at a mark of the voice's answers, "" where none was written."""
        value = self.get(self.key(question, mark))
        return value if isinstance(value, str) else ""

    def number(self, question: str, mark: str = "") -> int | None:
        """The whole number at a mark of the voice's answers."""
        value = self.get(self.key(question, mark))
        return value if isinstance(value, int) else None

    def records(self, question: str) -> tuple[Record, ...]:
        """The records of the voice's answers to a records question."""
        value = self.get(self.key(question))
        if not isinstance(value, tuple):
            return ()
        return tuple(row for row in value if isinstance(row, Mapping))

    def order(self, question: str) -> tuple[str, ...]:
        """The order the voice gave to an order question, () where none was given."""
        value = self.get(self.key(question))
        if not isinstance(value, tuple):
            return ()
        return tuple(item for item in value if isinstance(item, str))


def is_empty(value: Value | Sequence[object] | None) -> bool:
    """Whether a value says nothing: None, blank text, no rows, or rows without a filled cell."""
    if value is None:
        return True
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, tuple):
        return all(
            not any(str(cell).strip() for cell in item.values())
            if isinstance(item, Mapping)
            else not item
            for item in value
        )
    return False


def voice_of(mode: Mode) -> str:
    """Who answers for a session: me, or the group."""
    return GROUP if mode is Mode.WORKSHOP else ME


def is_answered(answers: Answers, question: Question) -> bool:
    """Whether every mark that the question needs has been answered by the voice."""
    return all(answers.key(question.id, mark) in answers for mark in marks_needed(question))


def step_progress(
    guide: Guide, step: Step, mode: Mode, answers: Answers, voted: Collection[str] = ()
) -> Progress:
    """How many of a step's questions that are not optional have been answered.

    Args:
        guide: what is asked.
        step: the step of it.
        mode: alone or in a room.
        answers: what was answered.
        voted: questions that a room has voted on; they count as answered.
    """
    asked = [q for q in guide.questions_of(step, mode) if not q.optional]
    done = sum(q.id in voted or is_answered(answers, q) for q in asked)
    return Progress(done, len(asked))


def session_progress(
    guide: Guide, mode: Mode, answers: Answers, voted: Collection[str] = ()
) -> Progress:
    """How many of the guide's steps are complete."""
    steps = [step_progress(guide, step, mode, answers, voted) for step in guide.steps]
    return Progress(sum(step.complete for step in steps), len(steps))
