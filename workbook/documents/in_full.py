"""What a document says where there is room for all of it: the stories that were told before people
answered, and for every round how many answered what, as tables.
"""

from collections.abc import Iterator, Sequence

from workbook.catalogue import ntr, tr
from workbook.catalogue.choices import choices, counted, mark_words, words_of
from workbook.catalogue.rounds import round_name
from workbook.catalogue.words import quoted
from workbook.documents.blocks import Block, Heading, Table, Text, Together
from workbook.model.answers import Value
from workbook.model.guide import PASS, CaseQuestion, Guide, Question, Step
from workbook.model.marks import OnLine, story_of, takes_at
from workbook.model.spots import spots
from workbook.model.workshop import Spot
from workbook.readings.findings import Findings
from workbook.readings.shown import ShownRound


def stories(found: Findings, step: Step) -> tuple[Block, ...]:
    """What the cases and ladders of a step tell that were answered, or voted on and shown."""
    voted = {question for round_ in found.shown for question in round_.questions}
    given = {key.question for key in found.answers}
    return tuple(
        Together((Text(_asked(question), "label"), Text(story)))
        for question in found.guide.questions_of(step, found.session.mode)
        if question.id in voted | given and (story := story_of(question))
    )


def counts(found: Findings, step: Step) -> Iterator[Block]:
    """The shown rounds of a step, one after the other."""
    for round_ in found.shown:
        if round_.step == step.id:
            yield from _round(found.guide, round_)


def _asked(question: Question) -> str:
    return question.title if isinstance(question, CaseQuestion) else question.prompt


def _round(guide: Guide, round_: ShownRound) -> Iterator[Block]:
    secrecy = tr("secret ballots") if round_.secret else tr("open round")
    # Translators: the heading of a round of voting: which one, and whether it was secret.
    heading = tr("{round}, {secrecy}").format(round=round_name(round_.number), secrecy=secrecy)
    yield Heading(heading, 2)
    if round_.withheld:
        yield Text(tr("Nothing is shown: fewer than five answered."))
        return
    yield Text(ntr("{n} answer.", "{n} answers.", round_.ballots).format(n=round_.ballots))
    yield from _asked_about(round_)
    for id_ in round_.questions:
        question = guide.questions[id_]
        yield Heading(_asked(question), 3)
        yield from _counts(guide, question, round_)
    yield from _by_name(guide, round_)


def _asked_about(round_: ShownRound) -> Iterator[Block]:
    """The words that a round of consent was about, as they were then."""
    if round_.proposal is not None and round_.proposal.worded:
        words = (round_.proposal.purpose, round_.proposal.priority)
        asked = [quoted(" ".join(each.split())) for each in words if each.strip()]
        yield Text(tr("Asked about these words: {words}").format(words=" ".join(asked)))


def _counts(guide: Guide, question: Question, round_: ShownRound) -> Iterator[Block]:
    """How many answered what, as tables; of what is withheld, only that it is."""
    on_line = [spot for spot in spots(question) if _line(question, spot.mark)]
    if on_line:
        yield _numbers(guide, question, round_, on_line)
    for spot in spots(question):
        if spot in on_line:
            continue
        if spot in round_.few:
            yield Text(_few(mark_words(question, spot.mark)))
        else:
            yield _options(guide, question, round_, spot)


def _line(question: Question, mark: str) -> OnLine | None:
    """The line of numbers on which a mark is placed, None where something else is chosen."""
    takes = takes_at(question, mark)
    return takes if isinstance(takes, OnLine) else None


def _few(name: str) -> str:
    said = tr("fewer than five answered, so nothing is shown")
    return tr("{mark}: {said}").format(mark=name, said=said) if name else said


def _numbers(guide: Guide, question: Question, round_: ShownRound, asked: Sequence[Spot]) -> Table:
    """A line for each mark, a column for each number."""
    numbers = [choice for choice, _ in choices(question, asked[0].mark)]
    rows = []
    for spot in asked:
        name = mark_words(question, spot.mark)
        passes = str(round_.passes.get(spot, 0))
        if spot in round_.few:
            rows.append((_few(name), *("" for _ in numbers), passes))
        else:
            people = {str(value): n for value, n in counted(guide, round_, spot)}
            rows.append((name, *(str(people.get(each, 0)) for each in numbers), passes))
    headers = ("", *numbers, tr("Passed"))
    return Table(headers, tuple(rows), numeric=frozenset(range(1, len(headers))))


def _options(guide: Guide, question: Question, round_: ShownRound, spot: Spot) -> Table:
    """A line for each thing that could be chosen."""
    people = {str(value): n for value, n in counted(guide, round_, spot)}
    passes = round_.passes.get(spot, 0)
    offered = [each for each in choices(question, spot.mark) if each[0] != PASS]
    rows = [(words, str(people.get(choice, 0))) for choice, words in offered]
    if passes:
        rows.append((tr("Passed"), str(passes)))
    headers = mark_words(question, spot.mark), tr("People")
    return Table(headers, tuple(rows), numeric=frozenset({1}))


def _by_name(guide: Guide, round_: ShownRound) -> Iterator[Block]:
    """What was answered by name in an open round."""
    rows = []
    for each in round_.by_name:
        question = guide.questions[each.question]
        asked = " ".join(filter(None, (question.prompt, mark_words(question, each.mark))))
        rows.append((each.name, asked, _words(question, each.mark, each.value)))
    if rows:
        yield Table((tr("Name"), tr("Question"), tr("Answer")), tuple(rows))


def _words(question: Question, mark: str, value: Value) -> str:
    if line := _line(question, mark):
        return tr("{value} of {high}").format(value=value, high=line.high)
    return words_of(question, mark, str(value))
