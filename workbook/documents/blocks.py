"""What a document is made of, without saying how it is drawn: one value, several writers."""

from dataclasses import dataclass, field

from workbook.charts.specs import ChartSpec
from workbook.model.guide import Side


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 opens a part and stands in the bookmarks, level 2 a section in it, level 3 a
    question (not in the bookmarks).
    """

    text: str
    level: int = 1
    kicker: str = ""  # small words above it: "Step 1 · Purpose"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. `style`: body, lead (larger, soft), soft, small, label (semibold)."""

    text: str
    style: str = "body"
    side: Side = Side.NEITHER


@dataclass(frozen=True, slots=True)
class Banner:
    """The sentence a page is about, large in a tinted box, with small words under it."""

    text: str
    small: str = ""
    side: Side = Side.INSIDE


@dataclass(frozen=True, slots=True)
class Facts:
    """Rows of a label and its value, a thin line under each."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under small headers. `widths` are shares; a row longer than a page may break."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    numeric: frozenset[int] = frozenset()  # columns that stand right


@dataclass(frozen=True, slots=True)
class Reading:
    """What the answers say back: bold words first, then the reason, set apart from answers."""

    lead: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of a reading, with the same in words for who cannot see it. Height in points."""

    spec: ChartSpec
    alt: str
    height: float = 180.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Two stacks of blocks side by side, top aligned; `share` is the left one's of the width."""

    left: tuple["Block", ...]
    right: tuple["Block", ...]
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that do not part over a page while they fit on one."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = Heading | Text | Banner | Facts | Table | Reading | Chart | Columns | Together | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `kicker` and `date` stand at the top of the first page, `footer` at the
    foot of each; `created` is written into the file so that the same session gives the same
    bytes (ISO 8601, UTC).
    """

    title: str
    subtitle: str
    kicker: str
    date: str
    footer: str
    author: str
    subject: str
    language: str
    created: str
    blocks: tuple[Block, ...] = field(default=())
