"""Sessions that something came of, and what is made of them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.printing.handouts.helpers import pages
from tests.printing.helpers import whole
from workbook.documents.wanted import Wanted
from workbook.model.answers import Answers, Value
from workbook.model.opened import OpenSession
from workbook.model.workshop import Workshop
from workbook.operations.creating import built_in_example
from workbook.operations.print_room import Handout, make
from workbook.printing.pages.pdf import Written
from workbook.readings.findings import Findings

ROOM = built_in_example("workshop")
ALONE = built_in_example("reflection")
WORDS = "We mend things with each other and notice who is missing. "


def write(
    handout: Handout,
    opened: OpenSession,
    path: Path,
    *,
    cancelled: Callable[[], bool] | None = None,
    **options: object,
) -> Written:
    """Make it of a session; on A4 where nobody says otherwise."""
    wanted = Wanted(opened.guide, Findings(opened), **options)  # type: ignore[arg-type]
    return make(handout, wanted, path, cancelled=cancelled)


def with_answers(opened: OpenSession = ROOM, **typed: Value | None) -> OpenSession:
    """The session with other answers, by ids with "__" for the dot; None takes one away."""
    answers = opened.answers
    for name, value in typed.items():
        answers = answers.with_value(answers.key(name.replace("__", ".")), value)
    return replace(opened, answers=answers)


def with_setup(opened: OpenSession = ROOM, **changes: object) -> OpenSession:
    assert opened.workshop is not None
    setup = replace(opened.workshop.setup, **changes)  # type: ignore[arg-type]
    return replace(opened, workshop=replace(opened.workshop, setup=setup))


def empty(opened: OpenSession = ROOM) -> OpenSession:
    assert opened.workshop is not None
    bare = Workshop(opened.workshop.setup)
    return replace(opened, answers=Answers({}, opened.answers.voice), workshop=bare)


def said(path: Path) -> str:
    return whole(" ".join(page.words for page in pages(path)))


def typed(name: str, opened: OpenSession = ROOM) -> str:
    return opened.answers.text(name)


def lines(path: Path) -> list[float]:
    """The heights of the lines to write on, page by page."""
    return [line.bottom for page in pages(path) for line in page.lines(400) if line.height < 1.3]
