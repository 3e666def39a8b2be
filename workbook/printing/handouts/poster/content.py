"""What stands on the posters of a guide, without saying how they are drawn."""

from dataclasses import dataclass
from enum import StrEnum

from workbook.catalogue import tr
from workbook.catalogue.words import capitalised
from workbook.documents.steps import numbered
from workbook.documents.wanted import Wanted
from workbook.model.guide import Guide, Mode, Page, Question, RungsQuestion, ScaleQuestion
from workbook.printing.forms.empty_map import done_mark, empty_map, map_scales
from workbook.printing.forms.parts import BoardEnd, Map


class PosterKind(StrEnum):
    """One poster each."""

    QUESTIONS = "questions"
    MAP = "map"
    LINE = "line"
    LADDER = "ladder"


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of a guide's steps, numbered from 1; that of the setting is not among them."""

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A scale with dots above it and, where it has two marks, below it."""

    low: int
    high: int
    ends: tuple[BoardEnd, BoardEnd]
    above: str
    below: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """Rungs from the mildest, at the foot, to the worst, and one above them all for never."""

    rungs: tuple[tuple[str, str], ...]
    never: str


Drawing = Questions | Map | Line | Ladder


@dataclass(frozen=True, slots=True)
class Board:
    """One poster: its question in large type, what to do, a story where there is one, and what is
    drawn under it; how many dots each person sticks on it, and its step, "" for all.
    """

    kind: PosterKind
    name: str  # in a list of what to bring
    step: str
    kicker: str
    headline: str
    how: str
    story: str
    dots: int
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Posters:
    """Some of a guide's posters, and what all of them bear."""

    title: str  # of the file
    subject: str
    kicker: str
    source: str
    language: str
    boards: tuple[Board, ...]


def posters(wanted: Wanted) -> Posters:
    """The posters that are wanted, all that the guide has something for without any named.

    Raises:
        ValueError: for another kind, or one that the guide has nothing for.
    """
    guide = wanted.guide
    found = {board.kind: board for board in boards(guide)}
    chosen = [PosterKind(kind) for kind in wanted.posters] or list(found)
    if missing := [kind for kind in chosen if kind not in found]:
        raise ValueError(f"this guide has nothing for the poster {missing[0].value!r}")
    return Posters(
        title=tr("Posters"),
        subject=tr("Questions and drawings for the wall"),
        kicker=guide.title,
        source=guide.source,
        language=guide.language,
        boards=tuple(found[kind] for kind in dict.fromkeys(chosen)),
    )


def boards(guide: Guide) -> tuple[Board, ...]:
    """Every poster that the guide has something for, in the order of the kinds."""
    found = (_questions(guide), _map(guide), _line(guide), _ladder(guide))
    return tuple(board for board in found if board is not None)


def _questions(guide: Guide) -> Board:
    asked = tuple(step.headline for step in guide.steps[1:])
    return Board(
        PosterKind.QUESTIONS, tr("the questions"), "", "", tr("What we ask ourselves today"), "",
        "", 0, Questions(asked),
    )  # fmt: skip


def _map(guide: Guide) -> Board | None:
    scales = map_scales(guide)
    if scales is None:
        return None
    up, across = scales
    done = done_mark(up)
    how = tr("Stick one dot each: further up for each other, further right for the outside.")
    if done:
        # Translators: {mark} is what a dot stands for: "what we do".
        how = tr(
            "Stick one dot each, for {mark}: further up for each other, further right for the"
            " outside."
        ).format(mark=done)
    return _board(PosterKind.MAP, tr("the map"), up, how, 1, empty_map(up, across), guide)


def _line(guide: Guide) -> Board | None:
    scale = _first(guide, "priority_scale")
    if not isinstance(scale, ScaleQuestion):
        return None
    names = [capitalised(mark.name) for mark in scale.marks[:2]]
    above, below = [*names, "", ""][:2]
    how = tr("Stick one dot in each half.") if below else tr("Stick one dot each.")
    ends = (
        BoardEnd(scale.low_label, scale.low_side),
        BoardEnd(scale.high_label, scale.high_side),
    )
    drawing = Line(scale.low, scale.high, ends, above, below)
    return _board(PosterKind.LINE, tr("the line"), scale, how, 2 if below else 1, drawing, guide)


def _ladder(guide: Guide) -> Board | None:
    ladder = _first(guide, "breaking_point")
    if not isinstance(ladder, RungsQuestion):
        return None
    how = tr("Stick one dot on the rung where it turns: {below} until then, {above} from there on.")
    how = how.format(below=ladder.below_label, above=ladder.above_label)
    rungs = tuple((rung.label, rung.text) for rung in ladder.rungs)
    drawing = Ladder(rungs, ladder.never_label)
    return _board(PosterKind.LADDER, tr("the ladder"), ladder, how, 1, drawing, guide, ladder.story)


def _board(
    kind: PosterKind, name: str, question: Question, how: str, dots: int, drawing: Drawing,
    guide: Guide, story: str = "",
) -> Board:  # fmt: skip
    step = guide.step_of(question.id)
    kicker = numbered(guide.steps.index(step), step.title)
    headline = _page(question, guide).headline_in(Mode.WORKSHOP)
    if kind is PosterKind.MAP:
        headline = step.headline
    return Board(kind, name, step.id, kicker, headline, how, story, dots, drawing)


def _page(question: Question, guide: Guide) -> Page:
    pages = guide.step_of(question.id).pages
    return next((p for p in pages if any(question.id in row for row in p.rows)), pages[0])


def _first(guide: Guide, role: str) -> Question | None:
    return next(iter(guide.with_role(role)), None)
