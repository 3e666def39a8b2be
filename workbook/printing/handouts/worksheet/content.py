"""A guide's steps as a worksheet to write in, and the page that closes it."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbook.catalogue import tr
from workbook.catalogue.print_room import day_words
from workbook.documents.wanted import Wanted, written_steps
from workbook.model.guide import Guide, Mode, Page, Question, Step
from workbook.model.slips import is_printed_code
from workbook.printing.forms.asked import how_to_circle, names_map, row_parts
from workbook.printing.forms.empty_map import done_mark, empty_map, map_scales
from workbook.printing.forms.parts import (
    Headline,
    Lines,
    Note,
    OwnMap,
    Part,
    Scale,
)

_JOINT = " · "


@dataclass(frozen=True, slots=True)
class Section:
    """What belongs together on a sheet: a step. The title stands at the foot of its pages."""

    title: str
    parts: tuple[Part, ...]
    own_page: bool = False  # whether nothing else may stand on its pages


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A worksheet: kept by whoever fills it in. There is no place in it for a slip's code."""

    title: str  # of the file
    kicker: str
    footer: str
    language: str
    sections: tuple[Section, ...]
    people: int = 1  # who have one each
    names: tuple[str, ...] = ()  # instead of so many without names, one for each of these


def worksheet(wanted: Wanted) -> Worksheet:
    """A worksheet for one person, the closing page last, and for whom it is.

    Raises:
        KeyError: where the guide has no such step.
        ValueError: where there is nobody to print for, or a slip's code stands among the names.
    """
    guide, group = wanted.guide, wanted.group
    steps = {guide.step(step).id for step in wanted.steps or written_steps(wanted)}
    sections = [
        _section(number, step, guide) for number, step in enumerate(guide.steps) if step.id in steps
    ]
    names = tuple(" ".join(name.split()) for name in wanted.names if name.strip())
    if wanted.names and not names:
        raise ValueError("there are no people of these names")
    if any(is_printed_code(name) for name in names):
        raise ValueError("a slip's code stands among the names")
    return Worksheet(
        title=_JOINT.join(filter(None, (tr("Worksheet"), group))),
        kicker=tr("Worksheet · yours to keep"),
        footer=_JOINT.join(filter(None, (guide.title, group, day_words(wanted.held)))),
        language=guide.language,
        sections=(*sections, _closing(guide)),
        people=wanted.count,
        names=names,
    )


def _section(number: int, step: Step, guide: Guide) -> Section:
    return Section(step.title, tuple(_parts(number, step, guide)))


def _parts(number: int, step: Step, guide: Guide) -> Iterator[Part]:
    begun = False
    for page in step.pages:
        asked = tuple(guide.questions_on(page, Mode.WORKSHOP))
        if not asked:
            continue
        if begun:
            yield Headline(page.headline, page.framing, 2)
        else:
            # Translators: a step's number and its question, as a headline.
            numbered = tr("{number} · {question}").format(number=number, question=page.headline)
            yield Headline(numbered if number else page.headline, page.framing)
        begun = True
        yield from _rows(page, how_to_circle(asked), guide)


def _rows(page: Page, note: Note | None, guide: Guide) -> Iterator[Part]:
    for ids in page.rows:
        row = [guide.questions[each] for each in ids]
        if any(names_map(question) for question in row):
            yield from _own_map(guide)
        for part in row_parts([each for each in row if not _is_minutes(each)]):
            if note and isinstance(part, Scale):
                yield note
                note = None
            yield part


def _own_map(guide: Guide) -> Iterator[Part]:
    """Without it on the paper, nobody knows which name is meant."""
    scales = map_scales(guide)
    if scales is None:
        return
    up, across = scales
    done = done_mark(up)
    words = tr("Put one cross: further up for each other, further right for the outside.")
    if done:
        # Translators: {mark} is what a cross stands for: "what we do".
        words = tr(
            "Put one cross for {mark}: further up for each other, further right for the outside."
        ).format(mark=done)
    name = tr("The name in its corner is the name on the map.")
    yield OwnMap(tr("The map, as I see us"), f"{words} {name}", empty_map(up, across))


def _is_minutes(question: Question) -> bool:
    """Whether only the facilitator writes an answer down, for all: it has no role, and no
    reading asks for it.
    """
    if Mode.WORKSHOP not in question.modes:
        return True
    return question.role == question.id and question.modes == {Mode.WORKSHOP}


def _closing(guide: Guide) -> Section:
    """The page to keep: what the room said, and what one person takes home."""
    return Section(
        tr("To keep"),
        (
            Headline(
                tr("What do you take home?"),
                tr("Fill this in at the end, for yourself. Nobody collects it."),
            ),
            Lines(tr("Our sentence, as the room left it"), count=3),
            Lines(tr("What I see otherwise"), count=2),
            Lines(tr("One small thing I will do, and by when"), count=2),
            Lines(tr("Whom I will tell about today"), count=1),
            Lines(tr("When we look at this again"), count=1),
            Note(guide.source),
        ),
        own_page=True,
    )
