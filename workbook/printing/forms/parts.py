"""What a sheet that is filled in by hand is made of, without saying how it is drawn."""

from dataclasses import dataclass

from workbook.model.guide import Side


@dataclass(frozen=True, slots=True)
class Headline:
    """A question in large type and the sentences under it. Level 1 opens a step, level 2 a page
    of one.
    """

    text: str
    lead: str = ""
    level: int = 1


@dataclass(frozen=True, slots=True)
class Note:
    """A few small words: how to mark what follows, where something is from."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Room to write on: so many lines at least, more where the page has room for them."""

    label: str
    help: str = ""
    count: int = 3
    side: Side = Side.NEITHER


@dataclass(frozen=True, slots=True)
class Blanks:
    """Short answers side by side, a line under each label."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CircleRow:
    """One row of circles: what it is about, and which mark of it."""

    lead: str
    words: str = ""
    side: Side = Side.NEITHER


@dataclass(frozen=True, slots=True)
class Pole:
    """One end of a scale; the words may be ""."""

    value: int
    words: str
    side: Side = Side.NEITHER


@dataclass(frozen=True, slots=True)
class Scale:
    """Rows of circles over the whole width, each with the numbers from low to high."""

    label: str
    low: Pole
    high: Pole
    rows: tuple[CircleRow, ...]


@dataclass(frozen=True, slots=True)
class Ratings:
    """Statements with a short row of circles beside each, and a line to write on if `noted`."""

    label: str
    low: Pole
    high: Pole
    items: tuple[CircleRow, ...]
    noted: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Boxes:
    """Words in front of a row of boxes to tick; the words may be ""."""

    lead: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose in: its title, its story, rows of boxes, and lines for a reason."""

    title: str
    story: str
    rows: tuple[Boxes, ...]
    reason: str = ""
    lines: int = 0
    blank: bool = False  # whether the title is to be written in by hand
    aside: str = ""  # one more box, which may stand beside the title: "pass"


@dataclass(frozen=True, slots=True)
class Ladder:
    """Rungs from the mildest, at the foot, to the worst, and what comes first below and above."""

    label: str
    story: str
    rungs: tuple[CircleRow, ...]
    never: str
    below: str
    above: str
    below_side: Side
    above_side: Side


@dataclass(frozen=True, slots=True)
class Ranks:
    """Things to put in order: a box for a number before each."""

    label: str
    options: tuple[CircleRow, ...]


@dataclass(frozen=True, slots=True)
class Levels:
    """A number to circle, each with its words: fist to five."""

    label: str
    help: str
    levels: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a ruled table. What can be chosen in it stands in each cell, to be circled."""

    label: str
    share: int
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table to write in: so many empty rows at least."""

    label: str
    help: str
    fields: tuple[Field, ...]
    rows: int = 3
    side: Side = Side.NEITHER


@dataclass(frozen=True, slots=True)
class BoardEnd:
    """Words at an end of something drawn large, in the colour of their side."""

    words: str
    side: Side = Side.NEITHER


@dataclass(frozen=True, slots=True)
class Map:
    """A purpose map with nothing on it: for the outside across, for each other upwards."""

    across: BoardEnd
    up: BoardEnd
    low: int
    high: int
    corners: tuple[str, str, str, str]  # top left and right, bottom left and right


@dataclass(frozen=True, slots=True)
class OwnMap:
    """A small purpose map for one cross of one's own."""

    label: str
    help: str
    drawing: Map


Part = (
    Headline | Note | Lines | Blanks | Scale | Ratings | Choice | Ladder | Ranks | Levels | Ruled
    | OwnMap
)  # fmt: skip
