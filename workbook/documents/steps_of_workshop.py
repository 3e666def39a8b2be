"""A step of a workshop inside the summary: its sentence, what was voted on and written, quotes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbook.catalogue import tr
from workbook.catalogue.results import result_name
from workbook.catalogue.words import quoted
from workbook.documents.blocks import Block, Columns, Facts, Reading, Text, Together
from workbook.documents.rounds_told import anchor, round_blocks
from workbook.documents.said_back import questions_told, readings_on
from workbook.documents.sections import Section, sections
from workbook.documents.standing import go_on_of, state_of
from workbook.documents.written import written
from workbook.model.answers import Answers
from workbook.model.guide import Guide, Mode, Question, RecordsQuestion, Step, TextQuestion
from workbook.model.workshop import Workshop
from workbook.readings.answer_findings import ACROSS, AnswerFindings
from workbook.readings.findings import Findings
from workbook.readings.of_workshop import Said

_FIRST = ("step_sentence", "said_otherwise")  # what stands above all else of a step


def workshop_parts(
    step: Step, found: Findings, workshop: Workshop
) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """The parts of a step in their order, each with the headline of its page, "" for none.

    Args:
        step: the step.
        found: what the session says.
        workshop: how it was held.
    """
    guide, answers, said = found.guide, found.answers, found.rounds.by_step[step.id]
    opening = step is guide.steps[0]
    held = (_held(guide, workshop),) if opening else ()
    yield (
        step.headline_in(Mode.WORKSHOP),
        (*held, *_sentence(guide, step, answers), *_state(step, found)),
    )
    paged: set[str] = set()
    for part in sections(guide, step, Mode.WORKSHOP):
        paged |= {question.id for question in part.questions}
        yield part.headline, tuple(_section(part, said, found.written))
    elsewhere = [each for each in said if _anchor(guide, each) not in paged]
    there = _there(workshop) if opening else ()
    yield "", (*there, *round_blocks(elsewhere), *_kept(guide, step, answers))


def _held(guide: Guide, workshop: Workshop) -> Block:
    """How many came, and by which plan it was held."""
    plan = Facts(((tr("Plan"), guide.plan(workshop.setup.plan).title),))
    if not workshop.setup.people:
        return plan
    people = Facts(((tr("People in the room"), str(workshop.setup.people)),))
    return Columns((people,), (plan,))


def _there(workshop: Workshop) -> tuple[Block, ...]:
    """Who was there, if the group wanted that kept."""
    names = [name for person in workshop.setup.kept if (name := person.name.strip())]
    if not names:
        return ()
    said = ", ".join(names)
    return (Together((Text(tr("Who was there"), "label"), Text(said))),)


def _sentence(guide: Guide, step: Step, answers: Answers) -> Iterator[Block]:
    """The sentence of a step, larger than all else, and what was said otherwise."""
    for question in _beside_pages(guide, step):
        text = answers.text(question.id).strip()
        if question.role in _FIRST and text:
            style = "lead" if question.role == _FIRST[0] else "body"
            yield Together((Text(_as_result(question).prompt, "label"), Text(text, style)))


def _state(step: Step, found: Findings) -> Iterator[Block]:
    """In the step of the statement what its words are, and why a group goes on all the same."""
    asked = (found.guide.step_of(question.id) for question in found.guide.with_role("consent"))
    words = state_of(found)
    if words is None or step not in asked:
        return
    yield Reading(words.lead, words.reason)
    go_on = go_on_of(found)
    if go_on and found.consent and not found.consent.carried:
        yield Text(go_on)


def _beside_pages(guide: Guide, step: Step) -> list[Question]:
    return [guide.questions[question] for question in step.room]


def _section(part: Section, said: Sequence[Said], found: AnswerFindings) -> Iterator[Block]:
    """A page: what was written, and after each row that was voted on what the rounds say."""
    guide, answers = found.guide, found.answers
    # Why a group goes on is told with the state of its words, or not at all.
    told = (*questions_told(part.readings, found), *guide.with_role("go_on"))
    names = [name for name in part.readings if name not in ACROSS]
    asked_last = [name for name in part.readings if name in ACROSS]
    readings = readings_on(names, found, part.questions, told, ())
    here = {question.id for question in part.questions}
    voted = [each for each in said if _anchor(guide, each) in here]
    if voted:  # facts stand before marks
        yield from readings
    waiting: list[tuple[Question, ...]] = []
    for row in part.rows:
        waiting.append(tuple(_as_result(question) for question in row))
        asked = {question.id for question in row}
        if votes := tuple(round_blocks([s for s in voted if _anchor(guide, s) in asked])):
            yield from written(waiting, answers, told)
            yield from votes
            waiting = []
    yield from written(waiting, answers, told)
    yield from readings  # unless they stand above
    yield from readings_on(asked_last, found, part.questions, told, ())


def _as_result(question: Question) -> Question:
    """The question under the name of its result, where its prompt tells somebody what to do."""
    name = result_name(question.role, question.prompt)
    return question if name == question.prompt else replace(question, prompt=name)


def _anchor(guide: Guide, said: Said) -> str:
    roles = {question: guide.questions[question].role for question in said.round.questions}
    return anchor(said, roles)


def _kept(guide: Guide, step: Step, answers: Answers) -> Iterator[Block]:
    """What was written beside a step: quotes as quotes, all else as everywhere."""
    for question in _beside_pages(guide, step):
        if question.role in _FIRST and isinstance(question, TextQuestion):
            continue
        if isinstance(question, RecordsQuestion) and len(question.columns) == 1:
            yield from _quotes(question, answers)
        else:
            yield from written([[_as_result(question)]], answers)


def _quotes(question: RecordsQuestion, answers: Answers) -> Iterator[Block]:
    column = question.columns[0].id
    said = [str(row.get(column, "")).strip() for row in answers.records(question.id)]
    texts = [Text(quoted(text), "soft") for text in said if text]
    if texts:
        yield Together((Text(question.prompt, "label"), *texts[:1]))
        yield from texts[1:]
