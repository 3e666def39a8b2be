"""Checks what a guide says of a room: its phases, what is voted on, and who gives minutes."""

from collections import Counter
from collections.abc import Iterable, Iterator

from workbook.guides.check import ids_on
from workbook.guides.errors import Path, Problems
from workbook.model.guide import (
    CaseQuestion,
    Guide,
    Mode,
    Phase,
    PhaseKind,
    RecordsQuestion,
    Step,
    TextQuestion,
)
from workbook.model.spots import spots

Finding = tuple[Path, str]

_VOTES = (PhaseKind.WRITE, PhaseKind.REVEAL, PhaseKind.SECOND)  # in the order they may come


def check_room(guide: Guide, problems: Problems) -> None:
    """Notes everything by which a guide could not be run in a room."""
    for step in guide.steps:
        for findings in (_ballot(guide, step), _beside(guide, step), _phases(guide, step)):
            for key, expected in findings:
                problems.add(("steps", step.id, *key), expected)
    for path, expected in (*_gives(guide), *_plans(guide)):
        problems.add(path, expected)


def _ballot(guide: Guide, step: Step) -> Iterator[Finding]:
    """What is voted on, and what of it is voted on again."""
    yield from ((("ballot",), expected) for expected in _twice(step.ballot))
    for question_id in step.ballot:
        question = guide.questions.get(question_id)
        if question is None or not any(question_id in ids_on(page) for page in step.pages):
            yield ("ballot",), f'"{question_id}" is no question on a page of this step'
        elif not spots(question):
            expected = "expected a scale, ratings, a case, rungs, an order, a choice or consent"
            yield ("ballot",), f'"{question_id}" cannot be voted on; {expected}'
        elif Mode.WORKSHOP not in question.modes:
            yield ("ballot",), f'"{question_id}" is not asked in a workshop; expected one that is'
    yield from ((("focus",), expected) for expected in _twice(step.focus))
    for question_id in step.focus:
        if question_id not in step.ballot:
            yield ("focus",), f'"{question_id}" is not on the ballot; expected one that is'
    voted = (guide.questions.get(question_id) for question_id in step.ballot)
    if step.ballot and not step.focus and not any(isinstance(q, CaseQuestion) for q in voted):
        yield ("focus",), "expected a question of the ballot; only cases can find it by themselves"


def _beside(guide: Guide, step: Step) -> Iterator[Finding]:
    """What is written down while people talk."""
    for question_id in step.room:
        question = guide.questions.get(question_id)
        if question is None:
            yield ("room",), f'"{question_id}" is no question of this guide'
        elif not isinstance(question, TextQuestion | RecordsQuestion):
            yield ("room",), f'"{question_id}" is no text; expected the kind text or records'
        elif not question.optional or question.modes != {Mode.WORKSHOP}:
            expected = 'expected optional = true and modes = ["workshop"] there'
            yield ("room",), f'"{question_id}" would be asked elsewhere too; {expected}'


def _phases(guide: Guide, step: Step) -> Iterator[Finding]:
    kinds = [phase.kind for phase in step.phases]
    for kind in (PhaseKind.WRITE, PhaseKind.REVEAL):
        wanted = 1 if step.ballot else 0
        if kinds.count(kind) != wanted:
            reason = "the step has a ballot" if wanted else "the step has no ballot"
            yield ("phases",), f"expected {wanted} of the kind {kind}: {reason}"
    if not step.ballot and PhaseKind.SECOND in kinds:
        yield ("phases",), f"expected 0 of the kind {PhaseKind.SECOND}: the step has no ballot"
    votes = [_VOTES.index(kind) for kind in kinds if kind in _VOTES]
    if votes != sorted(votes):
        yield ("phases",), "expected these kinds in this order: " + ", ".join(_VOTES)
    for phase in step.phases:
        for key, expected in _phase(guide, step, phase):
            yield ("phases", phase.id, key), expected
    shown = {phase.page for phase in step.phases}
    for page in step.pages if step.phases else ():
        if page.id not in shown and any(_is_written(guide, step, q) for q in ids_on(page)):
            yield ("phases",), f'expected one with the page "{page.id}": a room answers it too'


def _is_written(guide: Guide, step: Step, question_id: str) -> bool:
    """Whether a room answers a question without voting."""
    question = guide.questions.get(question_id)
    if question is None or question_id in step.ballot:
        return False
    return Mode.WORKSHOP in question.modes


def _phase(guide: Guide, step: Step, phase: Phase) -> Iterator[tuple[str, str]]:
    pages = [page.id for page in step.pages]
    if (phase.page or phase.kind is PhaseKind.PAGE) and phase.page not in pages:
        yield "page", f'"{phase.page}" is no page of this step; expected one of ' + ", ".join(pages)
    if phase.kind is PhaseKind.SENTENCE:
        roles = {guide.questions[q].role for q in step.room if q in guide.questions}
        if "step_sentence" not in roles:
            yield "kind", 'expected a question with the role "step_sentence" in the step\'s room'


def _gives(guide: Guide) -> Iterator[Finding]:
    yield from ((("gives",), expected) for expected in _twice(guide.gives))
    steps = [step.id for step in guide.steps]
    for step_id in guide.gives:
        if step_id not in steps:
            yield ("gives",), f'"{step_id}" is no step; expected one of ' + ", ".join(steps)


def _plans(guide: Guide) -> Iterator[Finding]:
    silent = {step.id for step in guide.steps if not step.phases}
    for plan in guide.plans:
        for step_id in plan.minutes if plan.mode is Mode.WORKSHOP else ():
            if step_id in silent:
                expected = f'"{step_id}" has no phases; expected some, as this is a workshop'
                yield ("plans", plan.id, "minutes"), expected


def _twice(ids: Iterable[str]) -> Iterator[str]:
    for id_, times in Counter(ids).items():
        if times > 1:
            yield f'"{id_}" stands here twice; expected it once'
