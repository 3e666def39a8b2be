"""Checks what the shapes cannot: that references are met, scales rise and minutes add up."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import assert_never

from workbook.guides.errors import Path, Problems
from workbook.guides.roles import ROLES
from workbook.model.guide import (
    NEVER,
    PASS,
    CaseQuestion,
    ColumnType,
    ConsentQuestion,
    Guide,
    OrderQuestion,
    Page,
    Plan,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    Step,
    TextQuestion,
)
from workbook.readings.answer_findings import READINGS
from workbook.readings.of_answers import draft_roles

Finding = tuple[Path, str]

ORDER_PLACES = ("first", "over")  # places in a draft that the forced order fills


def check_structure(guide: Guide, problems: Problems) -> None:
    """Notes every reference, scale, role, page and plan of a guide that cannot hold."""
    for findings in (_pages(guide), _placing(guide), _roles(guide), _questions(guide)):
        for path, expected in findings:
            problems.add(path, expected)
    for plan in guide.plans:
        for key, expected in _plan(guide, plan):
            problems.add(("plans", plan.id, key), expected)


def check_words(guide: Guide, problems: Problems) -> None:
    """Notes every text that is needed by another one, or names a role that is not there."""
    for question in guide.questions.values():
        for role in draft_roles(getattr(question, "draft", "")):
            if role in ORDER_PLACES:
                known = bool(guide.with_role("order"))
            else:
                known = any(isinstance(q, TextQuestion) for q in guide.with_role(role))
            if not known:
                expected = f"{{{role}}} is not the role of a text question; expected one that is"
                problems.add(("questions", question.id, "draft"), expected)
    for step in guide.steps:
        for page in step.pages:
            if page.needs and not page.needs_words:
                expected = "expected a text: the page has needs, and says this while they are open"
                problems.add(("pages", page.id, "needs_words"), expected)
            if page.needs_words and not page.needs:
                problems.add(("pages", page.id, "needs_words"), "left over: the page has no needs")


def _pages(guide: Guide) -> Iterator[Finding]:
    seen: set[str] = set()  # roles on this page and before it
    for step in guide.steps:
        for page in step.pages:
            path = ("steps", step.id, "pages", page.id)
            if not page.id.startswith(f"{step.id}."):
                yield (*path, "id"), f'expected an id that begins with "{step.id}."'
            for question_id in ids_on(page):
                if question_id in guide.questions:
                    seen.add(guide.questions[question_id].role)
                else:
                    yield (*path, "rows"), f'"{question_id}" is no question of this guide'
            for name in page.readings:
                if name not in READINGS:
                    expected = f'"{name}" is no reading; expected one of ' + ", ".join(READINGS)
                    yield (*path, "readings"), expected
                else:
                    for role in _absent(READINGS[name].roles, seen):
                        expected = f'"{name}" rests on the role "{role}", which no question has yet'
                        yield (*path, "readings"), expected
            for role in _absent(page.needs, seen):
                yield (*path, "needs"), f'no question here or before has the role "{role}"'


def questions_in(step: Step) -> Iterator[str]:
    """The ids of the questions of a step in the order people meet them, those of its room last."""
    for page in step.pages:
        yield from ids_on(page)
    yield from step.room


def _absent(roles: Iterable[str], seen: set[str]) -> Iterator[str]:
    return (role for role in roles if role not in seen)


def ids_on(page: Page) -> Iterator[str]:
    """The ids of the questions of a page in reading order."""
    return (question_id for row in page.rows for question_id in row)


def _placing(guide: Guide) -> Iterator[Finding]:
    placed = Counter(q for step in guide.steps for q in questions_in(step))
    for question_id in guide.questions:
        path = ("questions", question_id)
        if placed[question_id] != 1:
            found = f"stands in {placed[question_id]} places"
            yield path, f"{found}; expected exactly one, on a page or in the room of a step"
        elif not question_id.startswith(f"{guide.step_of(question_id).id}."):
            expected = f'expected an id that begins with "{guide.step_of(question_id).id}."'
            yield path, expected


def _roles(guide: Guide) -> Iterator[Finding]:
    for question in guide.questions.values():
        path = ("questions", question.id)
        role = ROLES.get(question.role)
        if role is None:
            if question.role != question.id:  # without a role the id stands in for it
                expected = f'"{question.role}" is no known role; expected one of '
                yield (*path, "role"), expected + ", ".join(sorted(ROLES))
            continue
        if not isinstance(question, role.kind):
            yield (*path, "kind"), f"expected a {role.kind.__name__} for this role"
            continue
        if not role.several and len(guide.with_role(question.role)) > 1:
            yield (*path, "role"), "another question has this role; expected one question only"
        for key, expected in role.check(question):
            yield (*path, *key.split(".")), expected


def _questions(guide: Guide) -> Iterator[Finding]:
    for question in guide.questions.values():
        for key, expected in _of_question(question):
            yield ("questions", question.id, *key.split(".")), expected


def _of_question(question: Question) -> Iterator[tuple[str, str]]:
    match question:
        case ScaleQuestion() | RatingsQuestion():
            if question.low >= question.high:
                yield "low", f"expected a number below high, which is {question.high}"
        case CaseQuestion():
            if any(o.id == PASS for o in question.options):
                yield (
                    "options",
                    f'expected another id than "{PASS}", which every case offers by itself',
                )
        case RungsQuestion():
            if any(r.id == NEVER for r in question.rungs):
                yield (
                    "rungs",
                    f'expected another id than "{NEVER}", which every ladder offers by itself',
                )
        case ConsentQuestion():
            if [o.id for o in question.levels] != list("012345"):
                yield "levels", "expected the levels 0 to 5, in this order"
        case RecordsQuestion():
            for column in question.columns:
                if bool(column.options) != (column.type is ColumnType.CHOICE):
                    expected = "expected options where the type is choice, and only there"
                    yield f"columns.{column.id}.options", expected
        case TextQuestion() | OrderQuestion() | ReasonedQuestion():
            return  # their shapes say it all
        case _:
            assert_never(question)


def _plan(guide: Guide, plan: Plan) -> Iterator[tuple[str, str]]:
    steps = [step.id for step in guide.steps]
    for key, minutes in (("minutes", plan.minutes), ("breaks", plan.breaks)):
        for step_id in minutes:
            if step_id not in steps:
                yield key, f'"{step_id}" is no step; expected one of ' + ", ".join(steps)
    voted = {question for step in guide.steps for question in step.ballot}
    for question in plan.unvoted:
        if question not in voted:
            yield "unvoted", f'"{question}" is on no ballot; expected one that is'
    for step in guide.steps:
        if step.ballot and set(step.ballot) <= set(plan.unvoted):
            yield "unvoted", f'leaves nothing to vote on in "{step.id}"'
    found = sum(plan.minutes.values()) + sum(plan.breaks.values()) + plan.buffer
    if found != plan.total:
        yield (
            "total",
            f"minutes, breaks and buffer add up to {found}; expected the total, {plan.total}",
        )
