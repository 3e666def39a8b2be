"""What a session is, and where in it a person was."""

from dataclasses import dataclass, field
from datetime import datetime

from workbook.model.kinds import Mode


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step is, in questions that count, or a session, in steps that are complete."""

    done: int
    total: int

    @property
    def complete(self) -> bool:
        """Whether everything that counts has been answered."""
        return self.total > 0 and self.done >= self.total


NOTHING_DONE = Progress(0, 0)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a session a person was: step, page, and the question and mark with the focus."""

    step: str = ""
    page: str = ""
    question: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of what came out of a session, as data that the catalogue words.

    `kind` names the line: "sentence" (text holds it), "proposal" (text holds a group's sentence
    that is not carried), "drift" (say and do hold leanings), "kind" (do holds a purpose kind),
    "divided" (a room that stands in several corners of the map), "step" (text holds the title of
    the first step that is not complete), "none".
    """

    kind: str = "none"
    text: str = ""
    say: str = ""
    do: str = ""
    look_again: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting of one group or person. Times are aware, in UTC."""

    id: str
    name: str  # the group's
    mode: Mode
    guide_id: str
    guide_hash: str
    plan: str
    created: datetime
    changed: datetime
    trashed: datetime | None = None
    progress: Progress = NOTHING_DONE
    outcome: Outcome = Outcome()
    place: Place = Place()
    scratch: str = ""
    # How many are in the room, as the list of sessions says it; 0 alone. It is read from the
    # workshop's set-up and stored there only, so that sessions are the same whatever it is.
    people: int = field(default=0, compare=False)
