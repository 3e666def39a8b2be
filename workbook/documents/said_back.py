"""What the answers say back, as blocks: a chart where there is one, with the words beside it."""

from collections.abc import Iterable, Iterator, Sequence

from workbook.catalogue import tr
from workbook.catalogue.readings import reading_words
from workbook.catalogue.words import capitalised, sentences
from workbook.charts.of_readings import alt_text, reading_chart
from workbook.charts.sizes import natural_height
from workbook.charts.specs import ChartSpec, LinesSpec, MapSpec
from workbook.documents.blocks import Block, Chart, Columns, Reading, Text, Together
from workbook.documents.written import BESIDE, notes_of, ordered_sentence, text_of
from workbook.model.answers import Answers
from workbook.model.guide import Guide, Question, RatingsQuestion, ScaleQuestion
from workbook.readings.answer_findings import READINGS, AnswerFindings
from workbook.readings.of_answers import AnswerReading
from workbook.readings.rare import Shortfall

FULL, HALF = 490.0, 238.0  # points: about the width between the margins, and of one column
PROMISE = 40  # characters of a promise that a chart has room for


def chart(spec: ChartSpec, width: float = FULL) -> Chart:
    """A chart as a block, as high as it looks best at a width in points, with its words."""
    return Chart(spec, alt_text(spec), natural_height(spec, width))


def questions_told(names: Iterable[str], found: AnswerFindings) -> tuple[Question, ...]:
    """The questions whose answers stand whole in the chart of one of these readings, so that they
    need not be written beside it a second time.
    """
    told: list[Question] = []
    for name in names:
        reading = found.to_tell(name)
        if name == "kind" or _spec(name, reading) is None:
            continue
        rests_on = _rests_on(name, found.guide)
        if all(_is_whole(question, reading) for question in rests_on):
            told += rests_on
    return tuple(told)


def _rests_on(name: str, guide: Guide) -> list[Question]:
    return [q for role in READINGS[name].roles for q in guide.with_role(role)[:1]]


def _is_whole(question: Question, found: AnswerReading | None) -> bool:
    """Whether a chart shows all of an answer: two marks, and of promises only short ones."""
    if isinstance(found, Shortfall):
        promises = [promise.promise for promise in found.promises]
        return found.promises == found.complete and all(
            0 < len(text) <= PROMISE and text == " ".join(text.split()) for text in promises
        )
    return not isinstance(question, ScaleQuestion) or len(question.marks) == 2


def readings_on(
    names: Sequence[str], found: AnswerFindings, asked: Sequence[Question],
    told: Sequence[Question], about: Sequence[Block],
) -> Iterator[Block]:  # fmt: skip
    """What these readings found; nothing for those that are incomplete.

    Args:
        names: of the readings.
        found: what the answers say.
        asked: the questions of the same section. A reading of others, asked before, joins the next
            one's words.
        told: the questions whose answers the charts tell.
        about: a short answer on the map, or none, which stands beside it.
    """
    before: tuple[Block, ...] = ()
    for name in names:
        reading = found.to_tell(name)
        words = _words(name, reading, found)
        if not words:
            continue
        spec = _spec(name, reading)
        rests_on = _rests_on(name, found.guide)
        if spec is None and any(question in asked for question in rests_on):
            yield from words
        elif spec is None:
            before += words
        elif isinstance(spec, MapSpec):
            yield Columns((chart(spec, HALF),), (*before, *words, *about))
            before = ()
        else:
            drawn = [question for question in rests_on if question in told]
            yield from _charted(spec, drawn, (*before, *words), found.answers)
            before = ()
    yield from before


def _charted(
    spec: ChartSpec, rests_on: Sequence[Question], words: tuple[Block, ...], answers: Answers
) -> Iterator[Block]:
    """A chart under its question, with the words beside it, or where there are notes, the notes."""
    prompt = (Text(rests_on[0].prompt, "label", rests_on[0].side),) if len(rests_on) == 1 else ()
    drawn: tuple[Block, ...] = (*prompt, chart(spec, HALF), *_caption(spec, rests_on))
    notes = tuple(
        block
        for question in rests_on
        if isinstance(question, RatingsQuestion)
        for block in notes_of(question, answers)
    )
    if not notes:
        yield Columns(drawn, words)
    elif sum(len(block.text) for block in notes) <= BESIDE:
        yield Columns((*drawn, *words), notes)
    else:
        yield Columns(drawn, words)
        yield from notes


def _caption(spec: ChartSpec, questions: Sequence[Question]) -> Iterator[Block]:
    """What the ends of the scale mean, unless the chart says it, and what open and filled do."""
    named = isinstance(spec, LinesSpec) and any(row.low_label for row in spec.rows)
    for question in questions[:1]:
        parts = []
        if isinstance(question, ScaleQuestion | RatingsQuestion) and question.low_label:
            parts += [] if named else [_ends(question)]
        if isinstance(question, ScaleQuestion):
            parts += [
                capitalised(_filled_or_open(mark.filled).format(mark=mark.name))
                for mark in question.marks
            ]
        if parts:
            yield Text(sentences(*parts), "small")


def _ends(question: ScaleQuestion | RatingsQuestion) -> str:
    return tr("From {low}, {low_label}, to {high}, {high_label}.").format(
        low=question.low,
        low_label=_in_a_sentence(question.low_label),
        high=question.high,
        high_label=_in_a_sentence(question.high_label),
    )


def _in_a_sentence(label: str) -> str:
    return label[:1].lower() + label[1:]


def _filled_or_open(filled: bool) -> str:
    # Translators: the key of a scale: what its filled mark stands for, and its open one.
    return tr("filled: {mark}.") if filled else tr("open: {mark}.")


def _words(name: str, reading: AnswerReading | None, found: AnswerFindings) -> tuple[Block, ...]:
    """The reading's words; none while it is incomplete, for the map alone, which stands on page
    one and beside the kind, and for a sentence that the group has written in the same words.
    """
    said = reading_words(name, reading)
    if said is None:
        return ()
    written = text_of(found.guide, found.answers, "priority_sentence")
    if name == "sentence" and ordered_sentence(written) == ordered_sentence(said.lead):
        return ()
    items = tuple(Text(item, "soft") for item in said.items)
    if items:
        return (Together((Reading(said.lead, said.reason), items[0])), *items[1:])
    return (Reading(said.lead, said.reason),)


def _spec(name: str, found: AnswerReading | None) -> ChartSpec | None:
    """The chart of a reading inside. Those of the map alone and of the cases stand on page one."""
    return None if name in ("map", "cases") else reading_chart(name, found)
