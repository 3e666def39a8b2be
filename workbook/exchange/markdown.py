"""Writes a session as Markdown for people: its steps, questions and answers, what its rounds have
counted, and what the workbook says back. Only what was answered stands in it.
"""

from collections.abc import Iterator, Sequence

from workbook.catalogue import ntr, tr
from workbook.catalogue.consent import state_words
from workbook.catalogue.dates import day_of, long_date
from workbook.catalogue.readings import reading_words
from workbook.catalogue.rounds import room_title, room_words, round_name
from workbook.catalogue.words import Words, listed, quoted, sentences
from workbook.exchange.exportable import Leaving, ShownRound, questions_of
from workbook.exchange.markdown_answers import answer, counts, said_by_name, story
from workbook.exchange.markdown_text import inline
from workbook.model.guide import CaseQuestion, Mode, Question, Step
from workbook.readings.proposal import proposal


def markdown(found: Leaving) -> bytes:
    """The session as Markdown in UTF-8. Blocks are parted by empty lines."""
    steps = [
        block
        for number, step in enumerate(found.guide.steps)
        for block in _step(found, number, step)
    ]
    if not steps:
        steps = [inline(tr("Nothing is written yet."))]
    return ("\n\n".join((*_head(found), *steps, *_foot(found))) + "\n").encode("utf-8", "replace")


def _head(found: Leaving) -> Iterator[str]:
    yield f"# {inline(found.group) or inline(tr('A group without a name yet'))}"
    day = long_date(day_of(_typed_date(found), found.changed))
    yield " · ".join(map(inline, (found.guide.title, _held(found), day)))
    if found.room and found.room.names:
        names = tr("In the room: {names}.").format(names=listed(found.room.names))
        yield inline(names)


def _typed_date(found: Leaving) -> str:
    typed = (found.answers.text(question.id) for question in found.guide.with_role("date"))
    return next(filter(None, typed), "")


def _held(found: Leaving) -> str:
    if found.room is None:
        return tr("A workshop") if found.mode is Mode.WORKSHOP else tr("A reflection")
    people = found.room.people
    return ntr("A workshop of {n} person", "A workshop of {n} people", people).format(n=people)


def _foot(found: Leaving) -> tuple[str, ...]:
    verdict = tr("What the workbook says back is one reading of these answers, never a verdict.")
    return "---", inline(sentences(verdict, found.guide.source))


def _step(found: Leaving, number: int, step: Step) -> Iterator[str]:
    """A step with what was written, its rounds, and what they say back; nothing if it is empty."""
    blocks = [
        *(b for question in questions_of(found.guide, step) for b in _question(found, question)),
        *_state(found, step),
        *_readings(found, step),
        *(b for round_ in found.rounds_of(step.id) for b in _round(found, round_)),
    ]
    if blocks:
        title = step.title
        if number:  # the setting comes before the first step
            title = tr("Step {number} · {title}").format(number=number, title=title)
        yield f"## {inline(title)}"
        yield inline(step.headline)
        yield from blocks


def _state(found: Leaving, step: Step) -> Iterator[str]:
    """In the step that asks for consent, what its words are; nothing where there are none."""
    asked = [found.guide.step_of(q.id) for q in found.guide.with_role("consent")]
    if found.consent is None or step not in asked:
        return
    now = proposal(found.guide, found.answers)
    if found.consent.last is None and not now.worded:
        return
    yield f"### {inline(tr('What these words are'))}"
    said = state_words(found.consent)
    begun = "" if found.consent.carried else inline(tr("A proposal."))
    yield " ".join(filter(None, (begun, f"**{inline(said.lead)}**", inline(said.reason))))


def _question(found: Leaving, question: Question) -> Iterator[str]:
    if question.role == "go_on" and found.consent and found.consent.carried:
        return  # it stands only with words that are not carried
    blocks = tuple(answer(question, found.answered(question)))
    if blocks:
        yield f"### {inline(_asked(question))}"
        yield from blocks


def _asked(question: Question) -> str:
    return question.title if isinstance(question, CaseQuestion) else question.prompt


def _round(found: Leaving, round_: ShownRound) -> Iterator[str]:
    secrecy = tr("secret ballots") if round_.secret else tr("open round")
    # Translators: the heading of a round of voting: which one, and whether it was secret.
    heading = tr("{round}, {secrecy}").format(round=round_name(round_.number), secrecy=secrecy)
    yield f"### {inline(heading)}"
    if round_.withheld:
        yield inline(tr("Nothing is shown: fewer than five answered."))
        return
    yield inline(ntr("{n} answer.", "{n} answers.", round_.ballots).format(n=round_.ballots))
    yield from _asked_to(round_)
    earlier = {
        id_ for each in found.rounds_of(round_.step) if each.number < round_.number
        for id_ in each.questions
    }  # fmt: skip
    for id_ in round_.questions:
        question = found.guide.questions[id_]
        yield f"#### {inline(_asked(question))}"
        if id_ not in earlier:
            yield from story(question)
        yield from counts(found.guide, question, round_)
    yield from said_by_name(found.guide, round_)
    said = [_said(room_words(reading), room_title(reading)) for reading in round_.readings]
    yield from _said_back(4, said)


def _asked_to(round_: ShownRound) -> Iterator[str]:
    """The words that a round of consent was about, as they were then."""
    if round_.proposal is not None and round_.proposal.worded:
        words = (round_.proposal.purpose, round_.proposal.priority)
        asked = [quoted(" ".join(each.split())) for each in words if each.strip()]
        yield inline(tr("Asked about these words: {words}").format(words=" ".join(asked)))


def _readings(found: Leaving, step: Step) -> Iterator[str]:
    """What the written answers of a step say back, each reading once."""
    names = dict.fromkeys(name for page in step.pages for name in page.readings)
    said = []
    for name in names:
        words = reading_words(name, found.written.to_tell(name))
        if words:
            said.append(_said(words))
    yield from _said_back(3, said)


def _said_back(level: int, said: Sequence[str]) -> Iterator[str]:
    if said:
        yield f"{'#' * level} {inline(tr('What the answers say back'))}"
        yield "\n".join(said)


def _said(words: Words, title: str = "") -> str:
    """A reading as an item of a list, with what it found one by one below it."""
    lead = f"**{inline(words.lead)}**"
    line = " ".join(
        filter(None, (f"{inline(title)}:" if title else "", lead, inline(words.reason)))
    )
    return "\n".join((f"- {line}", *(f"  - {inline(item)}" for item in words.items)))
